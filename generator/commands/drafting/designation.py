# SPDX-License-Identifier: Apache-2.0
"""What is asked for a designation document that lists one platform or a few?"""

from datetime import date
from typing import Any

from generator.author.drafts import parsing
from generator.author.drafts.designation import WORDS, basis_of, draft
from generator.author.drafts.known import Draft, free_document
from generator.author.drafts.roster import GIVING, Roster, roster
from generator.base.misfit import Misfit
from generator.commands.drafting import questions as q
from generator.commands.drafting import shared
from generator.commands.drafting.answers import Answers
from generator.derive.register import Register
from generator.model.designation import ActKind, DateBasis

ROWS = (
    "名单，一行一个平台，写名称；也可以在后面写统一社会信用代码和所在地，用 | 隔开，例如：\n"
    "  样例服务中心 | 临汾市尧都区\n"
    "名单在表格里的，可以复制这几列，粘贴在这里"
)
LIST = f"{ROWS}；或按 Ctrl+C，改用 platform-registry import"
ASKED = {  # other than LIST
    ActKind.PROPOSE: ROWS,
    ActKind.RENAME: "一行一个平台，写作 原来的名称 | 新的名称",
    ActKind.CORRECT: "只写有更正的平台，一行一个，写作 原来的名称 | 更正后的名称（或 统一社会信用代码）",
}
UNDOING = {ActKind.CORRECT, ActKind.WITHDRAW}
REASONED = {ActKind.REVOKE, *UNDOING}
CONTINUING = {ActKind.RENEW, ActKind.REVOKE}  # presuppose a title


def designation(answers: Answers, register: Register, today: date) -> Draft:
    """The draft of a designation document."""
    site = register.site
    kind = answers.one_of(q.ACT, ActKind)
    jurisdiction = answers.get(q.JURISDICTION, parsing.jurisdiction(site))
    if site.has_unreadable(f"registry/designations/{jurisdiction}"):
        raise Misfit(
            "这个辖区有认定文件读不出来，不知道哪些编号用过", "先运行 platform-registry check，照提示改好"
        )
    fields = shared.heading(answers, site, jurisdiction)
    on = fields["issued_on"] = shared.issued_on(answers, today)
    fields["date_basis"] = _basis(answers, fields)
    fields["ruleset"] = shared.ruleset(answers, site, register.governing(jurisdiction, on))
    if kind is ActKind.PROPOSE:
        fields["publicity"] = shared.publicity(answers, site, fields["ruleset"], on)
        fields["contact"] = shared.contact(answers, "本公示", today)
    act, listed = _act(answers, register, jurisdiction, kind)
    fields["acts"] = [act]
    if listed and listed.has_new and kind in CONTINUING:
        fields["begins_mid_history"] = True
    fields["source"] = shared.source(answers, fields["issuer"], today)
    fields["checked_on"] = today
    id_ = free_document(site, jurisdiction, on, shared.slug(answers, WORDS[kind]))
    return draft(site, id_, fields, listed.told if listed else ())


def _basis(answers: Answers, fields: dict[str, Any]) -> str:
    """What the date is the date of; asked only where that is not plain."""
    known = basis_of(fields["issued_on"], fields["document_number"])
    if known is not None and q.DATE_BASIS.key not in answers.stated:
        return known.value
    return answers.one_of(q.DATE_BASIS, DateBasis).value


def _act(
    answers: Answers, register: Register, jurisdiction: str, kind: ActKind
) -> tuple[dict[str, Any], Roster | None]:
    """The decision with its list; the withdrawal of a whole document has none."""
    act: dict[str, Any] = {"kind": kind.value, "stated_count": None, "complete": True}
    if kind in UNDOING:
        act["undoes"] = shared.target(answers, register.site, jurisdiction, documents_only=True)
    listed = None
    if kind is not ActKind.WITHDRAW:
        listed = answers.rows(
            q.PLATFORMS,
            ASKED.get(kind, LIST),
            lambda lines: roster(register, jurisdiction, kind, lines),
        )
        act["platforms"] = list(listed.rows)
        parse = parsing.count_for(len(listed.rows))
        act["stated_count"] = answers.get(q.STATED_COUNT, parse) if kind in GIVING else None
        act["complete"] = kind not in GIVING or act["stated_count"] == len(listed.rows)
    if kind in REASONED:
        reason = answers.get(q.REASON, parsing.optional(parsing.words))
        act |= {"reason": reason} if reason or kind in UNDOING else {}
    return act, listed
