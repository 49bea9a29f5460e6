# SPDX-License-Identifier: Apache-2.0
"""Are two revisions read as far as they may differ, and no farther, whatever state they are in?"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.derive.conclusions import Kind
from generator.load.revision import NoRevision
from generator.model.standing import State
from generator.pipeline.revisions import Incomparable, Revisions, compare
from tests.builders import TINY, TINY_DAY
from tests.git import commit, git, initialized

LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"
CALL = "content/notices/2023/2023-11-01-yangli-call.md"
CONSULTATION = """---
kind: consultation
title: 征求意见（虚构）
jurisdiction: yangli
document_number: null
issuer: 样例市工业和信息化局
issued_on: {day}
summary: 虚构的征求意见。
ruleset: yangli/2024-draft
windows:
  - {{what: 反馈意见, through: {through}}}
source: {{kind: official, publisher: 样例局, url: "https://example.org/n", retrieved_on: 2024-01-02}}
checked_on: 2024-01-02
---

正文。
"""


DRAFT = """title: 样例办法（征求意见稿，虚构）
document_number: null
issuer: 样例市工业和信息化局
stage: consultation
text: partial
issued_on: null
published_on: 2022-01-01
in_force: null
source: {kind: official, publisher: 样例局, url: "https://example.org/d", retrieved_on: 2024-01-02}
checked_on: 2024-01-02
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sources of the tiny site, committed in a repository of their own."""
    shutil.copytree(TINY, tmp_path / "tiny")
    initialized(tmp_path / "tiny")
    return tmp_path / "tiny"


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def seen(root: Path, base: str = "HEAD", head: str | None = None) -> Revisions:
    return compare(root, base, head, TINY_DAY)


def kinds(found: Revisions) -> set[Kind]:
    return {each.key.kind for each in found.comparison.differences}


def test_the_working_tree_is_compared_with_what_was_committed(root: Path) -> None:
    edit(root, LIST, "样例甲服务中心", "样例甲甲服务中心")
    found = seen(root)

    assert found.files == (LIST,)
    assert found.head is None
    assert Kind.PLATFORM in kinds(found)
    base, head = found.base, commit(root)
    assert kinds(seen(root, base, head)) == kinds(found)
    assert kinds(seen(root)) == set()
    assert git(root, "status", "--porcelain") == ""


def test_lists_that_did_not_change_are_not_read(root: Path) -> None:
    edit(root, CALL, "请按时报送。", "请准时报送。")
    found = seen(root)

    assert found.comparison.new.platforms == {}
    assert found.untouched == 1
    assert kinds(found) == {Kind.NOTICE}


def test_what_the_measures_lay_down_reaches_lists_that_did_not_change(root: Path) -> None:
    version = "registry/rulesets/yangli/2020.yaml"
    edit(root, version, "validity: {years: 3", "validity: {years: 4")
    found = seen(root)

    assert found.files == (version,)
    assert {Kind.PLATFORM, Kind.ENDS, Kind.RULESET} <= kinds(found)
    assert found.untouched == 0


def test_a_file_that_was_only_laid_out_anew_changes_nothing(root: Path) -> None:
    text = (root / LIST).read_text(encoding="utf-8")
    (root / LIST).write_text(f"# 注释\n{text.replace('checked_on: 2024-01-02', 'checked_on: 2024-01-01')}")
    found = seen(root)

    assert found.files == (LIST,)
    assert kinds(found) == set()
    assert found.not_compared == ()


def test_an_earlier_notice_still_tells_until_when_comments_on_a_draft_are_asked_for(root: Path) -> None:
    (root / "registry/rulesets/yangli/2024-draft.yaml").write_text(DRAFT, encoding="utf-8")
    first = root / "content/notices/2022/2022-01-01-consultation.md"
    first.parent.mkdir()
    first.write_text(CONSULTATION.format(day="2022-01-01", through="2024-12-31"), encoding="utf-8")
    commit(root)
    second = root / "content/notices/2023/2023-01-01-consultation.md"
    second.write_text(CONSULTATION.format(day="2023-01-01", through="2023-12-31"), encoding="utf-8")
    found = seen(root)

    assert Kind.NOTICE in kinds(found)
    assert Kind.STANDING not in kinds(found)
    (border,) = [
        b for b in found.comparison.new.standings["yangli/2024-draft"] if b.state is State.NOT_KNOWN_ADOPTED
    ]
    assert border.from_ == date(2025, 1, 1)


def test_a_file_that_cannot_be_read_is_told_and_is_no_loss(root: Path) -> None:
    edit(root, LIST, "issuer:", "issuer")
    edit(root, CALL, "请按时报送。", "请准时报送。")
    found = seen(root)

    assert kinds(found) == {Kind.NOTICE}
    assert found.not_compared[0] == f"新版本的 {LIST} 读不出来，由它得出的结论没有比较"
    assert any("先运行 platform-registry check" in line for line in found.not_compared)
    head = commit(root)
    git(root, "checkout", "--quiet", "HEAD~1", ".")
    again = seen(root, head)
    assert again.not_compared[0] == f"旧版本的 {LIST} 读不出来，由它得出的结论没有比较"
    assert not any("先运行" in line for line in again.not_compared)


def test_errors_of_the_newer_revision_are_counted(root: Path) -> None:
    edit(root, LIST, "ruleset: yangli/2020", "ruleset: yangli/1999")

    (told,) = seen(root).not_compared
    assert told.startswith("新版本有 1 处错误")


def broken_settings(root: Path) -> None:
    edit(root, "site_config/site.yaml", "name:", "nam:")


def no_vocabulary(root: Path) -> None:
    (root / "registry/vocabularies/units.yaml").unlink()


@pytest.mark.parametrize("spoiled", [broken_settings, no_vocabulary])
def test_without_settings_or_words_nothing_can_be_compared(
    root: Path, spoiled: Callable[[Path], None]
) -> None:
    spoiled(root)

    with pytest.raises(Incomparable, match=r"新版本缺少站点设置或词表.*\n    修法：先运行"):
        seen(root)
    commit(root)
    git(root, "checkout", "--quiet", "HEAD~1", ".")
    with pytest.raises(Incomparable, match=r"旧版本缺少站点设置或词表.*\n    修法：换一个较新的旧版本"):
        seen(root)


def test_an_unknown_revision_is_told(root: Path) -> None:
    with pytest.raises(NoRevision, match="没有版本“nowhere”"):
        seen(root, "nowhere")
    with pytest.raises(NoRevision, match="没有版本“nowhere”"):
        seen(root, "HEAD", "nowhere")


def test_a_project_in_a_folder_of_a_repository_is_compared(root: Path) -> None:
    outer = root.parent
    shutil.rmtree(root / ".git")
    initialized(outer)
    edit(root, LIST, "样例甲服务中心", "样例甲甲服务中心")

    assert seen(root).files == (LIST,)
    assert Kind.PLATFORM in kinds(seen(root))


def test_pictures_in_prose_are_told_though_they_are_no_records(root: Path) -> None:
    for name in ("gone", "same", "edited"):
        (root / f"content/{name}.png").write_bytes(b"1")
    commit(root)
    (root / "content/gone.png").unlink()
    for name in ("edited", "new"):
        (root / f"content/{name}.png").write_bytes(b"2")

    assert [(file, turn.value) for file, turn in seen(root).pictures] == [
        ("content/edited.png", "changed"),
        ("content/gone.png", "gone"),
        ("content/new.png", "added"),
    ]


def test_templates_and_scripts_are_told_not_to_be_compared(root: Path) -> None:
    edit(root, "site_config/site.yaml", "expiring_within_days: 90", "expiring_within_days: 60")
    assert seen(root).not_compared == ()

    (root / "site_config/scripts").mkdir()
    (root / "site_config/scripts/verdict.js").write_text("// 样例", encoding="utf-8")
    (told,) = seen(root).not_compared
    assert told.startswith("site_config/scripts/verdict.js 等 1 个文件是模板、样式、脚本或排版设置")


def test_a_case_that_comes_out_otherwise_is_an_error_of_the_newer_revision(root: Path) -> None:
    edit(
        root,
        "registry/rulesets/yangli/2017.yaml",
        "metric: total_assets, at_least: 80",
        "metric: total_assets, at_least: 90",
    )

    assert any(line.startswith("新版本有") for line in seen(root).not_compared)


def test_what_came_to_the_base_since_is_no_change_of_the_working_tree(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "ours")
    edit(root, CALL, "请按时报送。", "请准时报送。")
    commit(root)
    git(root, "checkout", "--quiet", "-")
    edit(root, LIST, "样例甲服务中心", "样例甲甲服务中心")
    theirs = commit(root)
    git(root, "checkout", "--quiet", "ours")

    assert seen(root, theirs).files == (CALL,)
    assert seen(root, theirs, "ours").files == (CALL, LIST)
