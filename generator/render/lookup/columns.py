# SPDX-License-Identifier: Apache-2.0
"""Which facts of all platforms must be at hand to count and to sift? Columns of one or two bytes each.

A column holds numbers of rows of a small table of different values, in the order of their first use;
two bytes are written as all low ones, then all high ones.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from generator.render.lookup.entry import Borders, LookupEntry

Value = TypeVar("Value", bound=Hashable)
History = tuple[Borders, tuple[int, ...]]
ONE_BYTE = 256


def column(values: Iterable[Value]) -> tuple[list[Value], bytes]:
    """The table and the column."""
    table: dict[Value, int] = {}
    numbers = [table.setdefault(value, len(table)) for value in values]
    if len(table) <= ONE_BYTE:
        return list(table), bytes(numbers)
    return list(table), bytes(n & 255 for n in numbers) + bytes(n >> 8 for n in numbers)


def functions_column(entries: Sequence[LookupEntry]) -> tuple[list[tuple[str, ...]], bytes]:
    """Which functions each platform has."""
    return column(entry.functions for entry in entries)


def categories_column(entries: Sequence[LookupEntry]) -> tuple[list[str | None], bytes]:
    """Which category each platform is of."""
    return column(entry.category for entry in entries)


def histories_column(entries: Sequence[LookupEntry]) -> tuple[list[History], bytes]:
    """The standing and the years of designation or renewal of each platform."""
    return column((entry.standing, entry.years) for entry in entries)
