# SPDX-License-Identifier: Apache-2.0
"""Does the open data carry every number of the five texts with unit and article, and no number besides?

The numbers that are conditions stand in `threshold_table.py`; all others that the texts lay down stand here.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from generator.model.published import PublishedRuleset
from generator.render.open_data import dumped, published_ruleset
from tests.contents.real import RECORDED_IN_FULL, real_register, version
from tests.contents.threshold_table import DEMANDS, Demand

LINFEN, XIAMEN, LIAOCHENG, TIBET, YUNNAN = RECORDED_IN_FULL
EACH = pytest.mark.parametrize("id_", RECORDED_IN_FULL)
COUNTED = {"materials", "articles"}  # their numbers only say which one it is
CONDITIONS = {"criteria", "requires", "thresholds"}

# Years, days and samples, by where the open data says them

OTHERS = {
    LINFEN: {"validity.years": 3, "sampling.at_least": 10, "duties.0.due.month": 3},
    XIAMEN: {
        "in_force.days_after_issue": 30,
        "in_force.years": 2,
        "in_force.doubt.days": 1,  # our reckoning, not the text
        "validity.years": 3,
        "publicity.working_days": 7,
        "functions.items.2.clientele.founded_within_years": 3,
        "duties.0.due.month": 2,
    },
    LIAOCHENG: {
        "in_force.days_after_issue": 30,
        "in_force.years": 3,
        "validity.years": 3,
        "publicity.working_days": 5,
        "functions.items.2.clientele.founded_within_years": 3,
        "duties.1.due.month": 3,
        "duties.1.due.day": 25,
        "revocation.1.ban_years": 3,
    },
    TIBET: {
        "validity.years": 3,
        "publicity.working_days": 7,
        "functions.items.2.clientele.founded_within_years": 3,
        "duties.0.due.month": 2,
        "duties.1.due.month": 3,
        "duties.1.due.day": 10,
    },
    YUNNAN: {
        "validity.years": 3,
        "publicity.working_days": 15,
        "sampling.at_least": 10,
        "duties.0.due.month": 1,
        "duties.1.due.month": 2,
    },
}


@cache
def published(id_: str) -> Any:
    """A version as other systems read it."""
    full = published_ruleset(real_register(), id_, version(id_), (), ())
    return json.loads(dumped(full, PublishedRuleset))


def in_trees(id_: str) -> Iterator[Demand]:
    """Every number in the trees of conditions, with the kinds that the branch around it names."""
    data = published(id_)
    for criterion in data["criteria"]:
        yield from in_tree(None, criterion, [])
    for item in data["functions"]["items"]:
        for condition in item["requires"]:
            yield from in_tree(item["function"], condition, [])


def in_tree(function: str | None, node: dict[str, Any], outer: list[str]) -> Iterator[Demand]:
    """Every number in one tree."""
    kinds = node.get("applies_to") or outer
    for inner in [*node.get("all", []), *node.get("any", [])]:
        yield from in_tree(function, inner, kinds)
    if node.get("unit"):
        yield Demand(
            function, node["metric"], str(node["at_least"]), node["unit"], node["article"], tuple(kinds)
        )


def laid_flat(id_: str) -> Iterator[Demand]:
    """Every number in the flat list of conditions."""
    for entry in published(id_)["thresholds"]:
        if entry.get("unit"):
            words = (entry["metric"], str(entry["at_least"]), entry["unit"], entry["article"])
            yield Demand(entry["function"], *words, tuple(entry.get("applies_to") or ()))


def numbers(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, int | float]]:
    """Every number that is not part of a condition, by its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in CONDITIONS | COUNTED:
                yield from numbers(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from numbers(inner, (*path, str(index)))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield ".".join(path), value


@EACH
def test_the_trees_of_conditions_carry_every_number_of_the_text(id_: str) -> None:
    assert Counter(in_trees(id_)) == Counter(DEMANDS[id_])


@EACH
def test_the_flat_list_carries_the_same_numbers(id_: str) -> None:
    assert Counter(laid_flat(id_)) == Counter(DEMANDS[id_])


@EACH
def test_no_other_number_is_published_than_the_text_lays_down(id_: str) -> None:
    assert dict(numbers(published(id_))) == OTHERS[id_]
