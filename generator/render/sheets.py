# SPDX-License-Identifier: Apache-2.0
"""How does a table become CSV and XLSX? Every cell is text, and the same rows give the same bytes.

In CSV a cell that a spreadsheet would take for a formula is guarded by a leading apostrophe; files begin
with a byte order mark, so that Excel reads Chinese. For XLSX the library makes one empty workbook, the
frame; rows are poured into its sheet, because laying out a workbook for every list would cost a
thousand times the rows.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import escape

import xlsxwriter

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 48
SHEET, TITLE = "@sheet@", "@title@"  # where the frame's names stand
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
ROWS_AT_ONCE = 1000
COLUMNS = re.compile("<cols>.*</cols>")
CELLS = re.compile("<sheetData>.*</sheetData>", re.DOTALL)
BORDER = "\x1f"  # stands in no cell: records refuse control characters
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\r\x0e-\x1e\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
HEAD_STYLE, BODY_STYLE = 1, 2


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A workbook without rows: the parts that are the same in all, packed, and those with names in them."""

    packed: bytes
    named: tuple[tuple[str, str], ...]
    sheet_path: str
    before: str  # the sheet up to its columns
    between: str  # from its columns to its rows
    after: str


def csv_of(table: Table) -> bytes:
    """The table as CSV (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def guarded(cell: str) -> str:
    """The cell as a spreadsheet will show it, never compute it."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def xlsx_of(table: Table, day: date, title: str | None = None) -> bytes:
    """The table as a workbook of one sheet, all cells text, dated by the day of the data."""
    frame = _frame(day)
    content = io.BytesIO(frame.packed)
    content.seek(0, io.SEEK_END)
    names = {SHEET: escape(table.title), TITLE: escape(title or table.title)}
    with zipfile.ZipFile(content, "a") as book:
        for path, text in frame.named:
            book.writestr(_member(path), _filled(text, names))
        with book.open(_member(frame.sheet_path), "w") as sheet:
            for piece in _sheet(table, frame):
                sheet.write(piece.encode())
    return content.getvalue()


@cache
def _frame(day: date) -> _Frame:
    """The frame for the data of one day, as the library lays it out."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": TITLE, "created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 10)
    sheet.write_string(0, 0, "", head)
    sheet.write_string(1, 0, "", body)
    sheet.freeze_panes(1, 0)
    book.close()
    with zipfile.ZipFile(made) as parts:
        texts = {name: parts.read(name).decode() for name in parts.namelist()}
    path = next(name for name in texts if name.startswith("xl/worksheets/"))
    before, rest = COLUMNS.split(texts.pop(path))
    between, after = CELLS.split(rest)
    before = re.sub("<dimension [^>]*>", "", before)
    named = tuple((name, text) for name, text in texts.items() if SHEET in text or TITLE in text)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        for name, text in texts.items():
            if (name, text) not in named:
                book.writestr(_member(name), text)
    return _Frame(packed.getvalue(), named, path, before, between, after)


def _member(path: str) -> zipfile.ZipInfo:
    """A member of a workbook, with no clock in it."""
    member = zipfile.ZipInfo(path, FIXED_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _filled(text: str, names: dict[str, str]) -> str:
    for mark, name in names.items():
        text = text.replace(mark, name)
    return text


def _sheet(table: Table, frame: _Frame) -> Iterator[str]:
    """The XML of the sheet, piece by piece."""
    width, length = len(table.columns), len(table.rows)
    letters = [_letters(number) for number in range(width)]
    yield f"{frame.before}{_columns(table)}{frame.between}<sheetData>"
    yield _row(1, table.columns, letters, HEAD_STYLE)
    for start in range(0, length, ROWS_AT_ONCE):
        rows = enumerate(table.rows[start : start + ROWS_AT_ONCE], start + 2)
        yield "".join([_row(number, row, letters, BODY_STYLE) for number, row in rows])
    filtered = f'<autoFilter ref="A1:{letters[-1]}{length + 1}"/>' if length else ""
    yield f"</sheetData>{filtered}{frame.after}"


def _row(number: int, cells: Sequence[str], letters: Sequence[str], style: int) -> str:
    """One row; a cell without text is blank."""
    texts = escape(_kept(BORDER.join(cells)), quote=False).split(BORDER)
    made = [
        f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        if text
        else f'<c r="{letter}{number}" s="{style}"/>'
        for letter, text in zip(letters, texts, strict=True)
    ]
    return f'<row r="{number}">{"".join(made)}</row>'


def _kept(text: str) -> str:
    """What XML cannot hold, in the way of workbooks: a tab-like _x000B_ for the character itself."""
    return NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _columns(table: Table) -> str:
    """The widths of the columns, by their longest cell; a Chinese character is as wide as two digits."""
    longest = [len(name) for name in table.columns]
    for start in range(0, len(table.rows), ROWS_AT_ONCE):
        columns = zip(*table.rows[start : start + ROWS_AT_ONCE], strict=True)
        longest = [max(known, *map(len, column)) for known, column in zip(longest, columns, strict=True)]
    widths = [min(WIDEST, 2 * length + 2) for length in longest]
    made = [
        f'<col min="{number}" max="{number}" width="{width}.7109375" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    ]
    return f"<cols>{''.join(made)}</cols>"


def _letters(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    before, last = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(65 + last)
