# SPDX-License-Identifier: Apache-2.0
"""Is an answer compared exactly, in any unit, and is what is missing said in words?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.derive.hearings import assets, judged, one, said, version, words, yes

FIGURES = st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False)


def staff(**bound: int) -> dict[str, Any]:
    return {"metric": "staff", "unit": "人"} | bound


def age(years: float = 2, **changes: object) -> dict[str, Any]:
    return {"metric": "age", "at_least": years, "unit": "年"} | changes


# Quantities


@pytest.mark.parametrize(
    ("figure", "state", "shown", "gap"),
    [
        ("150万元", "met", "150万元", None),
        ("149万元", "not-met", "149万元", "还差1万元"),
        ("0149.50万元", "not-met", "149.5万元", "还差5000元"),
        ("1500000元", "met", "1500000元", None),
        ("1499999.99元", "not-met", "1499999.99元", "还差0.01元"),
        ("0.015亿元", "met", "0.015亿元", None),
        ("0.0149亿元", "not-met", "0.0149亿元", "还差1万元"),
        ("000万元", "not-met", "0万元", "还差150万元"),
        ("999999999999999.999999999999999亿元", "met", "999999999999999.999999999999999亿元", None),
        ("149.999999999999999万元", "not-met", "149.999999999999999万元", "还差0.00000000001元"),
    ],
)
def test_an_amount_is_compared_in_any_unit_and_the_gap_is_told_in_the_plainest(
    figure: str, state: str, shown: str, gap: str | None
) -> None:
    assert said(assets(), figures={"assets": figure}) == (state, shown, gap)


@pytest.mark.parametrize(
    ("bound", "figure", "gap"),
    [(4, "3亿元", "还差1亿元"), (4, "3.5亿元", "还差5000万元"), (4, "2.5亿元", "还差1.5亿元")],
)
def test_a_gap_is_told_in_the_largest_unit_of_which_there_is_one(bound: int, figure: str, gap: str) -> None:
    assert said(assets(at_least=bound, unit="亿元"), figures={"assets": figure})[2] == gap


def test_shares_differ_by_percentage_points() -> None:
    share = {"metric": "share", "at_least": 80, "unit": "%"}

    assert said(share, figures={"share": "75%"}) == ("not-met", "75%", "还差5个百分点")
    assert said(share, figures={"share": "79.5%"})[2] == "还差0.5个百分点"


def test_more_than_at_most_is_told_as_too_much() -> None:
    assert said(staff(at_most=10), figures={"staff": "12人"}) == ("not-met", "12人", "超出2人")
    assert said(staff(at_most=10), figures={"staff": "10人"}) == ("met", "10人", None)


@pytest.mark.parametrize(
    ("criterion", "demanded"),
    [
        (assets(), "不低于150万元"),
        (assets(at_least=1.5), "不低于1.5万元"),
        (staff(at_least=10), "不少于10人"),
        (staff(at_most=10), "不多于10人"),
        ({"metric": "share", "at_most": 20, "unit": "%"}, "不高于20%"),
        (yes(), "是"),
        (yes(equals=False), "否"),
    ],
)
def test_what_is_demanded_is_said_also_where_nothing_is_known(
    criterion: dict[str, Any], demanded: str
) -> None:
    node = one(criterion)

    assert (node.state.value, node.given, node.demanded, node.gap) == ("unknown", None, demanded, None)


@pytest.mark.parametrize("figure", ["150人", "150吨", "150%"])
def test_a_figure_in_a_unit_of_something_else_is_not_known(figure: str) -> None:
    assert said(assets(), figures={"assets": figure}) == ("unknown", None, None)


@given(FIGURES, FIGURES)
def test_what_is_missing_and_what_is_given_are_together_what_is_demanded(
    bound: Decimal, figure: Decimal
) -> None:
    gap = said(assets(at_least=bound, unit="元"), figures={"assets": f"{figure:f}元"})[2] or "还差0元"
    factors = {unit.id: unit.factor for unit in words().units}
    name = next(unit for unit in ("亿元", "万元", "元") if gap.endswith(unit))

    missing = Decimal(gap.removeprefix("还差").removesuffix(name)) * factors[name]
    assert missing == max(Decimal(), bound - figure)


# Yes or no


def test_what_must_be_so_and_what_must_not() -> None:
    assert said(yes(), answers={"person": True}) == ("met", "是", None)
    assert said(yes(), answers={"person": False}) == ("not-met", "否", "未具备")
    assert said(yes(equals=False), answers={"person": False}) == ("met", "否", None)
    assert said(yes(equals=False), answers={"person": True}) == ("not-met", "是", "已具备")


# Years since a day


@pytest.mark.parametrize(
    ("since", "on", "state", "shown", "gap"),
    [
        ("2024-11-25", "2026-11-25", "met", "自2024年11月25日起，满2年", None),
        ("2024-11-26", "2026-11-25", "not-met", "自2024年11月26日起，满1年", "到2026年11月26日满2年"),
        ("2026-03-01", "2026-11-25", "not-met", "自2026年3月1日起，不满1年", "到2028年3月1日满2年"),
        ("2027-01-01", "2026-11-25", "not-met", "自2027年1月1日起，不满1年", "到2029年1月1日满2年"),
        ("2024-02-29", "2026-02-28", "not-met", "自2024年2月29日起，满1年", "到2026年3月1日满2年"),
        ("2024-02-29", "2026-03-01", "met", "自2024年2月29日起，满2年", None),
        ("2022-02-28", "2024-02-28", "met", "自2022年2月28日起，满2年", None),
    ],
)
def test_years_are_full_ones_on_the_day_and_from_29_february_a_common_year_is_full_on_1_march(
    since: str, on: str, state: str, shown: str, gap: str | None
) -> None:
    days = {"age": date.fromisoformat(since)}

    assert said(age(), date.fromisoformat(on), days=days) == (state, shown, gap)


def test_four_years_from_29_february_are_full_on_29_february() -> None:
    asked, days = age(4), {"age": date(2020, 2, 29)}

    assert said(asked, date(2024, 2, 28), days=days)[2] == "到2024年2月29日满4年"
    assert said(asked, date(2024, 2, 29), days=days)[0] == "met"


def test_too_many_years_are_told_as_too_many() -> None:
    young = age(at_least=None, at_most=3)

    assert said(young, days={"age": date(2022, 11, 26)}) == ("met", "自2022年11月26日起，满3年", None)
    assert said(young, days={"age": date(2022, 11, 25)})[2] == "超出1年"


def test_a_number_of_years_does_not_say_since_when() -> None:
    assert said(age(), figures={"age": "5年"}) == ("unknown", None, None)


def test_so_many_years_that_no_calendar_holds_them_are_not_met() -> None:
    assert said(age(10**6), days={"age": date(2020, 1, 1)}) == (
        "not-met",
        "自2020年1月1日起，满6年",
        None,
    )


# Kinds of institution


def applicants(*kinds: str, examples_only: bool = False) -> dict[str, Any]:
    return {"kinds": list(kinds), "examples_only": examples_only, "article": "第一条"}


@pytest.mark.parametrize(
    ("kinds", "examples_only", "state", "gap"),
    [
        (None, False, "unknown", None),
        (["company", "public"], False, "met", None),
        (["institute"], False, "not-met", "不在所列机构之内"),
        ([], False, "not-met", "不在所列机构之内"),
        (["institute"], True, "unknown", None),
        (["public"], True, "met", None),
    ],
)
def test_who_may_apply_follows_from_the_kinds_and_examples_exclude_nobody(
    kinds: list[str] | None, examples_only: bool, state: str, gap: str | None
) -> None:
    asked = version(
        yes("eligible_kind"), applicants=applicants("public", "company", examples_only=examples_only)
    )
    (node,) = judged(asked, kinds=kinds).criteria

    assert (node.state.value, node.gap, node.fact) == (state, gap, "kinds")
    assert node.demanded == "事业单位、公司" + ("等" if examples_only else "")


def test_who_may_apply_is_not_known_where_the_version_lists_nobody() -> None:
    assert said(yes("eligible_kind"), kinds=["public"]) == ("unknown", None, None)


def test_a_kind_without_a_word_is_shown_by_its_id() -> None:
    asked = version(yes("eligible_kind"), applicants=applicants("public"))
    (node,) = judged(asked, kinds=["x"]).criteria

    assert node.given == "x"
