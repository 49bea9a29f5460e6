# SPDX-License-Identifier: Apache-2.0
"""How does a finished site take the place of the one before, whole or not at all?

A site consists of parts. A build writes them into a release of its own below `build/releases/`; only when
every part is there and verified does the link `build/site` turn to it, by one rename. Whatever stops a
build before that leaves the site as it was.

To write little, a build takes up the release that was shown before the current one and brings it up to
date: a part that is the same stays untouched, files that the current release has already are linked, and
only the others are written, never into a file that is there. While a part is being changed its outcome is
missing, so that a release which was left in the middle is known and thrown away.

Every writer holds a lock on its release; releases that nobody holds, shows or has shown last are removed.
Releases are born, taken up and swept under one lock on `build/releases/`.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.base.output_file import OutputFile
from generator.model.outcome import Outcome, Stored
from generator.model.overview import Overview

LOCK = ".lock"
COMPLETE = ".complete"
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
        """Which release is shown since when: another text after every build."""
        folder = self.site.resolve().parent
        return (
            f"{folder.name}-{(folder / COMPLETE).stat().st_mtime_ns}" if (folder / COMPLETE).exists() else ""
        )

    @property
    def current(self) -> "Release | None":
        """The release that is shown; None before the first, or where it is not one of ours."""
        folder = self.site.resolve().parent
        return Release(self.releases / folder.name) if folder.parent == self.releases.resolve() else None


@dataclass(frozen=True, slots=True)
class Release:
    """One release: the site, and the outcome of each of its parts."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where its files stand."""
        return self.folder / "site"

    def _note(self, part: str, kind: str = "parts") -> Path:
        return self.folder / kind / f"{part}.json"

    def overview(self, part: str) -> Overview:
        """What the rest of the site needs of a part."""
        return Overview.model_validate_json(self.overview_text(part))

    def overview_text(self, part: str) -> bytes:
        """The same as it is kept."""
        return self._note(part, "overviews").read_bytes()

    @property
    def parts(self) -> list[str]:
        """The names of its parts."""
        home = self.folder / "parts"
        return sorted(path.relative_to(home).as_posix()[:-5] for path in home.rglob("*.json"))

    def outcome(self, part: str) -> Outcome | None:
        """What is kept of a part; None if there is nothing, or if it is of another make."""
        try:
            return Outcome.model_validate_json(self._note(part).read_bytes())
        except (OSError, ValueError):
            return None

    def noted(self, part: str) -> Outcome:
        """What is kept of a part that was written just now."""
        return Outcome.model_validate_json(self._note(part).read_bytes())

    def put(
        self,
        part: str,
        outcome: Outcome,
        files: Iterable[OutputFile],
        other: "Release | None",
        overview: Overview | None = None,
    ) -> Outcome:
        """Bring a part up to date; its outcome with what stands on the disk now.

        Files that `other` holds with the same content are linked from there.
        """
        before = self.outcome(part)
        there = other.outcome(part) if other else None
        self._note(part).unlink(missing_ok=True)
        stored: dict[str, Stored] = {}
        for file in files:
            if file.path in stored:
                raise Unfit(f"两个文件的网址都是 /{file.path}{RENAME}")
            stored[file.path] = stored_as(file)
            self._place(file.path, stored[file.path], before, there, other, file.content)
        made = outcome.model_copy(update={"files": stored})
        return self._noted(
            part, made, before, (overview or Overview()).model_dump_json(by_alias=True).encode()
        )

    def adopt(self, part: str, outcome: Outcome, other: "Release") -> None:
        """Take over a part of another release as it is."""
        before = self.outcome(part)
        if before and (before.key, before.files) == (outcome.key, outcome.files):
            return
        self._note(part).unlink(missing_ok=True)
        for path, stored in outcome.files.items():
            self._place(path, stored, before, outcome, other, None)
        self._noted(part, outcome, before, other.overview_text(part))

    def _place(
        self,
        path: str,
        stored: Stored,
        before: Outcome | None,
        there: Outcome | None,
        other: "Release | None",
        content: bytes | None,
    ) -> None:
        """Make one file stand here: leave it, link it, or write it."""
        had = before.files.get(path) if before else None
        if had == stored:
            return
        target = f"{self.site}/{path}"
        source = f"{other.site}/{path}" if other and (content is None or _has(there, path, stored)) else None
        try:
            if had:
                Path(target).unlink(missing_ok=True)
            try:
                _make(target, source, content)
            except FileNotFoundError:  # the folder is not there yet, or was just removed as empty
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                _make(target, source, content)
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
            raise Unfit(f"/{path} 与另一个文件的网址冲突{RENAME}") from error
        except OSError as error:
            error.filename = error.filename or target  # a full disk does not say where
            raise

    def _noted(self, part: str, outcome: Outcome, before: Outcome | None, overview: bytes) -> Outcome:
        """Verify what was written, remove what the part has no more, and note what came of it."""
        had = before.files if before else {}
        _verify(
            self.site, {path: stored for path, stored in outcome.files.items() if had.get(path) != stored}
        )
        for path in had.keys() - outcome.files.keys():
            self._remove(path)
        text = outcome.model_dump_json(by_alias=True).encode()
        for note, content in ((self._note(part, "overviews"), overview), (self._note(part), text)):
            note.parent.mkdir(parents=True, exist_ok=True)
            fresh = note.with_suffix(".new")
            fresh.write_bytes(content)
            fresh.rename(note)
        return outcome

    def drop(self, part: str) -> None:
        """Remove a part that the site has no more."""
        before = self.outcome(part)
        self._note(part).unlink(missing_ok=True)
        self._note(part, "overviews").unlink(missing_ok=True)
        for path in before.files if before else ():
            self._remove(path)

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        target = self.site / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self.site or any(folder.iterdir()):
                break
            folder.rmdir()


def stored_as(file: OutputFile) -> Stored:
    """How a file will stand on the disk."""
    return Stored(size=len(file.content), sha256=hashlib.sha256(file.content).hexdigest())


def _has(outcome: Outcome | None, path: str, stored: Stored) -> bool:
    return outcome is not None and outcome.files.get(path) == stored


def _make(target: str, source: str | None, content: bytes | None) -> None:
    """Make a new file, of a link or of its content; one that is there already is a conflict."""
    if source:
        os.link(source, target)
        return
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        view = memoryview(content or b"")
        while view:
            view = view[os.write(handle, view) :]
    finally:
        os.close(handle)


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


def _verify(site: Path, files: Mapping[str, Stored]) -> None:
    """Every file is there with its size; else Unfit."""
    problems = []
    for path, stored in files.items():
        try:
            whole = os.stat(f"{site}/{path}").st_size == stored.size  # noqa: PTH116  (a third of the time)
        except OSError:
            whole = False
        if not whole:
            problems.append(f"{path}：没有写完整")
    if problems:
        raise Unfit("\n".join(problems))


def _sweep(build: Build, keep: Collection[Release | None]) -> None:
    """Remove releases that nobody has, shows or has shown last."""
    for folder in build.releases.iterdir():
        with ExitStack() as held:
            if Release(folder) not in keep and _lock(folder, fcntl.LOCK_EX, held):
                shutil.rmtree(folder, ignore_errors=True)
