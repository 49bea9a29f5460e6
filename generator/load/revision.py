# SPDX-License-Identifier: Apache-2.0
"""Which commit are the sources at? None where they differ from every commit or are not kept in git."""

import os
import subprocess
from pathlib import Path

SOURCES = ("registry", "content", "site_config", "mkdocs.yml")


def commit_of(root: Path) -> str | None:
    """The full hash of the commit whose sources these are."""
    head = _git(root, "rev-parse", "--verify", "HEAD")
    top = _git(root, "rev-parse", "--show-toplevel")
    if not head or not top or Path(top) != root.resolve():
        return None
    changed = _git(root, "status", "--porcelain", "--untracked-files=all", "--", *SOURCES)
    return head if changed == "" else None


def _surroundings() -> dict[str, str]:
    """The environment without what a git hook sets, which may name another repository; git writes nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0"}


def _git(root: Path, *arguments: str) -> str | None:
    """What git answers; None if it refuses or is not there."""
    try:
        done = subprocess.run(  # noqa: S603  (no shell, fixed arguments)
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            env=_surroundings(),
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
