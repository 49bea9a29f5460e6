# SPDX-License-Identifier: Apache-2.0
"""Does `demo` write a project to try everything in, marked as fiction, and whole or not at all?"""

import errno
import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from generator import pipeline
from generator.__main__ import application
from generator.author.demonstration import LIST
from generator.author.fiction import TODAY
from generator.author.fictitious_list import HEAD, fictitious_list
from generator.base.identifiers import credit_code_check_character
from tests.conftest import REPOSITORY
from tests.git import git


def demonstrated(*arguments: object) -> Result:
    result = CliRunner().invoke(application(), ["demo", *map(str, arguments), "--root", str(REPOSITORY)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def digests(root: Path) -> dict[str, str]:
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration with few platforms; tests only read it."""
    target = tmp_path_factory.mktemp("demo") / "demo"
    result = demonstrated(target, "--platforms", 12)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(f"已写出：{target}（12 个虚构的平台）\n")
    return target


def test_it_passes_the_checks_without_a_note(demo: Path) -> None:
    assert pipeline.examine(demo, TODAY) == ()


def test_it_builds_and_every_page_says_that_it_is_fiction(demo: Path, tmp_path: Path) -> None:
    root = shutil.copytree(demo, tmp_path / "project")

    site = pipeline.build(root, TODAY, lambda _: None).site

    assert site is not None
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert len(pages) > 30
    assert [
        page for page in pages if not re.search(r"<header.*虚构的示范平台名录.*</header>", page, re.DOTALL)
    ] == []
    assert len(list(site.glob("registry/fictitious-aa-*/index.html"))) == 12


def test_the_same_number_of_platforms_gives_the_same_bytes(demo: Path, tmp_path: Path) -> None:
    demonstrated(tmp_path / "again", "--platforms", 12)

    assert digests(tmp_path / "again") == digests(demo)


def test_the_real_register_is_not_in_it(demo: Path) -> None:
    real = {path.parent.name for path in (REPOSITORY / "registry" / "rulesets").glob("*/*.yaml")}
    there = {path.parent.name for path in (demo / "registry").glob("*/*/*.yaml")}

    assert real
    assert there == {"fictitious-aa"}
    assert {path.parent.name for path in (demo / "content" / "notices").rglob("*")} & real == set()


def test_what_the_readme_names_is_there_and_git_ignores_what_is_built(demo: Path) -> None:
    text = (demo / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z0-9./_-]+/[a-z0-9._-]+\.(?:yaml|xlsx))`", text)

    assert LIST in named
    assert len(named) == 2
    assert [path for path in named if not (demo / path).is_file()] == []
    ruleset = re.search(r"--jurisdiction (\S+)", text)
    assert ruleset
    assert (demo / "registry" / "rulesets" / ruleset[1]).is_dir()
    git(demo.parent, "init", "--quiet", "git")
    kept = demo.parent / "git" / ".git"
    (kept / "info" / "exclude").unlink(missing_ok=True)
    listed = git(demo, f"--git-dir={kept}", f"--work-tree={demo}", "status", "--porcelain", "-uall")
    assert len(listed.splitlines()) == len(digests(demo))


def test_the_list_to_import_looks_like_one_of_an_office(demo: Path) -> None:
    sheet = openpyxl.load_workbook(demo / LIST).active
    assert sheet is not None
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]

    assert sheet.merged_cells.ranges
    assert "（虚构）" in str(rows[0][0])
    assert rows[1] == HEAD
    assert [row[0] for row in rows[2:-1]] == list(range(1, 13))
    assert len({row[1] for row in rows[2:-1]}) == 12
    assert all(credit_code_check_character(str(row[3])[:-1]) == str(row[3])[-1] for row in rows[2:-1])
    assert str(rows[-1][0]).startswith("注：")
    with zipfile.ZipFile(demo / LIST) as book:
        assert {member.date_time[0] for member in book.infolist()} == {1980}


def test_a_list_may_be_longer() -> None:
    assert fictitious_list("样例", "虚构样例省", 30) != fictitious_list("样例", "虚构样例省", 29)


def test_an_empty_folder_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert demonstrated(tmp_path / "empty", "--platforms", 1).exit_code == 0
    assert (tmp_path / "empty" / "README.md").is_file()


def a_full_folder(target: Path) -> None:
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")


def a_file(target: Path) -> None:
    target.write_text("mine", encoding="utf-8")


def a_link_to_nowhere(target: Path) -> None:
    target.symlink_to("nowhere")


def where_one_stands(target: Path) -> None:
    target.mkdir()


@pytest.mark.parametrize("make", [a_full_folder, a_file, a_link_to_nowhere, where_one_stands])
def test_what_is_there_already_is_not_touched(
    make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "target"
    make(target)
    monkeypatch.chdir(target if make is where_one_stands else tmp_path)
    before = digests(tmp_path)

    result = demonstrated(target, "--platforms", 1)

    assert (result.exit_code, result.stdout) == (1, "")
    assert re.search(r"没有写出：.*\n    修法：换一个还没有的文件夹", result.stderr)
    assert digests(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_whatever_stops_it_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    result = demonstrated(tmp_path / "target", "--platforms", 1)

    assert result.exit_code == 1
    assert "没有写出：" in result.stderr
    assert "磁盘已满，腾出空间后再试" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_project_whose_settings_are_broken_lends_nothing(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(REPOSITORY / "site_config", root / "site_config")
    (root / "registry").mkdir()
    (root / "site_config" / "site.yaml").write_text("name: ''\n", encoding="utf-8")

    result = CliRunner().invoke(application(), ["demo", str(tmp_path / "demo"), "--root", str(root)])

    assert result.exit_code == 1
    assert "site_config/site.yaml:1:" in result.stdout
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("number", ["0", "-1", "100001", "1e3", "many", "²", "9" * 5000])
def test_a_number_of_platforms_that_cannot_be_is_misuse(number: str, tmp_path: Path) -> None:
    result = demonstrated(tmp_path / "target", "--platforms", number)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "写 1 到 100000 的整数" in result.stderr
    assert list(tmp_path.iterdir()) == []
