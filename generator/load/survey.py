# SPDX-License-Identifier: Apache-2.0
"""Which source files are there, which of them belong together, and has any changed?

The lists of one jurisdiction (its designation documents and profiles) and the notices of one year are a
shard each: a shard is read, checked and rendered by itself, with nothing else than the base, which is all
other files. So a change of one document concerns one shard, whatever the size of the register.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.base.identifiers import SLUG
from generator.load import rooms

LISTS = "lists/"  # the shards of jurisdictions begin so
SHARD = re.compile(rf"registry/(?:designations|profiles)/({SLUG})/|content/(notices/[^/]+)/")


@dataclass(frozen=True, slots=True)
class Survey:
    """The source files, in the order of their paths."""

    base: tuple[str, ...]
    shards: Mapping[str, tuple[str, ...]]  # lists/<jurisdiction> or notices/<year> → its files

    @property
    def files(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(sorted([*self.base, *(file for files in self.shards.values() for file in files)]))


def survey(root: Path) -> Survey:
    """Every file of the data folders, and the settings."""
    base: list[str] = []
    shards: dict[str, list[str]] = {}
    for file in sorted(_source_files(root)):
        shard = shard_of(file)
        (base if shard is None else shards.setdefault(shard, [])).append(file)
    return Survey(tuple(base), {name: tuple(files) for name, files in sorted(shards.items())})


def shard_of(file: str) -> str | None:
    """The shard that a file belongs to; None for the base."""
    found = SHARD.match(file)
    if not found:
        return None
    return found[2] or f"{LISTS}{found[1]}"


def _source_files(root: Path) -> Iterator[str]:
    for folder in rooms.FOLDERS:
        yield from _below(root / folder, folder)
    if (root / rooms.SETTINGS).is_file():
        yield rooms.SETTINGS


def _below(folder: Path, name: str) -> Iterator[str]:
    """The files and symbolic links below a folder, by their path from the root."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(folder / entry.name, path)
            else:
                yield path


def digest_of(root: Path, files: Iterable[str], *further: bytes) -> str:
    """One SHA-256 over the paths and contents of files, and over further texts."""
    total = hashlib.sha256()
    for text in further:
        total.update(b"%d\n" % len(text) + text)
    for file in files:
        path = root / file
        content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        total.update(f"{file}\0{len(content)}\n".encode(errors="surrogateescape") + content)
    return total.hexdigest()
