# SPDX-License-Identifier: Apache-2.0
"""Do the registry's pages say on what each term rests, and can everything be found?"""

import json
from datetime import date
from typing import Any

import pytest

from generator.model.jurisdiction import Coverage
from generator.model.ruleset import Ruleset
from tests.builders import act, designation, row, ruleset, tiny_site
from tests.render.workshop import Reading, files, pages, read, tiny_workshop, workshop

LIST = "yangli/2020-06-01-list"


def platform_page(*acts: dict[str, Any], version: Ruleset | None = None, **changes: Any) -> Reading:
    document = designation(*acts, ruleset="yangli/2020" if version else None, **changes)
    room = workshop(designations={LIST: document}, rulesets={"yangli/2020": version} if version else {})
    return read(pages(room)["registry/yangli-0001/"].body)


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        ({"years": 3}, "规定有效3年；办法未写截止日算法，按对应日前一日推算"),
        ({"years": 2, "term_end": "anniversary", "term_end_basis": "虚构的算法"}, "规定有效2年；虚构的算法"),
        ({"years": 3, "kind": "review"}, "规定每3年复核一次，没有写截止日"),
    ],
)
def test_a_reckoned_end_names_the_version_the_article_and_the_way(
    validity: dict[str, Any], words: str
) -> None:
    reading = platform_page(version=ruleset(validity={"article": "第四条"} | validity))

    assert f"《样例办法》第四条{words}" in reading.text


def test_an_end_that_the_document_states_is_given_with_where_it_was_read() -> None:
    stated = act(through=date(2022, 5, 31), term_basis="虚构的网页")

    assert "虚构的网页" in platform_page(stated, version=ruleset(validity={"years": 3, "article": None})).text


def test_a_term_without_a_known_end_says_that_none_is_recorded() -> None:
    assert "有效期未见记载" in platform_page().text


def test_a_proposal_is_never_shown_as_a_title() -> None:
    reading = platform_page(act("propose"))

    assert "没有认定记录" in reading.text
    assert "公示不等于认定" in reading.text
    assert "历次有效期间" not in reading.text


def test_an_ordinary_platform_is_said_not_to_be_a_demonstration_platform() -> None:
    assert "不是示范平台" in platform_page(act(tier="ordinary")).text
    assert "不是示范平台" not in platform_page(act()).text


def test_a_term_granted_by_a_document_that_is_not_recorded_says_so() -> None:
    assert "此前的认定文件本站没有收录" in platform_page(act("revoke"), begins_mid_history=True).text


def test_a_former_name_stays_on_the_page_and_in_the_lookup() -> None:
    rename = designation(act("rename", row(name="样例新名")), issued_on=date(2021, 1, 1))
    room = workshop(designations={LIST: designation(), "yangli/2021-01-01-name": rename})
    (entry,) = json.loads(files(room)["lookup/rows/0.json"].content)

    assert entry[:2] == ["样例新名", ["样例甲服务中心"]]
    assert "样例甲服务中心" in read(pages(room)["registry/yangli-0001/"].body).text


def test_the_lookup_knows_operator_code_and_id_and_leaves_out_what_is_unknown() -> None:
    known = row(operator="样例公司", credit_code="91350100M000100Y43")
    room = workshop(designations={LIST: designation(act("designate", known, row("yangli-0002", "样例乙")))})
    first, second = json.loads(files(room)["lookup/rows/0.json"].content)

    assert first[2:4] == ["样例公司", "91350100M000100Y43"]
    assert second[2:4] == [None, None]


def test_every_platform_is_reached_from_the_registry_by_links_alone() -> None:
    made = pages(tiny_workshop())
    lists = {e.attributes["href"] for e in read(made["registry/"].body).all("a")}
    linked = {e.attributes["href"] for e in read(made["registry/yangli/"].body).all("a")}

    assert "../registry/yangli/" in lists
    assert {f"../yangli-000{n}/" for n in (1, 2, 3)} <= linked


def test_an_incomplete_register_carries_its_caveat_and_a_complete_one_none() -> None:
    part = (
        tiny_site()
        .jurisdictions["yangli"]
        .model_copy(update={"coverage": Coverage(complete=False, note="只录一部分")})
    )
    places = dict(tiny_site().jurisdictions) | {"yangli": part}
    incomplete = workshop(designations={LIST: designation()}, jurisdictions=places)
    complete = workshop(designations={LIST: designation()})

    assert "只录一部分" in pages(incomplete)["registry/yangli-0001/"].body
    assert "verdict__caveat" not in pages(complete)["registry/yangli-0001/"].body


def test_records_that_were_longest_unchecked_come_first_for_review() -> None:
    room = workshop(
        rulesets={"yangli/2020": ruleset(checked_on=date(2023, 5, 1))},
        designations={LIST: designation(checked_on=date(2022, 5, 1))},
    )
    marks = [e.attributes.get("data-checked") for e in read(pages(room)["review/"].body).all("span")]

    assert [mark for mark in marks if mark] == ["2022-05-01", "2023-05-01"]


def test_no_page_says_what_holds_today_before_it_is_viewed() -> None:
    for address, page in pages(tiny_workshop()).items():
        marks = [e for e in read(page.body).elements if "mark" in e.attributes.get("class", "").split()]
        assert {mark.text for mark in marks} <= {""}, address
