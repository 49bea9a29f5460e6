# SPDX-License-Identifier: Apache-2.0
"""What of a workbook is a list? Its cells, merged ranges, hidden rows and columns, and nothing else.

The library that reads workbooks trusts what it is given: it makes a cell for every cell of a merged range, it
opens pictures, it follows what a sheet refers to. So it is given an archive made anew: no document types, no
drawings, links, comments, names or macros, no cells without a value, nothing beyond the bounds of a list.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from openpyxl.utils import column_index_from_string, range_boundaries

from generator.load.attached.package import members, tag, tree
from generator.load.attached.piece import Refused
from generator.load.lists.comma import ANEW, COLUMNS, ROWS
from generator.load.lists.sheet import column_name

PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/[^/]+\.rels|xl/worksheets/[^/]+\.xml"
)
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
OF_A_SHEET = ("sheetFormatPr", "cols", "sheetData", "mergeCells")
NOT_OF_A_WORKBOOK = ("definedNames", "externalReferences", "pivotCaches", "extLst", "AlternateContent")
OF_STYLES = ("numFmts", "borders", "cellXfs")  # what tells a day from a number, and what merged cells need
MOST_CELLS = 500_000  # of one sheet
STRICT = "purl.oclc.org"
MAX_XML = 24_000_000  # bytes of the parts that are read
DAMAGED = "文件已损坏，读不出来"
TOO_MUCH = "选中名单，复制到一个新的工作簿，保存后再导入"
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, OSError)


def essence(content: bytes) -> bytes:
    """The archive made anew; Refused where anything in the file is not as it should be."""
    try:
        files = members(content)
    except BROKEN as error:
        raise Refused(DAMAGED, ANEW) from error
    if not any(name.startswith("xl/") for name in files):
        raise Refused("里面不是 Excel 工作簿", ANEW)
    kept = {name: part for name, part in files.items() if PARTS.fullmatch(name)}
    if sum(map(len, kept.values())) > MAX_XML:
        raise Refused("表格大得不合常理，多半是名单以外的空白行列也设了格式", TOO_MUCH)
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(stream, "w") as archive:
            for name, part in kept.items():
                archive.writestr(name, _cleared(name, part, kept))
    except BROKEN as error:  # as where tags stand thousands deep in each other
        raise Refused(DAMAGED, ANEW) from error
    return stream.getvalue()


def _cleared(name: str, part: bytes, kept: Mapping[str, bytes]) -> bytes:
    """A part without what is not read."""
    root = tree(part)
    if SHEET.fullmatch(name):
        _clear_sheet(root)
    elif tag(root) == "workbook":
        if STRICT in root.tag:
            raise Refused("是“严格的 Open XML”工作簿，本工具读不了", ANEW)
        _keep(root, [child for child in root if tag(child) not in NOT_OF_A_WORKBOOK])
    elif tag(root) == "styleSheet":
        _keep(root, [child for child in root if tag(child) in OF_STYLES])
    elif tag(root) == "Types":
        _keep(root, [child for child in root if _is_kept(child.get("PartName"), kept)])
    elif name.endswith(".rels"):
        _keep(root, [child for child in root if child.get("TargetMode") != "External"])
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _is_kept(part: str | None, kept: Mapping[str, bytes]) -> bool:
    return part is None or part.lstrip("/") in kept


def _keep(root: Element, children: list[Element]) -> None:
    root[:] = children


def _clear_sheet(root: Element) -> None:
    """Only rows that hold something or are hidden, only cells with a value, within bounds."""
    _keep(root, [child for child in root if tag(child) in OF_A_SHEET])
    for child in root:
        if tag(child) == "sheetData":
            for row in child:
                _keep(row, [cell for cell in row if len(cell)])
            _keep(child, [row for row in child if len(row) or _is_hidden(row)])
            _check_places(child)
        elif tag(child) == "mergeCells":
            _check_ranges(child)


def _is_hidden(row: Element) -> bool:
    return row.get("hidden") in {"1", "true"} or row.get("ht") == "0"


def _check_places(data: Element) -> None:
    """A row or a cell without a place of its own follows the one before it."""
    number = 0
    for row in data:
        stated = row.get("r", "")
        number = int(stated) if stated.isdecimal() else number + 1
        cells = [PLACE.fullmatch(cell.get("r", f"A{number}")) for cell in row]
        if any(found is None for found in cells):
            raise Refused(DAMAGED, ANEW)
        if cells and max([number, *(int(found[2]) for found in cells if found)]) > ROWS:
            raise Refused(f"第 {ROWS:,} 行以下还有内容", f"删去那些内容；或{TOO_MUCH}")
        last = max((column_index_from_string(found[1]) for found in cells if found), default=0)
        if max(last, len(cells)) > COLUMNS:
            raise Refused(f"{column_name(COLUMNS)} 列以右还有内容", f"删去那些内容；或{TOO_MUCH}")


def _check_ranges(merged: Element) -> None:
    """No merged range is beyond the bounds, and all together have a bound too."""
    area = 0
    for one in merged:
        try:
            left, top, right, bottom = range_boundaries(one.get("ref", ""))
        except (ValueError, TypeError) as error:
            raise Refused(DAMAGED, ANEW) from error
        if not (left and top and right and bottom) or bottom > ROWS or right > COLUMNS:
            raise Refused("有一处合并的单元格大得不合常理", f"取消整行、整列的合并；或{TOO_MUCH}")
        area += (right - left + 1) * (bottom - top + 1)
    if area > MOST_CELLS:
        raise Refused("合并的单元格多得不合常理", f"取消合并；或{TOO_MUCH}")
