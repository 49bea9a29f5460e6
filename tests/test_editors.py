# SPDX-License-Identifier: Apache-2.0
"""Does Visual Studio Code complete and explain every source file, in Chinese and as the models are today?"""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

import pytest

from generator.base.output_file import OutputFile
from generator.load import rooms
from generator.render.schemas import SOURCES, source_schemas
from tests.builders import TINY
from tests.conftest import REPOSITORY

EDITOR = REPOSITORY / ".vscode"
CHINESE = re.compile("[\u4e00-\u9fff]")
ROOM_OF = {
    "ruleset": "rulesets",
    "designation": "designations",
    "form": "forms",
    "profile": "profiles",
    "notice": "notices",
}


def settings() -> dict[str, Any]:
    value: dict[str, Any] = json.loads((EDITOR / "settings.json").read_bytes())
    return value


def schema_of(file: str) -> list[str]:
    """The names of the schemas that a file is mapped to; a star stays within a folder."""
    return [
        schema.removeprefix("./.vscode/schema/").removesuffix(".json")
        for schema, glob in settings()["yaml.schemas"].items()
        if fnmatchcase(file, glob) and file.count("/") == glob.count("/")
    ]


@pytest.mark.parametrize("file", list(source_schemas()), ids=lambda file: file.path.rsplit("/", 1)[1])
def test_the_schemas_are_what_the_command_writes(file: OutputFile) -> None:
    name = file.path.rsplit("/", 1)[1]

    assert (EDITOR / "schema" / name).read_bytes() == file.content, (
        "run: platform-registry schema .vscode/schema"
    )


def test_there_is_no_schema_of_a_kind_that_there_is_not() -> None:
    assert {path.stem for path in (EDITOR / "schema").iterdir()} == set(SOURCES)


def fields(part: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a schema."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for inner in part.values():
            yield from fields(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from fields(inner)


@pytest.mark.parametrize("name", SOURCES)
def test_every_field_is_explained_in_chinese(name: str) -> None:
    found = list(fields(json.loads((EDITOR / "schema" / f"{name}.json").read_bytes())))

    assert len(found) >= 3
    assert [field for field, schema in found if not CHINESE.search(schema.get("description", ""))] == []


def test_every_source_file_is_mapped_to_the_schema_of_its_room() -> None:
    seen = set()
    for root in (REPOSITORY, TINY):
        for path in (*(root / "registry").rglob("*.yaml"), *(root / "content/notices").rglob("*.md")):
            file = path.relative_to(root).as_posix()
            found = rooms.room_of(file)
            assert found is not None
            (name,) = schema_of(file)
            assert ROOM_OF.get(name, name).replace("-", "_") == found[0].name
            seen.add(name)
    assert schema_of(rooms.SETTINGS) == ["settings"]
    for name in ("accepted", "redirects"):  # files that are only there while they are needed
        assert schema_of(f"registry/{name}.yaml") == [name]
    assert seen | {"settings", "accepted", "redirects"} == set(SOURCES)


def test_every_room_is_mapped() -> None:
    mapped = {ROOM_OF.get(name, name).replace("-", "_") for name in SOURCES}

    assert mapped == {room.name for room in rooms.ROOMS}
    assert {f"./.vscode/schema/{name}.json" for name in SOURCES} == set(settings()["yaml.schemas"])


def test_what_the_loader_refuses_is_kept_from_being_written() -> None:
    told = settings()

    assert (told["files.encoding"], told["files.eol"]) == ("utf8", "\n")
    assert told["editor.insertSpaces"]
    assert not told["editor.detectIndentation"]


def test_the_extension_that_reads_the_schemas_is_recommended() -> None:
    assert "redhat.vscode-yaml" in json.loads((EDITOR / "extensions.json").read_bytes())["recommendations"]
