# SPDX-License-Identifier: Apache-2.0
"""How do tests ask what is told of two revisions? Two sites in, lines of one section out."""

from datetime import date
from typing import Any

from generator.derive.comparison import compared
from generator.model.difference import DifferenceReport, Section, Told
from generator.model.site import Site
from generator.render.differences.report import Frame, report
from tests.builders import TINY_DAY

BASE = "0123456789abcdef0123456789abcdef01234567"


def reported(old: Site, new: Site, day: date = TINY_DAY, **frame: Any) -> DifferenceReport:
    """The report on two revisions."""
    known: dict[str, Any] = {
        "base": BASE,
        "head": None,
        "as_of": day,
        "files": (),
        "not_compared": (),
        "untouched": 0,
    }
    return report(compared(old, new, day), Frame(**known | frame))


def entries(old: Site, new: Site, section: Section) -> tuple[Told, ...]:
    """The differences of one section."""
    found = [part.differences for part in reported(old, new).sections if part.id is section]
    return found[0] if found else ()


def lines(old: Site, new: Site, section: Section) -> list[str]:
    """The same, each as one line: turn, title, text, details."""
    return [
        " ".join([told.turn.label, told.title, told.text, *told.details]).strip()
        for told in entries(old, new, section)
    ]
