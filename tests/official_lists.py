# SPDX-License-Identifier: Apache-2.0
"""How do the lists look that authorities publish? Plainly fictitious ones, as messy as real ones are."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.base.identifiers import credit_code_check_character

HEAD = ("序号", "平台名称", "运营单位", "统一社会信用代码", "服务类别", "所在地", "备注")

PERSONS = ("推荐单位", "联系人", "联系电话")
WANG = ("东区", "王样例", "13800138000")
LI = ("东区", "李样例", 13800138001)  # a number, as spreadsheets keep it


def code(number: int) -> str:
    """A sound credit code of an organization that is nowhere."""
    body = f"91990100MA{number:07}"
    return body + credit_code_check_character(body)


def row(number: int, /, **changes: object) -> list[object]:
    """One row below HEAD; the fields that are changed are called as the record calls them."""
    cells: dict[str, object] = {
        "number": number,
        "name": f"样例第{number}号公共服务平台",
        "operator": f"样例{number}号有限公司",
        "credit_code": code(number),
        "functions": "培训服务",
        "location": "样例市东区",
        "note": None,
    }
    return list((cells | changes).values())


def rows(count: int) -> list[list[object]]:
    return [row(number) for number in range(1, count + 1)]


def empty() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    for made in book.worksheets:
        book.remove(made)
    return book


def sheet(book: Workbook, name: str, lines: Iterable[Sequence[object]]) -> Worksheet:
    """A sheet of a workbook with these lines."""
    made: Worksheet = book.create_sheet(name)
    for line in lines:
        made.append(list(line))
    return made


def saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path


def workbook(path: Path, *lines: Sequence[object]) -> Path:
    """A workbook of one sheet."""
    book = empty()
    sheet(book, "名单", lines)
    return saved(book, path)


def listed(path: Path, *below: Sequence[object]) -> Path:
    """A workbook of one sheet with the usual head."""
    return workbook(path, HEAD, *below)


def comma_separated(*lines: Sequence[object]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows(lines)
    return stream.getvalue()


def messy(path: Path) -> Path:
    """Titles over all columns, a head of two rows, groups, merged cells, notes, and sheets to be left out."""
    book = empty()
    first = sheet(
        book,
        "综合类 平台",
        [
            ["附件１"],
            ["2023年度样例市中小企业公共服务示范平台名单（共６家）"],
            ["序号", "平 台\n名 称", "单位情况", None, "服务\n类别", "所在县（市、区）", *PERSONS],
            [None, None, "运营单位名称（盖章）", "统一社会信用代码"],
            ["一、综合服务（４家）"],
            [1, "样例丁 公共服务平台", "样例丁有限公司", code(11), "培训服务、信息服务", "样例市东区", *WANG],
            [2, "样例戊公共\n服务平台", "样例戊有限公司", code(12).lower(), "培训", None, *LI],
            [3, "样例甲服务中心", "样例甲有限公司", code(13), "培训服务"],
            [],
            ["序号", "平台名称", "单位情况", None, "服务类别", "所在县（市、区）", *PERSONS],
            [4, "样例己（样例）公共服务平台", "样例己有限公司", "/", "太空服务、信息服务", "样例市西区"],
            ["注：以上平台按认定先后排列。"],
        ],
    )  # fmt: skip
    for merged in ("A1:I1", "A2:I2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:I4"):
        first.merge_cells(merged)
    for merged in ("A5:I5", "F6:F8", "A12:I12"):
        first.merge_cells(merged)
    sheet(
        book,
        "专业类平台",
        [
            ["序号", "平台名称", "运营单位", "统一社会信用代码", "服务类别", "所在地"],
            [5, "样例庚公共服务平台", "样例庚有限公司", code(15), "信息服务", "样例市西区"],
            [6, "样例辛公共服务平台", "样例辛有限公司", code(16), "信息服务", "样例市西区"],
            ["合计", "2家"],
        ],
    )
    sheet(book, "未通过", [HEAD, row(99)]).sheet_state = "hidden"
    sheet(book, "填报说明", [["请各区于5月底前报送。"]])
    return saved(book, path)
