# SPDX-License-Identifier: Apache-2.0
"""Which commit are the sources at? None where they differ from every commit or are not kept in git."""

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


def _git(root: Path, *arguments: str) -> str | None:
    """What git answers; None if it refuses or is not there."""
    try:
        done = subprocess.run(  # noqa: S603  (no shell, fixed arguments)
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
