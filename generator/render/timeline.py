# SPDX-License-Identifier: Apache-2.0
"""How do the terms of a platform lie in time? A drawing that says nothing which the text does not say.

Sizes are in units of the drawing; positions are counted in days. The mark of the viewed day is placed
by the script, which finds the first and last day of the drawing in its attributes.
"""

from dataclasses import dataclass
from datetime import date

from generator.derive.terms import is_empty
from generator.model.platform import Term

WIDTH, MARGIN, TOP, BAR = 640, 12, 10, 14
Span = tuple[date, date, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One term: where its bar begins and how wide it is."""

    x: float
    width: float
    style: str  # "known", "cut" by a decision, "open" between days, or "unknown" from its beginning on


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis; not every year has its label."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing."""

    first: date
    last: date
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    margin: int = MARGIN
    top: int = TOP
    bar: int = BAR


def spans(terms: tuple[Term, ...]) -> tuple[Span, ...]:
    """First and last day of each term that can be drawn, and how; equal ones have one drawing."""
    return tuple([span for term in terms if (span := _span(term))])


def drawn(spans: tuple[Span, ...]) -> Timeline:
    """The drawing of at least one span."""
    first = date(min(begin for begin, _, _ in spans).year, 1, 1)
    last = date(max(end for _, end, _ in spans).year + 1, 12, 31)

    def x(day: date) -> float:
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days / (last - first).days, 1)

    bars = tuple(Bar(x(begin), round(x(end) - x(begin), 1), style) for begin, end, style in spans)
    years = range(first.year, last.year + 1)
    step = max(1, round(len(years) / 8))
    ticks = tuple(
        Tick(x(date(year, 1, 1)), str(year) if number % step == 0 else "")
        for number, year in enumerate(years)
    )
    return Timeline(first, last, bars, ticks)


def _span(term: Term) -> Span | None:
    """First and last day drawn, and how; None where the beginning is unknown or never came."""
    if term.from_ is None or is_empty(term):
        return None
    begin = term.from_.first
    if term.through:
        return begin, term.through.last, "cut" if term.end_reason else "known"
    if term.through_between:
        return begin, term.through_between.no_later_than, "open"
    if term.review_due:
        return begin, term.review_due, "open"
    return begin, begin, "unknown"
