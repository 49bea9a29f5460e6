# SPDX-License-Identifier: Apache-2.0
"""Are the forms of the registry those of the annexes, and does every paper come out whole in every format?"""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.derive.papers import papers_of
from generator.model.form import Form, Grid, Table
from tests.contents.real import RECORDED_IN_FULL, real_register
from tests.render.workshop import read

REPORT, RECOMMENDATION = "linfen/application-report", "linfen/recommendation-form"
WAIT = 300  # seconds for LibreOffice to open everything
TAG = re.compile('<w:tag w:val="([^"]+)"')
SPACE = re.compile(r"\s+")


def form(id_: str) -> Form:
    return real_register().site.forms[id_]


def papers() -> list[str]:
    """Every paper that has files."""
    register = real_register()
    return [p.id for id_ in register.site.rulesets for p in papers_of(register, id_) if p.has_files]


def squeezed(text: str) -> str:
    """A text without white space: lines of a PDF break anywhere."""
    return SPACE.sub("", text)


def head(id_: str, table: str) -> list[str]:
    [found] = [part for _, part in form(id_).tables if part.id == table]
    return [column.label for column in found.columns]


# What the annexes print


def test_the_experts_and_the_sampled_firms_are_asked_for_as_in_the_annex() -> None:
    assert head(RECOMMENDATION, "experts") == ["专家姓名", "职务/职称", "工作单位", "签字"]
    assert head(RECOMMENDATION, "sampled-firms") == [
        "抽样企业名称",
        "被访人员姓名",
        "职务",
        "联系电话",
        "接受服务内容",
        "对所受服务的总体评价",
    ]


def test_at_least_ten_firms_are_sampled_in_one_of_five_ways_and_rated_in_three_grades() -> None:
    [sampled] = [part for _, part in form(RECOMMENDATION).tables if part.id == "sampled-firms"]
    [method] = [field for _, field in form(RECOMMENDATION).fields if field.id == "survey-method"]

    assert (sampled.rows, sampled.at_least) == (10, 10)
    assert sampled.columns[-1].options == ("很满意", "基本满意", "不满意")
    assert method.options == ("上门拜访", "电话询问", "网络互动", "书面征求", "其他")


def test_the_application_has_its_four_sections_in_order() -> None:
    headings = [p.heading for p in form(REPORT).parts if isinstance(p, Grid | Table) and p.heading]

    assert headings == [
        "一、申请单位基本情况",
        "二、运营管理情况（单位：万元）",
        "三、平台服务能力及业绩",
        "四、政府支持情况",
    ]


def test_the_three_lists_had_no_heads_in_the_annex_and_say_so() -> None:
    ours = {part.id: part.workbook for _, part in form(REPORT).tables if part.columns_are_ours}

    assert ours == {"equipment": True, "staff": True, "firms": True}
    assert head(REPORT, "operation")[:3] == ["年度", "营业收入", "其中：服务收入"]


def test_only_what_is_the_same_is_filled_in_from_the_self_check() -> None:
    facts = {
        id_: field.fact for id_ in (REPORT, RECOMMENDATION) for _, field in form(id_).fields if field.fact
    }

    assert facts == {REPORT: "total_assets"}


def test_every_version_recorded_in_full_has_both_papers_of_ours() -> None:
    made = set(papers())

    assert made >= {f"{id_}-{kind}" for id_ in RECORDED_IN_FULL for kind in ("checklist", "self-assessment")}


# What stands in the files of the built site


@pytest.mark.parametrize("id_", papers())
def test_all_formats_of_a_paper_have_the_same_fields(id_: str, real_built: Path) -> None:
    fields = json.loads((real_built / f"api/v1/forms/{id_}.json").read_bytes())["fields"]
    with zipfile.ZipFile(real_built / f"forms/{id_}.docx") as package:
        tags = TAG.findall(package.read("word/document.xml").decode())
    twin = read((real_built / f"forms/{id_}/index.html").read_bytes())
    named = [e for e in twin.elements if e.tag in {"input", "textarea"} and "name" in e.attributes]

    ids = [field["id"] for field in fields]
    assert list(dict.fromkeys(tag.split("=")[0] for tag in tags)) == ids
    assert list(dict.fromkeys(e.attributes["name"] for e in named)) == ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("id_", papers())
def test_the_text_of_the_pdf_asks_for_every_choice_and_unit(id_: str, real_built: Path) -> None:
    fields = json.loads((real_built / f"api/v1/forms/{id_}.json").read_bytes())["fields"]
    text = squeezed("".join(page.extract_text() for page in PdfReader(real_built / f"forms/{id_}.pdf").pages))

    wanted = {squeezed(word) for field in fields for word in (*field["options"], field["unit"] or "")}
    assert [word for word in sorted(wanted) if word not in text] == []


@pytest.mark.parametrize("id_", [REPORT, RECOMMENDATION])
def test_the_text_of_the_pdf_has_every_label_of_an_official_form(id_: str, real_built: Path) -> None:
    text = squeezed("".join(page.extract_text() for page in PdfReader(real_built / f"forms/{id_}.pdf").pages))
    columns = [column.label for _, table in form(id_).tables for column in table.columns]

    labels = [squeezed(label) for label in [*(field.label for _, field in form(id_).fields), *columns]]
    assert [label for label in labels if label not in text] == []


@pytest.fixture(scope="module")
def converted(real_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every DOCX as LibreOffice sets it, started once for all."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is needed for this test: apt-get install libreoffice-writer-nogui"
    home = tmp_path_factory.mktemp("converted")
    for id_ in papers():
        shutil.copy(real_built / f"forms/{id_}.docx", home / f"{id_.replace('/', '-')}.docx")
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(home)]
    subprocess.run(
        [*command, *map(str, sorted(home.glob("*.docx")))], check=True, capture_output=True, timeout=WAIT
    )
    return home


@pytest.mark.parametrize("id_", papers())
def test_libreoffice_opens_a_paper_with_all_its_words(id_: str, real_built: Path, converted: Path) -> None:
    here = PdfReader(converted / f"{id_.replace('/', '-')}.pdf")
    there = PdfReader(real_built / f"forms/{id_}.pdf")
    text = squeezed("".join(page.extract_text() for page in here.pages))
    fields = json.loads((real_built / f"api/v1/forms/{id_}.json").read_bytes())["fields"]

    assert [f["unit"] for f in fields if f["unit"] and squeezed(f["unit"]) not in text] == []
    assert abs(len(here.pages) - len(there.pages)) <= 1
