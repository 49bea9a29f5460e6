# SPDX-License-Identifier: Apache-2.0
"""What changed from one version of a jurisdiction's measures to another?

Only what both texts are known to say or not to say is compared: what is not recorded of a partial text
is no change. Articles that merely moved are no change either; each side names its own.
"""

from dataclasses import dataclass

from generator.derive.demands import Demand, Units
from generator.derive.statements import Statement, Subject, statements
from generator.derive.thresholds import resolved
from generator.model.change import ChangeKind
from generator.model.ruleset import Ruleset, Stage, TextCoverage
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class Amendment:
    """One subject on which two versions differ; None where a text has nothing on it."""

    subject: Subject
    kind: ChangeKind
    old: Statement | None
    new: Statement | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, and what cannot be compared because one of the texts was not seen there."""

    changes: tuple[Amendment, ...]
    unseen: tuple[Subject, ...]
    compared: int  # on so many subjects both are known to say something, or nothing


def previous(site: Site, id_: str) -> str | None:
    """The version before this one: the last issued of those that are older by their ids."""
    older = [
        other
        for other, version in site.versions(id_.split("/", maxsplit=1)[0])
        if other < id_ and version.stage is Stage.ISSUED
    ]
    return older[-1] if older else None


def compared(old: Ruleset, new: Ruleset, units: Units) -> Comparison:
    """The differences of two versions, in an order of subjects that does not depend on which is newer."""
    before, after = (statements(resolved(version), units) for version in (old, new))
    changes = []
    unseen = []
    subjects = sorted(before.keys() | after.keys(), key=lambda subject: subject.rank)
    for subject in subjects:
        was, now = before.get(subject), after.get(subject)
        if (was is None and not _is_full(old)) or (now is None and not _is_full(new)):
            unseen.append(subject)
        elif kind := _kind(subject, was, now, units):
            changes.append(Amendment(subject, kind, was, now))
    return Comparison(tuple(changes), tuple(unseen), len(subjects) - len(unseen))


def _is_full(version: Ruleset) -> bool:
    return version.text is TextCoverage.FULL


def _kind(subject: Subject, was: Statement | None, now: Statement | None, units: Units) -> ChangeKind | None:
    """How a subject changed; None if it did not."""
    if (was and was.value) == (now and now.value):
        same_words = (was and was.words) == (now and now.words)
        return None if same_words else ChangeKind.REWORDED
    if was is None or not was.value:
        return ChangeKind.ADDED
    if now is None or not now.value:
        return ChangeKind.REMOVED
    if was.demands and now.demands:
        return _of_demands(was.demands, now.demands, units)
    return _of_values(subject, was, now)


def _of_demands(was: tuple[Demand, ...], now: tuple[Demand, ...], units: Units) -> ChangeKind:
    """Numbers that all went one way, or a relaxation more or less; anything else is a change."""
    shapes = [[demand.without_amount(units) for demand in side] for side in (was, now)]
    if shapes[0] == shapes[1]:
        ways = {_way(old, new, units) for old, new in zip(was, now, strict=True)} - {0}
        if len(ways) == 1:
            return ChangeKind.STRICTER if ways == {1} else ChangeKind.LOOSER
        return ChangeKind.CHANGED
    values = [[demand.value(units) for demand in side] for side in (was, now)]
    if values[0][0] == values[1][0]:
        old, new = set(values[0]), set(values[1])
        if old < new:
            return ChangeKind.LOOSER
        if new < old:
            return ChangeKind.STRICTER
    return ChangeKind.CHANGED


def _way(old: Demand, new: Demand, units: Units) -> int:
    """1 if the newer bound is harder to meet, -1 if it is easier, 0 if it is the same."""
    before, after = old.amount(units) or 0, new.amount(units) or 0
    harder = (after > before) - (after < before)
    return -harder if old.sense == "at_most" else harder


def _of_values(subject: Subject, was: Statement, now: Statement) -> ChangeKind:
    """Some values have a direction too: who may apply, how long a title holds, how long one is barred."""
    old, new = was.value, now.value
    looser: bool | None = None
    if subject.part == "applicants":
        looser = True if set(old) < set(new) else False if set(new) < set(old) else None
    elif subject == Subject("validity", "years") and old[1] == new[1]:
        looser = _longer(old[0], new[0])
    elif subject.part == "revocation":
        looser = not _longer(old[1] or 0, new[1] or 0)
    if looser is None:
        return ChangeKind.CHANGED
    return ChangeKind.LOOSER if looser else ChangeKind.STRICTER


def _longer(old: object, new: object) -> bool:
    return isinstance(old, int) and isinstance(new, int) and new > old
