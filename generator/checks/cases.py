# SPDX-License-Identifier: Apache-2.0
"""Do the worked cases speak of their version, and does the version judge as they expect?"""

from collections.abc import Collection, Iterator

from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.checks.conditions import named
from generator.derive.answers import FIGURE
from generator.derive.asking import KINDS, comparisons
from generator.derive.register import Register
from generator.derive.worked import conditions, judgeable, judged
from generator.model.facts import Case, Cases, Facts, NodeState
from generator.model.judgement import Judgement
from generator.model.ruleset import Ruleset
from generator.model.vocabulary import Vocabularies

FUNCTIONS = "functions"
GROUPS = {"figures": "数量", "answers": "是或否", "days": "起始日"}


def cases_belong_to_a_version(register: Register) -> Iterator[Finding]:
    """例子（cases）的文件名，是有条目的一个办法版本。"""
    site = register.site
    for id_ in site.cases:
        if id_ not in site.rulesets and places.ruleset(id_).file not in site.unreadable:
            known = "、".join(version for version, _ in site.versions(id_.split("/")[0])) or "（没有）"
            yield Finding(places.cases(id_), f"没有“{id_}”这个办法版本", f"这个辖区的版本有：{known}")


def cases_answer_what_is_asked(register: Register) -> Iterator[Finding]:
    """例子里的键，都是该版本的条件所问的；数量、是否、起始日各在其位；机构类型和功能是词表里有的。"""
    words = register.site.vocabularies
    kinds = [kind.id for kind in words.institution_kinds]
    functions = [function.id for function in words.functions]
    for id_, version, cases in judgeable(register):
        groups = _groups(id_, version, words)
        for place, facts in _facts(id_, cases):
            for name, group in GROUPS.items():
                for key in getattr(facts, name):
                    if groups.get(key) != name:
                        yield _not_asked(place.at(name).key(key), key, group, groups)
            yield from _unknown_words(place.at(KINDS), "机构类型", facts.kinds, kinds)
            yield from _unknown_words(place.at(FUNCTIONS), "服务功能", facts.functions, functions)
        for number, case in enumerate(cases.cases):
            for index, key in enumerate(case.forgets):
                if key not in {*groups, KINDS, FUNCTIONS}:
                    place = places.cases(id_).at("cases", number, "forgets", index)
                    yield _not_asked(place, key, "", groups)


def _groups(id_: str, version: Ruleset, words: Vocabularies) -> dict[str, str]:
    """Where each fact of a version stands among facts; what follows from kinds stands nowhere."""
    from_days = {metric.id for metric in words.metrics if metric.counted_from_day}
    return {
        fact: "answers" if asked.unit is None else "days" if asked.metric in from_days else "figures"
        for fact, asked in comparisons(id_, version)
        if fact != KINDS
    }


def _facts(id_: str, cases: Cases) -> Iterator[tuple[Location, Facts]]:
    place = places.cases(id_)
    yield place.at("organization"), cases.organization
    for number, case in enumerate(cases.cases):
        yield place.at("cases", number, "changes"), case.changes


def _not_asked(place: Location, key: str, group: str, groups: dict[str, str]) -> Finding:
    if key in groups:
        fitting = groups[key]
        return Finding(place, f"“{key}”问的不是{group}", f"移到 {fitting}（{GROUPS[fitting]}）下面")
    return Finding(place, f"本版本没有条件问“{key}”", f"可用的键有：{'、'.join(groups)}")


def _unknown_words(
    place: Location, what: str, said: tuple[str, ...] | None, known: Collection[str]
) -> Iterator[Finding]:
    for index, word in enumerate(said or ()):
        if word not in known:
            yield Finding(place.at(index), f"没有“{word}”这个{what}", f"可用的有：{'、'.join(known)}")


def units_of_cases_fit(register: Register) -> Iterator[Finding]:
    """例子里数量的单位，与所问事项的量纲相符。"""
    words = register.site.vocabularies
    dimensions = {metric.id: metric.dimension for metric in words.metrics}
    for id_, version, cases in judgeable(register):
        groups, asked = _groups(id_, version, words), dict(comparisons(id_, version))
        for place, facts in _facts(id_, cases):
            for key, figure in facts.figures.items():
                if groups.get(key) != "figures":
                    continue  # told by the check of what is asked
                found = FIGURE.fullmatch(figure)
                dimension = dimensions[asked[key].metric]
                fitting = [unit.id for unit in words.units if unit.dimension == dimension]
                if found is None or found[2] not in fitting:
                    yield Finding(
                        place.at("figures", key),
                        f"“{figure}”的单位与“{key}”不符",
                        f"单位改用：{'、'.join(fitting)}",
                    )


def cases_come_out_as_expected(register: Register) -> Iterator[Finding]:
    """每个例子由本站判定的结果，与所写的 verdict 和 expects 一致。"""
    words = register.site.vocabularies
    for id_, version, cases in judgeable(register):
        for number, case in enumerate(cases.cases):
            place = places.cases(id_).at("cases", number)
            yield from _differences(place, case, judged(id_, version, cases, case, words))


def _differences(place: Location, case: Case, judgement: Judgement) -> Iterator[Finding]:
    repair = "核对例子的数字和办法的条件，改正写错的一方"
    if judgement.verdict is not case.verdict:
        found, expected = judgement.verdict.label, case.verdict.label
        yield Finding(
            place.at("verdict"),
            f"“{case.name}”判为{found}，例子写的是{expected}",
            f"{repair}：{_why(judgement)}",
        )
    known = {node.id: node for node in conditions(judgement)}
    for index, expected_node in enumerate(case.expects):
        here = place.at("expects", index)
        node = known.get(expected_node.condition)
        if node is None:
            yield Finding(
                here.at("condition"),
                f"没有“{expected_node.condition}”这个条件",
                f"条件的编号有：{'、'.join(known)}",
            )
        elif node.state is not expected_node.state:
            found, expected = node.state.label, expected_node.state.label
            name = named(node.id, node.article)
            yield Finding(here.at("state"), f"{name}判为{found}，例子写的是{expected}", repair)
        elif expected_node.gap and node.gap != expected_node.gap:
            yield Finding(
                here.at("gap"), f"{node.id} 的差距判为“{node.gap}”，例子写的是“{expected_node.gap}”", repair
            )


def _why(judgement: Judgement) -> str:
    """The outermost conditions that are not met or cannot be told."""
    nodes = [node for node in judgement.criteria if node.state is not NodeState.MET]
    told = [f"{node.id} {node.state.label}" for node in nodes]
    if judgement.functions and judgement.functions.state is not NodeState.MET:
        told.append(f"功能要求{judgement.functions.state.label}")
    return "、".join(told) or "各项条件都达到"
