# SPDX-License-Identifier: Apache-2.0
"""Does `check` find what is wrong, say so plainly, and end with the right code?"""

import shutil
import sys
from pathlib import Path

import pytest

from tests.builders import TINY
from tests.commands.process import DAY, ESCAPE, MODULE, run
from tests.load.test_broken_sites import BROKEN, broken_site
from tests.output.techniques import obedient

SCRIPT = (str(Path(sys.executable).with_name("platform-registry")),)
SAMPLE = ("tabs", "unclosed-quote", "wrong-encoding", "missing-vocabularies", "several-files-at-once")


def test_good_records_end_with_0() -> None:
    done = run("check", "--root", TINY, *DAY)

    assert (done.returncode, done.stdout, done.stderr) == (0, "没有错误\n", "检查记录\n")


@pytest.mark.parametrize("command", [MODULE, SCRIPT], ids=["python -m generator", "platform-registry"])
@pytest.mark.parametrize("name", SAMPLE)
def test_broken_records_end_with_1_and_findings_never_a_traceback(
    name: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    done = run("check", "--root", broken_site(name, tmp_path / "site"), *DAY, command=command)

    assert done.returncode == 1
    assert done.stdout == (BROKEN / name / "expected.txt").read_text(encoding="utf-8")
    assert done.stderr == "检查记录\n"


def with_a_note(target: Path) -> Path:
    """The tiny site with something to look at that is no error."""
    root = shutil.copytree(TINY, target)
    version = root / "registry/rulesets/yangli/2020.yaml"
    text = version.read_text(encoding="utf-8")
    version.write_text(text.replace("样工信〔2020〕1号", "样工信〔2019〕1号", 1), encoding="utf-8")
    return root


def test_notes_alone_are_told_and_end_with_0(tmp_path: Path) -> None:
    done = run("check", "--root", with_a_note(tmp_path / "site"), *DAY)

    first, repair, summary = done.stdout.splitlines()
    assert done.returncode == 0
    assert first.startswith("registry/rulesets/yangli/2020.yaml:2:18: 提示：文号“样工信〔2019〕1号”里的年份")
    assert repair == "    修法：核对文号和日期；确实不同的不必改"
    assert summary == "没有错误，有 1 处提示"


def test_what_is_said_has_no_escape_codes_and_is_the_same_on_any_width(tmp_path: Path) -> None:
    root = broken_site("several-files-at-once", tmp_path / "site")

    narrow = run("check", "--root", root, *DAY, changes={"COLUMNS": "20", "TERM": "xterm-256color"})
    wide = run("check", "--root", root, *DAY, changes={"COLUMNS": "500", "NO_COLOR": "1"})

    assert narrow.stdout == wide.stdout
    assert ESCAPE not in narrow.stdout + narrow.stderr


def test_nothing_is_written(tmp_path: Path) -> None:
    root = shutil.copytree(TINY, tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    run("check", "--root", root, *DAY)

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_records_that_may_not_be_read_are_told_with_the_repair(tmp_path: Path) -> None:
    root = shutil.copytree(TINY, tmp_path / "site")
    (root / "content" / "about.md").chmod(0)

    done = run("check", "--root", root, *DAY, command=obedient)

    assert (done.returncode, done.stdout) == (1, "")
    said = f"没有检查完：{root}/content/about.md：没有权限，换一个地方，或请管理员给予权限"
    assert done.stderr.splitlines() == ["检查记录", said]


@pytest.mark.parametrize(
    "encoding",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "C"],
)
def test_a_terminal_without_chinese_characters_gets_codes_and_no_traceback(encoding: dict[str, str]) -> None:
    done = run("check", "--root", TINY, *DAY, changes=encoding)

    assert done.returncode == 0
    assert done.stdout.encode().decode("unicode_escape") == "没有错误\n"
