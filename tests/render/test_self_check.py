# SPDX-License-Identifier: Apache-2.0
"""Does the self-check offer exactly the places that have conditions, with all that a choice of them needs?"""

import json
from typing import Any

from generator.base import addresses
from generator.model.jurisdiction import JurisdictionLevel
from generator.render.page import Page
from tests import builders
from tests.render.workshop import files, pages, read, tiny_workshop, workshop

CONDITIONS = [{"id": "legal-person", "metric": "legal_person", "equals": True, "article": "第一条"}]
PLACES = {
    "yangli": ("样例市", JurisdictionLevel.CITY),
    "national": ("全国", JurisdictionLevel.NATIONAL),
    "yangsheng": ("样例省", JurisdictionLevel.PROVINCE),
}


def jurisdictions() -> dict[str, Any]:
    """A city, the country and a province, in this order."""
    city = builders.tiny_site().jurisdictions["yangli"]
    return {
        id_: city.model_copy(update={"id": id_, "name": name, "short_name": name, "level": level})
        for id_, (name, level) in PLACES.items()
    }


def offered(page: Page) -> list[str]:
    """The places that can be ticked."""
    return [e.attributes["value"] for e in read(page.body).all("input") if e.attributes.get("name") == "j"]


def place_file() -> Any:
    return json.loads(files(tiny_workshop())[addresses.self_check_place("yangli")].content)


def test_only_places_with_conditions_are_offered_and_those_of_a_higher_level_first() -> None:
    bare = builders.ruleset()
    full = builders.ruleset(criteria=CONDITIONS)
    room = workshop(
        jurisdictions=jurisdictions(),
        rulesets={"yangli/2020": full, "national/2020": bare, "yangsheng/2019": full, "yangsheng/2020": bare},
    )

    assert offered(pages(room)[addresses.SELF_CHECK]) == ["yangsheng", "yangli"]
    assert [path for path in files(room) if path.startswith(addresses.SELF_CHECK)] == [
        "self-check/places/yangsheng.json",
        "self-check/places/yangli.json",
    ]


def test_a_place_tells_its_versions_with_the_days_from_which_they_stand_and_their_papers() -> None:
    oldest, first, second = place_file()["versions"]

    assert (oldest["id"], oldest["checkable"]) == ("yangli/2017", True)

    assert (first["id"], first["stage"], first["text"], first["checkable"]) == (
        "yangli/2020",
        "issued",
        "full",
        True,
    )
    assert first["standing"] == [
        ["2020-01-10", "not-yet", None],
        ["2020-02-09", "in-force", "2023-02-08"],
        ["2023-02-09", "lapsed", None],
    ]
    assert first["papers"][:3] == [
        "api/v1/forms/yangli/2020-self-assessment.json",
        "api/v1/forms/yangli/2020-checklist.json",
        "api/v1/forms/yangli/application.json",
    ]
    assert first["pack"] == "forms/yangli/2020-applicant.zip"
    assert (second["id"], second["text"]) == ("yangli/2023", "partial")


def test_a_version_whose_text_is_not_recorded_is_told_for_it_may_govern_but_cannot_be_checked() -> None:
    room = workshop(
        rulesets={
            "yangli/2020": builders.ruleset(criteria=CONDITIONS),
            "yangli/2021": builders.ruleset(text="not-recorded"),
        }
    )
    told = json.loads(files(room)[addresses.self_check_place("yangli")].content)["versions"]

    assert [(version["id"], version["checkable"], version["pack"]) for version in told] == [
        ("yangli/2020", True, "forms/yangli/2020-applicant.zip"),
        ("yangli/2021", False, None),
    ]


def test_a_place_tells_the_days_of_its_notices_and_how_it_is_reached() -> None:
    told = place_file()

    assert told["windows"] == [
        {
            "what": "报送申报材料",
            "who": "申报单位",
            "from": "2023-12-01",
            "through": "2024-01-31",
            "withdrawn": None,
            "announced": "2023-11-01",
            "title": "关于组织申报的通知（虚构）",
            "page": "notices/2023/yangli-call/",
        }
    ]
    assert told["contact"]["telephone"] == "0990-5550100"
    assert told["guide"] == "guides/yangli/"


def test_the_page_changes_next_when_a_version_does_or_a_window_closes() -> None:
    assert str(pages(tiny_workshop())[addresses.SELF_CHECK].next_change) == "2024-02-01"


def test_without_script_the_page_leads_to_conditions_and_to_tables_to_print() -> None:
    links = {e.attributes["href"] for e in read(pages(tiny_workshop())[addresses.SELF_CHECK].body).all("a")}

    assert {
        "../guides/yangli/",
        "../guides/yangli/2020/",
        "../guides/yangli/2023/",
        "../forms/yangli/2020-self-assessment/",
    } <= links


def test_a_guide_leads_to_the_self_check_of_its_place() -> None:
    links = [e.attributes["href"] for e in read(pages(tiny_workshop())["guides/yangli/"].body).all("a")]

    assert "../../self-check/#j=yangli" in links


def test_a_site_without_any_conditions_has_a_page_that_offers_nothing() -> None:
    room = workshop(rulesets={"yangli/2020": builders.ruleset()})

    assert offered(pages(room)[addresses.SELF_CHECK]) == []
    assert "暂时没有收录任何地方的条件" in pages(room)[addresses.SELF_CHECK].body
