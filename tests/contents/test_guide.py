# SPDX-License-Identifier: Apache-2.0
"""Does the editors' guide name only commands, options and forms that there are, and show readable YAML?"""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from generator.__main__ import application
from tests.conftest import REPOSITORY

PAGES = sorted((REPOSITORY / "content" / "editing").glob("*.md"))
CODE = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def calls(text: str) -> list[list[str]]:
    """The words of every command that a page names."""
    return [found.split() for found in re.findall(r"platform-registry ([a-z][a-z -]*)", text)]


@EACH
def test_a_page_names_only_commands_and_options_that_there_are(page: Path) -> None:
    command = get_command(application())
    for words in calls(page.read_text("utf-8")):
        inner = command.commands[words[0]]  # type: ignore[attr-defined]
        if words[0] == "new":
            inner = inner.commands[words[1]]
        known = {option for parameter in inner.params for option in parameter.opts}

        assert {word for word in words if word.startswith("--")} <= known


def test_the_five_jobs_name_the_commands_that_do_them() -> None:
    named = {tuple(words[:2]) for page in PAGES for words in calls(page.read_text("utf-8"))}

    assert {("new", "notice"), ("new", "designation"), ("new", "ruleset"), ("new", "form")} <= named


@EACH
def test_the_forms_that_a_page_names_are_there(page: Path) -> None:
    forms = (REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
    known = {str(YAML(typ="safe").load(form.read_text("utf-8")).get("name")) for form in forms}
    named = re.findall(r"(?:New issue，选|表单)“([^”]+)”", page.read_text("utf-8"))

    assert set(named) <= known


@EACH
def test_the_records_that_a_page_shows_can_be_read(page: Path) -> None:
    for indent, code in CODE.findall(page.read_text("utf-8")):
        lines = "".join(line.removeprefix(indent) for line in code.splitlines(keepends=True))

        for example in re.split(r"(?m)^(?=publicity:)", lines):  # one of several ways to write the same
            YAML(typ="safe").load(example)
