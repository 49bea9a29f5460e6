# SPDX-License-Identifier: Apache-2.0
"""What does one answer say to one comparison: met or not, by how much, and in which words?

Quantities are compared and subtracted exactly, in any units of their dimension. What is not stated, or
not in a unit of the metric, is unknown. The browser says the same: scripts/eligibility/answers.js.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal, localcontext

from generator.base.days import anniversary, in_chinese
from generator.base.quantity import shown
from generator.derive.asking import ELIGIBLE_KIND
from generator.derive.may import MET, NOT_MET, OPEN, May, certain
from generator.model.criterion import Threshold
from generator.model.facts import Facts
from generator.model.ruleset import Applicants
from generator.model.vocabulary import Metric, Unit, Vocabularies

OF_SIZE = {"money", "share", "years"}  # 不低于; counts are 不少于
PERCENT = "%"
DIGITS = 80  # more than any product of a figure and a factor has
MOST_YEARS = 1000
FIGURE = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,15})?)([^0-9.].*)", re.ASCII)
YES_OR_NO = {True: "是", False: "否"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer says to a comparison."""

    may: May
    demanded: str
    given: str | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whose answers are looked at, by which words, on which day."""

    facts: Facts
    day: date
    metrics: Mapping[str, Metric]
    units: Mapping[str, Unit]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, facts: Facts, words: Vocabularies, day: date) -> "Hearing":
        """With the words by their ids."""
        return cls(
            facts,
            day,
            {metric.id: metric for metric in words.metrics},
            {unit.id: unit for unit in words.units},
            {kind.id: kind.label for kind in words.institution_kinds},
        )

    def answer(self, asked: Threshold, fact: str, applicants: Applicants | None) -> Answer:
        """What is said to one comparison."""
        if asked.metric == ELIGIBLE_KIND:
            return self._kind(asked, applicants)
        if asked.unit is None:
            return self._yes_or_no(asked, self.facts.answers.get(fact))
        metric = self.metrics[asked.metric]
        if metric.counted_from_day:
            return self._years(asked, metric, self.facts.days.get(fact))
        with localcontext(prec=DIGITS):
            return self._quantity(asked, metric, self.facts.figures.get(fact))

    def _kind(self, asked: Threshold, applicants: Applicants | None) -> Answer:
        """Whether one of the kinds of institution may apply; a list of examples excludes nobody."""
        wanted = self._named(applicants.kinds) if applicants else ""
        demanded = f"{wanted}等" if applicants and applicants.examples_only else wanted
        if self.facts.kinds is None or applicants is None:
            return Answer(OPEN, demanded)
        given = self._named(self.facts.kinds)
        listed = bool(set(self.facts.kinds) & set(applicants.kinds))
        if not listed and applicants.examples_only:
            return Answer(OPEN, demanded, given)
        met = listed == asked.equals
        return Answer(certain(met), demanded, given, None if met else "不在所列机构之内")

    def _named(self, kinds: tuple[str, ...]) -> str:
        return "、".join(self.kinds.get(kind, kind) for kind in kinds)

    def _yes_or_no(self, asked: Threshold, said: bool | None) -> Answer:
        demanded = YES_OR_NO[bool(asked.equals)]
        if said is None:
            return Answer(OPEN, demanded)
        met = said == asked.equals
        gap = None if met else "已具备" if said else "未具备"
        return Answer(certain(met), demanded, YES_OR_NO[said], gap)

    def _years(self, asked: Threshold, metric: Metric, since: date | None) -> Answer:
        """Full years on the day; who began on 29 February completes a common year on 1 March."""
        demanded = _demanded(asked, metric)
        if since is None:
            return Answer(OPEN, demanded)
        years = self.day.year - since.year
        years = max(0, years if anniversary(since, years) <= self.day else years - 1)
        given = f"自{in_chinese(since)}起，" + (f"满{years}年" if years else "不满1年")
        bound = Decimal(asked.bound)
        if _holds(asked, Decimal(years)):
            return Answer(MET, demanded, given)
        if asked.at_most is not None:
            return Answer(NOT_MET, demanded, given, f"超出{shown(years - bound)}年")
        needed = int(bound.to_integral_value(ROUND_CEILING))
        if needed > MOST_YEARS:
            return Answer(NOT_MET, demanded, given)
        on = in_chinese(anniversary(since, needed))
        return Answer(NOT_MET, demanded, given, f"到{on}满{needed}年")

    def _quantity(self, asked: Threshold, metric: Metric, figure: str | None) -> Answer:
        demanded = _demanded(asked, metric)
        found = FIGURE.fullmatch(figure or "")
        unit = self.units.get(found[2]) if found else None
        if found is None or unit is None or unit.dimension != metric.dimension:
            return Answer(OPEN, demanded)
        number, wanted = Decimal(found[1]), self.units[asked.unit or ""]
        given = f"{shown(number)}{unit.id}"
        if _holds(asked, number * unit.factor / wanted.factor):
            return Answer(MET, demanded, given)
        missing = abs(Decimal(asked.bound) * wanted.factor - number * unit.factor)
        word = "还差" if asked.at_least is not None else "超出"
        return Answer(NOT_MET, demanded, given, f"{word}{self._in_words(missing, unit.dimension)}")

    def _in_words(self, amount: Decimal, dimension: str) -> str:
        """In the largest unit of which there is at least one: 5000万元, 1.5亿元, 12家, 5个百分点."""
        units = sorted(
            (unit for unit in self.units.values() if unit.dimension == dimension),
            key=lambda unit: unit.factor,
            reverse=True,
        )
        unit = next((unit for unit in units if unit.factor <= amount), units[-1])
        name = "个百分点" if unit.id == PERCENT else unit.id
        return f"{shown(amount / unit.factor)}{name}"


def _holds(asked: Threshold, number: Decimal) -> bool:
    """Whether a number, in the unit of the comparison, is on the right side of the bound."""
    return number >= asked.bound if asked.at_least is not None else number <= asked.bound


def _demanded(asked: Threshold, metric: Metric) -> str:
    """不低于150万元; 不少于30家."""
    size = metric.dimension in OF_SIZE
    words = ("低", "少") if asked.at_least is not None else ("高", "多")
    return f"不{words[0] if size else words[1]}于{shown(Decimal(asked.bound))}{asked.unit}"
