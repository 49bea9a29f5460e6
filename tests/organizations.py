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
from generator.derive.asking import KINDS, comparisons
from generator.derive.eligibility import judge
from generator.derive.thresholds import resolved
from generator.model.criterion import Threshold
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

    Which functions it applies for is learned only where all of these must be met. Where one function is
    enough, not to have chosen means to have the choice of all, and choosing is no learning.
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
                drawn = (kinds if fact == KINDS else functions)(asked, chance)
                chosen[fact] = tuple(drawn or ())
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
