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


def _start(name: str) -> int:
    """Where a name begins; marks before its first letter or character do not count."""
    return next((place for place, character in enumerate(name) if character.isalnum()), len(name))


def initial_of(name: str) -> str:
    """The letter under which a name is found, from a to z, or other."""
    start = _start(name)
    first = "".join(_word(name[start : start + 2]))[:1]
    return first if first in INITIALS else OTHER


def in_order(name: str) -> tuple[str, str]:
    """The key by which names are sorted: as read, then as written."""
    rest = _start(name) + 2
    return " ".join(
        [*_word(name[rest - 2 : rest]), *[syllable(character) for character in name[rest:]]]
    ), name
