# SPDX-License-Identifier: Apache-2.0
"""What stands in the workflow files, and what is wrong with one? Faults are sentences."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.conftest import REPOSITORY

HOME = REPOSITORY / ".github"
WORKFLOWS = sorted((HOME / "workflows").glob("*.yml"))
ACTIONS = sorted((HOME / "actions").glob("*/action.yml"))
GITLAB = REPOSITORY / ".gitlab-ci.yml"
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
OWN = re.compile(r"\./\.github/actions/[\w-]+")
USES = re.compile(r"^\s*(?:- )?uses: *(.+)$", re.MULTILINE)
SECRETS = re.compile(r"\$\{\{[^}]*\bsecrets\b|^ *secrets:", re.MULTILINE)
RUNS_THE_PROJECT = re.compile(r"\b(make|pip|python3?|platform-registry)\b")
Mapped = Mapping[str, Any]


def read(text: str) -> Any:
    """YAML as GitHub reads it: `on` is a word and no truth."""
    return YAML(typ="safe", pure=True).load(text)


def workflow(name: str) -> Mapped:
    """A workflow by the name of its file."""
    found: Mapped = read((HOME / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def step(name: str, job: str, words: str) -> Mapped:
    """The one step of a job in whose commands these words stand."""
    (found,) = (step for step in workflow(name)["jobs"][job]["steps"] if words in step.get("run", ""))
    chosen: Mapped = found
    return chosen


def faults(text: str) -> Iterator[str]:
    """What is wrong with a workflow."""
    known = read(text)
    triggers = known["on"] if isinstance(known["on"], dict) else {known["on"]: None}
    if "pull_request_target" in triggers:
        yield "it runs with the rights of the repository on what a stranger proposes"
    if known.get("permissions") != {}:
        yield "permissions are not empty at the top"
    if "concurrency" not in known:
        yield "no concurrency group"
    if SECRETS.search(text):
        yield "it uses a secret"
    yield from unpinned(text)
    for name, job in known["jobs"].items():
        yield from (f"{name}: {fault}" for fault in _faults_of_job(job, triggers))


def unpinned(text: str) -> Iterator[str]:
    """Every action that may be another one tomorrow."""
    for used in USES.findall(text):
        if not (PINNED.fullmatch(used) or (OWN.fullmatch(used) and (REPOSITORY / used).is_dir())):
            yield f"{used} is not pinned to a commit with its version beside it"


def _faults_of_job(job: Mapped, triggers: Mapped) -> Iterator[str]:
    steps = job["steps"]
    used = [step.get("uses", "") for step in steps]
    writes = "write" in dict(job.get("permissions", {})).values()
    if not isinstance(job.get("permissions"), dict):
        yield "no permissions of its own"
    if "timeout-minutes" not in job:
        yield "no timeout"
    if any("${{" in step.get("run", "") for step in steps):
        yield "an expression stands in commands"
    if any(
        "actions/checkout" in step.get("uses", "")
        and step.get("with", {}).get("persist-credentials") is not False
        for step in steps
    ):
        yield "a token is left in the checkout"
    if writes and "pull_request" in triggers:
        yield "it may write while it runs what a stranger proposes"
    if writes and (any(map(OWN.match, used)) or any(_runs_the_project(step) for step in steps)):
        yield "it may write and runs the project"
    if "workflow_run" in triggers and any("checkout" in name for name in used):
        yield "it fetches code after a run for a stranger"
    if any("cache" in step.get("with", {}) for step in steps) and "pull_request" not in triggers:
        yield "it publishes from a cache"


def _runs_the_project(step: Mapped) -> bool:
    return bool(RUNS_THE_PROJECT.search(step.get("run", "")))


def texts(files: list[Path]) -> dict[str, str]:
    """The texts of files, by their names."""
    return {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in files}
