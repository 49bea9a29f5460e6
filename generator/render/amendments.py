# SPDX-License-Identifier: Apache-2.0
"""The differences of a version from the one before it, in lines and as a file of the open data."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.base.quantity import shown
from generator.derive import amendments
from generator.derive.amendments import Amendment
from generator.derive.statements import Statement, Subject
from generator.model.change import ChangeKind
from generator.model.published_measures import PublishedAmendment, PublishedAmendments
from generator.model.ruleset import Ruleset
from generator.render.open_data import dumped
from generator.render.studio import Studio
from generator.render.told import Teller


@dataclass(frozen=True, slots=True)
class Revision:
    """A version beside the one before it."""

    told: PublishedAmendments
    old: Ruleset
    new: Ruleset


def revision(studio: Studio, id_: str) -> Revision | None:
    """What changed with a version; None for the first of a jurisdiction."""
    site = studio.register.site
    before = amendments.previous(site, id_)
    if before is None:
        return None
    old, new = site.rulesets[before], site.rulesets[id_]
    teller = Teller.of(studio.wording, site.vocabularies)
    found = amendments.compared(old, new, teller.units)
    told = PublishedAmendments(
        id=id_,
        previous=before,
        compared=found.compared,
        changes=tuple(_told(teller, change) for change in found.changes),
        unseen=tuple(map(str, found.unseen)),
    )
    return Revision(told, old, new)


def amendment_files(studio: Studio) -> Iterator[OutputFile]:
    """api/v1/amendments/<jurisdiction>/<version>.json for every version that has one before it."""
    for id_ in studio.register.site.rulesets:
        if found := revision(studio, id_):
            yield OutputFile(addresses.api_amendments(id_), dumped(found.told, PublishedAmendments))


def _told(teller: Teller, change: Amendment) -> PublishedAmendment:
    sides = [side for side in (change.new, change.old) if side]
    old, new = (teller.cell(change.subject, side) if side else None for side in (change.old, change.new))
    return PublishedAmendment(
        subject=str(change.subject),
        label=teller.label(change.subject, sides[0]),
        kind=change.kind,
        line=line(teller, change),
        old=old,
        new=new,
    )


def line(teller: Teller, change: Amendment) -> str:
    """年服务中小企业数　30 → 80家（第六条（二））."""
    old, new, kind = change.old, change.new, change.kind
    if new and new.value:
        label, now = teller.label(change.subject, new), teller.cell(change.subject, new).text
        article = f"（{new.article}）" if new.article else ""
        if kind is ChangeKind.REWORDED:
            return f"{label}：{kind.label}{article}"
        if old and old.value:
            return f"{label}　{_step(teller, change.subject, old, new)}{article}"
        return f"{kind.label}：{label}　{now}{article}"
    if old is None:
        return ""  # neither side states anything, which is no change
    was, article = teller.cell(change.subject, old).text, f"，{old.article}" if old.article else ""
    return f"{kind.label}：{teller.label(change.subject, old)}（原为“{was}”{article}）"


def _step(teller: Teller, subject: Subject, old: Statement, new: Statement) -> str:
    """30 → 80家 where only the number differs, else both in full."""
    was, now = teller.cell(subject, old), teller.cell(subject, new)
    before, after = (side.demands[0].threshold if side.demands else None for side in (old, new))
    beside = "，限定、例外或可替代的情形有变" if before and was.details != now.details else ""
    if was.text == now.text:
        return f"{now.text}{beside}"
    if before and after and before.unit and before.unit == after.unit:
        return f"{shown(Decimal(before.bound))} → {shown(Decimal(after.bound))}{after.unit}{beside}"
    return f"{was.text} → {now.text}{beside}"
