# SPDX-License-Identifier: Apache-2.0
"""How does hypothesis make up registers? Random sequences of acts, sensible or absurd, on few platforms."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from generator.base.days import PartialDate
from generator.model.designation import ActKind, Designation
from generator.model.ruleset import Ruleset
from generator.model.site import Site
from tests import builders
from tests.derive.chronicle import law

FIRST, LAST = date(2010, 1, 1), date(2024, 12, 31)
LAWS: Mapping[str, Ruleset] = {
    "yangli/2001": law(),
    "yangli/2002": law(years=1, term_end="anniversary"),
    "yangli/2003": law(term_end="calendar-years"),
    "yangli/2004": law(years=2, kind="review"),
}
PLATFORMS = ("yangli-0001", "yangli-0002")
NAMES = ("样例甲", "样例乙", "样例丙")
IDS = tuple(f"yangli/{letter}" for letter in "abcdefghij")
UNDOING = {ActKind.CORRECT, ActKind.WITHDRAW}
DAYS = st.dates(FIRST, LAST)


def _as_precise(day: date, parts: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:parts])


# Mostly days: imprecise dates blur what comes after them.
DATES = st.builds(_as_precise, DAYS, st.sampled_from([3, 3, 3, 2, 1]))
ROWS = st.builds(builders.row, st.sampled_from(PLATFORMS), st.sampled_from(NAMES))


@st.composite
def acts(draw: st.DrawFn) -> dict[str, Any]:
    """One act of any kind, perhaps with typed days, perhaps upon a document that is not there."""
    kind = draw(st.sampled_from(ActKind))
    rows = draw(st.lists(ROWS, max_size=2))
    changes: dict[str, Any] = {
        "platforms": rows,
        "tier": draw(st.sampled_from(["demonstration", "ordinary"])),
    }
    if kind in UNDOING:
        changes["undoes"] = draw(st.sampled_from(IDS))
    if draw(st.integers(0, 4)) == 0:
        changes["from"] = draw(DATES)
    if draw(st.integers(0, 4)) == 0:
        changes["through"] = draw(DATES)
    return builders.act(kind.value) | changes


@st.composite
def documents(draw: st.DrawFn) -> Designation:
    """A document with one or two acts, under any law, under none, or under one that is not recorded."""
    return builders.designation(
        *draw(st.lists(acts(), min_size=1, max_size=2)),
        issued_on=draw(DATES),
        ruleset=draw(st.sampled_from([*LAWS, None, "yangli/1999"])),
        begins_mid_history=draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn) -> dict[str, Designation]:
    """Any documents in any order: most of what they say is absurd."""
    made = draw(st.lists(documents(), max_size=7))
    return dict(zip(IDS, made, strict=False))


@st.composite
def orderly_histories(draw: st.DrawFn) -> dict[str, Designation]:
    """Documents of exact days one after another on one platform: most of what they say is possible."""
    day, made = draw(st.dates(FIRST, date(2014, 1, 1))), []
    kinds = draw(st.lists(st.sampled_from(["designate", "renew", "renew", "revoke", "withdraw"]), max_size=7))
    ruleset = draw(st.sampled_from(list(LAWS)))
    for number, kind in enumerate(["designate", *kinds]):
        undoes = {"undoes": draw(st.sampled_from(IDS[: number or 1]))} if kind == "withdraw" else {}
        made.append(builders.designation(builders.act(kind, **undoes), issued_on=day, ruleset=ruleset))
        day += timedelta(days=draw(st.integers(1, 900)))
    return dict(zip(IDS, made, strict=False))


def site_of(history: Mapping[str, Designation]) -> Site:
    """A site with these documents and all the laws."""
    return builders.site(rulesets=LAWS, designations=history)
