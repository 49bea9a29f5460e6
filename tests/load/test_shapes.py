# SPDX-License-Identifier: Apache-2.0
"""Which model stands at a place, which place does pydantic mean, and can each pattern be told in words?"""

from typing import Any

import pytest
from pydantic import BaseModel

from generator.load import rooms
from generator.load.shapes import Shape, fields_of, keys_of, model_at
from generator.load.value_problems import PATTERN_HINTS
from generator.model.criterion import AllOf, AnyOf, Threshold
from generator.model.designation import Act, Designation, ListedPlatform
from generator.model.jurisdiction import Authority, Jurisdiction
from generator.model.procedure import Due
from generator.model.ruleset import FunctionRule, InForce, Ruleset
from generator.model.source import Source

TREE = {"criteria": [{"metric": "a"}, {"any": [{"metric": "a"}, {"all": [{"metric": "a"}]}]}]}


@pytest.mark.parametrize(
    ("loc", "data", "keys"),
    [
        ((), {}, ()),
        (("title",), {"title": 1}, ("title",)),
        (("title",), {}, ("title",)),
        (("acts", 0, "kind"), {"acts": [{}]}, ("acts", 0, "kind")),
        (("criteria", 0, "threshold", "metric"), TREE, ("criteria", 0, "metric")),
        (("criteria", 0, "threshold", "unit"), TREE, ("criteria", 0, "unit")),
        (("criteria", 1, "any", "any"), TREE, ("criteria", 1, "any")),
        (("criteria", 1, "any", "any", 0, "threshold", "metric"), TREE, ("criteria", 1, "any", 0, "metric")),
        (
            ("criteria", 1, "any", "any", 1, "all", "all", 0, "threshold", "metric"),
            TREE,
            ("criteria", 1, "any", 1, "all", 0, "metric"),
        ),
        (("criteria", 0, "any", "nte"), {"criteria": [{"any": [], "nte": 1}]}, ("criteria", 0, "nte")),
        ((0, "id"), [{"id": 1}], (0, "id")),
        ((3,), [1], (3,)),
        (("figures", "A", "[key]"), {"figures": {"A": 1}}, ("figures", "A")),
    ],
)
def test_tags_that_stand_in_no_file_are_left_out(
    loc: tuple[Any, ...], data: Any, keys: tuple[Any, ...]
) -> None:
    assert keys_of(loc, data) == keys


@pytest.mark.parametrize(
    ("kind", "loc", "model"),
    [
        (Designation, (), Designation),
        (Designation, ("acts", 0), Act),
        (Designation, ("acts", 0, "platforms", 3), ListedPlatform),
        (Designation, ("source",), Source),
        (Designation, ("title",), None),
        (Designation, ("unknown",), None),
        (Ruleset, ("in_force",), InForce),
        (Ruleset, ("criteria", 0, "threshold"), Threshold),
        (Ruleset, ("criteria", 0, "all"), AllOf),
        (Ruleset, ("criteria", 0, "any", "any", 1, "all"), AllOf),
        (Ruleset, ("criteria", 0, "any", "any", 1, "threshold"), Threshold),
        (Ruleset, ("criteria", 0), None),
        (Ruleset, ("functions", "items", 0), FunctionRule),
        (Ruleset, ("functions", "items", 0, "requires", 0, "any"), AnyOf),
        (Ruleset, ("duties", 0, "due"), Due),
        (tuple[Jurisdiction, ...], (0,), Jurisdiction),
        (tuple[Jurisdiction, ...], (0, "authorities", 1), Authority),
        (tuple[Jurisdiction, ...], (), None),
    ],
)
def test_a_place_leads_to_the_model_that_stands_there(
    kind: Any, loc: tuple[Any, ...], model: type[BaseModel] | None
) -> None:
    assert model_at(kind, loc) is model


def test_fields_have_the_names_that_editors_type() -> None:
    assert "from" in fields_of(InForce)
    assert "from_" not in fields_of(InForce)
    assert fields_of(InForce)["starts"].description == "正文怎样规定施行日期"


def patterns_of(kind: object) -> set[str]:
    """Every pattern in the schema of a room."""
    shape = kind if isinstance(kind, Shape) else Shape.of(kind)
    found: set[str] = set()

    def look(part: object) -> None:
        if isinstance(part, dict):
            if isinstance(part.get("pattern"), str):
                found.add(part["pattern"])
            for inner in part.values():
                look(inner)
        elif isinstance(part, list):
            for inner in part:
                look(inner)

    look(shape.adapter.json_schema(mode="validation"))
    return found


def test_every_pattern_has_a_hint_in_words() -> None:
    patterns = set().union(*(patterns_of(room.shape) for room in rooms.ROOMS))
    of_dates = {pattern for pattern in patterns if pattern.startswith("^[0-9]{4}(-")}

    assert len(patterns) > 5
    assert patterns - of_dates <= set(PATTERN_HINTS)
