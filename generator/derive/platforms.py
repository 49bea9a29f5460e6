# SPDX-License-Identifier: Apache-2.0
"""What do all documents together say of each platform?

Documents are folded in the order of their dates. Folding never fails: an act that does not fit the
state it meets is noted as a conflict, which a check turns into a finding.
"""

from dataclasses import dataclass
from functools import reduce
from typing import Any

from generator.base.identifiers import is_placeholder
from generator.base.location import Keys
from generator.derive import terms
from generator.derive.deeds import Deed, deeds
from generator.derive.effects import EFFECTS, Life
from generator.model.designation import ActKind, NamedBy, Tier
from generator.model.platform import Mention, NamePeriod, Platform
from generator.model.site import Site
from generator.model.standing import Border, Standing, State, overlaid

ATTRIBUTES = ("operator", "credit_code", "functions", "category", "location", "successor")


@dataclass(frozen=True, slots=True)
class Conflict:
    """An act that does not fit what came before it."""

    document: str
    keys: Keys
    message: str
    repair: str


def fold(site: Site) -> tuple[dict[str, Platform], tuple[Conflict, ...]]:
    """All platforms in the order of their ids, and every conflict in the order of the documents.

    Rows whose id is still to be given are left out: different platforms share it.
    """
    lives: dict[str, Life] = {}
    conflicts: list[Conflict] = []
    for deed in deeds(site):
        if is_placeholder(deed.row.platform):
            continue
        life = lives.setdefault(deed.row.platform, Life(deed.row.platform))
        problems = (EFFECTS[deed.act.kind](life, deed), _learn(life, deed))
        conflicts += [Conflict(deed.document, deed.keys, *problem) for problem in problems if problem]
    return {id_: _platform(lives[id_]) for id_ in sorted(lives)}, tuple(conflicts)


def _learn(life: Life, deed: Deed) -> tuple[str, str] | None:
    """Note the name and the other facts of a row; an unexplained new name is a conflict."""
    row, problem = deed.row, None
    if deed.act.kind not in {ActKind.CORRECT, ActKind.WITHDRAW}:
        if not life.names:
            first = NamePeriod(name=row.name, from_=deed.designation.issued_on, document=deed.document)
            life.names.append(first)
        elif row.name not in {known.name for known in life.names}:
            problem = (
                f"{life.id} 此前名为“{life.names[-1].name}”，这里写作“{row.name}”",
                "同一平台改了名，先用 kind: rename 的文件记录更名；不是同一平台，换一个没有用过的编号",
            )
        life.known |= {name: value for name in ATTRIBUTES if (value := getattr(row, name))}
        life.known |= {"named_by": deed.act.named_by, "tier": deed.act.tier}
    life.mentions.append(
        Mention(
            document=deed.document,
            act=deed.act.kind,
            on=deed.designation.issued_on,
            name=row.name,
            reason=deed.act.reason,
            note=row.note,
        )
    )
    return problem


def _platform(life: Life) -> Platform:
    """The finished record."""
    known: dict[str, Any] = {"named_by": NamedBy.ORGANIZATION, "tier": Tier.DEMONSTRATION} | life.known
    return Platform.model_construct(
        id=life.id,
        jurisdiction=life.id.rsplit("-", 1)[0],
        name=life.names[-1].name if life.names else life.mentions[-1].name,
        names=tuple(life.names),
        terms=tuple(life.terms),
        mentions=tuple(life.mentions),
        standing=_standing(life),
        **known,
    )


def _standing(life: Life) -> Standing:
    """What may be said of the title day by day: each term governs until a later one begins."""
    proposals = [m for m in life.mentions if m.act is ActKind.PROPOSE][:1]
    proposed = tuple(Border(from_=m.on.last, state=State.PROPOSED, document=m.document) for m in proposals)
    held = [term for term in life.terms if not terms.is_empty(term)] or life.terms
    return reduce(overlaid, (terms.standing_of(term) for term in held), proposed)
