# SPDX-License-Identifier: Apache-2.0
"""Is a site that was built little by little, byte for byte, the site built at once?"""

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from generator import pipeline
from generator.derive import workdays
from generator.pipeline.plan import plan_of
from tests.builders import TINY_DAY
from tests.output.published import damage, digests, releases
from tests.pipeline.editing import (
    EDITS,
    LISTS,
    SECOND_CALL,
    built,
    list_at_the_address_of_the_second_call,
    notice_added,
    replaced,
    silent,
    without_build,
)

SEED = 20240102


def test_edits_in_any_order_give_the_bytes_of_a_build_at_once(root: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    day = TINY_DAY
    for name in chance.sample(list(EDITS), len(EDITS)):
        EDITS[name](root)
        day += timedelta(days=chance.choice((0, 0, 1, 400)))

        site = built(root, day)

        at_once = without_build(root, tmp_path / "at-once")
        assert digests(site) == digests(built(at_once, day)), name
        assert list(damage(root / "build")) == [], name
        assert len(releases(root / "build")) == 2
        shutil.rmtree(at_once)


def test_what_has_not_changed_is_not_built_again(root: Path) -> None:
    again = pipeline.build(root, TINY_DAY, silent)

    assert (again.is_new, again.site) == (False, (root / "build/site").resolve())


def test_another_day_is_another_site(root: Path) -> None:
    assert pipeline.build(root, TINY_DAY + timedelta(days=1), silent).is_new


def test_the_release_shown_before_stays_as_it_was(root: Path, tiny_built: Path) -> None:
    before = (root / "build/site").resolve()

    EDITS["the title of a version"](root)
    after = built(root)

    assert after != before
    assert digests(before) == digests(tiny_built)


def test_files_that_are_the_same_are_not_written_again(root: Path) -> None:
    first = (root / "build/site").resolve()
    platform = "registry/yangli-0001/index.html"
    EDITS["a page of prose"](root)

    second = built(root)

    assert (first / platform).samefile(second / platform)
    assert not (first / "about/index.html").samefile(second / "about/index.html")


def test_the_release_before_the_last_is_taken_up_again(root: Path) -> None:
    sites = [(root / "build/site").resolve()]
    for name in ("a page of prose", "a style sheet", "the title of a version"):
        EDITS[name](root)
        sites.append(built(root))

    assert sites[0] == sites[2] != sites[1] == sites[3]


def test_an_edit_that_is_taken_back_leads_back_to_the_same_bytes(root: Path, tiny_built: Path) -> None:
    about = root / "content/about.md"
    text = about.read_text(encoding="utf-8")
    EDITS["a page of prose"](root)
    assert digests(built(root)) != digests(tiny_built)

    about.write_text(text, encoding="utf-8")

    assert digests(built(root)) == digests(tiny_built)


def test_an_error_leaves_the_site_and_the_next_build_as_they_would_be(
    root: Path, tmp_path: Path, tiny_built: Path
) -> None:
    wrong = root / LISTS / "2020-06-01-first-list.yaml"
    text = wrong.read_text(encoding="utf-8")
    replaced(f"{LISTS}/2020-06-01-first-list.yaml", "title:", "titel:")(root)
    EDITS["a style sheet"](root)

    stopped = pipeline.build(root, TINY_DAY, silent)

    assert stopped.site is None
    assert digests(root / "build/site") == digests(tiny_built)
    wrong.write_text(text, encoding="utf-8")
    assert digests(built(root)) == digests(built(without_build(root, tmp_path / "at-once")))


def test_an_address_may_go_from_one_part_to_another(root: Path, tmp_path: Path) -> None:
    notice_added(root)
    built(root)
    built(root, TINY_DAY + timedelta(days=1))  # so that the notice stands in both releases
    (root / SECOND_CALL).unlink()
    list_at_the_address_of_the_second_call(root)

    site = built(root)

    assert digests(site) == digests(built(without_build(root, tmp_path / "at-once")))
    assert list(damage(root / "build")) == []


def test_the_key_of_a_shard_tells_its_own_files_from_those_of_others(root: Path) -> None:
    plan = plan_of(root, TINY_DAY)
    EDITS["a remark in a list"](root)
    after = plan_of(root, TINY_DAY)

    assert after.shard_key("lists/yangli") != plan.shard_key("lists/yangli")
    assert after.shard_key("notices/2023") == plan.shard_key("notices/2023")
    assert after.whole != plan.whole


def test_another_edition_of_the_calendars_is_another_key(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_of(root, TINY_DAY)
    monkeypatch.setattr(workdays, "EDITION", "chinesecalendar 99")
    after = plan_of(root, TINY_DAY)

    assert after.shard_key("notices/2023") != plan.shard_key("notices/2023")
    assert after.whole != plan.whole
