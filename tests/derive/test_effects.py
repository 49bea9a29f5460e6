# SPDX-License-Identifier: Apache-2.0
"""What does each kind of act do to a title, when is it impossible, and what is the editor told?"""

import pytest

from tests import builders
from tests.derive.chronicle import SUBJECT, complaint, law, life, on, span, spans, states, told

MID_HISTORY = "先收录认定它的文件；此前的文件确实没有收录的，在本文件写 begins_mid_history: true"

# Proposals


def test_a_proposal_gives_no_term() -> None:
    platform = life(on("2021", "propose"))

    assert platform.terms == ()
    assert states(platform.standing) == ["2021-12-31 proposed"]


def test_a_designation_ends_the_state_of_being_only_proposed() -> None:
    platform = life(on("2020-03-01", "propose"), on("2020-06-01"))

    assert states(platform.standing) == ["2020-03-01 proposed", "2020-06-01 valid", "2023-06-01 ended"]


def test_a_proposal_during_a_term_changes_nothing_of_it() -> None:
    assert states(life(on("2020-06-01"), on("2021-03-01", "propose")).standing) == [
        "2020-06-01 valid",
        "2023-06-01 ended",
    ]


# Designations


@pytest.mark.parametrize("day", ["2023-06-01", "2023-06-02", "2025-01-01"])
def test_a_platform_may_be_designated_again_once_its_term_is_over(day: str) -> None:
    assert len(life(on("2020-06-01"), on(day)).terms) == 2


@pytest.mark.parametrize("day", ["2020-06-01", "2021-01-01", "2023-05-31"])
def test_a_platform_cannot_be_designated_again_while_its_term_runs(day: str) -> None:
    assert complaint(on("2020-06-01"), on(day)) == (
        "yangli-0001 的称号到 2023-05-31 才期满，这里又认定一次",
        "期满前继续认定的，kind 写 renew；不是同一平台，换一个没有用过的编号",
    )


def test_a_designation_within_a_term_whose_end_is_a_range_is_told_with_the_range() -> None:
    message, _ = complaint(on("2020-06"), on("2021-01-01"))

    assert message == "yangli-0001 的称号到 2023-05-31 至 2023-06-29 之间才期满，这里又认定一次"


@pytest.mark.parametrize("day", ["2023-06-01", "2023-06-29"])
def test_a_designation_that_may_lie_after_the_end_of_a_term_is_not_blamed(day: str) -> None:
    assert len(life(on("2020-06"), on(day)).terms) == 2


def test_the_next_calendar_years_may_be_designated_before_the_present_ones_are_over() -> None:
    platform = life(on("2017-12"), on("2020-12-14"), under=law(term_end="calendar-years"))

    assert spans(platform) == ["2018-01-01/2020-12-31 policy", "2021-01-01/2023-12-31 policy"]


def test_the_same_calendar_years_cannot_be_designated_twice() -> None:
    message, _ = complaint(on("2017-05"), on("2017-12-14"), under=law(term_end="calendar-years"))

    assert message == "yangli-0001 的称号到 2020-12-31 才期满，这里又认定一次"


def test_a_designation_after_a_revocation_opens_a_new_term() -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "revoke"), on("2022-01-01"))

    assert spans(platform) == ["2020-06-01/2021-03-14 act", "2022-01-01/2024-12-31 eve"]
    assert states(platform.standing) == [
        "2020-06-01 valid",
        "2021-03-15 revoked",
        "2022-01-01 valid",
        "2025-01-01 ended",
    ]


# Renewals


@pytest.mark.parametrize("day", ["2023-05-20", "2023-05-31", "2023-06-01"])
def test_a_renewal_before_the_end_or_on_the_day_after_it_continues_the_term(day: str) -> None:
    platform = life(on("2020-06-01"), on(day, "renew"))

    assert spans(platform) == ["2020-06-01/2023-05-31 eve", "2023-06-01/2026-05-31 eve"]
    assert states(platform.standing) == ["2020-06-01 valid", "2023-06-01 valid", "2026-06-01 ended"]


def test_a_renewal_after_the_end_leaves_a_gap_that_is_shown_as_a_gap() -> None:
    platform = life(on("2020-06-01"), on("2023-06-02", "renew"))

    assert spans(platform)[1] == "2023-06-02/2026-06-01 eve"
    assert states(platform.standing) == [
        "2020-06-01 valid",
        "2023-06-01 ended",
        "2023-06-02 valid",
        "2026-06-02 ended",
    ]


def test_a_renewal_by_calendar_years_continues_without_a_gap() -> None:
    platform = life(on("2017-12"), on("2020-12-14", "renew"), under=law(term_end="calendar-years"))

    assert spans(platform)[1] == "2021-01-01/2023-12-31 policy"


def test_a_late_renewal_by_calendar_years_begins_with_the_year_after_it() -> None:
    platform = life(on("2017-12"), on("2021-03-01", "renew"), under=law(term_end="calendar-years"))

    assert spans(platform)[1] == "2022-01-01/2024-12-31 policy"


def test_a_renewal_that_states_an_earlier_first_day_replaces_the_rest_of_the_term() -> None:
    stated = {"from": "2023-01-01", "through": "2025-12-31"}
    platform = life(on("2020-06-01"), on("2023-03-01", "renew", **stated))

    assert spans(platform) == ["2020-06-01/2022-12-31 renewed", "2023-01-01/2025-12-31 stated"]


def test_a_review_that_was_passed_ends_the_old_term_and_names_the_renewal() -> None:
    platform = life(on("2014-07-01"), on("2017-07-05", "renew"), under=law(kind="review"))

    assert spans(platform) == ["2014-07-01/2017-07-04 renewed", "2017-07-05/None review"]
    assert [term.review_due for term in platform.terms] == [None, platform.terms[1].review_due]
    assert states(platform.standing) == [
        "2014-07-01 valid",
        "2017-07-05 valid",
        "2020-07-05 uncertain",
    ]


def test_a_renewal_without_an_earlier_designation_is_impossible() -> None:
    assert complaint(on("2017-07-05", "renew")) == ("yangli-0001 从未获得认定，不能复核", MID_HISTORY)


def test_a_renewal_may_begin_a_history_that_is_said_to_begin_in_its_middle() -> None:
    assert spans(life(on("2017-07-05", "renew", begins_mid_history=True))) == ["2017-07-05/2020-07-04 eve"]


def test_a_revoked_title_cannot_be_renewed() -> None:
    assert complaint(on("2020-06-01"), on("2021-03-15", "revoke"), on("2021-05-01", "renew")) == (
        "yangli-0001 的称号已撤销，不能复核",
        "重新认定的，kind 写 designate",
    )


# Revocations


@pytest.mark.parametrize("day", ["2020-06-02", "2023-05-31"])
def test_a_revocation_ends_the_running_term_on_its_eve(day: str) -> None:
    platform = life(on("2020-06-01"), on(day, "revoke"))

    assert platform.terms[0].end_reason == "revoked"
    assert platform.terms[0].ended_by == "yangli/b"
    assert states(platform.standing) == ["2020-06-01 valid", f"{day} revoked"]


def test_a_title_that_is_over_cannot_be_revoked() -> None:
    assert complaint(on("2020-06-01"), on("2023-06-01", "revoke")) == (
        "yangli-0001 的称号到 2023-05-31 已经期满，不能撤销",
        "核对编号和日期",
    )


def test_a_revocation_after_a_range_of_days_for_the_end_does_not_lengthen_the_term() -> None:
    platforms, [conflict] = told(on("2020-06"), on("2025-01-01", "revoke"))

    assert conflict.message == "yangli-0001 的称号到 2023-05-31 至 2023-06-29 之间已经期满，不能撤销"
    assert spans(platforms[SUBJECT]) == ["2020-06/2023-05-31..2023-06-29 eve"]


def test_a_title_cannot_be_revoked_twice() -> None:
    assert complaint(on("2020-06-01"), on("2021-03-15", "revoke"), on("2021-04-01", "revoke")) == (
        "yangli-0001 的称号已撤销，不能再撤销",
        "核对编号和日期",
    )


def test_a_title_that_was_never_given_cannot_be_revoked() -> None:
    assert complaint(on("2017-07-05", "revoke")) == ("yangli-0001 从未获得认定，不能撤销", MID_HISTORY)


def test_a_revocation_in_the_middle_of_a_history_leaves_the_beginning_open() -> None:
    platform = life(on("2017-07-05", "revoke", begins_mid_history=True))

    assert spans(platform) == ["None/2017-07-04 act"]
    assert states(platform.standing) == ["2017-07-05 revoked"]


def test_a_revocation_of_the_month_leaves_that_month_uncertain() -> None:
    assert states(life(on("2020-06-01"), on("2021-03", "revoke")).standing) == [
        "2020-06-01 valid",
        "2021-03-01 uncertain",
        "2021-03-31 revoked",
    ]


def test_a_revocation_ends_both_the_running_term_and_the_renewal_that_is_yet_to_begin() -> None:
    platform = life(on("2020-06-01"), on("2023-03-01", "renew"), on("2023-04-15", "revoke"))

    assert spans(platform) == ["2020-06-01/2023-04-14 act", "2023-06-01/2023-05-31 act"]
    assert states(platform.standing) == ["2020-06-01 valid", "2023-04-15 revoked"]


def test_a_revocation_of_a_title_that_is_yet_to_begin_keeps_it_from_beginning() -> None:
    platform = life(on("2020-12-10"), on("2020-12-20", "revoke"), under=law(term_end="calendar-years"))

    assert states(platform.standing) == ["2021-01-01 revoked"]


def test_a_title_with_an_unknown_end_can_be_revoked_and_was_valid_until_then() -> None:
    platform = life(on("2015-01-19", ruleset=None), on("2016-02-01", "revoke", ruleset=None))

    assert states(platform.standing) == ["2015-01-19 valid", "2016-02-01 revoked"]


# What every effect has in common


@pytest.mark.parametrize("kind", ["designate", "renew"])
def test_a_term_names_its_document_its_law_and_its_tier(kind: str) -> None:
    platform = life(on("2020-06-01", kind, tier="ordinary", begins_mid_history=True))

    [term] = platform.terms
    assert (term.granted_by, term.ruleset, term.tier) == ("yangli/a", "yangli/2020", "ordinary")


def test_an_impossible_act_is_told_at_its_row() -> None:
    other = builders.row("yangli-0002", "样例乙服务中心")
    document = builders.designation(
        builders.act("designate", other),
        builders.act("revoke", other, builders.row()),
        issued_on="2020-06-01",
    )
    _, conflicts = told(document)

    assert [(conflict.document, conflict.keys) for conflict in conflicts] == [
        ("yangli/a", ("acts", 1, "platforms", 1))
    ]


def test_folding_goes_on_after_an_impossible_act() -> None:
    platforms, conflicts = told(on("2020-06-01", "revoke"), on("2021-01-01"))

    assert len(conflicts) == 1
    assert [span(term) for term in platforms[SUBJECT].terms] == [
        "None/2020-05-31 act",
        "2021-01-01/2023-12-31 eve",
    ]
