# SPDX-License-Identifier: Apache-2.0
"""Which files do tests of writing go through? The records of the real project and of the tiny one."""

from pathlib import Path

from generator.load import rooms
from generator.load.markdown_file import split
from generator.load.records import read_record
from generator.model.record import Record
from tests.builders import TINY
from tests.conftest import REPOSITORY


def yaml_files() -> list[Path]:
    """Every YAML file of both."""
    return sorted([*(REPOSITORY / "registry").rglob("*.yaml"), *(TINY / "registry").rglob("*.yaml")])


def read(file: Path) -> tuple[Record | None, str]:
    """The record of a file and the body if it is a notice; no record where it is a list of words."""
    root = TINY if file.is_relative_to(TINY) else REPOSITORY
    return read_text(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))


def read_text(name: str, text: str) -> tuple[Record | None, str]:
    """The same of a text as if it stood at this place."""
    belongs = rooms.room_of(name)
    assert belongs is not None
    body = ""
    if name.endswith(".md"):
        parts, findings = split(text, name)
        assert parts is not None, findings
        text, body = parts.front, parts.body
    record, findings = read_record(belongs[0].shape, text, name)
    assert record is not None, findings
    return (record, body) if isinstance(record, Record) else (None, body)


def record_files() -> list[tuple[str, Path]]:
    """Every file that is a record, with its place in its project."""
    return [
        (file.relative_to(root).as_posix(), file)
        for root in (REPOSITORY, TINY)
        for folder, ending in (("registry", "yaml"), ("content/notices", "md"))
        for file in sorted((root / folder).rglob(f"*.{ending}"))
        if file.parent.name != "vocabularies"
    ]
