# SPDX-License-Identifier: Apache-2.0
"""What does a version state, subject by subject, so that it can be compared with another one?

A statement has a value, which is compared, and words, of which it is only said that they were put in
another way. What a full text leaves open is a statement too (未规定); of what was not seen there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from generator.derive.demands import Comparable, Demand, Units, demands
from generator.model.criterion import Condition
from generator.model.procedure import Validity
from generator.model.ruleset import Ruleset, TextCoverage
from generator.model.vocabulary import Vocabularies

Part = Literal[
    "in-force", "applicants", "categories", "criteria", "functions", "materials", "designation", "publicity",
    "sampling", "validity", "duties", "revocation",
]  # fmt: skip
ORDER = {part: number for number, part in enumerate(get_args(Part))}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is stated: a part of the measures, the function in it if it is of one, and an id."""

    part: Part
    id: str
    function: str = ""

    def __str__(self) -> str:
        return "/".join(word for word in (self.part, self.function, self.id) if word)

    @property
    def rank(self) -> tuple[int, str, str]:
        """A place in an order that does not depend on which version is newer; a function itself first."""
        return ORDER[self.part], self.function, self.id


@dataclass(frozen=True, slots=True)
class Statement:
    """What a version says of a subject. An empty value says that the text leaves it open."""

    value: Comparable
    words: tuple[str, ...] = ()
    article: str | None = None
    demands: tuple[Demand, ...] = ()


def units_of(words: Vocabularies) -> Units:
    """The factor of each unit."""
    return {unit.id: unit.factor for unit in words.units}


def statements(ruleset: Ruleset, units: Units) -> dict[Subject, Statement]:
    """Everything comparable that a resolved version states."""
    found = {**_of_holders(ruleset), **_of_applying(ruleset)}
    for condition in ruleset.criteria:
        _add(found, "criteria", "", condition, units)
    if rule := ruleset.functions:
        found[Subject("functions", "required")] = Statement((rule.required,), article=rule.article)
        for item in rule.items:
            found[Subject("functions", "", item.function)] = Statement(
                ("offered", item.clientele.founded_within_years if item.clientele else None),
                (*item.services, *((item.clientele.who,) if item.clientele else ())),
                item.services_article or item.article,
            )
            for condition in item.requires:
                _add(found, "functions", item.function, condition, units)
    return found


def _add(
    found: dict[Subject, Statement], part: Part, function: str, condition: Condition, units: Units
) -> None:
    """The demands of a condition, joined to those on the same metric."""
    for demand in demands(condition):
        subject = Subject(part, demand.threshold.metric, function)
        known = found.get(subject, Statement((), article=demand.threshold.article))
        found[subject] = Statement(
            (*known.value, demand.value(units)),
            (*known.words, *demand.notes),
            known.article,
            (*known.demands, demand),
        )


def _of_holders(ruleset: Ruleset) -> dict[Subject, Statement]:
    """How long, when, and what follows."""
    found = dict(_stated(ruleset, *_single_values(ruleset)))
    if shown := ruleset.publicity:
        found[Subject("publicity", "channels")] = Statement(("shown",), shown.channels, shown.article)
    for duty in ruleset.duties:
        due = (duty.due.every, duty.due.month, duty.due.day) if duty.due else (duty.due_text,)
        value = (duty.owed_by, duty.to, due)
        found[Subject("duties", duty.id)] = Statement(value, (duty.what,), duty.article)
    for ground in ruleset.revocation:
        words = tuple(word for word in (ground.ground, ground.effect, ground.by) if word)
        found[Subject("revocation", ground.id)] = Statement(("lost", ground.ban_years), words, ground.article)
    return found


def _single_values(ruleset: Ruleset) -> Iterator[tuple[Subject, Comparable | None, str | None]]:
    """What a text states once or leaves open, with the article that it would stand in."""
    own, title = ruleset.in_force, ruleset.designation
    shown, term = ruleset.publicity, ruleset.validity
    years = (own.years,) if own and own.years else None
    days = (shown.working_days,) if shown and shown.working_days else None
    again = (term.reapply.value,) if term and term.reapply else None
    yield Subject("in-force", "years"), years, own.article if own else None
    cycle = (title.cycle,) if title and title.cycle else None
    yield Subject("designation", "cycle"), cycle, title.article if title else None
    yield Subject("publicity", "working-days"), days, shown.article if shown else None
    yield Subject("validity", "years"), (term.years, term.kind) if term else None, _article(term)
    yield Subject("validity", "reapply"), again, (term.reapply_article if term else None) or _article(term)


def _article(term: Validity | None) -> str | None:
    return term.article if term else None


def _stated(
    ruleset: Ruleset, *rows: tuple[Subject, Comparable | None, str | None]
) -> Iterator[tuple[Subject, Statement]]:
    """Single values: of a full text also those that it leaves open."""
    for subject, value, article in rows:
        if value is not None:
            yield subject, Statement(value, article=article)
        elif ruleset.text is TextCoverage.FULL:
            yield subject, Statement((), article=article)


def _of_applying(ruleset: Ruleset) -> dict[Subject, Statement]:
    """Who may apply, with what."""
    found: dict[Subject, Statement] = {}
    if who := ruleset.applicants:
        found[Subject("applicants", "kinds")] = Statement(
            tuple(sorted(who.kinds)), (who.detail,) if who.detail else (), who.article
        )
    for category in ruleset.categories:
        value = ("named", category.name)
        found[Subject("categories", category.id)] = Statement(value, (category.meaning,), category.article)
    for material in ruleset.materials:
        # The same name twice is one thing that is handed in twice.
        subject = Subject("materials", material.name)
        known = found.get(subject, Statement(("handed-in",), article=material.article))
        words = (*known.words, *((material.detail,) if material.detail else ()))
        found[subject] = Statement(known.value, words, known.article)
    if sampling := ruleset.sampling:
        found[Subject("sampling", "share")] = Statement(
            (sampling.at_least, sampling.unit), (sampling.by, sampling.among), sampling.article
        )
    return found
