# SPDX-License-Identifier: Apache-2.0
"""Which plain values does a good YAML text hold, read seven times faster than by ruamel.yaml?

The quick parser (ryaml, on libyaml in Rust) refuses duplicate keys, but reads a few scalars in another way
than YAML 1.2 as ruamel.yaml reads it: it leaves days as texts, numbers with a leading zero or an
underscore too, and it cannot tell 2021-05-07 from "2021-05-07". So a text in which any of that could
stand is left to ruamel.yaml, and plain days are made days here. That both readings are equal is kept by a
test on every file of the registry and on a list of awkward scalars.
"""

import re
from datetime import date
from typing import Any

import ryaml

# What the two parsers read differently, or what must be refused: tags, anchors, aliases, merge keys,
# further documents and directives; quoted days; block scalars and folded lines, which may yield a day;
# numbers with a leading zero, an underscore or very many digits; points in time; days as keys; the sign "="
# by itself; and deep nesting, over which the quick parser would brood for minutes.
AWKWARD = re.compile(
    r"""(?mx)
      (?:^|[\s\[{,:])(?:!|[&*](?=\S)) | << | ^(?:---|\.\.\.|%)
    | ["'][0-9]{4}-[0-9]{2}-[0-9]{2}["']
    | [|>][-+0-9]*\s*(?:\#.*)?$
    | (?:^|[\s\[{,:])(?:[-+]?0[0-9]|[-+]?[0-9]{16}|[-+.0-9][-+.0-9a-fA-Fxo]*_)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt\ ]+[0-9]
    | (?:[\[{][^\[\]{}]*){20} | (?:[-?]\s+){20} | ^\ {80}
    | [0-9]{4}-[0-9]{2}-[0-9]{2}\s*: | (?:^|[\s\[{,:])=(?:[\s\]},]|$) | ^\s+[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$
    """
)
# A colon inside a plain value, as in an address: allowed, but not between brackets.
INNER_COLON = re.compile(r"""[\s\[{,][^\s'"\[\]{},:#][^\s'"\[\]{},:]*:[^\s'"]""")
DAY_LENGTH = 10
MAX_DEPTH = 20


class NotQuick(Exception):
    """The text has something in it that only the slower reading can be trusted with."""


def read_quickly(text: str) -> Any:
    """The values of a text, exactly as ruamel.yaml reads them; NotQuick where that is not certain."""
    if AWKWARD.search(text) or any(_is_in_brackets(text, at.start()) for at in INNER_COLON.finditer(text)):
        raise NotQuick
    try:
        return _with_days(ryaml.loads(text), MAX_DEPTH)
    except ValueError as error:  # its own errors are among them
        raise NotQuick from error


def _is_in_brackets(text: str, place: int) -> bool:
    """Whether a place is, or may be, between brackets; quoted brackets count too."""
    before = text[: place + 1]
    line = before[before.rfind("\n") + 1 :]
    openings, closings = before.count("[") + before.count("{"), before.count("]") + before.count("}")
    return openings != closings or "{" in line or "[" in line


def _with_days(value: Any, levels: int) -> Any:
    """The same value with every text of the form 2021-05-07 made a day; ValueError where none exists.

    Lists and mappings in it are nested at most `levels` deep, else NotQuick.
    """
    kind = type(value)
    if kind is dict or kind is list:
        if levels == 0:
            raise NotQuick
        for key, inner in value.items() if kind is dict else enumerate(value):
            if type(inner) is not str or (len(inner) == DAY_LENGTH and inner[4] == "-"):
                value[key] = _with_days(inner, levels - 1)
    elif kind is str and len(value) == DAY_LENGTH and value[4] == "-" == value[7]:
        digits = value[:4] + value[5:7] + value[8:]
        if digits.isascii() and digits.isdigit():
            return date(int(value[:4]), int(value[5:7]), int(value[8:]))
    return value
