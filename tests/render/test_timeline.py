# SPDX-License-Identifier: Apache-2.0
"""Does the drawing of terms show just what the terms say?"""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import PartialDate
from generator.model.platform import DayRange, EndReason, Term, TermBasis
from generator.render.timeline import MARGIN, WIDTH, Timeline, drawn, spans

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 4000)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))


def timeline(terms: tuple[Term, ...]) -> Timeline | None:
    """The drawing of the terms; None where no day is known to draw from."""
    found = spans(terms)
    return drawn(found) if found else None


def term(first: date | None = date(2020, 6, 1), last: date | None = None, **changes: Any) -> Term:
    fields: dict[str, Any] = {
        "from_": PartialDate.parse(first) if first else None,
        "through": PartialDate.parse(last) if last else None,
        "basis": TermBasis.EVE if last else TermBasis.UNKNOWN,
    }
    return Term(**(fields | changes))


def test_nothing_is_drawn_where_no_beginning_is_known() -> None:
    assert timeline((term(None, date(2023, 5, 31)),)) is None
    assert timeline(()) is None


def test_a_term_that_never_began_is_not_drawn() -> None:
    assert timeline((term(date(2020, 6, 1), date(2020, 5, 31)),)) is None


def test_the_drawing_reaches_from_new_year_to_the_end_of_the_year_after_the_last() -> None:
    drawing = timeline((term(date(2020, 6, 1), date(2023, 5, 31)),))

    assert drawing
    assert (drawing.first, drawing.last) == (date(2020, 1, 1), date(2024, 12, 31))


def test_each_kind_of_end_has_its_own_bar() -> None:
    between = DayRange(no_earlier_than=date(2023, 1, 1), no_later_than=date(2023, 12, 31))
    drawing = timeline(
        (
            term(last=date(2023, 5, 31)),
            term(last=date(2021, 5, 31), end_reason=EndReason.REVOKED),
            term(through_between=between),
            term(review_due=date(2023, 6, 1)),
            term(),
        )
    )

    assert drawing
    assert [bar.style for bar in drawing.bars] == ["known", "cut", "open", "open", "unknown"]
    assert drawing.bars[-1].width == 0
    assert all(bar.width > 0 for bar in drawing.bars[:-1])


def test_an_imprecise_beginning_is_drawn_from_its_first_day() -> None:
    drawing = timeline((term(from_=PartialDate(2020), last=date(2023, 5, 31)),))

    assert drawing
    assert drawing.bars[0].x == MARGIN


def test_of_many_years_only_some_are_labelled_and_of_few_all() -> None:
    few = timeline((term(last=date(2023, 5, 31)),))
    many = timeline((term(date(1990, 1, 1), date(2020, 1, 1)),))

    assert few
    assert many
    assert [tick.label for tick in few.ticks] == ["2020", "2021", "2022", "2023", "2024"]
    assert 4 <= len([tick for tick in many.ticks if tick.label]) <= 10
    assert len(many.ticks) == 32


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_every_bar_lies_inside_and_earlier_days_stand_further_left(spans: list[tuple[date, date]]) -> None:
    drawing = timeline(tuple(term(first, last) for first, last in spans))

    assert drawing
    for bar in drawing.bars:
        assert MARGIN <= bar.x <= bar.x + bar.width <= WIDTH - MARGIN + 0.11
    ordered = sorted(zip(spans, drawing.bars, strict=True), key=lambda pair: pair[0][0])
    assert [bar.x for _, bar in ordered] == sorted(bar.x for bar in drawing.bars)
    assert [tick.x for tick in drawing.ticks] == sorted(tick.x for tick in drawing.ticks)
