# SPDX-License-Identifier: Apache-2.0
"""Which organizations are tried on a version? Fictitious ones by the dice, most of them close to its bounds.

The same seed gives the same organization.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.base.days import anniversary
from generator.derive.asking import KINDS, comparisons, fact_of
from generator.derive.asking import leaves as leaves_of
from generator.derive.eligibility import judge
from generator.derive.thresholds import resolved
from generator.model.criterion import Condition, Threshold
from generator.model.facts import Facts, Verdict
from generator.model.ruleset import Ruleset
from generator.model.site import Site
from generator.model.vocabulary import Vocabularies

STEPS = ("0", "0", "1", "-1", "0.5", "-0.001", "0.000001", "100", "-1000")
OFF = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """A version with what it asks."""

    id: str
    version: Ruleset
    words: Vocabularies

    @property
    def comparisons(self) -> list[tuple[str, Threshold]]:
        """What is asked, one for each fact; what follows from the kinds of institution is not."""
        found = {fact: leaf for fact, leaf in comparisons(self.id, self.version) if fact != KINDS}
        return list(found.items())

    def is_from_day(self, leaf: Threshold) -> bool:
        """Whether it asks since when."""
        return next(metric for metric in self.words.metrics if metric.id == leaf.metric).counted_from_day


def asked_in(site: Site) -> Iterator[Asked]:
    """Every version with conditions."""
    for id_, version in site.rulesets.items():
        if version.criteria or version.functions:
            yield Asked(id_, resolved(version), site.vocabularies)


def organization(asked: Asked, day: date, chance: random.Random) -> Facts:
    """Anybody: some know all of themselves, some nothing; some are good at everything."""
    known, good = chance.choice((0, 0.3, 0.9, 1, 1)), chance.choice((0.5, 0.9, 1, 1))
    said: dict[str, dict[str, object]] = {"figures": {}, "answers": {}, "days": {}}
    for fact, leaf in asked.comparisons:
        if chance.random() <= known:
            group, value = answer(asked, leaf, day, chance, good)
            said[group][fact] = value
    return Facts.model_validate(said | {"kinds": kinds(asked, chance), "functions": functions(asked, chance)})


def kinds(asked: Asked, chance: random.Random) -> list[str] | None:
    """Mostly one or two that the version names, sometimes others, none, or unknown."""
    named = list(asked.version.applicants.kinds) if asked.version.applicants else []
    every = [kind.id for kind in asked.words.institution_kinds]
    several = chance.sample(every, chance.randint(1, min(3, len(every))))
    one = [chance.choice(named), chance.choice(every)] if named else several
    return chance.choice((one, one, several, [], None))


def functions(asked: Asked, chance: random.Random) -> list[str] | None:
    """All, some, or unknown."""
    every = [function.id for function in asked.words.functions]
    return chance.choice((every, chance.sample(every, chance.randint(0, min(4, len(every)))), None))


def answer(
    asked: Asked, leaf: Threshold, day: date, chance: random.Random, good: float
) -> tuple[str, object]:
    """One answer, and where it stands among facts."""
    if leaf.unit is None:
        return "answers", bool(leaf.equals) if chance.random() <= good else chance.random() < 0.5
    if asked.is_from_day(leaf):
        return "days", since(leaf, day, chance)
    bound = Decimal(leaf.bound)
    enough = chance.random() <= good
    number = bound + abs(Decimal(chance.choice(STEPS))) if enough else bound + Decimal(chance.choice(STEPS))
    return "figures", figure(asked, max(number, Decimal()), leaf, chance)


def since(leaf: Threshold, day: date, chance: random.Random) -> date:
    """Around the day that would be just early enough, or a 29 February, or tomorrow."""
    border = anniversary(day, -int(leaf.bound))
    return chance.choice((border, border, border - OFF, border + OFF, date(2024, 2, 29), day + OFF))


def figure(asked: Asked, number: Decimal, leaf: Threshold, chance: random.Random) -> str:
    """A number in any unit of its dimension, at times in one that does not fit."""
    units = {unit.id: unit for unit in asked.words.units}
    own = units[leaf.unit or ""]
    fitting = [unit for unit in units.values() if unit.dimension == own.dimension]
    unit = chance.choice(fitting) if chance.random() < 0.97 else chance.choice(list(units.values()))
    factor = unit.factor if unit in fitting else Decimal(1)
    return f"{number * own.factor / factor:f}{unit.id}"


def completions(asked: Asked, facts: Facts, day: date, chance: random.Random) -> Iterator[Facts]:
    """The same organization as one thing after another is learned of it, until nothing is unknown.

    Who applies, applies for some function. Which ones is learned only where all of these must be met.
    Where one function is enough, not to have chosen means to have the choice of all: to choose is not to
    learn.
    """
    said = {name: dict(getattr(facts, name)) for name in ("figures", "answers", "days")}
    chosen = {"kinds": facts.kinds, "functions": facts.functions}
    rule = asked.version.functions
    open_ = [*asked.comparisons, (KINDS, None)]
    if rule and rule.required == "those-applied-for":
        open_.append(("functions", None))
    chance.shuffle(open_)
    for fact, leaf in open_:
        if leaf is None:
            if chosen[fact] is None:
                chosen[fact] = getattr(chance.choice(answers(asked, facts, fact, day)), fact)
        elif not any(fact in group for group in said.values()):
            group, value = answer(asked, leaf, day, chance, 0.8)
            said[group][fact] = value
        yield Facts.model_validate(said | chosen)


def check_that_learning_turns_nothing(asked: Asked, day: date, chance: random.Random) -> None:
    """Fails if a verdict that was decided changes as more is learned."""
    facts = organization(asked, day, chance)
    verdict = judge(asked.id, asked.version, facts, asked.words, day).verdict
    for learned in completions(asked, facts, day, chance):
        then = judge(asked.id, asked.version, learned, asked.words, day).verdict
        assert verdict in {then, Verdict.UNKNOWN}, (facts, learned)
        verdict = then


def answers(asked: Asked, facts: Facts, fact: str, day: date) -> list[Facts]:
    """The same organization with one more thing known, in every way that could matter; the best first."""
    if fact == KINDS:
        every = [kind.id for kind in asked.words.institution_kinds]
        return [facts.model_copy(update={KINDS: said}) for said in (tuple(every), *((k,) for k in every), ())]
    if fact == "functions":
        every = [item.function for item in asked.version.functions.items] if asked.version.functions else []
        several = (tuple(every), *((function,) for function in every))  # who applies, applies for something
        return [facts.model_copy(update={fact: said}) for said in several]
    leaves = [leaf for key, leaf in comparisons(asked.id, asked.version) if key == fact]
    group = "answers" if leaves[0].unit is None else "days" if asked.is_from_day(leaves[0]) else "figures"
    return [
        facts.model_copy(update={group: {**getattr(facts, group), fact: said}})
        for said in ways(leaves, group, day)
    ]


def ways(leaves: list[Threshold], group: str, day: date) -> list[object]:
    """What can be said to comparisons of one fact: far too good, far too bad, each just met or not."""
    if group == "answers":
        return [True, False]
    bounds = [Decimal(leaf.bound) for leaf in leaves]
    if group == "days":
        borders = [anniversary(day, -int(bound)) for bound in bounds]
        return [date(1990, 1, 1), day + OFF, *borders, *(border + OFF for border in borders)]
    numbers = [max(bounds) * 10, Decimal(), *bounds, *(bound - Decimal("0.01") for bound in bounds)]
    return [f"{number:f}{leaves[0].unit}" for number in numbers]


@dataclass(frozen=True)
class Question:
    """One fact that is asked of somebody, beside others that are not known either."""

    asked: Asked
    facts: Facts
    fact: str
    others: frozenset[str]
    day: date

    def rests(self, chance: random.Random, tries: int) -> Iterator[Facts]:
        """Completions of all the others, good wherever these do not stand beside the fact in the text."""
        beside = beside_in(self.asked, self.fact)
        rivals = {other for other in self.others if "." in other and scope(other) != scope(self.fact)}
        for _ in range(tries):
            rest, rivals_fail = self.facts, chance.random() < 0.5
            for other in sorted(self.others):
                choices = answers(self.asked, rest, other, self.day)
                if other == KINDS:
                    rest = rest.model_copy(update={KINDS: some(self.asked, chance)})
                elif other in beside or other == "functions":
                    rest = chance.choice(choices)
                else:
                    rest = choices[1 if rivals_fail and other in rivals else 0]
            yield rest


def some(asked: Asked, chance: random.Random) -> tuple[str, ...]:
    """One to three kinds of institution."""
    every = [kind.id for kind in asked.words.institution_kinds]
    return tuple(chance.sample(every, chance.randint(1, min(3, len(every)))))


def scope(fact: str) -> str:
    """The function that a fact is asked in, or nothing."""
    return fact.rpartition(":")[2].rpartition(".")[0]


def beside_in(asked: Asked, fact: str) -> set[str]:
    """The facts that one condition of a version asks for together; for a choice all that stand together."""
    found: set[str] = set()
    rule = asked.version.functions
    conditions: list[tuple[str | None, Condition]] = [(None, node) for node in asked.version.criteria]
    conditions += [(item.function, node) for item in (rule.items if rule else ()) for node in item.requires]
    for function, node in conditions:
        inside = {fact_of(asked.id, function, leaf) for leaf in leaves_of(node)}
        if len(inside) > 1 and (fact in inside or fact in {KINDS, "functions"}):
            found |= inside
    return found
