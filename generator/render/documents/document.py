# SPDX-License-Identifier: Apache-2.0
"""What is a paper document before it is DOCX, PDF or HTML? Blocks of lines with places to write in.

Every place to write in has the id of its field. All formats have the same ids, so that a test can compare
them and a script can fill them in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

# body: running text; in a cell, what is filled in. note: small. centred: in the middle. label: what a cell
# asks for, in its middle; outside of cells a line in heavy type. right: at the right, as seals and days are.
Style = Literal["body", "note", "centred", "label", "right"]
Kind = Literal["text", "number", "date", "paragraph"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are only read."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write in."""

    id: str
    label: str  # what it asks for, also where no words beside it say so
    kind: Kind = "text"
    characters: int = 8  # room for so many Chinese characters; a cell of its own has all its room
    lines: int = 1
    value: str = ""  # what is written there already
    unit: str = ""  # in which a number is told; words after the blank say it on paper


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, with the words after it."""

    id: str  # of the field; several boxes may share it
    option: str
    ticked: bool = False
    label: str = ""  # what the boxes of the field ask, for those who cannot see what stands beside them
    alone: bool = False  # ticking it unticks the other boxes of the field
    bare: bool = False  # the words of the option stand elsewhere, at the head of its column


Inline = Words | Blank | Tick


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, in a cell or by itself."""

    content: tuple[Inline, ...]
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a sheet."""

    lines: tuple[Line, ...]
    span: int = 1
    rows: int = 1  # how many rows it covers; those below leave it out
    is_head: bool = False
    room: int = 1  # at least so many lines high
    leads: bool = False  # its row heads those below it, and is never the last on a page


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 the title of the document, 2 of a part, 3 of a section."""

    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line by itself."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbered points; the number of each is part of its text."""

    points: tuple[tuple[str, int], ...]  # text and depth, 0 or 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. The first `heads` rows are repeated on every page; no row and no low table is cut."""

    id: str
    label: str  # what the table is, for those who cannot see it
    widths: tuple[int, ...]  # of the columns, in proportion
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    joins: bool = False  # stands directly below the table before it


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover page."""

    heading: tuple[str, ...]
    lines: tuple[Line, ...]
    foot: str | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Listing | Sheet | Cover | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A document on A4, in zh-CN."""

    title: str
    subject: str  # the measures it belongs to, with number and version
    foot: str  # printed small at the foot of every page: who made it, version, permanent address
    blocks: tuple[Block, ...] = field(default=())
    landscape: bool = False


def inlines(document: Document) -> Iterator[Inline]:
    """Everything that stands in the document's lines, in reading order."""
    for block in document.blocks:
        yield from _inlines(block)


def _inlines(block: Block) -> Iterator[Inline]:
    if isinstance(block, Paragraph):
        yield from block.line.content
    elif isinstance(block, Cover):
        for line in block.lines:
            yield from line.content
    elif isinstance(block, Sheet):
        for row in block.rows:
            for cell in row:
                for line in cell.lines:
                    yield from line.content


def texts(document: Document) -> Iterator[str]:
    """All words of the document that can be read on paper, in reading order, its foot last."""
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Listing):
            yield from (text for text, _ in block.points)
        elif isinstance(block, Cover):
            yield from block.heading
        yield from map(_words, _inlines(block))
        if isinstance(block, Cover) and block.foot:
            yield block.foot
    yield document.foot


def _words(part: Inline) -> str:
    if isinstance(part, Words):
        return part.text
    return part.option if isinstance(part, Tick) else part.value


def field_ids(document: Document) -> list[str]:
    """The ids of all places to write in, in reading order, each once."""
    return list(dict.fromkeys(part.id for part in inlines(document) if not isinstance(part, Words)))
