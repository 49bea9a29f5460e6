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


def last_days(term: Term) -> tuple[date, date] | None:
    """The earliest and the latest day that may be the last of a term; None where no end is known."""
    if term.through:
        return term.through.first, term.through.last
    between = term.through_between
    return (between.no_earlier_than, between.no_later_than) if between else None


def lapsed(term: Term, on: PartialDate) -> bool:
    """Whether a term had surely ended by itself before a day."""
    ends = last_days(term)
    return ends is not None and ends[1] < on.first


def outlasts(term: Term, begin: PartialDate) -> bool:
    """Whether a term surely lasts into another one that begins on a day."""
    ends = last_days(term)
    return ends is not None and ends[0] >= begin.last


def cut_short(term: Term, decided_on: PartialDate, document: str | None, reason: EndReason | None) -> Term:
    """The term with its last day on the eve of a decision: a revocation, a withdrawal or a renewal.

    No decision lengthens a term; one cut before it began is empty: its last day is the eve of its first.
    """
    eves = (decided_on.first - ONE_DAY, decided_on.last - ONE_DAY)
    least = term.from_.first - ONE_DAY if term.from_ else date.min
    own = last_days(term) or eves
    earliest, latest = (max(least, min(pair)) for pair in zip(eves, own, strict=True))
    exact = earliest == latest
    return term.model_copy(
        update={
            "through": PartialDate.parse(earliest) if exact else None,
            "through_between": None if exact else DayRange(no_earlier_than=earliest, no_later_than=latest),
            "basis": TermBasis.ACT if reason else TermBasis.RENEWED,
            "review_due": None,
            "ended_by": document,
            "end_reason": reason,
        }
    )


def resumed(term: Term, on: PartialDate) -> Term:
    """The rest of a term that a decision gives back: from its date on, or all of it if yet to begin."""
    yet_to_begin = term.from_ is not None and term.from_.first > on.first
    return term if yet_to_begin else term.model_copy(update={"from_": on})


def is_empty(term: Term) -> bool:
    """Whether a term was cut before it began."""
    ends = last_days(term)
    return bool(ends and term.from_ and ends[1] < term.from_.first)


def standing_of(term: Term) -> Standing:
    """What may be said of the title while this term governs and after it."""
    after = _after(term)
    begin = (border for border in _begin(term) if not after or border.from_ < after[0].from_)
    return (*begin, *after)


def _begin(term: Term) -> Standing:
    """What may be said from the day on which the term may have begun; without its grant, nothing certain."""
    if term.from_ is None:
        return ()
    uncertain = Border(from_=term.from_.first, state=State.UNCERTAIN, document=term.granted_by)
    valid = Border(from_=term.from_.last, state=State.VALID, through=term.through, document=term.granted_by)
    if term.basis is TermBasis.UNKNOWN or term.granted_by is None:
        return (uncertain,)
    return (valid,) if term.from_.exact else (uncertain, valid)


def _after(term: Term) -> Standing:
    """What may be said once the term may have ended."""
    if ends := last_days(term):
        final = ENDED_BY_ACT[term.end_reason] if term.end_reason else State.ENDED
        end = Border(from_=ends[1] + ONE_DAY, state=final, document=term.ended_by)
        return (end,) if ends[0] == ends[1] else (Border(from_=ends[0] + ONE_DAY, state=State.UNCERTAIN), end)
    if term.review_due and term.from_:
        return (Border(from_=max(term.review_due, term.from_.first), state=State.UNCERTAIN),)
    return ()
