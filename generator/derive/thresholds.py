# SPDX-License-Identifier: Apache-2.0
"""Which single comparisons does a version demand, each with its own id and article?

In the sources an inner condition may leave out its article (it has that of the outer one) and its id
(made from where it stands and from its metric). Here both are filled in, and trees are also laid out
as rows for tables, CSV and comparison.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count

from generator.model.criterion import AllOf, AnyOf, Condition, Threshold
from generator.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """One comparison, where it belongs, and for whom it counts."""

    function: str | None  # None for a basic condition
    threshold: Threshold
    applies_to: tuple[str, ...]  # of the innermost branch that names kinds; empty for everybody
    alternative: bool  # another branch may be met instead


def resolved(ruleset: Ruleset) -> Ruleset:
    """The version with an id and an article at every condition of its trees."""
    functions = ruleset.functions
    demanded = [condition for item in functions.items for condition in item.requires] if functions else []
    taken = {id_ for condition in (*ruleset.criteria, *demanded) for id_ in _typed_ids(condition)}
    if functions:
        items = tuple(
            item.model_copy(update={"requires": _named(item.requires, item.function, item.article, taken)})
            for item in functions.items
        )
        functions = functions.model_copy(update={"items": items})
    criteria = tuple(
        condition
        for criterion in ruleset.criteria
        for condition in _named((criterion,), criterion.id or "criterion", criterion.article, taken)
    )
    return ruleset.model_copy(update={"criteria": criteria, "functions": functions})


def _typed_ids(node: Condition) -> Iterator[str]:
    """The ids that the source itself gives in a tree."""
    if node.id:
        yield node.id
    for inner in node.all if isinstance(node, AllOf) else node.any if isinstance(node, AnyOf) else ():
        yield from _typed_ids(inner)


def _named(
    conditions: tuple[Condition, ...], scope: str, article: str | None, taken: set[str]
) -> tuple[Condition, ...]:
    """The conditions of one criterion or function, each with an id that is not taken in the version."""

    def fill(node: Condition, outer: str | None) -> Condition:
        cited = node.article or outer
        id_ = node.id
        if id_ is None:
            word = "all" if isinstance(node, AllOf) else "any" if isinstance(node, AnyOf) else node.metric
            word = word.replace("_", "-")
            stem = f"{scope}-option" if word == scope else f"{scope}-{word}"
            numbered = (f"{stem}-{number}" for number in count(2))
            id_ = next(name for name in chain([stem], numbered) if name not in taken)
            taken.add(id_)
        update: dict[str, object] = {"id": id_, "article": cited}
        if isinstance(node, AllOf):
            update["all"] = tuple(fill(inner, cited) for inner in node.all)
        elif isinstance(node, AnyOf):
            update["any"] = tuple(fill(inner, cited) for inner in node.any)
        return node.model_copy(update=update)

    return tuple(fill(condition, article) for condition in conditions)


def rows(ruleset: Ruleset) -> Iterator[ThresholdRow]:
    """Every comparison of a resolved version, basic conditions first, then by function."""
    for criterion in ruleset.criteria:
        yield from _leaves(criterion, None, (), alternative=False)
    for item in ruleset.functions.items if ruleset.functions else ():
        for condition in item.requires:
            yield from _leaves(condition, item.function, (), alternative=False)


def _leaves(
    node: Condition, function: str | None, applies_to: tuple[str, ...], *, alternative: bool
) -> Iterator[ThresholdRow]:
    kinds = node.applies_to or applies_to
    if isinstance(node, Threshold):
        yield ThresholdRow(function, node, kinds, alternative)
    elif isinstance(node, AllOf):
        for inner in node.all:
            yield from _leaves(inner, function, kinds, alternative=alternative)
    else:
        for inner in node.any:
            yield from _leaves(inner, function, kinds, alternative=True)
