# SPDX-License-Identifier: Apache-2.0
"""Are the schemas valid, explained in Chinese, and true of the source files of this repository?"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from ruamel.yaml import YAML

from generator.model import chain
from generator.model.designation import ActKind
from generator.model.outcome import Outcome
from generator.model.overview import Item, Overview
from generator.model.record import Record
from generator.render.schemas import DIALECT, SOURCES, schema_files, source_schemas
from tests.builders import TINY
from tests.conftest import REPOSITORY
from tests.render.workshop import tiny_workshop

CHINESE = re.compile("[\u4e00-\u9fff]")
VOCABULARIES = ("jurisdictions", "functions", "metrics", "units", "institution-kinds", "topics", "step-kinds")


def schemas() -> dict[str, dict[str, Any]]:
    return {file.path: json.loads(file.content) for file in schema_files(tiny_workshop())}


def models(kind: type[BaseModel] = Record) -> Iterator[type[BaseModel]]:
    for model in kind.__subclasses__():
        yield model
        yield from models(model)


def is_public(model: type[BaseModel]) -> bool:
    """Whether people write or read records of this kind; others are kept beside the release only."""
    return model not in {Item, Overview, Outcome} and model.__module__ != chain.__name__


def sources(root: str) -> Iterator[tuple[str, Any]]:
    """Every source file of a project with the name of its schema and what YAML reads from it."""
    home = REPOSITORY if root == "real" else TINY
    yaml = YAML(typ="safe")
    yield "settings", yaml.load((home / "site_config/site.yaml").read_text(encoding="utf-8"))
    for name in VOCABULARIES:
        text = (home / f"registry/vocabularies/{name}.yaml").read_text(encoding="utf-8")
        yield name, yaml.load(text)
    for folder, name in (
        ("rulesets", "ruleset"),
        ("designations", "designation"),
        ("forms", "form"),
        ("profiles", "profile"),
        ("cases", "cases"),
    ):
        for path in sorted((home / "registry" / folder).rglob("*.yaml")):
            yield name, yaml.load(path.read_text(encoding="utf-8"))
    for path in sorted((home / "content/notices").rglob("*.md")):
        yield "notice", yaml.load(path.read_text(encoding="utf-8").split("\n---\n")[0])


def as_json(value: Any) -> Any:
    """What an editor's YAML plug-in compares with a schema: dates are texts."""
    return json.loads(
        json.dumps(value, default=lambda day: day.isoformat() if isinstance(day, date) else None)
    )


@pytest.mark.parametrize(
    "model", sorted({model for model in models() if is_public(model)}, key=str), ids=lambda m: m.__name__
)
def test_every_field_of_every_record_is_described_in_chinese(model: type[BaseModel]) -> None:
    undescribed = [
        name for name, field in model.model_fields.items() if not CHINESE.search(field.description or "")
    ]

    assert undescribed == []


def test_the_models_that_are_described_are_all_of_them() -> None:
    names = {model.__name__ for model in models()}

    assert {"Ruleset", "Threshold", "Designation", "Notice", "Form", "Jurisdiction", "Manifest"} <= names
    assert len(names) > 50


def test_what_is_kept_beside_the_release_stands_in_no_schema() -> None:
    named = {
        name
        for schema in schemas().values()
        for name in [schema["title"], schema.get("items", {}).get("title"), *schema.get("$defs", {})]
    }

    assert {"ManifestEntry", "Window"} <= named
    assert named & {model.__name__ for model in models() if not is_public(model)} == set()


def test_every_schema_is_a_valid_schema_of_its_dialect() -> None:
    made = schemas()

    for path, schema in made.items():
        assert schema["$schema"] == DIALECT, path
        Draft202012Validator.check_schema(schema)
    assert len(made) > len(SOURCES) + 10


def test_every_schema_names_itself_by_its_own_address() -> None:
    assert {path: schema["$id"] for path, schema in schemas().items()} == {
        path: f"/{path}" for path in schemas()
    }


def test_every_schema_has_a_chinese_title() -> None:
    assert [path for path, schema in schemas().items() if not CHINESE.search(schema["title"])] == []


def test_no_schema_shows_the_names_of_classes_as_titles() -> None:
    titles = [
        part["title"]
        for schema in schemas().values()
        for part in schema.get("$defs", {}).values()
        if "title" in part
    ]

    assert titles == []


def test_closed_lists_explain_each_of_their_words() -> None:
    kind = schemas()["schema/source/designation.json"]["$defs"]["Act"]["properties"]["kind"]

    assert dict(zip(kind["enum"], kind["enumDescriptions"], strict=True)) == {
        member.value: member.label for member in ActKind
    }


@pytest.mark.parametrize("project", ["tiny", "real"])
def test_every_source_file_fits_the_schema_that_its_editor_sees(project: str) -> None:
    validators = {
        name: Draft202012Validator(json.loads(file.content))
        for name, file in zip(SOURCES, source_schemas(), strict=True)
    }
    found = list(sources(project))

    without_any = {"accepted", "redirects"}  # a sound site needs neither
    without_any |= {"profile"} if project == "real" else set()  # nobody's contact data is made up
    assert {name for name, _ in found} == set(SOURCES) - without_any
    for name, value in found:
        errors = [
            f"{error.json_path}: {error.message}" for error in validators[name].iter_errors(as_json(value))
        ]
        assert errors == [], name


def test_a_schema_tells_a_field_that_there_is_not() -> None:
    schema = next(file for file in source_schemas() if file.path.endswith("/form.json"))
    errors = list(Draft202012Validator(json.loads(schema.content)).iter_errors({"titel": "x"}))

    assert any("titel" in error.message for error in errors)
    assert any("'title' is a required property" in error.message for error in errors)


def test_the_same_models_give_the_same_bytes() -> None:
    assert list(schema_files(tiny_workshop())) == list(schema_files(tiny_workshop()))


def test_every_explanation_in_a_schema_is_in_chinese() -> None:
    def explanations(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            if isinstance(part.get("description"), str):
                yield part["description"]
            for inner in part.values():
                yield from explanations(inner)

    found = [text for schema in schemas().values() for text in explanations(schema)]

    assert [text for text in found if not CHINESE.search(text)] == []
    assert len(found) > 300
