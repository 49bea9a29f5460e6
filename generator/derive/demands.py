# SPDX-License-Identifier: Apache-2.0
"""What does a version demand of each metric, of whom, along with what, and what may stand for it?

A tree of conditions is told metric by metric, so that two versions can be laid side by side. A branch with
`applies_to` becomes a demand of those kinds, what must hold beside a relaxed number is told with that
number, and an alternative on another metric is told with both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.criterion import AllOf, AnyOf, Condition, Threshold

Units = Mapping[str, Decimal]  # what one of each unit is in the smallest unit of its dimension
Comparable = tuple[object, ...]
NOT_COMPARED = {"id", "article", "note", "applies_to", "at_least", "at_most", "equals", "unit"}


@dataclass(frozen=True, slots=True)
class Demand:
    """One comparison with everything that a reader must know beside it."""

    threshold: Threshold
    of: tuple[str, ...] = ()  # the kinds of institution that it is limited to
    only_if: str | None = None  # the yes/no metric without which it is not asked
    along_with: tuple[Threshold, ...] = ()  # to be met with it
    or_else: tuple[Condition, ...] = ()  # any of these may be met instead
    notes: tuple[str, ...] = ()

    @property
    def sense(self) -> str:
        """at_least, at_most or equals."""
        return next(
            name for name in ("at_least", "at_most", "equals") if getattr(self.threshold, name) is not None
        )

    def amount(self, units: Units) -> Decimal | None:
        """The bound in the smallest unit of its dimension; None for yes/no."""
        bound, unit = self.threshold.bound, self.threshold.unit
        return None if unit is None else Decimal(bound) * units.get(unit, Decimal(1))

    def without_amount(self, units: Units) -> Comparable:
        """All that is compared but the amount; equal where two demands differ in their number at most."""
        others = (comparable(node, units) for node in (*self.along_with, *self.or_else))
        node = self.threshold
        return (_rest(node), self.sense, node.equals, self.of, self.only_if, *others)

    def value(self, units: Units) -> Comparable:
        """What is compared: neither ids nor articles nor notes, and 1 亿元 is 10000 万元."""
        return (self.amount(units), self.without_amount(units))


def comparable(node: Condition, units: Units) -> Comparable:
    """A condition with all inside it, without what does not count."""
    if isinstance(node, Threshold):
        return (*Demand(node).value(units), node.applies_to)
    inner = node.all if isinstance(node, AllOf) else node.any
    return (isinstance(node, AllOf), node.applies_to, *(comparable(part, units) for part in inner))


def _rest(node: Threshold) -> Comparable:
    """The fields of a threshold that qualify it, whichever there are."""
    said = node.model_dump(exclude=NOT_COMPARED)
    return tuple(sorted((name, value) for name, value in said.items() if value is not None))


def demands(node: Condition) -> Iterator[Demand]:
    """The demands of a tree whose articles are filled in."""
    for demand in _within(node, alternative=False):
        notes = (node.note, *demand.notes) if node.note and node is not demand.threshold else demand.notes
        yield replace(demand, notes=notes)


def _within(node: Condition, *, alternative: bool) -> Iterator[Demand]:
    if isinstance(node, Threshold):
        yield Demand(node, of=node.applies_to, notes=(node.note,) if node.note else ())
        return
    found = _of_all(node, alternative=alternative) if isinstance(node, AllOf) else _of_any(node)
    for demand in found:
        yield replace(demand, of=demand.of or node.applies_to)


def _of_all(node: AllOf, *, alternative: bool) -> Iterator[Demand]:
    """Inside an alternative the parts hold only together, and a yes/no part only goes with a number."""
    whole = [(part, list(_within(part, alternative=alternative))) for part in node.all]
    numbers = any(demand.threshold.unit for _, found in whole for demand in found)
    for part, found in whole:
        beside = tuple(leaf for other in node.all if other is not part for leaf in leaves(other))
        for demand in found:
            if not alternative:
                yield demand
            elif demand.threshold.unit or not numbers:
                yield replace(demand, along_with=(*demand.along_with, *beside))


def _of_any(node: AnyOf) -> Iterator[Demand]:
    first, *rest = node.any
    if isinstance(first, Threshold) and first.equals is False and len(rest) == 1:
        for demand in _within(rest[0], alternative=True):
            yield replace(demand, only_if=first.metric)
        return
    for part in node.any:
        for demand in _within(part, alternative=True):
            others = (other for other in node.any if other is not part)
            instead = tuple(o for o in others if demand.threshold.metric not in _metrics(o))
            yield replace(demand, or_else=(*demand.or_else, *instead))


def leaves(node: Condition) -> Iterator[Threshold]:
    """The thresholds of a tree."""
    if isinstance(node, Threshold):
        yield node
        return
    for part in node.all if isinstance(node, AllOf) else node.any:
        yield from leaves(part)


def _metrics(node: Condition) -> set[str]:
    return {leaf.metric for leaf in leaves(node)}
