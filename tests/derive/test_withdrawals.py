# SPDX-License-Identifier: Apache-2.0
"""What does the withdrawal of a document end, and what does it give back?"""

import pytest

from tests import builders
from tests.derive.chronicle import SUBJECT, complaint, law, life, on, spans, states, told, withdrawing

# Of what granted a title


def test_a_withdrawn_designation_ends_the_title_on_the_eve() -> None:
    platform = life(on("2020-06-01"), withdrawing("a", "2020-09-01"))

    [term] = platform.terms
    assert (term.end_reason, term.ended_by) == ("withdrawn", "yangli/b")
    assert states(platform.standing) == ["2020-06-01 valid", "2020-09-01 withdrawn"]


@pytest.mark.parametrize(
    ("day", "state"), [("2023-05-31", "2023-05-31 withdrawn"), ("2023-06-01", "2023-06-01 ended")]
)
def test_only_a_title_that_still_runs_is_ended_by_a_withdrawal(day: str, state: str) -> None:
    assert states(life(on("2020-06-01"), withdrawing("a", day)).standing) == ["2020-06-01 valid", state]


def test_a_renewal_withdrawn_before_it_begins_leaves_the_running_term_as_it_was() -> None:
    platform = life(on("2020-06-01"), on("2023-03-01", "renew"), withdrawing("b", "2023-04-15"))

    assert spans(platform) == ["2020-06-01/2023-05-31 eve", "2023-06-01/2023-05-31 act"]
    assert states(platform.standing) == ["2020-06-01 valid", "2023-06-01 ended"]


def test_after_a_withdrawn_renewal_the_running_term_may_be_renewed_again() -> None:
    platform = life(
        on("2020-06-01"),
        on("2023-03-01", "renew"),
        withdrawing("b", "2023-04-15"),
        on("2023-05-20", "renew"),
    )

    assert spans(platform)[-1] == "2023-06-01/2026-05-31 eve"


def test_a_running_renewal_that_is_withdrawn_ends_with_the_eve() -> None:
    platform = life(on("2020-06-01"), on("2023-03-01", "renew"), withdrawing("b", "2024-01-10"))

    assert states(platform.standing)[-1] == "2024-01-10 withdrawn"


def test_a_withdrawn_title_cannot_be_renewed_or_revoked() -> None:
    history = (on("2020-06-01"), withdrawing("a", "2020-09-01"))

    assert complaint(*history, on("2020-10-01", "renew"))[0] == "yangli-0001 的称号已撤回，不能复核"
    assert complaint(*history, on("2020-10-01", "revoke"))[0] == "yangli-0001 的称号已撤回，不能再撤销"


# Of what took a title


def test_a_withdrawn_revocation_gives_the_rest_of_the_term_back_from_its_date_on() -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "revoke"), withdrawing("b", "2021-05-01"))

    assert spans(platform) == ["2020-06-01/2021-03-14 act", "2021-05-01/2023-05-31 eve"]
    assert states(platform.standing) == [
        "2020-06-01 valid",
        "2021-03-15 revoked",
        "2021-05-01 valid",
        "2023-06-01 ended",
    ]


@pytest.mark.parametrize(("day", "given_back"), [("2023-05-31", True), ("2023-06-01", False)])
def test_nothing_is_given_back_of_a_term_that_would_be_over(day: str, given_back: bool) -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "revoke"), withdrawing("b", day))

    assert (len(platform.terms) == 2) is given_back


def test_both_the_running_term_and_its_renewal_are_given_back() -> None:
    platform = life(
        on("2020-06-01"),
        on("2023-03-01", "renew"),
        on("2023-04-15", "revoke"),
        withdrawing("c", "2023-05-01"),
    )

    assert spans(platform)[2:] == ["2023-05-01/2023-05-31 eve", "2023-06-01/2026-05-31 eve"]
    assert states(platform.standing)[1:] == [
        "2023-04-15 revoked",
        "2023-05-01 valid",
        "2023-06-01 valid",
        "2026-06-01 ended",
    ]


def test_a_title_given_anew_after_the_revocation_is_not_doubled_by_its_withdrawal() -> None:
    platform = life(
        on("2020-06-01"), on("2021-03-15", "revoke"), on("2021-09-01"), withdrawing("b", "2022-01-01")
    )

    assert spans(platform) == ["2020-06-01/2021-03-14 act", "2021-09-01/2024-08-31 eve"]


def test_a_title_revoked_in_the_middle_of_a_history_is_uncertain_once_that_is_withdrawn() -> None:
    platform = life(on("2017-07-05", "revoke", begins_mid_history=True), withdrawing("a", "2017-10-01"))

    assert spans(platform) == ["None/2017-07-04 act", "2017-10-01/None unknown"]
    assert states(platform.standing) == ["2017-07-05 revoked", "2017-10-01 uncertain"]


def test_a_title_whose_grant_is_not_recorded_is_never_said_to_have_been_valid() -> None:
    platform = life(
        on("2017-07-05", "revoke", begins_mid_history=True),
        withdrawing("a", "2017-10-01"),
        on("2018-02-01", "revoke"),
    )

    assert states(platform.standing) == ["2017-07-05 revoked", "2017-10-01 uncertain", "2018-02-01 revoked"]


def test_a_withdrawn_withdrawal_gives_the_rest_of_the_term_back() -> None:
    platform = life(on("2020-06-01"), withdrawing("a", "2020-09-01"), withdrawing("b", "2020-10-01"))

    assert states(platform.standing) == [
        "2020-06-01 valid",
        "2020-09-01 withdrawn",
        "2020-10-01 valid",
        "2023-06-01 ended",
    ]


def test_the_rest_of_a_term_is_given_back_once_however_often_a_document_is_withdrawn() -> None:
    history = (on("2020-06-01"), on("2021-03-15", "revoke"), withdrawing("b", "2021-05-01"))

    assert life(*history, withdrawing("b", "2021-06-01")).terms == life(*history).terms


def test_a_document_that_names_a_platform_in_two_acts_gives_the_term_back_once() -> None:
    renamed = builders.row(name="样例甲综合服务中心")
    both = builders.designation(
        builders.act("rename", renamed), builders.act("revoke", renamed), issued_on="2021-03-15"
    )
    platform = life(on("2020-06-01"), both, withdrawing("b", "2021-05-01"))

    assert spans(platform)[1:] == ["2021-05-01/2023-05-31 eve"]
    assert platform.name == "样例甲服务中心"


def test_a_reviewed_title_whose_renewal_is_withdrawn_is_uncertain_as_its_review_is_overdue() -> None:
    platform = life(
        on("2014-07-01"),
        on("2017-07-05", "renew"),
        withdrawing("b", "2017-10-01"),
        under=law(kind="review"),
    )

    assert states(platform.standing) == ["2014-07-01 valid", "2017-07-05 valid", "2017-10-01 uncertain"]


# Whom a withdrawal concerns


def test_a_withdrawal_without_a_list_concerns_everybody_whom_its_target_lists() -> None:
    rows = (builders.row(), builders.row("yangli-0002", "样例乙服务中心"))
    platforms, conflicts = told(on("2020-06-01", "designate", *rows), withdrawing("a", "2020-09-01"))

    assert conflicts == ()
    assert {id_: states(platform.standing)[-1] for id_, platform in platforms.items()} == {
        "yangli-0001": "2020-09-01 withdrawn",
        "yangli-0002": "2020-09-01 withdrawn",
    }


def test_a_withdrawal_with_a_list_concerns_those_on_it_only() -> None:
    rows = (builders.row(), builders.row("yangli-0002", "样例乙服务中心"))
    platforms, _ = told(on("2020-06-01", "designate", *rows), withdrawing("a", "2020-09-01", rows[1]))

    assert states(platforms[SUBJECT].standing)[-1] == "2023-06-01 ended"
    assert states(platforms["yangli-0002"].standing)[-1] == "2020-09-01 withdrawn"


def test_a_platform_that_the_target_does_not_list_cannot_be_withdrawn() -> None:
    stranger = builders.row("yangli-0002", "样例乙服务中心")

    assert complaint(on("2020-06-01"), withdrawing("a", "2020-09-01", stranger)) == (
        "yangli/a 里没有 yangli-0002，无可撤回",
        "核对 undoes 和平台编号",
    )


def test_a_withdrawal_takes_neither_name_nor_place_from_its_own_row() -> None:
    row = builders.row(name="样例甲（笔误）", location="样例市东区")
    platform = life(on("2020-06-01"), withdrawing("a", "2020-09-01", row))

    assert (platform.name, platform.location) == ("样例甲服务中心", None)
