# SPDX-License-Identifier: Apache-2.0
"""How is a name read aloud? Readings of characters and of pairs, without tones, by pypinyin.

A character has one first reading. Where a pair is a word that pypinyin knows (厦门, 重庆, 银行), its
readings go before those of the characters, and are added to what the characters may be read as.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

UMLAUTS = {ord(letter): "v" for letter in "üǖǘǚǜ"}
OTHER = "~"  # the initial of what has no reading and is neither a digit nor a Latin letter


@cache
def _toneless(reading: str) -> str:
    """lǜ → lv."""
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFC", reading).translate(UMLAUTS))
    return "".join(part for part in parts if part.isascii())


@cache
def reading_of(character: str) -> str:
    """The first reading of a character; empty if it has none."""
    readings = PINYIN_DICT.get(ord(character), "")
    return _toneless(readings.split(",", maxsplit=1)[0])


def initial_of(character: str) -> str:
    """One letter, digit or ~ that stands for a character."""
    if character.isascii():
        return character
    return reading_of(character)[:1] or OTHER


class Readings:
    """The readings of all characters and pairs of a register."""

    def __init__(self, characters: Iterable[str], pairs: Iterable[str]) -> None:
        self.first = {character: reading_of(character) for character in sorted(characters)}
        self.further: dict[str, set[str]] = defaultdict(set)
        self.pairs: dict[str, str] = {}  # two initials, where the pair is read otherwise
        for pair in sorted(pairs):
            if pair in PHRASES_DICT:
                self._learn(pair, [_toneless(options[0]) for options in PHRASES_DICT[pair]])

    def _learn(self, pair: str, readings: list[str]) -> None:
        for character, reading in zip(pair, readings, strict=True):
            if reading and reading != self.first[character]:
                self.further[character].add(reading)
        initials = "".join(reading[:1] or OTHER for reading in readings)
        if initials != initial_of(pair[0]) + initial_of(pair[1]):
            self.pairs[pair] = initials

    def initials(self, pair: str) -> str:
        """The two letters under which a pair is filed."""
        return self.pairs.get(pair) or initial_of(pair[0]) + initial_of(pair[1])

    def plain(self) -> dict[str, object]:
        """For the browser: characters by reading, further readings, and pairs that are read otherwise."""
        first: dict[str, list[str]] = defaultdict(list)
        further: dict[str, list[str]] = defaultdict(list)
        pairs: dict[str, list[str]] = defaultdict(list)
        for character, reading in self.first.items():
            if not character.isascii():
                first[reading].append(character)
        for character, readings in sorted(self.further.items()):
            for reading in sorted(readings):
                further[reading].append(character)
        for pair, initials in self.pairs.items():
            pairs[initials].append(pair)
        return {
            name: {key: "".join(values) for key, values in sorted(table.items())}
            for name, table in (("first", first), ("further", further), ("pairs", pairs))
        }
