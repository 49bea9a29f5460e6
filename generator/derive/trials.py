# SPDX-License-Identifier: Apache-2.0
"""What do two revisions of a version say of the same worked cases, and which conditions decide it?

The cases of both revisions are put to the versions of both, so that an edited case hides no verdict.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.derive.eligibility import judge_resolved
from generator.derive.register import Register
from generator.derive.worked import able_to_judge, conditions, facts_of
from generator.model.facts import Facts, NodeState, Verdict
from generator.model.judgement import JudgedCondition, Judgement
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class Trial:
    """An organization that a version is asked about."""

    version: str
    name: str
    facts: Facts
    day: date

    @property
    def id(self) -> str:
        """The version with the name of the case."""
        return f"{self.version} {self.name}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What came out; two are the same where the whole and every condition come out the same."""

    verdict: Verdict
    states: tuple[tuple[str, NodeState], ...]
    functions: NodeState | None
    nodes: tuple[JudgedCondition, ...] = field(compare=False)


def trials(old: Site, new: Site) -> tuple[Trial, ...]:
    """Every case of both revisions, where anything that decides it differs.

    One that was edited is tried as it was and as it is.
    """
    same_words = old.vocabularies == new.vocabularies
    settled = {
        id_ for id_, version in new.rulesets.items() if same_words and old.rulesets.get(id_) == version
    }
    before = {trial.id: trial for trial in _of(old) if trial.version not in settled}
    found = list(before.values())
    for trial in _of(new):
        if trial.version in settled:
            continue
        known = before.get(trial.id)
        if known is None:
            found.append(trial)
        elif known != trial:
            found.append(Trial(trial.version, f"{trial.name}（改动后的例子）", trial.facts, trial.day))
    return tuple(found)


def _of(site: Site) -> Iterator[Trial]:
    for version, cases in site.cases.items():
        for case in cases.cases:
            yield Trial(version, case.name, facts_of(cases, case), cases.day)


def judgements(register: Register, asked: Iterable[Trial]) -> Iterator[tuple[str, Ruling]]:
    """The rulings of the versions that can be asked, by the id of the trial."""
    site, told = register.site, list(asked)
    versions = {id_: able_to_judge(site, id_) for id_ in {trial.version for trial in told}}
    words = site.vocabularies
    for trial in told:
        if version := versions[trial.version]:
            judged = judge_resolved(trial.version, version, trial.facts, words, trial.day)
            yield trial.id, _ruling(judged)


def _ruling(judged: Judgement) -> Ruling:
    nodes = tuple(conditions(judged))
    return Ruling(
        judged.verdict,
        tuple((node.id, node.state) for node in nodes),
        judged.functions.state if judged.functions else None,
        nodes,
    )
