# SPDX-License-Identifier: Apache-2.0
"""Does the page of a platform tell machines what it tells people, and no more?"""

import json
from typing import Any

import pytest

from generator.render.page import Page
from tests.builders import act, designation, row, ruleset, tiny_site
from tests.render.workshop import Reading, files, pages, read, tiny_workshop, workshop

LIST, CHANGES = "yangli/2020-06-01-list", "yangli/2021-06-01-changes"
HOSTILE = '甲"></h1><script>alert(1)</script>&'


def page_of(id_: str = "yangli-0001", **records: Any) -> Page:
    return pages(workshop(**records))[f"registry/{id_}/"]


def links(reading: Reading, text: str) -> set[str]:
    """Where the links with this text lead."""
    return {e.attributes["href"] for e in reading.all("a") if e.text == text}


def tags(page: Page) -> dict[str, str]:
    return {e.attributes["name"]: e.attributes["content"] for e in read(page.head).all("meta")}


def structured(page: Page) -> dict[str, Any]:
    (block,) = read(page.head).all("script")
    assert block.attributes == {"type": "application/ld+json"}
    facts: dict[str, Any] = json.loads(block.text)
    return facts


def test_the_head_carries_the_tags_of_government_sites_for_which_there_are_facts() -> None:
    assert tags(pages(tiny_workshop())["registry/yangli-0002/"]) == {
        "ColumnName": "查询",
        "ColumnType": "查询",
        "ArticleTitle": "样例乙综合服务中心",
        "ContentSource": "样例市工业和信息化局",
        "Keywords": "样例乙综合服务中心,样例乙服务中心",
    }


def test_the_structured_data_names_the_title_its_giver_and_its_days() -> None:
    version = ruleset(
        validity={"years": 3, "article": None},
        designation={"title": "样例市示范平台", "article": None},
    )
    document = designation(ruleset="yangli/2020")
    facts = structured(page_of(designations={LIST: document}, rulesets={"yangli/2020": version}))

    assert facts == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "样例甲服务中心",
        "identifier": "yangli-0001",
        "hasCertification": [
            {
                "@type": "Certification",
                "name": "样例市示范平台",
                "certificationIdentification": "样工信〔2020〕9号",
                "issuedBy": {"@type": "GovernmentOrganization", "name": "样例市工业和信息化局"},
                "validFrom": "2020-06-01",
                "expires": "2023-05-31",
            }
        ],
    }


def test_a_proposal_is_no_certification() -> None:
    assert "hasCertification" not in structured(page_of(designations={LIST: designation(act("propose"))}))


def test_an_ordinary_platform_is_certified_by_the_title_of_its_document_only() -> None:
    version = ruleset(designation={"title": "样例市示范平台", "article": None})
    document = designation(act(tier="ordinary"), ruleset="yangli/2020")
    facts = structured(page_of(designations={LIST: document}, rulesets={"yangli/2020": version}))

    assert [title["name"] for title in facts["hasCertification"]] == ["样例名单"]


def test_no_name_can_leave_its_place_in_the_page_the_head_or_the_badge() -> None:
    room = workshop(designations={LIST: designation(act("designate", row(name=HOSTILE)))})
    page, badge = pages(room)["registry/yangli-0001/"], files(room)["registry/yangli-0001/badge.svg"]

    assert structured(page)["name"] == HOSTILE
    assert tags(page)["ArticleTitle"] == HOSTILE
    assert [e.text for e in read(page.body).all("h1")] == [HOSTILE]
    assert read(page.body).all("script") == read(badge.content).all("script") == []


def test_the_page_links_its_twin_and_loads_the_script_that_draws_its_code() -> None:
    page = page_of(designations={LIST: designation()})

    assert page.data == "api/v1/platforms/yangli-0001.json"
    assert page.scripts == ("platform.js",)
    assert "../../api/v1/platforms/yangli-0001.json" in links(read(page.body), "本页数据（JSON）")


@pytest.mark.parametrize(("site_url", "shown"), [("https://registry.example/names/", True), (None, False)])
def test_the_address_stands_on_the_page_only_where_it_is_known(site_url: str | None, shown: bool) -> None:
    settings = tiny_site().settings.model_copy(update={"site_url": site_url})
    reading = read(page_of(designations={LIST: designation()}, settings=settings).body)
    (place,) = (e for e in reading.all("p") if "data-address" in e.attributes)

    assert place.text == ("https://registry.example/names/registry/yangli-0001/" if shown else "")
    assert ("hidden" in place.attributes) is not shown


def test_the_code_is_absent_until_it_is_drawn() -> None:
    reading = read(page_of(designations={LIST: designation()}).body)

    assert ["hidden" in e.attributes for e in reading.all("figure") if "data-qr" in e.attributes] == [True]
