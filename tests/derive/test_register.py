# SPDX-License-Identifier: Apache-2.0
"""Who refers to whom, once everything that follows from the sources is put together?"""

from datetime import date

import pytest

from generator.base.days import PartialDate
from generator.derive.register import register
from tests import builders
from tests.builders import tiny_site
from tests.derive.chronicle import states


def test_platforms_are_grouped_by_jurisdiction() -> None:
    known = register(tiny_site())

    assert dict(known.platforms_in) == {"yangli": ("yangli-0001", "yangli-0002", "yangli-0003")}
    assert [platform.id for platform in known.platforms_of("yangli")] == list(known.platforms)
    assert known.platforms_of("national") == []


def test_every_version_knows_its_forms() -> None:
    assert register(tiny_site()).forms_of == {"yangli/2020": ("yangli/application", "yangli/report")}


def test_a_draft_is_open_for_comments_until_the_last_day_that_its_notices_state() -> None:
    draft = builders.ruleset(stage="consultation", issued_on=None, in_force=None, published_on="2023-01-01")
    window = {"what": "征求意见", "through": date(2023, 2, 1)}
    notices = {
        f"2023/{number}": builders.notice(kind=kind, ruleset="yangli/2023-draft", windows=[window | changes])
        for number, kind, changes in [
            (1, "consultation", {}),
            (2, "consultation", {"through": date(2023, 3, 1)}),
            (3, "call", {"through": date(2023, 4, 1)}),
        ]
    }
    known = builders.register(rulesets={"yangli/2023-draft": draft}, notices=notices)

    assert known.consultations == {"yangli/2023-draft": date(2023, 3, 1)}
    assert states(known.standings["yangli/2023-draft"]) == [
        "2023-01-01 consultation",
        "2023-03-02 not-known-adopted",
    ]


def test_the_last_days_for_comments_are_taken_as_told_where_the_notices_are_elsewhere() -> None:
    draft = builders.ruleset(stage="consultation", issued_on=None, in_force=None, published_on="2023-01-01")
    site = builders.site(rulesets={"yangli/2023-draft": draft})

    assert states(register(site).standings["yangli/2023-draft"]) == ["2023-01-01 not-known-adopted"]
    assert states(register(site, {"yangli/2023-draft": date(2023, 3, 1)}).standings["yangli/2023-draft"]) == [
        "2023-01-01 consultation",
        "2023-03-02 not-known-adopted",
    ]


def test_every_version_has_a_standing() -> None:
    known = register(tiny_site())

    assert {id_: states(standing) for id_, standing in known.standings.items()} == {
        "yangli/2017": ["2017-01-10 in-force", "2020-01-10 lapsed"],
        "yangli/2020": ["2020-01-10 not-yet", "2020-02-09 in-force", "2023-02-09 lapsed"],
        "yangli/2023": ["2023-02-01 not-yet", "2023-02-09 presumed-in-force"],
    }


def test_the_guide_follows_the_day_of_the_data() -> None:
    versions = tiny_site().rulesets
    days = {date(2022, 1, 1): "yangli/2020", date(2024, 1, 2): "yangli/2023"}

    for day, leader in days.items():
        assert builders.register(rulesets=versions, as_of=day).leading("yangli") == leader


@pytest.mark.parametrize(
    ("on", "version"),
    [
        (PartialDate(2023, 2, 8), "yangli/2020"),
        (PartialDate(2023, 2, 9), "yangli/2023"),
        (PartialDate(2023, 11), "yangli/2023"),
        (PartialDate(2023), None),  # two versions governed in that year
        (PartialDate(2010, 1, 1), None),
    ],
)
def test_the_version_is_the_one_that_governs_on_every_day_that_is_meant(
    on: PartialDate, version: str | None
) -> None:
    assert register(tiny_site()).governing("yangli", on) == version
