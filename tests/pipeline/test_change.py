# SPDX-License-Identifier: Apache-2.0
"""Is a change in a real repository held to what was published before it, and to nothing else?"""

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.base.finding import Finding, Level
from generator.pipeline.change import Examination, examine_change
from tests.builders import TINY, TINY_DAY
from tests.git import git
from tests.pipeline.editing import replaced

LISTS = "registry/designations/yangli"
FIRST = f"{LISTS}/2020-06-01-first-list.yaml"
RENEWAL = f"{LISTS}/2023-05-20-renewal.yaml"
VERSION = "registry/rulesets/yangli/2020.yaml"
OLD_VERSION = "registry/rulesets/yangli/2017.yaml"
CALL = "content/notices/2023/2023-11-01-yangli-call.md"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site in a repository; an old mistake and something noted of it are in two of its files."""
    root = shutil.copytree(TINY, tmp_path_factory.mktemp("change") / "样例")
    replaced(CALL, "ruleset: yangli/2023", "ruleset: yangli/2029")(root)
    replaced(OLD_VERSION, "样工信〔2017〕", "样工信〔2016〕")(root)
    git(root.parent, "init", "--quiet", str(root))
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "样例")
    return root


@pytest.fixture
def root(committed: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return shutil.copytree(committed, tmp_path / "样例")


def examined(root: Path, base: str = "HEAD") -> Examination:
    return examine_change(root, TINY_DAY, base)


def brief(findings: tuple[Finding, ...], *levels: Level) -> list[tuple[str, str]]:
    """Place and code of those of some levels."""
    return [(str(f.location), f.check) for f in findings if f.level in levels]


def errors(root: Path, base: str = "HEAD") -> list[tuple[str, str]]:
    return brief(examined(root, base).findings, Level.ERROR)


def test_what_was_wrong_before_in_files_left_alone_is_told_apart_and_older_notes_are_left_out(
    root: Path,
) -> None:
    seen = examined(root)

    assert brief(seen.findings, *Level) == [(f"{CALL}:9:10", "rulesets-referred-to-exist")]
    assert [found.level for found in seen.findings] == [Level.OLDER]
    assert (seen.touched, seen.untold) == (0, 1)


def test_in_a_file_that_the_change_touches_old_errors_and_notes_are_its_own(root: Path) -> None:
    replaced(CALL, "请按时报送。", "请准时报送。")(root)
    replaced(OLD_VERSION, "checked_on: 2024-01-02", "checked_on: 2024-01-01")(root)
    seen = examined(root)

    assert brief(seen.findings, Level.ERROR) == [(f"{CALL}:9:10", "rulesets-referred-to-exist")]
    assert [code for _, code in brief(seen.findings, Level.NOTE)] == ["document-numbers-carry-the-year"]
    assert (seen.touched, seen.untold) == (2, 0)


def test_what_a_change_brings_about_in_other_files_is_its_own(root: Path) -> None:
    """A version that others cite is taken away; they are untouched, and wrong only since then."""
    (root / VERSION).unlink()
    found = examined(root).findings

    assert (f"{FIRST}:5:10", "rulesets-referred-to-exist") in brief(found, Level.ERROR)
    assert (f"{VERSION}:1:1", "issued-versions-stay") in brief(found, Level.ERROR)
    assert brief(found, Level.OLDER) == [(f"{CALL}:9:10", "rulesets-referred-to-exist")]


def test_a_published_document_is_compared_with_the_revision_line_by_line(root: Path) -> None:
    replaced(FIRST, "name: 样例丙服务中心", "name: 样例丁服务中心")(root)
    replaced(RENEWAL, "stated_count: 2", "stated_count: 3")(root)
    found = [f for f in examined(root).findings if f.check == "published-documents-stay"]

    assert [str(f.location) for f in found] == [f"{FIRST}:13:39", f"{RENEWAL}:8:19"]
    assert found[0].message.startswith("已经发布，不能改：name 原来写的改成了“样例丁服务中心”")
    assert found[1].message == "已经发布，不能改：stated_count 原来是“2”，现在却是“3”"


def test_comments_layout_our_own_words_and_what_was_left_open_are_no_alteration(root: Path) -> None:
    replaced(RENEWAL, "checked_on: 2024-01-02", "remarks: [我们的话]  # 注\nchecked_on: 2024-01-01")(root)
    row = "      - {platform: yangli-0002, name: 样例乙综合服务中心}\n"
    replaced(RENEWAL, "complete: false", "complete: true")(root)
    replaced(RENEWAL, "source:", f"{row}source:")(root)

    assert errors(root) == []


def test_the_law_holds_for_commits_as_for_files_that_are_not_committed(root: Path) -> None:
    replaced(FIRST, "样工信〔2020〕9号", "样工信〔2020〕8号")(root)
    here = errors(root)
    git(root, "commit", "--quiet", "--all", "--message", "改")

    assert here == [(f"{FIRST}:2:18", "published-documents-stay")]
    assert errors(root, "HEAD~1") == here
    assert errors(root, "HEAD") == []


def test_what_came_to_the_base_after_the_change_left_it_is_no_removal(root: Path) -> None:
    git(root, "branch", "work")
    later = f"{LISTS}/2023-12-01-later.yaml"
    shutil.copy(root / RENEWAL, root / later)
    replaced(later, "2023-05-20", "2023-12-01")(root)
    replaced(later, "lists/2023", "lists/2023-12")(root)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "后来的名单")
    git(root, "branch", "published")
    git(root, "checkout", "--quiet", "work")

    assert errors(root, "published") == []
    assert examined(root, "published").touched == 0


def test_a_page_may_move_only_where_its_address_leads_on(root: Path) -> None:
    (root / "content" / "about.md").rename(root / "content" / "about-us.md")
    silent = errors(root)
    record = "- {from: about/, to: about-us/, since: 2024-01-02, reason: 虚构的理由}\n"
    (root / "registry" / "redirects.yaml").write_text(record, encoding="utf-8")

    assert silent == [("content/about.md:1:1", "pages-before-a-change-answer")]
    assert errors(root) == []


def test_an_alteration_may_be_accepted_with_a_reason_and_the_exception_then_goes(root: Path) -> None:
    replaced(VERSION, "样工信〔2020〕1号", "样工信〔2020〕2号")(root)
    record = (
        f"- check: issued-versions-stay\n  file: {VERSION}\n  part: document_number\n  reason: 录入有误\n"
        "  by: 样例市工业和信息化局\n  accepted_on: 2024-01-01\n  expires_on: 2024-01-31\n"
    )
    (root / "registry" / "accepted.yaml").write_text(record, encoding="utf-8")
    accepted = examined(root).findings
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "改正录入")

    assert brief(accepted, Level.ERROR) == []
    assert brief(accepted, Level.ACCEPTED) == [(f"{VERSION}:2:18", "issued-versions-stay")]
    assert brief(examined(root).findings, Level.NOTE) == [("registry/accepted.yaml:1:3", "acceptances-hold")]
    assert not any(found.check == "acceptances-hold" for found in pipeline.examine(root, TINY_DAY))


def test_where_the_words_cannot_be_read_that_is_told_and_no_more(root: Path) -> None:
    (root / "registry" / "vocabularies" / "units.yaml").unlink()

    assert ("registry/vocabularies/units.yaml:1:1", "files") in errors(root)


def test_where_the_base_could_not_be_read_it_is_told_that_nothing_was_compared(root: Path) -> None:
    units = root / "registry" / "vocabularies" / "units.yaml"
    text = units.read_bytes()
    units.unlink()
    git(root, "commit", "--quiet", "--all", "--message", "缺词表")
    units.write_bytes(text)
    found = examined(root).findings

    assert ("registry/vocabularies/jurisdictions.yaml:1:1", "published-documents-stay") in brief(
        found, Level.NOTE
    )


def test_a_file_that_cannot_be_read_is_not_said_to_be_removed(root: Path) -> None:
    replaced(FIRST, "issuer: ", "issuer：")(root)
    found = {code for _, code in errors(root)}

    assert "yaml-syntax" in found
    assert not found & {"published-documents-stay", "pages-before-a-change-answer"}


def test_an_unknown_revision_stops_with_its_name(root: Path) -> None:
    with pytest.raises(pipeline.Stopped, match="没有版本“main2”"):
        examined(root, "main2")


def test_no_file_of_the_project_is_written(root: Path) -> None:
    def files() -> dict[Path, int]:
        return {p: p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file() and ".git" not in p.parts}

    replaced(FIRST, "样工信〔2020〕9号", "样工信〔2020〕8号")(root)
    before = files()

    examined(root)

    assert files() == before
    assert git(root, "status", "--porcelain") == f"M {FIRST}"


def test_a_shard_that_is_the_same_in_both_revisions_is_looked_at_once(root: Path, committed: Path) -> None:
    replaced(FIRST, "样例", "样本")(root)
    before = pipeline.inspected(committed, TINY_DAY, None)
    after = pipeline.inspected(root, TINY_DAY, None, before)

    assert {name for name in after.seen if after.seen[name] is not before.seen[name]} == {"lists/yangli"}
    assert after == pipeline.inspected(root, TINY_DAY, None)
    assert after.found != before.found
