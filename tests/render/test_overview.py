# SPDX-License-Identifier: Apache-2.0
"""Does what a shard tells of itself suffice for every page and list of the whole site?"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.derive.register import register
from generator.model.overview import Overview, merged
from generator.model.site import Site
from generator.render import catalogue, registry_lists
from generator.render.lookup import index
from generator.render.overview import overview_of
from generator.render.studio import Studio
from tests import builders
from tests.builders import act, designation, notice, row, ruleset
from tests.render.workshop import files, studio_of, tiny_workshop, workshop

DRAFT = ruleset(stage="consultation", issued_on=None, in_force=None, published_on="2023-01-01")
COMMENTS = {"what": "征求意见", "through": date(2024, 5, 6)}
RECORDS: dict[str, dict[str, Any]] = {
    "rulesets": {
        "national/2020": ruleset(validity={"years": 3, "article": None}),
        "yangli/2020": ruleset(based_on=[{"title": "样例办法", "ruleset": "national/2020"}]),
        "yangli/2024-draft": DRAFT,
    },
    "designations": {
        "national/2020-06-01-list": designation(
            act("designate", row("national-0001", "国家样例"), row("national-0002", "北京样例")),
            ruleset="national/2020",
        ),
        "yangli/2020-06-01-list": designation(act(through=date(2025, 5, 6), term_basis="虚构")),
        "yangli/2021-06-01-names": designation(
            act("rename", row(name="样例新名")), issued_on="2021-06-01", ruleset="yangli/2020"
        ),
    },
    "notices": {
        "2022/2022-11-01-call": notice(issued_on="2022-11-01", ruleset="yangli/2020"),
        "2023/2023-11-01-call": notice(kind="consultation", ruleset="yangli/2024-draft", windows=[COMMENTS]),
        "2023/2023-12-01-call-2": notice(jurisdiction="national", issued_on="2023-12-01"),
    },
    "profiles": {"yangli-0001": builders.profile()},
}


def shards_of(site: Site) -> list[Site]:
    """The lists of each jurisdiction and the notices of each year, each with nothing else but the base."""
    owners = {id_.split("/")[0] for id_ in site.designations}
    years = {id_.split("/")[0] for id_ in site.notices}
    base = replace(site, designations={}, notices={}, profiles={})

    def own(records: Mapping[str, Any], owner: str, mark: str) -> dict[str, Any]:
        return {id_: record for id_, record in records.items() if id_.startswith(f"{owner}{mark}")}

    parts = [
        replace(
            base,
            designations=own(site.designations, owner, "/"),
            profiles=own(site.profiles, owner, "-"),
        )
        for owner in sorted(owners)
    ]
    parts += [replace(base, notices=own(site.notices, year, "/")) for year in sorted(years)]
    return [part.within(part.jurisdictions_named()) for part in parts]


def told(studio: Studio) -> dict[str, Any]:
    """Every page and file that is made of the base and what the shards tell."""
    pages = [*catalogue.SITE_PAGES, *catalogue.LETTER_PAGES]
    tables = [*catalogue.PLATFORM_TABLE, *catalogue.PLATFORM_WORKBOOK, *catalogue.TERM_TABLES]
    rest = [*catalogue.SITE_FILES, *catalogue.LOOKUP, *tables]
    made: dict[str, Any] = {page.address: page for renderer in pages for page in renderer(studio)}
    return made | {file.path: file.content for renderer in rest for file in renderer(studio)}


def test_the_whole_site_is_the_same_whether_it_is_one_shard_or_many() -> None:
    whole = workshop(**RECORDS)
    site = whole.register.site
    parts = [overview_of(replace(whole, register=register(part))) for part in shards_of(site)]
    base = replace(site, designations={}, notices={}, profiles={})
    known = register(base, whole.register.consultations)
    from_shards = told(replace(whole, register=known, overview=merged(parts)))

    assert len(parts) == 4
    for name, content in told(whole).items():
        assert from_shards[name] == content, name
    assert from_shards.keys() == told(whole).keys()


def test_a_shard_is_rendered_alike_by_itself_and_with_all_others() -> None:
    whole = workshop(**RECORDS)
    alone = [
        replace(whole, register=register(p), overview=Overview()) for p in shards_of(whole.register.site)
    ]

    for renderers, name in ((catalogue.SHARD_PAGES, "address"), (catalogue.SHARD_FILES, "path")):
        made = {getattr(one, name): one for renderer in renderers for one in renderer(whole)}
        apart = [one for room in alone for renderer in renderers for one in renderer(room)]
        assert {getattr(one, name): one for one in apart} == made
        assert len(apart) == len(made) > 8


@pytest.mark.parametrize("name", ["platforms", "notices"])
def test_each_line_of_a_list_is_one_record_of_the_open_data(name: str) -> None:
    room = tiny_workshop()
    lines = room.overview.lines[f"api-{name}"]

    assert [json.loads(line) for line in lines.splitlines()] == json.loads(
        files(room)[f"api/v1/{name}.json"].content
    )
    assert lines.endswith("\n")


def test_the_changes_of_platforms_and_versions_are_one_list_in_order() -> None:
    room = tiny_workshop()
    made = json.loads(files(room)["api/v1/changes.json"].content)
    of_platforms = [json.loads(line) for line in room.overview.lines["api-changes"].splitlines()]
    known = room.register
    standings = [*known.standings.values(), *(platform.standing for platform in known.platforms.values())]

    assert [change for change in made if change["kind"] == "platform"] == of_platforms
    assert made == sorted(made, key=lambda change: (change["on"], change["kind"], change["id"]))
    assert len(made) == sum(map(len, standings))


@pytest.mark.parametrize(
    ("first", "second"), [("yangli/2020", "yangli/2020-draft"), ("yangli/2020-draft", "yangli/2020-draft-2")]
)
def test_changes_of_one_day_are_in_the_order_of_their_ids_where_one_begins_like_the_other(
    first: str, second: str
) -> None:
    room = workshop(rulesets={second: ruleset(), first: ruleset()})
    made = json.loads(files(room)["api/v1/changes.json"].content)

    assert [change["id"] for change in made if change["on"] == "2020-02-01"] == [first, second]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("api-platforms", 3), ("api-notices", 1), ("api-changes", 7), ("table-platforms", 3),
        ("table-terms", 4), (registry_lists.NAMES, 4), (index.PLATFORMS, 3), (index.DOCUMENTS, 3),
    ],
)  # fmt: skip
def test_every_list_has_a_line_for_each_of_its_entries(name: str, count: int) -> None:
    lines = tiny_workshop().overview.lines[name]

    assert lines.count("\n") == len(lines.splitlines()) == count
    if name != registry_lists.NAMES:
        assert all(isinstance(json.loads(line), list | dict) for line in lines.splitlines())


def test_no_name_can_break_a_line() -> None:
    hostile = "甲\"\\\n乙'<&，"
    room = workshop(designations={"yangli/2020-list": designation(act("designate", row(name=hostile)))})

    for name, lines in room.overview.lines.items():
        assert lines.count("\n") == len(lines.splitlines()) <= 1, name
    assert json.loads(files(room)["api/v1/platforms.json"].content)[0]["name"] == hostile


def test_platforms_are_counted_with_their_next_change_by_jurisdiction() -> None:
    overview = workshop(**RECORDS).overview

    assert overview.platforms == {"national": 2, "yangli": 1}
    assert {name: str(day) for name, day in overview.next_changes.items()} == {"yangli": "2025-05-07"}


def test_an_item_tells_where_its_record_is_and_what_it_refers_to() -> None:
    items = {item.file: item for item in workshop(**RECORDS).overview.items}
    call = items["content/notices/2023/2023-11-01-call.md"]
    names = items["registry/designations/yangli/2021-06-01-names.yaml"]

    assert (call.source, call.ruleset, call.jurisdiction) == ("notice", "yangli/2024-draft", "yangli")
    assert [str(window.through) for window in call.windows] == ["2024-05-06"]
    assert (names.source, names.ruleset, names.jurisdiction) == ("designation", "yangli/2020", "yangli")
    assert (names.kind, names.summary, names.windows) == ("更正", "更名1家（全部收录）", ())
    assert len(items) == 6


def test_an_empty_register_tells_nothing() -> None:
    overview = overview_of(studio_of(builders.register()))

    assert (overview.items, overview.platforms, overview.next_changes) == ((), {}, {})
    assert set(overview.lines.values()) == {""}


def test_what_a_shard_tells_comes_back_from_beside_the_release_as_it_was() -> None:
    overview = workshop(**RECORDS).overview

    assert Overview.model_validate_json(overview.model_dump_json()) == overview
