# SPDX-License-Identifier: Apache-2.0
"""Who gains, keeps, loses a title or holds it for other days, and what else is told of a platform?"""

from collections.abc import Iterator
from typing import Any

from generator.base import addresses
from generator.derive.conclusions import Kind
from generator.derive.terms import last_days
from generator.model.designation import ActKind
from generator.model.difference import Told, Turn
from generator.model.platform import Platform, Term, TermBasis
from generator.model.standing import State
from generator.render.differences.fields import differing
from generator.render.differences.setting import (
    NOT_NAMED,
    Setting,
    borders,
    days_of,
    first_day_after,
    quoted,
)

Pair = tuple[Term | None, Term | None]
FACTS = {
    "name": "名称",
    "operator": "运营单位",
    "credit_code": "统一社会信用代码",
    "category": "类别",
    "location": "所在地",
    "successor": "承接者",
}
WHO = ("name", "operator")


def title_lines(setting: Setting) -> Iterator[Told]:
    """One line for each term that differs, and for each platform that comes, goes or is proposed."""
    for each in setting.of(Kind.PLATFORM):
        old, new = each.old, each.new
        found = list(_of_platform(setting, old, new))
        if not found and old and new and old.standing != new.standing:
            found = [(Turn.CHANGED, f"状态：{borders(old.standing)} → {borders(new.standing)}")]
        for turn, text in found:
            yield _told(setting, each.key.id, turn, text)


def _told(setting: Setting, id_: str, turn: Turn, text: str, *details: str) -> Told:
    return Told.model_construct(
        turn=turn,
        id=id_,
        title=setting.platform(id_),
        address=addresses.platform(id_),
        text=text,
        details=details,
    )


def _of_platform(setting: Setting, old: Platform | None, new: Platform | None) -> Iterator[tuple[Turn, str]]:
    if new is None:
        spans = "，".join(map(days_of, old.terms)) if old else ""
        yield Turn.GONE, f"平台的记录没有了{f'，原有效期 {spans}' if spans else ''}"
        return
    was, now = (old.terms if old else ()), new.terms
    if was != now:
        yield from _of_terms(setting, new.id, was, now)
    proposed = [border for border in new.standing if border.state is State.PROPOSED]
    if proposed and not any(border.state is State.PROPOSED for border in (old.standing if old else ())):
        yield Turn.PROPOSED, f"自 {proposed[0].from_} 起公示，依据{setting.document(proposed[0].document)}"
    elif old is None and not now:
        yield Turn.ADDED, "新增平台的记录，没有有效期"


def _of_terms(
    setting: Setting, id_: str, was: tuple[Term, ...], now: tuple[Term, ...]
) -> Iterator[tuple[Turn, str]]:
    pairs = _aligned(was, now)
    continued = any(before is None for before, _ in pairs)
    for before, after in pairs:
        if after is None:
            assert before is not None  # noqa: S101  (a pair has one side at least)
            text = f"{days_of(before)} 的有效期没有了，原依据{setting.document(before.granted_by)}"
            yield Turn.LOST, text
        elif before is None:
            yield _granted(setting, id_, after)
        elif before != after and not (continued and after.basis is TermBasis.RENEWED):
            yield _changed(setting, before, after)


def _aligned(was: tuple[Term, ...], now: tuple[Term, ...]) -> list[Pair]:
    """Terms that are the same one: by their grant and first day, by their grant, by their days."""
    left, pairs = list(was), [(None, term) for term in now]
    found: list[Pair] = list(pairs)
    tests = (
        lambda a, b: (a.granted_by, a.from_) == (b.granted_by, b.from_),
        lambda a, b: a.granted_by == b.granted_by,
        lambda a, b: (a.from_, last_days(a)) == (b.from_, last_days(b)),
    )
    for same in tests:
        for number, (before, after) in enumerate(found):
            if before is None and after is not None:
                match = next((term for term in left if same(term, after)), None)
                if match is not None:
                    left.remove(match)
                    found[number] = (match, after)
    return [*found, *((term, None) for term in left)]


def _granted(setting: Setting, id_: str, term: Term) -> tuple[Turn, str]:
    """A term that was not there."""
    basis = f"依据{setting.document(term.granted_by)}"
    if term.end_reason:
        first = first_day_after(term)
        ended = f"自 {first} 起{term.end_reason.label}，依据{setting.document(term.ended_by)}"
        return Turn.LOST, ended if term.from_ is None else f"{days_of(term)}，{ended}"
    platform = setting.comparison.new.platforms[id_]
    renewed = any(m.document == term.granted_by and m.act is ActKind.RENEW for m in platform.mentions)
    return (Turn.RENEWED if renewed else Turn.GAINED), f"{days_of(term)}，{basis}"


def _changed(setting: Setting, before: Term, after: Term) -> tuple[Turn, str]:
    """A term with other days, or that rests on something else."""
    if after.end_reason and not before.end_reason:
        document = setting.document(after.ended_by)
        word = after.end_reason.label
        return Turn.LOST, f"自 {first_day_after(after)} 起{word}，原有效期 {days_of(before)}，依据{document}"
    parts = []
    if days_of(before) != days_of(after):
        parts.append(f"{days_of(before)} → {days_of(after)}")
    if before.granted_by != after.granted_by:
        documents = setting.document(before.granted_by), setting.document(after.granted_by)
        parts.append(f"依据 {documents[0]} → {documents[1]}")
    if before.basis is not after.basis:
        parts.append(f"末日怎样得知：{before.basis.label} → {after.basis.label}")
    if before.end_reason and not after.end_reason:
        parts.append(f"不再记为{before.end_reason.label}")
    if before.tier is not after.tier:
        parts.append(f"{before.tier.label} → {after.tier.label}")
    if before.ruleset != after.ruleset:
        parts.append(f"办法 {setting.versions(before.ruleset, after.ruleset)}")
    return Turn.TERM, "；".join(parts) or f"{days_of(after)}，结束的依据有改动"


def platform_lines(setting: Setting) -> Iterator[Told]:
    """Names, codes, operators, functions; and how platforms are reached."""
    for each in setting.of(Kind.PLATFORM):
        if each.old is not None and each.new is not None:
            facts = list(_facts(setting, each.old, each.new))
            if facts and setting.platform(each.key.id) == NOT_NAMED:
                facts = ["名单所载的资料有改动"]
            if facts:
                yield _told(setting, each.key.id, Turn.CHANGED, "；".join(facts))
    for each in setting.of(Kind.PROFILE):
        yield _profile(setting, each.key.id, each.old, each.new)


def _facts(setting: Setting, old: Platform, new: Platform) -> Iterator[str]:
    for field, label in FACTS.items():
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            tell = setting.who if field in WHO else quoted
            yield f"{label}：{tell(was)} → {tell(now)}"
    if old.functions != new.functions:
        was, now = (
            "、".join(setting.wording.label("functions", id_) for id_ in side.functions)
            for side in (old, new)
        )
        yield f"服务功能：{quoted(was)} → {quoted(now)}"
    for field, label in (("named_by", "名单所列"), ("tier", "类型")):
        was, now = getattr(old, field), getattr(new, field)
        if was is not now:
            yield f"{label}：{was.label} → {now.label}"
    if old.names != new.names and old.name == new.name:
        yield f"历次名称：{_names(setting, old)} → {_names(setting, new)}"


def _names(setting: Setting, platform: Platform) -> str:
    told = (f"{setting.who(name.name)}（{name.from_} 起）" for name in platform.names)
    return "、".join(told) or "（无）"


def _profile(setting: Setting, id_: str, old: Any, new: Any) -> Told:
    """The profile of a platform: it has no legal force."""
    if old is None or new is None:
        turn = Turn.ADDED if old is None else Turn.GONE
        return _told(setting, id_, turn, "联系方式和服务内容")
    return _told(setting, id_, Turn.CHANGED, "联系方式和服务内容", *differing(old, new))
