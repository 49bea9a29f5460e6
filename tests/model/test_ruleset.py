# SPDX-License-Identifier: Apache-2.0
"""Does a version of the measures say of itself only what fits together?"""

from typing import Any

import pytest

from generator.model.ruleset import Article, InForce, Presumption, Ruleset, Stage, TextCoverage
from tests.builders import ruleset
from tests.model.refusals import faults, is_taken, misfit

PRESUMED = {"because": ["未见废止"]}


def test_a_version_needs_little_where_little_is_known() -> None:
    version = ruleset(in_force=None, issued_on=None, document_number=None)

    assert version.stage is Stage.ISSUED
    assert version.text is TextCoverage.PARTIAL
    assert version.criteria == ()


@pytest.mark.parametrize("field", ["document_number", "issued_on", "in_force"])
def test_what_is_not_known_must_be_said_to_be_unknown(field: str) -> None:
    fields = ruleset().model_dump(mode="python", by_alias=True, exclude_defaults=True) | {
        "source": ruleset().source
    }

    assert (
        faults(Ruleset, {name: value for name, value in fields.items() if name != field})[field] == "missing"
    )


@pytest.mark.parametrize(
    "rule",
    [
        {"starts": "on-issue", "article": "第五条"},
        {"starts": "days-after-issue", "days_after_issue": 30, "article": "第五条"},
        {"starts": "not-seen", "at_work_by": 2021, "at_work_evidence": "样例通知", "article": None},
        {"starts": "stated-day", "doubt": {"days": 1, "why": "算法不明"}, "article": None},
    ],
)
def test_a_beginning_is_described_by_what_the_text_says(rule: dict[str, Any]) -> None:
    assert is_taken(InForce, rule)


def test_so_many_days_after_issue_needs_the_number_of_days() -> None:
    refused = misfit(InForce, {"starts": "days-after-issue", "article": "第五条"})

    assert refused.message == "写明印发若干日后施行，却没有日数"
    assert refused.field == "starts"


@pytest.mark.parametrize(("field", "value"), [("at_work_by", "2021-05"), ("at_work_evidence", "样例通知")])
def test_a_day_by_which_it_was_at_work_comes_with_its_evidence(field: str, value: str) -> None:
    refused = misfit(InForce, {"starts": "not-seen", "article": None, field: value})

    assert refused.message == "at_work_by 与 at_work_evidence 须同时写或同时不写"
    assert refused.field == field


def test_a_version_presumed_superseded_names_its_successor() -> None:
    assert is_taken(Presumption, PRESUMED | {"standing": "superseded", "by": "yangli/2023"})
    assert misfit(Presumption, PRESUMED | {"standing": "superseded"}).field == "standing"


@pytest.mark.parametrize("standing", ["in-force", "lapsed", "not-known-adopted"])
def test_no_other_presumption_names_a_successor(standing: str) -> None:
    assert is_taken(Presumption, PRESUMED | {"standing": standing})
    assert misfit(Presumption, PRESUMED | {"standing": standing, "by": "yangli/2023"}).field == "by"


def test_a_presumption_gives_a_reason() -> None:
    assert faults(Presumption, {"standing": "in-force", "because": []}) == {"because": "too_short"}


@pytest.mark.parametrize(("number", "taken"), [(0, False), (1, True), (300, True), (301, False)])
def test_articles_are_counted_from_one(number: int, taken: bool) -> None:
    assert is_taken(Article, {"number": number, "heading": "条件", "digest": "摘要。"}) is taken


@pytest.mark.parametrize(
    ("item", "taken"), [("一", True), ("十二", True), ("1", False), ("（一）", False), ("", False)]
)
def test_items_are_counted_in_chinese_without_brackets(item: str, taken: bool) -> None:
    article = {"number": 1, "heading": "条件", "digest": "摘要。", "items": [item]}

    assert is_taken(Article, article) is taken


@pytest.mark.parametrize("title", ["关于样例的通知 ", "", 2020])
def test_a_title_is_a_text(title: object) -> None:
    fields = ruleset().model_dump(mode="python", by_alias=True, exclude_defaults=True) | {
        "source": ruleset().source
    }

    assert "title" in faults(Ruleset, fields | {"title": title})
