# SPDX-License-Identifier: Apache-2.0
"""Which notices and documents belong together: call, publicity, designation, later revocation?

Only what records state themselves makes a link: what they follow, announce, correct or take back, and that
documents decided about the same platforms one after another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.model.chain import Chain, ChainStep, Correction, Leaf, Undoing

AT_MOST = 8  # steps in one direction; the nearest ones

Links = Mapping[str, list[str]]


def chains(leaves: Iterable[Leaf]) -> dict[str, Chain]:
    """The chain of every notice and document that has one, by id."""
    known = {leaf.id: leaf for leaf in leaves}
    earlier, later = _links(known)
    undoing = _undoing(known)
    found = {}
    for id_, leaf in known.items():
        before, has_more_before = _reached(id_, earlier, known)
        after, has_more_after = _reached(id_, later, known)
        announced = known.get(leaf.announces or "")
        chain = Chain.model_construct(
            earlier=before,
            later=after,
            has_more_earlier=has_more_before,
            has_more_later=has_more_after,
            announced=_step(announced) if announced else None,
            listed=announced.rows if announced else (),
            undone=tuple(_step(known[u.target]) for u in leaf.undoes if u.target in known),
            corrections=tuple(_corrections(undoing.get(id_, ()))),
        )
        if before or after:  # what is announced or undone is linked as well
            found[id_] = chain
    return found


def _links(known: Mapping[str, Leaf]) -> tuple[Links, Links]:
    """What each comes after, and what comes after each, in the order of their ids."""
    earlier: dict[str, list[str]] = defaultdict(list)
    later: dict[str, list[str]] = defaultdict(list)
    for before, after in sorted(set(_pairs(known))):
        earlier[after].append(before)
        later[before].append(after)
    return earlier, later


def _pairs(known: Mapping[str, Leaf]) -> Iterator[tuple[str, str]]:
    """Every link as the earlier and the later one."""
    for id_, leaf in known.items():
        before = [*leaf.follows, *leaf.acts_on, *(undoing.target for undoing in leaf.undoes)]
        after = [*leaf.followed_by, *([leaf.announces] if leaf.announces else [])]
        yield from ((other, id_) for other in before if other in known and other != id_)
        yield from ((id_, other) for other in after if other in known and other != id_)


def _reached(start: str, links: Links, known: Mapping[str, Leaf]) -> tuple[tuple[ChainStep, ...], bool]:
    """What is reached from a leaf in one direction, nearest first found and shown by date; is there more?"""
    seen, edge = [start], [start]
    while edge and len(seen) <= AT_MOST + 1:
        fresh = [other for id_ in edge for other in links.get(id_, ())]
        edge = [other for other in dict.fromkeys(fresh) if other not in seen]
        seen += edge
    nearest = [known[id_] for id_ in seen[1 : AT_MOST + 1]]
    return tuple(map(_step, sorted(nearest, key=_by_date))), len(seen) > AT_MOST + 1


def _by_date(leaf: Leaf) -> tuple[date, date, str]:
    return leaf.on.last, leaf.on.first, leaf.id


def _undoing(known: Mapping[str, Leaf]) -> dict[str, list[tuple[Leaf, Undoing]]]:
    """Who corrects each or takes it back."""
    found: dict[str, list[tuple[Leaf, Undoing]]] = defaultdict(list)
    for leaf in known.values():
        for undoing in leaf.undoes:
            found[undoing.target].append((leaf, undoing))
    return found


def _corrections(undoing: Iterable[tuple[Leaf, Undoing]]) -> Iterator[Correction]:
    """What became of one, by date; several acts of one document are told once."""
    told: dict[tuple[str, bool], Correction] = {}
    for leaf, how in sorted(undoing, key=lambda pair: _by_date(pair[0])):
        made = Correction.model_construct(by=_step(leaf), withdraws=how.withdraws, reason=how.reason)
        told.setdefault((leaf.id, how.withdraws), made)
    yield from told.values()


def _step(leaf: Leaf) -> ChainStep:
    return ChainStep.model_construct(
        id=leaf.id,
        address=leaf.address,
        kind=leaf.kind,
        title=leaf.title,
        number=leaf.number,
        on=leaf.on,
        summary=leaf.summary,
    )
