# SPDX-License-Identifier: Apache-2.0
"""Is every code that a finding may carry explained to editors by one sentence, and no other?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.base.finding import Finding
from generator.checks.handbook import meanings
from generator.load.codes import CODES

LOADER = Path(__file__).parents[2] / "generator" / "load"
CODE = re.compile("[a-z]+(?:-[a-z]+)*")


def codes_in(file: Path) -> Iterator[str]:
    """The words in a module that stand where a finding takes its code."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in {Finding.__name__, "_refuse"} or len(node.args) < 4:
            continue
        word = node.args[3]
        found = word.value if isinstance(word, ast.Constant) else named.get(getattr(word, "id", ""))
        if isinstance(found, str):
            yield found


def test_every_code_of_reading_is_explained_and_every_explained_code_is_used() -> None:
    used = {code for file in LOADER.rglob("*.py") for code in codes_in(file)}

    assert used == set(CODES)


def test_every_code_has_one_sentence_that_ends_like_one() -> None:
    for code, meaning in meanings().items():
        assert CODE.fullmatch(code)
        assert meaning.endswith("。"), code
        assert "\n" not in meaning, code


def test_codes_of_reading_and_of_checks_differ() -> None:
    assert len(meanings()) > len(CODES) + 40
    assert list(meanings())[: len(CODES)] == list(CODES)
