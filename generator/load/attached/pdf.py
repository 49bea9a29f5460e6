# SPDX-License-Identifier: Apache-2.0
"""What does a PDF say? Text of its pages, annotations, fields of forms, properties, XMP.

A scanned page is a picture: its words are not read, whoever attaches it has to look at it.
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from generator.load.attached.package import everything, tree
from generator.load.attached.piece import Piece, Refused, Remnant, Taken, figures_in

MAX_PAGES = 500
AUTHOR = "/Author"
FIELDS = {
    AUTHOR: "作者",
    "/Title": "标题",
    "/Subject": "主题",
    "/Keywords": "关键字",
    "/Creator": "制作程序",
    "/Producer": "生成程序",
}
ACTIVE = ("/OpenAction", "/AA")
TEXTS = ("/Contents", "/T", "/TU", "/V", "/DV", "/RC", "/Subj", "/Alt", "/ActualText")
COMMENTS = {"/Text", "/FreeText", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink"}
PRINT_ANEW = "重新导出为 PDF（不加密，不带附件和脚本）"


def pdf(content: bytes) -> Iterator[Taken]:
    """Everything that a PDF says or carries; Refused where it may do more than be read."""
    if not content.startswith(b"%PDF-"):
        raise Refused("文件已损坏，或内容与后缀不符", PRINT_ANEW)
    with _quiet():
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise Refused("PDF 加了密码或限制", PRINT_ANEW)
        if len(reader.pages) > MAX_PAGES:
            raise Refused(f"PDF 超过 {MAX_PAGES} 页", "拆成几个文件，或链接到原文")
        _check(reader)
        yield from _properties(reader)
        for number, page in enumerate(reader.pages, 1):
            yield Piece(f"第 {number} 页", page.extract_text())
        yield from _objects(reader)
    yield Piece("文件的字节", figures_in(content))


@contextmanager
def _quiet() -> Iterator[None]:
    """The library complains of crooked files in a log, with words of theirs: none of that is shown."""
    log = logging.getLogger("pypdf")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _check(reader: PdfReader) -> None:
    """Refused for scripts and for files inside."""
    root: Any = reader.root_object
    names: Any = root.get("/Names", {})
    names = names.get_object() if isinstance(names, IndirectObject) else names
    if "/EmbeddedFiles" in names or "/Collection" in root or "/AF" in root:
        raise Refused("PDF 里嵌有别的文件", f"{PRINT_ANEW}；要公开的单独作为附件")
    if "/JavaScript" in names or any(_runs_script(root.get(key)) for key in ACTIVE):
        raise Refused("PDF 带有脚本", PRINT_ANEW)


def _runs_script(action: Any) -> bool:
    action = action.get_object() if isinstance(action, IndirectObject) else action
    if not isinstance(action, DictionaryObject):
        return False
    return "/JS" in action or any(_runs_script(action[key]) for key in action if key != "/D")


def _properties(reader: PdfReader) -> Iterator[Taken]:
    """What stands in the list of properties and in XMP."""
    for key, value in (reader.metadata or {}).items():
        yield Piece(f"文件属性“{FIELDS.get(key, key[1:])}”", str(value), names_a_person=key == AUTHOR)
    stream: Any = reader.root_object.get("/Metadata")
    stream = stream.get_object() if isinstance(stream, IndirectObject) else stream
    if isinstance(stream, StreamObject):
        root = tree(stream.get_data().strip(b"\0\r\n\t "))
        for element in root.iter():
            if element.tag.endswith("}creator"):
                yield Piece("文件属性（XMP）“作者”", "".join(element.itertext()), names_a_person=True)
        yield from everything("XMP", root, "文件属性（XMP）")


def _objects(reader: PdfReader) -> Iterator[Taken]:
    """Texts of annotations, form fields and outlines, wherever they hang; addresses of links."""
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.annotations or []:
            one = annotation.get_object()
            if one.get("/Subtype") in COMMENTS:
                yield Remnant(f"第 {number} 页", "批注，批注人的姓名也在文件里", "删去批注，重新导出为 PDF")
            if one.get("/Subtype") == "/FileAttachment":
                raise Refused("PDF 里嵌有别的文件", f"{PRINT_ANEW}；要公开的单独作为附件")
            action = one.get("/A")
            action = action.get_object() if isinstance(action, IndirectObject) else action
            link = action.get("/URI") if isinstance(action, DictionaryObject) else None
            for text in (link, *(one.get(key) for key in TEXTS)):
                if text is not None:
                    yield Piece(f"第 {number} 页的批注、链接或填写框", str(text))
    for name, field in (reader.get_fields() or {}).items():
        yield Piece("表单的填写框", f"{name} {field.get('/V', '')}")
    for item in _flat(reader.outline):
        yield Piece("书签", str(item.get("/Title", "")))


def _flat(items: list[Any]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
