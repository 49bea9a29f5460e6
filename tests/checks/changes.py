# SPDX-License-Identifier: Apache-2.0
"""How do tests of what a change is held to make one? From the records before it and after it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.base.finding import Finding
from generator.checks import places
from generator.checks.compared import Change, Side
from generator.derive.permanent import lasting_pages, lasting_platforms
from tests import builders

FILES = {
    "designations": places.designation,
    "rulesets": places.ruleset,
    "notices": places.notice,
    "forms": places.form,
}
FIRST = "yangli/2020-06-01-first-list"
VERSION = "yangli/2020"


def side(records: Mapping[str, Any]) -> Side:
    """One side, whose records are all at hand."""
    known = builders.register(**records)
    site = known.site
    addressed = {f"notices/{id_}/": "" for id_ in site.notices}
    return Side(site, known, lasting_pages(known, [addressed], [lasting_platforms(known)]))


def change(before: Mapping[str, Any], after: Mapping[str, Any]) -> Change:
    """A change that touches every file of the records that differ, and the list of jurisdictions."""
    old, new = side(before), side(after)
    touched = {
        place(id_).file
        for kind, place in FILES.items()
        for id_ in before.get(kind, {}).keys() | after.get(kind, {}).keys()
        if before.get(kind, {}).get(id_) != after.get(kind, {}).get(id_)
    }
    return Change(old, new, frozenset(touched))


def told(check: Callable[[Change], Iterator[Finding]], changed: Change) -> list[tuple[str, str]]:
    """`file keys` and what is wrong, of everything that is found."""
    return [
        (" ".join([found.location.file, *map(str, found.location.keys)]), found.message)
        for found in check(changed)
    ]
