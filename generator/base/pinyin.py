# SPDX-License-Identifier: Apache-2.0
"""With which letter does a Chinese name begin when it is read aloud, and how do names stand in that order?

Readings have no tones. Each character has its most usual reading; only the first two, which mostly name a
place, are looked up as a word (厦门 is under X, not under S). Surnames are not told apart: the order only
helps to find a name in a list.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from string import ascii_lowercase
from typing import Any

OTHER = "other"  # names that begin with a digit or a sign
INITIALS = (*ascii_lowercase, OTHER)


@cache
def _dictionary(name: str) -> Mapping[Any, Any]:
    """One of the library's dictionaries; they take a quarter of a second, so only lists load them."""
    found: Mapping[Any, Any] = getattr(import_module(f"pypinyin.{name}"), name)
    return found


def _plain(text: str) -> str:
    """The text without tones and in lower case."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


@cache
def syllable(character: str) -> str:
    """The reading of 中 is zhong; Latin letters are in lower case; what has no reading is itself."""
    reading = _dictionary("pinyin_dict").get(ord(character), "").split(",")[0]
    return _plain(reading or character)


@cache
def _word(pair: str) -> tuple[str, ...]:
    """The readings of two characters, as a word where they are one."""
    if options := _dictionary("phrases_dict").get(pair):
        return tuple(_plain(readings[0]) for readings in options)
    return tuple(syllable(character) for character in pair)


def _spoken(name: str) -> list[str]:
    """The syllables of a name; marks at its beginning do not count."""
    start = next((place for place, character in enumerate(name) if character.isalnum()), len(name))
    return [*_word(name[start : start + 2]), *[syllable(character) for character in name[start + 2 :]]]


def initial_of(name: str) -> str:
    """The letter under which a name is found, from a to z, or other."""
    first = next(iter(_spoken(name)), "")[:1]
    return first if first in INITIALS else OTHER


def in_order(name: str) -> tuple[str, str]:
    """The key by which names are sorted: as read, then as written."""
    return " ".join(_spoken(name)), name
