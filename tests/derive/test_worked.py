# SPDX-License-Identifier: Apache-2.0
"""What is known of the organization of a worked case: what it says itself, changed and forgotten?"""

from datetime import date
from typing import Any

import pytest

from generator.derive.worked import facts_of, judgeable
from generator.model.facts import Cases, Facts
from tests import builders
from tests.builders import tiny_site
from tests.model.refusals import misfit

BASE = {
    "kinds": ["public-institution"],
    "functions": ["training"],
    "figures": {"total_assets": "100万元", "service_staff": "5人"},
    "answers": {"legal_person": True},
    "days": {"operating_years": date(2020, 1, 1)},
}


def cases(**case: Any) -> Cases:
    fields = {"name": "样例", "verdict": "met"} | case
    return Cases.model_validate(
        {"name": "样例机构（虚构）", "day": date(2024, 1, 2), "organization": BASE, "cases": [fields]}
    )


def known(**case: Any) -> Facts:
    worked = cases(**case)
    return facts_of(worked, worked.cases[0])


def test_a_bare_case_is_the_organization_itself() -> None:
    assert known() == Facts.model_validate(BASE)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"figures": {"total_assets": "99万元"}}, {"figures": BASE["figures"] | {"total_assets": "99万元"}}),  # type: ignore[operator]
        ({"answers": {"legal_person": False}}, {"answers": {"legal_person": False}}),
        ({"kinds": []}, {"kinds": []}),
        ({"functions": ["legal"]}, {"functions": ["legal"]}),
    ],
)
def test_what_a_case_changes_takes_the_place_of_what_was_there(
    changes: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert known(changes=changes) == Facts.model_validate(BASE | expected)


@pytest.mark.parametrize(
    ("forgotten", "expected"),
    [
        ("total_assets", {"figures": {"service_staff": "5人"}}),
        ("legal_person", {"answers": {}}),
        ("operating_years", {"days": {}}),
        ("kinds", {"kinds": None}),
        ("functions", {"functions": None}),
    ],
)
def test_what_a_case_forgets_is_not_known(forgotten: str, expected: dict[str, Any]) -> None:
    assert known(forgets=[forgotten]) == Facts.model_validate(BASE | expected)


def test_an_organization_that_is_not_said_to_be_fictitious_is_refused() -> None:
    refused = misfit(Cases, cases().model_dump() | {"name": "样例机构"})

    assert (refused.message, refused.field) == ("“样例机构”没有写明虚构", "name")


def test_cases_are_judged_by_versions_whose_words_are_known() -> None:
    tiny = tiny_site()
    strange = {"id": "x", "metric": "strange", "equals": True, "article": "第一条"}
    weight = {"id": "x", "metric": "total_assets", "at_least": 1, "unit": "人", "article": "第一条"}
    versions = {
        "yangli/2020": tiny.rulesets["yangli/2020"],
        "yangli/2021": builders.ruleset(criteria=[strange]),
        "yangli/2022": builders.ruleset(criteria=[weight]),
    }
    known = builders.register(
        rulesets=versions, cases=dict.fromkeys([*versions, "yangli/2019"], tiny.cases["yangli/2020"])
    )

    assert [id_ for id_, _, _ in judgeable(known)] == ["yangli/2020"]
