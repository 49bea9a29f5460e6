# SPDX-License-Identifier: Apache-2.0
"""How does a document become DOCX? The library keeps the package; styles, settings and body are ours.

Of the library's template nothing is kept but the empty parts. Times are those of the day of the data, so that
the same document has the same bytes.
"""

import io
import re
import zipfile
from datetime import date, datetime
from functools import cache
from html import escape

import docx
from docx.document import Document as Package
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.oxml import parse_xml
from docx.shared import Mm

from generator.render.documents.coverage import require_printable
from generator.render.documents.document import Document
from generator.render.documents.docx_body import body_of
from generator.render.documents.docx_styles import NAMESPACES, SETTINGS, STYLES, twips
from generator.render.documents.paper import (
    BOTTOM,
    LEFT,
    LONG_SIDE,
    PAGE_NUMBER,
    RIGHT,
    SHORT_SIDE,
    TOP,
    text_width,
)

KEPT = {KINDS.OFFICE_DOCUMENT, KINDS.CORE_PROPERTIES, KINDS.STYLES, KINDS.SETTINGS, KINDS.FOOTER}
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
WITH_ADDRESS = re.compile(r"([!-~]{20,})")
ADDRESS = '<w:rPr><w:noProof/><w:lang w:val="en-US"/></w:rPr>'
PAGE_WORDS = ("第 ", " 页　共 ", " 页")


def docx_of(document: Document, day: date) -> bytes:
    """The document as DOCX, dated by the day of the data; UnprintableError if a character has no glyph."""
    require_printable(document)
    package = docx.Document(io.BytesIO(_template()))
    _describe(package, document, day)
    _lay_out(package, document)
    body = package.element.body
    for number, element in enumerate(parse_xml(f"<w:body {NAMESPACES}>{body_of(document)}</w:body>")):
        body.insert(number, element)
    return _packed(package)


@cache
def _template() -> bytes:
    """The library's template without what it brings along; reading it whole takes as long as all the rest."""
    package, held = docx.Document(), io.BytesIO()
    _empty(package)
    package.save(held)
    return held.getvalue()


def _empty(package: Package) -> None:
    """Drop what the template brings along: its picture, themes, lists, and two megabytes of styles."""
    for relations in (package.part.package.rels, package.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in KEPT]:
            del relations[key]
    for element, xml in ((package.styles.element, STYLES), (package.settings.element, SETTINGS)):
        element.clear()
        element.extend(parse_xml(xml))


def _describe(package: Package, document: Document, day: date) -> None:
    about = package.core_properties
    about.title, about.subject, about.language = document.title[:255], document.subject[:255], "zh-CN"
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001  (a day has no zone)


def _lay_out(package: Package, document: Document) -> None:
    """The page and its foot."""
    section = package.sections[0]
    across, along = (LONG_SIDE, SHORT_SIDE) if document.landscape else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(along)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance, section.footer_distance = Mm(12), Mm(10)
    footer = section.footer._element  # noqa: SLF001  (the library has no other way to its XML)
    footer.clear()
    footer.extend(parse_xml(f"<w:ftr {NAMESPACES}>{_foot(document)}</w:ftr>"))


def _foot(document: Document) -> str:
    """Who made it at the left, and the page at the right, below a thin line."""
    border = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr>'
    words, number = text_width(document) - PAGE_NUMBER, PAGE_NUMBER
    before, between, after = (f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in PAGE_WORDS)
    page = f"{before}{_field('PAGE')}{between}{_field('NUMPAGES')}{after}"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(wide)}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="Footer"/>{border}<w:jc w:val="{side}"/></w:pPr>{content}</w:p></w:tc>'
        for wide, side, content in (
            (words, "left", _foot_words(document.foot)),
            (number, "right", page),
        )
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(words + number)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{twips(words)}"/><w:gridCol w:w="{twips(number)}"/></w:tblGrid>'
        f"<w:tr>{cells}</w:tr></w:tbl>"
        '<w:p><w:pPr><w:pStyle w:val="Between"/></w:pPr></w:p>'
    )


def _foot_words(foot: str) -> str:
    """The words of the foot. An address is in no language: as Chinese, LibreOffice breaks it anywhere."""
    parts = (escape(part, quote=False) for part in WITH_ADDRESS.split(foot))
    return "".join(
        f'<w:r>{ADDRESS * (number % 2)}<w:t xml:space="preserve">{part}</w:t></w:r>'
        for number, part in enumerate(parts)
        if part
    )


def _field(name: str) -> str:
    """A number that the reader's program reckons."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _packed(package: Package) -> bytes:
    """The package without a clock in it."""
    loose, packed = io.BytesIO(), io.BytesIO()
    package.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(packed, "w") as book:
        for name in parts.namelist():
            member = zipfile.ZipInfo(name, FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(member, parts.read(name))
    return packed.getvalue()
