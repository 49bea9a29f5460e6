# SPDX-License-Identifier: Apache-2.0
"""After which version is the guide of a jurisdiction written on a given day?"""

from datetime import date

import pytest

from generator.derive.versions import leading, standings
from generator.model.ruleset import Ruleset
from tests import builders
from tests.builders import ruleset

FIRST = ruleset(
    in_force={
        "starts": "stated-day",
        "from": "2020-02-01",
        "through": "2022-01-31",
        "years": 2,
        "article": None,
    }
)
SECOND = ruleset(
    issued_on="2022-05-01", in_force={"starts": "stated-day", "from": "2022-06-01", "article": None}
)
DRAFT = ruleset(stage="consultation", issued_on=None, in_force=None, published_on="2023-01-01")


def leader(day: date, **versions: Ruleset) -> str | None:
    """The leading version of a jurisdiction with these versions: first, second…"""
    site = builders.site(rulesets={f"yangli/{name}": version for name, version in versions.items()})
    found = leading("yangli", site, standings(site, {}), day)
    return found and found.removeprefix("yangli/")


@pytest.mark.parametrize("day", [date(2020, 2, 1), date(2022, 1, 31)])
def test_the_version_in_force_leads(day: date) -> None:
    assert leader(day, first=FIRST, second=SECOND) == "first"


@pytest.mark.parametrize("day", [date(2022, 6, 1), date(2030, 1, 1)])
def test_its_successor_leads_from_the_day_of_its_force(day: date) -> None:
    assert leader(day, first=FIRST, second=SECOND) == "second"


@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2022, 2, 1), date(2022, 5, 31)])
def test_in_a_gap_the_latest_issued_version_leads(day: date) -> None:
    assert leader(day, first=FIRST, second=SECOND) == "second"


def test_a_lapsed_version_leads_before_a_draft() -> None:
    assert leader(date(2024, 1, 1), first=FIRST, draft=DRAFT) == "first"


def test_a_draft_leads_where_nothing_else_is_recorded() -> None:
    assert leader(date(2024, 1, 1), draft=DRAFT) == "draft"


def test_the_latest_of_two_drafts_leads() -> None:
    later = DRAFT.model_copy(update={"published_on": ruleset(issued_on="2024-01-01").issued_on})

    assert leader(date(2024, 6, 1), a=later, b=DRAFT) == "a"


def test_a_version_whose_text_is_not_recorded_never_leads() -> None:
    unread = SECOND.model_copy(update={"text": ruleset(text="not-recorded").text})

    assert leader(date(2024, 1, 1), first=FIRST, second=unread) == "first"
    assert leader(date(2024, 1, 1), second=unread) is None


def test_a_jurisdiction_without_versions_has_no_leader() -> None:
    assert leader(date(2024, 1, 1)) is None


def test_only_versions_of_the_jurisdiction_itself_are_asked() -> None:
    site = builders.site(rulesets={"national/2020": FIRST})

    assert leading("yangli", site, standings(site, {}), date(2021, 1, 1)) is None
