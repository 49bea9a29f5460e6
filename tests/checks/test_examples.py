# SPDX-License-Identifier: Apache-2.0
"""Is every example of the editors' handbook true, and has every code one?

The sample project is tests/sites/handbook/ laid over the tiny site. What an example calls right is there;
put in what it calls wrong, and `check` tells just what the handbook says, or `check --base` where the
example is of a change. What no line can show is told in words; its message stands in the expected text of a
broken site, which is kept true elsewhere. With --update-golden messages are written anew.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.author.lists.understanding import understood
from generator.base.finding import Finding, Level
from generator.checks.catalogue import OF_A_CHANGE, code_of
from generator.checks.chapters import EXAMPLES, OTHERS, TITLES, chapters
from generator.checks.handbook import meanings
from generator.load.lists.reading import sheets_in
from generator.model.handbook import Example, Shown
from generator.pipeline.change import examine_change
from tests.builders import TINY, TINY_DAY
from tests.checks.retelling import retold
from tests.git import initialized

SITES = TINY.parent
IN_WORDS = [example for example in EXAMPLES if example.shown is Shown.WORDS]
IN_ROWS = [example for example in EXAMPLES if example.shown is Shown.ROWS]
IN_FILES = [example for example in EXAMPLES if example.shown in {Shown.LINES, Shown.NAME}]
OF_CHANGES = {code_of(check) for check in OF_A_CHANGE}


def name_of(example: Example) -> str:
    return f"{example.code}: {example.message[:20]}"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in which everything is right."""
    root = shutil.copytree(TINY, tmp_path_factory.mktemp("handbook") / "sample")
    shutil.copytree(SITES / "handbook", root, dirs_exist_ok=True)
    initialized(root)
    return root


@pytest.fixture(scope="module")
def told_of_what_is_right(sample: Path) -> set[tuple[str, str]]:
    """What is said of the sample project as it is: its version without cases for all conditions is noted."""
    findings = pipeline.examine(sample, TINY_DAY)
    assert [finding for finding in findings if finding.level is Level.ERROR] == []
    return {(finding.check, finding.message) for finding in findings}


@contextmanager
def written_wrong(root: Path, example: Example) -> Iterator[None]:
    """The sample project with one thing wrong in it, as long as it lasts."""
    file = root / example.file
    if example.shown is Shown.NAME:
        other = root / example.wrong
        file.rename(other)
        try:
            yield
        finally:
            other.rename(file)
        return
    before = file.read_bytes()
    text = before.decode()
    assert text.count(example.right) == 1, "what is right stands in the sample once"
    file.write_bytes(text.replace(example.right, example.wrong).encode())
    try:
        yield
    finally:
        file.write_bytes(before)


def as_told(finding: Finding) -> tuple[str, str, str, Level]:
    return finding.check, finding.message, finding.repair, finding.level


@pytest.mark.parametrize("example", IN_FILES, ids=name_of)
def test_golden_what_check_says_of_what_is_wrong_is_just_what_the_handbook_says(
    example: Example,
    sample: Path,
    told_of_what_is_right: set[tuple[str, str]],
    request: pytest.FixtureRequest,
) -> None:
    with written_wrong(sample, example):
        if example.code in OF_CHANGES:
            found = examine_change(sample, TINY_DAY, "main").findings
        else:
            found = pipeline.examine(sample, TINY_DAY)
    new = [one for one in found if (one.check, one.message) not in told_of_what_is_right]

    if request.config.getoption("--update-golden"):
        said = next(one for one in new if one.check == example.code)
        retold(example.code, example.wrong, said.message, said.repair)
        example = replace(example, message=said.message, repair=said.repair)
    assert (example.code, example.message, example.repair, example.level) in map(as_told, new)


@pytest.mark.parametrize("example", IN_WORDS, ids=name_of)
def test_what_is_told_in_words_is_said_of_a_broken_site(example: Example) -> None:
    expected = [file.read_text(encoding="utf-8") for file in (SITES / "broken").glob("*/expected.txt")]
    said = f"错误：{example.message} [{example.code}]\n    修法：{example.repair}\n"

    assert any(said in text for text in expected)


@pytest.mark.parametrize("example", IN_ROWS, ids=name_of)
def test_what_is_told_of_rows_is_said_of_a_list(example: Example) -> None:
    def told_of(rows: str) -> list[tuple[str, str, str, Level]]:
        sheets = sheets_in(example.file, rows.encode())
        return list(map(as_told, understood(example.file, sheets, {}).findings))

    assert told_of(example.wrong) == [(example.code, example.message, example.repair, example.level)]
    assert told_of(example.right) == []


def test_every_code_has_an_entry_with_an_example() -> None:
    entries = [entry for chapter in chapters() for entry in chapter.entries]

    assert sorted(entry.code for entry in entries) == sorted(meanings())
    assert [entry.code for entry in entries if not entry.examples] == []
    assert {example.code for example in EXAMPLES} == set(meanings())


def test_a_check_stands_in_the_chapter_of_its_topic() -> None:
    homes = {entry.code: chapter.id for chapter in chapters() for entry in chapter.entries}

    assert homes["yaml-syntax"] == "reading"
    assert homes["in-force-follows-from-the-text"] == "in-force"
    assert homes["linked-records-are-there"] == "chains"


def test_only_what_is_found_against_the_published_stands_in_the_last_chapter() -> None:
    last = [chapter for chapter in chapters() if chapter.title == TITLES[OTHERS]]

    assert [chapter.id for chapter in last] in ([], [OTHERS])


def test_examples_are_of_the_fictitious_place_alone() -> None:
    real = ("linfen", "xiamen", "liaocheng", "临汾", "厦门", "聊城")

    assert [e.code for e in EXAMPLES if any(word in e.file + e.wrong + e.right for word in real)] == []
