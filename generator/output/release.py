# SPDX-License-Identifier: Apache-2.0
"""How does a finished site take the place of the one before, whole or not at all?

A site consists of parts. A build writes them into a release of its own below `build/releases/`; only when
every part is there and verified does the link `build/site` turn to it, by one rename. Whatever stops a
build before that leaves the site as it was.

To write little, a build takes up the release that was shown before the current one and brings it up to
date, part by part. A release which was left in the middle is known by its missing mark and thrown away.

Every writer holds a lock on its release; releases that nobody holds, shows or has shown last are removed.
Releases are born, taken up and swept under one lock on `build/releases/`.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.output.parts import Release

LOCK = ".lock"
COMPLETE = ".complete"


@dataclass(frozen=True, slots=True)
class Build:
    """The folder that releases are kept in."""

    folder: Path

    @property
    def site(self) -> Path:
        """The link to the current release."""
        return self.folder / "site"

    @property
    def releases(self) -> Path:
        """Where releases are written."""
        return self.folder / "releases"

    @property
    def shown(self) -> str:
        """Which release is shown since when: another text after every build."""
        folder = self.site.resolve().parent
        try:
            return f"{folder.name}-{(folder / COMPLETE).stat().st_mtime_ns}"
        except OSError:  # nothing was built yet, or builds have just gone on from there
            return ""

    @property
    def current(self) -> "Release | None":
        """The release that is shown; None before the first, or where it is not one of ours."""
        folder = self.site.resolve().parent
        return Release(self.releases / folder.name) if folder.parent == self.releases.resolve() else None


@contextmanager
def next_release(build: Build, *, fresh: bool = False) -> Iterator[tuple[Release, Release | None]]:
    """The release to write the next site into, and the current one; both are held meanwhile.

    The one to write into is thrown away if the block fails. `fresh` asks for an empty one.
    """
    build.releases.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        with _alone(build):
            current = build.current
            if current:
                _lock(current.folder, fcntl.LOCK_SH, held)
            folder = (None if fresh else _spare(build, held)) or _new(build, held)
        release = Release(folder)
        (folder / COMPLETE).unlink(missing_ok=True)
        try:
            yield release, current
            if not (folder / COMPLETE).exists():
                (folder / COMPLETE).touch()
        except BaseException:
            if build.current != release:  # an interruption may come just after the swap
                shutil.rmtree(folder, ignore_errors=True)
            raise


def _lock(folder: Path, kind: int, held: ExitStack) -> bool:
    """Lock a release as long as `held` lasts; False where somebody else has it."""
    lock = held.enter_context((folder / LOCK).open("w"))
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _spare(build: Build, held: ExitStack) -> Path | None:
    """The release that was shown before the current one, if all its parts are whole and nobody has it."""
    for folder in sorted(build.releases.iterdir()):
        is_spare = (folder / COMPLETE).exists() and Release(folder) != build.current
        if is_spare and _lock(folder, fcntl.LOCK_EX, held):
            return folder
    return None


def _new(build: Build, held: ExitStack) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="release-", dir=build.releases))
    folder.chmod(0o755)
    (folder / "site").mkdir()
    _lock(folder, fcntl.LOCK_EX, held)
    return folder


@contextmanager
def _alone(build: Build) -> Iterator[None]:
    """No other build makes, takes up, swaps in or sweeps a release meanwhile."""
    held = os.open(build.releases, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def publish(build: Build, release: Release) -> Path:
    """Show a release, every part of which was verified when it was written; where its site stands."""
    with _alone(build):
        previous = build.current
        (release.folder / COMPLETE).touch()
        fresh = release.folder / "link"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(os.path.relpath(release.site, build.folder))
        fresh.rename(build.site)
        _sweep(build, keep={release, previous})
    return release.site


def _sweep(build: Build, keep: Collection[Release | None]) -> None:
    """Remove releases that nobody has, shows or has shown last."""
    for folder in build.releases.iterdir():
        with ExitStack() as held:
            if Release(folder) not in keep and _lock(folder, fcntl.LOCK_EX, held):
                shutil.rmtree(folder, ignore_errors=True)
