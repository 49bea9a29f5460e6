# SPDX-License-Identifier: Apache-2.0
"""Which worked cases can be judged, what is known of their organizations, and what comes out?"""

from collections.abc import Iterator
from typing import Any

from generator.derive.asking import comparisons
from generator.derive.eligibility import judge_resolved
from generator.derive.register import Register
from generator.derive.thresholds import resolved
from generator.model.criterion import Threshold
from generator.model.facts import Case, Cases, Facts
from generator.model.judgement import JudgedCondition, Judgement
from generator.model.ruleset import Ruleset
from generator.model.site import Site
from generator.model.vocabulary import Vocabularies


def facts_of(cases: Cases, case: Case) -> Facts:
    """What the one that meets everything says, with what the case changes and without what it forgets."""
    base, other, forgotten = cases.organization, case.changes, set(case.forgets)
    known: dict[str, Any] = {
        name: {
            key: value
            for key, value in {**getattr(base, name), **getattr(other, name)}.items()
            if key not in forgotten
        }
        for name in ("figures", "answers", "days")
    }
    chosen: dict[str, Any] = {
        name: None if name in forgotten else getattr(base if getattr(other, name) is None else other, name)
        for name in ("kinds", "functions")
    }
    return Facts.model_construct(**chosen, **known)


def judged(id_: str, version: Ruleset, cases: Cases, case: Case, words: Vocabularies) -> Judgement:
    """The judgement of a resolved version on a case."""
    return judge_resolved(id_, version, facts_of(cases, case), words, cases.day)


def conditions(judgement: Judgement) -> Iterator[JudgedCondition]:
    """Every condition of a trace, inner ones too."""
    for node in judgement.criteria:
        yield from _within(node)
    for item in judgement.functions.items if judgement.functions else ():
        for node in item.requires:
            yield from _within(node)


def _within(node: JudgedCondition) -> Iterator[JudgedCondition]:
    yield node
    for inner in node.inner:
        yield from _within(inner)


def judgeable(register: Register) -> Iterator[tuple[str, Ruleset, Cases]]:
    """The versions that have cases and whose words are all known; about other words there are checks."""
    for id_, cases in register.site.cases.items():
        if version := able_to_judge(register.site, id_):
            yield id_, version, cases


def able_to_judge(site: Site, id_: str) -> Ruleset | None:
    """A version, resolved, if there is one and all its words are known."""
    dimensions = {metric.id: metric.dimension for metric in site.vocabularies.metrics}
    units = {unit.id: unit.dimension for unit in site.vocabularies.units}
    version = site.rulesets.get(id_)
    if version and all(_fits(asked, dimensions, units) for _, asked in comparisons(id_, version)):
        return resolved(version)
    return None


def _fits(asked: Threshold, dimensions: dict[str, str | None], units: dict[str, str]) -> bool:
    known = asked.metric in dimensions and (asked.unit is None or asked.unit in units)
    return known and dimensions[asked.metric] == (units[asked.unit] if asked.unit else None)
