# SPDX-License-Identifier: Apache-2.0
"""Do the days on which versions are in force follow from their texts, without overlaps or hidden gaps?"""

from typing import Any

import pytest

from generator.checks.in_force import (
    gaps_are_declared,
    in_force_follows_from_the_text,
    versions_do_not_overlap,
)
from generator.derive.register import Register
from generator.model.ruleset import Ruleset
from tests import builders
from tests.builders import ruleset
from tests.checks.findings import places_told, told

FIRST = "registry/rulesets/yangli/2020.yaml"
SECOND = "registry/rulesets/yangli/2023.yaml"
CHECK_THE_NUMBERS = "或核对印发日期、日数和年数"
NOT_RECKONED = "删去这一行，或补上推算所依据的规定"


def version(in_force: dict[str, Any] | None, **changes: Any) -> Ruleset:
    """A version of 2020-01-10 with these days in force."""
    return ruleset(in_force={"article": None} | in_force if in_force is not None else None, **changes)


def stated(first: str, last: str | None = None, **changes: Any) -> Ruleset:
    """A version that states its days."""
    return version({"starts": "stated-day", "from": first, "through": last}, **changes)


def after_days(first: str | None, last: str | None = None, **rule: Any) -> Ruleset:
    """A version in force 30 days after its issue on 2020-01-10, that is from 2020-02-09."""
    days = {"starts": "days-after-issue", "days_after_issue": 30, "from": first, "through": last}
    return version(days | rule)


def known(*versions: Ruleset, **changes: Any) -> Register:
    """A register of the versions yangli/2020, yangli/2023…"""
    names = ("yangli/2020", "yangli/2023", "yangli/2025")
    return builders.register(rulesets=dict(zip(names, versions, strict=False)), **changes)


# in_force_follows_from_the_text


@pytest.mark.parametrize(
    "sound",
    [
        after_days("2020-02-09"),
        after_days("2020-02-09", "2022-02-08", years=2),
        version({"starts": "on-issue", "from": "2020-01-10"}),
        version({"starts": "on-issue", "from": "2018"}, issued_on="2018"),
        version({"starts": "on-issue", "from": "2018", "years": 3}, issued_on="2018"),
        version(
            {"starts": "on-issue", "from": "2020-02-29", "through": "2023-02-28", "years": 3},
            issued_on="2020-02-29",
        ),
        stated("2020-02-01"),
        stated("2020-02-01", "2024-06-30"),
        version({"starts": "not-seen"}),
        version({"starts": "left-blank", "days_after_issue": 30, "years": 3}),
        version(None),
    ],
)
def test_days_that_follow_from_the_text_pass(sound: Ruleset) -> None:
    assert told(in_force_follows_from_the_text, known(sound)) == []


@pytest.mark.parametrize("first", ["2020-02-08", "2020-02-10", "2020-02"])
def test_a_first_day_that_does_not_follow_is_told_with_the_right_one(first: str) -> None:
    assert told(in_force_follows_from_the_text, known(after_days(first))) == [
        (
            f"{FIRST} in_force from",
            f"施行首日写作 {first}，按正文推算应是 2020-02-09（2020年2月9日）",
            f"改为 2020-02-09，{CHECK_THE_NUMBERS}",
        )
    ]


def test_a_first_day_that_is_left_out_though_it_follows_is_told() -> None:
    assert told(in_force_follows_from_the_text, known(after_days(None))) == [
        (
            f"{FIRST} in_force from",
            "施行首日没有写，按正文推算应是 2020-02-09（2020年2月9日）",
            f"补上 from: 2020-02-09，{CHECK_THE_NUMBERS}",
        )
    ]


def test_on_issue_the_first_day_is_as_precise_as_the_issue() -> None:
    more_precise = version({"starts": "on-issue", "from": "2018-05-01"}, issued_on="2018")

    assert told(in_force_follows_from_the_text, known(more_precise)) == [
        (
            f"{FIRST} in_force from",
            "施行首日写作 2018-05-01，按正文推算应是 2018（2018年）",
            f"改为 2018，{CHECK_THE_NUMBERS}",
        )
    ]


@pytest.mark.parametrize("last", ["2022-02-07", "2022-02-09"])
def test_a_last_day_that_does_not_follow_is_told_with_the_right_one(last: str) -> None:
    wrong = after_days("2020-02-09", last, years=2)

    assert told(in_force_follows_from_the_text, known(wrong)) == [
        (
            f"{FIRST} in_force through",
            f"施行末日写作 {last}，按正文推算应是 2022-02-08（2022年2月8日）",
            f"改为 2022-02-08，{CHECK_THE_NUMBERS}",
        )
    ]


def test_a_last_day_is_reckoned_from_a_stated_first_day_too() -> None:
    silent = version({"starts": "stated-day", "from": "2020-02-01", "years": 2})

    assert told(in_force_follows_from_the_text, known(silent)) == [
        (
            f"{FIRST} in_force through",
            "施行末日没有写，按正文推算应是 2022-01-31（2022年1月31日）",
            f"补上 through: 2022-01-31，{CHECK_THE_NUMBERS}",
        )
    ]


@pytest.mark.parametrize("starts", ["left-blank", "not-seen"])
def test_a_first_day_that_the_text_does_not_give_is_not_made_up(starts: str) -> None:
    guessed = version({"starts": starts, "from": "2020-02-01"})

    assert told(in_force_follows_from_the_text, known(guessed)) == [
        (f"{FIRST} in_force from", "施行首日写作 2020-02-01，但正文的规定推算不出", NOT_RECKONED)
    ]


def test_a_last_day_without_years_or_an_exact_first_day_is_not_made_up() -> None:
    without_years = after_days("2020-02-09", "2022-02-08")
    without_day = version(
        {"starts": "on-issue", "from": "2018", "years": 3, "through": "2021-12-31"}, issued_on="2018"
    )

    for guessed, last in ((without_years, "2022-02-08"), (without_day, "2021-12-31")):
        assert told(in_force_follows_from_the_text, known(guessed)) == [
            (f"{FIRST} in_force through", f"施行末日写作 {last}，但正文的规定推算不出", NOT_RECKONED)
        ]


# versions_do_not_overlap


def test_a_version_that_begins_on_the_day_after_the_last_of_the_other_passes() -> None:
    assert (
        told(versions_do_not_overlap, known(stated("2020-02-01", "2023-02-08"), stated("2023-02-09"))) == []
    )


def test_versions_that_share_one_day_are_told() -> None:
    sharing = known(stated("2020-02-01", "2023-02-09"), stated("2023-02-09"))

    assert told(versions_do_not_overlap, sharing) == [
        (
            f"{SECOND} in_force",
            "与 yangli/2020 的施行期间重叠",
            "若废止了前者，在 supersedes 里写 ruleset: yangli/2020；否则核对两个版本的起止日期",
        )
    ]


def test_a_version_without_an_end_overlaps_whatever_comes_later_unless_repealed() -> None:
    repealing = stated("2023-02-09", supersedes=[{"ruleset": "yangli/2020", "article": None}])

    assert places_told(versions_do_not_overlap, known(stated("2020-02-01"), stated("2023-02-09"))) == [
        f"{SECOND} in_force"
    ]
    assert told(versions_do_not_overlap, known(stated("2020-02-01"), repealing)) == []


def test_a_version_that_is_presumed_replaced_does_not_overlap() -> None:
    presumption = {"standing": "superseded", "by": "yangli/2023", "because": ["虚构"]}
    replaced = stated("2020-02-01", presumption=presumption)

    assert told(versions_do_not_overlap, known(replaced, stated("2023-02-09"))) == []


def test_every_pair_of_three_overlapping_versions_is_told() -> None:
    three = known(stated("2020-02-01"), stated("2023-02-09"), stated("2025-02-09"))

    assert len(told(versions_do_not_overlap, three)) == 3


def test_versions_of_different_jurisdictions_may_be_in_force_together() -> None:
    both = builders.register(
        rulesets={"yangli/2020": stated("2020-02-01"), "national/2020": stated("2020-02-01")}
    )

    assert told(versions_do_not_overlap, both) == []


def test_a_draft_overlaps_nothing() -> None:
    draft = ruleset(stage="consultation", issued_on=None, in_force=None, published_on="2021-01-01")

    assert told(versions_do_not_overlap, known(stated("2020-02-01"), draft)) == []


# gaps_are_declared

GAP = {"gap_after": "没有接续的版本。"}


@pytest.mark.parametrize("begin", ["2023-02-09", "2023-02-08", "2021-01-01"])
def test_a_version_that_is_followed_at_once_needs_no_word(begin: str) -> None:
    assert told(gaps_are_declared, known(stated("2020-02-01", "2023-02-08"), stated(begin))) == []


@pytest.mark.parametrize("others", [(), (stated("2023-02-10"),), (stated("2019-01-01"),)])
def test_a_version_that_nothing_follows_on_the_next_day_says_so(others: tuple[Ruleset, ...]) -> None:
    silent, declared = stated("2020-02-01", "2023-02-08"), stated("2020-02-01", "2023-02-08", **GAP)

    assert told(gaps_are_declared, known(silent, *others)) == [
        (
            f"{FIRST} in_force",
            "2023-02-08 期满后没有版本接续，也没有说明",
            "补上 gap_after，写明期满后的情况",
        )
    ]
    assert told(gaps_are_declared, known(declared, *others)) == []


def test_a_gap_that_is_none_is_not_declared() -> None:
    declared = stated("2020-02-01", "2023-02-08", **GAP)

    assert told(gaps_are_declared, known(declared, stated("2023-02-09"))) == [
        (f"{FIRST} gap_after", "期满后有版本接续，却写了 gap_after", "删去 gap_after")
    ]


def test_a_version_without_an_end_leaves_no_gap() -> None:
    assert told(gaps_are_declared, known(stated("2020-02-01"))) == []


def test_a_draft_leaves_no_gap() -> None:
    draft = stated("2020-02-01", "2023-02-08", stage="consultation", issued_on=None)

    assert told(gaps_are_declared, known(draft)) == []


def test_a_draft_or_a_version_of_another_jurisdiction_does_not_follow() -> None:
    ending = stated("2020-02-01", "2023-02-08")
    draft = stated("2023-02-09", stage="consultation", issued_on=None)
    elsewhere = builders.register(rulesets={"yangli/2020": ending, "national/2023": stated("2023-02-09")})

    assert places_told(gaps_are_declared, known(ending, draft)) == [f"{FIRST} in_force"]
    assert places_told(gaps_are_declared, elsewhere) == [f"{FIRST} in_force"]


@pytest.mark.parametrize(
    ("unread", "found"),
    [("registry/rulesets/yangli/2023.yaml", 0), ("registry/rulesets/national/2023.yaml", 1)],
)
def test_a_follower_that_could_not_be_read_is_not_missed(unread: str, found: int) -> None:
    ending = known(stated("2020-02-01", "2023-02-08"), unreadable=frozenset({unread}))

    assert len(told(gaps_are_declared, ending)) == found
