# SPDX-License-Identifier: Apache-2.0
"""Does every notice and document state what its kind needs, and does what it decides have an effect?

What no source states is written out as null or as an empty list, so that nothing is left out by mistake.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.derive.claims import claims_in, decided_by, disagreeing
from generator.derive.register import Register
from generator.model.chain import Claim
from generator.model.designation import Act, ActKind, Designation, ListedPlatform
from generator.model.notice import Notice, NoticeKind
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class Need:
    """A field that a kind of notice needs, what it is, and how it is written."""

    field: str
    what: str
    repair: str


WINDOWS = "补上 windows；来源没有写明的，写空列表 windows: [] 即可"
ANNOUNCES = "补上 announces: 辖区/文件名；本站没有收录那份文件的，写 announces: null"
REASON = "补上 reason；来源没有写明的，写 reason: null"
NEEDS: Mapping[NoticeKind, tuple[Need, ...]] = {
    NoticeKind.CALL: (Need("windows", "申报或报送的期限", WINDOWS),),
    NoticeKind.CONSULTATION: (
        Need("windows", "征求意见的期限", WINDOWS),
        Need("contact", "反馈意见的渠道", "补上 contact；来源没有写明的，写 contact: null"),
    ),
    NoticeKind.PUBLICITY: (
        Need("publicity", "公示期", "补上 publicity: {from: 首日}；来源没有写明的，写 publicity: null"),
        Need("contact", "反映异议的渠道", "补上 contact；来源没有写明的，写 contact: null"),
        Need("announces", "所公示的名单", ANNOUNCES),
    ),
    NoticeKind.DESIGNATION: (Need("announces", "所公布的认定文件", ANNOUNCES),),
    NoticeKind.REVOCATION: (
        Need("announces", "所公布的撤销文件", ANNOUNCES),
        Need("reason", "撤销的理由", REASON),
    ),
    NoticeKind.CORRECTION: (Need("reason", "更正或撤回的理由", REASON),),
}
CHANNEL = "补上 contact；来源没有写明的，写 contact: null"


def notices_state_what_their_kind_needs(register: Register) -> Iterator[Finding]:
    """每类公告的必备内容都要写；来源没有写明的，照提示写 null 或空列表。"""
    for id_, notice in register.site.notices.items():
        front, place = notice.front, places.notice(id_).at("kind")
        for need in NEEDS.get(front.kind, ()):
            if need.field not in front.model_fields_set and not _is_told_otherwise(front, need.field):
                yield Finding(place, f"{front.kind.label}没有写{need.what}", need.repair)
        if front.kind is NoticeKind.CORRECTION and not (front.corrects or front.withdraws):
            yield Finding(
                place,
                "更正没有写明针对哪份公告或文件",
                "补上 corrects（更正）或 withdraws（撤回），写作 年份/文件名 或 辖区/文件名；"
                "没有收录的先收录，确实不能的，kind 写 other",
            )


def _is_told_otherwise(front: Notice, field: str) -> bool:
    """A period written as a window has a finding of its own."""
    return field == "publicity" and any(window.from_ for window in front.windows)


def proposals_and_corrections_state_what_they_need(register: Register) -> Iterator[Finding]:
    """拟认定公示写明公示期和反映异议的渠道，更正和撤回写明理由；来源没有写明的写 null。"""
    for id_, document in register.site.designations.items():
        place = places.designation(id_)
        for index, act in enumerate(document.acts):
            here = place.at("acts", index, "kind")
            if act.kind is ActKind.PROPOSE:
                yield from _of_proposal(document, here)
            elif act.undoes and "reason" not in act.model_fields_set:
                yield Finding(here, f"{act.kind.label}没有写理由", REASON)


def _of_proposal(document: Designation, place: Location) -> Iterator[Finding]:
    if "publicity" not in document.model_fields_set:
        repair = "补上 publicity: {from: 首日}；来源没有写明的，写 publicity: null"
        yield Finding(place, "拟认定公示没有写公示期", repair)
    if "contact" not in document.model_fields_set:
        yield Finding(place, "拟认定公示没有写反映异议的渠道", CHANNEL)


def acts_have_an_effect(register: Register) -> Iterator[Finding]:
    """更正要改动原文，撤回要有可撤回的决定。"""
    for id_, document in register.site.designations.items():
        for index, act in enumerate(document.acts):
            target = register.site.designations.get(act.undoes or "")
            place = places.designation(id_).at("acts", index)
            if target and act.kind is ActKind.CORRECT:
                yield from _corrected_nothing(act, target, place)
            elif target and act.kind is ActKind.WITHDRAW and not _can_be_taken_back(target):
                yield Finding(
                    place.at("undoes"),
                    f"{act.undoes} 只有更正或撤回，没有可以再撤回的决定",
                    "核对 undoes；只更正名单内容的，kind 写 correct",
                )


def _corrected_nothing(act: Act, target: Designation, place: Location) -> Iterator[Finding]:
    originals: dict[str, ListedPlatform] = {
        row.platform: row for corrected in target.acts for row in corrected.platforms
    }
    for index, row in enumerate(act.platforms):
        before = originals.get(row.platform)
        stated = row.model_fields_set - {"platform"}
        if before and all(getattr(row, name) == getattr(before, name) for name in stated):
            yield Finding(
                place.at("platforms", index, "platform"),
                f"{row.platform} 更正后与原文相同",
                "写更正后的内容；没有更正的，删去这一行",
            )


def _can_be_taken_back(target: Designation) -> bool:
    return any(act.kind not in {ActKind.CORRECT, ActKind.WITHDRAW} for act in target.acts)


def counts_in_documents_agree_with_their_lists(register: Register) -> Iterator[Finding]:
    """文件标题、理由和另外载明的事项里的家数，与名单所称的家数相符。"""
    for id_, document in register.site.designations.items():
        for place, text in _texts(register.site, id_):
            claims: tuple[Claim, ...] = claims_in(text)
            for claim, right in disagreeing(claims, decided_by(document)):
                yield Finding(
                    place,
                    f"写着“{claim.words}”，名单所称的是{right}家",
                    f"核对原文和 stated_count；stated_count 没有错的，改为{right}家",
                )


def _texts(site: Site, id_: str) -> Iterator[tuple[Location, str]]:
    document, place = site.designations[id_], places.designation(id_)
    yield place.at("title"), document.title
    for index, act in enumerate(document.acts):
        if act.reason:
            yield place.at("acts", index, "reason"), act.reason
    for index, statement in enumerate(document.statements):
        yield place.at("statements", index), statement
