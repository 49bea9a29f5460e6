# SPDX-License-Identifier: Apache-2.0
"""Does `diff` tell in words what a change does, with an exit code that scripts can rely on?"""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.__main__ import application
from generator.model.difference import DifferenceReport
from tests.builders import TINY
from tests.commands.process import DAY, ESCAPE, TRACEBACK, run
from tests.git import initialized

LIST = "registry/designations/yangli/2023-05-20-renewal.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sources of the tiny site, committed, with one list taken away since."""
    shutil.copytree(TINY, tmp_path / "tiny")
    initialized(tmp_path / "tiny")
    (tmp_path / "tiny" / LIST).unlink()
    return tmp_path / "tiny"


def diffed(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(application(), ["diff", *arguments, "--root", str(root), *DAY])


def test_a_change_is_told_in_markdown(root: Path) -> None:
    done = diffed(root, "HEAD")

    assert done.exit_code == 0
    assert done.stdout.startswith(
        "<!-- platform-registry diff -->\n\n## 这次改动对公众的影响\n\n**失去称号 1 家"
    )
    assert f"<code>{LIST}</code>" in done.stdout
    assert done.stderr == ""


def test_a_change_is_told_for_programs(root: Path) -> None:
    done = diffed(root, "HEAD", "--format", "json")

    assert done.exit_code == 0
    told = DifferenceReport.model_validate_json(done.stdout)
    assert told.changes_conclusions is True
    assert told.files == (LIST,)
    assert list(json.loads(done.stdout)) == list(DifferenceReport.model_fields)


def test_where_nothing_differs_it_says_so(root: Path) -> None:
    done = diffed(root, "HEAD", "HEAD")

    assert done.exit_code == 0
    assert "**不改变任何结论**" in done.stdout


def test_what_cannot_be_compared_is_told_and_is_a_failure(root: Path) -> None:
    unknown = diffed(root, "nowhere")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert unknown.stderr.startswith("没有比较：没有版本“nowhere”\n    修法：")

    (root / "site_config" / "site.yaml").unlink()
    broken = diffed(root, "HEAD")
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert broken.stderr.startswith("没有比较：新版本缺少站点设置或词表")
    assert "site_config/site.yaml" in broken.stderr


def test_misuse_is_told_apart(root: Path) -> None:
    assert diffed(root).exit_code == 2
    assert diffed(root, "HEAD", "--format", "html").exit_code == 2


def test_a_comment_is_utf_8_whatever_the_terminal_speaks(root: Path) -> None:
    done = run("diff", "HEAD", "--root", root, *DAY, changes={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0
    assert "失去称号" in done.stdout
    assert ESCAPE not in done.stdout
    assert TRACEBACK not in done.stderr
