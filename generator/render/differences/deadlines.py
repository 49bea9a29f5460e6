# SPDX-License-Identifier: Apache-2.0
"""Which deadlines move: windows, publicity periods, duties, ends of terms; and in which calendars?"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.base import addresses
from generator.derive.conclusions import Difference, Kind
from generator.derive.deadlines import Recurrence
from generator.model.difference import Told, Turn
from generator.model.notice import Span
from generator.render.differences.setting import Setting
from generator.render.words import due

WORDS = {"end": "称号有效期末日", "review": "称号应当复核之日", "reapply": "可以再次申报之日"}


def deadline_lines(setting: Setting) -> Iterator[Told]:
    """Every deadline that differs, by what it rests on; at last the calendars that people subscribed to."""
    yield from (_windows(setting, each) for each in setting.of(Kind.WINDOWS))
    yield from (_duty(setting, each) for each in setting.of(Kind.DUTY))
    yield from (_ends(setting, each) for each in setting.of(Kind.ENDS))
    yield from _calendars(setting)


def turn_of(each: Difference) -> Turn:
    """Whether something comes, goes or changes."""
    return Turn.ADDED if each.old is None else Turn.GONE if each.new is None else Turn.CHANGED


def _windows(setting: Setting, each: Difference) -> Told:
    source, _, id_ = each.key.id.partition(" ")
    is_notice = source == "notice"
    lines = list(_spans(each.old or (), each.new or ()))
    return Told.model_construct(
        turn=turn_of(each),
        id=id_,
        title=setting.notice(id_) if is_notice else setting.document(id_),
        address=addresses.notice(id_) if is_notice else setting.document_page(id_),
        text=lines[0] if len(lines) == 1 else "",
        details=tuple(lines) if len(lines) > 1 else (),
    )


def _spans(old: Sequence[Span], new: Sequence[Span]) -> Iterator[str]:
    """Windows for the same thing are compared with each other, in their order."""
    for what in dict.fromkeys((span.what, span.who) for span in (*old, *new)):
        label = what[0] + (f"（{what[1]}）" if what[1] else "")
        sides = [[days(span) for span in side if (span.what, span.who) == what] for side in (old, new)]
        for was, now in zip_longest(*sides):
            if was is None or now is None:
                yield f"{label}：{now or f'原为 {was}'}"
            elif was != now:
                yield f"{label}：{was} → {now}"


def days(span: Span) -> str:
    """2023-12-01 至 2024-01-31; 2024-01-31 截止."""
    last = f"{span.through}（最早）或 {span.at_latest}（最晚）" if span.at_latest else str(span.through)
    return f"{span.from_} 至 {last}" if span.from_ else f"{last} 截止"


def _duty(setting: Setting, each: Difference) -> Told:
    id_ = "/".join(each.key.id.split("/")[:2])
    known = each.new or each.old
    was, now = (_owed(side) if side else None for side in (each.old, each.new))
    return Told.model_construct(
        turn=turn_of(each),
        id=each.key.id,
        title=f"{setting.version(id_)}：{known[0]}",
        address=addresses.ruleset(id_),
        text=f"{was} → {now}" if was and now else now or f"原为 {was}",
        details=(),
    )


def _owed(duty: tuple[str, str | None, tuple[str, ...], Recurrence | None, str | None]) -> str:
    """示范平台报样例局，每年2月底前，2020-02-09 至 2023-02-08."""
    _, who, to, recurrence, unsettled = duty
    whom = f"{who or ''}报{'、'.join(to)}，"
    if recurrence is None:
        return f"{whom}{unsettled or '期限未规定'}"
    last = f"至 {recurrence.last}" if recurrence.last else "起"
    return f"{whom}{due(recurrence.due)}，{recurrence.first} {last}"


def _ends(setting: Setting, each: Difference) -> Told:
    """When the terms end that one document granted, with the number of platforms."""
    place, _, key = each.key.id.partition(" ")
    document, _, kind = key.rpartition("/")
    was, now = (_counted(side) if side else None for side in (each.old, each.new))
    return Told.model_construct(
        turn=turn_of(each),
        id=each.key.id,
        title=f"{setting.place(place)}：{WORDS[kind]}，依据{setting.document(document)}",
        address=setting.document_page(document),
        text=f"{was} → {now}" if was and now else now or f"原为 {was}",
        details=(),
    )


def _counted(ends: Sequence[tuple[tuple[str, str], int]]) -> str:
    told = [f"{on}（{count} 家）" for (_, on), count in ends]
    return "、".join(told[:6]) + (f"等 {len(told)} 个日期" if len(told) > 6 else "")


def _calendars(setting: Setting) -> Iterator[Told]:
    """The calendars of the jurisdictions in which something moves, and how many of platforms."""
    places = sorted({place for place in _places(setting) if place})
    for place in places:
        yield Told.model_construct(
            turn=Turn.CHANGED,
            id=f"calendar/{place}",
            title=f"{setting.place(place)}：订阅的日历",
            address=addresses.calendar(place),
            text="订阅者会看到上述期限的变动",
            details=(),
        )
    both = (each for each in setting.of(Kind.PLATFORM) if each.old and each.new)
    if ended := [each for each in both if each.old.terms != each.new.terms]:
        yield Told.model_construct(
            turn=Turn.CHANGED,
            id="calendar",
            title="平台的日历",
            address=None,
            text=f"{len(ended)} 个平台的日历随有效期改变",
            details=(),
        )


def _places(setting: Setting) -> Iterator[str | None]:
    for each in setting.of(Kind.WINDOWS, Kind.DUTY):
        word, _, rest = each.key.id.partition(" ")
        if word == "notice":
            known = (side.site.notices.get(rest) for side in setting.sides)
            yield next((notice.front.jurisdiction for notice in known if notice), None)
        else:
            yield (rest or word).split("/")[0]
