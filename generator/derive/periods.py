# SPDX-License-Identifier: Apache-2.0
"""When does a publicity period end, and which of its days count?

What a notice states comes first, then what the version that it cites states. Where neither says how days are
counted, both ends count, as in the practice seen; the result says which parts of the rule are assumed so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from generator.base.days import ONE_DAY
from generator.derive import workdays
from generator.derive.holiday_notices import HolidayNotice
from generator.model.chain import Chain
from generator.model.designation import Designation
from generator.model.notice import Notice, NoticeKind, Span, Window
from generator.model.period import DayKind, DayUnit, FirstDay, LastDay, PublicityPeriod
from generator.model.procedure import Publicity
from generator.model.ruleset import Ruleset

SHOWN = {NoticeKind.PUBLICITY, NoticeKind.CONSULTATION}
PUBLICITY = "公示"


@dataclass(frozen=True, slots=True)
class Rule:
    """How many days a period has and how they are counted."""

    days: int | None  # None where nobody states it
    unit: DayUnit = DayUnit.WORKING
    first_day: FirstDay | None = None  # None where nobody states it: it counts
    last_day: LastDay | None = None  # None where nobody states it: the period ends when it is full
    article: str | None = None  # of the version, where that states the number of days

    @property
    def skips_first(self) -> bool:
        """Whether the first day does not count."""
        return self.first_day is FirstDay.NOT_COUNTED


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a period."""

    on: date
    kind: DayKind
    counted: bool | None  # None where it is not settled
    number: int | None  # the how manieth it is, where all before it are settled
    festival: str | None
    notice: HolidayNotice | None  # that made it a holiday or a make-up workday


@dataclass(frozen=True, slots=True)
class Period:
    """A period as it was reckoned."""

    what: str
    first: date
    rule: Rule
    stated: date | None  # the last day that the notice states
    earliest: date | None  # the last day by the rule: not before
    latest: date | None  # and not after; None where the rule states no number of days
    days: tuple[Day, ...]  # none before the first year of the calendars
    is_publicity: bool = False

    @property
    def through(self) -> date | None:
        """The last day; None where it is not settled."""
        return self.stated or (self.earliest if self.earliest == self.latest else None)

    @property
    def counted(self) -> int | None:
        """How many of its days count; None where that is not settled."""
        known = [day.counted for day in self.days]
        return None if None in known else sum(map(bool, known))

    @property
    def span(self) -> Span | None:
        """The period as a window; None where nothing says when it ends."""
        last = self.through or self.earliest
        latest = None if self.through else self.latest
        if last is None:
            return None
        return Span.model_construct(
            what=self.what, who=None, from_=self.first, through=last, at_latest=latest
        )


def rule_of(publicity: Publicity | None) -> Rule:
    """What a version states."""
    if publicity is None:
        return Rule(None)
    return Rule(
        publicity.working_days or publicity.calendar_days,
        DayUnit.CALENDAR if publicity.calendar_days else DayUnit.WORKING,
        publicity.first_day,
        publicity.last_day,
        publicity.article,
    )


def rule_for(stated: PublicityPeriod, publicity: Publicity | None) -> Rule:
    """What a notice states, and for the rest what the version states that it cites."""
    law = rule_of(publicity)
    own = stated.working_days or stated.calendar_days
    return Rule(
        own or law.days,
        (DayUnit.CALENDAR if stated.calendar_days else DayUnit.WORKING) if own else law.unit,
        stated.first_day or law.first_day,
        stated.last_day or law.last_day,
        None if own else law.article,
    )


def last_days(first: date, rule: Rule) -> tuple[date, date] | None:
    """Between which days a period ends; twice the same where that is settled, None where nothing says."""
    if rule.days is None or first.year < workdays.FIRST_YEAR:
        return None
    start = first + ONE_DAY if rule.skips_first else first
    if rule.unit is DayUnit.WORKING:
        earliest, latest = (
            next(islice(workdays.working_days(start, at_most=most), rule.days - 1, None))
            for most in (True, False)
        )
        return earliest, latest
    last = start + timedelta(days=rule.days - 1)
    if rule.last_day is not LastDay.NEXT_WORKING_DAY:
        return last, last
    return (
        next(workdays.working_days(last, at_most=True)),
        next(workdays.working_days(last, at_most=False)),
    )


def ledger(first: date, last: date, rule: Rule) -> Iterator[Day]:
    """Each day from the first to the last: does it count, and why?"""
    number: int | None = 0
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        kind = workdays.kind_of(day)
        counted = workdays.is_working(day) if rule.unit is DayUnit.WORKING else True
        if offset == 0 and rule.skips_first:
            counted = False
        number = None if number is None or counted is None else number + counted
        festival = workdays.festival_of(day)
        yield Day(day, kind, counted, number if counted else None, festival, workdays.ordered_by(day))


def publicity_period(stated: PublicityPeriod, publicity: Publicity | None) -> Period:
    """The period of a notice, under what its version says."""
    rule = rule_for(stated, publicity)
    ends = last_days(stated.from_, rule)
    earliest, latest = ends or (None, None)
    last = stated.through or latest
    known = last is not None and stated.from_.year >= workdays.FIRST_YEAR
    days = tuple(ledger(stated.from_, last, rule)) if last and known else ()
    return Period(PUBLICITY, stated.from_, rule, stated.through, earliest, latest, days, is_publicity=True)


def window_period(window: Window) -> Period | None:
    """The working days of a window that has two ends; None for others."""
    if window.from_ is None or window.from_.year < workdays.FIRST_YEAR:
        return None
    days = tuple(ledger(window.from_, window.through, Rule(None)))
    return Period(window.what, window.from_, Rule(None), window.through, None, None, days)


def publicity_of(record: Notice | Designation, version: Ruleset | None) -> Period | None:
    """The publicity period of a notice or a document that states one."""
    if record.publicity is None:
        return None
    return publicity_period(record.publicity, version.publicity if version else None)


def periods_of(record: Notice | Designation, version: Ruleset | None) -> tuple[Period, ...]:
    """The periods of a notice whose days are told one by one."""
    own = publicity_of(record, version)
    windows: Sequence[Window] = record.windows if isinstance(record, Notice) and record.kind in SHOWN else ()
    found = [own, *map(window_period, windows)]
    return tuple(period for period in found if period)


def while_not_withdrawn(spans: Iterable[Span], chain: Chain) -> tuple[Span, ...]:
    """The same windows with the day from which the notice that states them may be taken back, if it is."""
    days = [correction.by.on.first for correction in chain.corrections if correction.withdraws]
    if not days:
        return tuple(spans)
    return tuple(span.model_copy(update={"withdrawn_on": min(days)}) for span in spans)


def spans_of(record: Notice | Designation, version: Ruleset | None) -> tuple[Span, ...]:
    """Every window of a notice, with its publicity period as the first."""
    own = publicity_of(record, version)
    windows = record.windows if isinstance(record, Notice) else ()
    span = own.span if own else None
    return (*([span] if span else []), *map(Span.of, windows))
