# SPDX-License-Identifier: Apache-2.0
"""Which known names are so near to a new one that somebody should look? Asked, never decided.

Near are names that differ in punctuation or in the legal form, in one character, or by a place put before
them. Names that differ in a figure or a direction are as different as names can be.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.model.platform import Platform

SPACES = re.compile(r"\s+")
BRACKETS = str.maketrans("[【〔{]】〕}", "(((())))")
LEGAL_FORM = re.compile(r"(?:股份|集团|有限|责任)*公司$|\(.*?\)|\W")
TELLING = set("0123456789一二三四五六七八九十甲乙丙丁戊己庚辛东西南北中上下前后")
SHORTEST = 6  # characters of a name that may be the end of another


def normal(name: str) -> str:
    """A name without regard to widths, kinds of brackets, capitals and spaces."""
    return SPACES.sub("", unicodedata.normalize("NFKC", name).translate(BRACKETS)).casefold()


def core(name: str) -> str:
    """The same without signs, what stands in brackets, and the legal form of a company."""
    return LEGAL_FORM.sub("", normal(name))


class Near:
    """The names of known platforms, laid out so that near ones are found at once."""

    def __init__(self, platforms: Iterable[Platform]) -> None:
        self.cores: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.shorter: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.operators: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for platform in platforms:
            for period in platform.names:
                known, name = (platform.id, period.name), normal(period.name)
                self.cores[core(name)].append(known)
                _add(self.shorter, _shorter(name), known)
                _add(self.ends, _ends(name), known)
            if platform.operator:
                self.operators[normal(platform.operator)].append((platform.id, platform.operator))

    def to(self, name: str, operator: str | None = None) -> dict[str, str]:
        """The platforms with a name near to this one, each with why."""
        own = normal(name)
        found: dict[str, str] = {}
        by_end = chain(*(self.cores.get(core(end), ()) for end in _ends(own)), self.ends.get(own, ()))
        by_character = chain.from_iterable(self.shorter.get(part, ()) for part in _shorter(own))
        for id_, known in chain(self.cores.get(core(own), ()), by_end):
            found.setdefault(id_, f"名称相近：{known}")
        for id_, known in by_character:
            if _differ_by_mistake(own, normal(known)):
                found.setdefault(id_, f"名称只差一个字：{known}")
        for id_, known in self.operators.get(own, ()):
            found.setdefault(id_, f"是它的运营单位：{known}")
        return found


def _add(
    table: dict[str, list[tuple[str, str]]], keys: Iterable[str], known: tuple[str, str]
) -> Mapping[str, list[tuple[str, str]]]:
    for key in keys:
        table[key].append(known)
    return table


def _ends(name: str) -> Iterator[str]:
    """What is left when characters at the beginning are left out."""
    return (name[start:] for start in range(1, len(name) - SHORTEST + 1))


def _shorter(name: str) -> set[str]:
    """The name itself, and with any one character left out."""
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}


def _differ_by_mistake(one: str, other: str) -> bool:
    """Whether two names differ in at most one character, and not in one that tells them apart."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return len(left) <= 1 and len(right) <= 1 and not (set(left + right) & TELLING)
