# SPDX-License-Identifier: Apache-2.0
"""Is the same found in the sources whatever was built before, by a check as by a build?"""

from datetime import timedelta
from pathlib import Path

import pytest

from generator import pipeline
from generator.base.finding import Finding
from generator.model.outcome import Outcome
from generator.model.site import Site
from generator.pipeline import reading
from generator.pipeline.shards import Examined, examined
from tests.builders import TINY_DAY
from tests.pipeline.editing import (
    CALL,
    LISTS,
    Edit,
    appended,
    built,
    list_at_the_address_of_the_second_call,
    notice_added,
    replaced,
    silent,
    without_build,
)

LIST = f"{LISTS}/2020-06-01-first-list.yaml"
A_NOTE = replaced(LIST, "样工信〔2020〕9号", "样工信〔2019〕9号")


def address_taken_twice(root: Path) -> None:
    """A notice and a list whose pages would stand at one address."""
    notice_added(root)
    list_at_the_address_of_the_second_call(root)


def version_removed(root: Path) -> None:
    """Lists refer to a version that is not there any more."""
    (root / "registry/rulesets/yangli/2020.yaml").unlink()


def two_shards_at_once(root: Path) -> None:
    """A notice that was checked in the future, and a list that cannot be read."""
    replaced(CALL, "checked_on: 2024", "checked_on: 2034")(root)
    appended(LIST, "x\n")(root)


WRONG: dict[str, tuple[Edit, int]] = {  # with how many errors at least
    "a list that cannot be read": (replaced(LIST, "title:", "title: ["), 1),
    "an unknown field in a list": (replaced(LIST, "title:", "titel:"), 1),
    "a notice without its fields": (replaced(CALL, "---\n", ""), 1),
    "a reference to nothing": (replaced(CALL, "yangli/2023", "yangli/2022"), 1),
    "a version that lists refer to": (version_removed, 2),
    "a version that cannot be read": (appended("registry/rulesets/yangli/2020.yaml", "\n[\n"), 1),
    "an address taken twice": (address_taken_twice, 1),
    "two shards at once": (two_shards_at_once, 2),
}


def errors(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding) for finding in findings if str(finding.level) == "error"]


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_edit_is_found_the_same_whether_something_was_built_before_or_not(
    name: str, root: Path, tmp_path: Path
) -> None:
    edit, at_least = WRONG[name]
    edit(root)
    new = without_build(root, tmp_path / "new")

    found = pipeline.examine(root, TINY_DAY)

    assert len(errors(found)) >= at_least
    assert pipeline.examine(new, TINY_DAY) == found
    assert pipeline.build(root, TINY_DAY, silent) == pipeline.Built(found)
    assert pipeline.build(new, TINY_DAY, silent) == pipeline.Built(found)
    assert pipeline.examine(root, TINY_DAY) == found, "what was left of the build changes nothing"


def test_a_note_is_told_again_by_every_check_and_build(root: Path, tmp_path: Path) -> None:
    A_NOTE(root)
    (note,) = pipeline.examine(root, TINY_DAY)

    assert pipeline.build(root, TINY_DAY, silent).findings == (note,)
    assert pipeline.examine(root, TINY_DAY) == (note,), "as it was found when the list was built"
    again = pipeline.build(root, TINY_DAY, silent)
    assert (again.findings, again.is_new) == ((note,), False)
    appended("content/about.md", "\n又一段。\n")(root)
    assert pipeline.build(root, TINY_DAY, silent).findings == (note,)


def test_a_note_of_one_list_is_told_beside_an_error_of_another_file(root: Path, tmp_path: Path) -> None:
    A_NOTE(root)
    built(root)
    replaced(CALL, "yangli/2023", "yangli/2022")(root)

    found = pipeline.examine(root, TINY_DAY)

    assert [finding.location.file for finding in found] == [CALL, LIST]
    assert pipeline.examine(without_build(root, tmp_path / "new"), TINY_DAY) == found


def test_a_check_reads_no_shard_that_was_built_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[str, ...]] = []

    def noted(
        project: Path, base: Site, files: tuple[str, ...], key: str, last: Outcome | None
    ) -> tuple[Site, Examined]:
        read.append(files)
        return examined(project, base, files, key, last)

    monkeypatch.setattr(reading, "examined", noted)
    assert pipeline.examine(root, TINY_DAY) == ()
    assert read == []
    appended(CALL, "又一段。\n")(root)

    assert pipeline.examine(root, TINY_DAY) == ()
    assert read == [(CALL,)]


def test_columns_without_anything_new_are_told_with_the_setting_whatever_was_built_before(
    root: Path, tmp_path: Path
) -> None:
    limits = "freshness: {notices_days: 61, designations_days: 227, rulesets_days: 9}\nnavigation:"
    replaced("site_config/site.yaml", "navigation:", limits)(root)

    found = pipeline.examine(root, TINY_DAY)

    assert [(str(finding.level), finding.location.line > 0, finding.check) for finding in found] == [
        ("note", True, "columns-are-kept-up")
    ]
    assert "1个辖区的公告超过 61 天没有新内容：样例（最近 2023-11-01）" in found[0].message
    assert pipeline.build(root, TINY_DAY, silent).findings == found
    assert pipeline.examine(root, TINY_DAY) == found
    assert pipeline.examine(without_build(root, tmp_path / "new"), TINY_DAY) == found
    later = pipeline.examine(root, TINY_DAY + timedelta(days=1))
    assert [finding.check for finding in later] == ["columns-are-kept-up"] * 2
