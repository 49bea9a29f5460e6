# SPDX-License-Identifier: Apache-2.0
"""What do notices, documents and versions all ask: title, number, issuer, day, source, contact?"""

from datetime import date
from typing import Any

from generator.author.drafts import parsing
from generator.author.drafts.known import issuer_of, publicity_told, source_of
from generator.base import addresses
from generator.base.days import PartialDate
from generator.base.misfit import Misfit
from generator.commands.asking import numbered
from generator.commands.drafting import questions as q
from generator.commands.drafting.answers import Answers
from generator.commands.voice import complain
from generator.model.jurisdiction import Contact
from generator.model.period import PublicityPeriod
from generator.model.site import Site
from generator.model.source import Source


def heading(answers: Answers, site: Site, jurisdiction: str) -> dict[str, Any]:
    """Title, number and issuer of an official paper."""
    return {
        "title": answers.get(q.TITLE, parsing.words),
        "document_number": answers.get(q.DOCUMENT_NUMBER, parsing.document_number),
        "issuer": answers.get(q.ISSUER, parsing.words, issuer_of(site, jurisdiction)),
    }


def issued_on(answers: Answers, today: date, asked: str = "") -> PartialDate:
    """The day of the paper, which is not in the future."""
    return answers.get(q.ISSUED_ON, parsing.issued_by(today), asked=asked)


def source(answers: Answers, issuer: str, today: date) -> dict[str, Any]:
    """Where the facts were read, today."""
    url = answers.get(q.SOURCE, parsing.optional(parsing.fitting(Source, "url")))
    file = None if url else answers.get(q.SOURCE_FILE, parsing.optional(parsing.file_name))
    found = source_of(url, file, issuer, today)
    is_their_own = found["kind"] in {"official", "document"}
    found["publisher"] = answers.get(q.PUBLISHER, parsing.words, issuer if is_their_own else None)
    return found


def contact(answers: Answers, seen_in: str, today: date) -> dict[str, Any] | None:
    """How the paper says that the office is reached; None where it does not say."""
    office = answers.get(q.OFFICE, parsing.optional(parsing.words))
    if office is None:
        return None
    found = {"office": office, "seen_in": seen_in, "checked_on": today}
    for question, name in ((q.TELEPHONE, "telephone"), (q.EMAIL, "email")):
        if value := answers.get(question, parsing.optional(parsing.fitting(Contact, name))):
            found[name] = value
    return found


def publicity(answers: Answers, site: Site, ruleset: str | None, on: PartialDate) -> dict[str, Any] | None:
    """The period in which a list is shown; None where its first day is not stated or no end follows."""
    # Somebody who is asked sees the usual day and can refuse it; a field that is left empty says nothing.
    usual = str(on) if on.exact and answers.form is None else None
    first = answers.get(q.PUBLICITY_FROM, parsing.optional(parsing.day), usual)
    if first is None:
        return None

    def parse(answer: str) -> dict[str, Any]:
        stated = parsing.publicity_end(answer)
        if stated.get("through", first) < first:
            raise Misfit(f"公示末日 {stated['through']} 早于首日 {first}", "核对两个日期")
        return {"from": first, **stated}

    period = answers.get(q.PUBLICITY_END, parse)
    if publicity_told(site, ruleset, PublicityPeriod.model_validate(period)):
        return period
    complain(f"公示自 {first} 起，但推算不出末日，暂写作 publicity: null；查到末日或日数以后补上")
    return None


def ruleset(answers: Answers, site: Site, known: str | None) -> str | None:
    """The version that an option names, else the one that governs on the day."""

    def parse(answer: str) -> str | None:
        named = parsing.said(answer)
        if named and named not in site.rulesets:
            near = parsing.resembling(named, site.rulesets)
            raise Misfit(
                f"没有“{named}”这一版办法", f"是否想写“{near}”？" if near else "写作 辖区/版本，或写 没有"
            )
        return named

    if q.RULESET.key in answers.stated:
        return answers.get(q.RULESET, parse)
    return known


def slug(answers: Answers, word: str) -> str:
    """The short name of the file: an option's, else the usual word."""
    return answers.said(q.SLUG, parsing.slug) or word


def target(answers: Answers, site: Site, jurisdiction: str, *, documents_only: bool) -> str:
    """The notice or document that is corrected or taken back: one of those that are there."""
    known = [
        (id_, document.issued_on, document.title, addresses.designation(id_, document.issued_on.year))
        for id_, document in site.designations.items()
        if id_.startswith(f"{jurisdiction}/")
    ]
    if not documents_only:
        known += [
            (id_, notice.front.issued_on, notice.front.title, addresses.notice(id_))
            for id_, notice in site.notices.items()
            if notice.front.jurisdiction == jurisdiction
        ]
    known.sort(key=lambda one: (one[1].last, one[0]), reverse=True)

    def parse(answer: str) -> str:
        for number, (id_, _, title, address) in enumerate(known, 1):
            at_address = answer.rstrip("/").endswith(f"/{address}".rstrip("/"))
            if answer in {str(number), id_, title} or at_address:
                return id_
        near = parsing.resembling(answer, [word for id_, _, title, _ in known for word in (id_, title)])
        hint = f"是否想写“{near}”？" if near else "写序号、编号、标题或本站网址；"
        raise Misfit(f"没有“{answer}”这份公告或文件", f"{hint}没有收录的，先收录它")

    if not known:
        raise Misfit(
            "这个辖区还没有收录公告或文件", "先收录要更正、撤回的那一份；不能收录的，类别选“其他公告”"
        )
    shown = numbered(f"{title}（{on}）" for _, on, title, _ in known)
    found = answers.get(q.TARGET, parse, asked=f"{q.TARGET.asked}\n{shown}")
    answers.kept[q.TARGET.option] = [found]
    return found
