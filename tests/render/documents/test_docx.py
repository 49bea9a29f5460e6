# SPDX-License-Identifier: Apache-2.0
"""Is a DOCX Chinese, on A4, with a control for every place to write in and tables that break over pages?"""

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document as Package

from generator.render.documents.document import (
    Blank,
    Block,
    Cell,
    Cover,
    Document,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Sheet,
    Tick,
    Words,
    inlines,
    texts,
)
from generator.render.documents.docx import docx_of
from tests.render.documents.samples import GRID, JOINED, LANDSCAPE, LIST, SAMPLE, words

DAY = date(2024, 1, 2)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PLAIN = Document("样例", "样例", "样例")


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def body_of(*blocks: Block) -> ET.Element:
    body = ET.fromstring(parts_of(docx_of(replace(PLAIN, blocks=blocks), DAY))["word/document.xml"]).find(
        f"{W}body"
    )
    assert body is not None
    return body


def in_cell(*content: Words | Blank | Tick) -> Sheet:
    return Sheet("s", "表", (1,), ((Cell((Line(content),)),),))


@pytest.fixture(scope="module")
def content() -> bytes:
    return docx_of(SAMPLE, DAY)


@pytest.fixture(scope="module")
def package(content: bytes) -> Package:
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def root(content: bytes) -> ET.Element:
    return ET.fromstring(parts_of(content)["word/document.xml"])


def value(element: ET.Element | None, name: str = "val", space: str = W) -> str | None:
    return None if element is None else element.get(f"{space}{name}")


def test_all_words_are_there_in_order(root: ET.Element) -> None:
    whole = "".join(root.itertext())
    at = 0
    for text in list(texts(SAMPLE))[:-1]:
        at = whole.index(text, at) + len(text)


def test_the_foot_has_its_words_and_the_number_of_the_page(content: bytes) -> None:
    foot = ET.fromstring(parts_of(content)["word/footer1.xml"])

    assert "".join(foot.itertext()) == f"{SAMPLE.foot}第 1 页　共 1 页"
    assert [value(field, "instr") for field in foot.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]


def test_an_address_in_the_foot_is_in_no_language_that_breaks_it_anywhere() -> None:
    address = "https://yangli.example/forms/yangli/sample/"
    content = docx_of(replace(PLAIN, foot=f"本站编制　{address}"), DAY)
    foot = ET.fromstring(parts_of(content)["word/footer1.xml"])
    runs = [(run.findtext(f"{W}t"), value(run.find(f".//{W}lang"))) for run in foot.iter(f"{W}r")]

    assert runs[:2] == [("本站编制　", None), (address, "en-US")]


def test_a_document_says_what_it_is_and_names_no_program_as_its_author(package: Package) -> None:
    about = package.core_properties

    assert (about.title, about.subject, about.language) == (SAMPLE.title, SAMPLE.subject, "zh-CN")
    assert (about.author, about.comments, about.last_modified_by) == ("", "", "")
    assert about.created is not None
    assert about.created.replace(tzinfo=None) == datetime(2024, 1, 2)  # noqa: DTZ001


def test_nothing_japanese_or_of_the_template_is_left(content: bytes) -> None:
    parts = parts_of(content)

    assert sorted(parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    assert [
        name
        for name, text in parts.items()
        if re.search("ja-JP|MS (Mincho|Gothic)|python-docx|Macintosh", text)
    ] == []
    assert 'w:eastAsia="zh-CN"' in parts["word/settings.xml"]


def test_every_font_is_named_for_chinese_too_and_every_style_is_there(
    content: bytes, root: ET.Element
) -> None:
    styles = ET.fromstring(parts_of(content)["word/styles.xml"])
    named = [fonts.get(f"{W}eastAsia") for tree in (styles, root) for fonts in tree.iter(f"{W}rFonts")]
    defaults = styles.find(f"{W}docDefaults")
    known = {style.get(f"{W}styleId") for style in styles}
    used = {value(style) for tree in (root,) for style in tree.iter(f"{W}pStyle")}

    assert set(named) == {"宋体", "黑体", "仿宋"}
    assert defaults is not None
    assert [lang.attrib for lang in defaults.iter(f"{W}lang")] == [
        {f"{W}val": "zh-CN", f"{W}eastAsia": "zh-CN", f"{W}bidi": "ar-SA"}
    ]
    assert used <= known


@pytest.mark.parametrize(
    ("document", "size"), [(SAMPLE, (210, 297)), (LANDSCAPE, (297, 210))], ids=["upright", "across"]
)
def test_pages_are_a4(document: Document, size: tuple[int, int]) -> None:
    section = docx.Document(io.BytesIO(docx_of(document, DAY))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None

    assert (round(section.page_width.mm), round(section.page_height.mm)) == size
    assert (section.orientation == 1) == document.landscape


def test_every_place_to_write_in_is_a_control_with_its_id_and_its_name(root: ET.Element) -> None:
    found = [(value(sdt.find(f".//{W}tag")), value(sdt.find(f".//{W}alias"))) for sdt in root.iter(f"{W}sdt")]
    numbers = [value(sdt.find(f".//{W}id")) for sdt in root.iter(f"{W}sdt")]

    assert found == [
        (part.id, part.label)
        if isinstance(part, Blank)
        else (f"{part.id}={part.option}", f"{part.label}：{part.option}" if part.label else part.option)
        for part in inlines(SAMPLE)
        if not isinstance(part, Words)
    ]
    assert len(set(numbers)) == len(numbers)


def test_an_empty_control_shows_that_it_is_empty_and_a_filled_one_its_value() -> None:
    body = body_of(in_cell(Blank("a", "甲"), Blank("b", "乙", value="样例")))
    empty, filled = body.iter(f"{W}sdt")

    assert (empty.find(f".//{W}showingPlcHdr") is None, "".join(empty.itertext()).strip("　")) == (False, "")
    assert (filled.find(f".//{W}showingPlcHdr") is None, "".join(filled.itertext())) == (True, "样例")


def test_a_control_takes_rich_text() -> None:
    """LibreOffice 7.4 writes the text of a plain-text control three times over when it saves."""
    assert list(body_of(in_cell(Blank("a", "甲"))).iter(f"{W}text")) == []


def test_a_blank_of_several_lines_is_ruled_over_all_of_them() -> None:
    body = body_of(Paragraph(Line((Blank("a", "甲", "paragraph", lines=5),))))

    assert len(list(body.iter(f"{W}br"))) == 4
    assert len({len(line.text or "") for line in body.iter(f"{W}t")}) == 1


@pytest.mark.parametrize(("is_ticked", "sign", "state"), [(False, "□", "0"), (True, "☑", "1")])
def test_a_box_is_a_control_that_can_be_ticked(is_ticked: bool, sign: str, state: str) -> None:
    (box,) = body_of(in_cell(Tick("a", "甲", is_ticked))).iter(f"{W}sdt")

    assert "".join(box.itertext()) == sign
    assert value(box.find(f".//{W14}checked"), space=W14) == state


def test_a_name_longer_than_word_takes_is_cut() -> None:
    body = body_of(in_cell(Blank("a", "长" * 70)))

    assert value(body.find(f".//{W}alias")) == "长" * 63 + "…"


def test_rows_of_heads_are_repeated_and_no_row_is_cut(root: ET.Element) -> None:
    table = next(
        table for table in root.iter(f"{W}tbl") if value(table.find(f".//{W}tblCaption")) == LIST.label
    )
    rows = table.findall(f"{W}tr")

    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, True] + [False] * 40
    assert all(row.find(f".//{W}cantSplit") is not None for row in root.iter(f"{W}tr"))


def test_rows_of_a_low_table_are_kept_together_and_those_of_a_high_one_are_not() -> None:
    def kept(rows: int) -> list[bool]:
        body = body_of(Sheet("s", "表", (1, 3), ((Cell((words("甲"),)), Cell((words("乙"),))),) * rows))
        return [
            all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))
            for row in body.iter(f"{W}tr")
        ]

    assert kept(3) == [True, True, False]
    assert not any(kept(30))


def test_a_head_within_a_table_is_kept_with_the_row_below_it() -> None:
    rows = [(Cell((words(f"行{number}"),), leads=number == 20),) for number in range(30)]
    body = body_of(Sheet("s", "表", (1,), tuple(rows)))

    kept = [row.find(f".//{W}keepNext") is not None for row in body.iter(f"{W}tr")]
    assert kept == [number == 20 for number in range(30)]


def test_widths_are_fixed_and_make_up_the_width_of_the_page(root: ET.Element) -> None:
    for table in root.iter(f"{W}tbl"):
        if table.find(f".//{W}tblCaption") is not None:
            grid = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
            assert value(table.find(f".//{W}tblLayout"), "type") == "fixed"
            assert abs(sum(grid) - 165 * 1440 / 25.4) < len(grid)


def test_merged_cells_are_those_of_the_document(package: Package) -> None:
    grid = next(table for table in package.tables if table.cell(0, 0).text == "单位名称")

    assert grid.cell(3, 0)._tc is grid.cell(4, 0)._tc
    assert grid.cell(0, 1)._tc is grid.cell(0, 3)._tc
    assert len(grid.columns) == len(GRID.widths)


def test_tables_are_kept_apart_and_one_that_joins_has_no_upper_border() -> None:
    body = body_of(GRID, JOINED, GRID)
    kinds = [child.tag.removeprefix(W) for child in body]
    tops = [table.find(f".//{W}tblBorders/{W}top") is not None for table in body.iter(f"{W}tbl")]

    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    assert tops == [True, False, True]


@pytest.mark.parametrize(
    ("blocks", "breaks"),
    [
        (
            (PageBreak(), Heading("甲"), PageBreak(), PageBreak(), Heading("乙"), PageBreak()),
            ["甲", "乙"][1:],
        ),
        ((Cover(("封面",), ()), PageBreak(), Heading("甲")), ["甲"]),
        ((Heading("甲"), Cover(("封面",), ()), GRID), ["封面", ""]),
        ((Heading("甲"), Heading("乙")), []),
    ],
    ids=["breaks", "cover", "cover in the midst", "none"],
)
def test_a_new_page_begins_once_where_it_should(blocks: tuple[Block, ...], breaks: list[str]) -> None:
    body = body_of(*blocks)
    found = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]

    assert ["".join(p.itertext()) for p in found] == breaks


def test_headings_have_levels(package: Package) -> None:
    levels = {p.text: p.style.name for p in package.paragraphs if p.style is not None and p.style.name}

    assert levels["样例市中小企业公共服务示范平台申请表"] == "Heading 1"
    assert levels["一、基本情况"] == "Heading 2"
    assert levels["（一）服务能力"] == "Heading 3"


def test_a_line_keeps_its_side() -> None:
    body = body_of(Paragraph(words("甲", "right")), Paragraph(words("乙", "centred")), Paragraph(words("丙")))

    assert [value(p.find(f".//{W}jc")) for p in body.iter(f"{W}p")] == ["right", "center", None]


PROGRAM = """
import sys
from datetime import date
from generator.render.documents.docx import docx_of
from tests.render.documents.samples import SAMPLE
sys.stdout.buffer.write(docx_of(SAMPLE, date(2024, 1, 2)))
"""


@pytest.mark.parametrize(
    ("zone", "language", "seed"), [("Asia/Shanghai", "zh_CN.UTF-8", "1"), ("America/New_York", "C", "2")]
)
def test_the_same_document_has_the_same_bytes_on_any_machine(
    content: bytes, zone: str, language: str, seed: str
) -> None:
    env = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", PROGRAM]

    assert subprocess.run(command, capture_output=True, check=True, env=env).stdout == content


def test_there_is_no_clock_in_it_and_another_day_gives_other_bytes(content: bytes) -> None:
    assert docx_of(SAMPLE, date(2024, 1, 3)) != content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {member.date_time for member in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
