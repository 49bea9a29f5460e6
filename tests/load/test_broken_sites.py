# SPDX-License-Identifier: Apache-2.0
"""What exactly does an editor read for each kind of mistake?

Each folder of tests/sites/broken/ is laid over a copy of the tiny site: files replace or join those of the
tiny site, `remove.txt` names files to take away, `grow.txt` files to make longer and how long.
`expected.txt` is what `platform-registry check` prints; --update-golden writes it anew.
"""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import application
from generator.checks.catalogue import CHECKS, HELD, code_of
from generator.checks.chains import BETWEEN
from tests.builders import TINY, TINY_DAY
from tests.files import files_in

BROKEN = TINY.parent / "broken"
SITES = sorted(path.name for path in BROKEN.iterdir())
LINE_AND_COLUMN = ":[1-9][0-9]*:[1-9][0-9]*"  # else a part of a file that has no lines, in words
RECIPES = ("expected.txt", "remove.txt", "grow.txt")
LOADER = Path(__file__).parents[2] / "generator" / "load"


def broken_site(name: str, target: Path) -> Path:
    """The tiny site with the mistakes of one folder."""
    overlay = BROKEN / name
    shutil.copytree(TINY, target)
    shutil.copytree(overlay, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*RECIPES))
    for file in lines_of(overlay / "remove.txt"):
        (target / file).unlink()
    for line in lines_of(overlay / "grow.txt"):
        file, size = line.split()
        content = (target / file).read_bytes()
        (target / file).write_bytes(content + b"#" * (int(size) - len(content)))
    return target


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@pytest.mark.parametrize("name", SITES)
def test_check_says_exactly_the_golden_text_and_touches_nothing(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    root = broken_site(name, tmp_path / "site")
    before = files_in(root)

    result = CliRunner().invoke(application(), ["check", "--root", str(root), "--as-of", str(TINY_DAY)])

    agreed = BROKEN / name / "expected.txt"
    if request.config.getoption("--update-golden"):
        agreed.write_text(result.stdout, encoding="utf-8")
    assert result.stdout == agreed.read_text(encoding="utf-8")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), "a traceback is no message"
    assert files_in(root) == before


def test_the_command_itself_says_the_same_in_a_process_of_its_own(tmp_path: Path) -> None:
    root = broken_site("several-files-at-once", tmp_path / "site")
    command = [sys.executable, "-m", "generator", "check", "--as-of", str(TINY_DAY)]

    done = subprocess.run(
        [*command, "--root", str(root)], capture_output=True, text=True, encoding="utf-8", check=False
    )

    assert done.returncode == 1
    assert done.stdout == (BROKEN / "several-files-at-once" / "expected.txt").read_text(encoding="utf-8")
    assert done.stderr == "检查记录\n"


def loader_codes() -> Iterator[str]:
    """The codes that findings of the loader carry, as they stand in its source."""
    for file in sorted(LOADER.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(("Finding", "_refuse")):
                code = call.args[3]
                known = code.value if isinstance(code, ast.Constant) else constants.get(ast.unparse(code))
                if known:  # else it is the argument of a function, whose callers are looked at
                    yield str(known)


def codes_of_checks() -> set[str]:
    """The codes of all checks, of those within a part of the site and of those between parts."""
    return {*map(code_of, CHECKS), *map(code_of, BETWEEN), *map(code_of, HELD)}


def told_codes() -> set[str]:
    """The codes in square brackets at the ends of the lines of all expected texts."""
    lines = [line for name in SITES for line in lines_of(BROKEN / name / "expected.txt")]
    return {line.rsplit("[", 1)[1].removesuffix("]") for line in lines if line.endswith("]")}


def test_the_codes_of_the_loader_are_found_in_its_source() -> None:
    assert {"yaml-syntax", "no-tags", "fields", "values", "personal-data", "files"} <= set(loader_codes())


def test_every_code_has_a_broken_site() -> None:
    assert {*loader_codes(), *codes_of_checks()} - told_codes() == set()


def test_every_expected_text_names_no_other_code() -> None:
    assert told_codes() - {*loader_codes(), *codes_of_checks()} == set()


@pytest.mark.parametrize("name", SITES)
def test_every_finding_has_a_place_and_a_repair(name: str) -> None:
    *lines, summary = lines_of(BROKEN / name / "expected.txt")

    assert lines
    assert all(re.match(rf"\S+(?:{LINE_AND_COLUMN}|（.+?）): (错误|提示)：\S", line) for line in lines[::2])
    assert all(repair.startswith("    修法：") and len(repair) > 8 for repair in lines[1::2])
    assert summary.startswith("共 ")
