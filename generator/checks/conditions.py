# SPDX-License-Identifier: Apache-2.0
"""Where does each condition of a version stand, and how is it named to editors?"""

from collections.abc import Iterator

from generator.base.location import Location
from generator.model.criterion import AllOf, Condition, Threshold
from generator.model.ruleset import Ruleset

Placed = tuple[Location, str | None, Condition]  # the function is None for a basic condition


def named(id_: str | None, article: str | None) -> str:
    """A condition by its id, with its article where that is known, before words of Chinese."""
    return f"{id_}（{article}）" if article else f"{id_} "


def placed(version: Ruleset, place: Location) -> Iterator[Placed]:
    """Every condition of a version with its place and its function, inner ones too."""
    for index, criterion in enumerate(version.criteria):
        yield from _within(criterion, place.at("criteria", index), None)
    for index, item in enumerate(version.functions.items if version.functions else ()):
        for number, condition in enumerate(item.requires):
            inside = place.at("functions", "items", index, "requires", number)
            yield from _within(condition, inside, item.function)


def _within(node: Condition, place: Location, function: str | None) -> Iterator[Placed]:
    """A condition and those inside it."""
    yield place, function, node
    if not isinstance(node, Threshold):
        form, inner = ("all", node.all) if isinstance(node, AllOf) else ("any", node.any)
        for index, condition in enumerate(inner):
            yield from _within(condition, place.at(form, index), function)
