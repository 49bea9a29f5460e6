# SPDX-License-Identifier: Apache-2.0
"""What does each notice and document of a shard tell so that chains can be followed through the site?"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.base import addresses
from generator.derive.claims import claims_of, decided_by
from generator.derive.register import Register
from generator.model.chain import Leaf, Listed, Undoing
from generator.model.designation import Act, Designation
from generator.model.notice import Notice
from generator.model.site import WrittenNotice
from generator.render.notices import act_in_words, kind_of

SHORT = 30  # rows that the page of a notice repeats from the document that it announces


def leaves_of(register: Register) -> tuple[Leaf, ...]:
    """The leaves of everything in a register."""
    site, before = register.site, _before(register)
    found = [_of_notice(id_, notice) for id_, notice in site.notices.items()]
    found += [
        _of_document(id_, document, tuple(sorted(before.get(id_, ()))))
        for id_, document in site.designations.items()
    ]
    return tuple(found)


def _before(register: Register) -> dict[str, set[str]]:
    """For each document those that decided about any of its platforms just before it."""
    found: dict[str, set[str]] = defaultdict(set)
    for platform in register.platforms.values():
        touched = list(dict.fromkeys(mention.document for mention in platform.mentions))
        for earlier, later in pairwise(touched):
            found[later].add(earlier)
    return found


def _of_notice(id_: str, notice: WrittenNotice) -> Leaf:
    front = notice.front
    return Leaf.model_construct(
        id=id_,
        file=f"content/notices/{id_}.md",
        source="notice",
        address=addresses.notice(id_),
        kind="撤回" if front.withdraws else front.kind.label,
        notice_kind=front.kind,
        title=front.title,
        number=front.document_number,
        on=front.issued_on,
        summary="",
        follows=front.follows,
        followed_by=front.followed_by,
        announces=front.announces,
        undoes=tuple(_undone_by_notice(front)),
        acts_on=(),
        decided=(),
        claims=claims_of(notice),
        rows=(),
    )


def _undone_by_notice(front: Notice) -> Iterator[Undoing]:
    for field in ("corrects", "withdraws"):
        if target := getattr(front, field):
            withdraws = field == "withdraws"
            yield Undoing.model_construct(
                target=target, withdraws=withdraws, reason=front.reason, keys=(field,)
            )


def _of_document(id_: str, document: Designation, acts_on: tuple[str, ...]) -> Leaf:
    return Leaf.model_construct(
        id=id_,
        file=f"registry/designations/{id_}.yaml",
        source="designation",
        address=addresses.designation(id_, document.issued_on.year),
        kind=kind_of(document),
        notice_kind=None,
        title=document.title,
        number=document.document_number,
        on=document.issued_on,
        summary="；".join(_in_words(document, act) for act in document.acts),
        follows=document.follows,
        followed_by=(),
        announces=None,
        undoes=tuple(_undone_by_document(document)),
        acts_on=acts_on,
        decided=decided_by(document),
        claims=(),
        rows=tuple(_rows(document)),
    )


def _in_words(document: Designation, act: Act) -> str:
    """What an act decides; of a list that is not shown for ever it is not said how much is recorded."""
    if document.display_until is None:
        return act_in_words(act)
    return f"{act.kind.label}{act.stated_count}家" if act.stated_count else act.kind.label


def _rows(document: Designation) -> Iterator[Listed]:
    """The rows of a short list that is shown for ever."""
    if document.display_until or sum(len(act.platforms) for act in document.acts) > SHORT:
        return
    for act in document.acts:
        for row in act.platforms:
            yield Listed.model_construct(
                act=act.kind.label, platform=row.platform, name=row.name, location=row.location
            )


def _undone_by_document(document: Designation) -> Iterator[Undoing]:
    for index, act in enumerate(document.acts):
        if act.undoes:
            withdraws = act.kind.value == "withdraw"
            keys = ("acts", index, "undoes")
            yield Undoing.model_construct(
                target=act.undoes, withdraws=withdraws, reason=act.reason, keys=keys
            )
