# SPDX-License-Identifier: Apache-2.0
"""Do notices and documents that belong together fit each other? They stand in different parts of the site."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.base.finding import Finding, Level
from generator.base.location import Keys, Location
from generator.base.nearest import nearest
from generator.derive.claims import disagreeing
from generator.model.chain import Claim, Leaf, Leaves
from generator.model.designation import ActKind
from generator.model.notice import NoticeKind

# What a document must decide to be announced by a notice of a kind.
FITTING: Mapping[NoticeKind, tuple[ActKind, ...]] = {
    NoticeKind.PUBLICITY: (ActKind.PROPOSE,),
    NoticeKind.DESIGNATION: (ActKind.DESIGNATE, ActKind.RENEW),
    NoticeKind.REVOCATION: (ActKind.REVOKE,),
    NoticeKind.CORRECTION: (ActKind.CORRECT, ActKind.WITHDRAW, ActKind.RENAME),
}
# Of which kinds a notice must be to announce what changes a standing.
CHANGING: Mapping[ActKind, NoticeKind] = {
    ActKind.DESIGNATE: NoticeKind.DESIGNATION,
    ActKind.RENEW: NoticeKind.DESIGNATION,
    ActKind.REVOKE: NoticeKind.REVOCATION,
}


@dataclass(frozen=True)
class Library:
    """The leaves of all shards."""

    leaves: Mapping[str, Leaf]
    unreadable: frozenset[str]

    @classmethod
    def of(cls, shards: Iterable[Leaves]) -> "Library":
        """All leaves together."""
        known = list(shards)
        leaves = {leaf.id: leaf for shard in known for leaf in shard.leaves}
        return cls(leaves, frozenset[str]().union(*(shard.unreadable for shard in known)))

    @cached_property
    def ids(self) -> Mapping[str, list[str]]:
        """The known ids by what stands before their slash."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_ in self.leaves:
            found[id_.split("/", maxsplit=1)[0]].append(id_)
        return found

    def cannot_tell(self, id_: str) -> bool:
        """Whether a record is there but could not be read."""
        return not self.unreadable.isdisjoint(
            (f"content/notices/{id_}.md", f"registry/designations/{id_}.yaml")
        )


def linked_records_are_there(library: Library) -> Iterator[Finding]:
    """公告和文件所指的公告、名单都已收录；承接、更正、撤回的不晚于本文，其后的文件不早于本文。"""
    for leaf in library.leaves.values():
        for keys, id_, is_later in _links(leaf):
            place = Location(leaf.file, keys)
            target = library.leaves.get(id_)
            if target is None:
                if not library.cannot_tell(id_):
                    yield _unknown(place, id_, library)
            elif is_later is True and target.on.last < leaf.on.first:
                yield Finding(place, f"{id_} 早于本文", "核对两边的日期；更早的写在 follows 里")
            elif is_later is False and target.on.first > leaf.on.last:
                yield Finding(place, f"{id_} 晚于本文", "核对两边的日期；其后的认定文件写在 followed_by 里")


def _links(leaf: Leaf) -> Iterator[tuple[Keys, str, bool | None]]:
    """What a leaf names: where, which, and whether it must not be earlier or later; None for neither.

    What a document corrects or takes back is looked at with its list.
    """
    yield from ((("follows", i), id_, False) for i, id_ in enumerate(leaf.follows))
    yield from ((("followed_by", i), id_, True) for i, id_ in enumerate(leaf.followed_by))
    if leaf.announces:
        yield ("announces",), leaf.announces, None
    if leaf.source == "notice":
        yield from ((tuple(undoing.keys), undoing.target, False) for undoing in leaf.undoes)


def _unknown(place: Location, id_: str, library: Library) -> Finding:
    beside = library.ids.get(id_.split("/", maxsplit=1)[0]) or list(library.leaves)
    near = nearest(id_, beside)
    hint = f"是否想写“{near}”？" if near else "核对编号，或先收录那份文件"
    return Finding(place, f"没有“{id_}”这份公告或文件", hint)


def announcements_fit_what_is_decided(library: Library) -> Iterator[Finding]:
    """公告的类别与它所公布的文件相符：平台状态的变化都有相应类别的公告，公告也都有相应的决定。"""
    for leaf in library.leaves.values():
        document = library.leaves.get(leaf.announces or "")
        kind = leaf.notice_kind
        if kind is None or document is None or not document.decided:
            continue
        place = Location(leaf.file, ("announces",))
        decided = {one.kind for one in document.decided}
        fitting = FITTING.get(kind, tuple(decided))
        if decided.isdisjoint(fitting):
            yield Finding(
                place,
                f"{kind.label}公布的文件里没有{'、'.join(act.label for act in fitting)}的决定",
                "核对 kind 和 announces；文件漏录决定的，补在文件里",
            )
        others = {CHANGING[act] for act in decided if act in CHANGING}
        if others and kind not in CHANGING.values():
            yield Finding(
                place,
                f"{kind.label}公布的文件改变了平台的状态",
                f"kind 改为 {min(others)}，或把 announces 改为 followed_by",
            )


def counts_in_notices_agree_with_the_list(library: Library) -> Iterator[Finding]:
    """公告标题、摘要和正文里的家数，与所公布文件的家数相符（正文里的只提示）。"""
    for leaf in library.leaves.values():
        document = library.leaves.get(leaf.announces or "")
        for claim, right in disagreeing(leaf.claims, document.decided if document else ()):
            yield _miscounted(leaf, claim, right)


def _miscounted(leaf: Leaf, claim: Claim, right: int) -> Finding:
    place = Location(leaf.file, (claim.field,)) if claim.field else Location(leaf.file)
    finding = Finding(
        place,
        f"写着“{claim.words}”，所公布的 {leaf.announces} 是{right}家",
        f"核对原文和名单；名单没有错的，改为{right}家",
        level=Level.ERROR if claim.field else Level.NOTE,
    )
    return finding if claim.field else finding.placed(claim.line, claim.column)


def announcements_have_an_effect(library: Library) -> Iterator[Finding]:
    """认定、撤销公告所公布的文件没有收录的，平台的状态不会跟着变（提示，不阻止发布）。"""
    for leaf in library.leaves.values():
        if leaf.notice_kind in {NoticeKind.DESIGNATION, NoticeKind.REVOCATION} and leaf.announces is None:
            yield Finding(
                Location(leaf.file, ("kind",)),
                f"{leaf.kind}没有收录所公布的文件，平台的状态不会跟着变",
                "把名单录进 registry/designations/，在 announces 里写明",
                level=Level.NOTE,
            )


BETWEEN: tuple[Callable[[Library], Iterator[Finding]], ...] = (
    linked_records_are_there,
    announcements_fit_what_is_decided,
    counts_in_notices_agree_with_the_list,
    announcements_have_an_effect,
)
