# SPDX-License-Identifier: Apache-2.0
"""Does an organization meet what a version demands: yes, no, or not yet to be told, and why?

Each condition is given what may turn out of it once everything is known: met, not met, not applicable.
Only what a single one is left of is certain, so that unknown is never taken for yes, and learning more
never turns what was certain. The browser judges in the same way: scripts/eligibility/judge.js.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive.answers import Hearing
from generator.derive.asking import fact_of
from generator.derive.may import MET, NOT_APPLICABLE, NOT_MET, May, all_of, any_of, one_of, state_of
from generator.derive.thresholds import resolved
from generator.model.criterion import AllOf, AnyOf, Condition, Threshold
from generator.model.facts import Facts, Verdict
from generator.model.judgement import JudgedCondition, JudgedFunction, JudgedFunctions, Judgement
from generator.model.ruleset import FunctionRule, Functions, Ruleset, TextCoverage
from generator.model.vocabulary import Vocabularies

VERDICTS = {MET: Verdict.MET, NOT_MET: Verdict.NOT_MET}
Weighed = tuple[JudgedCondition, May]


def judge(id_: str, version: Ruleset, facts: Facts, words: Vocabularies, day: date) -> Judgement:
    """The word of a version on an organization, with the trace of how it came about."""
    return judge_resolved(id_, resolved(version), facts, words, day)


def judge_resolved(id_: str, version: Ruleset, facts: Facts, words: Vocabularies, day: date) -> Judgement:
    """The same by a version that has an id at every condition, for those who judge many times."""
    bench = _Bench(id_, version, Hearing.of(facts, words, day))
    partial = version.text is not TextCoverage.FULL
    criteria = bench.each(version.criteria, None)
    functions, may = bench.functions(version.functions)
    whole = all_of([*(part for _, part in criteria), *may])
    if partial:
        whole |= NOT_MET  # a condition that is not recorded may fail
    return Judgement.model_construct(
        version=id_,
        day=day,
        verdict=VERDICTS.get(whole, Verdict.UNKNOWN),
        partial=partial,
        criteria=tuple(node for node, _ in criteria),
        functions=functions,
    )


@dataclass(frozen=True, slots=True)
class _Bench:
    """A version that hears an organization."""

    id: str
    version: Ruleset
    hearing: Hearing

    def each(self, conditions: Sequence[Condition], function: str | None) -> list[Weighed]:
        """Several conditions, weighed one by one."""
        return [self.weigh(node, function) for node in conditions]

    def weigh(self, node: Condition, function: str | None) -> Weighed:
        """A condition with what is inside it and the kinds of institution that it is for."""
        told, may = self._inside(node, function)
        if node.applies_to:
            told["applies_to"] = node.applies_to
            kinds = self.hearing.facts.kinds
            if kinds is None:
                may |= NOT_APPLICABLE
            elif not set(kinds) & set(node.applies_to):
                may = NOT_APPLICABLE
        judged = JudgedCondition.model_construct(
            id=node.id or "", article=node.article, state=state_of(may), **told
        )
        return judged, may

    def _inside(self, node: Condition, function: str | None) -> tuple[dict[str, Any], May]:
        if isinstance(node, Threshold):
            fact = fact_of(self.id, function, node)
            answer = self.hearing.answer(node, fact, self.version.applicants)
            told = {"given": answer.given, "demanded": answer.demanded, "gap": answer.gap}
            return {"metric": node.metric, "fact": fact, **told}, answer.may
        parts = self.each(node.all if isinstance(node, AllOf) else node.any, function)
        join = any_of if isinstance(node, AnyOf) else all_of
        return {"inner": tuple(part for part, _ in parts)}, join([may for _, may in parts])

    def functions(self, rule: Functions | None) -> tuple[JudgedFunctions | None, tuple[May, ...]]:
        """What is demanded of functions; nothing where nothing is recorded."""
        if rule is None:
            return None, ()
        items = list(self._items(rule.items))
        may = self._joined(rule.required, items)
        judged = JudgedFunctions.model_construct(
            required=rule.required,
            article=rule.article,
            state=state_of(may),
            items=tuple(item for item, _ in items),
        )
        return judged, (may,)

    def _items(self, rules: Sequence[FunctionRule]) -> Iterator[tuple[JudgedFunction, May]]:
        applied = self.hearing.facts.functions
        for rule in rules:
            parts = self.each(rule.requires, rule.function)
            may = all_of([may for _, may in parts])
            judged = JudgedFunction.model_construct(
                function=rule.function,
                article=rule.article,
                applied=None if applied is None else rule.function in applied,
                state=state_of(may),
                requires=tuple(part for part, _ in parts),
            )
            yield judged, may

    def _joined(self, required: str, items: Sequence[tuple[JudgedFunction, May]]) -> May:
        """Who has not said which functions it applies for may choose any, or must be ready for all."""
        counted = [may for item, may in items if item.applied is not False]
        if not counted:
            return NOT_MET
        if required == "at-least-one":
            return any_of(counted)
        if self.hearing.facts.functions is not None:
            return all_of(counted)
        return one_of(counted)
