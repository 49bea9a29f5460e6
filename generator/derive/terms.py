# SPDX-License-Identifier: Apache-2.0
"""For how long does one decision grant a title, and what may be said of it day by day?

The last day comes from the document where it states one, else from the validity that the ruleset
version lays down. Where the version does not say how the end is counted, the term ends on the eve of
the anniversary (three years from 2020-05-20 end with 2023-05-19); that is our reckoning and is named so.
"""

from datetime import date

from generator.base.days import ONE_DAY, PartialDate, anniversary, last_day_of_month
from generator.model.designation import Act, ActKind
from generator.model.platform import DayRange, EndReason, Term, TermBasis
from generator.model.procedure import TermEnd, Validity
from generator.model.standing import Border, Standing, State

ENDED_BY_ACT = {EndReason.REVOKED: State.REVOKED, EndReason.WITHDRAWN: State.WITHDRAWN}


def granted(
    document: str,
    act: Act,
    issued_on: PartialDate,
    ruleset: str | None,
    validity: Validity | None,
    previous: Term | None,
) -> Term:
    """The term that a designation or renewal grants; a renewal before the end continues the previous one."""
    start = _first_day(act, issued_on, validity, previous)
    through, between, basis = _end(act, start, validity)
    review_due = None
    if validity and validity.kind == "review" and not act.through:
        review_due = anniversary(start.first, validity.years)
    return Term(
        from_=start,
        through=through,
        through_between=between,
        basis=basis,
        review_due=review_due,
        granted_by=document,
        ruleset=ruleset,
        tier=act.tier,
    )


def _first_day(
    act: Act, issued_on: PartialDate, validity: Validity | None, previous: Term | None
) -> PartialDate:
    """The first day of a term: stated, the day after the term it continues, or as the version counts."""
    if act.from_:
        return act.from_
    last = previous.through.exact if previous and previous.through and not previous.ended_by else None
    if act.kind is ActKind.RENEW and last and issued_on.first <= last + ONE_DAY:
        return PartialDate.parse(last + ONE_DAY)
    if validity and validity.term_end is TermEnd.CALENDAR_YEARS:
        return PartialDate(issued_on.year + 1, 1, 1)
    return issued_on


def _end(
    act: Act, start: PartialDate, validity: Validity | None
) -> tuple[PartialDate | None, DayRange | None, TermBasis]:
    """The last day, or the days between which it lies, and how it is known."""
    if act.through:
        return act.through, None, TermBasis.STATED
    if validity is None:
        return None, None, TermBasis.UNKNOWN
    if validity.kind == "review":
        return None, None, TermBasis.REVIEW
    basis = TermBasis.POLICY if validity.term_end else TermBasis.EVE
    earliest, latest = (last_day(day, validity) for day in (start.first, start.last))
    if earliest == latest:
        return PartialDate.parse(earliest), None, basis
    return None, DayRange(no_earlier_than=earliest, no_later_than=latest), basis


def last_day(first: date, validity: Validity) -> date:
    """The last day, included, of a term that begins on `first`.

    On the anniversary itself, a term from 29 February ends with the last day of February
    (Civil Code, article 202).
    """
    if validity.term_end is TermEnd.CALENDAR_YEARS:
        return date(first.year + validity.years - 1, 12, 31)
    if validity.term_end is TermEnd.ANNIVERSARY:
        same = date(first.year + validity.years, first.month, 1)
        return same.replace(day=min(first.day, last_day_of_month(same.year, same.month).day))
    return anniversary(first, validity.years) - ONE_DAY


def cut_short(term: Term, decided_on: PartialDate, document: str | None, reason: EndReason | None) -> Term:
    """The term with its last day on the eve of a decision: a revocation, a withdrawal or a new review."""
    exact = decided_on.exact
    between = DayRange(no_earlier_than=decided_on.first - ONE_DAY, no_later_than=decided_on.last - ONE_DAY)
    return term.model_copy(
        update={
            "through": PartialDate.parse(exact - ONE_DAY) if exact else None,
            "through_between": None if exact else between,
            "basis": TermBasis.ACT if reason else TermBasis.RENEWED,
            "review_due": None,
            "ended_by": document,
            "end_reason": reason,
        }
    )


def standing_of(term: Term) -> Standing:
    """What may be said of the title while this term governs and after it."""
    begin: list[Border] = []
    if term.from_ and term.basis is TermBasis.UNKNOWN:
        begin = [Border(from_=term.from_.first, state=State.UNCERTAIN, document=term.granted_by)]
    elif term.from_:
        if not term.from_.exact:
            begin = [Border(from_=term.from_.first, state=State.UNCERTAIN, document=term.granted_by)]
        begin.append(
            Border(from_=term.from_.last, state=State.VALID, through=term.through, document=term.granted_by)
        )
    return (*begin, *_after(term))


def _after(term: Term) -> Standing:
    """What may be said once the term may have ended."""
    final = ENDED_BY_ACT[term.end_reason] if term.end_reason else State.ENDED
    if term.through:
        earliest, latest = term.through.first, term.through.last
    elif term.through_between:
        earliest, latest = term.through_between.no_earlier_than, term.through_between.no_later_than
    elif term.review_due:
        return (Border(from_=term.review_due, state=State.UNCERTAIN),)
    else:
        return ()
    end = Border(from_=latest + ONE_DAY, state=final, document=term.ended_by)
    if earliest == latest:
        return (end,)
    return (Border(from_=earliest + ONE_DAY, state=State.UNCERTAIN), end)
