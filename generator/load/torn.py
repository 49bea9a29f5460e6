# SPDX-License-Identifier: Apache-2.0
"""Was one item of a list torn into several, by a hyphen before each of its fields?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from generator.base.finding import Finding
from generator.base.location import Keys, Location


def first_torn(keys: Keys, data: Any) -> Keys | None:
    """The first of the pieces among which the item at `keys` is; None if it is none of them."""
    if not keys or not isinstance(keys[-1], int):
        return None
    *outer, at = keys
    items = data
    for key in outer:
        items = items[key]
    if not isinstance(items, list):
        return None
    start = next((run[0] for run in _runs(items) if at in run), None)
    return None if start is None else (*outer, start)


def told(first: Keys, file: Location) -> Finding:
    """The finding, at the second of the pieces."""
    *outer, at = first
    repair = "“- ”只写在每一项的第一行；同一项的其余各行，把“- ”换成两个空格"
    return Finding(file.at(*outer, int(at) + 1), "同一项的字段写成了几项", repair, "fields")


def _runs(items: Sequence[Any]) -> Iterator[range]:
    """Neighbours that have one field each, every one another."""
    start = 0
    borders = [number for number, (one, next_) in enumerate(pairwise(items), 1) if not _parted(one, next_)]
    for end in (*borders, len(items)):
        if end - start > 1:
            yield range(start, end)
        start = end


def _parted(one: Any, other: Any) -> bool:
    alone = all(isinstance(item, dict) and len(item) == 1 for item in (one, other))
    return alone and one.keys() != other.keys()
