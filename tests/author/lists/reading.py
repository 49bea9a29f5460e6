# SPDX-License-Identifier: Apache-2.0
"""How do tests have lists understood? From cells given in place, without a file."""

from collections.abc import Mapping, Sequence

from generator.author.lists.functions import words_for
from generator.author.lists.understanding import Understood, understood
from generator.load.lists.sheet import Cell, Kind, Sheet, clean
from generator.model.platform import Platform
from tests.builders import designation, register, tiny_site

WORDS = words_for(tiny_site().vocabularies.functions)
FILE = "list.xlsx"


def cell(value: object) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(str(value), Kind.NUMBER) if isinstance(value, int) else Cell(clean(str(value)))


def sheet(*lines: Sequence[object], name: str = "名单", **changes: object) -> Sheet:
    """A sheet of these lines, beginning with row 1; None is an empty cell."""
    rows = {
        number: {column: cell(value) for column, value in enumerate(line, 1) if value is not None}
        for number, line in enumerate(lines, 1)
    }
    fields: dict[str, object] = {"name": name, "rows": {n: row for n, row in rows.items() if row}}
    return Sheet(**(fields | changes))  # type: ignore[arg-type]


def read(*sheets: Sheet) -> Understood:
    """The list in these sheets."""
    return understood(FILE, sheets, WORDS)


def wrong(*sheets: Sheet) -> list[str]:
    """Everything that is refused of a list: where, what and the repair, one after another."""
    return [f"{f.location}：{f.message}。{f.repair}" for f in read(*sheets).findings]


def platforms(*rows: Mapping[str, object]) -> list[Platform]:
    """The platforms that a document of these rows designates."""
    act = {
        "kind": "designate",
        "stated_count": len(rows),
        "complete": True,
        "platforms": [dict(row) for row in rows],
    }
    return register(designations={"yangli/2020-06-01-list": designation(act)}).platforms_of("yangli")
