# SPDX-License-Identifier: Apache-2.0
"""Do hostile texts come out literally, or are they refused, in every format and wherever they stand?"""

import io
import subprocess
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.base.printable import PRINTABLE, unprintable
from generator.output.typesetter import typeset
from generator.render.documents.coverage import UnprintableError
from generator.render.documents.document import (
    Blank,
    Cell,
    Cover,
    Document,
    Heading,
    Line,
    Listing,
    Paragraph,
    Sheet,
    Tick,
    Words,
    texts,
)
from generator.render.documents.docx import docx_of
from generator.render.documents.twin import twin_of
from generator.render.documents.typst_source import typst_of
from tests.render.documents.test_twin import FIELDS, Reader

DAY = date(2024, 1, 2)
SIGNS = {"□", "　"}  # what stands in a DOCX besides the words
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKUP = [
    '#import "@preview/x:1.0.0"',
    "#panic()",
    '"); panic("',
    "\\u{202e}",
    "\\",
    '"',
    "$x$ *b* _i_ `c` @ref <label> // /* */ = - + ~ -- ---",
    "<script>alert(1)</script>",
    "</textarea></p></td><img src=x onerror=alert(1)>",
    "' onfocus='x",
    "&amp; &lt; &#x202e; &",
    "]]>",
    "<![CDATA[",
    "=1+1",
    "{{ a }} {% b %} {0} {a!r} %s",
    "</w:t></w:r>",
    "_x0041_",
    "http://example.org/?a=1&b=2",
    "a" * 5000,
    "长" * 5000,
    "，" * 5000,
    "  首尾  ",
    "𠮷䶮",
]
REFUSED = [
    "前\u202e后",
    "\u200b",
    "双\x07响",
    "一\n二",
    "一\t二",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "😀",
    "\ufffe",
    "e\u0301",
]
printable_texts = st.text(st.sampled_from(sorted(PRINTABLE)), min_size=1, max_size=60)
hostile_texts = st.lists(
    st.sampled_from([text for text in MARKUP if len(text) < 99]) | printable_texts, min_size=1, max_size=4
).map("".join)
some = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def saying(text: str) -> Document:
    """A document that says a text wherever a text can stand; where its length is bound, its beginning."""
    line = Line(
        (
            Words(text),
            Blank(text[:60], text, value=text),
            Tick("t", text[:60], label=text),
            Words(text, strong=True),
        )
    )
    cell = Cell((line, Line((Blank("b", text, "paragraph", lines=2, value=text),), "note")))
    cover = Cover((text, text), (Line((Words(text), Blank("c", text, value=text))), line), text)
    sheet = Sheet(text, text, (1, 2), ((Cell((line,), is_head=True), cell),) * 2, heads=1)
    blocks = (
        cover,
        Heading(text, 1),
        Heading(text, 3),
        Paragraph(line),
        Listing(((text, 0), (text, 1))),
        sheet,
    )
    return Document(text, text, text[:200], blocks)


def squeezed(text: str) -> str:
    return "".join(text.split())


def check_docx(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(docx_of(saying(text), DAY))) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))
        foot = ET.fromstring(parts.read("word/footer1.xml"))
        about = parts.read("docProps/core.xml").decode()
    written = ["".join(piece.itertext()) for piece in body.iter(f"{W}t")]

    said = list(texts(saying(text)))[:-1]  # the last is the foot
    assert [piece for piece in written if piece not in SIGNS] == [
        piece for piece in said if piece not in SIGNS
    ]
    assert "".join(foot.itertext()).startswith(text[:200])
    assert text[:255] in "".join(ET.fromstring(about).itertext())
    assert {tag.get(f"{W}val") for tag in body.iter(f"{W}tag")} == {text[:60], f"t={text[:60]}", "b", "c"}


def check_twin(text: str) -> None:
    reader = Reader(twin_of(saying(text)))
    fields = reader.all(*FIELDS)

    assert reader.is_sound
    assert reader.all("script", "img", "style") == []
    assert {field["name"] for field in fields} == {text[:60], "t", "b", "c"}
    assert {field["value"] for field in fields if field.get("type") == "text"} == {text}
    assert not any(name.startswith("on") for _, attributes in reader.elements for name in attributes)
    assert reader.text.count(text) >= 10


def check_pdf(hostile: list[str]) -> None:
    for text, content in zip(hostile, typeset([typst_of(saying(text)) for text in hostile]), strict=True):
        about = PdfReader(io.BytesIO(content)).metadata
        command = ["pdftotext", "-raw", "-", "-"]
        whole = squeezed(
            subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
        )

        assert about is not None
        assert about.title == text
        assert squeezed(text)[:500] in whole


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: text[:12])
def test_markup_of_every_format_comes_out_literally(text: str) -> None:
    check_docx(text)
    check_twin(text)


def test_so_it_does_in_pdf() -> None:
    check_pdf(MARKUP)


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: f"U+{ord(unprintable(text)[0]):04X}")
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    for make in (typst_of, twin_of, lambda document: docx_of(document, DAY)):
        with pytest.raises(UnprintableError):
            make(saying(text))


@some
@given(hostile_texts)
def test_any_printable_text_comes_out_of_docx_and_twin(text: str) -> None:
    check_docx(text)
    check_twin(text)


@settings(some, max_examples=8)
@given(st.lists(hostile_texts.filter(str.strip), min_size=4, max_size=4))
def test_any_printable_text_comes_out_of_pdf(hostile: list[str]) -> None:
    check_pdf(hostile)


@some
@given(st.text(min_size=1, max_size=40))
def test_any_text_comes_out_or_is_refused(text: str) -> None:
    if unprintable(text):
        with pytest.raises(UnprintableError):
            docx_of(saying(text), DAY)
    else:
        check_docx(text)
        check_twin(text)
