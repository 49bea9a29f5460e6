# SPDX-License-Identifier: Apache-2.0
"""Do terms, due days and publicity periods say what they must, and no more than their text?"""

from typing import Any

import pytest

from generator.model.procedure import Due, Duty, Ground, Material, Publicity, Validity
from tests.model.refusals import faults, is_taken, misfit

VALIDITY = {"years": 3, "article": "第四条"}


def test_a_term_may_leave_open_how_its_end_is_counted() -> None:
    assert Validity.model_validate(VALIDITY).term_end is None
    assert Validity.model_validate(VALIDITY | {"article": None}).kind == "term"


def test_a_rule_for_the_end_comes_with_its_basis() -> None:
    rule = {"term_end": "anniversary", "term_end_basis": "样例通知"}

    assert is_taken(Validity, VALIDITY | rule)
    for name, value in rule.items():
        refused = misfit(Validity, VALIDITY | {name: value})
        assert refused.message == "term_end 与 term_end_basis 须同时写或同时不写"
        assert refused.field == name


@pytest.mark.parametrize(("years", "taken"), [(0, False), (1, True), (366, True), (367, False), (3.0, False)])
def test_a_term_lasts_a_whole_number_of_years(years: float, taken: bool) -> None:
    assert is_taken(Validity, VALIDITY | {"years": years}) is taken


def test_an_article_must_be_said_to_be_unknown() -> None:
    assert faults(Validity, {"years": 3}) == {"article": "missing"}


@pytest.mark.parametrize(
    "due",
    [
        {"every": "year", "month": 2, "day": "last"},
        {"every": "year", "month": 2, "day": 28},
        {"every": "year", "month": 12, "day": 31},
        {"every": "quarter", "month": 1, "day": "last"},
        {"every": "quarter", "month": 3, "day": 30},
        {"every": "quarter", "month": 2, "day": 28},
    ],
)
def test_a_due_day_that_comes_round_each_time_is_taken(due: dict[str, Any]) -> None:
    assert is_taken(Due, due)


@pytest.mark.parametrize(
    ("due", "message", "field"),
    [
        ({"every": "year", "month": 2, "day": 29}, "不是每次都有2月29日", "day"),
        ({"every": "year", "month": 4, "day": 31}, "不是每次都有4月31日", "day"),
        ({"every": "quarter", "month": 1, "day": 31}, "不是每次都有4月31日", "day"),
        ({"every": "quarter", "month": 2, "day": 29}, "不是每次都有2月29日", "day"),
        ({"every": "quarter", "month": 4, "day": 1}, "季内没有第4个月", "month"),
    ],
)
def test_a_due_day_that_some_years_or_quarters_lack_is_refused(
    due: dict[str, Any], message: str, field: str
) -> None:
    refused = misfit(Due, due)

    assert (refused.message, refused.field) == (message, field)


@pytest.mark.parametrize("day", [0, 32, "31", "月底", True, None, 1.0])
def test_a_day_of_the_month_is_a_number_or_the_word_last(day: object) -> None:
    assert (
        misfit(Due, {"every": "year", "month": 1, "day": day}).repair == "写 1 至 31，不加引号；月底写 last"
    )


@pytest.mark.parametrize(("month", "taken"), [(0, False), (1, True), (12, True), (13, False)])
def test_a_year_has_twelve_months(month: int, taken: bool) -> None:
    assert is_taken(Due, {"every": "year", "month": month, "day": 1}) is taken


DUTY = {
    "id": "report",
    "owed_by": "示范平台",
    "to": ["样例市"],
    "what": "总结",
    "due": None,
    "article": "第四条",
}


def test_a_duty_is_owed_to_somebody() -> None:
    assert is_taken(Duty, DUTY)
    assert faults(Duty, DUTY | {"to": []}) == {"to": "too_short"}


def test_a_duty_says_that_its_day_is_not_fixed() -> None:
    assert faults(Duty, {name: value for name, value in DUTY.items() if name != "due"}) == {"due": "missing"}


def test_a_publicity_period_counts_working_days_or_says_that_none_are_stated() -> None:
    publicity = {"working_days": 5, "channels": ["网站"], "article": "第三条"}

    assert is_taken(Publicity, publicity)
    assert is_taken(Publicity, publicity | {"working_days": None})
    assert faults(Publicity, publicity | {"working_days": 0}) == {"working_days": "greater_than_equal"}
    assert faults(Publicity, publicity | {"channels": []}) == {"channels": "too_short"}


@pytest.mark.parametrize(
    ("form", "taken"), [("yangli/application", True), ("application", False), ("yangli/申请表", False)]
)
def test_a_material_names_its_form_by_its_place(form: str, taken: bool) -> None:
    assert is_taken(Material, {"number": 1, "name": "申请表", "form": form, "article": "第三条"}) is taken


def test_a_ban_is_counted_in_years_or_left_out() -> None:
    ground = {"id": "fraud", "ground": "弄虚作假", "effect": "撤销", "article": "第四条"}

    assert Ground.model_validate(ground).ban_years is None
    assert faults(Ground, ground | {"ban_years": 0}) == {"ban_years": "greater_than_equal"}
