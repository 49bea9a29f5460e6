# SPDX-License-Identifier: Apache-2.0
"""What stands in a sheet? Cells by row and column, cleaned of what nobody typed on purpose.

Rows and columns are counted from 1, as a spreadsheet shows them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from openpyxl.utils import get_column_letter

from generator.load.text_file import HIDDEN

# Digits, letters and the space of double width; brackets and points keep theirs.
WIDE = {
    point: point - 0xFEE0
    for point in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
TO_NARROW = WIDE | {0x3000: 0x20}
# Of what cannot be seen: what stands for a character that is lost or that no other computer has.
LOST = re.compile("[\ue000-\uf8ff\ufff0-\uffff\U000f0000-\U0010ffff]")
SPACES = re.compile(r"\s+")
BETWEEN_CHARACTERS = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")


class Kind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    FORMULA = auto()
    OTHER = auto()  # an error such as #N/A, or a yes or no


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that is not empty; `merged` is the range whose value this is, such as C5:C7.

    The value of a merged range counts for each of its rows, in its first column.
    """

    text: str
    kind: Kind = Kind.TEXT
    merged: str = ""
    is_first: bool = True  # False in the further rows of a merged range
    is_wide: bool = False  # merged over several columns


Row = Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a list in CSV is a sheet without a name."""

    name: str
    rows: Mapping[int, Row]  # those that hold anything, in order
    is_hidden: bool = False
    hidden_rows: frozenset[int] = field(default_factory=frozenset)
    hidden_columns: frozenset[int] = field(default_factory=frozenset)


def clean(text: str) -> str:
    """A text on one line, with narrow digits and letters, and without spaces between Chinese characters."""
    kept = LOST.sub("\ufffd", text.translate(TO_NARROW))
    kept = SPACES.sub(" ", "".join(c for c in kept if c in "\t\n\r\ufffd" or not HIDDEN.match(c)))
    return BETWEEN_CHARACTERS.sub("", kept).strip()


def column_name(number: int) -> str:
    """3 is C."""
    return get_column_letter(number)
