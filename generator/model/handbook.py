# SPDX-License-Identifier: Apache-2.0
"""What does an editor read about each kind of finding? Its meaning, and examples."""

from dataclasses import dataclass
from enum import Enum

from generator.base.finding import Level


class Shown(Enum):
    """As what an example is shown."""

    LINES = "lines"  # lines of the file
    NAME = "name"  # the path of the file
    WORDS = "words"  # in words, what no line of text can show
    ROWS = "rows"  # rows of a list that is imported


@dataclass(frozen=True, slots=True)
class Example:
    """Something written wrong, what is said of it, and the same written right; all of it fictitious."""

    code: str
    file: str  # in which file of the sample project it stands
    wrong: str
    message: str
    repair: str
    right: str
    shown: Shown = Shown.LINES
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True)
class Entry:
    """A code with its meaning and its examples."""

    code: str
    meaning: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The entries of one topic."""

    id: str
    title: str
    entries: tuple[Entry, ...]
