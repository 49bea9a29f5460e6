# SPDX-License-Identifier: Apache-2.0
"""Do the days that a document states for its titles agree with the law that it cites?"""

from typing import Any

import pytest

from generator.checks.designations import typed_terms_agree_with_the_law
from generator.derive.register import Register
from tests import builders
from tests.builders import act, designation, ruleset
from tests.checks.findings import places_told, told

LIST = "registry/designations/yangli/list.yaml"
BASIS = {"term_basis": "通知正文（虚构）"}
EVE: dict[str, Any] = {"years": 3, "article": None}
ANNIVERSARY = EVE | {"term_end": "anniversary", "term_end_basis": "虚构"}
CALENDAR = EVE | {"term_end": "calendar-years", "term_end_basis": "虚构"}
REVIEW = EVE | {"kind": "review"}


def stating(validity: dict[str, Any] | None = None, kind: str = "designate", **stated: Any) -> Register:
    """A document of 2020-06-01 under a law with this validity that states days of its own."""
    document = designation(act(kind, **stated), ruleset="yangli/2020")
    return builders.register(
        rulesets={"yangli/2020": ruleset(validity=validity)}, designations={"yangli/list": document}
    )


# Where the days are said to stand


def test_a_document_that_states_no_days_passes() -> None:
    assert told(typed_terms_agree_with_the_law, stating(EVE)) == []


@pytest.mark.parametrize("field", ["from", "through"])
def test_days_without_a_word_on_where_they_stand_are_told(field: str) -> None:
    assert told(typed_terms_agree_with_the_law, stating(None, **{field: "2021-01-01"})) == [
        (
            f"{LIST} acts 0 {field}",
            "写了有效期的日期，却没有写见于何处",
            "补上 term_basis，例如 term_basis: 通知正文第二段；文件没有写的，删去 from 和 through",
        )
    ]


def test_two_days_without_that_word_are_told_once_at_the_last() -> None:
    known = stating(None, **{"from": "2021-01-01", "through": "2023-12-31"})

    assert places_told(typed_terms_agree_with_the_law, known) == [f"{LIST} acts 0 through"]


@pytest.mark.parametrize("kind", ["propose", "revoke", "rename"])
def test_only_acts_that_grant_a_term_are_asked(kind: str) -> None:
    assert told(typed_terms_agree_with_the_law, stating(EVE, kind, through="2021-01-01")) == []


# Whether the last day follows


@pytest.mark.parametrize(
    ("validity", "days"),
    [
        (EVE, {"through": "2023-05-31"}),
        (ANNIVERSARY, {"through": "2023-06-01"}),
        (CALENDAR, {"through": "2023-12-31"}),
        (EVE, {"from": "2021-01-01", "through": "2023-12-31"}),
        (CALENDAR, {"from": "2021-01-01", "through": "2023-12-31"}),
        (EVE, {"from": "2021-01-01"}),
    ],
)
def test_a_last_day_that_follows_from_the_law_passes(validity: dict[str, Any], days: dict[str, str]) -> None:
    assert told(typed_terms_agree_with_the_law, stating(validity, **days, **BASIS)) == []


@pytest.mark.parametrize(
    ("validity", "days", "expected"),
    [
        (EVE, {"through": "2023-05-30"}, "2023-05-31"),
        (EVE, {"through": "2023-06-01"}, "2023-05-31"),
        (ANNIVERSARY, {"through": "2023-05-31"}, "2023-06-01"),
        (CALENDAR, {"through": "2023-05-31"}, "2023-12-31"),
        (EVE, {"from": "2021-01-01", "through": "2023-05-31"}, "2023-12-31"),
        (EVE, {"through": "2023-05"}, "2023-05-31"),
    ],
)
def test_a_last_day_that_does_not_follow_is_told_with_the_one_that_does(
    validity: dict[str, Any], days: dict[str, str], expected: str
) -> None:
    assert told(typed_terms_agree_with_the_law, stating(validity, **days, **BASIS)) == [
        (
            f"{LIST} acts 0 through",
            f"末日写作 {days['through']}，按 yangli/2020 推算是 {expected}",
            f"改为 {expected}；文件确实另有规定的，在 source.note 里写明，并把办法的 term_end 核对一遍",
        )
    ]


@pytest.mark.parametrize("validity", [None, REVIEW])
def test_where_the_law_gives_no_last_day_any_may_be_stated(validity: dict[str, Any] | None) -> None:
    assert told(typed_terms_agree_with_the_law, stating(validity, through="2030-01-01", **BASIS)) == []


def test_the_last_day_of_a_renewal_depends_on_what_it_continues_and_is_not_compared() -> None:
    assert told(typed_terms_agree_with_the_law, stating(EVE, "renew", through="2030-01-01", **BASIS)) == []


@pytest.mark.parametrize("day", ["2020-06", "2020"])
def test_nothing_is_compared_where_the_first_day_is_not_known(day: str) -> None:
    document = designation(
        act("designate", through="2023-01-01", **BASIS), issued_on=day, ruleset="yangli/2020"
    )
    known = builders.register(
        rulesets={"yangli/2020": ruleset(validity=EVE)}, designations={"yangli/list": document}
    )

    assert told(typed_terms_agree_with_the_law, known) == []
