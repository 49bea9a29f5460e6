# SPDX-License-Identifier: Apache-2.0
"""What should an editor look at, and how is it repaired?

A finding holds its parts; the sentence is put together only when it is shown.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.base.location import Location


class Level(StrEnum):
    """How grave a finding is: an error stops the build, nothing else does."""

    ERROR = "error"
    NOTE = "note"
    ACCEPTED = "accepted"  # an office has decided to live with it until a day
    OLDER = "older"  # an error that was there before the change that is looked at, in a file it leaves alone


LEVEL_WORDS = {Level.ERROR: "错误", Level.NOTE: "提示", Level.ACCEPTED: "已接受", Level.OLDER: "以前就有"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where it stands, and the repair."""

    location: Location
    message: str  # what is wrong: one clause, no full stop
    repair: str  # what to do about it, in the imperative
    check: str = ""  # the code; stamped by the runner for checks, given by the loader for its own
    level: Level = Level.ERROR

    def placed(self, line: int, column: int) -> "Finding":
        """The same finding with its line and column known."""
        return replace(self, location=self.location.placed(line, column))

    def __str__(self) -> str:
        return (
            f"{self.location}: {LEVEL_WORDS[self.level]}：{self.message} [{self.check}]\n"
            f"    修法：{self.repair}"
        )


def in_reading_order(findings: list[Finding]) -> list[Finding]:
    """Findings sorted by file, line, column and code, each told once."""
    return sorted(
        set(findings),
        key=lambda f: (
            f.location.file,
            f.location.line,
            f.location.column,
            f.location.part,
            f.check,
            f.message,
        ),
    )
