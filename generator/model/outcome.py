# SPDX-License-Identifier: Apache-2.0
"""What came of one part of the site: its files, what the rest of the site needs of it, what was found?

A part is a shard, or something made from all shards, as the index of the lookup. Its outcome is kept
beside the release, so that a part whose sources are unchanged is neither read nor rendered again.
"""

from datetime import date
from typing import NamedTuple

from pydantic import Field

from generator.base.finding import Finding
from generator.model.record import Record, Several


class Stored(NamedTuple):
    """One file as it stands on the disk; there are many, so it is no more than a tuple."""

    size: int
    sha256: str


class Outcome(Record):
    """What came of a part, and on which days the same would come of it again."""

    key: str  # digest of everything that the part is made from, but the day
    made_on: date
    until: date | None = None  # from this day on something in it changes
    findings: Several[Finding] = ()
    # The addresses of its notices and documents, with the file of each.
    addresses: dict[str, str] = Field(default_factory=dict)
    platforms: Several[str] = ()  # those whose pages stay for ever
    # The day of the newest notice or document of each jurisdiction.
    newest: dict[str, date] = Field(default_factory=dict)
    # What its pages lead to in other parts: a path, with #anchor if any → a page that leads there.
    links: dict[str, str] = Field(default_factory=dict)
    files: dict[str, Stored] = Field(default_factory=dict)

    def vouched(self, key: str) -> dict[str, str]:
        """The checksums of its files by path, where the generator is the same that made this key."""
        if self.key.partition(".")[0] != key.partition(".")[0]:
            return {}
        return {path: stored.sha256 for path, stored in self.files.items()}

    def holds(self, key: str, day: date) -> bool:
        """Whether it would be made again with the same result."""
        return self.key == key and self.made_on <= day and (self.until is None or day < self.until)
