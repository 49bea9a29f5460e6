# SPDX-License-Identifier: Apache-2.0
"""In which fields do two forms of one record differ, in words that an editor knows from the field itself?"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum

from generator.model.jurisdiction import Contact
from generator.model.record import Labelled, Record
from generator.render.differences.setting import LONGEST, listed, quoted

FIRST_WORDS = re.compile("[，；：（。]")
COMPARED = 2_000  # characters of a text of which the differences are looked for
MASK = re.compile(r"[*＊×]+")  # what stands in place of what was taken down
AROUND = 8  # characters shown before and after a difference
NAMED_BY = ("title", "name", "label", "heading", "what", "ground", "action", "mark")


def label_of(record: Record, field: str) -> str:
    """The first words of what a field is described by."""
    description = type(record).model_fields[field].description or field
    return FIRST_WORDS.split(description)[0]


def differing(old: Record, new: Record, leaving_out: Sequence[str] = ()) -> Iterator[str]:
    """A line for each field that differs."""
    for field in type(new).model_fields:
        was, now = getattr(old, field, None), getattr(new, field)
        if was != now and field not in leaving_out:
            yield from _line(label_of(new, field), was, now)


def named(old: Record, new: Record, leaving_out: Sequence[str] = ()) -> Iterator[str]:
    """The same without what stands in them."""
    for field in type(new).model_fields:
        if getattr(old, field, None) != getattr(new, field) and field not in leaving_out:
            yield f"{label_of(new, field)}：有改动"


def _line(label: str, was: object, now: object) -> Iterator[str]:
    if isinstance(was, Contact) and isinstance(now, Contact):
        yield from (f"{label}：{inner}" for inner in _reached(was, now))
    elif isinstance(was, Record) and isinstance(now, Record) and type(was) is type(now):
        yield from (f"{label}：{inner}" for inner in differing(was, now))
    elif isinstance(was, tuple) and isinstance(now, tuple):
        yield f"{label}：{_of_lists(was, now)}"
    elif isinstance(was, dict) and isinstance(now, dict):
        yield f"{label}：有改动"
    elif isinstance(was or now, Record | tuple):
        yield f"{label}：{'补上' if now else '删去'}"
    elif isinstance(was, str) and isinstance(now, str) and _is_long(was, now):
        yield f"{label}：{text_change(was, now)}"
    else:
        yield f"{label}：{quoted(_word(was))} → {quoted(_word(now))}"


def _reached(was: Contact, now: Contact) -> Iterator[str]:
    """How an office is reached now; the earlier may have been somebody's own, and is not repeated."""
    for field in type(now).model_fields:
        if getattr(was, field) != (value := getattr(now, field)):
            yield f"{label_of(now, field)}：现为 {quoted(value)}"


def _is_long(was: str, now: str) -> bool:
    return not isinstance(now, Enum) and max(len(was), len(now)) > LONGEST


def _word(value: object) -> object:
    """A value as readers see it."""
    if isinstance(value, Labelled):
        return value.label
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else value


def _of_lists(was: tuple[object, ...], now: tuple[object, ...]) -> str:
    """What was put in, taken out, or written otherwise; members that only moved are a new order."""
    taken, put = [one for one in was if one not in now], [one for one in now if one not in was]
    if not taken and not put:
        return "次序有改动" if len(was) == len(now) else "重复的项有增减"
    names = {name_of(one): None for one in taken}
    edited = [name for name in map(name_of, put) if name in names]
    groups = (
        ("改", edited),
        ("增", [name for name in map(name_of, put) if name not in names]),
        ("删", [name for name in names if name not in edited]),
    )
    return "；".join(f"{word} {listed(group)}" for word, group in groups if group)


def name_of(member: object) -> str:
    """What a member of a list is called."""
    for field in NAMED_BY:
        if isinstance(found := getattr(member, field, None), str):
            return quoted(found)
    number = getattr(member, "number", None)
    if number is not None:
        return f"第 {number} 项"
    if isinstance(member, Record):
        return quoted(getattr(member, "text", None) or getattr(member, "id", None) or "一项")
    return quoted(_word(member))


def text_change(was: str, now: str) -> str:
    """文字改动 3 处，例如 “……” → “……”: the first place in words, the others counted.

    Where text was only taken out or masked, it reads as it is now.
    """
    if max(len(was), len(now)) > COMPARED:
        return "文字有改动"
    steps = _steps(SequenceMatcher(None, was, now, autojunk=False))
    if not steps:
        return ""
    a, b, c, d = steps[0]
    after = quoted(now[max(0, c - AROUND) : d + AROUND])
    put = [now[c:d] for _, _, c, d in steps]
    told = f"文字改动 {len(steps)} 处，{'例如' if len(steps) > 1 else ''}"
    if not any(put) or any(MASK.fullmatch(text) for text in put):
        return f"{told}现为 {after}"
    before = quoted(was[max(0, a - AROUND) : b + AROUND])
    return f"{told}{' ' if len(steps) > 1 else ''}{before} → {after}"


def lines_change(was: str, now: str) -> str:
    """增 3 行，删 2 行；第一处：……. Lines that were only taken out are counted and not repeated."""
    old, new = was.splitlines(), now.splitlines()
    steps = _steps(SequenceMatcher(None, old, new))
    if not steps:
        return "行尾有改动"
    put, taken = sum(d - c for _, _, c, d in steps), sum(b - a for a, b, _, _ in steps)
    a, b, c, d = steps[0]
    before, after = "\n".join(old[a:b]).strip(), "\n".join(new[c:d]).strip()
    first = text_change(before, after) if before and after else f"增 {quoted(after)}" if after else ""
    return f"增 {put} 行，删 {taken} 行" + (f"；第一处：{first}" if first else "")


def _steps(matcher: SequenceMatcher[str]) -> list[tuple[int, int, int, int]]:
    """Where two texts differ: from and to in the older, from and to in the newer."""
    return [(a, b, c, d) for word, a, b, c, d in matcher.get_opcodes() if word != "equal"]
