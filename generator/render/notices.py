# SPDX-License-Identifier: Apache-2.0
"""The notices: a page for each that is written as prose, and what kinds of them there are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.base import addresses
from generator.base.days import ONE_DAY
from generator.derive.periods import spans_of, while_not_withdrawn
from generator.derive.recorded import filled
from generator.derive.withheld import STUB, is_withheld, withdrawn_on
from generator.model.chain import Chain
from generator.model.designation import Act, ActKind, Designation
from generator.model.notice import Notice, NoticeKind, Span
from generator.model.site import WrittenNotice
from generator.render import heads
from generator.render.ledgers import ledgers_of
from generator.render.markdown import to_html
from generator.render.page import Page
from generator.render.studio import Studio

REVIEW = "review"
KINDS = {kind.value: kind.label for kind in NoticeKind} | {REVIEW: "复核与撤销"}
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


def kind_id_of(document: Designation) -> str:
    """What kind of notice a designation document is by itself."""
    kinds = {act.kind for act in document.acts} - set(CHANGING)
    if kinds == {ActKind.PROPOSE}:
        return NoticeKind.PUBLICITY.value
    if kinds == {ActKind.REVOKE}:
        return NoticeKind.REVOCATION.value
    if not kinds:
        return NoticeKind.CORRECTION.value
    return REVIEW if ActKind.RENEW in kinds else NoticeKind.DESIGNATION.value


def kind_of(document: Designation) -> str:
    """The same as readers see it."""
    return KINDS[kind_id_of(document)]


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


def notice_pages(studio: Studio) -> Iterator[Page]:
    """A page for each notice."""
    register = studio.register
    for id_, notice in register.site.notices.items():
        yield _notice_page(studio, id_, notice)


def next_border(studio: Studio, windows: Iterable[Span]) -> date | None:
    """The next day on which a window opens, may be closed, or is closed for the first time."""
    ends = [day + ONE_DAY for window in windows for day in (window.through, window.at_latest) if day]
    days = [day for window in windows for day in (window.from_, window.withdrawn_on) if day] + ends
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
    chain = studio.chains.get(id_, Chain())
    windows = while_not_withdrawn(spans_of(front, law), chain)
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
        id=id_,
        notice=front,
        attached=studio.register.site.attached.get(id_, {}),
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
