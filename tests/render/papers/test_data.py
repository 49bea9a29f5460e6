# SPDX-License-Identifier: Apache-2.0
"""Are the fields of a paper the same in JSON, DOCX and twin, and do its files have their digests?"""

import hashlib
import io
import json
import re
import zipfile
from typing import Any

import pytest

from generator.derive.papers import papers_of
from generator.render.documents.document import field_ids
from generator.render.papers.data import paper_data
from tests.render.papers.press import tiny
from tests.render.workshop import read, tiny_workshop

REPORT, CHECKLIST, ASSESSMENT = "yangli/report", "yangli/2020-checklist", "yangli/2020-self-assessment"
EACH = pytest.mark.parametrize("id_", [REPORT, CHECKLIST, ASSESSMENT, "yangli/2023-self-assessment"])
TAG = re.compile('<w:tag w:val="([^"]+)"')


def data(id_: str) -> Any:
    return json.loads(tiny().data(id_).content)


@EACH
def test_json_docx_and_twin_have_the_same_fields(id_: str) -> None:
    ids = field_ids(tiny().paper(id_).document)
    docx = tiny().downloads[f"forms/{id_}.docx"].file.content
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        tags = TAG.findall(package.read("word/document.xml").decode())
    twin = read(tiny().pages[f"forms/{id_}/"].body)
    names = [e.attributes["name"] for e in twin.elements if "name" in e.attributes]

    assert [field["id"] for field in data(id_)["fields"]] == ids
    assert list(dict.fromkeys(tag.split("=")[0] for tag in tags)) == ids
    assert list(dict.fromkeys(names)) == ids


@EACH
def test_every_option_is_a_box_of_its_own(id_: str) -> None:
    docx = tiny().downloads[f"forms/{id_}.docx"].file.content
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        tags = TAG.findall(package.read("word/document.xml").decode())

    told = [f"{field['id']}={option}" for field in data(id_)["fields"] for option in field["options"]]
    assert sorted(tag for tag in tags if "=" in tag) == sorted(told)


@EACH
def test_files_are_told_with_size_and_digest(id_: str) -> None:
    for file in data(id_)["files"]:
        content = tiny().downloads[file["path"][1:]].file.content
        assert (file["size"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert data(id_)["files"][0]["path"] == f"/forms/{id_}.docx"


def test_a_field_of_a_form_tells_its_unit_and_its_fact() -> None:
    fields = {field["id"]: field for field in data(REPORT)["fields"]}

    assert fields["assets"] == {
        "id": "assets",
        "label": "上年末总资产",
        "type": "number",
        "unit": "万元",
        "options": [],
        "several": False,
        "fact": "total_assets",
    }
    assert (fields["method"]["options"], fields["method"]["several"]) == (["上门", "电话"], True)
    assert not fields["firms-asked-1-rating"]["several"]


def test_in_a_self_assessment_the_id_of_a_figure_is_its_fact() -> None:
    facts = {field["id"]: field["fact"] for field in data(ASSESSMENT)["fields"] if field["fact"]}

    assert facts == {key: key for key in ("functions", "total_assets", "training.trainees")}


def test_a_list_is_a_workbook_too() -> None:
    assert [file["path"] for file in data(REPORT)["files"]] == [
        "/forms/yangli/report.docx",
        "/forms/yangli/report.pdf",
        "/forms/yangli/report-equipment.xlsx",
    ]


def test_a_form_of_which_only_the_name_is_known_has_neither_fields_nor_files() -> None:
    register = tiny_workshop().register
    [listed] = [paper for paper in papers_of(register, "yangli/2020") if not paper.has_files]

    told = json.loads(paper_data(listed, None, []).content)

    assert (told["layout_known"], told["fields"], told["files"]) == (False, [], [])
