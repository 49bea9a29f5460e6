# SPDX-License-Identifier: Apache-2.0
"""Is the commit of the sources told only if the sources are those of the commit?"""

import re
import subprocess
from pathlib import Path

import pytest

from generator.load.revision import commit_of


def git(root: Path, *arguments: str) -> str:
    """Run git with settings of its own."""
    settings = [
        "user.name=样例",
        "user.email=office@example.org",
        "init.defaultBranch=main",
        "commit.gpgSign=false",
    ]
    options = [part for setting in settings for part in ("-c", setting)]
    done = subprocess.run(
        ["git", "-C", str(root), *options, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project kept in git, everything committed, in a folder with a Chinese name."""
    root = tmp_path / "样例 项目"
    for file in ("registry/a.yaml", "content/index.md", "site_config/site.yaml", "mkdocs.yml", "README.md"):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("样例\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", str(root))
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "样例")
    return root


def test_sources_that_are_committed_are_at_their_commit(repository: Path) -> None:
    commit = commit_of(repository)

    assert commit is not None
    assert re.fullmatch("[0-9a-f]{40}", commit)
    assert commit == git(repository, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "file", ["registry/a.yaml", "content/index.md", "site_config/site.yaml", "mkdocs.yml"]
)
def test_a_source_that_was_changed_is_at_no_commit(repository: Path, file: str) -> None:
    (repository / file).write_text("改了\n", encoding="utf-8")

    assert commit_of(repository) is None
    git(repository, "add", ".")
    assert commit_of(repository) is None
    git(repository, "commit", "--quiet", "--message", "改了")
    assert commit_of(repository) == git(repository, "rev-parse", "HEAD")


def test_a_source_that_is_new_or_gone_is_at_no_commit(repository: Path) -> None:
    new = repository / "registry" / "sub" / "b.yaml"
    new.parent.mkdir()
    new.write_text("新\n", encoding="utf-8")
    assert commit_of(repository) is None

    new.unlink()
    assert commit_of(repository) is not None

    (repository / "content" / "index.md").unlink()
    assert commit_of(repository) is None


def test_other_files_do_not_matter(repository: Path) -> None:
    (repository / "README.md").write_text("改了\n", encoding="utf-8")
    (repository / "build").mkdir()
    (repository / "build" / "index.html").write_text("网页", encoding="utf-8")

    assert commit_of(repository) is not None


def test_a_folder_that_is_not_in_git_is_at_no_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) is None
    assert commit_of(tmp_path / "missing") is None


def test_a_repository_without_a_commit_is_at_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")

    assert commit_of(tmp_path) is None


def test_a_project_inside_another_repository_is_at_no_commit(repository: Path) -> None:
    assert commit_of(repository / "registry") is None


def test_a_link_to_the_project_is_the_project(repository: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(repository)

    assert commit_of(link) == commit_of(repository) is not None


def test_without_git_there_is_no_commit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert commit_of(repository) is None


def test_what_a_hook_of_another_repository_sets_does_not_matter(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    git(tmp_path, "init", "--quiet", str(other))
    commit = commit_of(repository)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))

    assert commit_of(repository) == commit is not None


def test_looking_writes_nothing(repository: Path) -> None:
    (repository / "registry" / "a.yaml").touch()
    before = (repository / ".git" / "index").read_bytes()

    assert commit_of(repository) is not None
    assert (repository / ".git" / "index").read_bytes() == before
