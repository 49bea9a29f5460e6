# SPDX-License-Identifier: Apache-2.0
"""Is a notice refused that undoes, announces or hides what its kind cannot?"""

from datetime import date
from typing import Any

import pytest

from generator.model.designation import Designation
from generator.model.notice import Notice
from tests.builders import act, designation, notice
from tests.model.refusals import faults, is_taken, misfit

OTHER, LIST = "2023/2023-10-01-b", "yangli/2020-06-01-list"


def fields(**changes: Any) -> dict[str, Any]:
    return notice().front.model_dump(by_alias=True) | changes


@pytest.mark.parametrize("field", ["corrects", "withdraws"])
@pytest.mark.parametrize("target", [OTHER, LIST])
def test_only_a_correction_undoes_another_notice_or_document(field: str, target: str) -> None:
    assert is_taken(Notice, fields(kind="correction", **{field: target}))
    assert misfit(Notice, fields(kind="call", **{field: target})).message == (
        "申报通知不更正、也不撤回别的文件"
    )


def test_a_correction_either_corrects_or_takes_back() -> None:
    both = fields(kind="correction", corrects=OTHER, withdraws=OTHER)

    assert misfit(Notice, both).message == "更正和撤回只能写一个"


def test_only_a_publicity_list_goes_after_a_day() -> None:
    assert is_taken(Notice, fields(kind="publicity", display_until=date(2024, 2, 10)))
    assert misfit(Notice, fields(kind="designation", display_until=date(2024, 2, 10))).message == (
        "认定公告要长期保留，不设展示期限"
    )


def test_a_document_that_decides_anything_stays_for_ever() -> None:
    shown = {"display_until": date(2024, 2, 10)}
    proposal = designation(act("propose")).model_dump(by_alias=True) | shown
    mixed = designation(act("propose"), act("designate")).model_dump(by_alias=True) | shown

    assert is_taken(Designation, proposal)
    assert misfit(Designation, mixed).message == (
        "只有拟认定公示的名单可以到期不再展示，这份文件还有别的决定"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [("announces", OTHER), ("followed_by", [OTHER]), ("follows", ["call"]), ("corrects", "2023/a.md")],
)
def test_names_of_others_are_written_as_they_stand_below_their_folders(field: str, value: object) -> None:
    assert set(faults(Notice, fields(kind="correction", **{field: value})).values()) == {
        "string_pattern_mismatch"
    }
