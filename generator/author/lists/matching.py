# SPDX-License-Identifier: Apache-2.0
"""Which rows of a list are platforms that are known, and which are new? New ones get the next free ids.

The same credit code, or the same name now or formerly, is the same platform; what is merely near is asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.author.lists.entries import Entry
from generator.author.lists.layout import CODE
from generator.author.near import near, normal
from generator.base.finding import Finding
from generator.base.identifiers import free_platform_ids
from generator.model.platform import Platform

RENAMED = "同一个平台改了名的，先收录更名的文件（kind: rename），再导入；名称或代码抄错的，照原件改正名单"


@dataclass(frozen=True, slots=True)
class Match:
    """A row with the id that it gets, the name that is written, and how it is known, if it is."""

    entry: Entry
    platform: str
    name: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """All rows in their order, what somebody should look at, and why rows cannot be matched."""

    matches: tuple[Match, ...]
    doubts: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def known(self) -> list[Match]:
        """The rows of known platforms."""
        return [match for match in self.matches if match.how]

    @property
    def new(self) -> list[Match]:
        """The rows of new ones."""
        return [match for match in self.matches if not match.how]


@dataclass(frozen=True, slots=True)
class _Known:
    """The platforms of a jurisdiction by their names and codes."""

    names: dict[str, tuple[Platform, str]]
    codes: dict[str, Platform]

    @classmethod
    def of(cls, platforms: Iterable[Platform]) -> "_Known":
        known = cls({}, {})
        for platform in platforms:
            for period in platform.names or ():
                known.names.setdefault(normal(period.name), (platform, period.name))
            if platform.credit_code:
                known.codes.setdefault(platform.credit_code, platform)
        return known


def match(entries: Sequence[Entry], jurisdiction: str, platforms: Sequence[Platform]) -> Matching:
    """Each row with its platform. `platforms` are all of the jurisdiction, so that no id is used again."""
    known = _Known.of(platforms)
    free = free_platform_ids(jurisdiction, (platform.id for platform in platforms))
    matches: list[Match] = []
    doubts: list[str] = []
    findings = list(_twice(entries))
    for entry in entries:
        found = _found(entry, known)
        if isinstance(found, Finding):
            findings.append(found)
        elif found:
            matches.append(found)
            doubts += _doubts_of_code(found, known)
        else:
            matches.append(Match(entry, next(free), entry.name))
    doubts += _doubts_of_names([one for one in matches if not one.how], platforms)
    findings += _same_platform(matches)
    return Matching(tuple(matches), tuple(doubts), tuple(findings))


def _found(entry: Entry, known: _Known) -> Match | Finding | None:
    by_code = known.codes.get(entry.credit_code or "")
    by_name, name = known.names.get(normal(entry.name), (None, ""))
    if by_code and by_name and by_code.id != by_name.id:
        message = f"“{entry.name}”的名称是 {by_name.id} 的，信用代码却是 {by_code.id}“{by_code.name}”的"
        return Finding(entry.place, message, "核对名称和代码，照原件改正名单", CODE)
    if by_code and not by_name:
        message = f"“{entry.name}”的信用代码与已有的 {by_code.id}“{by_code.name}”相同，名称却不同"
        return Finding(entry.place, message, RENAMED, CODE)
    if by_name is None:
        return None
    how = "代码和名称相同" if by_code else "名称相同"
    if name != by_name.name:
        how = f"是它的曾用名，现名“{by_name.name}”"
    if name != entry.name:
        how += f"，照已有的写法写“{name}”"
    return Match(entry, by_name.id, name, how)


def _doubts_of_code(found: Match, known: _Known) -> Iterator[str]:
    platform = known.names[normal(found.name)][0]
    code = found.entry.credit_code
    if code and platform.credit_code and code != platform.credit_code:
        place = found.entry.place.part
        yield f"{place}“{found.name}”：与 {platform.id} 同名，信用代码却不同；是不是同一个平台？"


def _doubts_of_names(new: Sequence[Match], platforms: Sequence[Platform]) -> Iterator[str]:
    """Near names, but of those that are shown to be others by their codes."""
    codes = {platform.id: platform.credit_code for platform in platforms}
    found = near((one.name for one in new), platforms)
    for one in new:
        code = one.entry.credit_code
        for id_, why in found.get(one.name, {}).items():
            if not (code and codes[id_] and code != codes[id_]):
                yield f"{one.entry.place.part}“{one.name}”：与 {id_} {why}；是不是同一个平台？"


def _twice(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Rows with the same name or the same code."""
    names: dict[str, list[Entry]] = defaultdict(list)
    codes: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        names[normal(entry.name)].append(entry)
        if entry.credit_code:
            codes[entry.credit_code].append(entry)
    for same in names.values():
        for entry in same[1:]:
            yield Finding(
                entry.place,
                f"“{entry.name}”与{same[0].place.part}重复",
                "一个平台只留一行；确是两个平台的，写全称，使名称不同",
                CODE,
            )
    for same in codes.values():
        for entry in same[1:]:
            if normal(entry.name) != normal(same[0].name):
                yield Finding(
                    entry.place,
                    f"“{entry.name}”的信用代码与{same[0].place.part}“{same[0].name}”相同",
                    "核对代码；一个单位运营几个平台的，代码只写在其中一行，其余留空",
                    CODE,
                )


def _same_platform(matches: Sequence[Match]) -> Iterator[Finding]:
    """Rows under different names, which belong to one platform."""
    first: dict[str, Match] = {}
    for one in matches:
        before = first.setdefault(one.platform, one)
        if before is not one and normal(before.entry.name) != normal(one.entry.name):
            yield Finding(
                one.entry.place,
                f"“{one.entry.name}”与{before.entry.place.part}“{before.entry.name}”都是 {one.platform}",
                "一个平台只留一行",
                CODE,
            )
