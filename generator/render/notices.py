# SPDX-License-Identifier: Apache-2.0
"""The notices: their list, and a page for each that is written as prose."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.base import addresses
from generator.base.days import ONE_DAY
from generator.derive.periods import spans_of
from generator.derive.recorded import filled
from generator.derive.withheld import STUB, is_withheld, withdrawn_on
from generator.model.chain import Chain
from generator.model.designation import Act, ActKind, Designation
from generator.model.notice import Notice, NoticeKind, Span
from generator.model.overview import Item
from generator.model.site import WrittenNotice
from generator.render import heads
from generator.render.ledgers import ledgers_of
from generator.render.markdown import to_html
from generator.render.page import Page
from generator.render.studio import Studio

LATEST, ON_A_PAGE = 60, 200
# What stands beside other acts does not decide what kind of notice it is.
CHANGING = (ActKind.RENAME, ActKind.CORRECT, ActKind.WITHDRAW)


# What the page of a notice of some kind must say, or that it was not seen: its span, its list, whom to write
# to, and what is to follow.
SPANS = {
    NoticeKind.CALL: "期限",
    NoticeKind.CONSULTATION: "征求意见期限",
    NoticeKind.PUBLICITY: "公示期",
}
LISTS = (NoticeKind.PUBLICITY, NoticeKind.DESIGNATION, NoticeKind.REVOCATION)
CHANNELS = {NoticeKind.CONSULTATION: "意见反馈渠道", NoticeKind.PUBLICITY: "异议反映渠道"}
AWAITED = {
    NoticeKind.CALL: "此后的公示和认定文件，本站没有见到。",
    NoticeKind.CONSULTATION: "此后是否印发，本站没有见到。",
    NoticeKind.PUBLICITY: "此后的认定文件，本站没有见到。",
}


def kind_of(document: Designation) -> str:
    """What kind of notice a designation document is by itself."""
    kinds = {act.kind for act in document.acts} - set(CHANGING)
    if kinds == {ActKind.PROPOSE}:
        return NoticeKind.PUBLICITY.label
    if kinds == {ActKind.REVOKE}:
        return NoticeKind.REVOCATION.label
    if not kinds:
        return NoticeKind.CORRECTION.label
    return "复核与撤销" if ActKind.RENEW in kinds else NoticeKind.DESIGNATION.label


def act_in_words(act: Act) -> str:
    """认定188家（收录4家）."""
    stated = f"{act.stated_count}家" if act.stated_count else "家数未见"
    recorded = "全部收录" if act.complete else f"收录{len(act.platforms)}家"
    tier = "" if act.tier.value == "demonstration" else "普通平台"
    return f"{act.kind.label}{tier}{stated}（{recorded}）"


def document_in_words(document: Designation, day: date) -> str:
    """What a document decides; of a list that is no longer shown it is not said how much is recorded."""
    if is_withheld(document, day):
        return "；".join(
            f"{act.kind.label}{f'{act.stated_count}家' if act.stated_count else ''}（名单不再显示）"
            for act in document.acts
        )
    return "；".join(map(act_in_words, document.acts))


def notice_lists(studio: Studio) -> Iterator[Page]:
    """The latest notices and documents, and all of each year."""
    years: dict[int, list[Item]] = {}
    for item in studio.overview.items:
        years.setdefault(item.on.year, []).append(item)
    latest: dict[int, list[Item]] = {}
    for item in studio.overview.items[:LATEST]:
        latest.setdefault(item.on.year, []).append(item)
    yield studio.page(
        "notices.html",
        "notices/",
        title="公告",
        description="申报通知、征求意见、公示、认定与撤销文件",
        years=latest,
        counts={year: len(items) for year, items in years.items()},
        next_change=next_border(studio, _windows(studio.overview.items[:LATEST])),
    )
    for year, items in years.items():
        yield from _year(studio, year, items)


def _year(studio: Studio, year: int, items: list[Item]) -> Iterator[Page]:
    """The notices and documents of a year, on as many pages as they need."""
    sheets = [items[at : at + ON_A_PAGE] for at in range(0, len(items), ON_A_PAGE)]
    for number, sheet in enumerate(sheets, 1):
        yield studio.page(
            "notices_of_year.html",
            addresses.notices_of_year(year, number),
            title=f"{year}年的公告" + (f"（第{number}页）" if number > 1 else ""),
            description=f"{year}年的申报通知、征求意见、公示、认定与撤销文件",
            year=year,
            items=sheet,
            number=number,
            sheets=[addresses.notices_of_year(year, other + 1) for other in range(len(sheets))],
            total=len(items),
            next_change=next_border(studio, _windows(sheet)),
        )


def _windows(items: Iterable[Item]) -> list[Span]:
    return [window for item in items for window in item.windows]


def notice_pages(studio: Studio) -> Iterator[Page]:
    """A page for each notice."""
    register = studio.register
    for id_, notice in register.site.notices.items():
        yield _notice_page(studio, id_, notice)


def next_border(studio: Studio, windows: Iterable[Span]) -> date | None:
    """The next day on which a window opens, may be closed, or is closed for the first time."""
    ends = [day + ONE_DAY for window in windows for day in (window.through, window.at_latest) if day]
    days = [*(window.from_ for window in windows if window.from_), *ends]
    return min((day for day in days if day > studio.register.site.as_of), default=None)


def next_on_page(
    studio: Studio, record: Notice | Designation, chain: Chain, spans: Iterable[Span]
) -> date | None:
    """The next day on which anything that the page of a notice or a document says of itself changes."""
    today = studio.register.site.as_of
    corrected = [correction.by.on.first for correction in chain.corrections if correction.by.on.first > today]
    days = [next_border(studio, spans), withdrawn_on(record, today), *corrected]
    return min((day for day in days if day), default=None)


def _notice_page(studio: Studio, id_: str, notice: WrittenNotice) -> Page:
    front, address = notice.front, addresses.notice(id_)
    law = studio.register.site.rulesets.get(front.ruleset or "")
    windows, chain = spans_of(front, law), studio.chains.get(id_, Chain())
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
        next_change=next_on_page(studio, front, chain, windows),
        notice=front,
        chain=chain,
        kind="撤回" if front.withdraws else front.kind.label,
        awaited=AWAITED.get(front.kind),
        SPANS=SPANS,
        LISTS=LISTS,
        CHANNELS=CHANNELS,
        withheld=STUB if is_withheld(front, studio.register.site.as_of) else None,
        windows=windows,
        ledgers=ledgers_of(front, law),
        body=to_html(filled(notice.body, studio.register.site.rulesets)),
        jurisdiction=studio.register.site.jurisdictions[front.jurisdiction],
    )
    return replace(page, head=tags)
