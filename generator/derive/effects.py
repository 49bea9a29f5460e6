# SPDX-License-Identifier: Apache-2.0
"""What does each kind of act do to the titles and names of a platform, and when is it impossible?

Each effect changes the life that it is given and returns None, or what does not fit and the repair.
"""

from dataclasses import dataclass, field

from generator.base.days import PartialDate
from generator.derive import terms
from generator.derive.deeds import Deed
from generator.model.designation import ActKind
from generator.model.platform import EndReason, Mention, NamePeriod, Term, TermBasis

Problem = tuple[str, str]
MID_HISTORY = "先收录认定它的文件；此前的文件确实没有收录的，在本文件写 begins_mid_history: true"


@dataclass(slots=True)
class Life:
    """What is known of one platform so far; exists only while documents are folded."""

    id: str
    names: list[NamePeriod] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    known: dict[str, object] = field(default_factory=dict)
    taken: dict[str, list[Term]] = field(default_factory=dict)  # by the document that cut them short

    @property
    def last(self) -> Term | None:
        """The latest term, leaving out those that never began."""
        return next((term for term in reversed(self.terms) if not terms.is_empty(term)), None)

    def running(self, on: PartialDate) -> list[Term]:
        """The latest term if it has not ended by a day and, while it has not begun, those before it."""
        found: list[Term] = []
        for term in reversed(self.terms):
            if terms.is_empty(term):
                continue
            if term.end_reason or terms.lapsed(term, on):
                break
            found.append(term)
            if term.from_ is None or term.from_.first <= on.first:
                break
        return found

    def grant(self, deed: Deed, previous: Term | None) -> PartialDate | None:
        """Add the term that a deed grants; its first day."""
        document, ruleset = deed.designation, deed.designation.ruleset
        term = terms.granted(deed.document, deed.act, document.issued_on, ruleset, deed.validity, previous)
        self.terms.append(term)
        return term.from_

    def cut(self, term: Term, deed: Deed, on: PartialDate, reason: EndReason | None) -> None:
        """End a term on the eve of a day, by a decision or, without a reason, by the term that follows."""
        self.taken.setdefault(deed.document, []).insert(0, term)
        index = next(index for index, known in enumerate(self.terms) if known is term)
        self.terms[index] = terms.cut_short(term, on, deed.document if reason else None, reason)


def propose(life: Life, deed: Deed) -> Problem | None:
    """A proposal is only mentioned: being shown to the public is no title."""
    return None


def designate(life: Life, deed: Deed) -> Problem | None:
    """A designation opens a term."""
    last = life.last
    begin = life.grant(deed, None)
    if last and begin and not last.end_reason and terms.outlasts(last, begin):
        return (
            f"{life.id} 的称号到{_end_of(last)}才期满，这里又认定一次",
            "期满前继续认定的，kind 写 renew；不是同一平台，换一个没有用过的编号",
        )
    return None


def renew(life: Life, deed: Deed) -> Problem | None:
    """A renewal continues the running term, or opens a new one after a gap."""
    last = life.last
    begin = life.grant(deed, last)
    if last is None:
        return (
            None
            if deed.designation.begins_mid_history
            else (f"{life.id} 从未获得认定，不能复核", MID_HISTORY)
        )
    if last.end_reason:
        return f"{life.id} 的称号已{last.end_reason.label}，不能复核", "重新认定的，kind 写 designate"
    if begin and (last.basis is TermBasis.REVIEW or terms.outlasts(last, begin)):
        life.cut(last, deed, begin, None)
    return None


def revoke(life: Life, deed: Deed) -> Problem | None:
    """A revocation ends the running term on the eve of its date, and one that was still to follow it."""
    last, on = life.last, deed.designation.issued_on
    if last is None:
        last = Term(from_=None, basis=TermBasis.UNKNOWN, tier=deed.act.tier)
        life.terms.append(last)
        life.cut(last, deed, on, EndReason.REVOKED)
        return (
            None
            if deed.designation.begins_mid_history
            else (f"{life.id} 从未获得认定，不能撤销", MID_HISTORY)
        )
    if last.end_reason:
        return f"{life.id} 的称号已{last.end_reason.label}，不能再撤销", "核对编号和日期"
    if terms.lapsed(last, on):
        return f"{life.id} 的称号到{_end_of(last)}已经期满，不能撤销", "核对编号和日期"
    for term in life.running(on):
        life.cut(term, deed, on, EndReason.REVOKED)
    return None


def _end_of(term: Term) -> str:
    """The last day of a term, or the days between which it lies, set off for a message."""
    between = term.through_between
    return f" {between.no_earlier_than} 至 {between.no_later_than} 之间" if between else f" {term.through} "


def rename(life: Life, deed: Deed) -> Problem | None:
    """A renaming ends the period of the old name."""
    if not life.names:
        if deed.designation.begins_mid_history:
            return None
        return f"{life.id} 此前没有记录，不能更名", MID_HISTORY
    if life.names[-1].name == deed.row.name:
        return f"{life.id} 原来就叫“{deed.row.name}”", "name 写更名后的名称"
    _take_name(life, deed.row.name, deed.designation.issued_on, deed.document)
    return None


def correct(life: Life, deed: Deed) -> Problem | None:
    """A correction was applied to the row that it corrects; here it is only mentioned."""
    if any(mention.document == deed.act.undoes for mention in life.mentions):
        return None
    return f"{deed.act.undoes} 里没有 {life.id}，无可更正", "核对 undoes 和平台编号"


def withdraw(life: Life, deed: Deed) -> Problem | None:
    """A withdrawal ends what its target granted, and gives back what it took, from its date on."""
    target, on = str(deed.act.undoes), deed.designation.issued_on
    if not any(mention.document == target for mention in life.mentions):
        return f"{target} 里没有 {life.id}，无可撤回", "核对 undoes 和平台编号"
    for term in life.running(on):
        if term.granted_by == target:
            life.cut(term, deed, on, EndReason.WITHDRAWN)
    given_back = [] if life.running(on) else life.taken.pop(target, [])
    life.terms += [terms.resumed(term, on) for term in given_back if not terms.lapsed(term, on)]
    if len(life.names) > 1 and life.names[-1].document == target:
        _take_name(life, life.names[-2].name, on, deed.document)
    return None


def _take_name(life: Life, name: str, on: PartialDate, document: str) -> None:
    """Close the period of the present name and open that of the new one."""
    life.names[-1] = life.names[-1].model_copy(update={"through": on})
    life.names.append(NamePeriod(name=name, from_=on, document=document))


EFFECTS = {
    ActKind.PROPOSE: propose,
    ActKind.DESIGNATE: designate,
    ActKind.RENEW: renew,
    ActKind.REVOKE: revoke,
    ActKind.RENAME: rename,
    ActKind.CORRECT: correct,
    ActKind.WITHDRAW: withdraw,
}
