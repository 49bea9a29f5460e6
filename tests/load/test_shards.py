# SPDX-License-Identifier: Apache-2.0
"""Does a shard hold what it needs of the base, and is it read like a part of the whole?"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.base.finding import Finding
from generator.load.survey import survey
from generator.load.tree import load, load_files, load_shard
from generator.model.ruleset import Ruleset
from generator.model.site import Site
from tests import builders
from tests.builders import TINY, TINY_DAY, designation, form, notice, ruleset, tiny_site

LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"
OF_YANGLI = ["yangli/2017", "yangli/2020", "yangli/2023"]
RECORDS = ("designations", "notices", "profiles")


def parts_of(root: Path) -> tuple[Site, list[Finding], dict[str, tuple[Site, list[Finding]]]]:
    """The base with its findings, and every shard with those of its own."""
    found = survey(root)
    base, findings = load_files(root, TINY_DAY, found.base)
    assert base is not None
    return base, findings, {name: load_shard(root, base, files, {}) for name, files in found.shards.items()}


def test_the_base_has_everything_but_lists_profiles_and_notices() -> None:
    base, findings, _ = parts_of(TINY)

    assert findings == []
    assert base == replace(tiny_site(), designations={}, notices={}, profiles={})


def test_all_shards_together_have_the_records_of_the_whole() -> None:
    _, _, shards = parts_of(TINY)

    for name in RECORDS:
        put_together = {id_: one for site, _ in shards.values() for id_, one in getattr(site, name).items()}
        assert put_together == getattr(tiny_site(), name)
        assert put_together


def test_a_shard_has_records_of_no_other() -> None:
    _, _, shards = parts_of(TINY)
    lists, notices = (shards[name][0] for name in ("lists/yangli", "notices/2023"))

    assert (list(lists.notices), list(notices.designations), list(notices.profiles)) == ([], [], [])


def test_findings_of_all_parts_are_those_of_the_whole(tiny_root: Path) -> None:
    for file in survey(tiny_root).files:
        path = tiny_root / file
        text = path.read_text(encoding="utf-8")
        if "vocabularies" not in file and file != "site_config/site.yaml":
            path.write_text(text.replace("issuer", "isuer").replace("checked_on", "chekced_on"), "utf-8")
    _, findings, shards = parts_of(tiny_root)
    told = findings + [finding for _, own in shards.values() for finding in own]
    _, whole = load(tiny_root, TINY_DAY)

    assert sorted(map(str, told)) == sorted(map(str, whole))
    assert all(own for _, own in shards.values())
    assert len(whole) > 8


def test_what_cannot_be_read_in_a_shard_is_known_to_be_there_beside_that_of_the_base(tiny_root: Path) -> None:
    for file in (LIST, "registry/forms/yangli/application.yaml"):
        (tiny_root / file).write_bytes(b"\xff")
    _, _, shards = parts_of(tiny_root)

    assert shards["lists/yangli"][0].unreadable == {LIST, "registry/forms/yangli/application.yaml"}
    assert shards["notices/2023"][0].unreadable == {"registry/forms/yangli/application.yaml"}


# Which versions and forms of the base a shard has


def version(**changes: Any) -> Ruleset:
    return ruleset(issued_on=date(2020, 1, 10), **changes)


def presumed_replaced_by(id_: str) -> dict[str, Any]:
    return {"standing": "superseded", "by": id_, "because": ["虚构"]}


VERSIONS = {
    "a/2020": version(supersedes=[{"ruleset": "b/2019", "article": None}]),
    "b/2019": version(based_on=[{"title": "样例", "ruleset": "c/2018"}]),
    "b/2021": version(),
    "c/2018": version(presumption=presumed_replaced_by("d/2020")),
    "d/2020": version(based_on=[{"title": "样例", "ruleset": "a/2020"}]),
    "e/2020": version(based_on=[{"title": "样例", "ruleset": "a/2020"}]),
    "f/2020": version(
        supersedes=[{"title": "没有收录的办法", "article": None}], based_on=[{"title": "样例法"}]
    ),
    "g/2020": version(based_on=[{"title": "样例", "ruleset": "nowhere/2020"}]),
}
FORMS = {f"{name}/application": form(ruleset=f"{name}/2020") for name in "adef"}
WHOLE = builders.site(rulesets=VERSIONS, forms=FORMS)


def places(site: Site) -> str:
    """The jurisdictions of which a site has versions, in short."""
    return "".join(sorted({id_.split("/")[0] for id_ in site.rulesets}))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ""),
        ("d", "abcd"),
        ("c", "abcd"),
        ("e", "abcde"),
        ("f", "f"),
        ("g", "g"),
        ("fg", "fg"),
        ("ef", "abcdef"),
        ("z", ""),
    ],
)
def test_what_the_versions_of_a_jurisdiction_cite_comes_along_however_far_it_leads(
    asked: str, found: str
) -> None:
    assert places(WHOLE.within(asked)) == found


def test_all_versions_and_forms_of_a_jurisdiction_are_there_in_their_order() -> None:
    site = WHOLE.within(["e"])

    assert list(site.rulesets) == ["a/2020", "b/2019", "b/2021", "c/2018", "d/2020", "e/2020"]
    assert list(site.forms) == ["a/application", "d/application", "e/application"]


def test_nothing_else_of_a_site_is_left_out() -> None:
    records: dict[str, Any] = {
        "designations": {"e/2020-06-01-list": designation()},
        "notices": {"2023/x": notice()},
    }
    whole = replace(WHOLE, **records)

    assert replace(whole.within("f"), rulesets=whole.rulesets, forms=whole.forms) == whole


@pytest.mark.parametrize(
    ("records", "named"),
    [
        ({}, set()),
        ({"designations": {"a/2020-list": designation(ruleset=None)}}, {"a"}),
        ({"designations": {"a/2020-list": designation(ruleset="b/2019")}}, {"a", "b"}),
        ({"notices": {"2023/x": notice(jurisdiction="a")}}, {"a"}),
        ({"notices": {"2023/x": notice(jurisdiction="a", ruleset="b/2019")}}, {"a", "b"}),
        ({"notices": {"2023/x": notice(jurisdiction="a", forms=["c/application"])}}, {"a", "c"}),
    ],
)
def test_a_shard_names_the_jurisdictions_of_its_records_and_of_what_they_cite(
    records: dict[str, Any], named: set[str]
) -> None:
    assert builders.site(**records).jurisdictions_named() == named


def test_a_shard_has_the_versions_that_its_files_cite(tiny_root: Path) -> None:
    other = tiny_root / "registry" / "rulesets" / "national" / "2019.yaml"
    other.parent.mkdir()
    other.write_bytes((tiny_root / "registry" / "rulesets" / "yangli" / "2020.yaml").read_bytes())
    _, _, before = parts_of(tiny_root)
    path = tiny_root / LIST
    path.write_text(
        path.read_text("utf-8").replace("ruleset: yangli/2020", "ruleset: national/2019"), "utf-8"
    )
    _, _, after = parts_of(tiny_root)

    assert list(before["lists/yangli"][0].rulesets) == OF_YANGLI
    assert list(after["lists/yangli"][0].rulesets) == ["national/2019", *OF_YANGLI]
    assert list(after["notices/2023"][0].rulesets) == OF_YANGLI
