# SPDX-License-Identifier: Apache-2.0
"""Which texts are searched, and to whom does each character of them belong? All fields one after another.

A place belongs to a code: the ordinal of a platform (or of a document, after all platforms), the field in
which it stands (0 is the name, the last three bits hold four fields), and whether it is inside
the field or its beginning. Codes ascend from the first place to the last.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat

from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.folding import folding

INSIDE = 1
LAST_FIELD = 3  # further fields count as the inside of this one
END = "\n"


@dataclass(slots=True)
class Texts:
    """Folded fields, each closed by a line end, with the code and the end of the field of each place."""

    text: str
    begins: list[int]  # where each field begins
    codes: "array[int]"
    ends: "array[int]"


def laid_out(fields: Iterable[tuple[int, str]]) -> Texts:
    """Fields one after another, from the code of the beginning of each and its folded text."""
    kept = [(code, text) for code, text in fields if text]
    sizes = [len(text) + 1 for _, text in kept]
    ends = list(accumulate(sizes))
    texts = Texts(
        "".join([text + END for _, text in kept]),
        [end - size for end, size in zip(ends, sizes, strict=True)],
        array("I", chain.from_iterable(map(repeat, [code | INSIDE for code, _ in kept], sizes))),
        array("I", chain.from_iterable(map(repeat, [end - 1 for end in ends], sizes))),
    )
    for (code, _), place in zip(kept, texts.begins, strict=True):
        texts.codes[place] = code
    return texts


def code_of(ordinal: int, number: int) -> int:
    """The code of the beginning of a field."""
    return ordinal << 3 | (number << 1 if number <= LAST_FIELD else LAST_FIELD << 1 | INSIDE)


def texts_of(entries: Sequence[LookupEntry], documents: Sequence[LookupDocument]) -> Texts:
    """Names, former names, operators, then the numbers of documents."""
    return laid_out(chain(_names(entries), _numbers(documents, len(entries))))


def _names(entries: Sequence[LookupEntry]) -> Iterator[tuple[int, str]]:
    table = folding()
    for ordinal, entry in enumerate(entries):
        yield ordinal << 3, entry.name.translate(table)
        number = 0
        for number, name in enumerate(entry.former, 1):
            yield code_of(ordinal, number), name.translate(table)
        if entry.operator:
            yield code_of(ordinal, number + 1), entry.operator.translate(table)


def _numbers(documents: Sequence[LookupDocument], first: int) -> Iterator[tuple[int, str]]:
    table = folding()
    for ordinal, document in enumerate(documents, first):
        yield code_of(ordinal, 1), (document.number or "").translate(table)


def codes_of(entries: Sequence[LookupEntry], *, backwards: bool) -> Texts:
    """Credit codes, read forwards or backwards."""
    table = folding()
    step = -1 if backwards else 1
    return laid_out(
        (code_of(ordinal, 1), entry.credit_code.translate(table)[::step])
        for ordinal, entry in enumerate(entries)
        if entry.credit_code
    )
