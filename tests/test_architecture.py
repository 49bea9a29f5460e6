# SPDX-License-Identifier: Apache-2.0
"""Is the machine still built as ARCHITECTURE.md says? Floors, heads of files, sizes, and who may do what."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
PACKAGE = REPOSITORY / "generator"
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
FLOORS = [
    "base",
    "model",
    "derive load",
    "checks render author",
    "output",
    "pipeline",
    "commands",
    "__main__",
]
LEVEL = {name: level for level, floor in enumerate(FLOORS) for name in floor.split()}


def folder_of(file: Path) -> str:
    return file.parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """The parts of the package that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            parts = node.module.split(".")
            yield from parts[1:2] or [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("generator."))


def parsed(file: Path) -> ast.Module:
    return ast.parse((PACKAGE / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_only_point_down(file: Path) -> None:
    here = folder_of(file)
    for name in imports(parsed(file)):
        assert name == here or LEVEL[name] < LEVEL[here], f"{file}: {here} may not import {name}"


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_stand_at_the_head(file: Path) -> None:
    tree = parsed(file)
    inner = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]

    assert [node.lineno for node in inner if node not in tree.body] == []


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_begins_with_its_licence_and_its_question(file: Path) -> None:
    text = (PACKAGE / file).read_text(encoding="utf-8")

    assert text.startswith("# SPDX-License-Identifier: Apache-2.0\n")
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_files_and_functions_stay_small(file: Path) -> None:
    tree = parsed(file)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert (PACKAGE / file).read_text(encoding="utf-8").count("\n") <= 300
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 40] == []


def lines_with(pattern: str, allowed: str) -> list[str]:
    """Places outside the allowed folders where a pattern stands."""
    found = []
    for file in FILES:
        if folder_of(file) in allowed.split():
            continue
        text = (PACKAGE / file).read_text(encoding="utf-8")
        found += [f"{file}: {line}" for line in text.splitlines() if re.search(pattern, line)]
    return found


def test_only_output_writes() -> None:
    by_path = r"\.(write_(text|bytes)|mkdir|touch|unlink|symlink_to)\("
    by_module = r"\bos\.(link|rename|replace)\(|\bshutil\.(?!which)"

    assert lines_with(f"{by_path}|{by_module}", "output") == []


def test_only_load_and_output_run_programs() -> None:
    assert lines_with(r"\bsubprocess\b", "load output") == []


def test_only_commands_read_the_clock() -> None:
    assert lines_with(r"\b(now|today|time)\(\)|datetime\.now", "commands") == []


def test_only_commands_speak() -> None:
    assert lines_with(r"\bprint\(|Console\(", "commands") == []


def test_only_load_and_output_read_files() -> None:
    # `book.open` opens a member of a workbook that is made in memory.
    assert lines_with(r"\.read_(text|bytes)\(|(?<!book\.)\bopen\(", "load output") == []


def test_every_folder_is_in_the_architecture_document() -> None:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")

    assert [name for name in LEVEL if (PACKAGE / name).is_dir() and f"`{name}/`" not in text] == []
