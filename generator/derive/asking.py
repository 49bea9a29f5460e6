# SPDX-License-Identifier: Apache-2.0
"""Which fact does each comparison of a version ask for?

Figures of different functions are different facts, and so are answers over a span of years. Where a
version counts in a way of its own, it asks a question of its own.
"""

from collections.abc import Iterator
from typing import Any

from generator.model.asked import (
    AskedAllOf,
    AskedAnyOf,
    AskedCondition,
    AskedFunctionRule,
    AskedFunctions,
    AskedThreshold,
)
from generator.model.criterion import AllOf, Condition, Threshold
from generator.model.record import Record
from generator.model.ruleset import Functions, Ruleset

ELIGIBLE_KIND = "eligible_kind"  # follows from the kinds of institution, so it is never asked
KINDS = "kinds"


def fact_of(version: str, function: str | None, asked: Threshold) -> str:
    """The key of the fact that a comparison asks for."""
    if asked.metric == ELIGIBLE_KIND:
        return KINDS
    own = f"{version}:" if asked.counted_as else ""
    scope = f"{function}." if function else ""
    span = f"@{asked.over_years}" if asked.over_years else ""
    return f"{own}{scope}{asked.metric}{span}"


def criteria(version: str, ruleset: Ruleset) -> tuple[AskedCondition, ...]:
    """The basic conditions of a resolved version, with the facts that they ask for."""
    return tuple(_asked(version, None, node) for node in ruleset.criteria)


def functions(version: str, rule: Functions | None) -> AskedFunctions | None:
    """The same of what is demanded of functions."""
    if rule is None:
        return None
    items = tuple(
        AskedFunctionRule.model_construct(
            **_fields(item) | {"requires": tuple(_asked(version, item.function, n) for n in item.requires)}
        )
        for item in rule.items
    )
    return AskedFunctions.model_construct(**_fields(rule) | {"items": items})


def _asked(version: str, function: str | None, node: Condition) -> AskedCondition:
    if isinstance(node, Threshold):
        return AskedThreshold.model_construct(**_fields(node), fact=fact_of(version, function, node))
    if isinstance(node, AllOf):
        inner = tuple(_asked(version, function, part) for part in node.all)
        return AskedAllOf.model_construct(**_fields(node) | {"all": inner})
    inner = tuple(_asked(version, function, part) for part in node.any)
    return AskedAnyOf.model_construct(**_fields(node) | {"any": inner})


def comparisons(version: str, ruleset: Ruleset) -> Iterator[tuple[str, Threshold]]:
    """Every comparison of a version with the fact that it asks for, in order."""
    for node in ruleset.criteria:
        yield from ((fact_of(version, None, leaf), leaf) for leaf in leaves(node))
    for item in ruleset.functions.items if ruleset.functions else ():
        for node in item.requires:
            yield from ((fact_of(version, item.function, leaf), leaf) for leaf in leaves(node))


def leaves(node: Condition) -> Iterator[Threshold]:
    """The comparisons inside a condition."""
    if isinstance(node, Threshold):
        yield node
    else:
        for part in node.all if isinstance(node, AllOf) else node.any:
            yield from leaves(part)


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}
