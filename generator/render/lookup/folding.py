# SPDX-License-Identifier: Apache-2.0
"""When do two ways of writing count as the same? One table of characters, for us and for the browser.

Compatible forms and accents are taken apart, capitals made small, Traditional characters written as
Simplified ones (by OpenCC), and everything that is neither letter nor digit is dropped: spaces, brackets
of any width, dots, dashes. Each character folds by itself, so a place in the folded text has a place in
the original. The browser gets this very table: it never asks its own Unicode version.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from operator import sub

from opencc import OpenCC

from generator.render.json_text import compact

# Where characters are whose folded form may differ: letters and signs up to the Han characters, their
# compatible forms, small and full-width forms, pictures.
SCOPE = tuple(
    range(first, end)
    for first, end in (
        (0, 0x3400),
        (0xA000, 0xAC00),
        (0xF900, 0xFB07),
        (0xFE10, 0xFE70),
        (0xFF00, 0x10000),
        (0x1F000, 0x1FB00),
    )
)
HAN = range(0x3400, 0xA000)
STEP = 35  # added to the distance between two characters, so that it is a printable character
DROPPED = ("M", "P", "S", "Z", "Cc", "Cf")


@cache
def folding() -> dict[int, str]:
    """What each character becomes; those that stay are left out."""
    simplified = dict(_simplified(HAN))
    table: dict[int, str] = {ord(old): new for old, new in simplified.items()}
    for part in SCOPE:
        for point in part:
            character = chr(point)
            if (folded := _folded(character, simplified)) != character:
                table[point] = folded
    return table


def fold(text: str) -> str:
    """A text as it is compared."""
    return text.translate(folding())


def _simplified(points: range) -> Iterator[tuple[str, str]]:
    """Each Traditional character with its Simplified one, to the end of the chain."""
    characters = [chr(point) for point in points]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    direct = {old: new for old, new in zip(characters, converted, strict=True) if old != new}
    for old, new in direct.items():
        yield old, direct.get(new, new)


def _folded(character: str, simplified: dict[str, str]) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).lower())
    return "".join(simplified.get(part, part) for part in parts if not _dropped(part))


def _dropped(character: str) -> bool:
    return unicodedata.category(character).startswith(DROPPED)


def folding_json() -> bytes:
    """The table for the browser: one character for one, several for one, and stretches that are dropped."""
    table = sorted(folding().items())
    single = [(point, new) for point, new in table if len(new) == 1]
    points = [point for point, _ in single]
    steps = map(sub, points, [0, *points])
    value = {
        "steps": "".join(chr(STEP + step) for step in steps),
        "to": "".join(new for _, new in single),
        "many": {chr(point): new for point, new in table if len(new) > 1},
        "dropped": list(_stretches(point for point, new in table if not new)),
    }
    return compact(value).encode()


def _stretches(points: Iterable[int]) -> Iterator[int]:
    """Ascending numbers as: how far from the end of the last stretch, how long, …"""
    end = start = 0
    last = -1
    for point in points:
        if point != last + 1 or last < 0:
            if last >= 0:
                yield from (start - end, last + 1 - start)
                end = last + 1
            start = point
        last = point
    if last >= 0:
        yield from (start - end, last + 1 - start)
