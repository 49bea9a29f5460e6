# SPDX-License-Identifier: Apache-2.0
"""Does `schema` write schemas that editors' programs understand, and say where?"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.load.yaml_file import yaml_reader
from generator.render.schemas import SOURCES
from tests.builders import TINY
from tests.commands.process import TRACEBACK, run


def test_every_kind_of_source_file_gets_a_schema_and_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schema"

    done = run("schema", folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.stem for path in folder.iterdir()) == sorted(SOURCES)
    assert sorted(done.stdout.splitlines()) == sorted(str(path) for path in folder.iterdir())


def test_the_schemas_are_valid_of_their_draft_and_know_good_from_bad(tmp_path: Path) -> None:
    assert run("schema", tmp_path).returncode == 0

    for path in tmp_path.iterdir():
        schema = json.loads(path.read_bytes())
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(json.loads((tmp_path / "settings.json").read_bytes()))
    settings = yaml_reader().load((TINY / "site_config" / "site.yaml").read_text(encoding="utf-8"))
    assert validator.is_valid(settings)
    assert not validator.is_valid(settings | {"stale_after_days": "三十"})
    assert not validator.is_valid(settings | {"unknown": 1})


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    assert run("schema", tmp_path).returncode == 0
    first = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert run("schema", tmp_path).returncode == 0

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == first


@pytest.mark.parametrize("path", ["taken", "taken/below"])
def test_a_file_in_place_of_the_folder_is_told_with_the_repair(tmp_path: Path, path: str) -> None:
    (tmp_path / "taken").write_text("别人的文件", encoding="utf-8")

    done = run("schema", tmp_path / path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"没有写出：{tmp_path / path}：")
    assert "把" in done.stderr
    assert "移走" in done.stderr
    assert TRACEBACK not in done.stderr
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "别人的文件"
