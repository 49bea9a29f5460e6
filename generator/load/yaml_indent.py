# SPDX-License-Identifier: Apache-2.0
"""Which line is indented wrongly where levels do not fit, and by how many spaces?

The parser stops at the first line that cannot stand where it does; now and then the line before it is the
odd one. The levels that are open above, and the line below, tell which.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

BLANK = re.compile(r" *(?:#.*)?")
FIELD = re.compile(r"[^\s:{}\[\],\"']+:(?: .*)?$")
STEP = 2


@dataclass(frozen=True, slots=True)
class Shift:
    """A line with the spaces that it begins with and should begin with, counted from 0."""

    line: int
    have: int
    want: int


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one line: a dash, a field, or both."""

    number: int
    dash: int | None  # its column
    field: int | None

    @property
    def indent(self) -> int:
        """The spaces that the line begins with."""
        return self.field or 0 if self.dash is None else self.dash


def shift_of(lines: Sequence[str], number: int) -> Shift | None:
    """The line that is to be moved so that line `number` fits; None where that cannot be told."""
    rows = [_row(lines[n], n) for n in range(len(lines)) if not BLANK.fullmatch(lines[n])]
    at = next((place for place, row in enumerate(rows) if row.number == number), None)
    if at is None:
        return None
    row, above, below = rows[at], rows[:at], rows[at + 1 : at + 2]
    return _line_before(row, above, below, lines) or _line_itself(row, above, below)


def _row(line: str, number: int) -> _Row:
    indent = len(line) - len(line.lstrip(" "))
    is_item = line.startswith("- ", indent)
    rest = line[indent + 1 :].lstrip(" ") if is_item else line[indent:]
    field = len(line) - len(rest) if FIELD.match(rest) else None
    return _Row(number, indent if is_item else None, field)


def _line_before(
    row: _Row, above: Sequence[_Row], below: Sequence[_Row], lines: Sequence[str]
) -> Shift | None:
    """The line before, where this one agrees with its other neighbours."""
    if len(above) < 2:
        return None
    earlier, last = above[-2:]
    if last.dash is not None and earlier.field is not None and not _value(earlier, lines):
        home = earlier.field + STEP  # of the first item of a list
        fits = row.dash == home or (row.dash is None and row.field == home + STEP)
        if fits and last.dash != home:
            return Shift(last.number, last.dash, home)
    if row.field is None or row.dash is not None or last.field in {None, row.field}:
        return None
    if last.dash is not None:
        agrees = below and below[0].field == row.field >= STEP and below[0].dash is None
        return Shift(last.number, last.dash, row.field - STEP) if agrees else None
    level = earlier.field if _value(earlier, lines) else (earlier.field or 0) + STEP
    if level == row.field and _value(last, lines):
        return Shift(last.number, last.indent, row.field)
    return None


def _value(row: _Row, lines: Sequence[str]) -> str:
    """What stands behind the name of a field, on the same line."""
    return lines[row.number][row.field :].partition(":")[2].strip()


def _line_itself(row: _Row, above: Sequence[_Row], below: Sequence[_Row]) -> Shift | None:
    """The line itself, moved to the nearest level that is open; of two as near, to that of the next line."""
    own = row.field if row.dash is None else row.dash
    if own is None:
        return None
    levels = _open_levels(above, dashes=row.dash is not None)
    if not levels or own in levels:
        return None
    following = {below[0].field if row.dash is None else below[0].dash} if below else set()
    want = min(levels, key=lambda level: (abs(level - own), level not in following, -level))
    return Shift(row.number, own, want)


def _open_levels(above: Sequence[_Row], *, dashes: bool) -> set[int]:
    """The columns at which a further item, or a further field, may stand."""
    levels: set[int] = set()
    limit: int | None = None
    for row in reversed(above):
        for column, is_dash in ((row.field, False), (row.dash, True)):
            if column is not None and (limit is None or column < limit):
                limit = column
                if is_dash == dashes:
                    levels.add(column)
    return levels
