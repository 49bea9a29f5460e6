# SPDX-License-Identifier: Apache-2.0
"""Are the working days those of the official calendars, each with its reason and its notice?"""

from datetime import date
from itertools import islice

import pytest

from generator.derive import workdays
from generator.derive.holiday_notices import LATER, YEARLY, ordering
from generator.derive.workdays import (
    NEW_YEAR,
    SEASONS,
    festival_of,
    is_settled,
    is_working,
    kind_of,
    ordered_by,
)
from generator.model.period import DayKind
from tests.derive.calendars import FIRST, LAST, days, worked

VICTORY = "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"
SETTLED = [day for day in days(FIRST, LAST) if is_settled(day)]


def spans(*pairs: str) -> list[date]:
    """Days written as 02-11/02-17 of 2021."""
    ends = [[date.fromisoformat(f"{end}") for end in pair.split("/")] for pair in pairs]
    return [day for first, last in ends for day in days(first, last)]


def test_a_newer_calendar_is_noticed() -> None:
    """If this fails, the library has learnt a year: add its notice, make tests/derive/calendars anew."""
    assert (workdays.NEWEST_YEAR, workdays.EDITION) == (2026, "chinesecalendar 1.11.0")


def test_every_year_has_its_notice() -> None:
    assert list(YEARLY) == list(range(workdays.FIRST_YEAR, workdays.NEWEST_YEAR + 1))


def test_every_day_agrees_with_the_independent_calendar() -> None:
    assert [day for day in SETTLED if is_working(day)] == [day for day in worked() if is_settled(day)]


def test_2021_is_as_its_notice_says() -> None:
    off = spans(
        "2021-01-01/2021-01-03", "2021-02-11/2021-02-17", "2021-04-03/2021-04-05", "2021-05-01/2021-05-05",
        "2021-06-12/2021-06-14", "2021-09-19/2021-09-21", "2021-10-01/2021-10-07",
    )  # fmt: skip
    make_up = ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"]
    year = [day for day in SETTLED if day.year == 2021]

    assert [day for day in year if kind_of(day) is DayKind.HOLIDAY] == off
    assert [f"{day:%m-%d}" for day in year if kind_of(day) is DayKind.MAKE_UP] == make_up


def test_2026_is_as_its_notice_says() -> None:
    off = spans(
        "2026-01-01/2026-01-03", "2026-02-15/2026-02-23", "2026-04-04/2026-04-06", "2026-05-01/2026-05-05",
        "2026-06-19/2026-06-21", "2026-09-25/2026-09-27", "2026-10-01/2026-10-07",
    )  # fmt: skip
    make_up = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    year = [day for day in SETTLED if day.year == 2026]

    assert [day for day in year if kind_of(day) is DayKind.HOLIDAY] == off
    assert [f"{day:%m-%d}" for day in year if kind_of(day) is DayKind.MAKE_UP] == make_up


@pytest.mark.parametrize(
    ("day", "kind", "festival", "number"),
    [
        ("2023-09-28", DayKind.WORKING, None, None),
        ("2023-09-29", DayKind.HOLIDAY, "中秋节", "国办发明电〔2022〕16号"),
        ("2023-09-30", DayKind.HOLIDAY, "国庆节", "国办发明电〔2022〕16号"),
        ("2023-10-07", DayKind.MAKE_UP, "国庆节", "国办发明电〔2022〕16号"),
        ("2023-10-14", DayKind.WEEKEND, None, None),
        ("2007-12-29", DayKind.MAKE_UP, "元旦", "国办发明电〔2007〕52号"),
        ("2007-12-31", DayKind.HOLIDAY, "元旦", "国办发明电〔2007〕52号"),
        ("2018-12-31", DayKind.HOLIDAY, "元旦", "国办发明电〔2018〕15号"),
        ("2019-01-01", DayKind.HOLIDAY, "元旦", "国办发明电〔2018〕15号"),
        ("2019-05-03", DayKind.HOLIDAY, "劳动节", "国办发明电〔2019〕3号"),
        ("2019-05-05", DayKind.MAKE_UP, "劳动节", "国办发明电〔2019〕3号"),
        ("2020-01-30", DayKind.HOLIDAY, "春节", "国办发明电〔2019〕16号"),
        ("2020-01-31", DayKind.HOLIDAY, "春节", "国办发明电〔2020〕1号"),
        ("2020-04-06", DayKind.HOLIDAY, "清明节", "国办发明电〔2019〕16号"),
        ("2020-06-25", DayKind.HOLIDAY, "端午节", "国办发明电〔2019〕16号"),
        ("2015-09-03", DayKind.HOLIDAY, VICTORY, "国发明电〔2015〕1号"),
        ("2026-12-19", DayKind.WEEKEND, None, None),
        ("2026-12-20", DayKind.UNSETTLED, None, None),
        ("2027-01-01", DayKind.UNSETTLED, None, None),
    ],
)  # fmt: skip
def test_a_day_has_its_reason_and_its_notice(
    day: str, kind: DayKind, festival: str | None, number: str | None
) -> None:
    on = date.fromisoformat(day)
    notice = ordered_by(on)

    assert (kind_of(on), festival_of(on), notice and notice.number) == (kind, festival, number)


def test_every_holiday_and_make_up_workday_was_ordered_by_a_notice() -> None:
    special = [day for day in SETTLED if kind_of(day) in {DayKind.HOLIDAY, DayKind.MAKE_UP}]

    assert [day for day in special if not festival_of(day) or not ordered_by(day)] == []
    assert {notice for _, _, notice in LATER} <= {ordered_by(day) for day in special}


def test_a_year_without_a_notice_in_the_table_has_none() -> None:
    assert ordering(date(2099, 10, 1)) is None


def test_a_notice_is_older_than_the_days_it_orders() -> None:
    dated = [(ordered_by(day), day) for day in SETTLED]

    assert [day for notice, day in dated if notice and notice.issued and notice.issued >= day] == []


def test_there_is_no_answer_before_the_first_year() -> None:
    with pytest.raises(ValueError, match="2006-12-31"):
        kind_of(date(2006, 12, 31))


# Years that are not announced


@pytest.mark.parametrize("year", range(2008, workdays.NEWEST_YEAR + 1))
def test_had_a_year_not_been_announced_every_true_end_would_have_been_within_the_bounds(year: int) -> None:
    for start in days(date(year - 1, 11, 1), date(year, 12, 19)):
        true = [day for day in islice(workdays.working_days(start, at_most=True), 30) if is_settled(day)]
        soonest = islice(workdays.working_days(start, at_most=True, newest=year - 1), 30)
        latest = islice(workdays.working_days(start, at_most=False, newest=year - 1), 30)
        assert [
            (start, number)
            for number, (low, day, high) in enumerate(zip(soonest, true, latest, strict=False), 1)
            if not low <= day <= high
        ] == []


def test_settled_days_leave_no_doubt() -> None:
    start = date(2026, 9, 14)
    both = [list(islice(workdays.working_days(start, at_most=most), 30)) for most in (True, False)]

    assert both[0] == both[1]
    assert date(2026, 9, 20) in both[0]


def test_outside_the_seasons_a_year_not_announced_leaves_no_doubt() -> None:
    start = date(2027, 7, 8)
    both = [list(islice(workdays.working_days(start, at_most=most), 30)) for most in (True, False)]

    assert both[0] == both[1] == [day for day in days(start, date(2027, 8, 18)) if day.weekday() < 5]


def test_the_seasons_have_room_for_more_than_was_ever_ordered() -> None:
    for day in SETTLED:
        if kind_of(day) in {DayKind.HOLIDAY, DayKind.MAKE_UP}:
            assert any(season.begun(day) is not None for season in SEASONS), day
    for season in SEASONS:
        for year in range(2008, workdays.NEWEST_YEAR + 1):
            own = [day for day in SETTLED if season.begun(day) == year]
            off = [day for day in own if day.weekday() < 5 and not is_working(day)]
            weekend = [day for day in own if day.weekday() >= 5 and is_working(day)]
            assert len(off) < season.off
            assert len(weekend) < season.worked


@pytest.mark.parametrize(
    ("day", "begun"),
    [("2026-12-19", None), ("2026-12-20", 2026), ("2027-01-15", 2026), ("2027-01-16", None)],
)
def test_the_season_of_the_new_year_reaches_over_its_first_day(day: str, begun: int | None) -> None:
    assert NEW_YEAR.begun(date.fromisoformat(day)) == begun
