# SPDX-License-Identifier: Apache-2.0
"""Since when and until when is a version of the measures in force, and which version leads?

Where the text states both ends, a version is 现行 between them. Where it states no end or its beginning
was not seen, it is only presumed to be in force, with the reasons given beside it. A reckoned border
that may be off by some days has those days uncertain.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from generator.base.days import ONE_DAY, PartialDate
from generator.model.notice import NoticeKind, Window
from generator.model.ruleset import PresumedStanding, Ruleset, Stage, TextCoverage
from generator.model.site import Site
from generator.model.standing import Border, Standing, State, border_on, overlaid

GOVERNING = (State.IN_FORCE, State.PRESUMED_IN_FORCE)


def begins(version: Ruleset) -> tuple[date, date] | None:
    """The earliest and the latest day on which an issued version may have begun; None if unknown."""
    rule, issued = version.in_force, version.issued_on
    doubt = timedelta(days=rule.doubt.days) if rule and rule.doubt else timedelta()
    at_work = rule.at_work_by.last if rule and rule.at_work_by else None
    known = (rule.from_ if rule else None) or issued
    if version.stage is Stage.CONSULTATION or known is None:
        return None
    return known.first, at_work or known.last + doubt


def standings(site: Site, consultations: Mapping[str, date]) -> dict[str, Standing]:
    """What may be said of each version day by day; `consultations` are the last days to comment on drafts."""
    repealing: dict[str, list[Ruleset]] = defaultdict(list)
    for version in site.rulesets.values():
        for repealed in version.supersedes:
            repealing[repealed.ruleset or ""].append(version)
    return {
        id_: _of_draft(version, consultations.get(id_))
        if version.stage is Stage.CONSULTATION
        else _of_issued(version, repealing[id_], site)
        for id_, version in site.rulesets.items()
    }


Told = tuple[NoticeKind | None, str | None, Sequence[Window]]  # of a notice: its kind, version and windows


def consultations(notices: Iterable[Told]) -> dict[str, date]:
    """For each draft the last day on which its notices ask for comments."""
    last: dict[str, date] = {}
    for kind, ruleset, windows in notices:
        if kind is NoticeKind.CONSULTATION and ruleset:
            for window in windows:
                last[ruleset] = max(window.through, last.get(ruleset, window.through))
    return last


def _of_issued(version: Ruleset, repealing: Sequence[Ruleset], site: Site) -> Standing:
    """An issued version is in force from its beginning to the earliest of its ends."""
    span = begins(version)
    if span is None:
        return ()
    ends = [end for end in (_own_end(version), _repeal(repealing), _presumed_end(version, site)) if end]
    earliest = min(ends, key=lambda borders: borders[0].from_, default=())
    return overlaid(_beginning(version, *span), earliest)


def _of_draft(version: Ruleset, comments_until: date | None) -> Standing:
    """A draft is open for comments until its consultation closes, and then not known to be adopted."""
    if version.published_on is None:
        return ()
    first = version.published_on.last
    if comments_until is None:
        return (Border(from_=first, state=State.NOT_KNOWN_ADOPTED),)
    return (
        Border(from_=first, state=State.CONSULTATION),
        Border(from_=comments_until + ONE_DAY, state=State.NOT_KNOWN_ADOPTED),
    )


def _beginning(version: Ruleset, earliest: date, latest: date) -> Standing:
    """Issued, perhaps uncertain for some days, then in force."""
    rule = version.in_force
    own_span = bool(rule and rule.from_ and rule.through)
    borders = []
    issued = version.issued_on.exact if version.issued_on else None
    if issued and rule and rule.from_ and issued < earliest:
        borders.append(Border(from_=issued, state=State.NOT_YET))
    if earliest < latest:
        borders.append(Border(from_=earliest, state=State.UNCERTAIN))
    state = State.IN_FORCE if own_span else State.PRESUMED_IN_FORCE
    through = rule.through if rule else None
    borders.append(Border(from_=latest, state=state, through=through))
    return tuple(borders)


def _own_end(version: Ruleset) -> Standing:
    """The end that the text sets itself."""
    rule = version.in_force
    if not rule or not rule.through:
        return ()
    doubt = timedelta(days=rule.doubt.days) if rule.doubt else timedelta()
    return _turn(rule.through.first + ONE_DAY, rule.through.last + doubt + ONE_DAY, State.LAPSED)


def _repeal(repealing: Sequence[Ruleset]) -> Standing:
    """The end that a later version sets by repealing this one."""
    spans = [span for version in repealing if (span := begins(version))]
    return _turn(*spans[0], State.SUPERSEDED) if spans else ()


def _presumed_end(version: Ruleset, site: Site) -> Standing:
    """The point from which a version is presumed replaced."""
    presumption = version.presumption
    if not presumption or presumption.standing is not PresumedStanding.SUPERSEDED:
        return ()
    successor = site.rulesets.get(presumption.by or "")
    span = begins(successor) if successor else None
    return _turn(*span, State.PRESUMED_SUPERSEDED) if span else ()


def _turn(earliest: date, latest: date, state: State) -> Standing:
    """A change to `state` that happens on a day between two days."""
    turned = Border(from_=latest, state=state)
    return (turned,) if earliest >= latest else (Border(from_=earliest, state=State.UNCERTAIN), turned)


def governing(jurisdiction: str, site: Site, known: Mapping[str, Standing], on: PartialDate) -> str | None:
    """The version that governs on a day; None where that is not certain for every day that it may be."""
    days = (on.first, on.last)
    borders = {id_: [border_on(known[id_], day) for day in days] for id_, _ in site.versions(jurisdiction)}
    found = [id_ for id_, two in borders.items() if all(one and one.state in GOVERNING for one in two)]
    return found[0] if len(found) == 1 else None


def leading(jurisdiction: str, site: Site, known: Mapping[str, Standing], day: date) -> str | None:
    """The version that a guide is written after on `day`: the governing one, else the best recorded.

    Without a governing version it is the latest issued one whose text is recorded, then the latest draft.
    """
    recorded = [
        id_ for id_, version in site.versions(jurisdiction) if version.text is not TextCoverage.NOT_RECORDED
    ]

    def rank(id_: str) -> tuple[bool, bool, date]:
        version = site.rulesets[id_]
        border = border_on(known[id_], day)
        governs = border is not None and border.state in GOVERNING
        made_on = version.issued_on or version.published_on
        return governs, version.stage is Stage.ISSUED, made_on.first if made_on else date.min

    return max(recorded, key=rank, default=None)
