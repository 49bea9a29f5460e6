# SPDX-License-Identifier: Apache-2.0
"""Does everything that a version says cite an article that the version has?"""

from typing import Any

import pytest

from generator.checks.articles import (
    articles_are_numbered_without_gaps,
    citations_are_in_the_version,
    criteria_have_unique_ids,
    provisions_cite_an_article,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import form, ruleset
from tests.checks.findings import places_told, told

VERSION = "registry/rulesets/yangli/2020.yaml"
STAFF = {"id": "staff", "metric": "service_staff", "at_least": 5, "unit": "人", "article": "第一条"}
IN_FORCE = {"starts": "on-issue", "from": "2020-01-10", "article": "第一条"}


def articles(*numbers: int, items: list[str] | None = None) -> list[dict[str, Any]]:
    """Digests of these articles, each with these items."""
    return [
        {"number": number, "heading": "样例", "digest": "样例。", "items": items or []} for number in numbers
    ]


def with_version(**changes: Any) -> Register:
    """A register of one version that is recorded in full and has one article."""
    fields = {"text": "full", "articles": articles(1), "in_force": IN_FORCE}
    return builders.register(rulesets={"yangli/2020": ruleset(**fields | changes)})


# articles_are_numbered_without_gaps


@pytest.mark.parametrize("numbers", [[1], [1, 2], [1, 2, 3]])
def test_articles_from_the_first_on_pass(numbers: list[int]) -> None:
    assert told(articles_are_numbered_without_gaps, with_version(articles=articles(*numbers))) == []


@pytest.mark.parametrize(
    ("numbers", "index", "expected", "typed"),
    [
        ([2], 0, "一", "二"),
        ([1, 3], 1, "二", "三"),
        ([1, 2, 2], 2, "三", "二"),
        ([1, 2, 1], 2, "三", "一"),
        ([1, 3, 5], 1, "二", "三"),
    ],
    ids=["not from the first", "gap", "twice", "backwards", "only the first gap is told"],
)
def test_the_first_article_out_of_order_is_told(
    numbers: list[int], index: int, expected: str, typed: str
) -> None:
    assert told(articles_are_numbered_without_gaps, with_version(articles=articles(*numbers))) == [
        (
            f"{VERSION} articles {index} number",
            f"这里应是第{expected}条，却写着第{typed}条",
            "补上缺的条款，或改正编号",
        )
    ]


def test_a_full_text_without_articles_is_told() -> None:
    assert told(articles_are_numbered_without_gaps, with_version(articles=[])) == [
        (f"{VERSION} text", "写明全文已录，却没有逐条摘要", "补上 articles，或把 text 改为 partial")
    ]


@pytest.mark.parametrize("numbers", [[], [6, 7, 11]])
def test_a_partial_text_may_have_any_articles(numbers: list[int]) -> None:
    known = with_version(text="partial", articles=articles(*numbers))

    assert told(articles_are_numbered_without_gaps, known) == []


# citations_are_in_the_version


@pytest.mark.parametrize("cited", ["第一条", "第一条（二）", "第一条第二款", "附件1"])
def test_a_citation_of_what_the_version_has_passes(cited: str) -> None:
    known = with_version(
        articles=articles(1, items=["一", "二"]),
        companions=[{"mark": "附件1", "title": "样例"}],
        criteria=[STAFF | {"article": cited}],
    )

    assert told(citations_are_in_the_version, known) == []


def test_an_article_that_the_version_does_not_have_is_told() -> None:
    assert told(
        citations_are_in_the_version, with_version(criteria=[STAFF | {"article": "第二条（一）"}])
    ) == [(f"{VERSION} criteria 0 article", "本版本没有第二条（一）", "核对条号，或在 articles 里补上这一条")]


@pytest.mark.parametrize(("items", "shown"), [(["一", "三"], "一、三"), ([], "（没有分项）")])
def test_an_item_that_the_article_does_not_have_is_told_with_those_it_has(
    items: list[str], shown: str
) -> None:
    known = with_version(articles=articles(1, items=items), criteria=[STAFF | {"article": "第一条（二）"}])

    assert told(citations_are_in_the_version, known) == [
        (
            f"{VERSION} criteria 0 article",
            "第一条没有第（二）项",
            f"第一条的分项有：{shown}；核对序号，或在 articles 的 items 里补上",
        )
    ]


@pytest.mark.parametrize(
    ("companions", "shown"),
    [
        ([{"mark": "附件2", "title": "乙"}, {"mark": "附件1", "title": "甲"}], "附件1、附件2"),
        ([], "（没有）"),
    ],
)
def test_a_companion_that_the_version_does_not_have_is_told_with_those_it_has(
    companions: list[dict[str, str]], shown: str
) -> None:
    known = with_version(companions=companions, criteria=[STAFF | {"article": "附件3"}])

    assert told(citations_are_in_the_version, known) == [
        (
            f"{VERSION} criteria 0 article",
            "“附件3”既不是条款，也不在 companions 里",
            f"可引的附件有：{shown}；或先补进 companions",
        )
    ]


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"in_force": IN_FORCE | {"article": "第九条"}}, "in_force article"),
        (
            {"validity": {"years": 3, "article": "第一条", "reapply_article": "第九条"}},
            "validity reapply_article",
        ),
        (
            {"criteria": [{"id": "x", "any": [STAFF, STAFF | {"article": "第九条"}]}]},
            "criteria 0 any 1 article",
        ),
        ({"remarks": [{"article": "第九条", "text": "样例"}]}, "remarks 0 article"),
        ({"supersedes": [{"title": "别的办法", "article": "第九条"}]}, "supersedes 0 article"),
    ],
)
def test_citations_are_looked_for_everywhere(changes: dict[str, Any], keys: str) -> None:
    assert places_told(citations_are_in_the_version, with_version(**changes)) == [f"{VERSION} {keys}"]


def test_the_articles_that_functions_cite_are_looked_at_too() -> None:
    item = {"function": "training", "article": "第一条", "services_article": "第九条", "requires": [STAFF]}
    known = with_version(functions={"required": "at-least-one", "article": "第一条", "items": [item]})

    assert places_told(citations_are_in_the_version, known) == [
        f"{VERSION} functions items 0 services_article"
    ]


def test_a_form_cites_an_article_of_its_version() -> None:
    version = ruleset(articles=articles(1))
    known = builders.register(
        rulesets={"yangli/2020": version},
        forms={"yangli/a": form(article="第一条"), "yangli/b": form(article="第九条"), "yangli/c": form()},
    )

    assert told(citations_are_in_the_version, known) == [
        ("registry/forms/yangli/b.yaml article", "本版本没有第九条", "核对条号，或在 articles 里补上这一条")
    ]


# provisions_cite_an_article


def test_a_full_text_in_which_everything_cites_an_article_passes() -> None:
    assert told(provisions_cite_an_article, with_version(criteria=[STAFF])) == []


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"in_force": IN_FORCE | {"article": None}}, "in_force"),
        ({"validity": {"years": 3, "article": None}}, "validity"),
        ({"designation": {"title": "样例", "article": None}}, "designation"),
        ({"criteria": [STAFF, {"id": "x", "metric": "legal_person", "equals": True}]}, "criteria 1"),
        ({"supersedes": [{"title": "别的办法", "article": None}]}, "supersedes 0"),
        ({"provisions": [{"topic": "principle", "text": "公开", "article": None}]}, "provisions 0"),
    ],
)
def test_a_part_of_a_full_text_without_its_article_is_told(changes: dict[str, Any], keys: str) -> None:
    assert told(provisions_cite_an_article, with_version(**changes)) == [
        (f"{VERSION} {keys}", "没有写明所依据的条款", "补上 article，例如 article: 第六条（一）")
    ]


def test_an_inner_condition_has_the_article_of_the_outer_one() -> None:
    inner = {"metric": "legal_person", "equals": True}
    known = with_version(criteria=[{"id": "x", "article": "第一条", "any": [inner, inner]}])

    assert told(provisions_cite_an_article, known) == []


def test_a_partial_text_may_leave_articles_unknown() -> None:
    known = with_version(text="partial", in_force=IN_FORCE | {"article": None})

    assert told(provisions_cite_an_article, known) == []


def test_remarks_on_the_whole_text_need_no_article() -> None:
    assert told(provisions_cite_an_article, with_version(remarks=[{"text": "涉及全文"}])) == []


# criteria_have_unique_ids


def test_criteria_with_ids_of_their_own_pass() -> None:
    known = with_version(criteria=[STAFF, STAFF | {"id": "other"}])

    assert told(criteria_have_unique_ids, known) == []


def test_a_criterion_without_an_id_is_told() -> None:
    nameless = {key: value for key, value in STAFF.items() if key != "id"}

    assert told(criteria_have_unique_ids, with_version(criteria=[STAFF, nameless])) == [
        (f"{VERSION} criteria 1", "基本条件没有编号", "补上 id，例如 id: total-assets")
    ]


DUTY = {"id": "x", "owed_by": "甲", "to": ["乙"], "what": "丙", "due": None, "article": "第一条"}
GROUND = {"id": "x", "ground": "甲", "effect": "乙", "article": "第一条"}
CATEGORY = {"id": "x", "name": "甲", "meaning": "乙", "article": "第一条"}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("criteria", STAFF | {"id": "x"}),
        ("duties", DUTY),
        ("revocation", GROUND),
        ("categories", CATEGORY),
    ],
)
def test_an_id_used_twice_in_one_list_is_told_the_second_time(name: str, part: dict[str, Any]) -> None:
    assert told(criteria_have_unique_ids, with_version(**{name: [part, part]})) == [
        (f"{VERSION} {name} 1 id", "编号“x”已经用过", "换一个本版本内没有用过的编号")
    ]


def test_the_same_id_in_two_lists_passes() -> None:
    known = with_version(criteria=[STAFF | {"id": "x"}], duties=[DUTY], revocation=[GROUND])

    assert told(criteria_have_unique_ids, known) == []
