# SPDX-License-Identifier: Apache-2.0
"""Are the workflow files right, as actionlint and as our own rules see them?"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from generator.__main__ import application
from tests.conftest import REPOSITORY
from tests.workflows.files import ACTIONS, GITLAB, WORKFLOWS, faults, read, texts, unpinned, workflow

ACTIONLINT = (str(Path(sys.executable).parent / "actionlint"), "-shellcheck=", "-pyflakes=", "-no-color")
CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
GOOD = f"""
name: sample
on:
  pull_request:
permissions: {{}}
concurrency:
  group: sample
jobs:
  look:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: {CHECKOUT}
        with:
          persist-credentials: false
      - env:
          TITLE: ${{{{ github.event.pull_request.title }}}}
        run: echo "$TITLE"
"""
WRITING = ("contents: read", "contents: write")
PUSHED = ("  pull_request:\n", "  push:\n")
WRONG = {
    "it runs with the rights of the repository": [("pull_request:", "pull_request_target:")],
    "permissions are not empty at the top": [("permissions: {}", "permissions: read-all")],
    "no concurrency group": [("concurrency:\n  group: sample\n", "")],
    "it uses a secret": [('"$TITLE"', "${{ secrets.TOKEN }}")],
    f"{CHECKOUT[:57]} is not pinned": [(" # v7.0.1", "")],
    "actions/checkout@v7 is not pinned": [(CHECKOUT, "actions/checkout@v7")],
    "./.github/actions/none is not pinned": [(CHECKOUT, "./.github/actions/none")],
    "look: no permissions of its own": [("    permissions:\n      contents: read\n", "")],
    "look: no timeout": [("    timeout-minutes: 5\n", "")],
    "look: an expression stands in commands": [('"$TITLE"', "${{ github.event.pull_request.title }}")],
    "look: a token is left": [("        with:\n          persist-credentials: false\n", "")],
    "look: it may write while it runs": [WRITING],
    "look: it may write and runs the project": [WRITING, PUSHED, ('echo "$TITLE"', "make build")],
    "look: it fetches code": [("  pull_request:\n", "  workflow_run:\n    workflows: [other]\n")],
    "look: it publishes from a cache": [
        PUSHED,
        ("persist-credentials: false", "persist-credentials: false\n          cache: pip"),
    ],
}


def linted(*files: Path) -> tuple[int, str]:
    """What actionlint finds in some files."""
    done = subprocess.run(
        [*ACTIONLINT, *map(str, files)],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def test_actionlint_finds_nothing_in_any_workflow() -> None:
    assert len(WORKFLOWS) > 3
    assert linted(*WORKFLOWS) == (0, "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"$TITLE"', "${{ github.event.pull_request.title }}", "potentially untrusted"),
        ("jobs:", "jobs:\n  other:\n    needs: nothing", "nothing"),
        ("contents: read", "contents: much", "contents"),
    ],
)
def test_actionlint_refuses_a_broken_workflow(old: str, new: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.yml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")

    code, told = linted(file)

    assert code == 1
    assert said in told


@pytest.mark.parametrize(("name", "text"), texts(WORKFLOWS).items())
def test_no_workflow_has_a_fault(name: str, text: str) -> None:
    assert list(faults(text)) == []


@pytest.mark.parametrize(("name", "text"), texts(ACTIONS).items())
def test_actions_of_our_own_use_only_pinned_ones(name: str, text: str) -> None:
    assert list(unpinned(text)) == []


def test_a_workflow_without_faults_passes() -> None:
    assert list(faults(GOOD)) == []


@pytest.mark.parametrize(("fault", "changes"), WRONG.items())
def test_every_fault_is_found(fault: str, changes: list[tuple[str, str]]) -> None:
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)

    assert any(found.startswith(fault) for found in faults(text)), list(faults(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("github.event.pull_request.title", "secrets['TOKEN']"),
        ("github.event.pull_request.title", "toJSON(secrets)"),
        ("    runs-on:", "    secrets: inherit\n    runs-on:"),
    ],
)
def test_a_secret_is_found_however_it_is_taken(old: str, new: str) -> None:
    assert list(faults(GOOD.replace(old, new))) == ["it uses a secret"]


def options_of(command: Any) -> set[str]:
    """The options of a command, or of all that it consists of."""
    inner = command.commands.values() if isinstance(command, TyperGroup) else ()
    own = {option for parameter in command.params for option in parameter.opts} if command else set()
    return own.union(*map(options_of, inner))


def misused(text: str) -> list[str]:
    """Commands and options in a script that `platform-registry` does not have."""
    group = typer.main.get_command(application())
    assert isinstance(group, TyperGroup)
    wrong = []
    for name, rest in re.findall(r"\bplatform-registry ([\w-]+)([^\n|<>&;#]*)", text):
        command = group.commands.get(name)
        used = re.findall(r"(?<!\S)--?[a-z][\w-]*", rest)
        wrong += [f"{name} {option}" for option in used if option not in options_of(command)]
        if command is None:
            wrong.append(name)
    return wrong


@pytest.mark.parametrize(("name", "text"), texts([*WORKFLOWS, *ACTIONS, GITLAB]).items())
def test_only_commands_and_options_that_there_are_stand_in_workflows(name: str, text: str) -> None:
    assert misused(text) == []


def test_a_command_or_option_that_is_not_there_is_found() -> None:
    text = "- platform-registry publish\n- platform-registry build --previw > x\n- platform-registry check"

    assert misused(text) == ["publish", "build --previw"]


def test_what_is_published_is_the_site_and_what_is_shown_before_is_the_preview() -> None:
    def paths(name: str, job: str) -> list[str]:
        return [
            step["with"]["path"] for step in workflow(name)["jobs"][job]["steps"] if "upload" in str(step)
        ]

    gitlab = GITLAB.read_text(encoding="utf-8")

    assert paths("publish", "build") == ["build/site", "registry/addresses.lock"]
    assert paths("pull-request", "preview") == ["build/preview/site"]
    assert "cp -RL build/site public" in gitlab
    assert gitlab.count("public") == 2


def test_gitlab_does_the_same_as_github() -> None:
    def commands(text: str) -> set[str]:
        return set(re.findall(r"\b(platform-registry \w+(?: --preview)?|make test)\b", text))

    github = "".join(texts(WORKFLOWS).values())
    gitlab = GITLAB.read_text(encoding="utf-8")

    # Forms are those of GitHub's issues.
    assert commands(github) - commands(gitlab) == {"platform-registry new"}
    assert commands(gitlab) <= commands(github)


def test_the_file_for_gitlab_is_one_that_gitlab_takes() -> None:
    known = read(GITLAB.read_text(encoding="utf-8"))
    words = {"stages", "workflow", "default", "variables"}
    jobs = {name: job for name, job in known.items() if name not in words}

    for name, job in jobs.items():
        parents = [job["extends"]] if isinstance(job.get("extends"), str) else job.get("extends", [])
        whole = {key: value for parent in parents for key, value in jobs[parent].items()} | job
        if name.startswith("."):
            continue
        assert whole["stage"] in known["stages"], name
        assert whole["rules"], name
        assert all(isinstance(line, str) for line in whole["script"]), name
        assert re.fullmatch(
            r"[A-Za-z0-9_][-\w ]*", whole.get("artifacts", {}).get("expose_as", "x"), re.ASCII
        )
