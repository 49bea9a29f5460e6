# SPDX-License-Identifier: Apache-2.0
"""Do the worked cases of a version show each of its conditions at work?

What a case shows is read from how it is judged, not from what it is called.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.days import ONE_DAY, anniversary
from generator.base.finding import Finding, Level
from generator.checks import places
from generator.checks.conditions import named
from generator.derive.answers import FIGURE
from generator.derive.asking import fact_of, leaves
from generator.derive.register import Register
from generator.derive.worked import conditions, facts_of, judgeable, judged
from generator.model.criterion import AllOf, AnyOf, Condition, Threshold
from generator.model.facts import Case, Facts, NodeState, Verdict
from generator.model.judgement import JudgedCondition, JudgedFunctions, Judgement
from generator.model.ruleset import Functions, Ruleset
from generator.model.vocabulary import Vocabularies

Missing = tuple[str, str]  # what no case shows, and what to add


@dataclass(frozen=True, slots=True)
class _Shown:
    """A case with what it is judged."""

    case: Case
    facts: Facts
    judgement: Judgement
    nodes: Mapping[str, JudgedCondition]

    def state(self, node: Condition) -> NodeState:
        return self.nodes[node.id or ""].state


def conditions_have_their_cases(register: Register) -> Iterator[Finding]:
    """录了条件的版本有例子：全部达到、每个数量只差一、未知、每种放宽和每个选项、功能要求。"""
    site = register.site
    known = set()
    for id_, version, cases in judgeable(register):
        known.add(id_)
        shown = []
        for case in cases.cases:
            judgement = judged(id_, version, cases, case, site.vocabularies)
            nodes = {node.id: node for node in conditions(judgement)}
            shown.append(_Shown(case, facts_of(cases, case), judgement, nodes))
        for what, repair in _missing(id_, version, shown, site.vocabularies):
            yield Finding(places.cases(id_).at("cases"), what, repair, level=Level.NOTE)
    for id_, version in site.rulesets.items():
        told = id_ in site.cases or places.cases(id_).file in site.unreadable
        if (version.criteria or version.functions) and not told:
            yield Finding(
                places.ruleset(id_).at("criteria" if version.criteria else "functions"),
                "录了条件，却没有检验它的例子",
                f"补上 registry/cases/{id_}.yaml，可以照别的版本写",
                level=Level.NOTE,
            )


def _missing(id_: str, version: Ruleset, shown: list[_Shown], words: Vocabularies) -> Iterator[Missing]:
    if not any(_passes(one) for one in shown):
        yield "没有一个全部达到的例子", "加一个不写 changes 的例子"
    if not any(one.case.forgets and one.judgement.verdict is Verdict.UNKNOWN for one in shown):
        yield "没有一个因未知而尚不能判断的例子", "加一个例子，在 forgets 里写不知道的项"
    for function, node in _outermost(version):
        for leaf in leaves(node):
            fact = fact_of(id_, function, leaf)
            if leaf.unit and not any(_fails_by_one(leaf, fact, one, words) for one in shown):
                yield (
                    f"{named(leaf.id, leaf.article)}没有只差一的例子",
                    f"加一个例子，{fact} 比要求恰好差一个单位，expects 里写 {leaf.id}、not-met 和 gap",
                )
        yield from _of_branches(node, shown)
    if version.functions:
        told = [one.judgement.functions for one in shown if one.judgement.functions]
        yield from _of_functions(version.functions, told)


def _outermost(version: Ruleset) -> Iterator[tuple[str | None, Condition]]:
    yield from ((None, node) for node in version.criteria)
    for item in version.functions.items if version.functions else ():
        yield from ((item.function, node) for node in item.requires)


def _passes(one: _Shown) -> bool:
    bare = one.case.changes == Facts() and not one.case.forgets
    wanted = Verdict.UNKNOWN if one.judgement.partial else Verdict.MET
    outer = [node.state for node in one.judgement.criteria]
    return bare and one.judgement.verdict is wanted and set(outer) <= {NodeState.MET}


def _fails_by_one(leaf: Threshold, fact: str, one: _Shown, words: Vocabularies) -> bool:
    """Whether a case expects a quantity to fail, and it is one unit, or one day, short."""
    expected = any(
        e.condition == leaf.id and e.gap and e.state is NodeState.NOT_MET for e in one.case.expects
    )
    if not expected:
        return False
    if since := one.facts.days.get(fact):
        return _is_one_day_short(leaf, since, one.judgement.day)
    found = FIGURE.fullmatch(one.facts.figures.get(fact, ""))
    factors = {unit.id: unit.factor for unit in words.units}
    unit = factors[leaf.unit or ""]
    short = Decimal(leaf.bound) * unit - (Decimal(found[1]) * factors[found[2]] if found else 0)
    return short == (unit if leaf.at_least is not None else -unit)


def _is_one_day_short(leaf: Threshold, since: date, day: date) -> bool:
    """At the latest tomorrow it would be long enough; or since today it is too long."""
    if leaf.at_least is not None:
        return anniversary(since, int(leaf.bound)) == day + ONE_DAY
    return anniversary(since, int(leaf.bound) + 1) == day


def _of_branches(node: Condition, shown: list[_Shown]) -> Iterator[Missing]:
    """What the alternatives inside a condition lack."""
    if isinstance(node, Threshold):
        return
    inner = node.all if isinstance(node, AllOf) else node.any
    for part in inner:
        if isinstance(node, AnyOf):
            alone = [other for other in inner if other is not part]
            if not any(_only(part, alone, one) for one in shown):
                yield f"{node.id} 没有只凭 {part.id} 达到的例子", "加一个例子，其他选项都未达到或不适用"
        if part.applies_to:
            if not any(one.state(part) is NodeState.NOT_APPLICABLE for one in shown):
                yield f"{part.id} 没有不适用的例子", "加一个例子，kinds 写别的机构类型"
            yield from _of_exception(part, shown)
        yield from _of_branches(part, shown)


def _only(part: Condition, others: list[Condition], one: _Shown) -> bool:
    return one.state(part) is NodeState.MET and all(one.state(o) is not NodeState.MET for o in others)


def _of_exception(branch: Condition, shown: list[_Shown]) -> Iterator[Missing]:
    """Each part of an exception must be missed once by those whom it is for."""
    parts = list(leaves(branch))
    for part in parts:
        others = [other for other in parts if other is not part]
        if not any(
            one.state(branch) is one.state(part) is NodeState.NOT_MET
            and all(one.state(other) is NodeState.MET for other in others)
            for one in shown
        ):
            yield f"{branch.id} 没有只缺 {part.id} 的例子", "加一个例子，适用的机构只有这一点未达到"


def _of_functions(rule: Functions, told: list[JudgedFunctions]) -> Iterator[Missing]:
    for item in rule.items:
        if not any(_met(one) == [item.function] for one in told):
            yield f"没有只凭 {item.function} 一项功能达到的例子", f"加一个例子，functions: [{item.function}]"
    if not any(one.state is NodeState.NOT_MET for one in told):
        yield "没有功能要求未达到的例子", "加一个例子，所申报的功能都未达到"
    if rule.required == "those-applied-for" and not any(_fails_in_part(one) for one in told):
        yield "没有申报几项、其中一项未达到的例子", "加一个例子，functions 写两项，一项达到、一项未达到"


def _met(told: JudgedFunctions) -> list[str]:
    """The functions by which the demand on functions is met."""
    counted = [item for item in told.items if item.applied is not False and item.state is NodeState.MET]
    return [item.function for item in counted] if told.state is NodeState.MET else []


def _fails_in_part(told: JudgedFunctions) -> bool:
    states = {item.state for item in told.items if item.applied}
    return told.state is NodeState.NOT_MET and states >= {NodeState.MET, NodeState.NOT_MET}
