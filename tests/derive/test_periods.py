# SPDX-License-Identifier: Apache-2.0
"""Does a period end on the right day, by whatever rule, and is each of its days told rightly?"""

from bisect import bisect_left
from datetime import date
from typing import Any

import pytest

from generator.derive import workdays
from generator.derive.periods import (
    Period,
    Rule,
    last_days,
    periods_of,
    publicity_period,
    rule_for,
    rule_of,
    spans_of,
)
from generator.model.notice import NoticeKind
from generator.model.period import DayKind, FirstDay, LastDay, PublicityPeriod, Unit
from generator.model.procedure import Publicity
from tests.builders import act, designation, notice, ruleset
from tests.derive.calendars import FIRST, LAST, days, worked

LAW: dict[str, Any] = {"working_days": 5, "channels": ["网站"], "article": "第三条"}
WORKING, CALENDAR = Unit.WORKING, Unit.CALENDAR


def stated(first: str, **changes: Any) -> PublicityPeriod:
    return PublicityPeriod.model_validate({"from": date.fromisoformat(first)} | changes)


def law(**changes: Any) -> Publicity:
    return Publicity.model_validate(LAW | changes)


def period(first: str, publicity: Publicity | None = None, **changes: Any) -> Period:
    return publicity_period(stated(first, **changes), publicity)


def ends(first: str, rule: Rule) -> tuple[str, str]:
    found = last_days(date.fromisoformat(first), rule)
    assert found
    return str(found[0]), str(found[1])


# Periods seen in practice


@pytest.mark.parametrize(
    ("first", "last", "working", "calendar"),
    [
        ("2023-09-28", "2023-10-10", 5, 13),  # over the Mid-Autumn Festival, with two make-up workdays
        ("2021-07-07", "2021-07-13", 5, 7),
        ("2024-06-13", "2024-06-19", 5, 7),
        ("2021-10-09", "2021-10-28", 15, 20),  # begins on a make-up Saturday
        ("2021-04-22", "2021-05-22", 21, 31),
    ],
)
def test_the_periods_seen_in_practice_hold(first: str, last: str, working: int, calendar: int) -> None:
    found = period(first, through=date.fromisoformat(last))

    assert (found.counted, len(found.days)) == (working, calendar)


@pytest.mark.parametrize(
    ("first", "last", "working"),
    [("2023-09-28", "2023-10-10", 5), ("2021-07-07", "2021-07-13", 5), ("2024-06-13", "2024-06-19", 5),
     ("2021-10-09", "2021-10-28", 15)],
)  # fmt: skip
def test_their_ends_follow_from_their_length(first: str, last: str, working: int) -> None:
    assert ends(first, Rule(working)) == (last, last)


# Every date and every length


def test_every_date_and_length_agrees_with_a_count_over_the_independent_calendar() -> None:
    every = worked()
    wrong = []
    for start in days(FIRST, LAST):
        at = bisect_left(every, start)
        for length, true in enumerate(every[at : at + 30], 1):
            if not workdays.is_settled(true):
                break
            if last_days(start, Rule(length)) != (true, true):
                wrong.append((start, length))
    assert wrong == []


# The rules


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        (Rule(1), "2023-09-28"),
        (Rule(2), "2023-10-07"),
        (Rule(1, first_day=FirstDay.NOT_COUNTED), "2023-10-07"),
        (Rule(5, first_day=FirstDay.COUNTED), "2023-10-10"),
        (Rule(5, first_day=FirstDay.NOT_COUNTED), "2023-10-11"),
        (Rule(5, last_day=LastDay.NEXT_WORKING_DAY), "2023-10-10"),
        (Rule(5, CALENDAR), "2023-10-02"),
        (Rule(5, CALENDAR, FirstDay.NOT_COUNTED), "2023-10-03"),
        (Rule(5, CALENDAR, last_day=LastDay.WHEN_FULL), "2023-10-02"),
        (Rule(5, CALENDAR, last_day=LastDay.NEXT_WORKING_DAY), "2023-10-07"),
        (Rule(1, CALENDAR, last_day=LastDay.NEXT_WORKING_DAY), "2023-09-28"),
    ],
)
def test_a_period_from_28_september_2023_ends_by_its_rule(rule: Rule, last: str) -> None:
    assert ends("2023-09-28", rule) == (last, last)


def test_a_period_that_begins_on_a_day_off_counts_from_the_next_working_day() -> None:
    assert ends("2024-06-08", Rule(1)) == ("2024-06-11", "2024-06-11")


def test_nothing_says_when_a_period_without_length_ends() -> None:
    assert last_days(date(2023, 9, 28), Rule(None)) is None
    assert period("2023-09-28").span is None
    assert period("2023-09-28").through is None


def test_before_the_first_year_of_the_calendars_only_what_is_stated_is_told() -> None:
    found = period("2006-12-29", law(), through=date(2007, 1, 8))

    assert (found.earliest, found.days, str(found.through)) == (None, (), "2007-01-08")


def test_what_the_notice_states_comes_before_what_its_version_states() -> None:
    other = {"working_days": None, "calendar_days": 7, "first_day": "not-counted"}

    assert rule_for(stated("2023-09-28"), law()) == Rule(5, article="第三条")
    assert rule_for(stated("2023-09-28"), law(**other)) == Rule(
        7, CALENDAR, FirstDay.NOT_COUNTED, article="第三条"
    )
    assert rule_for(stated("2023-09-28", working_days=3), law(**other)) == Rule(
        3, WORKING, FirstDay.NOT_COUNTED
    )
    assert rule_for(stated("2023-09-28", calendar_days=3, first_day="counted"), law()) == Rule(
        3, CALENDAR, FirstDay.COUNTED
    )
    assert rule_for(stated("2023-09-28", last_day="next-working-day"), None) == Rule(
        None, last_day=LastDay.NEXT_WORKING_DAY
    )
    assert rule_of(None) == Rule(None)


def test_a_stated_end_is_the_end_and_the_reckoned_one_is_kept_beside_it() -> None:
    found = period("2023-09-28", law(), through=date(2023, 10, 12))

    assert (str(found.through), str(found.earliest), found.counted) == ("2023-10-12", "2023-10-10", 7)


# Day by day


def test_each_day_says_whether_it_counts_and_why() -> None:
    told = [
        (f"{day.on:%m-%d}", day.kind, day.number, day.festival, day.notice and day.notice.number)
        for day in period("2023-09-28", law()).days
    ]
    order = "国办发明电〔2022〕16号"

    assert told[:3] == [
        ("09-28", DayKind.WORKING, 1, None, None),
        ("09-29", DayKind.HOLIDAY, None, "中秋节", order),
        ("09-30", DayKind.HOLIDAY, None, "国庆节", order),
    ]
    assert told[-4:] == [
        ("10-07", DayKind.MAKE_UP, 2, "国庆节", order),
        ("10-08", DayKind.MAKE_UP, 3, "国庆节", order),
        ("10-09", DayKind.WORKING, 4, None, None),
        ("10-10", DayKind.WORKING, 5, None, None),
    ]


def test_a_first_day_that_does_not_count_has_no_number() -> None:
    found = period("2023-10-09", law(first_day="not-counted"))

    assert [(day.counted, day.number) for day in found.days[:2]] == [(False, None), (True, 1)]
    assert str(found.through) == "2023-10-16"


def test_of_calendar_days_every_one_counts() -> None:
    found = period("2023-09-28", calendar_days=5)

    assert [day.number for day in found.days] == [1, 2, 3, 4, 5]


# Years not announced


def test_a_period_in_a_year_not_announced_is_a_range_and_never_a_date() -> None:
    found = period("2027-01-25", law())

    assert (found.through, str(found.earliest), str(found.latest)) == (None, "2027-01-29", "2027-02-09")
    assert found.counted is None
    assert {day.counted for day in found.days} == {None}
    assert found.span
    assert (str(found.span.through), str(found.span.at_latest)) == ("2027-01-29", "2027-02-09")


def test_the_end_of_the_newest_year_waits_for_the_next_notice() -> None:
    found = period("2026-12-17", law())

    assert found.through is None
    assert [(day.number, day.kind) for day in found.days[:4]] == [
        (1, DayKind.WORKING),
        (2, DayKind.WORKING),
        (None, DayKind.WEEKEND),
        (None, DayKind.UNSETTLED),
    ]
    assert str(period("2026-12-14", law()).through) == "2026-12-18"


def test_calendar_days_are_certain_in_any_year_but_for_an_end_moved_to_a_working_day() -> None:
    assert str(period("2027-01-25", calendar_days=7).through) == "2027-01-31"
    assert period("2027-01-25", calendar_days=7, last_day="next-working-day").through is None


def test_a_stated_end_stands_also_in_a_year_not_announced() -> None:
    found = period("2027-01-25", law(), through=date(2027, 2, 1))

    assert (str(found.through), found.span and found.span.at_latest) == ("2027-02-01", None)


# Of notices


WINDOW = {"what": "反馈意见", "from": date(2021, 4, 22), "through": date(2021, 5, 22)}


@pytest.mark.parametrize(
    ("kind", "told"),
    [("consultation", ["反馈意见"]), ("publicity", ["反馈意见"]), ("call", []), ("other", [])],
)
def test_windows_of_consultations_and_publicity_are_told_day_by_day(kind: str, told: list[str]) -> None:
    front = notice(kind=kind, windows=[WINDOW]).front

    assert [found.what for found in periods_of(front, None)] == told


@pytest.mark.parametrize("first", [None, date(2006, 12, 1)])
def test_a_window_without_a_first_day_in_the_calendars_is_not(first: date | None) -> None:
    front = notice(kind=NoticeKind.CONSULTATION.value, windows=[WINDOW | {"from": first}]).front

    assert periods_of(front, None) == ()


def test_the_windows_of_a_notice_begin_with_its_publicity_period() -> None:
    front = notice(kind="publicity", publicity={"from": date(2023, 9, 28)}, windows=[WINDOW]).front
    found = spans_of(front, ruleset(publicity=LAW))

    assert [(span.what, str(span.through)) for span in found] == [
        ("公示", "2023-10-10"),
        ("反馈意见", "2021-05-22"),
    ]
    assert [span.what for span in spans_of(front, None)] == ["反馈意见"]


def test_a_document_that_proposes_may_state_its_period() -> None:
    document = designation(act("propose"), publicity={"from": date(2021, 10, 9), "working_days": 15})

    assert [str(span.through) for span in spans_of(document, None)] == ["2021-10-28"]
    assert spans_of(designation(act("propose")), None) == ()
