# SPDX-License-Identifier: Apache-2.0
"""Is a workbook that is poured into a frame a good one: text in every cell, sound XML, the same bytes?"""

import io
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.render.sheets import WIDEST, Table, xlsx_of
from tests.builders import TINY_DAY


def table(*rows: tuple[str, ...]) -> Table:
    return Table("sample", "样例", ("甲", "乙", "丙")[: len(rows[0])] if rows else ("甲",), rows)


def sheet_of(content: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_every_part_of_a_workbook_is_sound_xml_and_stands_there_once() -> None:
    content = xlsx_of(table(("<一>", "&二")), TINY_DAY, title="<三> & 四")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()

    assert len(names) == len(set(names))
    for text in parts_of(content).values():
        ET.fromstring(text)


def test_every_part_that_a_workbook_refers_to_is_there() -> None:
    parts = parts_of(xlsx_of(table(("一",)), TINY_DAY))
    types = ET.fromstring(parts["[Content_Types].xml"])

    assert {e.attrib["PartName"].removeprefix("/") for e in types if "PartName" in e.attrib} <= set(parts)


def test_nothing_of_the_frame_shows_in_a_workbook() -> None:
    content = xlsx_of(table(("一",)), TINY_DAY)

    assert not [name for name, part in parts_of(content).items() if b"@sheet@" in part or b"@title@" in part]
    assert load_workbook(io.BytesIO(content)).sheetnames == ["样例"]
    assert load_workbook(io.BytesIO(content)).properties.title == "样例"


def test_the_head_stays_in_sight_and_every_column_can_be_filtered() -> None:
    sheet = sheet_of(xlsx_of(table(("一", "二"), ("三", "四")), TINY_DAY))

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet["A1"].font.b
    assert sheet["A2"].number_format == "@"


@pytest.mark.parametrize(("text", "width"), [("一二三", 8), ("长" * 100, WIDEST)])
def test_a_column_is_as_wide_as_its_longest_cell_up_to_a_limit(text: str, width: int) -> None:
    assert int(sheet_of(xlsx_of(table((text,)), TINY_DAY)).column_dimensions["A"].width) == width


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("前\x00后", "前_x0000_后"),
        ("前\x1e后", "前_x001E_后"),
        ("前\r后", "前_x000D_后"),
        ("前\uffff后", "前_xFFFF_后"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x41_", "_x41_"),
        ("前\t中\n后", "前\t中\n后"),
        ("  首尾  ", "  首尾  "),
        ("]]>", "]]>"),
    ],
)
def test_a_character_that_xml_cannot_hold_is_kept_in_the_way_of_workbooks(text: str, kept: str) -> None:
    assert sheet_of(xlsx_of(table((text,)), TINY_DAY))["A2"].value == kept


@pytest.mark.parametrize(("width", "last"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_columns_are_lettered_beyond_z(width: int, last: str) -> None:
    names = tuple(f"列{number}" for number in range(width))
    sheet = sheet_of(xlsx_of(Table("wide", "宽", names, (names,)), TINY_DAY))

    assert sheet.auto_filter.ref == f"A1:{last}2"
    assert [cell.value for cell in sheet[2]] == list(names)


def test_more_rows_than_are_written_at_once_all_come_back_in_order() -> None:
    rows = tuple((str(number),) for number in range(2345))
    sheet = sheet_of(xlsx_of(table(*rows), TINY_DAY))

    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2)] == [cell for (cell,) in rows]


def test_the_same_rows_give_the_same_bytes_and_another_day_others() -> None:
    one = table(("一", ""))

    assert xlsx_of(one, TINY_DAY) == xlsx_of(one, TINY_DAY)
    other = xlsx_of(one, date(2025, 3, 4))
    assert load_workbook(io.BytesIO(other)).properties.created == datetime(2025, 3, 4)  # noqa: DTZ001
    assert load_workbook(io.BytesIO(xlsx_of(one, TINY_DAY))).properties.created == datetime(2024, 1, 2)  # noqa: DTZ001
