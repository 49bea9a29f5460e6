# SPDX-License-Identifier: Apache-2.0
"""What is asked for a notice? Only what its kind needs."""

from datetime import date
from typing import Any

from generator.author.drafts import parsing
from generator.author.drafts.known import Draft, documents_with, free_notice
from generator.author.drafts.notice import WORDS, draft
from generator.base.misfit import Misfit
from generator.commands.drafting import questions as q
from generator.commands.drafting import shared
from generator.commands.drafting.answers import Answers
from generator.derive.register import Register
from generator.model.designation import ActKind
from generator.model.notice import NoticeKind
from generator.model.ruleset import Stage

SEEN_IN = {NoticeKind.CALL: "本通知"}
WHAT = {NoticeKind.CALL: "报送申报材料", NoticeKind.CONSULTATION: "反馈意见"}
ANNOUNCED = {
    NoticeKind.PUBLICITY: (ActKind.PROPOSE,),
    NoticeKind.DESIGNATION: (ActKind.DESIGNATE, ActKind.RENEW),
    NoticeKind.REVOCATION: (ActKind.REVOKE,),
}


def notice(answers: Answers, register: Register, today: date) -> Draft:
    """The draft of a notice."""
    site = register.site
    kind = NoticeKind.CORRECTION if _is_for_corrections(answers) else answers.one_of(q.KIND, NoticeKind)
    jurisdiction = answers.get(q.JURISDICTION, parsing.jurisdiction(site))
    fields: dict[str, Any] = {"kind": kind.value, "jurisdiction": jurisdiction}
    fields |= shared.heading(answers, site, jurisdiction)
    on = fields["issued_on"] = shared.issued_on(answers, today)
    fields["summary"] = answers.get(q.SUMMARY, parsing.words, fields["title"])
    if kind is NoticeKind.CONSULTATION:
        ruleset = _draft_version(answers, register, jurisdiction)
    else:
        ruleset = shared.ruleset(answers, site, register.governing(jurisdiction, on))
    fields |= {"ruleset": ruleset} if ruleset else {}
    fields |= _of_kind(kind, answers, register, fields, today)
    fields["source"] = shared.source(answers, fields["issuer"], today)
    fields["checked_on"] = today
    body = answers.get(q.BODY, str)
    id_ = free_notice(site, on, shared.slug(answers, f"{jurisdiction}-{WORDS[kind]}"))
    return draft(site, id_, fields, body)


def _is_for_corrections(answers: Answers) -> bool:
    """Whether the form that was filled in is the one for corrections, which does not ask for a kind."""
    form = answers.form or {}
    return q.UNDO.label in form and q.KIND.label not in form


def _draft_version(answers: Answers, register: Register, jurisdiction: str) -> str | None:
    """The draft that comments are asked for, where one is recorded."""
    drafts = [
        (id_, version.title)
        for id_, version in register.site.versions(jurisdiction)
        if version.stage is Stage.CONSULTATION
    ]
    if not drafts:
        return None
    return answers.choose(q.DRAFT, drafts, may_be_none=True)


def _of_kind(
    kind: NoticeKind, answers: Answers, register: Register, fields: dict[str, Any], today: date
) -> dict[str, Any]:
    """What only this kind of notice says."""
    found: dict[str, Any] = {}
    seen_in = SEEN_IN.get(kind, "本公告")
    if kind in WHAT:
        found["windows"] = _windows(answers, WHAT[kind])
        if contact := shared.contact(answers, seen_in, today):
            found["contact"] = contact
        elif kind is NoticeKind.CONSULTATION:
            found["contact"] = None
    if kind is NoticeKind.PUBLICITY:
        found["publicity"] = shared.publicity(
            answers, register.site, fields.get("ruleset"), fields["issued_on"]
        )
        found["contact"] = shared.contact(answers, seen_in, today)
    if kind in ANNOUNCED:
        choices = documents_with(register.site, fields["jurisdiction"], ANNOUNCED[kind])
        found["announces"] = answers.choose(q.ANNOUNCES, choices, may_be_none=True) if choices else None
    if kind is NoticeKind.CORRECTION:
        undo = answers.choose(q.UNDO, [("corrects", "部分内容更正"), ("withdraws", "全文撤回")])
        found[str(undo)] = shared.target(answers, register.site, fields["jurisdiction"], documents_only=False)
    if kind in {NoticeKind.REVOCATION, NoticeKind.CORRECTION}:
        found["reason"] = answers.get(q.REASON, parsing.optional(parsing.words))
    return found


def _windows(answers: Answers, usual: str) -> list[dict[str, Any]]:
    """The one span of days that is asked for; none where no last day is stated."""
    through = answers.get(q.WINDOW_THROUGH, parsing.optional(parsing.day))
    if through is None:
        return []

    def first_day(answer: str) -> date | None:
        first: date | None = parsing.optional(parsing.day)(answer)
        if first and first > through:
            raise Misfit(f"首日 {first} 晚于末日 {through}", "核对两个日期")
        return first

    first = answers.get(q.WINDOW_FROM, first_day)
    what = answers.get(q.WINDOW, parsing.words, usual)
    return [{"what": what, **({"from": first} if first else {}), "through": through}]
