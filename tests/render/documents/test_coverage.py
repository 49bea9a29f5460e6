# SPDX-License-Identifier: Apache-2.0
"""Is a document that cannot be printed refused, wherever the text stands, with words that say which text?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.render.documents.coverage import LONGEST_ID, UnprintableError, holes, require_printable
from generator.render.documents.document import (
    Blank,
    Block,
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
)
from generator.render.documents.docx import docx_of
from generator.render.documents.twin import twin_of
from generator.render.documents.typst_source import typst_of
from tests.render.documents.samples import LANDSCAPE, SAMPLE

BAD = "前\u202e后"
PLAIN = Document("样例", "样例", "样例")
FORMATS: list[Callable[[Document], object]] = [
    typst_of,
    twin_of,
    lambda document: docx_of(document, date(2024, 1, 2)),
]


def in_cell(*content: Words | Blank | Tick) -> Sheet:
    return Sheet("s", "表", (1,), ((Cell((Line(content),)),),))


PLACES: dict[str, Block] = {
    "heading": Heading(BAD),
    "paragraph": Paragraph(Line((Words(BAD),))),
    "listing": Listing(((BAD, 1),)),
    "cover": Cover((BAD,), ()),
    "line of a cover": Cover(("样例",), (Line((Words(BAD),)),)),
    "foot of a cover": Cover(("样例",), (), BAD),
    "label of a table": Sheet("s", BAD, (1,), ()),
    "cell": in_cell(Words(BAD)),
    "label": in_cell(Blank("a", BAD)),
    "value": in_cell(Blank("a", "甲", value=BAD)),
    "id": in_cell(Blank(BAD, "甲")),
    "option": in_cell(Tick("a", BAD)),
    "label of a box": in_cell(Tick("a", "甲", label=BAD)),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("made", FORMATS, ids=["pdf", "twin", "docx"])
def test_an_unprintable_text_is_refused_in_every_format(
    place: str, made: Callable[[Document], object]
) -> None:
    with pytest.raises(UnprintableError, match=r"前□后.*U\+202E"):
        made(replace(PLAIN, blocks=(PLACES[place],)))


@pytest.mark.parametrize("field", ["title", "subject", "foot"])
@pytest.mark.parametrize("made", FORMATS, ids=["pdf", "twin", "docx"])
def test_so_are_title_subject_and_foot(field: str, made: Callable[[Document], object]) -> None:
    with pytest.raises(UnprintableError, match=r"U\+202E"):
        made(replace(PLAIN, **{field: BAD}))  # type: ignore[arg-type]


@pytest.mark.parametrize("document", [PLAIN, SAMPLE, LANDSCAPE], ids=["plain", "sample", "landscape"])
def test_a_printable_document_is_not_refused(document: Document) -> None:
    require_printable(document)

    assert list(holes(document)) == []


def test_a_hole_names_the_text_and_each_character_once() -> None:
    document = replace(PLAIN, blocks=(Heading("表😀情😀"), Heading("好"), Heading("双\x07响")))

    assert [(hole.text, hole.characters) for hole in holes(document)] == [
        ("表😀情😀", "😀"),
        ("双\x07响", "\x07"),
    ]


def test_the_message_itself_can_be_read() -> None:
    with pytest.raises(UnprintableError) as refused:
        require_printable(replace(PLAIN, title="坏\u202e标题\n", foot="长" * 99 + "\u2028"))

    said = str(refused.value)
    assert "\u202e" not in said
    assert "\n" not in said
    assert said.startswith("“坏□标题□”不能做成文件：")
    assert "U+202E" in said
    assert "…”中有印不出的字符：□（U+2028）" in said


@pytest.mark.parametrize(("length", "is_good"), [(LONGEST_ID, True), (LONGEST_ID + 1, False)])
def test_an_id_that_word_does_not_take_is_refused(length: int, is_good: bool) -> None:
    document = replace(PLAIN, blocks=(in_cell(Tick("a" * (length - 2), "甲")),))

    if is_good:
        require_printable(document)
    else:
        with pytest.raises(UnprintableError, match=f"超过{LONGEST_ID}个字符"):
            require_printable(document)
