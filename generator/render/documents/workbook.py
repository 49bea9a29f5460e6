# SPDX-License-Identifier: Apache-2.0
"""How does a table of many rows become a workbook? To be filled in, with a rule and a sentence a column.

Every cell is text or empty: nothing that anybody writes becomes a formula or a link. Excel and WPS refuse
what a column does not take, with a sentence that says what it takes.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.base.printable import unprintable
from generator.model.form import Column, FieldType, Table
from generator.render.documents.coverage import UnprintableError

FILL, EXPLAIN = "填写", "说明"
ROWS = 500  # are ready to be filled in, more than any table prints
LONGEST_LIST, LONGEST_NOTE, LONGEST_TITLE = 255, 255, 32  # characters; Excel takes no more
LONGEST_TEXT = 500
WIDE = 8  # characters of Excel for one unit of a column's width
PAPER_A4 = 9
ROW_HEIGHT = 20  # points
A_LINE = 60  # characters of an explanation over the whole width
FACE = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True}


def workbook_of(table: Table, title: str, notes: Sequence[str], day: date) -> bytes:
    """The table as XLSX, dated by the day of the data; UnprintableError if a text cannot be shown."""
    _require_printable(table, title, notes)
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        created = datetime(day.year, day.month, day.day)  # noqa: DTZ001  (a day has no zone)
        book.set_properties({"title": title[:LONGEST_LIST], "created": created})
        _fill_sheet(book, table, title)
        _explanations(book, table, title, notes)
    return content.getvalue()


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of the workbook, with the one for the number of the row."""
    number = Column(id="row-number", label="序号", width=1)
    return (number, *table.columns) if table.numbered else table.columns


def labelled(column: Column) -> str:
    """What stands above a column: its name and its unit."""
    return f"{column.label}（{column.unit}）" if column.unit else column.label


def takes(column: Column) -> str:
    """What a column takes, in a sentence for people."""
    unit = f"，单位{column.unit}" if column.unit else ""
    if column.type is FieldType.NUMBER:
        return f"填不小于 0 的数{unit}"
    if column.type is FieldType.DATE:
        return "填日期，写作 2026-03-01"
    if column.type is FieldType.CHOICE:
        return f"从下列各项中选一项：{'、'.join(column.options)}"
    if column.type is FieldType.CHOICES:
        return f"可填多项，用顿号隔开：{'、'.join(column.options)}"
    return f"填文字，不超过{LONGEST_TEXT}字{unit}"


def _require_printable(table: Table, title: str, notes: Sequence[str]) -> None:
    texts = [title, *notes, table.note or "", table.heading or ""]
    for column in table.columns:
        texts += [labelled(column), column.group or "", column.hint or "", *column.options]
    if bad := "".join(map(unprintable, texts)):
        codes = "、".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in bad))
        raise UnprintableError(f"表格 {table.id} 中有印不出的字符：{codes}。修法：改用常用字和标点")


def _fill_sheet(book: Workbook, table: Table, title: str) -> None:
    """The sheet to fill in: title, head of one or two rows, empty rows with rules."""
    sheet = book.add_worksheet(FILL)
    columns = columns_of(table)
    big = book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"})
    sheet.set_row(0, 36)
    _across(sheet, 0, 0, len(columns) - 1, title, big)
    heads = _heads(book, sheet, columns)
    body = book.add_format({**FACE, "border": 1, "num_format": "@"})
    middle = book.add_format({**FACE, "border": 1, "num_format": "@", "align": "center"})
    figure = book.add_format({**FACE, "border": 1, "num_format": "General"})
    day = book.add_format({**FACE, "border": 1, "num_format": "yyyy-mm-dd"})
    looks = {FieldType.NUMBER: figure, FieldType.DATE: day}
    first, last = heads, heads + ROWS - 1
    for row in range(first, last + 1):
        sheet.set_row(row, ROW_HEIGHT)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, WIDE * column.width)
        counts = table.numbered and number == 0
        for row in range(first, last + 1):
            if counts:
                sheet.write_string(row, number, str(row - first + 1), middle)
            else:
                sheet.write_blank(row, number, None, looks.get(column.type, body))
        if not counts:
            sheet.data_validation(first, number, last, number, _rule(column))
    _print(sheet, heads, len(columns), first + max(table.rows, 1) - 1)


def _heads(book: Workbook, sheet: Worksheet, columns: Sequence[Column]) -> int:
    """The head below the title; how many rows stand above the first row to fill in."""
    look = book.add_format({**FACE, "bold": True, "align": "center", "border": 1, "bg_color": "#F2F2F2"})
    grouped = any(column.group for column in columns)
    below = 2 if grouped else 1
    at = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        those = list(members)
        if group is not None:
            _across(sheet, 1, at, at + len(those) - 1, group, look)
        for number, column in enumerate(those, at):
            if grouped and group is None:
                sheet.merge_range(1, number, 2, number, "", look)
                sheet.write_string(1, number, labelled(column), look)
            else:
                sheet.write_string(below, number, labelled(column), look)
        at += len(those)
    return below + 1


def _across(sheet: Worksheet, row: int, first: int, last: int, text: str, look: Format) -> None:
    """A text over several columns; the library would read a formula from a text that it merges."""
    if last > first:
        sheet.merge_range(row, first, row, last, "", look)
    sheet.write_string(row, first, text, look)


def _rule(column: Column) -> dict[str, Any]:
    """What a column takes, for Excel."""
    rule: dict[str, Any]
    if column.type is FieldType.NUMBER:
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
    elif column.type is FieldType.DATE:
        rule = {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)}
    elif column.type is FieldType.CHOICE and _fits_a_list(column.options):
        rule = {"validate": "list", "source": list(column.options)}
    else:
        rule = {"validate": "length", "criteria": "<=", "value": LONGEST_TEXT}
    sentence = takes(column)
    return {
        **rule,
        "ignore_blank": True,
        "input_title": labelled(column)[:LONGEST_TITLE],
        "input_message": (column.hint or sentence)[:LONGEST_NOTE],
        "error_title": "请改正",
        "error_message": sentence[:LONGEST_NOTE],
    }


def _fits_a_list(options: Sequence[str]) -> bool:
    """Whether Excel can offer the options: it parts them by commas and ends them at a quotation mark."""
    return len(",".join(options)) <= LONGEST_LIST and not any(set(option) & set(',"') for option in options)


def _print(sheet: Worksheet, heads: int, width: int, last: int) -> None:
    """On paper: A4 across, as wide as the page, the head again on every page."""
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1, heads - 1)
    sheet.freeze_panes(heads, 0)
    sheet.print_area(0, 0, last, width - 1)
    sheet.set_footer("&C第 &P 页　共 &N 页")


def _explanations(book: Workbook, table: Table, title: str, notes: Sequence[str]) -> None:
    """The sheet that says what each column takes."""
    sheet = book.add_worksheet(EXPLAIN)
    strong = book.add_format({**FACE, "bold": True})
    head = book.add_format({**FACE, "bold": True, "border": 1, "bg_color": "#F2F2F2"})
    body = book.add_format({**FACE, "border": 1})
    plain = book.add_format(FACE)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 2, 60)
    row = 0
    for text, look in [(title, strong), *((note, plain) for note in notes), *_own_notes(table, plain)]:
        _across(sheet, row, 0, 2, text, look)
        sheet.set_row(row, ROW_HEIGHT * (1 + len(text) // A_LINE))
        row += 1
    rows = [("列", "填什么", "说明")]
    rows += [
        (" / ".join(filter(None, (column.group, labelled(column)))), takes(column), column.hint or "")
        for column in table.columns
    ]
    for number, cells in enumerate(rows):
        for at, text in enumerate(cells):
            sheet.write_string(row + number, at, text, body if number else head)
    sheet.set_paper(PAPER_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _own_notes(table: Table, look: Format) -> list[tuple[str, Format]]:
    """What the table itself has to say."""
    texts = [table.note] if table.note else []
    if table.at_least:
        texts.append(f"至少填{table.at_least}行。")
    if table.columns_are_ours:
        texts.append("原表没有列头，各列由本站拟定。")
    return [(text, look) for text in texts]
