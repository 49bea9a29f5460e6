# SPDX-License-Identifier: Apache-2.0
"""Does the page of a platform tell all that is recorded of it, and what is not known?"""

import re
from typing import Any

import pytest

from generator.render.page import Page
from tests.builders import act, designation, profile, row, ruleset
from tests.render.workshop import Reading, pages, read, tiny_workshop, workshop

LIST, CHANGES = "yangli/2020-06-01-list", "yangli/2021-06-01-changes"


def page_of(id_: str = "yangli-0001", **records: Any) -> Page:
    return pages(workshop(**records))[f"registry/{id_}/"]


def page_after(*acts: dict[str, Any], id_: str = "yangli-0001", **changes: Any) -> Reading:
    """The page of a platform once designated, after a second document."""
    rows = [row(), row("yangli-0002", "样例乙"), row("yangli-0003", "样例丙")]
    first = designation(act("designate", *rows))
    second = designation(
        *acts, **({"issued_on": "2021-06-01", "document_number": "样工信〔2021〕3号"} | changes)
    )
    return read(page_of(id_, designations={LIST: first, CHANGES: second}).body)


def links(reading: Reading, text: str) -> set[str]:
    """Where the links with this text lead."""
    return {e.attributes["href"] for e in reading.all("a") if e.text == text}


def section(reading: Reading, label: str) -> str:
    """The text of the section under a heading."""
    (found,) = (e for e in reading.all("section") if e.attributes.get("aria-labelledby") == label)
    return found.text


# Names, mergers, successors


def test_every_name_stands_with_its_days_and_its_document() -> None:
    reading = page_after(act("rename", row(name="样例新名")))
    facts = section(reading, "facts")

    assert "样例甲服务中心2020年6月1日至2021年6月1日，见样工信〔2020〕9号" in facts
    assert "样例新名2021年6月1日起，见样工信〔2021〕3号" in facts
    assert "../../notices/2021/yangli-changes/" in links(reading, "样工信〔2021〕3号")


def test_a_single_name_has_no_days() -> None:
    assert "见样工信" not in section(page_after(act("revoke", row("yangli-0002", "样例乙"))), "facts")


def test_a_merged_platform_keeps_its_page_and_leads_to_its_successor() -> None:
    reading = page_after(act("revoke", row(successor="yangli-0002")))
    (told,) = (e for e in reading.all("p") if e.attributes.get("class") == "succession")

    assert told.text == "已由样例乙承接；本页保留原来的记录。"
    assert links(reading, "样例乙") == {"../yangli-0002/"}
    assert "2020年6月1日至2021年5月31日" in reading.text


def test_a_successor_names_all_that_it_took_over() -> None:
    merged = act(
        "revoke", row(successor="yangli-0002"), row("yangli-0003", "样例丙", successor="yangli-0002")
    )
    reading = page_after(merged, id_="yangli-0002")

    assert "承接了样例甲服务中心、样例丙" in section(reading, "facts")
    assert links(reading, "样例丙") == {"../yangli-0003/"}


def test_a_chain_of_successors_is_told_to_its_end() -> None:
    merged = act(
        "revoke", row(successor="yangli-0002"), row("yangli-0002", "样例乙", successor="yangli-0003")
    )

    assert "已由样例乙承接，其后由样例丙承接；" in page_after(merged).text


# Documents and terms


def test_every_document_stands_with_its_act_its_issuer_and_the_version_that_governs_it() -> None:
    document = designation(act("designate", row(note="虚构的备注")), ruleset="yangli/2020")
    reading = read(page_of(designations={LIST: document}, rulesets={"yangli/2020": ruleset()}).body)
    told = section(reading, "documents")

    assert all(
        text in told for text in ("2020年6月1日", "样例名单", "样工信〔2020〕9号", "认定", "虚构的备注")
    )
    assert "依据样例办法" in told
    assert "../../guides/yangli/2020/" in links(reading, "样例办法")
    assert "../../notices/2020/yangli-list/" in links(reading, "样例名单")


def test_the_version_that_gives_the_last_day_is_linked_beside_the_article() -> None:
    version = ruleset(validity={"years": 3, "article": "第四条"})
    document = designation(ruleset="yangli/2020")
    reading = read(page_of(designations={LIST: document}, rulesets={"yangli/2020": version}).body)

    assert "《样例办法》第四条规定有效3年；" in section(reading, "terms")
    assert "../../guides/yangli/2020/" in links(reading, "样例办法")


def test_a_revocation_stands_with_its_document_and_its_reason() -> None:
    reading = page_after(act("revoke", reason="虚构的原因"))

    assert "由样例名单撤销：虚构的原因。" in reading.text
    assert "2020年6月1日至2021年5月31日（撤销）" in reading.text


def test_platforms_with_the_same_history_say_the_same_and_others_do_not() -> None:
    room = workshop(
        designations={
            LIST: designation(
                act("designate", row(), row("yangli-0002", "样例乙"), row("yangli-0003", "样例丙"))
            ),
            CHANGES: designation(act("revoke", row("yangli-0003", "样例丙")), issued_on="2021-06-01"),
        }
    )
    made = pages(room)
    one, two, three = (made[f"registry/yangli-000{n}/"].body for n in (1, 2, 3))

    assert one.replace("yangli-0001", "yangli-0002").replace("样例甲服务中心", "样例乙") == two
    assert "撤销" in three
    assert "撤销" not in one


# What is not known


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "名单没有写明统一社会信用代码、服务功能、所在地"),
        ({"functions": ["training"], "location": "样例市"}, "名单没有写明统一社会信用代码"),
    ],
)
def test_what_no_list_says_of_a_platform_is_named(given: dict[str, Any], missing: str) -> None:
    reading = read(page_of(designations={LIST: designation(act("designate", row(**given)))}).body)

    assert missing in section(reading, "unknown")


def test_nothing_is_said_to_be_unknown_where_all_is_known() -> None:
    known = row(credit_code="91350100M000100Y43", functions=["training"], location="样例市")
    document = designation(act("designate", known), ruleset="yangli/2020")
    version = ruleset(validity={"years": 3, "article": "第四条"})
    reading = read(page_of(designations={LIST: document}, rulesets={"yangli/2020": version}).body)

    assert "尚不清楚的" not in reading.text
    assert "91350100M000100Y43" in section(reading, "facts")


def test_the_operator_of_a_platform_named_by_itself_is_missing_and_that_of_an_organization_is_itself() -> (
    None
):
    itself = designation(act("designate", row(), named_by="platform"))

    assert "运营单位、" in section(read(page_of(designations={LIST: itself}).body), "unknown")
    assert "与名称相同" in page_of(designations={LIST: designation()}).body


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"document_number": None}, "《样例名单》：文号和所依据的办法未见"),
        ({"issued_on": "2020-06"}, "《样例名单》：所依据的办法未见，日期只写到月份"),
        ({"issued_on": 2020}, "日期只写到年份"),
    ],
)
def test_what_the_source_of_a_document_leaves_open_is_named(changes: dict[str, Any], told: str) -> None:
    assert told in section(read(page_of(designations={LIST: designation(**changes)}).body), "unknown")


@pytest.mark.parametrize(
    ("document", "validity", "told"),
    [
        ({}, None, "有效期未见记载，称号到哪天为止不清楚"),
        ({"issued_on": "2020-06"}, {"years": 3}, "有效期的末日只能推算到一个区间"),
        ({}, {"years": 3, "kind": "review"}, "期满以后的复核结果没有收录"),
    ],
)
def test_what_the_terms_leave_open_is_named(
    document: dict[str, Any], validity: dict[str, Any] | None, told: str
) -> None:
    version = ruleset(validity={"article": "第四条"} | validity if validity else None)
    documents = {LIST: designation(ruleset="yangli/2020", **document)}
    page = page_of(designations=documents, rulesets={"yangli/2020": version})

    assert told in section(read(page.body), "unknown")


def test_a_title_without_its_own_document_says_that_its_beginning_is_not_known() -> None:
    document = designation(act("revoke"), begins_mid_history=True)

    assert "称号自哪天起不清楚" in section(read(page_of(designations={LIST: document}).body), "unknown")


# Profiles


def test_a_profile_says_how_to_reach_the_platform_when_it_was_checked_and_that_it_has_no_force() -> None:
    reading = read(pages(tiny_workshop())["registry/yangli-0001/"].body)
    told = section(reading, "contact")

    assert all(
        text in told
        for text in (
            "每月一次的财税培训，免费培训服务",
            "0990-5550101",
            "样例市东区样例路1号",
            "工作日 9:00 至 17:00",
        )
    )
    assert "录自样例甲服务中心，核对于2024年1月2日" in told
    assert "没有法律效力" in told
    assert links(reading, "https://example.org/jia") == {"https://example.org/jia"}


def test_the_age_of_a_profile_is_decided_when_the_page_is_viewed() -> None:
    reading = read(page_of(designations={LIST: designation()}, profiles={"yangli-0001": profile()}).body)
    marks = [e for e in reading.all("span") if "data-checked" in e.attributes]

    assert [(mark.attributes["data-checked"], mark.text) for mark in marks] == [("2024-01-02", "")]


def test_a_platform_without_a_profile_has_no_such_section() -> None:
    assert "联系方式" not in page_of(designations={LIST: designation()}).body


def test_no_state_of_a_title_rests_on_a_profile() -> None:
    without, with_one = (
        page_of(designations={LIST: designation()}, profiles=profiles).body
        for profiles in ({}, {"yangli-0001": profile()})
    )

    assert re.findall("data-standing='[^']*'", without) == re.findall("data-standing='[^']*'", with_one) != []
