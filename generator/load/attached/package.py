# SPDX-License-Identifier: Apache-2.0
"""What is inside a DOCX or XLSX? Both are archives of XML, opened here without trusting anything in them.

Nothing is unpacked before its declared size is known; no document type, and so no entity, is accepted;
macros, passwords and files inside the file are refused.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from generator.load.attached.picture import picture
from generator.load.attached.piece import Piece, Refused, Remnant, Taken, figures_in

MAX_MEMBERS = 2_000
MAX_UNPACKED = 60_000_000
OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # .doc, .xls, and what has a password
SAVE_ANEW = "用 Word、Excel 或 WPS 打开，检查内容后另存为新文件"
INSPECT = "在 Word、Excel 里用“文件→信息→检查文档”删去它，再保存"
MACRO = re.compile(r"vbaProject|macrosheets|activeX", re.IGNORECASE)
MACRO_TYPE = b"macroEnabled"
XML = (".xml", ".rels", ".vml")
PICTURES = (".png", ".jpg", ".jpeg")
DRAWINGS = (".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".svg", ".odttf")
CORE, APP = "docProps/core.xml", "docProps/app.xml"
PEOPLE = {"creator": "作者", "lastModifiedBy": "最后修改者", "Manager": "经理"}
PROPERTIES = {
    "title": "标题",
    "subject": "主题",
    "description": "备注",
    "keywords": "标记",
    "Company": "公司",
}


class _Builder(ET.TreeBuilder):
    """Builds a tree, but not from a text that declares a document type."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Refuse it before any entity is declared."""
        raise Refused("文件里的 XML 带有文档类型声明（DOCTYPE），可能引入外部内容", SAVE_ANEW)


def members(content: bytes) -> dict[str, bytes]:
    """Every file of the archive by its name; Refused where there is anything wrong with it."""
    if content.startswith(OLD_FORMAT):
        raise Refused("是旧格式的文件，或加了密码", "去掉密码，另存为 .docx 或 .xlsx，再改文件名")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise Refused("文件已损坏，或内容与后缀不符", SAVE_ANEW) from error
    with archive:
        listed = [info for info in archive.infolist() if not info.is_dir()]
        names = [info.filename for info in listed]
        if len(listed) > MAX_MEMBERS or sum(info.file_size for info in listed) > MAX_UNPACKED:
            raise Refused("文件解压后大得不合常理", "删去多余的图片、格式和空行后另存")
        if len(set(names)) < len(names):
            raise Refused("文件里有同名的部分", SAVE_ANEW)
        if any(info.flag_bits & 1 for info in listed):
            raise Refused("文件加了密码", "去掉密码后另存")
        return {info.filename: archive.read(info) for info in listed}


def check_members(files: Mapping[str, bytes]) -> None:
    """Refused for macros and for files of other kinds inside."""
    if any(map(MACRO.search, files)) or MACRO_TYPE in files.get("[Content_Types].xml", b""):
        raise Refused("文件带有宏", "另存为不带宏的 .docx 或 .xlsx")
    for name in files:
        if not name.endswith((*XML, *PICTURES, *DRAWINGS)) and "printerSettings" not in name:
            raise Refused("文件里嵌有别的文件（对象或附件）", "删去嵌入的对象，另存；要公开的单独作为附件")


def tree(content: bytes) -> Element:
    """The tree of an XML text; Refused where it is none."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314  (no document type gets past the builder)
    try:
        parser.feed(content)
        root = parser.close()
    except ET.ParseError as error:
        raise Refused("文件已损坏：里面的 XML 读不出来", SAVE_ANEW) from error
    assert isinstance(root, Element)  # noqa: S101  (what the builder builds)
    return root


def tag(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def properties(files: Mapping[str, bytes]) -> Iterator[Taken]:
    """Author, last editor, company and whatever else the properties say."""
    for name in sorted(files):
        if name.startswith("docProps/") and name.endswith(".xml"):
            for element in tree(files[name]).iter():
                if element.text and element.text.strip():
                    field = tag(element)
                    words = PEOPLE.get(field) or PROPERTIES.get(field, field)
                    yield Piece(f"文件属性“{words}”", element.text, names_a_person=field in PEOPLE)


def everything(name: str, root: Element, place: str) -> Iterator[Taken]:
    """Every text and attribute of an XML part, for parts that have no reader of their own."""
    for element in root.iter():
        for text in (element.text, element.tail, *element.attrib.values()):
            if text and len(text) > 7:
                yield Piece(place, text)


def media(files: Mapping[str, bytes]) -> Iterator[Taken]:
    """What the pictures inside the file carry; of other drawings only what stands in their bytes."""
    for name in sorted(files):
        place = f"插图 {name.rsplit('/', 1)[-1]}"
        if name.endswith(PICTURES):
            for taken in picture(files[name], name):
                yield _inside(place, taken)
        elif not name.endswith(XML):
            yield Piece(place, figures_in(files[name]))


def _inside(place: str, taken: Taken) -> Taken:
    where = f"{place} {taken.place}".strip()
    if isinstance(taken, Piece):
        return Piece(where, taken.text, names_a_person=taken.names_a_person)
    return Remnant(where, taken.what, taken.repair)
