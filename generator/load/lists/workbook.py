# SPDX-License-Identifier: Apache-2.0
"""What does a list in a workbook say? No formula is evaluated, no link followed, nothing run."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.cell import Cell as WorkbookCell
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.base.days import PartialDate, in_chinese
from generator.load.attached.piece import Refused
from generator.load.lists.comma import ANEW
from generator.load.lists.essence import DAMAGED, MOST_CELLS, TOO_MUCH, essence
from generator.load.lists.sheet import Cell, Kind, Sheet, clean

ERROR, LOGICAL = "e", "b"  # as the library calls what a cell holds


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Every sheet of a workbook; Refused where it cannot be read."""
    book = _opened(essence(content))
    return tuple(_sheet(sheet) for sheet in book.worksheets)


def _opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what the library leaves out, which is nothing that is read
        try:
            return load_workbook(io.BytesIO(content), keep_links=False)
        except Exception as error:  # what the library raises depends on which part is broken, and how
            raise Refused(DAMAGED, ANEW) from error


def _sheet(sheet: Worksheet) -> Sheet:
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise Refused("表格大得不合常理", TOO_MUCH)
    rows: dict[int, dict[int, Cell]] = {}
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell, WorkbookCell) and (read := _cell(cell)):
                rows.setdefault(cell.row, {})[cell.column] = read
    for merged in sheet.merged_cells.ranges:
        value = rows.get(merged.min_row, {}).get(merged.min_col)
        if value is None:
            continue
        first = replace(value, merged=merged.coord, is_wide=merged.max_col > merged.min_col)
        for row in range(merged.min_row, merged.max_row + 1):
            rows.setdefault(row, {})[merged.min_col] = replace(first, is_first=row == merged.min_row)
    return Sheet(
        name=clean(sheet.title),
        rows={number: dict(sorted(rows[number].items())) for number in sorted(rows)},
        is_hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(n for n, row in sheet.row_dimensions.items() if row.hidden or row.height == 0),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    """Columns of the same width stand together, under the name of the first."""
    for name, column in sheet.column_dimensions.items():
        if column.hidden:
            first = column_index_from_string(name)
            yield from range(column.min or first, (column.max or first) + 1)


def _cell(cell: WorkbookCell) -> Cell | None:
    value = cell.value
    if value is None or cell.data_type == "f":
        return Cell("", Kind.FORMULA) if cell.data_type == "f" else None
    if cell.data_type in {ERROR, LOGICAL}:
        return Cell(str(value), Kind.OTHER)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(in_chinese(PartialDate.parse(day)), Kind.DAY)
    if isinstance(value, int | float):
        whole = isinstance(value, int) or value.is_integer()
        return Cell(str(int(value)) if whole else str(value), Kind.NUMBER)
    text = clean(str(value))
    return Cell(text, Kind.FORMULA if text.startswith("=") else Kind.TEXT) if text else None
