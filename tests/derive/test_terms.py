# SPDX-License-Identifier: Apache-2.0
"""How long does one decision grant a title, and on which day is it last valid?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import ONE_DAY, PartialDate
from generator.derive import terms
from tests.derive.chronicle import law, life, on, span, spans, states, validity

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


# The last day of a term


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2020, 5, 20), date(2023, 5, 19)),
        (date(2021, 1, 1), date(2023, 12, 31)),
        (date(2020, 3, 1), date(2023, 2, 28)),
        (date(2021, 3, 1), date(2024, 2, 29)),
        (date(2020, 2, 28), date(2023, 2, 27)),
        (date(2020, 2, 29), date(2023, 2, 28)),
    ],
)
def test_a_text_without_a_rule_ends_on_the_eve_of_the_anniversary(first: date, last: date) -> None:
    assert terms.last_day(first, validity()) == last


@pytest.mark.parametrize(
    ("first", "years", "last"),
    [
        (date(2020, 8, 8), 3, date(2023, 8, 8)),
        (date(2020, 2, 28), 3, date(2023, 2, 28)),
        (
            date(2020, 2, 29),
            3,
            date(2023, 2, 28),
        ),  # Civil Code, article 202: no such day, so the month's last
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
        (date(2021, 2, 28), 3, date(2024, 2, 28)),
    ],
)
def test_the_anniversary_itself_is_the_last_day_where_the_text_says_so(
    first: date, years: int, last: date
) -> None:
    assert terms.last_day(first, validity(years, term_end="anniversary")) == last


@pytest.mark.parametrize("first", [date(2021, 1, 1), date(2021, 6, 15), date(2021, 12, 31)])
def test_calendar_years_end_with_the_last_of_the_years(first: date) -> None:
    assert terms.last_day(first, validity(term_end="calendar-years")) == date(2023, 12, 31)


@given(DAYS, st.integers(1, 30))
def test_terms_by_the_eve_follow_each_other_on_the_same_day_of_the_year(first: date, years: int) -> None:
    second = terms.last_day(first, validity(years)) + ONE_DAY

    same_day = (
        {(first.month, first.day), (3, 1)}
        if (first.month, first.day) == (2, 29)
        else {(first.month, first.day)}
    )
    assert second.year == first.year + years
    assert (second.month, second.day) in same_day


@given(DAYS, st.integers(1, 30))
def test_the_anniversary_is_the_day_after_the_eve_unless_there_is_no_such_day(
    first: date, years: int
) -> None:
    eve, same = (terms.last_day(first, validity(years, **rule)) for rule in ({}, {"term_end": "anniversary"}))

    leapt = (first.month, first.day) == (2, 29) and same.day == 28
    assert same - eve == (ONE_DAY * 0 if leapt else ONE_DAY)


# The first day of a term


def test_a_designation_begins_on_the_day_of_its_document() -> None:
    assert spans(life(on("2020-06-01"))) == ["2020-06-01/2023-05-31 eve"]


def test_a_rule_for_the_end_is_named_as_the_policy_of_the_version() -> None:
    assert spans(life(on("2020-08-08"), under=law(term_end="anniversary"))) == [
        "2020-08-08/2023-08-08 policy"
    ]


@pytest.mark.parametrize("day", ["2017-01-01", "2017-12-31", "2017-12", "2017"])
def test_calendar_years_begin_with_the_year_after_the_document_however_precise_its_date(day: str) -> None:
    assert spans(life(on(day), under=law(term_end="calendar-years"))) == ["2018-01-01/2020-12-31 policy"]


# Dates known to the month or year only


def test_a_document_dated_by_the_month_gives_a_range_for_the_end() -> None:
    platform = life(on("2020-06"))

    assert spans(platform) == ["2020-06/2023-05-31..2023-06-29 eve"]
    assert states(platform.standing) == [
        "2020-06-01 uncertain",
        "2020-06-30 valid",
        "2023-06-01 uncertain",
        "2023-06-30 ended",
    ]


def test_a_document_dated_by_the_year_gives_a_range_for_the_end() -> None:
    platform = life(on("2020"), under=law(term_end="anniversary"))

    assert spans(platform) == ["2020/2023-01-01..2023-12-31 policy"]
    assert states(platform.standing) == [
        "2020-01-01 uncertain",
        "2020-12-31 valid",
        "2023-01-02 uncertain",
        "2024-01-01 ended",
    ]


def test_a_range_is_never_shown_as_the_last_day() -> None:
    assert [border.through for border in life(on("2020-06")).standing] == [None] * 4


@given(st.integers(1990, 2090), st.integers(1, 12), st.integers(1, 10), st.data())
def test_the_range_holds_the_end_of_every_day_that_the_document_may_be_of(
    year: int, month: int, years: int, data: st.DataObject
) -> None:
    known = PartialDate(year, month)
    day = data.draw(st.dates(known.first, known.last))
    [of_month] = life(on(str(known)), under=law(years=years)).terms
    [of_day] = life(on(str(day)), under=law(years=years)).terms

    ends = terms.last_days(of_month)
    assert ends is not None
    assert of_day.through is not None
    assert ends[0] <= of_day.through.first <= ends[1]


# Stated days, reviews, and laws that are not known


def test_typed_days_win_over_the_law() -> None:
    stated = {"from": "2021-01-01", "through": "2023-06-30", "term_basis": "虚构"}

    assert spans(life(on("2020-12-14", **stated))) == ["2021-01-01/2023-06-30 stated"]


def test_a_typed_first_day_leaves_the_last_to_the_law() -> None:
    assert spans(life(on("2020-12-14", **{"from": "2021-01-01"}))) == ["2021-01-01/2023-12-31 eve"]


def test_a_typed_last_day_ends_even_a_title_that_is_only_reviewed() -> None:
    [term] = life(on("2017-07-05", through="2020-12-31"), under=law(kind="review")).terms

    assert span(term) == "2017-07-05/2020-12-31 stated"
    assert term.review_due is None


def test_a_last_day_stated_by_the_month_leaves_that_month_uncertain() -> None:
    platform = life(on("2020-06-01", through="2023-05"))

    assert states(platform.standing) == ["2020-06-01 valid", "2023-05-02 uncertain", "2023-06-01 ended"]


def test_a_title_that_is_reviewed_is_uncertain_from_the_day_the_review_is_due() -> None:
    platform = life(on("2017-07-05"), under=law(kind="review"))

    assert [term.review_due for term in platform.terms] == [date(2020, 7, 5)]
    assert states(platform.standing) == ["2017-07-05 valid", "2020-07-05 uncertain"]


def test_a_review_of_29_february_is_due_on_1_march_of_a_common_year() -> None:
    assert life(on("2020-02-29"), under=law(kind="review")).terms[0].review_due == date(2023, 3, 1)


@pytest.mark.parametrize("ruleset", [None, "yangli/1999"])
def test_without_a_known_law_nothing_is_said_of_the_end_and_the_title_is_uncertain(
    ruleset: str | None,
) -> None:
    platform = life(on("2015-01-19", ruleset=ruleset))

    assert spans(platform) == ["2015-01-19/None unknown"]
    assert states(platform.standing) == ["2015-01-19 uncertain"]
