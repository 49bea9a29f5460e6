# SPDX-License-Identifier: Apache-2.0
"""What do the sources let the public conclude, as one mapping, so that two revisions can be compared?

Comments, order, spelling of the same values and the days of the last comparison with a source are no
conclusions. The difference of two mappings, applied to the first, gives the second.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from generator.derive import deadlines
from generator.derive.addressed import addressed
from generator.derive.deadlines import Deadline, DeadlineKind
from generator.derive.papers import papers_of
from generator.derive.periods import spans_of
from generator.derive.recorded import filled
from generator.derive.register import Register
from generator.derive.trials import Trial, judgements
from generator.model.record import Record
from generator.model.ruleset import Ruleset

R = TypeVar("R", bound=Record)
OF_A_TERM = (DeadlineKind.TERM_END, DeadlineKind.REVIEW, DeadlineKind.REAPPLY)


class Kind(StrEnum):
    """What a conclusion is about."""

    PLATFORM = "platform"
    PROFILE = "profile"
    WINDOWS = "windows"
    DUTY = "duty"
    ENDS = "ends"
    JUDGEMENT = "judgement"
    STANDING = "standing"
    RULESET = "ruleset"
    DOCUMENT = "document"
    NOTICE = "notice"
    ATTACHMENT = "attachment"
    FORM = "form"
    PAPER = "paper"
    GUIDE = "guide"
    PROSE = "prose"
    WORD = "word"
    JURISDICTION = "jurisdiction"
    SETTINGS = "settings"
    CASES = "cases"
    ADDRESS = "address"
    REDIRECT = "redirect"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a conclusion is about, and of which record."""

    kind: Kind
    id: str


Conclusions = Mapping[Key, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A conclusion that is another one now; None where there is none."""

    key: Key
    old: Any
    new: Any


def difference(old: Conclusions, new: Conclusions) -> tuple[Difference, ...]:
    """Everything that differs, by what it is about."""
    keys = sorted(old.keys() | new.keys())
    found = (Difference(key, old.get(key), new.get(key)) for key in keys)
    return tuple(each for each in found if each.old != each.new)


def conclusions(register: Register, trials: Iterable[Trial] = ()) -> dict[Key, Any]:
    """Everything that follows from a register, with what its versions say of some worked cases."""
    parts = (
        _of_platforms(register),
        _of_notices(register),
        _of_measures(register),
        _of_words(register),
        _of_pages(register),
    )
    found = {Key(kind, id_): value for part in parts for kind, id_, value in part}
    return found | {Key(Kind.JUDGEMENT, id_): told for id_, told in judgements(register, trials)}


Part = Iterator[tuple[Kind, str, Any]]


def bare(record: R) -> R:
    """A record without the days on which it was compared with its source."""
    undated: dict[str, Any] = {"checked_on": None} if hasattr(record, "checked_on") else {}
    if source := getattr(record, "source", None):
        undated["source"] = source.model_copy(update={"retrieved_on": None})
    if contact := getattr(record, "contact", None):
        undated["contact"] = contact.model_copy(update={"checked_on": None})
    return record.model_copy(update=undated)


def _of_platforms(register: Register) -> Part:
    """Titles, names and facts; documents that merely mention a platform change nothing of it."""
    for id_, platform in register.platforms.items():
        yield Kind.PLATFORM, id_, platform.model_copy(update={"mentions": ()})
    for id_, profile in register.site.profiles.items():
        yield Kind.PROFILE, id_, bare(profile)
    ends: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for platform in register.platforms.values():
        for deadline in _of_term(register, platform.id):
            ends[f"{platform.jurisdiction} {deadline.key}"][deadline.what, days_of(deadline)] += 1
    for id_, counted in ends.items():
        yield Kind.ENDS, id_, tuple(sorted(counted.items()))


def _of_term(register: Register, platform: str) -> Iterator[Deadline]:
    """What holders owe follows from duties and terms, which are told by themselves."""
    site = register.site
    found = deadlines.of_platform(register.platforms[platform], site.rulesets, register.standings)
    return (deadline for deadline in found if deadline.kind in OF_A_TERM)


def days_of(deadline: Deadline) -> str:
    """2029-05-19; 2029-05-01 至 2029-05-31; 自 2029-01-01 起."""
    if deadline.between:
        return " 至 ".join(day.isoformat() for day in deadline.between)
    if deadline.on:
        return deadline.on.isoformat()
    return f"自 {deadline.opens} 起" if deadline.opens else ""


def _of_notices(register: Register) -> Part:
    site = register.site
    for id_, notice in site.notices.items():
        yield Kind.NOTICE, id_, (bare(notice.front), filled(notice.body, site.rulesets))
        if spans := spans_of(notice.front, site.rulesets.get(notice.front.ruleset or "")):
            yield Kind.WINDOWS, f"notice {id_}", spans
    for id_, document in site.designations.items():
        yield Kind.DOCUMENT, id_, bare(document)
        if spans := spans_of(document, site.rulesets.get(document.ruleset or "")):
            yield Kind.WINDOWS, f"document {id_}", spans
    for id_, files in site.attached.items():
        for name, attached in files.items():
            yield Kind.ATTACHMENT, f"{id_}/{name}", attached


def _of_measures(register: Register) -> Part:
    site = register.site
    for id_, version in site.rulesets.items():
        yield Kind.RULESET, id_, bare(version)
        yield Kind.STANDING, id_, register.standings[id_]
        for duty in deadlines.of_version(id_, version, register.standings[id_]):
            yield Kind.DUTY, duty.key, (duty.what, duty.who, duty.to, duty.recurrence, duty.unsettled)
        if id_.split("/", maxsplit=1)[0] in site.jurisdictions:
            for paper in papers_of(register, id_):
                if paper.is_ours:
                    yield Kind.PAPER, paper.id, (paper.title, *_made_of(version))
    for id_, form in site.forms.items():
        yield Kind.FORM, id_, bare(form)


def _made_of(version: Ruleset) -> tuple[Any, ...]:
    """What the papers that this site makes are made of."""
    return version.criteria, version.functions, version.materials, version.materials_note


def _of_words(register: Register) -> Part:
    site = register.site
    for name, entries in site.vocabularies:
        for entry in entries:
            yield Kind.WORD, f"{name}/{entry.id}", entry
    for id_, jurisdiction in site.jurisdictions.items():
        yield Kind.JURISDICTION, id_, bare(jurisdiction)
    for id_, cases in site.cases.items():
        yield Kind.CASES, id_, cases
    for one in site.accepted:
        yield Kind.ACCEPTED, f"{one.check} {one.file} {one.part or ''}".strip(), one
    yield Kind.SETTINGS, "site", site.settings


def _of_pages(register: Register) -> Part:
    site = register.site
    for id_ in site.jurisdictions:
        if (version := register.leading(id_)) is not None:
            yield Kind.GUIDE, id_, version
    for path, text in site.prose.items():
        yield Kind.PROSE, path, filled(text, site.rulesets)
    for address, what in addressed(register):
        yield Kind.ADDRESS, address, what
    for moved in site.redirects:
        yield Kind.REDIRECT, moved.from_, moved
