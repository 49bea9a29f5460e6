# SPDX-License-Identifier: Apache-2.0
"""Who refers to whom, once everything that follows from the sources is put together?"""

from datetime import date

from generator.derive.register import register
from tests import builders
from tests.builders import tiny_site
from tests.derive.chronicle import states


def test_platforms_are_grouped_by_jurisdiction() -> None:
    known = register(tiny_site())

    assert dict(known.platforms_in) == {"yangli": ("yangli-0001", "yangli-0002", "yangli-0003")}
    assert [platform.id for platform in known.platforms_of("yangli")] == list(known.platforms)
    assert known.platforms_of("national") == []


def test_every_version_knows_what_refers_to_it() -> None:
    known = register(tiny_site())

    assert known.designations_under["yangli/2020"] == (
        "yangli/2020-06-01-first-list",
        "yangli/2021-03-15-changes",
    )
    assert known.notices_citing["yangli/2023"] == ("2023/2023-11-01-yangli-call",)
    assert known.forms_of["yangli/2020"] == ("yangli/application",)


def test_what_names_no_version_is_referred_to_by_none() -> None:
    known = builders.register(
        designations={"yangli/a": builders.designation()}, notices={"2023/x": builders.notice()}
    )

    assert (dict(known.designations_under), dict(known.notices_citing)) == ({}, {})


def test_every_version_has_a_standing() -> None:
    known = register(tiny_site())

    assert {id_: states(standing) for id_, standing in known.standings.items()} == {
        "yangli/2020": ["2020-01-10 not-yet", "2020-02-09 in-force", "2023-02-09 lapsed"],
        "yangli/2023": ["2023-02-01 not-yet", "2023-02-09 presumed-in-force"],
    }


def test_the_guide_follows_the_day_of_the_data() -> None:
    versions = tiny_site().rulesets
    days = {date(2022, 1, 1): "yangli/2020", date(2024, 1, 2): "yangli/2023"}

    for day, leader in days.items():
        assert builders.register(rulesets=versions, as_of=day).leading("yangli") == leader
