# SPDX-License-Identifier: Apache-2.0
"""Which mistakes do editors make in a text, what is told of each, and what mends it?

The table is mistakes.toml.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mistake:
    """An edit of a file of the tiny site, and the one finding that it gives."""

    what: str
    file: str
    right: str
    wrong: str
    code: str
    place: tuple[int, int]
    message: str
    repair: str
    mended: str | None = None  # what stands in place of `wrong` once the repair was followed

    def __str__(self) -> str:
        return self.what


def _read() -> tuple[Mistake, ...]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(Mistake(**entry | {"place": tuple(entry["place"])}) for entry in table["mistake"])


MISTAKES = _read()
