# SPDX-License-Identifier: Apache-2.0
"""The notices: their list, and a page for each that is written as prose."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.base import addresses
from generator.base.days import ONE_DAY, PartialDate
from generator.derive.register import Register
from generator.model.designation import Act, ActKind, Designation
from generator.model.notice import NoticeKind, Window
from generator.model.site import WrittenNotice
from generator.render import heads
from generator.render.markdown import to_html
from generator.render.page import Page
from generator.render.studio import Studio

CHANGING = (ActKind.RENAME, ActKind.CORRECT, ActKind.WITHDRAW)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list of notices, whichever kind of source it comes from."""

    address: str
    kind: str
    on: PartialDate
    title: str
    summary: str
    number: str | None
    jurisdiction: str
    windows: tuple[Window, ...]
    ruleset: str | None


def items(register: Register) -> list[Item]:
    """All notices and designation documents, the latest first."""
    found = [_of_notice(id_, notice) for id_, notice in register.site.notices.items()]
    found += [_of_designation(id_, document) for id_, document in register.site.designations.items()]
    return sorted(found, key=lambda item: (item.on.last, item.on.first, item.address), reverse=True)


def _of_notice(id_: str, notice: WrittenNotice) -> Item:
    front = notice.front
    return Item(
        addresses.notice(id_),
        front.kind.label,
        front.issued_on,
        front.title,
        front.summary,
        front.document_number,
        front.jurisdiction,
        front.windows,
        front.ruleset,
    )


def _of_designation(id_: str, document: Designation) -> Item:
    return Item(
        addresses.designation(id_, document.issued_on.year),
        kind_of(document),
        document.issued_on,
        document.title,
        "；".join(act_in_words(act) for act in document.acts),
        document.document_number,
        id_.split("/", maxsplit=1)[0],
        (),
        document.ruleset,
    )


def kind_of(document: Designation) -> str:
    """What kind of notice a designation document is by itself."""
    kinds = {act.kind for act in document.acts}
    if kinds == {ActKind.PROPOSE}:
        return NoticeKind.PUBLICITY.label
    if kinds == {ActKind.REVOKE}:
        return NoticeKind.REVOCATION.label
    if kinds <= set(CHANGING):
        return NoticeKind.CORRECTION.label
    return "复核与撤销" if ActKind.RENEW in kinds else NoticeKind.DESIGNATION.label


def act_in_words(act: Act) -> str:
    """认定188家（收录4家）."""
    stated = f"{act.stated_count}家" if act.stated_count else "家数未见"
    recorded = "全部收录" if act.complete else f"收录{len(act.platforms)}家"
    tier = "" if act.tier.value == "demonstration" else "普通平台"
    return f"{act.kind.label}{tier}{stated}（{recorded}）"


def notice_pages(studio: Studio) -> Iterator[Page]:
    """The list of all notices and documents, then a page for each notice."""
    register = studio.register
    listed = items(register)
    years: dict[int, list[Item]] = {}
    for item in listed:
        years.setdefault(item.on.year, []).append(item)
    yield studio.page(
        "notices.html",
        "notices/",
        title="公告",
        description="申报通知、征求意见、公示、认定与撤销文件",
        years=years,
        next_change=next_border(register, [window for item in listed for window in item.windows]),
    )
    for id_, notice in register.site.notices.items():
        yield _notice_page(studio, id_, notice)


def next_border(register: Register, windows: list[Window]) -> date | None:
    """The next day on which a window opens, or is closed for the first time."""
    days = [day for window in windows for day in (window.from_, window.through + ONE_DAY) if day]
    return min((day for day in days if day > register.site.as_of), default=None)


def _notice_page(studio: Studio, id_: str, notice: WrittenNotice) -> Page:
    front, address = notice.front, addresses.notice(id_)
    tags = heads.metas(
        heads.column(address, studio.register.site.settings),
        title=front.title,
        published=front.issued_on,
        source=front.issuer,
    )
    page = studio.page(
        "notice.html",
        address,
        title=front.title,
        description=front.summary,
        next_change=next_border(studio.register, list(front.windows)),
        notice=front,
        body=to_html(notice.body),
        jurisdiction=studio.register.site.jurisdictions[front.jurisdiction],
    )
    return replace(page, head=tags)
