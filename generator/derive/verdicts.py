# SPDX-License-Identifier: Apache-2.0
"""Which word is true of a title on a day, and which term governs it? As verdict.js says it in a browser.

Nothing of this is written into the site: there the day is the reader's. Commands ask for one day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.base.days import ONE_DAY, in_chinese
from generator.derive.terms import is_empty, last_days
from generator.model.platform import Term
from generator.model.standing import Standing, State, border_on

UNKNOWN, EXPIRING = "unknown", "expiring"
HOLDING = (State.VALID.value, EXPIRING)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state, or one of the two that no record has, and the word for it."""

    state: str
    word: str

    @property
    def holds(self) -> bool:
        """Whether the title is held."""
        return self.state in HOLDING


def verdict(standing: Standing, day: date, expiring_within_days: int) -> Verdict:
    """What is said of a standing on a day; about to end is only what no renewal or revocation follows."""
    border = border_on(standing, day)
    if border is None:
        return Verdict(UNKNOWN, "尚无记录" if standing else "待核")
    last = border.through.exact if border.through else None
    following = next((after.state for after in standing if after.from_ > day), None)
    if border.state is State.VALID and following is State.ENDED and last:
        left = (last - day).days
        if 0 <= left <= expiring_within_days:
            return Verdict(EXPIRING, f"将于{in_chinese(last)}到期")
    return Verdict(border.state.value, border.state.label)


def term_on(terms: Sequence[Term], day: date) -> Term | None:
    """The term that governs a day: the last that may have begun; it may have ended since."""
    held = [term for term in terms if not is_empty(term)] or terms
    begun = [term for term in held if (begin := _begin(term)) and begin <= day]
    return begun[-1] if begun else None


def _begin(term: Term) -> date | None:
    """The first day of which a term says anything; without its grant that is the day after its end."""
    if term.from_:
        return term.from_.first
    ends = last_days(term)
    return ends[0] + ONE_DAY if ends else None
