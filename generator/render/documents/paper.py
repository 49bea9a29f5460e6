# SPDX-License-Identifier: Apache-2.0
"""Which measures do DOCX and PDF share? Those of Chinese official papers, as far as forms can have them.

GB/T 9704 gives letters 37, 35, 28 and 26 mm of margin and 仿宋 三号. A form needs its width for tables and
its height for places to write in: the margins are narrower, the left one, where papers are bound, still the
widest, and text is 小四, in tables 五号.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.render.documents.document import Blank, Cell, Document, Inline, Line, Sheet, Tick, Words

TOP, BOTTOM, LEFT, RIGHT = 25, 22, 25, 20  # mm
SHORT_SIDE, LONG_SIDE = 210, 297  # mm, A4

COVER_SIZE: Final = 26  # 一号, in points as all sizes
TITLE_SIZE: Final = 22  # 二号
PART_SIZE: Final = 15  # 小三
SECTION_SIZE: Final = 14  # 四号
BODY_SIZE: Final = 12  # 小四
TABLE_SIZE: Final = 10.5  # 五号
NOTE_SIZE: Final = 9  # 小五
POINTS = 72 / 25.4  # in a mm

ROW = 9  # mm, the height of a row to write in by hand
LINE = 7  # mm, the height of a line to write on
PAGE_NUMBER = 32  # mm, the room of the page's number in the foot
PADDING = 1.5  # mm, between the words of a cell and its border
DATE, SHORT_DATE = "　　　年　　月　　日", "　　年　月　日"
LEAST_ROOM = 3  # characters
SMALL = 0.25  # of a page


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in a row of its sheet; one that covers several rows is in each of them."""

    cell: Cell
    width: float  # mm
    continues: bool = False  # it began in a row above

    @property
    def characters(self) -> int:
        """How many Chinese characters stand in a line of it."""
        return max(1, int((self.width - 2 * PADDING) * POINTS / TABLE_SIZE))


def text_width(document: Document) -> int:
    """The width between the margins, in mm."""
    return (LONG_SIDE if document.landscape else SHORT_SIDE) - LEFT - RIGHT


def text_height(document: Document) -> int:
    """The height between the margins, in mm."""
    return (SHORT_SIDE if document.landscape else LONG_SIDE) - TOP - BOTTOM


def placed(sheet: Sheet, width: float) -> list[list[Placed]]:
    """The cells of each row from left to right; ValueError if they do not fill the width of the sheet."""
    unit = width / sum(sheet.widths)
    above: dict[
        int, tuple[Placed, int]
    ] = {}  # by their first column, cells that go on, and for how many rows
    rows = []
    for number, row in enumerate(sheet.rows, 1):
        made: list[Placed] = []
        waiting, column = list(row), 0
        goes_on: dict[int, tuple[Placed, int]] = {}
        while column in above or waiting:
            if column in above:
                place, left = above[column]
            else:
                cell = waiting.pop(0)
                place, left = Placed(cell, unit * sum(sheet.widths[column : column + cell.span])), cell.rows
            made.append(place)
            if left > 1:
                goes_on[column] = replace(place, continues=True), left - 1
            column += place.cell.span
        if column != len(sheet.widths):
            raise ValueError(f"{sheet.id}: row {number} has {column} columns of {len(sheet.widths)}")
        rows.append(made)
        above = goes_on
    return rows


def room_for(blank: Blank, line: Line, characters: int) -> int:
    """How many characters long a blank can be; its line stays one line if that leaves room to write."""
    blanks = [part for part in line.content if isinstance(part, Blank)]
    words = sum(map(_length, [part for part in line.content if not isinstance(part, Blank)]))
    share = int((characters - words) / len(blanks))
    return min(blank.characters, share if share >= LEAST_ROOM else characters)


def day_for(characters: int) -> str:
    """What stands where a day is to be written by hand."""
    return DATE if characters >= len(DATE) else SHORT_DATE


def _length(part: Words | Tick) -> float:
    """The length of a part in Chinese characters; letters and digits are half as long."""
    text = part.text if isinstance(part, Words) else f"□{part.option}　"
    return sum(0.5 if character.isascii() else 1 for character in text)


def leads(row: Sequence[Placed]) -> bool:
    """Whether a row heads those below it."""
    return any(place.cell.leads for place in row)


def row_height(row: Sequence[Placed]) -> float:
    """The least height of a row in mm, so that one can write in it by hand."""
    rooms = [max(place.cell.room, _lines(place.cell)) for place in row if place.cell.rows == 1]
    return ROW + LINE * (max(rooms, default=1) - 1)


def needed_height(row: Sequence[Placed]) -> float:
    """About how many mm high a row becomes with what stands in it."""
    words = [
        [int(sum(map(_room, line.content))) // place.characters for line in place.cell.lines] for place in row
    ]
    return max([row_height(row), *(LINE * (len(lines) + sum(lines)) for lines in words)])


def stays_whole(sheet: Sheet, document: Document) -> bool:
    """Whether a table is so low that it is never cut over pages; tables that join others may be."""
    rows = placed(sheet, text_width(document))
    return not sheet.joins and sum(map(needed_height, rows)) < text_height(document) * SMALL


def _room(part: Inline) -> float:
    """The characters that a part takes, whether or not it is filled in."""
    if isinstance(part, Blank):
        return max(part.characters, len(part.value))
    return 2 if isinstance(part, Tick) and part.bare else _length(part)


def _lines(cell: Cell) -> int:
    """How many lines high the lines of a cell are, with their blanks."""
    return sum(
        max([1, *(part.lines for part in line.content if isinstance(part, Blank))]) for line in cell.lines
    )
