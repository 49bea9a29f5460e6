# SPDX-License-Identifier: Apache-2.0
"""How does a YAML text get one more item or field, while every other byte of it stays?

Nothing is written anew: the parser tells where things stand, the new lines are put in there, and then the
text is read again. What it says now must be what it said before and the new piece, else nothing is done.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ruamel.yaml.events import (
    CollectionEndEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from generator.author.yaml_text import lines_of, on_a_line, plain
from generator.base.location import Key, Keys
from generator.base.misfit import Misfit
from generator.load.yaml_file import Unreadable, read_data, yaml_reader

BYTE_ORDER_MARK = "\ufeff"
# What the parser counts as the end of a line.
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
EMPTY_LINE = re.compile(f"(?:{LINE_END.pattern})[ ]*(?:{LINE_END.pattern})")
BEGINNINGS = (ScalarEvent, SequenceStartEvent, MappingStartEvent)
REPAIR = "照文件里已有的写法手工加入"


@dataclass(slots=True)
class _Spot:
    """A value: where it begins, where its last sign ends, and in which style it is written."""

    begin: int
    column: int
    end: int = 0
    kind: type[Event] = ScalarEvent
    in_brackets: bool = False
    children: dict[Key, "_Spot"] = field(default_factory=dict)


def with_item(text: str, keys: Keys, item: Any) -> str:
    """The text with one more item at the end of the list at `keys`; a record or a plain value.

    Misfit where there is no such list, or where it cannot be done without touching something else.
    """
    return _spliced(text, keys, None, plain(item))


def with_field(text: str, keys: Keys, name: str, value: Any) -> str:
    """The text with one more field at the end of the mapping at `keys`, under the same conditions."""
    return _spliced(text, keys, name, plain(value))


def _spliced(text: str, keys: Keys, name: str | None, value: Any) -> str:
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    wanted = SequenceStartEvent if name is None else MappingStartEvent
    try:
        before = read_data(body)
        spot = _spot(body, keys)
    except (Unreadable, KeyError) as error:
        raise _refused("找不到要加入的位置") from error
    if spot.kind is not wanted or name in spot.children:
        raise _refused("要加入的位置不是列表或一组字段，或字段已经有了")
    at, piece = (_in_brackets if spot.in_brackets else _in_lines)(body, spot, name, value)
    spliced = body[:at] + piece + body[at:]
    if _values(spliced) != _with(before, keys, name, read_data("\n".join(_lines(name, value)))):
        raise _refused("加入以后别处也会变")
    return mark + spliced


def _refused(why: str) -> Misfit:
    return Misfit(f"不能自动加入：{why}", REPAIR)


def _values(text: str) -> Any:
    """What the text says; None where it cannot be read."""
    try:
        return read_data(text)
    except Unreadable:
        return None


def _with(before: Any, keys: Keys, name: str | None, piece: Any) -> Any:
    """The values as they shall be."""
    after = deepcopy(before)
    inner = after
    for key in keys:
        inner = inner[key]
    inner.extend(piece) if name is None else inner.update(piece)
    return after


def _lines(name: str | None, value: Any) -> list[str]:
    return list(lines_of([value] if name is None else {name: value}))


def _in_brackets(text: str, spot: _Spot, name: str | None, value: Any) -> tuple[int, str]:
    """Place and words of a new member before the closing bracket."""
    words = on_a_line([value] if name is None else {name: value})[1:-1]
    last = max((child.end for child in spot.children.values()), default=spot.begin + 1)
    closing = spot.end - 1
    with_comma = spot.children and "," not in text[last:closing]
    return (last, f", {words}") if with_comma else (closing, words)


def _in_lines(text: str, spot: _Spot, name: str | None, value: Any) -> tuple[int, str]:
    """Place and words of new lines below the last line of a list or mapping."""
    line_end = found[0] if (found := LINE_END.search(text)) else "\n"
    after = LINE_END.search(text, spot.end)
    lines = [" " * spot.column + line for line in _lines(name, value)]
    apart = line_end if _stand_apart(text, spot) else ""
    if after is None:
        return len(text), line_end + apart + line_end.join(lines)
    return after.end(), apart + "".join(line + line_end for line in lines)


def _stand_apart(text: str, spot: _Spot) -> bool:
    """Whether an empty line stands between the members that are there."""
    members = list(spot.children.values())
    return len(members) > 1 and all(
        EMPTY_LINE.search(text, one.end, other.begin) for one, other in pairwise(members)
    )


def _spot(text: str, keys: Keys) -> _Spot:
    """The value at `keys`; KeyError where there is none."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    events = iter(yaml_reader().parse(text))
    spot = next(
        (_read(event, events, starts, text) for event in events if isinstance(event, BEGINNINGS)), None
    )
    if spot is None:
        raise KeyError(keys)
    for key in keys:
        spot = spot.children[key]
    return spot


def _read(event: Any, events: Iterator[Any], starts: list[int], text: str) -> _Spot:
    """The value that begins with an event, with all that is in it."""
    begin = _place(event.start_mark, starts)
    if not isinstance(event, SequenceStartEvent | MappingStartEvent):
        end = _place(event.end_mark, starts)
        # A block of text ends where the next line begins: its last sign is further up.
        return _Spot(begin, event.start_mark.column, begin + len(text[begin:end].rstrip()))
    spot = _Spot(begin, event.start_mark.column, begin + 1, type(event), in_brackets=bool(event.flow_style))
    closing = None
    for inner in events:
        if isinstance(inner, CollectionEndEvent):
            closing = inner
            break
        key = inner.value if spot.kind is MappingStartEvent else len(spot.children)
        value = next(events) if spot.kind is MappingStartEvent else inner
        spot.children[key] = _read(value, events, starts, text)
    if spot.in_brackets and closing:
        spot.end = _place(closing.end_mark, starts)
    else:
        spot.end = max((child.end for child in spot.children.values()), default=spot.end)
    return spot


def _place(mark: Any, starts: list[int]) -> int:
    """Where a line and a column of the parser are in the text."""
    return int(starts[mark.line] + mark.column)
