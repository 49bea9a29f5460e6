# SPDX-License-Identifier: Apache-2.0
"""What becomes of a term that a later decision ends, finds over, or gives back?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import ONE_DAY, PartialDate
from generator.derive import terms
from generator.model.platform import DayRange, EndReason, Term
from generator.model.standing import State, border_on
from tests.derive.chronicle import span, states

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def a_term(first: str | None, last: str | None, **changes: object) -> Term:
    begin = PartialDate.parse(first) if first else None
    end = PartialDate.parse(last) if last else None
    return Term.model_validate(
        {"from": begin, "through": end, "basis": "stated", "granted_by": "yangli/a"} | changes
    )


# Terms that a decision cuts short


def test_an_exact_decision_leaves_its_eve_as_the_last_day() -> None:
    cut = terms.cut_short(
        a_term("2020-06-01", "2023-05-31"), PartialDate(2021, 3, 15), "x", EndReason.REVOKED
    )

    assert (span(cut), cut.ended_by) == ("2020-06-01/2021-03-14 act", "x")
    assert states(terms.standing_of(cut)) == ["2020-06-01 valid", "2021-03-15 revoked"]


def test_a_decision_of_a_month_leaves_that_month_uncertain() -> None:
    cut = terms.cut_short(a_term("2020-06-01", "2023-05-31"), PartialDate(2021, 3), "x", EndReason.WITHDRAWN)

    assert span(cut) == "2020-06-01/2021-02-28..2021-03-30 act"
    assert states(terms.standing_of(cut)) == [
        "2020-06-01 valid",
        "2021-03-01 uncertain",
        "2021-03-31 withdrawn",
    ]


def test_a_decision_of_the_month_in_which_a_term_ends_anyway_does_not_reach_beyond_that_end() -> None:
    cut = terms.cut_short(a_term("2020-06-01", "2023-05-10"), PartialDate(2023, 5), "x", EndReason.REVOKED)

    assert span(cut) == "2020-06-01/2023-04-30..2023-05-10 act"


def test_a_term_cut_before_it_began_is_empty() -> None:
    future = a_term("2023-06-01", "2026-05-31")
    cut = terms.cut_short(future, PartialDate(2023, 4, 15), "x", EndReason.REVOKED)

    assert not terms.is_empty(future)
    assert terms.is_empty(cut)
    assert span(cut) == "2023-06-01/2023-05-31 act"
    assert states(terms.standing_of(cut)) == ["2023-06-01 revoked"]


@pytest.mark.parametrize(("day", "empty"), [("2023-06-01", True), ("2023-06-02", False)])
def test_a_term_cut_on_its_first_day_never_held_and_one_cut_a_day_later_held_one_day(
    day: str, empty: bool
) -> None:
    cut = terms.cut_short(a_term("2023-06-01", None), PartialDate.parse(day), "x", EndReason.REVOKED)

    assert terms.is_empty(cut) is empty


PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(1, 3)
)


@st.composite
def some_terms(draw: st.DrawFn) -> Term:
    """Terms with their ends known, known to lie between two days, or not known."""
    first, length = draw(DAYS), draw(st.integers(0, 3000))
    last = first + length * ONE_DAY
    begin = draw(st.sampled_from([PartialDate.parse(first), PartialDate(first.year, first.month)]))
    between = DayRange(no_earlier_than=last, no_later_than=last + draw(st.integers(1, 400)) * ONE_DAY)
    ends: list[dict[str, object]] = [{"through": PartialDate.parse(last)}, {"through_between": between}, {}]
    end = draw(st.sampled_from(ends))
    return a_term(None, None).model_copy(update={"from_": begin} | end)


@given(some_terms(), PARTIAL)
def test_a_decision_never_lengthens_a_term(term: Term, decided: PartialDate) -> None:
    own, now = terms.last_days(term), terms.last_days(terms.cut_short(term, decided, "x", EndReason.REVOKED))

    assert now is not None
    assert now[0] <= now[1]
    if own and not terms.is_empty(term):
        assert (now[0] <= own[0], now[1] <= own[1]) == (True, True)


@given(some_terms(), PARTIAL)
def test_a_cut_term_is_neither_valid_nor_uncertain_after_the_last_day_of_the_decision(
    term: Term, decided: PartialDate
) -> None:
    standing = terms.standing_of(terms.cut_short(term, decided, "x", EndReason.REVOKED))
    after = max(decided.last, term.from_.last if term.from_ else decided.last)

    border = border_on(standing, after)
    assert border is not None
    assert border.state is State.REVOKED


@given(some_terms())
def test_the_borders_of_a_term_are_in_order(term: Term) -> None:
    days = [border.from_ for border in terms.standing_of(term)]

    assert days == sorted(set(days))


# What a later decision finds


@pytest.mark.parametrize(("day", "is_over"), [("2023-05-31", False), ("2023-06-01", True), ("2023-06", True)])
def test_a_term_has_lapsed_on_the_day_after_its_last(day: str, is_over: bool) -> None:
    assert terms.lapsed(a_term("2020-06-01", "2023-05-31"), PartialDate.parse(day)) is is_over


@pytest.mark.parametrize(("day", "is_over"), [("2023-06-29", False), ("2023-06-30", True)])
def test_a_term_with_a_range_for_its_end_has_lapsed_after_the_last_day_of_the_range(
    day: str, is_over: bool
) -> None:
    between = DayRange(no_earlier_than=date(2023, 5, 31), no_later_than=date(2023, 6, 29))
    term = a_term("2020-06", None, basis="eve").model_copy(update={"through_between": between})

    assert terms.lapsed(term, PartialDate.parse(day)) is is_over


def test_a_term_without_a_known_end_never_lapses_by_itself() -> None:
    assert not terms.lapsed(a_term("2015-01-19", None), PartialDate(2099))


@pytest.mark.parametrize(("day", "first"), [("2021-03-15", "2021-03-15"), ("2023-06-01", "2023-06-01")])
def test_the_rest_of_a_term_is_given_back_from_the_decision_on(day: str, first: str) -> None:
    given_back = terms.resumed(a_term("2020-06-01", "2023-05-31"), PartialDate.parse(day))

    assert str(given_back.from_) == first


def test_a_term_that_is_yet_to_begin_is_given_back_whole() -> None:
    future = a_term("2023-06-01", "2026-05-31")

    assert terms.resumed(future, PartialDate(2023, 5, 31)) == future
