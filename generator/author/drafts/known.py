# SPDX-License-Identifier: Apache-2.0
"""What needs nobody to be asked, because the register and the day tell it?"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from generator.base import addresses
from generator.base.days import PartialDate, in_chinese
from generator.derive.periods import Period, publicity_period
from generator.model.designation import ActKind
from generator.model.period import DayUnit, PublicityPeriod
from generator.model.site import Site
from generator.model.source import SourceKind

Edit = Callable[[str], str]
AUTHORITIES = ".gov.cn"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written, what its editor is told of what stands in it, and what changes in other files."""

    file: str
    text: str | None  # None where only other files change
    told: tuple[str, ...] = ()
    edits: Mapping[str, Edit] = field(default_factory=dict)
    to_do: str = "照 # 后面的说明核对、补齐"


def issuer_of(site: Site, jurisdiction: str) -> str | None:
    """The name under which the authority acted last."""
    authorities = site.jurisdictions[jurisdiction].authorities
    return max(authorities, key=lambda each: each.attested[-1].last).name if authorities else None


def free_notice(site: Site, on: PartialDate, word: str) -> str:
    """The id of a new notice, whose file and address nobody has."""
    taken = set(_addresses(site))
    return next(
        id_
        for slug in _numbered(word)
        if addresses.notice(id_ := f"{on.year}/{on}-{slug}") not in taken
        and f"content/notices/{id_}.md" not in site.unreadable
    )


def free_document(site: Site, jurisdiction: str, on: PartialDate, word: str) -> str:
    """The id of a new designation document, whose file and address nobody has."""
    taken = set(_addresses(site))
    return next(
        id_
        for slug in _numbered(word)
        if addresses.designation(id_ := f"{jurisdiction}/{on}-{slug}", on.year) not in taken
        and f"registry/designations/{id_}.yaml" not in site.unreadable
    )


def free_name(word: str, taken: Collection[str]) -> str:
    """The word, with a number where it is taken."""
    return next(name for name in _numbered(word) if name not in taken)


def _numbered(word: str) -> Iterator[str]:
    yield word
    yield from (f"{word}-{number}" for number in count(2))


def _addresses(site: Site) -> Iterator[str]:
    yield from map(addresses.notice, site.notices)
    for id_, document in site.designations.items():
        yield addresses.designation(id_, document.issued_on.year)


def documents_with(site: Site, jurisdiction: str, kinds: Iterable[ActKind]) -> list[tuple[str, str]]:
    """The documents of a jurisdiction with such decisions, newest first, with their titles."""
    wanted = set(kinds)
    found = [
        (id_, document)
        for id_, document in site.designations.items()
        if id_.startswith(f"{jurisdiction}/") and wanted & {act.kind for act in document.acts}
    ]
    found.sort(key=lambda pair: (pair[1].issued_on.last, pair[0]), reverse=True)
    return [(id_, f"{document.title}（{document.issued_on}）") for id_, document in found]


def source_of(url: str | None, file: str | None, publisher: str, on: date) -> dict[str, Any]:
    """The source, with its kind told by where it was found."""
    host = urlsplit(url).hostname or "" if url else ""
    if url:
        kind = SourceKind.OFFICIAL if f".{host}".endswith(AUTHORITIES) else SourceKind.PRESS
    else:
        kind = SourceKind.DOCUMENT if file else SourceKind.REPRINT
    found: dict[str, Any] = {"kind": kind.value, "publisher": publisher, "retrieved_on": on}
    return found | ({"url": url} if url else {}) | ({"file": file} if file else {})


def publicity_told(site: Site, ruleset: str | None, stated: PublicityPeriod) -> str | None:
    """The period in words, with its end as it is reckoned; None where nothing says when it ends."""
    law = site.rulesets[ruleset].publicity if ruleset else None
    period = publicity_period(stated, law)
    if period.earliest is None and stated.through is None:
        return None
    return f"公示期：{in_chinese(period.first)}至{_end(period)}。{_why(period, ruleset)}"


def _end(period: Period) -> str:
    if period.through:
        return in_chinese(period.through)
    bounds = [in_chinese(day) for day in (period.earliest, period.latest) if day]
    return f"不早于{bounds[0]}、不晚于{bounds[-1]}的一天（放假安排尚未公布）"


def _why(period: Period, ruleset: str | None) -> str:
    rule = period.rule
    if period.stated:
        return "末日照公告所写。"
    unit = "工作日" if rule.unit is DayUnit.WORKING else "自然日"
    source = f"{ruleset} {rule.article}" if rule.article else "公告"
    first = "首日不计入" if rule.skips_first else "首日计入"
    return f"末日由系统按{source}的{rule.days}个{unit}推算，{first}。"
