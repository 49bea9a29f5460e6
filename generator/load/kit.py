# SPDX-License-Identifier: Apache-2.0
"""Which files of a project does another one need as they are? The words, the pages of prose, the look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.base.finding import Finding
from generator.load.records import read_record
from generator.load.rooms import DOORS, LOOK, SETTINGS, SITE_SETTINGS, VOCABULARIES, is_prose
from generator.model.settings import Settings

FOR_EDITORS = (".vscode", ".editorconfig", ".gitattributes")


@dataclass(frozen=True, slots=True)
class Kit:
    """The files by their path, and the settings, which another project will want to change."""

    files: Mapping[str, bytes]
    settings: Settings


def kit_of(root: Path) -> tuple[Kit | None, list[Finding]]:
    """The kit of a project, or why its settings cannot be read."""
    text = (root / SETTINGS).read_bytes().decode("utf-8-sig", "replace")
    settings, findings = read_record(SITE_SETTINGS.shape, text, SETTINGS)
    if settings is None:
        return None, findings
    paths = [path for path in sorted(set(_paths(root))) if path != SETTINGS]
    return Kit({path: (root / path).read_bytes() for path in paths}, settings), []


def _paths(root: Path) -> Iterator[str]:
    yield from (room.naming for room in VOCABULARIES)
    yield from (path for path in DOORS if (root / path).is_file())
    yield from (path for path in _below(root, "content") if is_prose(path))
    for name in (*FOR_EDITORS, *LOOK):
        yield from _below(root, name)


def _below(root: Path, name: str) -> Iterator[str]:
    """A file, or every file of a folder; nothing where it is not there."""
    home = root / name
    files = [home] if home.is_file() else home.rglob("*")
    yield from (path.relative_to(root).as_posix() for path in files if path.is_file())
