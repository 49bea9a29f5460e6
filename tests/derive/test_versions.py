# SPDX-License-Identifier: Apache-2.0
"""Since when and until when may a version be said to be in force, and from which doubt on not any more?"""

from datetime import date
from typing import Any

import pytest

from generator.derive.register import register
from generator.derive.versions import begins
from generator.model.notice import NoticeKind
from generator.model.ruleset import Ruleset, StartRule
from generator.model.site import WrittenNotice
from tests import builders
from tests.builders import ruleset
from tests.derive.chronicle import states

A, B = "yangli/2020", "yangli/2023"
OWN_SPAN = {
    "starts": "days-after-issue",
    "days_after_issue": 30,
    "years": 3,
    "from": "2020-02-09",
    "through": "2023-02-08",
    "article": None,
}


def version(in_force: dict[str, Any] | None = None, **changes: Any) -> Ruleset:
    """An issued version of 2020-01-10 whose beginning is stated as told."""
    rule = {"article": None} | in_force if in_force is not None else None
    return ruleset(in_force=rule, **changes)


def draft(**changes: Any) -> Ruleset:
    """A draft that was published on 2021-04-22."""
    fields = {"stage": "consultation", "issued_on": None, "in_force": None, "published_on": "2021-04-22"}
    return ruleset(**fields | changes)


def said(*versions: Ruleset, notices: dict[str, WrittenNotice] | None = None) -> list[list[str]]:
    """What may be said of each of the versions yangli/2020, yangli/2023…"""
    known = dict(zip((A, B, "yangli/2025"), versions, strict=False))
    site = builders.site(rulesets=known, notices=notices)
    return [states(found) for found in register(site).standings.values()]


# Each way of beginning


def test_on_issue_it_begins_with_the_day_of_issue() -> None:
    assert said(version({"starts": "on-issue", "from": "2020-01-10"})) == [["2020-01-10 presumed-in-force"]]


def test_days_after_issue_it_is_not_yet_in_force_until_then() -> None:
    assert said(version(OWN_SPAN)) == [["2020-01-10 not-yet", "2020-02-09 in-force", "2023-02-09 lapsed"]]


def test_a_stated_day_without_an_end_is_only_presumed_to_last() -> None:
    assert said(version({"starts": "stated-day", "from": "2020-02-01"})) == [
        ["2020-01-10 not-yet", "2020-02-01 presumed-in-force"]
    ]


@pytest.mark.parametrize("starts", ["left-blank", "not-seen"])
def test_without_a_day_it_is_presumed_to_begin_with_its_issue(starts: str) -> None:
    assert said(version({"starts": starts})) == [["2020-01-10 presumed-in-force"]]


def test_every_way_of_beginning_has_a_test_here() -> None:
    assert {rule.value for rule in StartRule} == {
        "on-issue",
        "days-after-issue",
        "stated-day",
        "left-blank",
        "not-seen",
    }


def test_without_any_date_nothing_is_said() -> None:
    assert said(version({"starts": "not-seen"}, issued_on=None)) == [[]]


def test_without_a_word_on_its_force_it_is_presumed_from_its_issue_on() -> None:
    assert said(version(None)) == [["2020-01-10 presumed-in-force"]]


# Days in doubt


def test_an_issue_dated_by_the_year_leaves_that_year_uncertain() -> None:
    assert said(version({"starts": "on-issue", "from": "2018"}, issued_on="2018")) == [
        ["2018-01-01 uncertain", "2018-12-31 presumed-in-force"]
    ]


def test_evidence_that_it_was_at_work_ends_the_uncertainty() -> None:
    rule = {
        "starts": "on-issue",
        "from": "2021",
        "at_work_by": "2021-05-20",
        "at_work_evidence": "虚构",
    }

    assert said(version(rule, issued_on="2021")) == [["2021-01-01 uncertain", "2021-05-20 presumed-in-force"]]


def test_a_doubt_of_a_day_leaves_the_first_and_the_day_after_the_last_uncertain() -> None:
    doubtful = OWN_SPAN | {"doubt": {"days": 1, "why": "虚构"}}

    assert said(version(doubtful)) == [
        [
            "2020-01-10 not-yet",
            "2020-02-09 uncertain",
            "2020-02-10 in-force",
            "2023-02-09 uncertain",
            "2023-02-10 lapsed",
        ]
    ]


def test_a_last_day_known_by_the_month_leaves_that_month_uncertain() -> None:
    rule = {"starts": "stated-day", "from": "2020-02-01", "through": "2023-02"}

    assert said(version(rule))[0][2:] == ["2023-02-02 uncertain", "2023-03-01 lapsed"]


def test_the_span_of_days_on_which_it_may_have_begun() -> None:
    assert begins(version(OWN_SPAN)) == (date(2020, 2, 9), date(2020, 2, 9))
    assert begins(version({"starts": "on-issue", "from": "2018"}, issued_on="2018")) == (
        date(2018, 1, 1),
        date(2018, 12, 31),
    )
    assert begins(draft()) is None


# Repeals


def test_a_repeal_on_a_known_day_ends_the_older_version_on_that_day() -> None:
    newer = version(
        {"starts": "stated-day", "from": "2022-05-26"}, supersedes=[{"ruleset": A, "article": None}]
    )

    assert said(version(None), newer)[0] == ["2020-01-10 presumed-in-force", "2022-05-26 superseded"]


def test_a_repeal_dated_by_the_year_leaves_that_year_uncertain() -> None:
    newer = version(
        {"starts": "on-issue", "from": "2022"},
        issued_on="2022",
        supersedes=[{"ruleset": A, "article": None}],
    )

    assert said(version(None), newer)[0] == [
        "2020-01-10 presumed-in-force",
        "2022-01-01 uncertain",
        "2022-12-31 superseded",
    ]


def test_the_earlier_of_its_own_end_and_its_repeal_counts() -> None:
    sooner, later = (
        version({"starts": "stated-day", "from": day}, supersedes=[{"ruleset": A, "article": None}])
        for day in ("2022-05-26", "2024-01-01")
    )

    assert said(version(OWN_SPAN), sooner)[0][-1] == "2022-05-26 superseded"
    assert said(version(OWN_SPAN), later)[0][-1] == "2023-02-09 lapsed"


def test_a_draft_repeals_nothing() -> None:
    proposal = draft(supersedes=[{"ruleset": A, "article": None}])

    assert said(version(None), proposal)[0] == ["2020-01-10 presumed-in-force"]


def test_a_repeal_of_another_measure_leaves_this_one_alone() -> None:
    newer = version(None, supersedes=[{"title": "别的办法（虚构）", "article": None}])

    assert said(version(None), newer)[0] == ["2020-01-10 presumed-in-force"]


# Presumptions


def test_a_presumed_successor_is_named_as_a_presumption() -> None:
    presumption = {"standing": "superseded", "by": B, "because": ["虚构"]}
    older, newer = version(None, presumption=presumption), version(None, issued_on="2023-02-01")

    assert said(older, newer)[0] == ["2020-01-10 presumed-in-force", "2023-02-01 presumed-superseded"]


def test_a_presumed_successor_without_a_date_changes_nothing() -> None:
    presumption = {"standing": "superseded", "by": B, "because": ["虚构"]}
    newer = version({"starts": "not-seen"}, issued_on=None)

    assert said(version(None, presumption=presumption), newer)[0] == ["2020-01-10 presumed-in-force"]


@pytest.mark.parametrize("presumed", ["in-force", "lapsed"])
def test_other_presumptions_carry_reasons_and_never_a_date(presumed: str) -> None:
    presumption = {"standing": presumed, "because": ["虚构"]}

    assert said(version(OWN_SPAN, presumption=presumption)) == said(version(OWN_SPAN))


# Drafts


def consultation(ruleset_id: str = A, kind: NoticeKind = NoticeKind.CONSULTATION) -> WrittenNotice:
    """A notice with a window of a month for comments on a draft."""
    window = {"what": "反馈意见", "from": date(2021, 4, 22), "through": date(2021, 5, 22)}
    return builders.notice(kind=kind.value, ruleset=ruleset_id, windows=[window])


def test_a_draft_is_open_for_comments_through_the_last_day_of_the_window() -> None:
    assert said(draft(), notices={"2021/x": consultation()}) == [
        ["2021-04-22 consultation", "2021-05-23 not-known-adopted"]
    ]


def test_of_two_windows_the_later_closes_the_consultation() -> None:
    longer = builders.notice(
        kind="consultation", ruleset=A, windows=[{"what": "反馈意见", "through": date(2021, 6, 30)}]
    )

    assert said(draft(), notices={"2021/x": consultation(), "2021/y": longer})[0][-1] == (
        "2021-07-01 not-known-adopted"
    )


@pytest.mark.parametrize(
    "notices",
    [{}, {"2021/x": consultation(B)}, {"2021/x": consultation(kind=NoticeKind.CALL)}],
    ids=["no notice", "a notice of another draft", "a call for applications"],
)
def test_a_draft_without_a_window_of_its_own_is_only_not_known_to_be_adopted(
    notices: dict[str, WrittenNotice],
) -> None:
    assert said(draft(), notices=notices) == [["2021-04-22 not-known-adopted"]]


def test_a_draft_without_a_date_has_no_standing() -> None:
    assert said(draft(published_on=None)) == [[]]
