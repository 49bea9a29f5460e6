# SPDX-License-Identifier: Apache-2.0
"""Which known names are so near to a new one that somebody should look? Asked, never decided.

Near are names that differ in punctuation or in the legal form, in one character, or by a place put before
them. Names that differ in a figure or a direction are as different as names can be.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
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


class _Names:
    """New names, laid out so that a known one finds those near to it; there are far more known ones."""

    def __init__(self, names: Iterable[str]) -> None:
        self.whole: dict[str, list[str]] = defaultdict(list)
        self.cores: dict[str, list[str]] = defaultdict(list)
        self.shorter: dict[str, list[str]] = defaultdict(list)
        self.ends: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self.whole[normal(name)].append(name)
            self.cores[core(name)].append(name)
            for part in _shorter(normal(name)):
                self.shorter[part].append(name)
            for end in _ends(normal(name)):
                self.ends[end].append(name)

    def near(self, known: str) -> Iterator[tuple[str, str]]:
        """The new names that are near to a known one, each with why."""
        own = normal(known)
        longer = chain.from_iterable(self.whole.get(end, ()) for end in _ends(own))
        for name in chain(self.cores.get(core(known), ()), self.ends.get(own, ()), longer):
            yield name, f"名称相近：{known}"
        for name in chain.from_iterable(self.shorter.get(part, ()) for part in _shorter(own)):
            if _differ_by_mistake(normal(name), own):
                yield name, f"名称只差一个字：{known}"


def near(names: Iterable[str], platforms: Iterable[Platform]) -> dict[str, dict[str, str]]:
    """For each new name the platforms that it is near to, each with why."""
    new = _Names(names)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for platform in platforms:
        for period in platform.names:
            for name, why in new.near(period.name):
                found[name].setdefault(platform.id, why)
        for name in new.whole.get(normal(platform.operator), ()) if platform.operator else ():
            found[name].setdefault(platform.id, f"的运营单位同名：{platform.operator}")
    return found


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
