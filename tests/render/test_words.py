# SPDX-License-Identifier: Apache-2.0
"""Is every fact put into words that are right on both sides, and hold on every day?"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.base.days import PartialDate
from generator.model.criterion import Condition
from generator.model.platform import DayRange, Term, TermBasis
from generator.model.procedure import Due
from generator.model.standing import State
from generator.model.vocabulary import InstitutionKind, Metric
from generator.render.words import ConditionView, Wording, due, interval, kept_together, term
from tests.builders import tiny_site

CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)
METRICS = [
    ("assets", "资产总额", "quantity", "money"),
    ("staff", "从业人数", "quantity", "people"),
    ("share", "大专以上占比", "quantity", "share"),
    ("age", "成立年限", "quantity", "years"),
    ("person", "具有法人资格", "yes-no", None),
]
ASKED = {"question": "是多少？", "subject": "institution"}
KINDS = [("service", "服务机构"), ("public", "事业单位")]


def wording() -> Wording:
    metrics = [
        Metric.model_validate(ASKED | {"id": i, "label": label, "kind": k} | ({"dimension": d} if d else {}))
        for i, label, k, d in METRICS
    ]
    kinds = tuple(InstitutionKind(id=i, label=label) for i, label in KINDS)
    words = tiny_site().vocabularies.model_copy(
        update={"metrics": tuple(metrics), "institution_kinds": kinds}
    )
    return Wording.of(words)


def condition(**fields: Any) -> Any:
    return CONDITION.validate_python(fields)


def leaf(metric: str, **fields: Any) -> dict[str, Any]:
    return {"metric": metric} | fields


def view(**fields: Any) -> ConditionView:
    return wording().view(condition(**fields))


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (leaf("assets", at_least=150, unit="万元"), "资产总额不低于150万元"),
        (leaf("assets", at_most=150, unit="万元"), "资产总额不高于150万元"),
        (leaf("share", at_least=Decimal("0.5"), unit="%"), "大专以上占比不低于0.5%"),
        (leaf("share", at_most=70, unit="%"), "大专以上占比不高于70%"),
        (leaf("age", at_least=2, unit="年"), "成立年限不低于2年"),
        (leaf("staff", at_least=10, unit="人"), "从业人数不少于10人"),
        (leaf("staff", at_most=10, unit="人"), "从业人数不多于10人"),
        (leaf("staff", at_least=10, unit="人", over_years=3), "近3年从业人数不少于10人"),
        (leaf("person", equals=True), "具有法人资格"),
        (leaf("person", equals=False), "不具有法人资格"),
        (leaf("person", equals=True, over_years=2), "近2年具有法人资格"),
    ],
)
def test_a_comparison_is_said_by_its_direction_and_kind(fields: dict[str, Any], text: str) -> None:
    assert view(**fields).text == text


def test_a_condition_carries_its_article_note_and_those_it_is_limited_to() -> None:
    shown = view(
        metric="person", equals=True, article="第一条", note="另有说明", applies_to=["public", "service"]
    )

    assert shown == ConditionView("具有法人资格", "第一条", "事业单位、服务机构", "另有说明")


def test_the_way_of_counting_stands_before_the_note() -> None:
    own = leaf("assets", at_least=1, unit="万元", counted_as="只计净资产")

    assert view(**own).note == "只计净资产"
    assert view(**own, note="另有说明").note == "只计净资产；另有说明"


def test_a_condition_for_everybody_names_nobody() -> None:
    assert view(metric="person", equals=True).who == ""


def test_alternatives_are_said_to_be_alternatives() -> None:
    shown = view(any=[leaf("staff", at_least=10, unit="人"), leaf("assets", at_least=1, unit="万元")])

    assert shown.text == "下列条件满足其一"
    assert [part.text for part in shown.inner] == ["从业人数不少于10人", "资产总额不低于1万元"]


def test_conditions_that_must_hold_together_are_said_to() -> None:
    shown = view(all=[leaf("staff", at_least=10, unit="人"), {"any": [leaf("person", equals=True)] * 2}])

    assert shown.text == "下列条件同时满足"
    assert [part.text for part in shown.inner] == ["从业人数不少于10人", "下列条件满足其一"]


def test_an_alternative_to_a_negation_is_said_as_a_consequence() -> None:
    shown = view(any=[leaf("person", equals=False), leaf("staff", at_least=3, unit="人")])

    assert (shown.text, shown.inner) == ("具有法人资格的，须从业人数不少于3人", ())


@pytest.mark.parametrize(
    "branches",
    [
        [leaf("person", equals=True), leaf("staff", at_least=3, unit="人")],
        [leaf("staff", at_least=3, unit="人"), leaf("person", equals=False)],
        [leaf("person", equals=False), {"all": [leaf("staff", at_least=3, unit="人")]}],
        [
            leaf("person", equals=False),
            leaf("staff", at_least=3, unit="人"),
            leaf("age", at_least=1, unit="年"),
        ],
    ],
)
def test_other_alternatives_are_not_said_as_a_consequence(branches: list[dict[str, Any]]) -> None:
    assert view(any=branches).text == "下列条件满足其一"


def test_a_number_among_the_basic_conditions_is_a_figure() -> None:
    figure = wording().figure(condition(metric="assets", at_least=150, unit="万元", article="第六条"))

    assert figure
    assert (figure.label, figure.value, figure.unit) == ("资产总额", "150", "万元")
    assert (figure.article, figure.bound, figure.exceptions) == ("第六条", "at-least", ())


def test_an_upper_bound_is_a_figure_with_its_own_sign() -> None:
    figure = wording().figure(condition(metric="assets", at_most=150, unit="万元"))

    assert figure
    assert (figure.bound, figure.article) == ("at-most", None)


def test_a_yes_or_no_condition_is_no_figure() -> None:
    assert wording().figure(condition(metric="person", equals=True)) is None


def test_exceptions_to_a_figure_name_whom_they_are_for() -> None:
    figure = wording().figure(
        condition(
            article="第六条",
            any=[
                leaf("assets", at_least=100, unit="万元"),
                leaf("assets", at_least=50, unit="万元", applies_to=["public"]),
                leaf("assets", at_least=20, unit="万元"),
            ],
        )
    )

    assert figure
    assert (figure.value, figure.article) == ("100", "第六条")
    assert figure.exceptions == ("事业单位：50万元", "另一情形：20万元")


def test_an_exception_inside_a_limited_branch_is_for_those_of_the_branch() -> None:
    inner = {
        "all": [leaf("person", equals=True), leaf("assets", at_least=50, unit="万元")],
        "applies_to": ["public"],
    }
    figure = wording().figure(
        condition(any=[leaf("assets", at_least=100, unit="万元"), inner], note="可以放宽")
    )

    assert figure
    assert figure.exceptions == ("事业单位：50万元", "可以放宽")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ({"every": "year", "month": 2, "day": "last"}, "每年2月底前"),
        ({"every": "year", "month": 12, "day": 31}, "每年12月31日前"),
        ({"every": "quarter", "month": 1, "day": 10}, "每季度第一个月10日前"),
        ({"every": "quarter", "month": 2, "day": 1}, "每季度第二个月1日前"),
        ({"every": "quarter", "month": 3, "day": "last"}, "每季度最后一个月底前"),
    ],
)
def test_recurring_days_are_said_in_full(rule: dict[str, Any], text: str) -> None:
    assert due(Due.model_validate(rule)) == text


def test_an_interval_says_what_is_known_of_its_ends() -> None:
    first, last = PartialDate(2021, 1, 1), PartialDate(2023, 12)

    assert interval(first, last) == "2021年1月1日至2023年12月"
    assert interval(None, last) == "起始日未见至2023年12月"
    assert interval(first, None) == "2021年1月1日至待核"
    assert interval(first, None, unknown="未规定") == "2021年1月1日至未规定"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"through": PartialDate(2023, 12, 31), "basis": TermBasis.STATED}, "2021年1月1日至2023年12月31日"),
        (
            {
                "through_between": DayRange(
                    no_earlier_than=date(2023, 12, 1), no_later_than=date(2023, 12, 31)
                ),
                "basis": TermBasis.EVE,
            },
            "2021年1月1日起，止于2023年12月1日至2023年12月31日之间",
        ),
        ({"basis": TermBasis.REVIEW}, "2021年1月1日起，每满若干年复核，未写截止日"),
        (
            {"basis": TermBasis.REVIEW, "review_due": date(2024, 1, 1)},
            "2021年1月1日起，每满3年复核，未写截止日",
        ),
        ({"basis": TermBasis.UNKNOWN}, "2021年1月1日起，有效期未见记载"),
        (
            {"from_": None, "through": PartialDate(2020, 1, 1), "basis": TermBasis.ACT},
            "起始日未见至2020年1月1日",
        ),
        (
            {"through": PartialDate(2020, 12, 31), "basis": TermBasis.ACT},
            "原应自2021年1月1日起，未及开始",
        ),
    ],
)
def test_a_term_is_said_as_far_as_its_days_are_known(fields: dict[str, Any], text: str) -> None:
    assert term(Term(**({"from_": PartialDate(2021, 1, 1)} | fields))) == text


def test_labels_come_from_the_closed_lists() -> None:
    assert wording().label("metrics", "assets") == "资产总额"
    assert wording().kinds(()) == ""
    assert wording().kinds(("service", "public")) == "服务机构、事业单位"


def test_no_phrase_of_a_term_says_what_holds_today() -> None:
    verdicts = {state.label for state in State}
    phrases = {term(Term(from_=PartialDate(2021), basis=basis)) for basis in TermBasis}

    assert {phrase for phrase in phrases if any(word in phrase for word in verdicts - {"有效"})} == set()


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("关于推荐2017年度样例的通知", ["2017年度", "样例的通知"]),
        ("样例市中小企业公共服务示范平台办法", ["中小企业公共服务示范平台"]),
        ("《样例》（征求意见稿）", ["（征求意见稿）"]),
        ("<b>样例</b>", []),
    ],
)
def test_a_title_is_torn_apart_only_between_its_words(title: str, kept: list[str]) -> None:
    html = kept_together(title)

    assert re.findall('<span class="kept">(.*?)</span>', html) == kept
    assert html.striptags().replace(" ", "") == title
    assert "<b>" not in html


def test_a_national_title_is_torn_apart_after_the_country_if_anywhere() -> None:
    assert kept_together("国家中小企业公共服务平台") == (
        '<span class="kept">国家<span class="kept">中小企业公共服务平台</span></span>'
    )
