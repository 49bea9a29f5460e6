# SPDX-License-Identifier: Apache-2.0
"""What does a workbook say? Cells of all sheets, hidden ones too, names, comments, headers, properties."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from xml.etree.ElementTree import Element

from generator.base.personal_data import personal_numbers
from generator.load.attached.package import (
    INSPECT,
    XML,
    check_members,
    everything,
    media,
    members,
    properties,
    tag,
    tree,
)
from generator.load.attached.piece import Piece, Refused, Remnant, Taken

WORKBOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
# Where in a header or footer what follows stands, and how it looks, as &C and &"宋体"; a number may touch it.
HEADER_CODE = re.compile('&(?:"[^"]*"|[A-Za-z])')
UNHIDE = "取消隐藏，核对后删去这张工作表，或让它公开"


def xlsx(content: bytes) -> Iterator[Taken]:
    """Everything that a workbook says or carries."""
    files = members(content)
    if WORKBOOK not in files:
        raise Refused("这不是 Excel 工作簿", "核对文件和后缀；工作簿另存为 .xlsx")
    check_members(files)
    yield from properties(files)
    strings = [_text(item) for item in tree(files[STRINGS])] if STRINGS in files else []
    used: set[int] = set()
    sheets = dict(_sheets(files))
    for name, (place, hidden) in sheets.items():
        if hidden:
            yield Remnant(place, "隐藏的工作表，下载的人都能看到", UNHIDE)
        yield from _cells(tree(files[name]), place, strings, used)
    unused = (text for index, text in enumerate(strings) if index not in used)
    yield from (Piece("已删去的单元格留下的文字", text) for text in unused)
    yield from _further(files, {*sheets, STRINGS})
    yield from media(files)


def _sheets(files: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """The file of each sheet, how it is called, and whether it is hidden."""
    rels = files.get("xl/_rels/workbook.xml.rels", b"<none/>")
    targets = {rel.get("Id"): rel.get("Target", "") for rel in tree(rels)}
    sheets = (element for element in tree(files[WORKBOOK]).iter() if tag(element) == "sheet")
    for number, sheet in enumerate(sheets, 1):
        id_ = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        file = posixpath.normpath(posixpath.join("/xl", targets.get(id_, ""))).lstrip("/")
        name = sheet.get("name", "")
        place = f"第 {number} 张工作表" if personal_numbers(name) else f"工作表“{name}”"
        if file in files:
            yield file, (place, sheet.get("state", "visible") != "visible")


def _cells(root: Element, place: str, strings: list[str], used: set[int]) -> Iterator[Taken]:
    """The cells of a sheet, with formulas; then what else stands in it."""
    cells: set[Element] = set()
    for cell in root.iter():
        if tag(cell) != "c":
            continue
        cells.update(cell.iter())
        parts = {tag(element): element.text or "" for element in cell}
        value = parts.get("v", "")
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(strings):
            used.add(int(value))
            value = strings[int(value)]
        elif cell.get("t", "n") == "n":
            value = _written_out(value)
        inline = "".join(_text(element) for element in cell if tag(element) == "is")
        for text in (value, inline, parts.get("f", "")):
            if text:
                yield Piece(f"{place} {cell.get('r', '')}".rstrip(), text)
    for element in root.iter():
        if element not in cells:
            texts = (HEADER_CODE.sub(" ", element.text or ""), *element.attrib.values())
            yield from (Piece(place, text) for text in texts if len(text) > 7)


def _text(element: Element) -> str:
    """The text of a string, whose runs may be formatted each in its way."""
    return "".join(part.text or "" for part in element.iter() if tag(part) == "t")


def _written_out(value: str) -> str:
    """A number in full: 1.38E+10 is 13800000000."""
    try:
        return f"{Decimal(value):f}" if "E" in value.upper() and len(value) < 30 else value
    except ArithmeticError:
        return value


def _further(files: Mapping[str, bytes], known: set[str]) -> Iterator[Taken]:
    """The parts that are no sheets."""
    for name in sorted(files):
        if name in known or name.startswith("docProps/") or not name.endswith(XML):
            continue
        root = tree(files[name])
        if name == WORKBOOK:
            yield from _workbook(root)
        elif "omments" in name or "/persons/" in name:
            yield Remnant(name.rsplit("/", 1)[-1], "批注，批注人的姓名也在文件里", INSPECT)
            yield Piece("批注", _text(root))
            yield from everything(name, root, "批注")
        else:
            yield from everything(name, root, name)


def _workbook(root: Element) -> Iterator[Taken]:
    """Names of sheets, defined names, and everything else in the workbook part."""
    number = 0
    for element in root.iter():
        number += tag(element) == "sheet"
        place = {
            "sheet": f"第 {number} 张工作表的名称",
            "definedName": "定义的名称",
        }.get(tag(element), "工作簿的设置")
        texts = (element.text, *element.attrib.values())
        yield from (Piece(place, text) for text in texts if text and len(text) > 7)
