# SPDX-License-Identifier: Apache-2.0
"""Where in the sources is something written?

A place is a file and a path of keys inside its record, such as `("criteria", 0, "article")`; in a file that
has no lines, as a PDF, it is a part of it in words (第 2 页).
Line and column are 1-based; they are 0 until the file has been read again with positions, which is
only done for files that have findings.
"""

from dataclasses import dataclass, replace
from typing import Literal

Key = str | int
Keys = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Location:
    """A file, the path of keys inside it, and once known the line and column."""

    file: str
    keys: Keys = ()
    on: Literal["key", "value"] = "value"
    line: int = 0
    column: int = 0
    part: str = ""

    def at(self, *keys: Key) -> "Location":
        """The place reached from here by `keys`."""
        return Location(self.file, (*self.keys, *keys))

    def key(self, key: Key) -> "Location":
        """The key itself (not its value) reached from here by `key`."""
        return Location(self.file, (*self.keys, key), on="key")

    def placed(self, line: int, column: int) -> "Location":
        """The same place with its line and column known."""
        return replace(self, line=line, column=column)

    def __str__(self) -> str:
        if self.part:
            return f"{self.file}（{self.part}）"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file
