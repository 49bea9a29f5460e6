# SPDX-License-Identifier: Apache-2.0
"""Which texts are searched, and to whom does each character of them belong? All fields one after another.

A place belongs to a code: the ordinal of a platform (or of a document, after all platforms), the field in
which it stands (0 is the name, the last three bits hold four fields), and whether it is inside
the field or its beginning. Codes ascend from the first place to the last.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.folding import folding

INSIDE = 1
LAST_FIELD = 3  # further fields count as the inside of this one
END = "\n"


@dataclass(slots=True)
class Texts:
    """Folded fields, each closed by a line end, with the code and the end of the field of each place."""

    text: str = ""
    size: int = 0
    parts: list[str] = field(default_factory=list)
    codes: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, ordinal: int, texts: Iterable[str], first: int = 0) -> None:
        """Lay out the fields of one ordinal, numbered from `first`."""
        for number, text in enumerate(texts, first):
            if text:
                inside = ordinal << 3 | min(number, LAST_FIELD) << 1 | INSIDE
                begins = inside - INSIDE if number <= LAST_FIELD else inside
                length = len(text)
                self.size += length + 1
                self.codes.append(begins)
                self.codes.extend(array("I", (inside,)) * length)
                self.ends.extend(array("I", (self.size - 1,)) * (length + 1))
                self.parts.append(text)

    def close(self) -> None:
        """Join the fields; nothing is added afterwards."""
        self.text = "".join([part + END for part in self.parts])


def texts_of(entries: Sequence[LookupEntry], documents: Sequence[LookupDocument]) -> Texts:
    """Names, former names, operators, then the numbers of documents."""
    laid_out = Texts()
    table = folding()
    for ordinal, entry in enumerate(entries):
        texts = [entry.name.translate(table), *(name.translate(table) for name in entry.former)]
        if entry.operator:
            texts.append(entry.operator.translate(table))
        laid_out.add(ordinal, texts)
    for ordinal, document in enumerate(documents, len(entries)):
        laid_out.add(ordinal, ((document.number or "").translate(table),), 1)
    laid_out.close()
    return laid_out


def codes_of(entries: Sequence[LookupEntry], *, backwards: bool) -> Texts:
    """Credit codes, read forwards or backwards."""
    laid_out = Texts()
    table = folding()
    step = -1 if backwards else 1
    for ordinal, entry in enumerate(entries):
        laid_out.add(ordinal, ((entry.credit_code or "").translate(table)[::step],), 1)
    laid_out.close()
    return laid_out
