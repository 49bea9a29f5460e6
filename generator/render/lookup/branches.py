# SPDX-License-Identifier: Apache-2.0
"""Where in the texts does a key stand? A tree of beginnings: heavy ones have a set, the others share pages.

A key is two letters, the initials of the first two characters, and then the text itself; so one tree
answers characters and Pinyin. Below a heavy key its children go on, one character longer. A page holds the
places of several light children of one parent, each with its code and the rest of its field, so
that what begins with any longer key is known exactly from this one page. A set holds the codes of all
places of a heavy key.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import add
from typing import TypeAlias

from generator.render.lookup.postings import differences
from generator.render.lookup.readings import Readings
from generator.render.lookup.texts import END, INSIDE, Texts

HEAVY = 1500  # places of a key; above it gets a set of its own
Places: TypeAlias = "array[int]"  # far quicker to pass through than lists, whose numbers lie scattered
Child: TypeAlias = "tuple[str, Places]"
ROOT, FORWARDS, BACKWARDS = -1, -2, -3  # in place of a parent: of texts, of codes, of codes read backwards
MARKS = {FORWARDS: "(", BACKWARDS: ")"}  # before the keys of credit codes
LETTER = "="  # before the key of a single character


def _none() -> Places:
    return array("I")


def _merged(lists: Iterable[Places]) -> Places:
    """All places in their order."""
    return array("I", sorted(chain.from_iterable(lists)))


@dataclass(frozen=True, slots=True)
class Leaves:
    """A page: its parent's number among the sets, its first key beyond that of the parent, its content."""

    parent: int
    first: str
    content: bytes


@dataclass(slots=True)
class Branches:
    """The sets and pages of all trees, in the order in which they were made."""

    keys: list[str] = field(default_factory=list)
    whole: dict[int, list[int]] = field(default_factory=dict)  # codes of fields that are a set's key
    sets: list[bytes] = field(default_factory=list)
    pages: list[Leaves] = field(default_factory=list)

    def grow(self, texts: Texts, children: Iterable[Child], parent: int = ROOT, *, head: int) -> None:
        """Sort children into pages and sets; `head` says how many characters of a key are not text."""
        run: list[Child] = []
        size = 0
        for child in children:
            weight = len(child[1])
            if weight > HEAVY:
                self._grow_heavy(texts, child, head)
                continue
            if size + weight > HEAVY:
                self._close(texts, run, parent, head)
                run, size = [], 0
            run.append(child)
            size += weight
        if run:
            self._close(texts, run, parent, head)

    def _grow_heavy(self, texts: Texts, child: Child, head: int) -> None:
        """A set for the longest key with the same places, then its children."""
        key, places = child
        while True:
            by_next: dict[str, Places] = defaultdict(_none)
            at = len(key) - head
            text = texts.text
            for place in places:
                by_next[text[place + at]].append(place)
            if len(by_next) > 1 or END in by_next:
                break
            key += next(iter(by_next))
        number = self.add_set(key, texts, places, by_next.pop(END, _none()))
        children = [(key + character, by_next[character]) for character in sorted(by_next)]
        self.grow(texts, children, number, head=head)

    def add_set(self, key: str, texts: Texts, places: Places, last: "Places | None" = None) -> int:
        """Keep the codes of some places, the `last` of which end a field; the number of the set."""
        codes = texts.codes
        if whole := [codes[place] for place in last or () if not codes[place] & INSIDE]:
            self.whole[len(self.keys)] = whole
        self.keys.append(key)
        self.sets.append(differences([codes[place] for place in places]))
        return len(self.keys) - 1

    def _close(self, texts: Texts, run: Sequence[Child], parent: int, head: int) -> None:
        """A page of some children."""
        text, codes, ends = texts.text, texts.codes, texts.ends
        known = len(self.keys[parent]) - head if parent >= 0 else 0
        places = _merged([places for _, places in run])
        numbers = differences([codes[place] for place in places])
        rests = END.join([text[place + known : ends[place]] for place in places])
        first = run[0][0][len(self.keys[parent]) if parent >= 0 else 0 :]
        content = len(numbers).to_bytes(4, "little") + numbers + rests.encode()
        self.pages.append(Leaves(parent, first, content))


def pairs_of(text: str) -> dict[str, Places]:
    """Where each pair of neighbouring characters begins."""
    pairs: dict[str, Places] = defaultdict(_none)
    for place, pair in enumerate(map(add, text, text[1:])):
        pairs[pair].append(place)
    return {pair: places for pair, places in pairs.items() if pair[0] != END}


def grow_texts(branches: Branches, texts: Texts) -> Readings:
    """The tree of names, operators and document numbers, and a set for each character."""
    pairs = pairs_of(texts.text)
    letters: dict[str, list[Places]] = defaultdict(list)
    for pair, places in pairs.items():
        letters[pair[0]].append(places)
    whole = {pair: places for pair, places in pairs.items() if pair[1] != END}
    readings = Readings(letters, whole)
    filed: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(whole):
        filed[readings.initials(pair)].append(pair)
    _grow_filed(branches, texts, {initials: filed[initials] for initials in sorted(filed)}, whole)
    for letter in sorted(letters, key=lambda letter: (readings.first[letter], letter)):
        branches.add_set(LETTER + letter, texts, _merged(letters[letter]), pairs.get(letter + END))
    return readings


def _grow_filed(
    branches: Branches, texts: Texts, filed: dict[str, list[str]], pairs: dict[str, Places]
) -> None:
    """Initials with few places share pages; those with many are parents of their pairs."""

    def children() -> Iterator[Child]:
        for initials, members in filed.items():
            if sum(len(pairs[pair]) for pair in members) > HEAVY:
                places = _merged([pairs[pair] for pair in members])
                number = branches.add_set(initials, texts, places)
                branches.grow(texts, [(initials + p, pairs[p]) for p in members], number, head=2)
            else:
                yield from ((initials + pair, pairs[pair]) for pair in members)

    branches.grow(texts, children(), head=2)


def grow_codes(branches: Branches, texts: Texts, root: int) -> None:
    """The tree of whole credit codes, below a mark that no text has."""
    mark = MARKS[root]
    by_next: dict[str, Places] = defaultdict(_none)
    for place in texts.begins:
        by_next[texts.text[place]].append(place)
    branches.grow(texts, [(mark + c, by_next[c]) for c in sorted(by_next)], root, head=len(mark))
