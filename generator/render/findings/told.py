# SPDX-License-Identifier: Apache-2.0
"""What is told of the findings of a check, whatever the form, and what does it come to in words?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.base.finding import Finding, Level

OLDER_HEAD = "以前就有的错误（在这次改动没有涉及的文件里，不影响通过）："
ACCEPTED_HEAD = "已接受的例外（不影响通过）："


@dataclass(frozen=True, slots=True)
class Told:
    """Findings as they count, and what they were found in."""

    findings: tuple[Finding, ...]
    as_of: date
    base: str | None = None  # the revision that a change was compared with, as it was named
    touched: int = 0  # files of the change
    untold: int = 0  # older notes that are left out

    def of(self, *levels: Level) -> tuple[Finding, ...]:
        """Those of some levels, in reading order."""
        return tuple(finding for finding in self.findings if finding.level in levels)

    def count(self, level: Level) -> int:
        """How many there are of a level."""
        return len(self.of(level))


def in_words(told: Told) -> Iterator[str]:
    """Every finding for people, then what it comes to."""
    yield from map(str, told.of(Level.ERROR, Level.NOTE))
    for level, head in ((Level.OLDER, OLDER_HEAD), (Level.ACCEPTED, ACCEPTED_HEAD)):
        if found := told.of(level):
            yield head
            yield from map(str, found)
    yield summary(told)


def summary(told: Told) -> str:
    """How many there are, in one sentence."""
    errors, notes = told.count(Level.ERROR), told.count(Level.NOTE)
    accepted, older = told.count(Level.ACCEPTED), told.count(Level.OLDER)
    said = _counted(errors, notes)
    rest = "".join(
        (
            f"；以前就有的错误 {older} 处" if older else "",
            f"；已接受的例外 {accepted} 处" if accepted else "",
            f"；原有的提示 {told.untold} 处没有列出" if told.untold else "",
        )
    )
    if told.base is None:
        return f"{said}{rest}"
    if not told.touched:
        return f"与 {told.base} 相比没有改动任何文件{'' if errors + notes == 0 else f'，{said}'}{rest}"
    close = "，改正以后才能合并" if errors else ""
    return f"这次改动涉及 {told.touched} 个文件：{said}{close}{rest}"


def _counted(errors: int, notes: int) -> str:
    if errors:
        return f"共 {errors} 处错误{f'、{notes} 处提示' if notes else ''}"
    return f"没有错误{f'，有 {notes} 处提示' if notes else ''}"


def by_level(told: Told) -> Mapping[Level, int]:
    """How many there are of each level."""
    return {level: told.count(level) for level in Level}
