# SPDX-License-Identifier: Apache-2.0
"""What is said of each name or code of a list, as of one day? The rows that the page and the command show.

The page makes the same rows in the browser (scripts/lookup/exact.js, scripts/bulk_check/rows.js).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.base import addresses
from generator.derive.register import Register
from generator.derive.verdicts import Verdict, term_on, verdict
from generator.model.designation import Tier
from generator.model.platform import Platform, Term
from generator.model.standing import State, border_on
from generator.render import words
from generator.render.lookup.files import place_of
from generator.render.lookup.folding import fold
from generator.render.lookup.texts import LAST_FIELD
from generator.render.registry import NO_TERM

COLUMNS = (
    "输入",
    "认定结果",
    "平台名称",
    "平台编号",
    "辖区",
    "有效期间",
    "依据文件",
    "文号",
    "说明",
    "平台网页",
    "文件网页",
)
NOT_FOUND = Verdict("not-found", "没有找到")
NUMBER_UNSEEN = "文号未见"
CANDIDATES = 3
BY_DOCUMENT = (State.REVOKED, State.WITHDRAWN)
CODE = re.compile("[0-9a-z]{1,18}")
BEGINS, CONTAINS = 2, 4  # ranks as in scripts/lookup/engine.js; one more where it is not in the name


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a verdict rests on."""

    title: str
    number: str | None
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one line of a list and one platform that it names, if there is one."""

    input: str
    verdict: Verdict
    platform: str | None = None
    name: str | None = None
    jurisdiction: str | None = None
    note: str = ""
    term: str = ""
    papers: tuple[Paper, ...] = ()
    candidates: tuple[tuple[str, str], ...] = ()  # id and name of what only contains the text

    def cells(self, root: str) -> tuple[str, ...]:
        """The row as cells of a table; addresses begin with the site's root."""
        near = "、".join(f"{name}（{id_}）" for id_, name in self.candidates)
        return (
            self.input,
            self.verdict.word,
            self.name or "",
            self.platform or "",
            self.jurisdiction or "",
            self.term,
            "；".join(paper.title for paper in self.papers),
            "；".join(paper.number or NUMBER_UNSEEN for paper in self.papers),
            f"名称相近的：{near}" if near else self.note,
            f"{root}{addresses.platform(self.platform)}" if self.platform else "",
            "；".join(f"{root}{paper.address}" for paper in self.papers),
        )


class BulkCheck:
    """Answers for many texts; everything that they may name is folded once."""

    def __init__(self, register: Register, day: date) -> None:
        self.register = register
        self.day = day
        order = {id_: number for number, id_ in enumerate(register.site.jurisdictions)}
        self.ids = sorted(register.platforms, key=lambda id_: place_of(id_, order))
        self.named: dict[str, list[tuple[str, str]]] = defaultdict(list)  # folded text: id, how it is named
        for id_ in self.ids:
            for text, note in reversed(list(_senses(register.platforms[id_]))):
                self.named[fold(text)].append((id_, note))

    @cached_property
    def _folded(self) -> Mapping[str, "_Folded"]:
        return {id_: _Folded.of(self.register.platforms[id_]) for id_ in self.ids}

    def rows(self, texts: Iterable[str]) -> Iterator[Row]:
        """One row for each line and platform, in the order of the lines."""
        for text in texts:
            wanted = fold(text)
            found = dict(self.named.get(wanted, ())) if wanted else {}
            for id_, note in found.items():
                yield self._row(text, self.register.platforms[id_], note)
            if not found:
                near = self._candidates(wanted) if wanted else ()
                yield Row(text, NOT_FOUND, candidates=tuple(near))

    def verdict(self, platform: Platform) -> Verdict:
        """The word for a platform on the day."""
        return verdict(platform.standing, self.day, self.register.site.settings.expiring_within_days)

    def _row(self, text: str, platform: Platform, note: str) -> Row:
        border = border_on(platform.standing, self.day)
        term = term_on(platform.terms, self.day) if border else None
        ordinary = (term or platform).tier is not Tier.DEMONSTRATION
        notes = [note, Tier.ORDINARY.label if ordinary else ""]
        return Row(
            text,
            self.verdict(platform),
            platform.id,
            platform.name,
            self.register.site.jurisdictions[platform.jurisdiction].name,
            "；".join(filter(None, notes)),
            words.term(term) if term else NO_TERM if border else "",
            tuple(self._papers(platform, term)),
        )

    def _papers(self, platform: Platform, term: Term | None) -> Iterator[Paper]:
        """The documents of the day: what ended the term, what granted it; without a term, the notice."""
        border = border_on(platform.standing, self.day)
        if border is None:
            return
        ended = term.ended_by if term and border.state in BY_DOCUMENT else None
        ids = (ended, term.granted_by) if term else (border.document,)
        for id_ in dict.fromkeys(filter(None, ids)):
            document = self.register.site.designations[id_]
            address = addresses.designation(id_, document.issued_on.year)
            yield Paper(document.title, document.document_number, address)

    def _candidates(self, wanted: str) -> Iterator[tuple[str, str]]:
        """The first of those whose names contain the text, in the order of the lookup."""
        ranked = []
        for place, (id_, folded) in enumerate(self._folded.items()):
            if rank := min(folded.ranks(wanted), default=0):
                ranked.append((rank, not self.verdict(self.register.platforms[id_]).holds, place))
        for _, _, place in sorted(ranked)[:CANDIDATES]:
            yield self.ids[place], self.register.platforms[self.ids[place]].name


def _former(platform: Platform) -> list[str]:
    return list(dict.fromkeys(period.name for period in platform.names if period.name != platform.name))


def _senses(platform: Platform) -> Iterator[tuple[str, str]]:
    """Every text that names a platform, with what is to be noted when it does; the best comes first."""
    yield platform.name, ""
    yield platform.id, "按平台编号"
    if platform.credit_code:
        yield platform.credit_code, "按统一社会信用代码"
    for name in _former(platform):
        yield name, f"按曾用名“{name}”"
    if platform.operator:
        yield platform.operator, f"按运营单位“{platform.operator}”"


@dataclass(frozen=True, slots=True)
class _Folded:
    """What a platform may be found by, folded."""

    names: tuple[str, ...]  # the present one, former ones, the operator
    id: str
    code: str

    @classmethod
    def of(cls, platform: Platform) -> "_Folded":
        names = (platform.name, *_former(platform), platform.operator or "")
        return cls(tuple(map(fold, names)), fold(platform.id), fold(platform.credit_code or ""))

    def ranks(self, wanted: str) -> Iterator[int]:
        """How well this contains a folded text, once for each place; the lower the better."""
        for number, name in enumerate(self.names):
            if wanted in name:
                begins = name.startswith(wanted) and number <= LAST_FIELD
                yield (BEGINS if begins else CONTAINS) + (number > 0)
        if wanted in self.id:
            yield (BEGINS if self.id.startswith(wanted) else CONTAINS) + 1
        if self.code and CODE.fullmatch(wanted):
            if self.code.startswith(wanted):
                yield BEGINS + 1
            elif self.code.endswith(wanted):
                yield CONTAINS + 1


def counted(rows: Iterable[Row]) -> Mapping[str, int]:
    """How many rows have which verdict, those that hold as one."""
    counts: dict[str, int] = {}
    for row in rows:
        word = State.VALID.label if row.verdict.holds else row.verdict.word
        counts[word] = counts.get(word, 0) + 1
    return counts
