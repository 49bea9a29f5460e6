# SPDX-License-Identifier: Apache-2.0
"""How is a period told day by day: as a calendar on its page, and as data?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.base.days import ONE_DAY
from generator.derive import periods, workdays
from generator.derive.holiday_notices import HolidayNotice
from generator.derive.periods import Day, Period
from generator.model.designation import Designation
from generator.model.notice import Notice
from generator.model.period import DayKind, LastDay, Unit
from generator.model.published import PublishedDay, PublishedPeriod
from generator.model.ruleset import Ruleset

ORDERED = (DayKind.HOLIDAY, DayKind.MAKE_UP)
SHORT = 3  # a festival's name of so many characters fits into a cell
BRIEF = 15  # a period of so many days needs no folding


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the calendar."""

    on: date
    month: str  # said where a month or the period begins
    state: str  # counted, off or open
    why: str
    make_up: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What one notice orders of the days of a period."""

    notice: HolidayNotice | None
    lines: tuple[tuple[str, str], ...]  # the days, and what they are


@dataclass(frozen=True, slots=True)
class Ledger:
    """A period as its page shows it."""

    period: Period
    weeks: tuple[tuple[Cell | None, ...], ...]
    orders: tuple[Order, ...]
    method: str
    total: str
    unsettled: tuple[int, ...]  # years whose arrangement is not known
    folded: bool

    @property
    def newest(self) -> int:
        """The newest year of the calendars."""
        return workdays.NEWEST_YEAR

    @property
    def counted_days(self) -> list[str] | None:
        """For the script: the days that count; None where that is not settled."""
        if self.period.counted is None:
            return None
        return [day.on.isoformat() for day in self.period.days if day.counted]


def ledgers_of(record: Notice | Designation, version: Ruleset | None) -> list[Ledger]:
    """The ledgers of a notice; none for periods before the first year of the calendars."""
    return [_ledger(period) for period in periods.periods_of(record, version) if period.days]


def _ledger(period: Period) -> Ledger:
    open_years = {day.on.year + (day.on.month == 12) for day in period.days if day.counted is None}
    return Ledger(
        period,
        tuple(_weeks(period)),
        tuple(_orders(period.days)),
        _method(period),
        _total(period),
        tuple(sorted(open_years)),
        not period.is_publicity or len(period.days) > BRIEF,
    )


def _weeks(period: Period) -> Iterator[tuple[Cell | None, ...]]:
    """The days in rows from Monday to Sunday; None before the first and after the last."""
    cells: list[Cell | None] = [None] * period.first.weekday()
    cells += [_cell(day, period) for day in period.days]
    cells += [None] * (-len(cells) % 7)
    return (tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))


def _cell(day: Day, period: Period) -> Cell:
    month = f"{day.on.month}月" if day.on == period.first or day.on.day == 1 else ""
    make_up = day.kind is DayKind.MAKE_UP and period.rule.unit is Unit.WORKING
    if day.counted is None:
        return Cell(day.on, month, "open", "待定", make_up)
    if day.counted:
        return Cell(day.on, month, "counted", f"第{day.number}日" if day.number else "计入", make_up)
    if day.on == period.first and period.rule.skips_first:
        return Cell(day.on, month, "off", "不计", make_up)
    festival = day.festival if day.festival and len(day.festival) <= SHORT else None
    return Cell(day.on, month, "off", festival or day.kind.label, make_up)


def _orders(days: Sequence[Day]) -> Iterator[Order]:
    """What was ordered of the days, by notice and in the order of the days."""
    ordered = [day for day in days if day.kind in ORDERED]
    for notice in dict.fromkeys(day.notice for day in ordered):
        own = [day for day in ordered if day.notice == notice]
        lines = [
            (_in_runs([day.on for day in those]), _festivals(those) + kind.label)
            for kind in ORDERED
            if (those := [day for day in own if day.kind is kind])
        ]
        yield Order(notice, tuple(lines))


def _festivals(days: Iterable[Day]) -> str:
    return "、".join(dict.fromkeys(day.festival for day in days if day.festival))


def _in_runs(days: Sequence[date]) -> str:
    """9月29日至10月6日、10月9日: what follows day by day is drawn together."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day == runs[-1][-1] + ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(
        _short(run[0]) if len(run) == 1 else f"{_short(run[0])}至{_short(run[-1])}" for run in runs
    )


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _method(period: Period) -> str:
    """How the days are counted, and what of it nobody states."""
    rule = period.rule
    if not period.is_publicity:
        return "首日、末日都在期间之内。"
    if rule.first_day is None and rule.last_day is None:
        return "首日、末日都计入。办法和公告没有写明，按已见公示的通行做法。"
    first = rule.first_day.label if rule.first_day else "首日计入（没有写明，按通行做法）"
    last = rule.last_day or LastDay.WHEN_FULL
    return f"{first}；{last.label}{'' if rule.last_day else '（没有写明，按通行做法）'}。"


def _total(period: Period) -> str:
    """13个自然日，其中5个工作日."""
    known = period.through
    if known is None:
        return ""
    total = f"{(known - period.first + timedelta(days=1)).days}个自然日"
    if period.rule.unit is Unit.CALENDAR or period.counted is None:
        return total
    return f"{total}，其中{'计入' if period.is_publicity else ''}{period.counted}个工作日"


def published_periods(record: Notice | Designation, version: Ruleset | None) -> tuple[PublishedPeriod, ...]:
    """The same as data."""
    return tuple(_published(period) for period in periods.periods_of(record, version))


def _published(period: Period) -> PublishedPeriod:
    rule, open_ = period.rule, period.through is None
    return PublishedPeriod.model_construct(
        what=period.what,
        from_=period.first,
        through=period.through,
        not_before=period.earliest if open_ else None,
        not_after=period.latest if open_ else None,
        unit=rule.unit,
        length=rule.days,
        counted=period.counted if period.days else None,
        first_day=rule.first_day,
        last_day=rule.last_day,
        days=tuple(
            PublishedDay.model_construct(
                on=day.on,
                kind=day.kind,
                counted=day.counted,
                number=day.number,
                festival=day.festival,
                ordered_by=day.notice.number if day.notice else None,
            )
            for day in period.days
        ),
    )
