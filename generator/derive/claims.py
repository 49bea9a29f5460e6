# SPDX-License-Identifier: Apache-2.0
"""How many does a text say were designated, reviewed, revoked or shown, and can that be what a list holds?

Only what is plainly said of the decision itself is taken: 认定188家, 98家通过复核. Upper limits, shares of
others and what was decided before are passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.base.chinese_numerals import from_chinese
from generator.model.chain import Claim, Decided
from generator.model.designation import Act, ActKind, Designation
from generator.model.site import WrittenNotice

VERBS: dict[str, ActKind | None] = {
    "拟认定": ActKind.PROPOSE,
    "公示": ActKind.PROPOSE,
    "复核通过": ActKind.RENEW,
    "通过复核": ActKind.RENEW,
    "继续认定": ActKind.RENEW,
    "认定": ActKind.DESIGNATE,
    "撤销": ActKind.REVOKE,
    "更名": ActKind.RENAME,
    "合计": None,
    "共": None,
}
VERB = "|".join(VERBS)
NUMBER = "(?P<number>[0-9]{1,5}|[一二两三四五六七八九十百千零]{1,7})"
BETWEEN = "(?P<between>[^0-9一二两三四五六七八九十百千零。；，、：:,;\n（）()]{0,16}?)"
SAID = (
    re.compile(rf"(?P<before>.{{0,8}}?)(?P<verb>{VERB}){BETWEEN}{NUMBER} ?家"),
    re.compile(rf"(?P<before>.{{0,8}}?){NUMBER} ?家(?P<between>[的被予以获]{{0,3}})(?P<verb>{VERB})"),
)
OTHERS = re.compile(
    "不超过|不多于|至多|最多|不少于|至少|每|各|此前|以前|已|曾|累计|历年|现有|其中|中有|最近|上一|前一|[0-9]年"
)


def claims_of(notice: WrittenNotice) -> tuple[Claim, ...]:
    """What a notice says in its title, its summary and its body."""
    front = notice.front
    found = [*_claims(front.title, "title"), *_claims(front.summary, "summary")]
    for number, line in enumerate(notice.body.splitlines()):
        found += [
            claim.model_copy(update={"line": notice.body_line + number}) for claim in _claims(line, None)
        ]
    return tuple(found)


def claims_in(text: str) -> tuple[Claim, ...]:
    """What a single text says."""
    return tuple(_claims(text, None))


def _claims(text: str, field: str | None) -> Iterator[Claim]:
    for pattern in SAID:
        for found in pattern.finditer(text):
            digits = found["number"]
            number = int(digits) if digits.isdecimal() else from_chinese(digits)
            if number and not OTHERS.search(found["before"] + found["between"]):
                start = found.end("before")
                words = text[start : found.end()]
                kind = VERBS[found["verb"]]
                yield Claim(words=words, kind=kind, number=number, field=field, column=start + 1)


def decided_by(document: Designation) -> tuple[Decided, ...]:
    """What a document decides, in numbers."""
    return tuple(map(_decided, document.acts))


def _decided(act: Act) -> Decided:
    rows = len(act.platforms)
    return Decided.model_construct(
        kind=act.kind, stated=act.stated_count or (rows if act.complete else None), rows=rows
    )


def disagreeing(claims: Iterable[Claim], decided: Sequence[Decided]) -> Iterator[tuple[Claim, int]]:
    """The claims that no list of a document bears out, each with the number that the document states."""
    for claim in claims:
        own = [one for one in decided if claim.kind in _kinds_of(one)]
        known = [one.stated for one in own if one.stated is not None]
        if not own or len(known) < len(own):
            continue  # the document decides nothing of the kind, or does not say how many
        if claim.number not in {*known, sum(known)}:
            yield claim, sum(known)


def _kinds_of(decided: Decided) -> tuple[ActKind | None, ...]:
    """As what a decision may be counted: whatever it is, it belongs to the total; a renewal is 认定 too."""
    if decided.kind is ActKind.RENEW:
        return (None, ActKind.RENEW, ActKind.DESIGNATE)
    return (None, decided.kind)
