# SPDX-License-Identifier: Apache-2.0
"""How do tests run the commands of a workflow? In bash, with what a runner sets, and with no host.

The commands are those of the files themselves. In place of GitHub's own program stands one that notes what
it is asked, hands out an artifact, and gives an answer that the test has prepared.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.git import git
from tests.workflows.files import Mapped

FORBIDDEN = "#!/bin/sh\nexit 127\n"  # what may write runs nothing of the project
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_ASKED"
case "$1 $2" in
  "run download") for last; do :; done; mkdir -p "$last"; cp -R "$GH_ARTIFACT/." "$last" ;;
  "pr list" | "issue list") printf '%s' "$GH_ANSWER" ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Runner:
    """A machine that runs commands in the checkout of a repository."""

    home: Path
    checkout: Path

    @property
    def artifact(self) -> Path:
        """What other jobs have left."""
        return self.home / "artifact"

    @property
    def event(self) -> Path:
        """What has happened, as GitHub tells it."""
        return self.home / "event.json"

    @property
    def asked(self) -> list[str]:
        """What GitHub was asked to do; questions are left out."""
        file = self.home / "asked"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        return [line for line in lines if not line.startswith(("run ", "auth ", "pr list", "issue list"))]

    @property
    def summary(self) -> str:
        """What was written for the page of the run."""
        return (self.home / "summary").read_text(encoding="utf-8")

    def runs(self, of: Mapped, answer: str = "", **values: str) -> "subprocess.CompletedProcess[str]":
        """Run the commands of a step; `values` are those of its environment that GitHub fills in."""
        return subprocess.run(
            ["bash", "-e", "-c", of["run"]],
            cwd=self.checkout,
            env=self._environment(answer) | self._own(of, values) | values,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def _own(self, of: Mapped, values: Mapping[str, str]) -> dict[str, str]:
        """The values that a step states itself; one that GitHub fills in must be given."""
        told = {name: str(value) for name, value in of.get("env", {}).items()}
        assert {name for name, value in told.items() if "${{" in value} <= values.keys()
        return told

    def _environment(self, answer: str) -> dict[str, str]:
        return os.environ | {
            "PATH": f"{self.home / 'bin'}:{os.environ['PATH']}",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_PATH": str(self.event),
            "GITHUB_SERVER_URL": "https://example.org",
            "GITHUB_RUN_ID": "7",
            "GITHUB_STEP_SUMMARY": str(self.home / "summary"),
            "GITHUB_WORKSPACE": str(self.checkout),
            "RUNNER_TEMP": str(self.home / "temp"),
            "GH_REPO": "yangli/registry",
            "GH_ASKED": str(self.home / "asked"),
            "GH_ARTIFACT": str(self.artifact),
            "GH_ANSWER": answer,
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }


def runner(home: Path, checkout: Path, command: str = FORBIDDEN) -> Runner:
    """A runner with its programs; `command` is the text of `platform-registry`."""
    for folder in ("bin", "temp", "artifact"):
        (home / folder).mkdir(parents=True)
    for name, text in (("platform-registry", command), ("gh", GH)):
        program = home / "bin" / name
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)
    return Runner(home, checkout)


def cloned(origin: Path, target: Path) -> Path:
    """A checkout of main."""
    git(origin.parent, "clone", "--quiet", "--branch", "main", str(origin), str(target))
    return target


def tried_out(root: Path, target: Path) -> Path:
    """A checkout of a working tree, merged into main as GitHub tries it; no deeper than it must be."""
    git(root, "switch", "--quiet", "--create", "change")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "改动")
    git(root, "switch", "--quiet", "--create", "trial", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "试合并", "change")
    git(root, "clone", "--quiet", "--depth", "2", "--branch", "trial", root.as_uri(), str(target))
    return target
