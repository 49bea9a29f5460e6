# SPDX-License-Identifier: Apache-2.0
"""By which day does who owe what, or may apply for what, and where is that written?

Deadlines follow from duties that a version states, from the windows of notices and from terms. Nothing is
guessed: a duty without a day has no date, and what rests on an imprecise date is a range and no day.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from generator.base import addresses
from generator.base.days import FIRST_DAY, ONE_DAY, anniversary, last_day_of_month
from generator.derive.terms import is_empty, last_days
from generator.derive.versions import GOVERNING
from generator.model.overview import Item
from generator.model.platform import Platform, Term, TermBasis
from generator.model.procedure import Due, Duty, Reapply
from generator.model.ruleset import Ruleset
from generator.model.standing import Standing

TERM_ENDS = "term-ends"  # the lines of an overview that tell how many terms end when
ENDS_BY_ITSELF = {TermBasis.STATED, TermBasis.EVE, TermBasis.POLICY}
Span = tuple[date, date | None]  # both days included; None where no end is known


class DeadlineKind(StrEnum):
    """What a deadline rests on."""

    DUTY = "duty"
    WINDOW = "window"
    TERM_END = "term-end"
    REVIEW = "review"
    REAPPLY = "reapply"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A day that comes round every year or quarter, while a version surely governs."""

    due: Due
    first: date
    last: date | None

    def days(self, since: date, until: date) -> Iterator[date]:
        """The days between two days, both included."""
        begin, end = max(since, self.first), min(until, self.last or until)
        for year in range(begin.year, end.year + 1):
            for month in self.months:
                last = last_day_of_month(year, month)
                day = last if self.due.day == "last" else date(year, month, int(self.due.day))
                if begin <= day <= end:
                    yield day

    @property
    def months(self) -> tuple[int, ...]:
        """The months of the year in which it is due."""
        return (self.due.month,) if self.due.every == "year" else tuple(range(self.due.month, 13, 3))

    @property
    def first_day(self) -> date | None:
        """The first time; None where it never comes round."""
        return next(self.days(self.first, date(self.first.year + 1, 12, 31)), None)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline: on a day, between two days, recurring, or without any day."""

    key: str  # the same as long as its sources speak of the same thing
    kind: DeadlineKind
    what: str
    who: str | None
    to: tuple[str, ...]
    article: str | None
    source: str  # address of the page of what states it
    checked_on: date
    opens: date | None = None
    on: date | None = None
    between: tuple[date, date] | None = None
    recurrence: Recurrence | None = None
    unsettled: str | None = None  # what a text says that states no day
    withdrawn_on: date | None = None  # from when on the notice that states it is taken back

    @property
    def is_cancelled(self) -> bool:
        """Whether its notice was taken back before the day had passed."""
        return bool(self.withdrawn_on and self.on and self.withdrawn_on <= self.on)


def governing(standing: Standing) -> list[Span]:
    """The spans of days on which a version surely governs."""
    found: list[Span] = []
    ends: list[date | None] = [*(border.from_ - ONE_DAY for border in standing[1:]), None]
    for border, last in zip(standing, ends, strict=True):
        if border.state not in GOVERNING:
            continue
        if found and found[-1][1] == border.from_ - ONE_DAY:
            found[-1] = (found[-1][0], last)
        else:
            found.append((border.from_, last))
    return found


def of_version(id_: str, version: Ruleset, standing: Standing) -> list[Deadline]:
    """The duties of a version; those with a day recur while it governs."""
    spans = governing(standing)
    return [
        deadline
        for duty in version.duties
        for deadline in _of_duty(id_, version, duty, spans, f"{id_}/{duty.id}")
    ]


def _of_duty(id_: str, version: Ruleset, duty: Duty, spans: Iterable[Span], key: str) -> Iterator[Deadline]:
    base = Deadline(
        key=key,
        kind=DeadlineKind.DUTY,
        what=duty.what,
        who=duty.owed_by,
        to=duty.to,
        article=duty.article,
        source=addresses.ruleset(id_),
        checked_on=version.checked_on,
    )
    for number, (first, last) in enumerate(spans, 1):
        if duty.due is None:
            yield replace(base, unsettled=duty.due_text or "")
            return
        recurrence = Recurrence(duty.due, first, last)
        begin = recurrence.first_day
        if begin and (last is None or begin <= last):
            yield replace(base, key=f"{key}/{number}" if number > 1 else key, recurrence=recurrence)


def of_item(item: Item) -> list[Deadline]:
    """The windows of a notice or of a document."""
    return [
        Deadline(
            key=f"{item.source}/{item.id}/{number}",
            kind=DeadlineKind.WINDOW,
            what=window.what,
            who=window.who,
            to=(),
            article=None,
            source=item.address,
            checked_on=item.checked_on,
            opens=window.from_,
            on=None if window.at_latest else window.through,
            between=(window.through, window.at_latest) if window.at_latest else None,
            withdrawn_on=window.withdrawn_on,
        )
        for number, window in enumerate(item.windows, 1)
    ]


def leading_term(platform: Platform) -> Term | None:
    """The term that the deadlines of a platform speak of: its last one that was not cut before it began."""
    return next((term for term in reversed(platform.terms) if not is_empty(term)), None)


def of_platform(
    platform: Platform, rulesets: Mapping[str, Ruleset], standings: Mapping[str, Standing]
) -> list[Deadline]:
    """When a title ends or is reviewed, when its holder may apply again, and what it owes while it holds it.

    They are the same for all platforms that the same documents touched alike.
    """
    term = leading_term(platform)
    if term is None:
        return []
    return [*_of_end(term, rulesets), *_owed(platform.jurisdiction, term, rulesets, standings)]


def _of_end(term: Term, rulesets: Mapping[str, Ruleset]) -> Iterator[Deadline]:
    """The end of a term or its review, and the year in which one may apply again."""
    version = rulesets.get(term.ruleset or "")
    validity = version.validity if version else None
    base = Deadline(
        key=f"{term.granted_by}/end",
        kind=DeadlineKind.TERM_END,
        what="称号有效期末日",
        who=None,
        to=(),
        article=validity.article if validity else None,
        source=addresses.ruleset(term.ruleset) if version and term.ruleset else "",
        checked_on=version.checked_on if version else FIRST_DAY,
    )
    ends = last_days(term) if term.basis in ENDS_BY_ITSELF else None
    if ends:
        yield _by(base, ends)
    if term.review_due and term.from_ and validity:
        latest = anniversary(term.from_.last, validity.years)
        review = replace(base, key=f"{term.granted_by}/review", kind=DeadlineKind.REVIEW, what="应当复核")
        yield _by(review, (term.review_due, latest))
    if ends and validity and validity.reapply is Reapply.IN_LAST_YEAR and ends[0].year == ends[1].year:
        yield replace(
            base,
            key=f"{term.granted_by}/reapply",
            kind=DeadlineKind.REAPPLY,
            what="有效期满当年，可以再次申报",
            article=validity.reapply_article or validity.article,
            opens=date(ends[0].year, 1, 1),
        )


def _by(deadline: Deadline, days: tuple[date, date]) -> Deadline:
    """The deadline on a day, or between two."""
    return replace(deadline, on=days[0]) if days[0] == days[1] else replace(deadline, between=days)


def _owed(
    jurisdiction: str, term: Term, rulesets: Mapping[str, Ruleset], standings: Mapping[str, Standing]
) -> Iterator[Deadline]:
    """What holders owe, while the term surely runs and a version surely governs."""
    ends = last_days(term)
    last = ends[0] if ends else term.review_due
    if term.from_ is None or last is None:
        return
    for id_, version in rulesets.items():
        if id_.split("/")[0] != jurisdiction:
            continue
        spans = list(_shared((term.from_.last, last), governing(standings[id_])))
        for duty in version.duties:
            if duty.by_holder and duty.due:
                yield from _of_duty(id_, version, duty, spans, f"{term.granted_by}/{id_}/{duty.id}")


def _shared(held: tuple[date, date], spans: Iterable[Span]) -> Iterator[Span]:
    for first, last in spans:
        begin, end = max(first, held[0]), min(last or held[1], held[1])
        if begin <= end:
            yield begin, end


def term_ends(platforms: Iterable[Platform]) -> list[tuple[str, str, str, int]]:
    """How many terms end on which day: jurisdiction, day, document that granted them, number of platforms."""
    found: Counter[tuple[str, str, str]] = Counter()
    for platform in platforms:
        term = leading_term(platform)
        ends = last_days(term) if term and term.basis in ENDS_BY_ITSELF else None
        if term and ends and ends[0] == ends[1]:
            found[platform.jurisdiction, ends[0].isoformat(), term.granted_by or ""] += 1
    return [(*key, count) for key, count in sorted(found.items())]
