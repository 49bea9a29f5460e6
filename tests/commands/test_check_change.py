# SPDX-License-Identifier: Apache-2.0
"""Does `check` tell an editor of a change in words, and machines in their forms, with the right end?"""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.__main__ import application
from tests.builders import TINY, TINY_DAY
from tests.git import git
from tests.pipeline.editing import appended, replaced

FIRST = "registry/designations/yangli/2020-06-01-first-list.yaml"


def check(root: Path, *arguments: str) -> Result:
    """The command, run in this process."""
    return CliRunner().invoke(
        application(), ["check", "--root", str(root), "--as-of", str(TINY_DAY), *arguments]
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny site in a repository."""
    root = shutil.copytree(TINY, tmp_path / "样例")
    git(tmp_path, "init", "--quiet", str(root))
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "样例")
    return root


def test_a_good_change_passes_and_an_alteration_does_not(root: Path) -> None:
    replaced("content/about.md", "\n", "\n\n")(root)
    good = check(root, "--base", "HEAD")
    replaced(FIRST, "name: 样例丙服务中心", "name: 样例丁服务中心")(root)
    wrong = check(root, "--base", "HEAD")

    assert (good.exit_code, good.stdout) == (0, "这次改动涉及 1 个文件：没有错误\n")
    assert wrong.exit_code == 1
    assert "已经发布，不能改：name 原来写的改成了“样例丁服务中心”（原来的也许要撤下" in wrong.stdout
    assert "    修法：从版本库恢复原来的内容；要遮去个人信息的，" in wrong.stdout
    assert wrong.stdout.splitlines()[-1].startswith("这次改动涉及 2 个文件：共 ")


def test_an_unknown_revision_is_one_sentence_with_the_repair(root: Path) -> None:
    done = check(root, "--base", "main2")

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[1].startswith("没有检查完：没有版本“main2”")
    assert "修法：" in done.stderr


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    done = check(shutil.copytree(TINY, tmp_path / "样例"), "--base", "main")

    assert done.exit_code == 1
    assert "不在 git 版本库里" in done.stderr


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_every_form_ends_like_the_words_and_hides_numbers_of_persons(form: str, tmp_path: Path) -> None:
    broken = shutil.copytree(TINY, tmp_path / "样例")
    number = "1380000" + "0000"
    appended("content/about.md", f"\n联系电话 {number}\n")(broken)

    wrong, good = check(broken, "--format", form), check(TINY, "--format", form)

    assert (wrong.exit_code, good.exit_code) == (1, 0)
    assert number not in wrong.stdout
    assert "personal-data" in wrong.stdout
    assert wrong.stdout.endswith("\n")


def test_json_goes_to_standard_output_alone(root: Path) -> None:
    done = check(root, "--format", "json", "--base", "HEAD")
    value = json.loads(done.stdout)

    assert (value["base"], value["touched"], value["passes"], value["findings"]) == ("HEAD", 0, True, [])
    assert done.stderr == "检查记录\n"


def test_another_form_is_a_usage_error(root: Path) -> None:
    assert check(root, "--format", "xml").exit_code == 2
