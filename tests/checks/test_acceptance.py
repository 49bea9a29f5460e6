# SPDX-License-Identifier: Apache-2.0
"""May findings be accepted for a time with a reason, and only those that may?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks.acceptance import ACCEPTABLE, OF_A_CHANGE, acceptances_hold
from generator.checks.handbook import meanings, settled
from generator.load.codes import CODES
from generator.model.accepted import Accepted
from generator.model.site import Site
from tests.builders import site

FILE = "registry/rulesets/yangli/2020.yaml"
CODE = "dates-are-in-order"


def accepted(**changes: Any) -> Accepted:
    fields = {
        "check": CODE,
        "file": FILE,
        "reason": "原文如此",
        "by": "样例局",
        "accepted_on": date(2024, 1, 1),
        "expires_on": date(2024, 1, 2),
    }
    return Accepted.model_validate(fields | changes)


def held(*exceptions: Accepted) -> Site:
    return replace(site(), accepted=exceptions)


def wrong(message: str = "日期颠倒", check: str = CODE, file: str = FILE) -> Finding:
    return Finding(Location(file), message, "核对", check)


def test_an_accepted_finding_is_told_with_office_day_and_reason_and_does_not_fail() -> None:
    [found] = settled(held(accepted()), [wrong()])

    assert found.level is Level.ACCEPTED
    assert found.message == "日期颠倒（样例局接受到 2024-01-02：原文如此）"


def test_after_its_last_day_it_is_an_error_again_that_says_so() -> None:
    [found] = settled(held(accepted(expires_on=date(2024, 1, 1))), [wrong()])

    assert found.level is Level.ERROR
    assert found.message == "日期颠倒（样例局接受到 2024-01-01，已经到期）"
    assert "expires_on" in found.repair


def test_of_two_exceptions_the_longer_counts() -> None:
    exceptions = held(accepted(expires_on=date(2024, 1, 1)), accepted())

    assert [found.level for found in settled(exceptions, [wrong()])] == [Level.ACCEPTED]


@pytest.mark.parametrize(
    "other", [wrong(check="gaps-are-declared"), wrong(file="registry/rulesets/yangli/2017.yaml")]
)
def test_an_exception_holds_for_one_check_in_one_file(other: Finding) -> None:
    found = settled(held(accepted()), [wrong(), other])

    assert [one.level for one in found] == [Level.ACCEPTED, Level.ERROR]


def test_an_exception_with_a_part_holds_only_where_these_words_are_said() -> None:
    found = settled(held(accepted(part="日期甲")), [wrong("日期甲颠倒"), wrong("日期乙颠倒")])

    assert [one.level for one in found] == [Level.ACCEPTED, Level.ERROR]


def test_an_exception_that_matches_nothing_is_to_be_deleted() -> None:
    [found] = settled(held(accepted()), [])

    assert (found.level, found.check, found.location.keys) == (Level.NOTE, "acceptances-hold", (0,))
    assert found.repair == "删去这一条"


def test_while_its_file_cannot_be_read_nothing_is_said_of_an_exception() -> None:
    unread = wrong("没有“x”这个字段", check="fields")

    assert settled(held(accepted()), [unread]) == [unread]


def test_an_exception_for_a_change_is_only_idle_where_a_change_was_looked_at() -> None:
    exception = held(accepted(check="issued-versions-stay"))

    assert settled(exception, []) == []
    assert [found.level for found in settled(exception, [], of_change=True)] == [Level.NOTE]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"check": "date-are-in-order"}, "没有“date-are-in-order”这个检查"),
        ({"check": "personal-data"}, "personal-data 不能作为例外接受"),
        ({"check": "published-addresses-answer"}, "published-addresses-answer 不能作为例外接受"),
        ({"accepted_on": date(2024, 1, 3), "expires_on": date(2024, 2, 1)}, "接受的日期 2024-01-03 在将来"),
    ],
)
def test_an_unsound_exception_is_an_error_and_excuses_nothing(changes: dict[str, Any], message: str) -> None:
    exception = accepted(**changes)
    found = settled(held(exception), [wrong(check=exception.check)])

    assert [one.message for one in found] == ["日期颠倒", message]
    assert {one.level for one in found} == {Level.ERROR}
    assert [one.message for one in acceptances_hold(held(exception), meanings())] == [message]


def test_an_exception_ends_after_it_begins() -> None:
    with pytest.raises(ValidationError, match="到期日 2023-12-31 早于接受的日期 2024-01-01"):
        accepted(expires_on=date(2023, 12, 31))


def test_what_may_be_accepted_is_known_and_never_what_keeps_a_file_from_being_read() -> None:
    assert meanings().keys() >= ACCEPTABLE
    assert ACCEPTABLE.isdisjoint(CODES)
    assert OF_A_CHANGE <= ACCEPTABLE
