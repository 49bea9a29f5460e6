# SPDX-License-Identifier: Apache-2.0
"""Is an editor told when a publicity period ends too early, later than asked for, or not at all?"""

from datetime import date
from typing import Any

import pytest

from generator.base.finding import Level
from generator.checks.publicity import (
    publicity_periods_are_stated_as_such,
    publicity_periods_have_an_end,
    publicity_periods_last_as_long_as_demanded,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import act, designation, notice, ruleset
from tests.checks.findings import told

LAW: dict[str, Any] = {"working_days": 5, "channels": ["网站"], "article": "第三条"}
NOTICE = "content/notices/2023/2023-09-28-a.md publicity"
LIST = "registry/designations/yangli/list.yaml publicity"


def stating(law: dict[str, Any] | None = LAW, version: str | None = "yangli/2020", **stated: Any) -> Register:
    """A notice that shows its list from 28 September 2023 on, under a version with this rule."""
    period = {"from": date(2023, 9, 28)} | stated
    return builders.register(
        rulesets={"yangli/2020": ruleset(publicity=law)},
        notices={"2023/2023-09-28-a": notice(kind="publicity", ruleset=version, publicity=period)},
    )


def levels(register: Register) -> list[Level]:
    return [found.level for found in publicity_periods_last_as_long_as_demanded(register)]


# publicity_periods_have_an_end


@pytest.mark.parametrize(
    ("law", "stated"),
    [
        (LAW, {}),
        (LAW | {"working_days": None}, {"working_days": 5}),
        (LAW | {"working_days": None}, {"calendar_days": 5}),
        (LAW | {"working_days": None, "calendar_days": 7}, {}),
        (None, {"through": date(2023, 10, 10)}),
    ],
)
def test_a_period_whose_end_is_stated_or_follows_passes(
    law: dict[str, Any] | None, stated: dict[str, Any]
) -> None:
    assert told(publicity_periods_have_an_end, stating(law, **stated)) == []


@pytest.mark.parametrize("law", [None, LAW | {"working_days": None}])
def test_a_period_without_an_end_is_told(law: dict[str, Any] | None) -> None:
    assert told(publicity_periods_have_an_end, stating(law)) == [
        (
            f"{NOTICE} from",
            "不知道公示到哪一天为止：没有写末日，也没有可以推算的天数",
            "照公告补上 through（末日）或 working_days（工作日数）；依据的办法写明天数的，写上 ruleset",
        )
    ]


def test_a_period_from_before_the_calendars_needs_its_end_stated() -> None:
    early: dict[str, Any] = {"from": date(2006, 12, 20)}

    assert len(told(publicity_periods_have_an_end, stating(**early))) == 1
    assert told(publicity_periods_have_an_end, stating(**early, through=date(2007, 1, 5))) == []


def test_nothing_is_told_where_the_version_is_not_there() -> None:
    assert told(publicity_periods_have_an_end, stating(version="yangli/2021")) == []


# publicity_periods_last_as_long_as_demanded


@pytest.mark.parametrize(
    "stated",
    [
        {},
        {"through": date(2023, 10, 10)},
        {"working_days": 5},
        {"working_days": 6},
        {"working_days": 6, "through": date(2023, 10, 11)},
        {"calendar_days": 13},
        {"first_day": "not-counted", "through": date(2023, 10, 11)},
    ],
)
def test_a_period_as_long_as_demanded_passes(stated: dict[str, Any]) -> None:
    assert told(publicity_periods_last_as_long_as_demanded, stating(**stated)) == []


def test_a_notice_without_a_period_passes() -> None:
    register = builders.register(notices={"2023/2023-09-28-a": notice(kind="publicity")})

    assert told(publicity_periods_last_as_long_as_demanded, register) == []
    assert told(publicity_periods_have_an_end, register) == []


def test_an_end_before_the_demanded_one_is_an_error_that_says_the_right_day() -> None:
    early = stating(through=date(2023, 10, 9))

    assert levels(early) == [Level.ERROR]
    assert told(publicity_periods_last_as_long_as_demanded, early) == [
        (
            f"{NOTICE} through",
            "公示末日 2023-10-09 太早：yangli/2020 第三条要求5个工作日，末日是 2023-10-10",
            "核对首日和天数；没有错的，末日改为 2023-10-10，或删去 through，由系统推算",
        )
    ]


@pytest.mark.parametrize(
    ("stated", "field", "last"),
    [
        ({"working_days": 4}, "working_days", "2023-10-09"),
        ({"calendar_days": 5}, "calendar_days", "2023-10-02"),
        ({"working_days": 4, "through": date(2023, 10, 9)}, "through", "2023-10-09"),
    ],
)
def test_fewer_days_than_the_version_demands_are_an_error(
    stated: dict[str, Any], field: str, last: str
) -> None:
    [(place, message, _)] = told(publicity_periods_last_as_long_as_demanded, stating(**stated))

    assert place == f"{NOTICE} {field}"
    assert message == f"公示末日 {last} 太早：yangli/2020 第三条要求5个工作日，末日是 2023-10-10"


def test_an_end_before_the_notices_own_days_is_an_error() -> None:
    [(_, message, _)] = told(
        publicity_periods_last_as_long_as_demanded,
        stating(None, working_days=7, through=date(2023, 10, 11)),
    )

    assert message == "公示末日 2023-10-11 太早：公告写明要求7个工作日，末日是 2023-10-12"


def test_a_later_end_is_a_note_that_says_the_demanded_day() -> None:
    late = stating(through=date(2023, 10, 11))

    assert levels(late) == [Level.NOTE]
    assert told(publicity_periods_last_as_long_as_demanded, late) == [
        (
            f"{NOTICE} through",
            "公示末日 2023-10-11 比要求的晚：按5个工作日推算，末日是 2023-10-10",
            "核对公告；公告确实写到这一天的不必改",
        )
    ]


def test_a_document_that_proposes_is_asked_as_well() -> None:
    document = designation(
        act("propose"),
        ruleset="yangli/2020",
        publicity={"from": date(2023, 9, 28), "through": date(2023, 10, 8)},
    )
    register = builders.register(
        rulesets={"yangli/2020": ruleset(publicity=LAW)}, designations={"yangli/list": document}
    )
    [(place, message, _)] = told(publicity_periods_last_as_long_as_demanded, register)

    assert place == f"{LIST} through"
    assert message.endswith("要求5个工作日，末日是 2023-10-10")


def test_a_period_under_no_version_is_held_against_the_one_in_force_by_a_note() -> None:
    short = stating(version=None, working_days=3)
    law = "首日有效的 yangli/2020 第三条要求5个工作日，末日是 2023-10-10"
    [found] = publicity_periods_last_as_long_as_demanded(short)

    assert found.level is Level.NOTE
    assert told(publicity_periods_last_as_long_as_demanded, short) == [
        (
            f"{NOTICE} from",
            f"公示到 2023-10-08 为止，没有写办法；{law}",
            "依据这一版的，写上 ruleset: yangli/2020，并核对末日；不依据它的不必改",
        )
    ]


@pytest.mark.parametrize(
    ("law", "stated"),
    [
        (LAW, {"working_days": 5}),
        (LAW, {"through": date(2023, 10, 11)}),  # later than a version that it may not rest on
        (LAW, {"from": date(2019, 9, 26), "working_days": 3}),  # before there was a version
        (LAW | {"working_days": None}, {"working_days": 3}),
        (None, {"working_days": 3}),
    ],
)
def test_a_period_under_no_version_that_is_long_enough_passes(
    law: dict[str, Any] | None, stated: dict[str, Any]
) -> None:
    assert levels(stating(law, version=None, **stated)) == []


@pytest.mark.parametrize(
    ("last", "level"),
    [
        (date(2027, 1, 28), Level.ERROR),
        (date(2027, 1, 29), None),
        (date(2027, 2, 9), None),
        (date(2027, 2, 10), Level.NOTE),
    ],
)
def test_in_a_year_not_announced_only_what_lies_outside_the_bounds_is_told(
    last: date, level: Level | None
) -> None:
    stated: dict[str, Any] = {"from": date(2027, 1, 25), "through": last}
    register = stating(**stated)

    assert levels(register) == ([level] if level else [])
    for _, message, _ in told(publicity_periods_last_as_long_as_demanded, register):
        assert message.endswith("不早于 2027-01-29、不晚于 2027-02-09 的一天（放假安排尚未公布）")


# publicity_periods_are_stated_as_such


def windowed(kind: str = "publicity", **changes: Any) -> Register:
    window = {"what": "公示", "from": date(2023, 9, 28), "through": date(2023, 10, 10)} | changes
    return builders.register(notices={"2023/2023-09-28-a": notice(kind=kind, windows=[window])})


def test_a_publicity_period_written_as_a_window_is_told_as_a_note() -> None:
    [found] = publicity_periods_are_stated_as_such(windowed())

    assert found.level is Level.NOTE
    assert told(publicity_periods_are_stated_as_such, windowed()) == [
        (
            "content/notices/2023/2023-09-28-a.md windows 0 from",
            "公示的起止日期写在 windows 里，没有与办法核对",
            "是公示期的，改写作 publicity: {from: 2023-09-28, through: 2023-10-10}",
        )
    ]


@pytest.mark.parametrize("other", [{"kind": "consultation"}, {"from": None}])
def test_windows_of_another_kind_and_bare_deadlines_pass(other: dict[str, Any]) -> None:
    assert told(publicity_periods_are_stated_as_such, windowed(**other)) == []


def test_windows_beside_a_publicity_period_pass() -> None:
    front = notice(
        kind="publicity",
        publicity={"from": date(2023, 9, 28), "working_days": 5},
        windows=[{"what": "受理异议", "from": date(2023, 9, 28), "through": date(2023, 10, 10)}],
    )
    register = builders.register(notices={"2023/2023-09-28-a": front})

    assert told(publicity_periods_are_stated_as_such, register) == []
