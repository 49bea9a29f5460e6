# SPDX-License-Identifier: Apache-2.0
"""What is a build held to: are accepted errors built as long as they are, and do locked addresses answer?"""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator import pipeline
from generator.base.finding import Level
from generator.checks import catalogue
from generator.pipeline import Stopped
from generator.pipeline.plan import plan_of
from tests.builders import TINY_DAY
from tests.load.test_broken_sites import BROKEN
from tests.pipeline.editing import CALL, Edit, appended, built, replaced, silent

LAST = TINY_DAY + timedelta(days=5)
VERSION = "registry/rulesets/yangli/2017.yaml"
FIRST = "registry/designations/yangli/2020-06-01-first-list.yaml"
NOTICES = BROKEN / "notices-that-disagree-with-documents" / "content" / "notices" / "2023"
LOCK = "registry/addresses.lock"
# Mistakes of those kinds that no broken site has by themselves.
WRONG: tuple[Edit, ...] = (
    replaced(VERSION, "through: 2020-01-09", "through: 2016-01-09"),
    replaced(VERSION, "issued_on: 2017-01-10", "issued_on: 2018-01-10"),
    replaced(FIRST, "stated_count: 3", "stated_count: 3\n    from: 2020-06-01\n    through: 2020-05-31"),
)
GIVEN = ("2023-12-03-yangli-given.md", "2023-12-04-yangli-told.md", "2023-12-05-yangli-counted.md")


def accept_everything(root: Path) -> None:
    """An exception for every error there is, until a day."""
    found = {(f.check, f.location.file) for f in pipeline.examine(root, TINY_DAY) if f.level is Level.ERROR}
    rows = [
        f"- {{check: {check}, file: {file}, reason: 虚构的理由, by: 样例局, accepted_on: 2024-01-01, "
        f"expires_on: {LAST}}}\n"
        for check, file in sorted(found)
    ]
    (root / "registry" / "accepted.yaml").write_text("".join(rows), encoding="utf-8")


def levels(root: Path, day: date) -> set[Level]:
    return {found.level for found in pipeline.build(root, day, silent).findings}


def test_what_was_accepted_is_built_until_its_last_day_and_then_stops_builds_again(root: Path) -> None:
    for edit in WRONG:
        edit(root)
    for name in GIVEN:
        shutil.copy(NOTICES / name, root / "content" / "notices" / "2023" / name)
    before = (root / "build" / "site").resolve()
    refused = pipeline.build(root, TINY_DAY, silent)
    accept_everything(root)
    site = built(root)
    after = pipeline.build(root, LAST + timedelta(days=1), silent)

    assert refused.site is None
    assert site != before
    assert Level.ACCEPTED in levels(root, LAST)
    assert Level.ERROR not in levels(root, LAST)
    assert after.site is None
    assert all("已经到期" in f.message for f in after.findings if f.level is Level.ERROR)


def test_what_the_site_is_held_to_makes_no_shard_anew(root: Path) -> None:
    before = plan_of(root, TINY_DAY)
    (root / LOCK).write_text("about/\n", encoding="utf-8")
    (root / "registry" / "accepted.yaml").write_text("[]\n", encoding="utf-8")
    after = plan_of(root, TINY_DAY)

    assert [after.shard_key(name) for name in after.survey.shards] == [
        before.shard_key(name) for name in before.survey.shards
    ]
    assert (after.whole != before.whole, after.base != before.base) == (True, True)


def test_a_locked_address_without_a_page_stops_a_build_though_no_check_saw_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / LOCK).write_text("about/\ngone/\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "run_lasting", lambda *_: [])
    shown = (root / "build" / "site").resolve()

    with pytest.raises(Stopped, match="发布过的网址 /gone/ 没有网页"):
        pipeline.build(root, TINY_DAY, silent)

    assert (root / "build" / "site").resolve() == shown


def test_while_a_list_cannot_be_read_its_addresses_are_not_said_to_be_gone(root: Path) -> None:
    (root / LOCK).write_text("registry/yangli-0001/\n", encoding="utf-8")
    appended(FIRST, "更多: [\n")(root)
    found = pipeline.examine(root, TINY_DAY)

    assert {finding.check for finding in found} == {"yaml-syntax"}


def test_a_missing_address_is_found_from_what_earlier_builds_told_of_unchanged_shards(root: Path) -> None:
    (root / LOCK).write_text("registry/yangli-0001/\nregistry/yangli-0009/\n", encoding="utf-8")
    appended(CALL, "\n又一段。\n")(root)

    nothing_built = shutil.copytree(root, root / "fresh", ignore=shutil.ignore_patterns("build", "fresh"))

    for sources in (root, nothing_built):
        assert [str(found.location) for found in pipeline.examine(sources, TINY_DAY)] == [f"{LOCK}:2:1"]
