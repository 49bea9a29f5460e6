# SPDX-License-Identifier: Apache-2.0
"""What may be stated of a publicity period, and of how a version counts its days?"""

from datetime import date
from typing import Any

import pytest

from generator.model.designation import Designation
from generator.model.notice import Notice, Span, Window
from generator.model.period import PublicityPeriod
from generator.model.procedure import Publicity
from tests.builders import act, designation, notice
from tests.model.refusals import faults, is_taken, misfit

PERIOD: dict[str, Any] = {"from": date(2023, 9, 28)}
LAW: dict[str, Any] = {"working_days": None, "channels": ["网站"], "article": "第三条"}
BOTH = "工作日数和自然日数只能写一个"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"working_days": 5},
        {"calendar_days": 7},
        {"first_day": "not-counted", "last_day": "next-working-day"},
        {"through": date(2023, 9, 28)},
    ],
)
def test_a_period_has_a_first_day_and_what_the_notice_states(changes: dict[str, Any]) -> None:
    assert is_taken(PublicityPeriod, PERIOD | changes)


def test_a_period_without_a_first_day_is_refused() -> None:
    assert faults(PublicityPeriod, {"working_days": 5}) == {"from": "missing"}


@pytest.mark.parametrize("field", ["working_days", "calendar_days"])
def test_a_period_of_no_days_is_refused(field: str) -> None:
    assert faults(PublicityPeriod, PERIOD | {field: 0}) == {field: "greater_than_equal"}


def test_a_period_does_not_end_before_it_begins() -> None:
    assert misfit(PublicityPeriod, PERIOD | {"through": date(2023, 9, 27)}).message == (
        "公示末日 2023-09-27 早于首日 2023-09-28"
    )


def test_days_are_stated_in_one_unit() -> None:
    assert misfit(PublicityPeriod, PERIOD | {"working_days": 5, "calendar_days": 7}).message == BOTH
    assert misfit(Publicity, LAW | {"working_days": 5, "calendar_days": 7}).message == BOTH


def test_a_version_may_count_calendar_days_and_say_how() -> None:
    assert is_taken(Publicity, LAW | {"calendar_days": 7, "first_day": "counted", "last_day": "when-full"})


def test_only_publicity_has_a_publicity_period() -> None:
    fields = notice(kind="publicity", publicity=PERIOD).front.model_dump(by_alias=True)

    assert is_taken(Notice, fields)
    assert misfit(Notice, fields | {"kind": "call"}).message == "申报通知没有公示期"


def test_only_a_document_that_proposes_has_one() -> None:
    fields = designation(act("propose"), publicity=PERIOD).model_dump(by_alias=True)

    assert is_taken(Designation, fields)
    assert misfit(Designation, fields | {"acts": [act("designate")]}).message == (
        "这份文件没有拟认定公示，不该有公示期"
    )


def test_a_span_is_its_window_until_its_end_is_unsettled() -> None:
    window = Window.model_validate({"what": "报送", "through": date(2024, 3, 1)})
    span = Span.of(window)

    assert (span.through, span.at_latest, span.last) == (date(2024, 3, 1), None, date(2024, 3, 1))
    assert span.model_copy(update={"at_latest": date(2024, 3, 9)}).last == date(2024, 3, 9)
