# SPDX-License-Identifier: Apache-2.0
"""Has the twin the fields of the document, each with a name, and nothing that a strict policy refuses?"""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.render.documents.document import (
    Blank,
    Block,
    Cell,
    Cover,
    Document,
    Heading,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Sheet,
    Tick,
    Words,
    field_ids,
    texts,
)
from generator.render.documents.twin import SHARES, twin_of
from tests.render.documents.samples import GRID, LANDSCAPE, LIST, SAMPLE, words

CSS = (Path(__file__).parents[3] / "site_config/brand/forms.css").read_text(encoding="utf-8")
EMPTY = {"input", "br", "hr", "col"}
FIELDS = {"input", "textarea"}


class Reader(HTMLParser):
    """The elements of a fragment, its text, and whether every element is closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.is_sound = True
        self.feed(html)
        self.close()
        self.is_sound &= not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.is_sound &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.text += data

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of these kinds."""
        return [attributes for tag, attributes in self.elements if tag in tags]


def read(*blocks: Block) -> Reader:
    return Reader(twin_of(Document("样例", "样例", "样例", blocks)))


def in_cell(*content: Words | Blank | Tick) -> Sheet:
    return Sheet("s", "表", (1,), ((Cell((Line(content),)),),))


@pytest.fixture(scope="module")
def sample() -> Reader:
    return Reader(twin_of(SAMPLE))


def test_a_twin_is_sound_html(sample: Reader) -> None:
    assert sample.is_sound
    assert Reader("<p><b></p>").is_sound is False


def test_it_has_the_fields_of_the_document_in_order(sample: Reader) -> None:
    names = [field["name"] or "" for field in sample.all(*FIELDS)]

    assert list(dict.fromkeys(names)) == field_ids(SAMPLE)


def test_all_words_are_there(sample: Reader) -> None:
    values = sample.text + "".join(field.get("value") or "" for field in sample.all("input"))

    assert [text for text in texts(SAMPLE) if text not in values] == []


def test_every_field_has_a_name_for_those_who_cannot_see(sample: Reader) -> None:
    unnamed = [
        f
        for f in sample.all(*FIELDS)
        if not f.get("aria-label") and f.get("type") not in {"checkbox", "radio"}
    ]

    assert unnamed == []
    assert Reader("<input>").all("input")[0].get("aria-label") is None


def test_nothing_stands_inline(sample: Reader) -> None:
    forbidden = [
        (tag, name)
        for tag, attributes in sample.elements
        for name in attributes
        if name == "style" or name.startswith("on")
    ]

    assert forbidden == []
    assert sample.all("script", "style", "link", "form", "iframe") == []


@pytest.mark.parametrize(
    ("tick", "kind", "name", "is_checked"),
    [
        (Tick("a", "甲"), "checkbox", None, False),
        (Tick("a", "甲", ticked=True), "checkbox", None, True),
        (Tick("a", "甲", label="性质", alone=True), "radio", "性质：甲", False),
    ],
)
def test_a_box_is_ticked_alone_or_with_others(
    tick: Tick, kind: str, name: str | None, is_checked: bool
) -> None:
    (box,) = read(in_cell(tick)).all("input")

    assert (box["type"], box["value"], box.get("aria-label"), "checked" in box) == (
        kind,
        "甲",
        name,
        is_checked,
    )


@pytest.mark.parametrize(
    ("blank", "tag", "expected"),
    [
        (
            Blank("a", "甲", value="样例"),
            "input",
            {"type": "text", "value": "样例", "aria-label": "甲", "size": "16"},
        ),
        (Blank("a", "甲", "number", characters=4), "input", {"inputmode": "decimal", "size": "8"}),
        (Blank("a", "甲", "date"), "input", {"type": "text", "placeholder": "年　　月　　日"}),
        (Blank("a", "甲", "paragraph", lines=6), "textarea", {"rows": "6", "aria-label": "甲"}),
        (Blank("a", "甲", lines=2), "textarea", {"rows": "2"}),
        (Blank("a", "甲", characters=99), "input", {"size": "80"}),
    ],
)
def test_a_blank_is_what_it_asks_for(blank: Blank, tag: str, expected: dict[str, str]) -> None:
    (field,) = read(in_cell(Words("见"), blank)).all(tag)

    assert expected.items() <= field.items()


@pytest.mark.parametrize(
    ("content", "figures"),
    [
        ((Blank("a", "甲", unit="平方米"), Words("平方米，租用")), ["平方米"]),
        ((Blank("a", "甲", unit="人"), Words("（人）")), []),
        ((Words("占"), Blank("a", "甲"), Words("%")), []),
    ],
)
def test_a_unit_is_kept_with_its_figure(content: tuple[Words | Blank, ...], figures: list[str]) -> None:
    html = twin_of(Document("样例", "样例", "样例", (in_cell(*content),)))

    assert re.findall('<span class="paper__figure"><input [^>]*>([^<]*)</span>', html) == figures
    assert "".join(part.text for part in content if isinstance(part, Words)) in Reader(html).text


def test_a_value_of_several_lines_begins_with_its_first_character() -> None:
    assert read(in_cell(Blank("a", "甲", lines=2, value="样例"))).text.strip().startswith("样例")


def test_a_head_belongs_to_its_column_or_its_row() -> None:
    scopes = [head["scope"] for head in read(LIST).all("th")]

    assert scopes == ["col", "col", "col", "colgroup", "col", "col"]
    assert {head["scope"] for head in read(GRID).all("th")} == {"row", "rowgroup"}
    assert [cell["rowspan"] for cell in read(GRID).all("th") if "rowspan" in cell] == ["2"]


def test_a_table_has_a_name_and_can_be_moved_by_keyboard() -> None:
    reader = read(LIST)

    assert reader.all("table") == [{"aria-label": LIST.label}]
    assert {"role": "group", "tabindex": "0"}.items() <= next(
        attributes for attributes in reader.all("div") if attributes.get("class") == "paper__sheet"
    ).items()


def test_headings_stand_below_that_of_the_page() -> None:
    reader = read(Heading("甲", 1), Heading("乙", 2), Heading("丙", 3), Cover(("丁",), ()))

    assert [tag for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)] == ["h2", "h3", "h4", "h2"]


def test_other_blocks_are_there() -> None:
    reader = read(Listing((("一、甲", 0), ("（一）乙", 1))), PageBreak(), Paragraph(words("丙", "right")))

    assert [item.get("class") for item in reader.all("li")] == [None, "paper__inner"]
    assert reader.all("hr") == [{"class": "paper__break"}]
    assert {"class": "paper__right"} in reader.all("p")


@pytest.mark.parametrize(
    "document", [SAMPLE, LANDSCAPE, replace(SAMPLE, blocks=(replace(GRID, joins=True),))]
)
def test_every_class_has_its_look(document: Document) -> None:
    used = {
        name
        for _, attributes in Reader(twin_of(document)).elements
        for name in (attributes.get("class") or "").split()
    }

    assert [name for name in sorted(used) if not re.search(rf"\.{re.escape(name)}[ ,:.{{>)+]", CSS)] == []


def test_there_is_a_class_for_each_share_of_a_tables_width() -> None:
    assert re.findall(r"\.paper \.w([0-9]+) ", CSS) == [str(number) for number in range(1, SHARES + 1)]
    assert {"class": f"w{SHARES}"} in read(in_cell(Words("甲"))).all("col")
