# SPDX-License-Identifier: Apache-2.0
"""Does LibreOffice open what we make, print it whole, and keep it when it saves?

LibreOffice 7.4 forgets the tags of controls when it saves, whoever made them, so tags are not compared;
the controls and what stands in them are.
"""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from generator.model.form import Column, Table
from generator.render.documents.document import Document, Heading, Paragraph, texts
from generator.render.documents.docx import docx_of
from generator.render.documents.workbook import FILL, workbook_of
from tests.render.documents.samples import LANDSCAPE, LIST, RARE, SAMPLE, words

DAY = date(2024, 1, 2)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HOSTILE = '<script>&amp;]]> =1+1 {{ a }} #import "x" </w:t>'
DOCUMENTS = {
    "sample": SAMPLE,
    "landscape": LANDSCAPE,
    "hostile": Document(
        HOSTILE, HOSTILE, HOSTILE, (Heading(HOSTILE), Paragraph(words("长" * 5000 + HOSTILE)))
    ),
}
TABLE = Table(
    kind="table", id="list", columns=(Column(id="name", label="=1+1"), Column(id="b", label="乙")), rows=40
)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything as PDF, and in `again/` as LibreOffice saves it."""
    program = shutil.which("soffice")
    assert program is not None, "LibreOffice is not there: run make test, which installs it"
    folder = tmp_path_factory.mktemp("office")
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(docx_of(document, DAY))
    (folder / "list.xlsx").write_bytes(workbook_of(TABLE, "样例清单", ("说明",), DAY))
    begin = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    written = sorted(folder.glob("*.docx"))
    for into, files, where in (
        ("pdf", [*written, folder / "list.xlsx"], folder),
        ("docx:MS Word 2007 XML", written, folder / "again"),
        ("xlsx:Calc MS Excel 2007 XML", [folder / "list.xlsx"], folder / "again"),
    ):
        command = [*begin, into, "--outdir", str(where), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def pages_of(folder: Path, name: str) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(folder / f"{name}.pdf").pages]


def body_of(path: Path) -> ET.Element:
    with zipfile.ZipFile(path) as parts:
        return ET.fromstring(parts.read("word/document.xml"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_text_is_printed(office: Path, name: str) -> None:
    whole = "".join(pages_of(office, name))

    assert [text for text in texts(DOCUMENTS[name]) if squeezed(text)[:400] not in whole] == []


def test_rare_characters_are_printed(office: Path) -> None:
    assert RARE in "".join(pages_of(office, "sample"))


def test_every_page_bears_the_foot_and_its_number(office: Path) -> None:
    pages = pages_of(office, "sample")

    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page
        assert squeezed(SAMPLE.foot) in page


def test_the_cover_is_one_page_and_what_follows_begins_anew(office: Path) -> None:
    pages = pages_of(office, "sample")

    assert "样例市工业和信息化局制" in pages[0]
    assert pages[1].startswith("目录一、申请表")
    assert pages[2].startswith("样例市中小企业公共服务示范平台申请表一、基本情况")


def test_the_head_of_a_long_table_is_repeated_and_no_row_is_lost(office: Path) -> None:
    pages = pages_of(office, "landscape")

    assert len(pages) > 1
    assert [page.count("规格型号") for page in pages] == [1] * len(pages)
    numbers = re.sub("[^0-9]", "", re.sub("第[0-9]+页共[0-9]+页", "", "".join(pages)))
    assert numbers == "".join(str(number) for number in range(1, len(LIST.rows) - LIST.heads + 1))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_saving_keeps_the_text(office: Path, name: str) -> None:
    before, after = body_of(office / f"{name}.docx"), body_of(office / "again" / f"{name}.docx")

    assert "".join(piece.text or "" for piece in after.iter(f"{W}t")) == "".join(
        piece.text or "" for piece in before.iter(f"{W}t")
    )


def test_saving_keeps_the_controls_with_what_stands_in_them(office: Path) -> None:
    before, after = body_of(office / "sample.docx"), body_of(office / "again" / "sample.docx")

    def inner(root: ET.Element) -> list[str]:
        return ["".join(sdt.itertext()) for p in root.iter(f"{W}p") for sdt in p.findall(f"{W}sdt")]

    def boxes(root: ET.Element) -> list[str | None]:
        return [box.get(f"{W14}val") for box in root.iter(f"{W14}checked")]

    assert inner(after) == inner(before)
    assert boxes(after) == boxes(before)
    assert set(boxes(before)) == {"0", "1"}


def test_saving_keeps_heads_that_are_repeated_and_merged_cells(office: Path) -> None:
    before, after = body_of(office / "sample.docx"), body_of(office / "again" / "sample.docx")

    for name in ("tblHeader", "gridSpan", "vMerge"):
        assert len(list(after.iter(f"{W}{name}"))) >= len(list(before.iter(f"{W}{name}"))) > 0


def test_a_workbook_is_opened_and_its_texts_stay_texts(office: Path) -> None:
    cell = load_workbook(io.BytesIO((office / "again" / "list.xlsx").read_bytes()))[FILL]["A2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert "样例清单" in pages_of(office, "list")[0]
