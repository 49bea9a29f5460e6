# SPDX-License-Identifier: Apache-2.0
"""Does git tell the commit of the sources, how they were at another one, and what differs, exactly?"""

import re
import subprocess
from pathlib import Path

import pytest

from generator.load.revision import NoRevision, changed_files, commit_of, files_at, forked_from, resolved
from tests.files import files_in
from tests.git import commit, git


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
    known = commit_of(repository)

    assert known is not None
    assert re.fullmatch("[0-9a-f]{40}", known)
    assert known == git(repository, "rev-parse", "HEAD")


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
    known = commit_of(repository)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))

    assert commit_of(repository) == known is not None


def test_looking_writes_nothing(repository: Path) -> None:
    (repository / "registry" / "a.yaml").touch()
    before = (repository / ".git" / "index").read_bytes()

    assert commit_of(repository) is not None
    assert (repository / ".git" / "index").read_bytes() == before


def write(root: Path, file: str, text: str = "样例\n") -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(text.encode())


def test_a_revision_is_told_byte_for_byte_and_nothing_is_touched(repository: Path) -> None:
    write(repository, "registry/样例 名单/“二”\t.yaml", "一\n\ufeff二")
    write(repository, ".gitattributes", "registry/** export-ignore eol=crlf\n*.md export-subst\n")
    write(repository, "content/index.md", "$Format:%H$\n")
    (repository / "registry" / "a.yaml").chmod(0o755)
    first = commit(repository)
    write(repository, "registry/a.yaml", "改了\n")
    (repository / "content" / "index.md").unlink()
    before = files_in(repository)

    assert dict(files_at(repository, first)) == {
        "registry/a.yaml": "样例\n".encode(),
        "registry/样例 名单/“二”\t.yaml": "一\n\ufeff二".encode(),
        "content/index.md": b"$Format:%H$\n",
        "site_config/site.yaml": "样例\n".encode(),
        "mkdocs.yml": "样例\n".encode(),
    }
    assert files_in(repository) == before


def test_links_are_left_out_so_nothing_can_be_written_elsewhere(repository: Path, tmp_path: Path) -> None:
    (repository / "registry" / "up").symlink_to(tmp_path)
    (repository / "registry" / "b.yaml").symlink_to("a.yaml")

    found = dict(files_at(repository, commit(repository)))

    assert {file for file in found if file.startswith("registry")} == {"registry/a.yaml"}


def test_a_name_that_leads_out_of_the_folder_is_refused_before_any_file(repository: Path) -> None:
    blob = git(repository, "hash-object", "-w", "registry/a.yaml")
    tree = f"100644 blob {blob}\ta.yaml\0"
    for name in ("..", "..", "registry"):
        options = ["git", "-C", str(repository), "mktree", "-z"]
        made = subprocess.run(options, input=tree, capture_output=True, encoding="utf-8", check=True)
        tree = f"040000 tree {made.stdout.strip()}\t{name}\0"
    options = ["git", "-C", str(repository), "mktree", "-z"]
    made = subprocess.run(options, input=tree, capture_output=True, encoding="utf-8", check=True)
    evil = git(repository, "commit-tree", made.stdout.strip(), "-m", "样例")

    with pytest.raises(NoRevision, match="写到别的文件夹"):
        next(files_at(repository, evil))


def test_a_project_in_a_folder_of_the_repository_is_told_by_its_own_paths(repository: Path) -> None:
    root = repository / "子 项目"
    write(root, "registry/c.yaml")
    first = commit(repository)
    write(root, "registry/c.yaml", "改了\n")
    write(root, "content/new.md")
    write(repository, "registry/a.yaml", "改了\n")

    assert dict(files_at(root, first)) == {"registry/c.yaml": "样例\n".encode()}
    assert changed_files(root, first) == {"registry/c.yaml", "content/new.md"}
    assert changed_files(root, first, commit(repository)) == {"registry/c.yaml", "content/new.md"}


def test_a_revision_before_the_project_was_there_is_empty(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    write(repository, "new/registry/c.yaml")

    assert dict(files_at(repository / "new", first)) == {}
    assert changed_files(repository / "new", first) == {"registry/c.yaml"}


def test_files_are_changed_when_their_content_is(repository: Path) -> None:
    for name in ("same", "edited", "gone", "old name"):
        write(repository, f"registry/{name}.yaml", f"{name}\n")
    first = commit(repository)
    write(repository, "registry/edited.yaml", "改了\n")
    (repository / "registry" / "gone.yaml").unlink()
    (repository / "registry" / "old name.yaml").rename(repository / "registry" / "新名.yaml")
    (repository / "registry" / "same.yaml").touch()
    write(repository, "content/没有 加入.md")
    write(repository, ".gitignore", "*.pdf\n")
    write(repository, "content/ignored.pdf")
    write(repository, "README.md", "改了\n")
    differing = {
        "registry/edited.yaml",
        "registry/gone.yaml",
        "registry/old name.yaml",
        "registry/新名.yaml",
        "content/没有 加入.md",
        "content/ignored.pdf",
    }

    assert changed_files(repository, first) == differing
    git(repository, "add", "--all", ".")
    assert changed_files(repository, first) == differing
    second = commit(repository)
    assert changed_files(repository, first, second) == differing
    assert changed_files(repository, second, first) == differing
    assert changed_files(repository, second) == frozenset()
    assert changed_files(repository, second, second) == frozenset()


@pytest.mark.parametrize("name", ["main", "HEAD", "v1", "HEAD~0", "样例 分支"])
def test_a_revision_may_be_named_in_any_way_that_git_knows(repository: Path, name: str) -> None:
    git(repository, "tag", "--annotate", "v1", "--message", "样例")
    git(repository, "branch", "样例-分支")

    assert resolved(repository, name.replace(" ", "-")) == git(repository, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "name", ["missing", "", "--all", "-h", "HEAD:registry", "HEAD..HEAD", "a\nb", "@{9}"]
)
def test_an_unknown_revision_is_told(repository: Path, name: str) -> None:
    told = "没有版本“.*”\n    修法：核对分支"
    with pytest.raises(NoRevision, match=re.compile(told, re.DOTALL)):
        changed_files(repository, name)
    with pytest.raises(NoRevision, match=re.compile(told, re.DOTALL)):
        changed_files(repository, "HEAD", name)
    with pytest.raises(NoRevision, match=re.compile(told, re.DOTALL)):
        next(files_at(repository, name))


def test_a_shallow_clone_without_the_revision_is_told(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(tmp_path / "shallow"))

    assert changed_files(tmp_path / "shallow", "HEAD") == frozenset()
    with pytest.raises(NoRevision, match="只取了最近的历史\n    修法：运行 git fetch --unshallow"):
        changed_files(tmp_path / "shallow", first)


def test_a_change_begins_where_it_left_the_base(repository: Path) -> None:
    start = git(repository, "rev-parse", "HEAD")
    git(repository, "branch", "base")
    write(repository, "registry/ours.yaml")
    commit(repository)
    git(repository, "checkout", "--quiet", "base")
    ahead = commit(repository)
    git(repository, "checkout", "--quiet", "-")

    assert forked_from(repository, "base") == start
    git(repository, "merge", "--quiet", "--no-edit", "base")
    assert forked_from(repository, "base") == ahead


def test_where_a_change_began_is_not_guessed(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    commit(repository)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(shallow))
    git(repository, "branch", "base", first)
    git(shallow, "fetch", "--quiet", "--depth=1", "origin", "base:base")
    git(repository, "checkout", "--quiet", "--orphan", "alone")
    write(repository, "registry/alone.yaml")
    commit(repository)

    with pytest.raises(NoRevision, match="分开的那一点：这个克隆只取了最近的历史\n    修法：运行 git fetch"):
        forked_from(shallow, "base")
    with pytest.raises(NoRevision, match="分开的那一点：两者没有共同的历史\n    修法：核对分支"):
        forked_from(repository, "base")


def test_a_content_that_is_missing_is_told(repository: Path) -> None:
    blob = git(repository, "rev-parse", "HEAD:content/index.md")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()

    with pytest.raises(NoRevision, match=r"缺少 .* 的内容\n    修法"):
        dict(files_at(repository, "HEAD"))


def test_without_git_or_a_repository_it_is_told(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NoRevision, match="不在 git 版本库里\n    修法"):
            changed_files(folder, "HEAD")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoRevision, match="没有找到 git\n    修法：安装 git"):
        next(files_at(repository, "HEAD"))


def test_a_repository_of_another_user_is_told(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "bin" / "git"
    write(
        fake.parent,
        "git",
        '#!/bin/sh\necho "fatal: detected dubious ownership in repository" >&2\nexit 128\n',
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:/usr/bin:/bin")

    with pytest.raises(NoRevision, match="属于另一个用户\n    修法：运行 git config --global --add safe"):
        changed_files(repository, "HEAD")
