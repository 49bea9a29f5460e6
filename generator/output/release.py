# SPDX-License-Identifier: Apache-2.0
"""How does a finished site take the place of the one before, whole or not at all?

Each build writes a folder of its own below `build/releases/`. Only when every file is there and
verified does the link `build/site` turn to it, by one rename. Whatever stops a build before that leaves
the site as it was. Every writer holds a lock on its folder; folders whose lock is free and that are
neither the current nor the previous release belong to nobody any more and are removed. Folders are born
and swept under one lock on `build/releases/`, so that none is swept before it has its own.
"""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.base.output_file import OutputFile

MANIFEST = "manifest.json"
LOCK = ".lock"
RENAME = "\n    修法：改掉 content/ 里与固定页面同名的文件"


class Unfit(Exception):  # noqa: N818  (its message is for editors)
    """The release is not fit to be published; the message lists why."""


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
        """The name of the release that the link leads to."""
        return self.site.resolve().parent.name


def publish(build: Build, files: Iterable[OutputFile]) -> Path:
    """Write, verify and swap in a release; the folder it stands in. OSError leaves the old site whole."""
    with _new_release(build) as release:
        written = _write(release / "site", files)
        _verify(release / "site", written)
        with _alone(build):
            previous = build.shown
            _swap(build, release / "site")
            _sweep(build, keep={release.name, previous})
    return release / "site"


@contextmanager
def _alone(build: Build) -> Iterator[None]:
    """No other build makes, swaps in or sweeps a release meanwhile."""
    held = os.open(build.releases, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


@contextmanager
def _new_release(build: Build) -> Iterator[Path]:
    """A fresh folder, locked as long as it is being written; removed again if writing fails."""
    build.releases.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        with _alone(build):
            release = Path(tempfile.mkdtemp(prefix="release-", dir=build.releases))
            release.chmod(0o755)
            lock = held.enter_context((release / LOCK).open("w"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield release
        except BaseException:
            if build.shown != release.name:  # an interruption may come just after the swap
                shutil.rmtree(release, ignore_errors=True)
            raise


def _write(site: Path, files: Iterable[OutputFile]) -> dict[str, bytes]:
    """Every file with its digest; Unfit where two have one path, or one stands where another has a folder."""
    digests: dict[str, bytes] = {}
    made: set[Path] = set()
    for file in files:
        if file.path in digests:
            raise Unfit(f"两个文件的网址都是 /{file.path}{RENAME}")
        target = site / file.path
        try:
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            target.write_bytes(file.content)
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
            raise Unfit(f"/{file.path} 与另一个文件的网址冲突，一个是文件，一个是文件夹{RENAME}") from error
        except OSError as error:
            error.filename = error.filename or str(target)  # a full disk does not say where
            raise
        digests[file.path] = hashlib.sha256(file.content).digest()
    return digests


def _verify(site: Path, written: dict[str, bytes]) -> None:
    """Every file named by the manifest is there with its size and digest, and no other; else Unfit."""
    listed = json.loads((site / MANIFEST).read_bytes())["files"]
    problems = [f"{path}：不在文件清单里" for path in sorted(set(written) - set(listed) - {MANIFEST})]
    for path, entry in listed.items():
        target = site / path
        if written.get(path, b"").hex() != entry["sha256"]:
            problems.append(f"{path}：与文件清单不符")
        elif not target.is_file() or target.stat().st_size != entry["size"]:
            problems.append(f"{path}：没有写完整")
    if problems:
        raise Unfit("\n".join(problems))


def _swap(build: Build, site: Path) -> None:
    """Turn the link to the new release by one rename."""
    fresh = site.parent / "link"
    fresh.symlink_to(os.path.relpath(site, build.folder))
    fresh.rename(build.site)


def _sweep(build: Build, keep: set[str]) -> None:
    """Remove releases that nobody writes, shows or has shown last."""
    for release in build.releases.iterdir():
        if release.name in keep:
            continue
        try:
            with (release / LOCK).open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(release, ignore_errors=True)
        except OSError:
            continue
