# SPDX-License-Identifier: Apache-2.0
"""Are lists read whatever they were saved as, and is everything else refused with the way to a list?"""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Border, PatternFill, Side

from generator.load.attached.piece import Refused
from generator.load.lists.comma import COLUMNS, LARGEST, ROWS
from generator.load.lists.reading import MAX_BYTES, sheets_in
from generator.load.lists.sheet import Cell, Kind, Sheet
from tests.official_lists import HEAD, comma_separated, empty, listed, row, saved, sheet, workbook

OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, b"<a/>")
    return stream.getvalue()


def only_sheet(file: Path) -> Sheet:
    (found,) = sheets_in(file.name, file.read_bytes())
    return found


def refusal(path: Path, content: bytes | None = None) -> tuple[str, str]:
    """What is said of a file that is refused."""
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        sheets_in(path.name, path.read_bytes())
    return refused.value.message, refused.value.repair


def rewritten(file: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A workbook with its parts changed."""
    parts = zipfile.ZipFile(io.BytesIO(file.read_bytes()))
    with zipfile.ZipFile(file, "w") as archive:
        for name in parts.namelist():
            archive.writestr(name, change(name, parts.read(name)))
    return file


def as_spreadsheets_write(path: Path, *lines: Sequence[object]) -> Path:
    """A workbook with its texts in a part of their own, where Excel and WPS keep them."""
    with xlsxwriter.Workbook(path) as book:
        made = book.add_worksheet("名单")
        for number, line in enumerate(lines):
            made.write_row(number, 0, line)
    return path


def test_texts_that_are_kept_apart_are_read(tmp_path: Path) -> None:
    file = as_spreadsheets_write(tmp_path / "list.xlsx", ["平台名称"], ["样例甲"])

    assert only_sheet(file).rows == {1: {1: Cell("平台名称")}, 2: {1: Cell("样例甲")}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_csv_is_read_in_each_encoding(tmp_path: Path, encoding: str, line_end: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(line_end.join(["序号,平台名称", "1,样例甲服务中心"]).encode(encoding))

    assert only_sheet(file).rows == {
        1: {1: Cell("序号"), 2: Cell("平台名称")},
        2: {1: Cell("1"), 2: Cell("样例甲服务中心")},
    }


def test_csv_may_hold_line_breaks_blank_lines_and_separators_in_quotes(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text('平台\n\n"样例甲，\n服务,中心"\n', encoding="utf-8")

    assert only_sheet(file).rows == {1: {1: Cell("平台")}, 3: {1: Cell("样例甲，服务,中心")}}


def test_csv_separated_by_tabs_is_read(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("序号\t平台名称\n1\t样例甲\n", encoding="utf-8")

    assert only_sheet(file).rows[2] == {1: Cell("1"), 2: Cell("样例甲")}


def test_what_csv_would_have_a_spreadsheet_reckon_is_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text('平台名称\n"=HYPERLINK(""https://example.org"")"\n', encoding="utf-8")

    assert only_sheet(file).rows[2][1].kind is Kind.FORMULA


def test_cells_of_a_workbook_have_their_kinds(tmp_path: Path) -> None:
    cells = ["样例　甲 服务\n中心１２Ａ（甲）", 7, 7.5, date(2024, 5, 7), "=1+1", True, "#N/A", " ", "A B  C"]

    assert only_sheet(workbook(tmp_path / "list.xlsx", cells)).rows[1] == {
        1: Cell("样例甲服务中心12A（甲）"),
        2: Cell("7", Kind.NUMBER),
        3: Cell("7.5", Kind.NUMBER),
        4: Cell("2024年5月7日", Kind.DAY),
        5: Cell("", Kind.FORMULA),
        6: Cell("True", Kind.OTHER),
        7: Cell("#N/A", Kind.OTHER),
        9: Cell("A B C"),
    }


def test_a_formula_is_not_evaluated_and_its_last_result_not_taken(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        book.add_worksheet().write_formula("A1", "=1+1", None, 2)

    assert only_sheet(tmp_path / "list.xlsx").rows[1][1] == Cell("", Kind.FORMULA)


def test_hidden_sheets_rows_and_columns_are_told(tmp_path: Path) -> None:
    book = empty()
    shown = sheet(book, "名单", [HEAD, row(1), row(2)])
    shown.row_dimensions[2].hidden = True
    shown.column_dimensions.group("D", "E", hidden=True)
    sheet(book, "藏起来的", [["甲"]]).sheet_state = "veryHidden"
    file = saved(book, tmp_path / "list.xlsx")
    rewritten(file, lambda _, part: part.replace(b'<row r="3"', b'<row r="3" ht="0"'))
    first, second = sheets_in(file.name, file.read_bytes())

    assert (sorted(first.hidden_rows), sorted(first.hidden_columns)) == ([2, 3], [4, 5])
    assert (first.is_hidden, second.is_hidden) == (False, True)


def test_the_value_of_a_merged_range_counts_for_its_rows(tmp_path: Path) -> None:
    book = empty()
    made = sheet(book, "名单", [["甲", "乙"], ["丙", "样例市"], ["丁", None]])
    made.merge_cells("B2:B3")
    made.merge_cells("D1:E2")
    made["B2"].border = Border(left=Side("thin"), bottom=Side("thin"))  # as in nearly every official list

    assert only_sheet(saved(book, tmp_path / "list.xlsx")).rows == {
        1: {1: Cell("甲"), 2: Cell("乙")},
        2: {1: Cell("丙"), 2: Cell("样例市", merged="B2:B3")},
        3: {1: Cell("丁"), 2: Cell("样例市", merged="B2:B3", is_first=False)},
    }


def test_links_comments_and_blank_cells_with_a_format_are_passed_over(tmp_path: Path) -> None:
    book = empty()
    made = sheet(book, "名单", [["样例甲"]])
    made["A1"].hyperlink = "https://example.org/external"
    for number in range(1, 400):
        made.cell(5000, number).fill = PatternFill("solid", fgColor="FFFF00")

    assert only_sheet(saved(book, tmp_path / "list.xlsx")).rows == {1: {1: Cell("样例甲")}}


def test_characters_that_cannot_be_seen_are_dropped_and_lost_ones_marked(tmp_path: Path) -> None:
    file = workbook(tmp_path / "list.xlsx", ["样\u200b例\u00ad甲", "样\ue000例", "样\ufffd例"])

    assert [cell.text for cell in only_sheet(file).rows[1].values()] == ["样例甲", "样\ufffd例", "样\ufffd例"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("list.xlsx", b"", "文件是空的"),
        ("list.csv", b" \n,,\n", "文件是空的"),
        ("list.xls", OLD_FORMAT, "旧版的 .xls"),
        ("list.xlsx", OLD_FORMAT, "与后缀不符"),
        ("list.xls", b"<html><table></table></html>", "旧版的 .xls"),
        ("list.xlsx", OLD_FORMAT + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        ("list.xlsm", b"PK\x03\x04", "带宏"),
        ("list.pdf", b"%PDF-1.7", "只收 .xlsx 和 .csv"),
        ("list", b"1", "只收 .xlsx 和 .csv"),
        ("list.xlsx", "平台名称\n样例甲".encode(), "内容却不是工作簿"),
        ("list.csv", b"PK\x03\x04", "内容却是工作簿"),
        ("list.xlsx", b"PK\x03\x04 broken", "已损坏"),
        ("list.xlsx", zipped("word/document.xml"), "不是 Excel 工作簿"),
        ("list.csv", b"\xff\xff\xff", "编码"),
        ("list.csv", "平台名称".encode("utf-16"), "编码"),
        ("list.csv", b"a\0b", "不是文本"),
        ("list.csv", b'"' + b"a" * (LARGEST + 1), "引号"),
        ("list.csv", b'"' + b"a" * 200_000, "引号"),
        ("list.csv", b"a\n" * (ROWS + 1), "太大"),
        ("list.csv", b"a," * COLUMNS, "太大"),
        ("list.csv", b"a" * (MAX_BYTES + 1), "超过 20 MB"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    told, repair = refusal(tmp_path / name, content)

    assert message in told
    assert len(repair) > 6


def test_old_workbooks_are_refused_with_the_way_to_new_ones(tmp_path: Path) -> None:
    assert "另存为“Excel 工作簿（*.xlsx）”" in refusal(tmp_path / "list.xls", OLD_FORMAT)[1]


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert refusal(saved(Workbook(), tmp_path / "list.xlsx"))[0] == "文件是空的"


def test_a_workbook_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    file = listed(tmp_path / "list.xlsx", row(1))
    content = file.read_bytes()

    for size in range(4, len(content) - 1, 397):
        assert "已损坏" in refusal(file, content[:size])[0]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_workbook_with_a_broken_part_is_refused(tmp_path: Path, part: str) -> None:
    file = as_spreadsheets_write(tmp_path / "list.xlsx", HEAD, row(1))
    rewritten(file, lambda name, content: content[: len(content) // 2] if name == part else content)

    assert "已损坏" in refusal(file)[0]


def test_a_cell_that_leads_to_no_text_is_refused(tmp_path: Path) -> None:
    file = as_spreadsheets_write(tmp_path / "list.xlsx", HEAD, row(1))
    rewritten(file, lambda _, part: part.replace(b"<v>0</v>", b"<v>999</v>"))

    assert "已损坏" in refusal(file)[0]


def test_a_workbook_in_the_strict_format_is_refused(tmp_path: Path) -> None:
    file = listed(tmp_path / "list.xlsx", row(1))
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rewritten(
        file, lambda _, part: part.replace(transitional, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    )

    assert "严格的 Open XML" in refusal(file)[0]


def test_a_document_type_is_refused_before_its_entities_are_read(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    file = as_spreadsheets_write(tmp_path / "list.xlsx", HEAD, row(1))
    rewritten(file, lambda name, part: bomb if name == "xl/sharedStrings.xml" else part)

    assert "DOCTYPE" in refusal(file)[0]


def test_an_archive_that_would_unpack_to_far_too_much_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 61_000_000)

    assert "大得不合常理" in refusal(file)[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b'r="B2"', b'r="XFD2"', "列以右"),
        (b'r="B2"', b'r="B1048576"', "行以下"),
        (b'<row r="2"', b'<row r="1048576"', "行以下"),
        (b'r="B2"', b'r="?"', "已损坏"),
        (b'<row r="2"', b'<row r="' + b"9" * 5000 + b'"', "已损坏"),
        (b"<is>", b"<is>" + b"<a>" * 5000 + b"</a>" * 5000, "已损坏"),
        (b'ref="A5:B6"', b'ref="A1:XFD1048576"', "合并"),
        (b'ref="A5:B6"', b'ref="A:B"', "合并"),
        (b'ref="A5:B6"', b'ref="?"', "已损坏"),
        (b'ref="A5:B6"', b'ref="A5:GA9999"', "合并"),
    ],
)
def test_what_lies_beyond_the_bounds_of_a_list_is_refused(
    tmp_path: Path, old: bytes, new: bytes, message: str
) -> None:
    book = empty()
    sheet(book, "名单", [HEAD, row(1)]).merge_cells("A5:B6")
    file = saved(book, tmp_path / "list.xlsx")
    rewritten(file, lambda name, part: part.replace(old, new) if "worksheets" in name else part)

    assert message in refusal(file)[0]


def test_a_list_may_be_as_long_as_the_bound(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(comma_separated(*[["样例"]] * ROWS), encoding="utf-8")

    assert len(only_sheet(file).rows) == ROWS
