# SPDX-License-Identifier: Apache-2.0
"""Does everything that a document says come out of its PDF, on pages of A4, under heads that are repeated?"""

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from generator.output.typesetter import typeset
from generator.render.documents.document import (
    Blank,
    Cell,
    Cover,
    Document,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Sheet,
    Words,
    texts,
)
from generator.render.documents.typst_source import typst_of
from tests.render.documents.samples import LANDSCAPE, LONG_NAME, RARE, SAMPLE, asks, words

A4 = (595, 842)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def made() -> list[bytes]:
    return typeset([typst_of(SAMPLE), typst_of(LANDSCAPE)])


@pytest.fixture(scope="module")
def sample(made: list[bytes]) -> PdfReader:
    return PdfReader(io.BytesIO(made[0]))


def pages_of(*blocks: Any, foot: str = "脚") -> list[str]:
    """The text of each page of a document."""
    (content,) = typeset([typst_of(Document("样例", "样例", foot, blocks))])
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def test_every_text_comes_out_of_pypdf(sample: PdfReader) -> None:
    whole = squeezed("".join(page.extract_text() for page in sample.pages))

    assert [text for text in texts(SAMPLE) if squeezed(text) not in whole] == []
    assert RARE in whole
    assert LONG_NAME in whole


def test_every_text_comes_out_of_poppler(made: list[bytes], tmp_path: Path) -> None:
    (tmp_path / "sample.pdf").write_bytes(made[0])
    command = ["pdftotext", "-raw", str(tmp_path / "sample.pdf"), "-"]
    whole = squeezed(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    assert [text for text in texts(SAMPLE) if squeezed(text) not in whole] == []


def test_a_document_says_what_it_is_and_gives_away_no_time(sample: PdfReader) -> None:
    assert sample.metadata is not None
    assert (sample.metadata.title, sample.metadata.subject) == (SAMPLE.title, SAMPLE.subject)
    assert sample.metadata.creation_date is None
    assert sample.metadata.author is None
    assert str(sample.root_object["/Lang"]) == "zh-CN"


def test_pages_are_a4_upright_or_across(made: list[bytes]) -> None:
    sizes = [
        {
            (round(page.mediabox.width), round(page.mediabox.height))
            for page in PdfReader(io.BytesIO(content)).pages
        }
        for content in made
    ]

    assert sizes == [{A4}, {A4[::-1]}]


def test_every_page_bears_the_foot_and_its_number(sample: PdfReader) -> None:
    count = len(sample.pages)

    assert count > 4
    for number, page in enumerate(sample.pages, 1):
        text = squeezed(page.extract_text())
        assert f"第{number}页共{count}页" in text
        assert squeezed(SAMPLE.foot) in text


@pytest.mark.parametrize(
    "pieces", [("/forms/yangli/yangli/recommendation-form/",), ("/forms/", f"{'yangli' * 12}/", "2021/")]
)
def test_an_address_in_the_foot_is_cut_at_slashes_and_only_where_it_is_longer_than_a_line(
    pieces: tuple[str, ...], tmp_path: Path
) -> None:
    foot = f"官方表格，本站据所见文本排版　样例办法的附件 1　{''.join(pieces)}"
    (content,) = typeset([typst_of(Document("样例", "样例", foot, (Paragraph(words("正文")),)))])
    (tmp_path / "foot.pdf").write_bytes(content)
    command = ["pdftotext", "-raw", str(tmp_path / "foot.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    assert [piece for piece in pieces if not any(piece in word for word in printed)] == []
    assert "".join(pieces) in printed or len(pieces) > 1


def test_the_head_of_a_long_table_is_repeated_and_no_number_is_lost(made: list[bytes]) -> None:
    pages = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(made[1])).pages]

    assert len(pages) == 3
    assert [page.count("规格型号") for page in pages] == [1, 1, 1]
    assert all("金额（万元）" in page for page in pages)


def structure(reader: PdfReader) -> list[DictionaryObject]:
    """All elements of the structure, in reading order."""
    found: list[DictionaryObject] = []

    def walk(node: Any) -> None:
        here = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(here, list):
            for child in here:
                walk(child)
        elif isinstance(here, DictionaryObject) and "/K" in here:
            found.append(here)
            walk(here["/K"])

    walk(reader.root_object["/StructTreeRoot"])
    return found


def test_headings_and_heads_of_tables_are_named_as_such(sample: PdfReader) -> None:
    kinds = [str(element.get("/S")) for element in structure(sample)]

    assert kinds.count("/H1") == 2
    assert kinds.count("/H2") == 5
    assert kinds.count("/H3") == 1
    assert kinds.count("/TH") == 6
    assert kinds.count("/Table") == 4


@pytest.mark.parametrize("levels", [(3, 1), (2, 3, 3, 2), (1, 3), (2,)])
def test_headings_may_leave_out_levels(levels: tuple[int, ...]) -> None:
    """PDF/UA wants every level; typesetting would fail."""
    pages = pages_of(*(Heading(f"标题{level}", level) for level in levels))  # type: ignore[arg-type]

    assert pages[0].count("标题") == len(levels)


def test_breaks_make_no_empty_page() -> None:
    cover = Cover(("封面",), (Line((Words("单位："), Blank("a", "单位"))),))
    blocks = [
        PageBreak(),
        cover,
        PageBreak(),
        PageBreak(),
        Heading("正文"),
        PageBreak(),
        Paragraph(words("末")),
        PageBreak(),
    ]

    assert [squeezed(page) for page in pages_of(*blocks)] == [
        "封面单位：脚第1页共3页",
        "正文脚第2页共3页",
        "末脚第3页共3页",
    ]


def test_a_cell_longer_than_a_page_goes_on_over_the_page() -> None:
    sheet = Sheet("s", "表", (1, 3), ((asks("说明"), Cell((words("长" * 5000),))),))
    pages = pages_of(sheet)

    assert len(pages) > 2
    assert sum(page.count("长") for page in pages) == 5000


def test_a_row_that_fits_on_a_page_is_not_cut() -> None:
    row = (asks("说明"), Cell((words("长" * 700),)))
    pages = pages_of(Sheet("s", "表", (1, 3), (row,) * 3))

    assert [page.count("长") % 700 for page in pages] == [0] * len(pages)
    assert sum(page.count("长") for page in pages) == 2100


@pytest.mark.parametrize("joins", [False, True])
def test_a_low_table_stays_whole_with_its_heading_unless_another_joins_it(joins: bool) -> None:
    def row(name: str, lines: int) -> tuple[Cell, ...]:
        return asks(name), Cell((words("写"),), room=lines)

    filled = Sheet("f", "满", (1, 3), (row("填满", 27),))
    low = Sheet("s", "表", (1, 3), (row("第一", 2), row("第二", 4)))
    joined = Sheet("j", "接", (1, 3), (row("第三", 4),), joins=True)
    first, second = pages_of(filled, Heading("结论"), low, *[joined] * joins)

    assert [word for word in ("结论", "第一", "第二") if word in squeezed(first)] == ["结论", "第一"] * joins
    assert "第二" in squeezed(second)


def test_a_head_within_a_table_is_never_the_last_row_of_a_page() -> None:
    def with_head(*, leads: bool) -> list[str]:
        full = Cell((words("填满"),), room=32)
        head = Cell((words("其下之首"),), leads=leads)
        return pages_of(Sheet("s", "表", (1,), ((full,), (head,), (Cell((words("其下"),), room=2),))))

    assert ["之首" in page for page in with_head(leads=False)] == [True, False]
    assert ["之首" in page for page in with_head(leads=True)] == [False, True]


def test_heads_within_a_table_may_follow_one_another_and_end_it() -> None:
    whole = (Cell((words("总的"),), 3, leads=True),)
    part = (Cell((words("其一"),), 2, leads=True), asks("打勾"))
    row = (asks("一"), asks("二"), asks("三"))
    filled = Sheet("f", "满", (1,), ((Cell((words("填满"),), room=22),),))
    rows = (row, whole, part, *[row] * 20, part, row, part, whole)
    pages = pages_of(filled, Sheet("s", "表", (1, 1, 1), rows, heads=1))

    assert ["其一" in page for page in map(squeezed, pages)] == [True, True]


def test_a_cell_may_cover_more_rows_than_a_page_has() -> None:
    rows = (
        (asks("一列", rows=60), Cell((words("行1"),))),
        *((Cell((words(f"行{number}"),)),) for number in range(2, 61)),
    )
    pages = pages_of(Sheet("s", "表", (1, 3), rows))

    assert len(pages) == 3
    assert [f"行{number}" for number in range(1, 61) if f"行{number}" not in squeezed("".join(pages))] == []


@pytest.mark.parametrize(
    "text", ["a" * 5000, "——" * 2500, "，" * 5000, "（" * 5000, "1" * 5000], ids=lambda text: text[0]
)
def test_a_text_without_a_place_to_break_stays_on_the_page(text: str, tmp_path: Path) -> None:
    sheet = Sheet("s", "表", (1, 9), ((Cell((words(text),)), Cell((words("乙"),))),))
    (content,) = typeset([typst_of(Document("样例", "样例", "脚", (Paragraph(words(text)), sheet)))])
    (tmp_path / "long.pdf").write_bytes(content)
    command = ["pdftotext", "-bbox", str(tmp_path / "long.pdf"), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rights = [float(part.split('"')[1]) for part in boxes.split(" xMax=")[1:]]

    assert rights
    assert max(rights) < A4[0] - 50


def test_the_same_document_gives_the_same_source() -> None:
    assert typst_of(SAMPLE) == typst_of(replace(SAMPLE))
