# SPDX-License-Identifier: Apache-2.0
"""What does a notice or a document tell so that others can be followed to it and from it?

Notices and documents that belong together stand in different shards. Each tells a leaf; the chains that all
leaves make are handed back to the shards whose pages show them.
"""

from typing import Literal

from pydantic import Field

from generator.base.days import PartialDate
from generator.model.designation import ActKind
from generator.model.notice import NoticeKind
from generator.model.record import Record, Several


class Undoing(Record):
    """That a notice or a document corrects another one, or takes it back."""

    target: str
    withdraws: bool
    reason: str | None
    keys: Several[str | int]  # where the record says so


class Decided(Record):
    """What a document decides, in numbers."""

    kind: ActKind
    stated: int | None
    rows: int


class Claim(Record):
    """How many a text says that were designated, revoked or shown."""

    words: str
    kind: ActKind | None  # None for a total
    number: int
    field: str | None  # of the front matter; None for the body
    line: int = 0  # of the body
    column: int = 0


class Listed(Record):
    """One row of a list, for the page of the notice that announces it."""

    act: str  # as readers see it
    platform: str
    name: str
    location: str | None


class Leaf(Record):
    """One notice or document as others need to know it."""

    id: str
    file: str
    source: Literal["notice", "designation"]
    address: str
    kind: str  # as readers see it
    notice_kind: NoticeKind | None
    title: str
    number: str | None
    on: PartialDate
    summary: str  # what a document decides, in words; empty for notices
    follows: Several[str]
    followed_by: Several[str]
    announces: str | None
    undoes: Several[Undoing]
    acts_on: Several[str]  # documents that touched the same platforms just before
    decided: Several[Decided]
    claims: Several[Claim]
    rows: Several[Listed]  # of a short list; none of a longer one, or of one that is not shown for ever


class Leaves(Record):
    """The leaves of a shard, and what of it could not be read."""

    key: str  # digest of everything that they are made from
    leaves: Several[Leaf] = ()
    unreadable: frozenset[str] = Field(frozenset(), strict=False)


class ChainStep(Record):
    """A notice or a document in the chain of another."""

    id: str
    address: str
    kind: str
    title: str
    number: str | None
    on: PartialDate
    summary: str


class Correction(Record):
    """What became of a notice or a document: which other one corrects it or takes it back, and why."""

    by: ChainStep
    withdraws: bool
    reason: str | None


class Chain(Record):
    """What came before a notice or a document, what came of it, and what it announces or undoes."""

    earlier: Several[ChainStep] = ()
    later: Several[ChainStep] = ()
    has_more_earlier: bool = False
    has_more_later: bool = False
    announced: ChainStep | None = None
    listed: Several[Listed] = ()  # what that document lists, where the list is short
    undone: Several[ChainStep] = ()
    corrections: Several[Correction] = ()
