# SPDX-License-Identifier: Apache-2.0
"""What changes in the measures: what governs when, what is demanded, how do worked cases come out?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.base import addresses
from generator.derive.amendments import Amendment, compared, previous
from generator.derive.conclusions import Difference, Kind
from generator.derive.statements import Statement, Subject, statements
from generator.derive.thresholds import resolved
from generator.derive.trials import Ruling
from generator.model.change import ChangeKind
from generator.model.difference import Told, Turn
from generator.model.judgement import JudgedCondition
from generator.model.ruleset import Ruleset, TextCoverage
from generator.render.amendments import line
from generator.render.differences.deadlines import turn_of
from generator.render.differences.fields import differing, label_of
from generator.render.differences.setting import Setting, borders, listed

IN_A_DIRECTION = (ChangeKind.STRICTER, ChangeKind.LOOSER)  # others are named in the line
MOST_CASES = 30  # are named of those that come out alike
# The fields whose content is told subject by subject, with the part that their subjects belong to.
TOLD = {
    "in_force": "in-force",
    "applicants": "applicants",
    "categories": "categories",
    "criteria": "criteria",
    "functions": "functions",
    "materials": "materials",
    "designation": "designation",
    "publicity": "publicity",
    "sampling": "sampling",
    "validity": "validity",
    "duties": "duties",
    "revocation": "revocation",
}


def measure_lines(setting: Setting) -> Iterator[Told]:
    """One line a version whose record or standing differs."""
    standings = {each.key.id: each for each in setting.of(Kind.STANDING)}
    records = {each.key.id: each for each in setting.of(Kind.RULESET)}
    for id_ in sorted(standings.keys() | records.keys()):
        record, standing = records.get(id_), standings.get(id_)
        turn = turn_of(record) if record else Turn.CHANGED
        details = [*_standing(standing, turn), *(_record(setting, record, standing) if record else ())]
        if turn is Turn.ADDED:
            details += _amended(setting, id_)
        yield Told.model_construct(
            turn=turn,
            id=id_,
            title=setting.version(id_),
            address=addresses.ruleset(id_),
            text="" if turn is Turn.CHANGED else _in_short(record),
            details=tuple(details),
        )


def _amended(setting: Setting, id_: str) -> Iterator[str]:
    """What a new version demands otherwise than the one before it."""
    rulesets = setting.comparison.new.site.rulesets
    if before := previous(setting.comparison.new.site, id_):
        units = setting.teller.units
        changes = compared(rulesets[before], rulesets[id_], units).changes
        told = [_in_a_line(setting, change) for change in changes]
        yield f"与前一版{setting.version(before)}（{before}）相比：" + ("；".join(told) or "没有可比的差别")


def _in_a_line(setting: Setting, change: Amendment) -> str:
    told, way = line(setting.teller, change), change.kind
    return f"{told}［{way.label}］" if way in IN_A_DIRECTION else told


def _in_short(record: Difference | None) -> str:
    """What a version that comes or goes is."""
    if record is None:
        return ""
    version: Ruleset = record.new or record.old
    return f"{version.issuer}，{version.document_number or '文号未见'}"


def _standing(each: Difference | None, turn: Turn) -> Iterator[str]:
    if each is None:
        return
    was, now = (borders(side or ()) for side in (each.old, each.new))
    if turn is Turn.CHANGED:
        yield f"施行期间：{was} → {now}"
    else:
        yield f"施行期间：{now if turn is Turn.ADDED else was}"


def _record(setting: Setting, each: Difference, standing: Difference | None) -> Iterator[str]:
    """What is demanded in other words or numbers, then every other field that differs."""
    if each.old is None or each.new is None:
        return
    found = dict(_subjects(setting, each.old, each.new))
    yield from found.values()
    parts = {subject.part for subject in found} | ({"in-force"} if standing else set())
    told = [field for field, part in TOLD.items() if part in parts]
    for field in TOLD.keys() - set(told):
        if getattr(each.old, field) != getattr(each.new, field):
            told.append(field)
            yield f"{label_of(each.new, field)}：记载有改动"
    yield from differing(each.old, each.new, told)


def _subjects(setting: Setting, old: Ruleset, new: Ruleset) -> Iterator[tuple[Subject, str]]:
    """Everything that the record states otherwise; what was not recorded before counts as new."""
    full = [version.model_copy(update={"text": TextCoverage.FULL}) for version in (old, new)]
    found = {change.subject: change for change in compared(full[0], full[1], setting.teller.units).changes}
    was, now = (statements(resolved(version), setting.teller.units) for version in full)
    for subject in sorted(was.keys() | now.keys(), key=lambda subject: subject.rank):
        if change := found.get(subject):
            yield subject, _in_a_line(setting, change)
        elif moved := _article(setting, subject, was, now):
            yield subject, moved


def _article(
    setting: Setting, subject: Subject, was: Mapping[Subject, Statement], now: Mapping[Subject, Statement]
) -> str | None:
    """A statement that cites another article than before."""
    if subject not in was or subject not in now:
        return None
    old, new = (_articles(side[subject]) for side in (was, now))
    if old == new:
        return None
    return f"{setting.teller.label(subject, now[subject])}：依据 {old} → {new}"


def _articles(statement: Statement) -> str:
    cited = (statement.article, *(demand.threshold.article for demand in statement.demands))
    return "、".join(dict.fromkeys(article for article in cited if article)) or "（条款未见）"


def verdict_lines(setting: Setting) -> Iterator[Told]:
    """The worked cases that come out otherwise: those together that do so for the same conditions."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[tuple[Difference, list[Reason]]]] = defaultdict(list)
    lost: Counter[str] = Counter()
    for each in setting.of(Kind.JUDGEMENT):
        id_, _, _ = each.key.id.partition(" ")
        if each.old is None or each.new is None:
            lost[id_] += each.new is None and id_ in setting.comparison.new.site.rulesets
            continue  # a version that comes or goes is told by itself
        reasons = list(_reasons(setting, each.old, each.new))
        way = f"{each.old.verdict.label} → {each.new.verdict.label}"
        groups[id_, way, tuple(reason.text for reason in reasons)].append((each, reasons))
    yield from (_unable(setting, id_, count) for id_, count in lost.items() if count)
    for (id_, way, texts), found in groups.items():
        first = found[0][0]
        inner = first.old.verdict is first.new.verdict
        result = f"总的结果仍是“{first.new.verdict.label}”" if inner else way
        yield Told.model_construct(
            turn=Turn.INNER if inner else Turn.CHANGED,
            id=first.key.id,
            title=setting.version(id_),
            address=addresses.ruleset(id_),
            text=f"{result}：{len(found)} 个例子",
            details=(*texts, *_cases(found)),
            count=len(found),
        )


def _unable(setting: Setting, id_: str, count: int) -> Told:
    """A version that cannot judge any more, because it uses words that nobody knows."""
    return Told.model_construct(
        turn=Turn.GONE,
        id=id_,
        title=setting.version(id_),
        address=addresses.ruleset(id_),
        text=f"{count} 个例子无从判定：条件用了词表里没有的事项或单位，先运行 platform-registry check",
        details=(),
        count=count,
    )


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a case comes out otherwise, and what is known of it in the case."""

    text: str
    case: str = ""


def _cases(found: Sequence[tuple[Difference, Sequence[Reason]]]) -> Iterator[str]:
    """例中为60万元，还差20万元：“全部达到”、“只申报培训服务”."""
    groups: dict[str, list[str]] = defaultdict(list)
    for each, reasons in found:
        told = "；".join(reason.case for reason in reasons if reason.case)
        groups[told].append(f"“{each.key.id.partition(' ')[2]}”")
    for told, names in groups.items():
        yield f"{f'例中为{told}' if told else '例子'}：{listed(names, MOST_CASES)}"


def _reasons(setting: Setting, old: Ruling, new: Ruling) -> Iterator[Reason]:
    """The comparisons whose state differs; where none does, the functions."""
    was = {node.id: node for node in old.nodes if node.metric}
    now = {node.id: node for node in new.nodes if node.metric}
    found = False
    for id_ in dict.fromkeys((*was, *now)):
        before, after = was.get(id_), now.get(id_)
        if (before and before.state) != (after and after.state):
            found = True
            yield _reason(setting, before, after)
    if not found and old.functions is not new.functions:
        states = [state.label if state else "没有记录" for state in (old.functions, new.functions)]
        yield Reason(f"功能要求：{states[0]} → {states[1]}")


def _reason(setting: Setting, before: JudgedCondition | None, after: JudgedCondition | None) -> Reason:
    """资产总额（第六条（一））：不低于100万元 → 不低于150万元；达到 → 未达到."""
    known: Any = after or before
    label = f"{setting.wording.label('metrics', known.metric)}（{known.article or '条款未见'}）"
    demanded = [node.demanded if node else "没有要求" for node in (before, after)]
    states = [node.state.label if node else "（无）" for node in (before, after)]
    wanted = demanded[1] if demanded[0] == demanded[1] else f"{demanded[0]} → {demanded[1]}"
    case = "，".join(part for part in (known.given, after.gap if after else None) if part)
    return Reason(f"{label}：{wanted}；{states[0]} → {states[1]}", case)
