# SPDX-License-Identifier: Apache-2.0
"""When is a part of the site taken over as it is, and when is it made again?"""

from datetime import date

import pytest

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.model.outcome import Outcome, Stored

MADE, UNTIL = date(2024, 1, 2), date(2024, 5, 6)


@pytest.mark.parametrize(
    ("day", "until", "holds"),
    [
        (date(2024, 1, 1), None, False),  # it may have changed before the day on which it was made
        (date(2024, 1, 1), UNTIL, False),
        (MADE, None, True),
        (MADE, UNTIL, True),
        (date(2099, 12, 31), None, True),
        (date(2024, 5, 5), UNTIL, True),
        (UNTIL, UNTIL, False),
        (date(2024, 5, 7), UNTIL, False),
        (MADE, MADE, False),
    ],
)
def test_a_part_holds_from_the_day_it_was_made_until_something_in_it_changes(
    day: date, until: date | None, *, holds: bool
) -> None:
    assert Outcome(key="a", made_on=MADE, until=until).holds("a", day) is holds


@pytest.mark.parametrize("day", [date(2024, 1, 1), MADE, UNTIL])
def test_a_part_that_is_made_from_something_else_never_holds(day: date) -> None:
    assert not Outcome(key="a", made_on=MADE).holds("b", day)
    assert not Outcome(key="a", made_on=MADE).holds("", day)


def test_what_is_kept_beside_the_release_comes_back_as_it_was() -> None:
    finding = Finding(Location("a.yaml", ("acts", 0)), "错", "改", "check", Level.NOTE).placed(3, 4)
    outcome = Outcome(
        key="a",
        made_on=MADE,
        until=UNTIL,
        findings=(finding,),
        addresses={"notices/2020/x/": "a.yaml"},
        links={"a/index.html#一": "b/index.html"},
        files={"a/index.html": Stored(size=3, sha256="0" * 64)},
    )
    back = Outcome.model_validate_json(outcome.model_dump_json())

    assert back == outcome
    assert str(back.findings[0]) == str(finding)
