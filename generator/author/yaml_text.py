# SPDX-License-Identifier: Apache-2.0
"""How is a record written as YAML, in the style in which people write the files of registry/?

Fields stand in the order of the model, under the names that editors type; what is left to its default is
left out, but an explicit null or empty list stays, because it says that the source was looked through. A
row of a list is one line. Text is quoted only where YAML would read it as something else.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator.base import quantity
from generator.base.days import PartialDate
from generator.load.markdown_file import FENCE
from generator.load.text_file import HIDDEN
from generator.model.notice import Notice
from generator.model.record import Record

INDENT = "  "
WIDEST, MOST_FIELDS, LONGEST_WORD = 90, 3, 16  # of what stands on the line of its field
SECTIONS = {"platforms", "stated_count"}  # an act is never one line, not even without its list

# What YAML or one of its readers takes for a number, a day, a point in time, or for true, false and nothing.
NO_TEXT = re.compile(
    r"0x[0-9a-f_]+|0o[0-7_]+|[-+0-9][-+.:0-9_etz\s]*|~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE
)
NOT_FIRST = "-?:,[]{}#&*!|>'\"%@`=<.+~"
NOT_INSIDE = re.compile(r":\s|:$|\s#")
NOT_BETWEEN_BRACKETS = re.compile(r"[\[\]{},:]")


def written(record: Record, comments: Mapping[str, str] | None = None) -> str:
    """The record as YAML. Comments stand above the fields that they are given for, also absent ones."""
    told = comments or {}
    given = plain(record)
    lines: list[str] = []
    for name, field in type(record).model_fields.items():
        key = field.alias or name
        lines += [f"# {line}".rstrip() for line in told.get(key, "").split("\n") if key in told]
        if key in given:
            lines += lines_of({key: given[key]})
    return "".join(f"{line}\n" for line in lines)


def front_matter(notice: Notice, body: str, comments: Mapping[str, str] | None = None) -> str:
    """A notice as a Markdown file: its fields between two fences, then the body."""
    return f"{FENCE}\n{written(notice, comments)}{FENCE}\n\n{body.strip()}\n"


def plain(value: Any) -> Any:
    """A record as mappings by the names that editors type, lists and scalars, without its defaults."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        return {
            field.alias or name: plain(getattr(value, name))
            for name, field in fields.items()
            if not _is_left_out(value, name)
        }
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple | list) else value


def _is_left_out(record: Record, name: str) -> bool:
    """Whether a field is as if nothing were said of it."""
    field, value = type(record).model_fields[name], getattr(record, name)
    said = name in record.model_fields_set and value in (None, ())
    return not field.is_required() and value == field.default and not said


def lines_of(value: Any) -> Iterator[str]:
    """The lines of a mapping or a list of plain values, without the indent of where they will stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            name = _text(key, between_brackets=False)
            if _stands_on_a_line(inner):
                yield f"{name}: {on_a_line(inner)}"
            else:
                yield f"{name}:"
                yield from (INDENT + line for line in lines_of(inner))
        return
    for item in value:
        first, *others = [on_a_line(item)] if _is_row(item) else lines_of(item)
        yield f"- {first}"
        yield from (INDENT + line for line in others)


def _is_row(item: Any) -> bool:
    """Whether an item of a list is one line: a scalar, or a mapping of nothing that has fields itself."""
    if isinstance(item, dict):
        return not item.keys() & SECTIONS and all(
            not isinstance(inner, dict)
            and not (isinstance(inner, list) and any(isinstance(part, dict | list) for part in inner))
            for inner in item.values()
        )
    return not isinstance(item, list) or not item


def _stands_on_a_line(value: Any) -> bool:
    """Whether the value of a field stands on the line of the field."""
    if isinstance(value, dict):
        short = len(value) <= MOST_FIELDS and not any(
            isinstance(part, dict | list) for part in value.values()
        )
        return not value or (short and len(on_a_line(value)) <= WIDEST)
    if isinstance(value, list):
        return all(
            not isinstance(part, dict | list) and (str(part).isascii() or len(str(part)) <= LONGEST_WORD)
            for part in value
        )
    return True


def on_a_line(value: Any, *, between_brackets: bool = False) -> str:
    """A plain value on one line."""
    if isinstance(value, dict):
        pairs = (
            f"{_text(key, between_brackets=True)}: {on_a_line(inner, between_brackets=True)}"
            for key, inner in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(on_a_line(inner, between_brackets=True) for inner in value)}]"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _text(value, between_brackets=between_brackets)
    if isinstance(value, Decimal):
        return quantity.shown(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    assert isinstance(value, date | PartialDate | int)  # noqa: S101  (what models hold, and nothing else)
    return str(value)


def _text(text: str, *, between_brackets: bool) -> str:
    """A text, in double quotes where it needs them."""
    is_plain = (
        text == text.strip()
        and text[:1] not in {*NOT_FIRST, ""}
        and not any(pattern.search(text) for pattern in (NOT_INSIDE, HIDDEN))
        and "\n" not in text
        and not NO_TEXT.fullmatch(text)
        and not (between_brackets and NOT_BETWEEN_BRACKETS.search(text))
    )
    if is_plain:
        return text
    return HIDDEN.sub(lambda found: f"\\U{ord(found[0]):08X}", json.dumps(text, ensure_ascii=False))
