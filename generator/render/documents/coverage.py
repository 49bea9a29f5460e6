# SPDX-License-Identifier: Apache-2.0
"""Can everything that a document says be printed, and which text cannot?"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.printable import unprintable
from generator.render.documents.document import Blank, Document, Sheet, Tick, inlines, texts

LONGEST_ID = 64  # Word takes a file for damaged if the tag of a content control is longer
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Hole:
    """A text, and its characters that cannot be printed."""

    text: str
    characters: str

    def __str__(self) -> str:
        codes = "、".join(f"{_shown(sign)}（U+{ord(sign):04X}）" for sign in self.characters)
        begin = "".join(map(_shown, self.text[:SHOWN])) + ("…" if len(self.text) > SHOWN else "")
        return f"“{begin}”中有印不出的字符：{codes}"


class UnprintableError(Exception):
    """A document cannot become a file; the message says why, for editors."""


def holes(document: Document) -> Iterator[Hole]:
    """The texts of a document that cannot be printed, also those that only some formats have."""
    for text in dict.fromkeys([document.title, document.subject, *texts(document), *_unseen(document)]):
        if found := unprintable(text):
            yield Hole(text, found)


def require_printable(document: Document) -> None:
    """Nothing, if the document can become a file; else UnprintableError."""
    problems = [str(hole) for hole in holes(document)]
    problems += [f"编号 {tag} 超过{LONGEST_ID}个字符" for tag in _tags(document) if len(tag) > LONGEST_ID]
    if problems:
        title = "".join(map(_shown, document.title))
        raise UnprintableError(f"“{title}”不能做成文件：{'；'.join(problems)}。修法：改用常用字和标点")


def _unseen(document: Document) -> Iterator[str]:
    """Names for those who cannot see."""
    yield from (block.label for block in document.blocks if isinstance(block, Sheet))
    yield from (part.label for part in inlines(document) if isinstance(part, Blank | Tick))
    yield from _tags(document)


def _tags(document: Document) -> Iterator[str]:
    for part in inlines(document):
        if isinstance(part, Blank):
            yield part.id
        elif isinstance(part, Tick):
            yield f"{part.id}={part.option}"


def _shown(character: str) -> str:
    """The character if it can be printed, else a box, so that it does not turn the message around."""
    return "□" if unprintable(character) else character
