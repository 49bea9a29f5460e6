# SPDX-License-Identifier: Apache-2.0
"""What does a Word document say? Paragraphs, headers, notes, comments, deletions, addresses, properties."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

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

DOCUMENT = "word/document.xml"
PLACES = {"header": "页眉", "footer": "页脚", "comments": "批注", "footnotes": "脚注", "endnotes": "尾注"}
CHANGES = {"ins", "del", "moveFrom", "moveTo"}
WORDS = {"t", "delText", "instrText"}
SPACES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
ACCEPT = "在“审阅”里接受或拒绝全部修订，停止修订，再保存"


def docx(content: bytes) -> Iterator[Taken]:
    """Everything that a document says or carries."""
    files = members(content)
    if DOCUMENT not in files:
        raise Refused("这不是 Word 文档", "核对文件和后缀；Word 文档另存为 .docx")
    check_members(files)
    yield from properties(files)
    for name in sorted(files):
        if name.endswith(XML) and not name.startswith("docProps/"):
            yield from _part(name, tree(files[name]))
    yield from media(files)


def _part(name: str, root: Element) -> Iterator[Taken]:
    """The paragraphs of a part, its attributes, and what is left of its making."""
    kind = name.rsplit("/", 1)[-1].removesuffix(".xml").rstrip("0123456789")
    where = "" if name == DOCUMENT else "链接" if name.endswith(".rels") else PLACES.get(kind, name)
    number = 0
    for element in root.iter():
        if tag(element) == "p":
            number += 1
            yield Piece(f"{where}第 {number} 段", _text(element))
        yield from (Piece(where or "正文的格式和链接", v) for v in element.attrib.values() if len(v) > 7)
    tags = {tag(element) for element in root.iter()}
    if not number:
        yield from everything(name, root, where)
    if name.startswith("word/") and tags & CHANGES:
        yield Remnant(where or "正文", "修订痕迹，删去的文字和修订人仍在文件里", ACCEPT)
    if kind.startswith("comments") and "comment" in tags:
        yield Remnant("批注", "批注，批注人的姓名也在文件里", INSPECT)


def _text(paragraph: Element) -> str:
    """The words of a paragraph, also those deleted while changes were tracked."""
    found = ""
    for element in paragraph.iter():
        name = tag(element)
        found += (element.text or "") if name in WORDS else SPACES.get(name, "")
    return found
