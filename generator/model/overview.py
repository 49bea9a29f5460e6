# SPDX-License-Identifier: Apache-2.0
"""What do the pages of the whole site say of each shard?

A shard (the lists of one jurisdiction, the notices of one year) is read, checked and rendered by itself.
What the rest of the site needs of it is written here, in plain values that are kept beside the release,
so that an unchanged shard is not even read again.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field

from generator.base.days import PartialDate
from generator.model.notice import NoticeKind, Span
from generator.model.record import Record, Several


class Item(Record):
    """One line of a list of notices: a notice, or a designation document, which is a notice by itself."""

    id: str
    file: str
    source: Literal["notice", "designation"]
    address: str
    kind: str  # as readers see it
    kind_id: str
    notice_kind: NoticeKind | None
    on: PartialDate
    title: str
    summary: str
    number: str | None
    jurisdiction: str
    issuer: str
    ruleset: str | None
    windows: Several[Span]
    retrieved_on: date
    checked_on: date
    source_kind: str  # as readers see it

    @property
    def order(self) -> tuple[date, date, str]:
        """By date; of two with overlapping dates by the later one first."""
        return self.on.last, self.on.first, self.address


class Overview(Record):
    """The items of a shard, its platforms counted, and lines for the files that list every platform."""

    items: Several[Item] = ()
    platforms: dict[str, int] = Field(default_factory=dict)  # by jurisdiction
    next_changes: dict[str, date] = Field(
        default_factory=dict
    )  # the next change of any platform, by jurisdiction
    lines: dict[str, str] = Field(
        default_factory=dict
    )  # by the name of the list: its lines, each with its line feed


def merged(parts: Iterable[Overview]) -> Overview:
    """One overview of several shards; items latest first, lines in the order of the shards."""
    items: list[Item] = []
    platforms: dict[str, int] = {}
    next_changes: dict[str, date] = {}
    lines: dict[str, list[str]] = {}
    for part in parts:
        items += part.items
        for jurisdiction, count in part.platforms.items():
            platforms[jurisdiction] = platforms.get(jurisdiction, 0) + count
        for jurisdiction, day in part.next_changes.items():
            next_changes[jurisdiction] = min(day, next_changes.get(jurisdiction, day))
        for name, text in part.lines.items():
            lines.setdefault(name, []).append(text)
    return Overview.model_construct(
        items=tuple(sorted(items, key=lambda item: item.order, reverse=True)),
        platforms=platforms,
        next_changes=next_changes,
        lines={name: "".join(texts) for name, texts in lines.items()},
    )
