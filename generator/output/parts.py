# SPDX-License-Identifier: Apache-2.0
"""How do the files of a part reach a release, and what is kept of it?

Every file is looked at for numbers of persons before it is written. A part that is the same stays untouched,
files that the current release has already are linked, and only the others are written, never into a file
that is there. While a part is being changed its outcome is missing.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.base.output_file import OutputFile
from generator.model.chain import Leaves
from generator.model.outcome import Outcome, Stored
from generator.model.overview import Overview
from generator.output.last_look import look_at

OVERVIEWS, LEAVES = "overviews", "leaves"  # what is kept of a part beside its outcome
RENAME = "\n    修法：改掉 content/ 里与固定页面同名的文件"


class Unfit(Exception):
    """The release is not fit to be published; the message lists why."""


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

    def content(self, path: str) -> bytes:
        """A file of the site."""
        return (self.site / path).read_bytes()

    def overview(self, part: str) -> Overview:
        """What the rest of the site needs of a part."""
        return Overview.model_validate_json(self.overview_text(part))

    def overview_text(self, part: str) -> bytes:
        """The same as it is kept."""
        return self._note(part, OVERVIEWS).read_bytes()

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

    def leaves(self, part: str) -> Leaves | None:
        """What a shard tells of its notices and documents; None if there is nothing, or of another make."""
        try:
            return Leaves.model_validate_json(self._note(part, LEAVES).read_bytes())
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
        leaves: Leaves | None = None,
    ) -> Outcome:
        """Bring a part up to date; its outcome with what stands on the disk now.

        Files that `other` holds with the same content are linked from there.
        """
        before = self.outcome(part)
        there = other.outcome(part) if other else None
        # What the same generator has looked at need not be looked at again.
        looked = [known.vouched(outcome.key) for known in (before, there) if known]
        self._note(part).unlink(missing_ok=True)
        stored: dict[str, Stored] = {}
        for file in files:
            if file.path in stored:
                raise Unfit(f"两个文件的网址都是 /{file.path}{RENAME}")
            stored[file.path] = stored_as(file)
            if all(known.get(file.path) != stored[file.path].sha256 for known in looked):
                look_at(file)
            self._place(file.path, stored[file.path], before, there, other, file.content)
        made = outcome.model_copy(update={"files": stored})
        notes = {OVERVIEWS: (overview or Overview()).model_dump_json(by_alias=True).encode()}
        if leaves:
            notes[LEAVES] = leaves.model_dump_json(by_alias=True).encode()
        return self._noted(part, made, before, notes)

    def adopt(self, part: str, outcome: Outcome, other: "Release") -> None:
        """Take over a part of another release as it is."""
        before = self.outcome(part)
        if before and (before.key, before.files) == (outcome.key, outcome.files):
            return
        self._note(part).unlink(missing_ok=True)
        for path, stored in outcome.files.items():
            self._place(path, stored, before, outcome, other, None)
        notes = {OVERVIEWS: other.overview_text(part)}
        if (leaves := other._note(part, LEAVES)).exists():  # noqa: SLF001  (another of the same class)
            notes[LEAVES] = leaves.read_bytes()
        self._noted(part, outcome, before, notes)

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

    def _noted(
        self, part: str, outcome: Outcome, before: Outcome | None, notes: Mapping[str, bytes]
    ) -> Outcome:
        """Verify what was written, remove what the part has no more, and note what came of it."""
        had = before.files if before else {}
        _verify(
            self.site, {path: stored for path, stored in outcome.files.items() if had.get(path) != stored}
        )
        for path in had.keys() - outcome.files.keys():
            self._remove(path)
        text = outcome.model_dump_json(by_alias=True).encode()
        told = [(self._note(part, kind), content) for kind, content in notes.items()]
        for note, content in (*told, (self._note(part), text)):
            note.parent.mkdir(parents=True, exist_ok=True)
            fresh = note.with_suffix(".new")
            try:
                fresh.write_bytes(content)
            except OSError as error:
                error.filename = error.filename or str(fresh)  # a full disk does not say where
                raise
            fresh.rename(note)
        return outcome

    def drop(self, part: str) -> None:
        """Remove a part that the site has no more."""
        before = self.outcome(part)
        self._note(part).unlink(missing_ok=True)
        for kind in (OVERVIEWS, LEAVES):
            self._note(part, kind).unlink(missing_ok=True)
        for path in before.files if before else ():
            self._remove(path)

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        target = self.site / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self.site:
                break
            try:
                folder.rmdir()
            except OSError:  # not empty, or another worker has just removed it
                break


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
