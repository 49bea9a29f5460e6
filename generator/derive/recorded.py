# SPDX-License-Identifier: Apache-2.0
"""Which quantities does a version record, under which articles, and by which names does prose quote them?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.base.quantity import shown
from generator.base.quotation import quotations
from generator.base.spoken import DAYS, WORKING_DAYS
from generator.derive.thresholds import resolved, rows
from generator.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Recorded:
    """A quantity of the record; those without a name are not quoted."""

    amount: Decimal
    unit: str
    article: str | None
    name: str | None = None

    @property
    def text(self) -> str:
        """50万元, 7个工作日."""
        return f"{shown(self.amount)}{'个' if self.unit == WORKING_DAYS else ''}{self.unit}"


def recorded(ruleset: Ruleset) -> Iterator[Recorded]:
    """Every quantity that a version states in a field of its own."""
    for row in rows(resolved(ruleset)):
        node = row.threshold
        if node.unit:
            yield Recorded(Decimal(node.bound), node.unit, node.article, node.id)
        if node.over_years:
            yield Recorded(Decimal(node.over_years), "年", node.article)
    for item in ruleset.functions.items if ruleset.functions else ():
        if item.clientele and item.clientele.founded_within_years:
            years = Decimal(item.clientele.founded_within_years)
            yield Recorded(years, "年", item.services_article or item.article)
    yield from _of_titles(ruleset)
    yield from _of_the_text(ruleset)


def _of_titles(ruleset: Ruleset) -> Iterator[Recorded]:
    """How long a title holds, how it is given, and how long it may not be asked for."""
    if term := ruleset.validity:
        yield Recorded(Decimal(term.years), "年", term.article, "validity")
    if shown_ := ruleset.publicity:
        if shown_.working_days:
            yield Recorded(Decimal(shown_.working_days), WORKING_DAYS, shown_.article, "publicity")
        yield Recorded(Decimal(len(shown_.channels)), "家", shown_.article)
    if sampling := ruleset.sampling:
        yield Recorded(sampling.at_least, sampling.unit, sampling.article, "sampling")
    for ground in ruleset.revocation:
        if ground.ban_years:
            yield Recorded(Decimal(ground.ban_years), "年", ground.article, f"{ground.id}-ban")


def _of_the_text(ruleset: Ruleset) -> Iterator[Recorded]:
    """How long the version itself holds, and when it begins."""
    if rule := ruleset.in_force:
        if rule.years:
            yield Recorded(Decimal(rule.years), "年", rule.article, "in-force")
        for days in (rule.days_after_issue, rule.doubt.days if rule.doubt else None):
            if days:
                yield Recorded(Decimal(days), DAYS, rule.article)


def quotable(ruleset: Ruleset) -> dict[str, str]:
    """What prose may quote of a version: names, and the number with its unit."""
    return {quantity.name: quantity.text for quantity in recorded(ruleset) if quantity.name}


def filled(text: str, rulesets: Mapping[str, Ruleset]) -> str:
    """The text with every quotation filled in; those that lead nowhere stay, and are findings."""
    pieces, end = [], 0
    for found in quotations(text):
        ruleset = rulesets.get(found.version or "")
        number = quotable(ruleset).get(found.name) if ruleset else None
        if number is not None:
            pieces += [text[end : found.start], number]
            end = found.start + len(found.text)
    return "".join([*pieces, text[end:]])
