# SPDX-License-Identifier: Apache-2.0
"""Where did the YAML parser give up, and what is known of the lines around?"""

import re
from dataclasses import dataclass

Spot = tuple[int, int]  # line and column, counted from 0
BLANK = re.compile(" *(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong, the repair, and where."""

    message: str
    repair: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up, what it says, and where it had begun what it could not finish."""

    lines: list[str]
    problem: str
    context: str
    spot: Spot
    begun: Spot
    quoted: tuple[Spot, Spot] | None  # the last quoted text of several lines: its begin and its end

    @property
    def line(self) -> str:
        """The line on which the parser gave up."""
        return self.text_of(self.spot[0])

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.line[: self.spot[1]]

    @property
    def here(self) -> str:
        """The character at the place; nothing at the end of a line."""
        return self.line[self.spot[1] : self.spot[1] + 1]

    @property
    def is_first_on_line(self) -> bool:
        """Whether only white space stands before the place."""
        return not self.before.strip()

    def text_of(self, line: int) -> str:
        """A line, empty where there is none."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""
