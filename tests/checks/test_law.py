# SPDX-License-Identifier: Apache-2.0
"""Is everything that was published still stated, and may only what was left open be filled in?"""

from datetime import date
from typing import Any

import pytest

from generator.checks.compared import Change
from generator.checks.law import issued_versions_stay, published_documents_stay
from generator.model.designation import Designation
from generator.model.ruleset import Ruleset
from tests.builders import SOURCE, act, designation, row, ruleset
from tests.checks.changes import FIRST, VERSION, change, told

FILE = f"registry/designations/{FIRST}.yaml"
TWO = (row("yangli-0001", "样例甲服务中心"), row("yangli-0002", "样例乙服务中心"))
OPEN: dict[str, Any] = {"stated_count": 5, "complete": False}


def of_documents(old: Designation, new: Designation | None, id_: str = FIRST) -> Change:
    return change({"designations": {FIRST: old}}, {"designations": {id_: new} if new else {}})


def of_versions(old: Ruleset, new: Ruleset | None) -> Change:
    return change({"rulesets": {VERSION: old}}, {"rulesets": {VERSION: new} if new else {}})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {"remarks": ["我们的话"], "checked_on": date(2024, 2, 1)}),
        ({}, {"source": SOURCE | {"kind": "press"}, "begins_mid_history": True}),
        ({"document_number": None}, {"document_number": "样工信〔2020〕9号"}),
        ({"ruleset": None}, {"ruleset": VERSION}),
        ({"title": "我们拟的", "title_is_ours": True}, {"title": "原标题"}),
        ({"issued_on": "2020-06", "date_basis": "list-year"}, {"issued_on": date(2020, 6, 1)}),
        ({"statements": ["甲事"]}, {"statements": ["甲事，换一种说法", "乙事"]}),
        ({"acts": [act("revoke", reason=None)]}, {"acts": [act("revoke", reason="虚构的原因")]}),
        ({"acts": [act(stated_count=None, complete=False)]}, {"acts": [act(**OPEN)]}),
        (
            {"acts": [act("designate", TWO[1], stated_count=2, complete=False)]},
            {"acts": [act("designate", *TWO)]},
        ),
        ({"acts": [act("designate", *TWO)]}, {"acts": [act("designate", *reversed(TWO))]}),
        ({"acts": [act()]}, {"acts": [act("designate", row(functions=["training"], location="东区"))]}),
        (
            {"acts": [act("propose")], "display_until": date(2024, 5, 1)},
            {"acts": [act("propose")], "display_until": date(2024, 4, 1)},
        ),
    ],
)
def test_what_was_left_open_may_be_filled_in_and_what_is_ours_be_said_better(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    changed = of_documents(designation(**old), designation(**new))

    assert told(published_documents_stay, changed) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ({}, {"title": "别的标题"}, "title", "title 原来是“样例名单”，现在却是“别的标题”"),
        ({"document_number": "甲"}, {"document_number": None}, "document_number", "原来的“甲”不见了"),
        ({}, {"issued_on": date(2020, 6, 2)}, "issued_on", "原来是“2020-06-01”"),
        ({}, {"issued_on": "2020-06"}, "issued_on", "现在却是“2020-06”"),
        ({}, {"acts": [act("renew")]}, "acts 0 kind", "原来是“designate”，现在却是“renew”"),
        ({}, {"acts": [act(**OPEN)]}, "acts 0 stated_count", "原来是“1”，现在却是“5”"),
        ({}, {"acts": [act(), act("revoke")]}, "acts 1", "acts 里添了“{kind: revoke"),
        (
            {"acts": [act("designate", *TWO)]},
            {"acts": [act("designate", TWO[0])]},
            "acts 0 platforms 0",
            "platforms 原来的“{platform: yangli-0002}”不见了",
        ),
        (
            {"acts": [act("designate", TWO[0])]},
            {"acts": [act("designate", *TWO)]},
            "acts 0 platforms 1",
            "platforms 里添了“{platform: yangli-0002",
        ),
        (
            {"acts": [act("designate", row(name="甲"), **OPEN)]},
            {"acts": [act("designate", row(name="乙"), **OPEN)]},
            "acts 0 platforms 0 name",
            "name 原来写的改成了“乙”（原来的也许要撤下，这里不重复）",
        ),
        (
            {"acts": [act("designate", row(functions=["training"]))]},
            {"acts": [act("designate", row(functions=["legal"]))]},
            "acts 0 platforms 0 functions 0",
            "functions 原来的“training”不见了",
        ),
        ({"follows": ["yangli/2019-list"]}, {"follows": []}, "follows", "原来的“yangli/2019-list”不见了"),
        ({"statements": ["甲事"]}, {"statements": []}, "statements", "不能删去"),
        (
            {"acts": [act("propose")], "display_until": date(2024, 4, 1)},
            {"acts": [act("propose")], "display_until": date(2024, 5, 1)},
            "display_until",
            "原来是“2024-04-01”",
        ),
    ],
)
def test_what_a_published_document_stated_may_not_be_altered(
    old: dict[str, Any], new: dict[str, Any], place: str, message: str
) -> None:
    found = told(published_documents_stay, of_documents(designation(**old), designation(**new)))

    assert f"{FILE} {place}" in [where for where, _ in found]
    assert any(message in said for _, said in found)


def test_the_repair_restores_the_value_and_tells_of_corrections() -> None:
    [found] = published_documents_stay(of_documents(designation(), designation(title="别的标题")))

    assert found.repair == (
        "恢复原来的内容：样例名单；机关更正了的，另写一份 kind: correct 的文件，全文作废的写 kind: withdraw；"
        "确是录入有误的，与原文核对后改正，并在 registry/accepted.yaml 登记理由和期限"
    )


CONTACT = {"office": "样例科甲某某", "seen_in": "本文件", "checked_on": date(2024, 1, 2)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"acts": [act("designate", row(name="甲某某工作室"))]},
            {"acts": [act("designate", row(name="***"))]},
        ),
        (
            {"acts": [act("designate", row(operator="甲某某"))]},
            {"acts": [act("designate", row(operator=None))]},
        ),
        (
            {"acts": [act("designate", row("yangli-0001", "甲某某工作室"), TWO[1])]},
            {"acts": [act("designate", TWO[1])]},
        ),
        ({"acts": [act("designate", row(name="甲某某"))]}, {"acts": [act("renew", row(name="***"))]}),
        (
            {"acts": [act("designate", TWO[1]), act("revoke", row(name="甲某某"))]},
            {"acts": [act("designate", TWO[1])]},
        ),
        ({"contact": CONTACT}, {"contact": CONTACT | {"office": "样例科"}}),
        ({"contact": CONTACT}, {"contact": None}),
    ],
)
def test_who_was_named_is_not_repeated_since_it_may_be_taken_down(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    found = list(published_documents_stay(of_documents(designation(**old), designation(**new))))

    assert found
    assert not any("甲某某" in finding.message + finding.repair for finding in found)


def test_a_document_may_not_be_removed() -> None:
    [found] = published_documents_stay(of_documents(designation(), None))

    assert str(found.location) == f"{FILE}:1:1"
    assert found.message == "已经发布的认定文件《样例名单》不见了"


def test_a_file_may_be_renamed_where_its_address_stays_and_others_may_name_it_anew() -> None:
    follower = "yangli/2021-03-15-changes"
    old = {FIRST: designation(issued_on="2020"), follower: designation(follows=[FIRST])}
    renamed = "yangli/2020-06-first-list"
    new = {renamed: designation(issued_on="2020-06"), follower: designation(follows=[renamed])}
    moved = {"yangli/2021-first-list": designation(issued_on="2021"), follower: old[follower]}

    assert told(published_documents_stay, change({"designations": old}, {"designations": new})) == []
    assert told(published_documents_stay, change({"designations": old}, {"designations": moved})) == [
        (FILE, "已经发布的认定文件《样例名单》不见了")
    ]


def test_corrections_and_withdrawals_are_new_documents_which_alter_none() -> None:
    correction = designation(act("correct", undoes=FIRST), issued_on=date(2021, 1, 1))
    before = {"designations": {FIRST: designation()}}
    after = {"designations": {FIRST: designation(), "yangli/2021-01-01-correction": correction}}

    assert told(published_documents_stay, change(before, after)) == []


CRITERION = {"id": "a", "metric": "total_assets", "at_least": 50, "unit": "万元", "article": "第一条"}
ARTICLE = {"number": 1, "heading": "条件", "digest": "摘要"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {"remarks": [{"text": "我们的话"}], "checked_on": date(2024, 2, 1)}),
        ({}, {"text": "full", "criteria": [CRITERION]}),
        ({"criteria": [CRITERION]}, {"criteria": [CRITERION, CRITERION | {"id": "b"}]}),
        (
            {"articles": [ARTICLE]},
            {"articles": [ARTICLE | {"heading": "申报条件", "digest": "摘要写得更清楚"}]},
        ),
        (
            {"supersedes": [{"title": "旧办法", "article": "第九条"}]},
            {"supersedes": [{"ruleset": "yangli/2017", "article": "第九条"}]},
        ),
        (
            {"provisions": [{"topic": "principle", "text": "甲", "article": "第二条"}]},
            {"provisions": [{"topic": "principle", "text": "甲的另一种说法", "article": "第二条"}]},
        ),
        ({"stage": "consultation"}, {"stage": "consultation", "title": "改过的草案"}),
    ],
)
def test_a_version_may_be_filled_in_as_far_as_its_text_was_not_recorded(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert told(issued_versions_stay, of_versions(ruleset(**old), ruleset(**new))) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ({}, {"document_number": "别的文号"}, "document_number", "原来是“样工信〔2020〕1号”"),
        ({}, {"stage": "consultation"}, "stage", "原来是“issued”，现在却是“consultation”"),
        ({}, {"text": "not-recorded"}, "text", "原来是“partial”，现在却是“not-recorded”"),
        (
            {"criteria": [CRITERION]},
            {"criteria": [CRITERION | {"at_least": 60}]},
            "criteria 0 at_least",
            "at_least 原来是“50”，现在却是“60”",
        ),
        (
            {"criteria": [CRITERION]},
            {"criteria": [{"id": "a", "any": [CRITERION | {"id": "x"}] * 2, "article": "第一条"}]},
            "criteria 0",
            "criteria 原来是“{id: a",
        ),
        (
            {"text": "full", "criteria": [CRITERION]},
            {"text": "full", "criteria": [CRITERION, CRITERION | {"id": "b"}]},
            "criteria 1",
            "criteria 里添了",
        ),
        (
            {"supersedes": [{"ruleset": "yangli/2017", "article": "第九条"}]},
            {"supersedes": []},
            "supersedes",
            "supersedes 原来的",
        ),
    ],
)
def test_what_an_issued_version_stated_may_not_be_altered(
    old: dict[str, Any], new: dict[str, Any], place: str, message: str
) -> None:
    found = told(issued_versions_stay, of_versions(ruleset(**old), ruleset(**new)))

    assert [where for where, _ in found] == [f"registry/rulesets/{VERSION}.yaml {place}"]
    assert message in found[0][1]


def test_an_issued_version_may_not_be_removed_but_a_draft_may() -> None:
    assert told(issued_versions_stay, of_versions(ruleset(), None)) == [
        (f"registry/rulesets/{VERSION}.yaml", "已印发的办法《样例办法》不见了")
    ]
    assert told(issued_versions_stay, of_versions(ruleset(stage="consultation"), None)) == []


def test_a_long_value_is_cut_short_in_words() -> None:
    [found] = published_documents_stay(of_documents(designation(title="长" * 200), designation()))

    assert f"“{'长' * 60}……”" in found.message
