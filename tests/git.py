# SPDX-License-Identifier: Apache-2.0
"""How do tests keep a project in git? With settings of their own, whatever those of the machine are."""

import subprocess
from pathlib import Path

SETTINGS = (
    "user.name=样例",
    "user.email=office@example.org",
    "init.defaultBranch=main",
    "commit.gpgSign=false",
)


def git(root: Path, *arguments: str) -> str:
    """What git answers."""
    options = [part for setting in SETTINGS for part in ("-c", setting)]
    done = subprocess.run(
        ["git", "-C", str(root), *options, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def commit(root: Path) -> str:
    """Commit all that is there; the hash."""
    git(root, "add", "--all", "--force", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "样例")
    return git(root, "rev-parse", "HEAD")


def initialized(root: Path) -> str:
    """Make a folder a repository with all of it committed; the hash."""
    git(root, "init", "--quiet")
    return commit(root)
