# SPDX-License-Identifier: Apache-2.0
"""Does the page of a paper say what it is, which version it belongs to, and what can be downloaded?"""

import json

import pytest

from generator.render.page import Page
from tests.builders import form, tiny_site
from tests.render.papers.press import printed, tiny
from tests.render.workshop import Reading, pages, read, tiny_workshop, workshop

PARTS = {"layout_known": True, "parts": [{"kind": "cover", "heading": ["样例"]}]}


def page(name: str) -> Page:
    return tiny().pages[f"forms/yangli/{name}/"]


def reading(name: str) -> Reading:
    return read(page(name).body)


def links(found: Reading) -> list[str]:
    return [element.attributes["href"] for element in found.all("a")]


def test_every_form_and_every_paper_of_ours_has_a_page() -> None:
    names = [
        "2017-self-assessment",
        "2017-checklist",
        "2020-self-assessment",
        "2020-checklist",
        "application",
        "report",
        "2023-self-assessment",
    ]

    assert list(tiny().pages) == [f"forms/yangli/{name}/" for name in names]


def test_a_page_carries_the_standing_of_its_version_and_no_word_for_it() -> None:
    found = reading("report")
    [mark] = [element for element in found.elements if "data-standing" in element.attributes]
    [caution] = [element for element in found.elements if "data-caution" in element.attributes]

    states = [state for _, state, _ in json.loads(mark.attributes["data-standing"])]
    assert states == ["not-yet", "in-force", "lapsed"]
    assert caution.attributes["data-caution"] == mark.attributes["data-standing"]
    assert (mark.text, caution.text) == ("", "")
    assert page("report").scripts == ("forms.js",)


def test_files_are_told_with_size_and_digest_and_lead_to_the_file() -> None:
    found = reading("report")

    for path in ("report.docx", "report.pdf", "report-equipment.xlsx", "2020-recommender.zip"):
        assert f"../../../forms/yangli/{path}" in links(found)
        assert tiny().downloads[f"forms/yangli/{path}"].sha256 in found.text


def test_what_this_site_made_is_not_called_official() -> None:
    assert "本站编制，非官方表格" in reading("2020-checklist").text
    assert "官方表格" in next(e.text for e in reading("report").all("p"))


def test_a_form_of_which_only_the_name_is_known_offers_no_file_and_says_where_to_ask() -> None:
    found = reading("application")

    assert not any(link.endswith((".docx", ".pdf", ".zip")) for link in links(found))
    assert "请向样例市工业和信息化局索取" in found.text
    assert not [e for e in found.elements if e.tag in {"input", "textarea"}]


def test_old_and_new_forms_lead_to_each_other() -> None:
    old = tiny_site().forms["yangli/application"]
    forms = {"yangli/application": old, "yangli/fresh": form(replaces="yangli/application", **PARTS)}
    made = printed(tiny_workshop(forms=forms)).pages

    assert "../../../forms/yangli/application/" in links(read(made["forms/yangli/fresh/"].body))
    assert "已有新的表格" in made["forms/yangli/application/"].body


def test_the_next_change_is_that_of_the_version() -> None:
    assert page("report").next_change is None  # the day of the tiny site is after its last one
    assert page("report").data == "api/v1/forms/yangli/report.json"


def test_all_papers_are_listed_by_jurisdiction_those_of_the_latest_version_first() -> None:
    found = read(pages(tiny_workshop())["forms/"].body)
    listed = [link.removeprefix("../forms/yangli/") for link in links(found) if "/forms/yangli/" in link]

    assert listed == [
        "2023-self-assessment/",
        "2023-applicant.zip",
        "2020-self-assessment/",
        "2020-checklist/",
        "application/",
        "report/",
        "2020-applicant.zip",
        "2020-recommender.zip",
        "2017-self-assessment/",
        "2017-checklist/",
        "2017-applicant.zip",
    ]


def test_a_site_without_papers_says_so() -> None:
    assert "本站还没有收录任何表格" in pages(workshop())["forms/"].body


@pytest.mark.parametrize("address", ["guides/yangli/2020/", "guides/yangli/"])
def test_versions_and_guides_lead_to_their_papers(address: str) -> None:
    found = links(read(pages(tiny_workshop())[address].body))

    assert any(link.endswith("-self-assessment/") for link in found)
    assert any(link.endswith("-applicant.zip") for link in found)
