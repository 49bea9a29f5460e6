# SPDX-License-Identifier: Apache-2.0
"""Which days are working days, why, and what can be said of days whose holidays are not announced yet?

The calendars are those of `chinesecalendar`, which has only what was officially announced and never guesses.

A day is settled once the arrangement that may touch it is out. The notice for a year also orders days at the
end of the December before it, so the end of the newest year is not settled before the next notice. Of days
not settled we only know bounds. The statute fixes the festivals, and a notice moves days off only around
them: outside the seasons below, Monday to Friday is worked and the weekend is not. Inside a season at most
`off` of the days from Monday to Friday are off, and at most `worked` of the weekend days are worked. Both
are one more than any notice has ordered since 2008, and two more for the days off around 1 May. Seasons begin
at least ten days before the earliest possible day of the festival and end after the farthest make-up day.
So the earliest end of a period assumes that weekend days are worked as soon and as often as may be, the
latest that days are off as soon and as often as may be. A test pretends for every year that it is not
announced yet, and finds every true end within the bounds.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import chinese_calendar

from generator.base.days import ONE_DAY
from generator.derive.holiday_notices import HolidayNotice, ordering
from generator.model.period import DayKind

EDITION = f"chinesecalendar {chinese_calendar.__version__}"
FIRST_YEAR = 2007
NEWEST_YEAR: int = max(chinese_calendar.holidays).year  # the newest year that is announced
FESTIVALS = {
    festival.value: festival.chinese + ("节" if festival.chinese in {"清明", "端午", "中秋"} else "")
    for festival in chinese_calendar.Holiday
}


@dataclass(frozen=True, slots=True)
class Season:
    """When the arrangement for a festival may move days, and how many of them."""

    first: tuple[int, int]  # month and day
    last: tuple[int, int]
    off: int  # so many of Monday to Friday at most
    worked: int  # so many of Saturday and Sunday at most

    def begun(self, day: date) -> int | None:
        """The year in which the season that a day lies in began; None where it lies in none."""
        here = (day.month, day.day)
        if self.first <= self.last:
            return day.year if self.first <= here <= self.last else None
        if here >= self.first:
            return day.year
        return day.year - 1 if here <= self.last else None


NEW_YEAR = Season((12, 20), (1, 15), off=4, worked=3)
SEASONS = (  # where two overlap, the one that ends first stands first: its days are spent first
    NEW_YEAR,
    Season((1, 10), (3, 10), off=7, worked=3),  # the Spring Festival
    Season((3, 25), (4, 17), off=4, worked=3),  # Qingming
    Season((4, 18), (5, 18), off=5, worked=3),  # Labour Day
    Season((5, 17), (7, 7), off=4, worked=3),  # the Dragon Boat Festival
    Season((8, 25), (10, 20), off=9, worked=5),  # the Mid-Autumn Festival and National Day
)


def is_settled(day: date, newest: int = NEWEST_YEAR) -> bool:
    """Whether the official arrangement for a day is known when `newest` is the newest year announced."""
    return day.year < newest or (day.year == newest and (day.month, day.day) < NEW_YEAR.first)


def kind_of(day: date) -> DayKind:
    """Why a day is a working day or none; days before the first year have no answer."""
    if day.year < FIRST_YEAR:
        raise ValueError(f"no calendar for {day}")
    if not is_settled(day):
        return DayKind.UNSETTLED
    if day in chinese_calendar.workdays:
        return DayKind.MAKE_UP
    if day in chinese_calendar.holidays:
        return DayKind.HOLIDAY
    return DayKind.WORKING if day.weekday() < 5 else DayKind.WEEKEND


def festival_of(day: date) -> str | None:
    """The festival for which a settled day is off or worked, in Chinese."""
    name = chinese_calendar.holidays.get(day) or chinese_calendar.workdays.get(day)
    return FESTIVALS[name] if name and is_settled(day) else None


def ordered_by(day: date) -> HolidayNotice | None:
    """The notice that made a day a holiday or a make-up workday; None for other days and where not known.

    Weekend days that run on from a holiday (与周末连休) are told as part of it, as in the calendars.
    """
    return ordering(day) if kind_of(day) in {DayKind.HOLIDAY, DayKind.MAKE_UP} else None


def is_working(day: date) -> bool | None:
    """Whether a day is a working day; None where that is not settled."""
    kind = kind_of(day)
    return None if kind is DayKind.UNSETTLED else kind in {DayKind.WORKING, DayKind.MAKE_UP}


def working_days(start: date, *, at_most: bool, newest: int = NEWEST_YEAR) -> Iterator[date]:
    """The working days from a day on: with as many, or as few, of the unsettled ones as there may be."""
    moved: Counter[tuple[Season, int]] = Counter()
    day = start
    while True:
        weekday = day.weekday() < 5
        if is_settled(day, newest):
            works = is_working(day)
        elif weekday == at_most:
            works = weekday
        else:
            works = weekday != _move(day, moved)
        if works:
            yield day
        day += ONE_DAY


def _move(day: date, moved: Counter[tuple[Season, int]]) -> bool:
    """Whether a season may still turn a day into the other kind; if so, it is spent."""
    for season in SEASONS:
        begun = season.begun(day)
        if begun is not None and moved[season, begun] < (season.off if day.weekday() < 5 else season.worked):
            moved[season, begun] += 1
            return True
    return False
