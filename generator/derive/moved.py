# SPDX-License-Identifier: Apache-2.0
"""Which notices and documents stand in another file than before, and are otherwise the same?

A record that merely moved is no loss and no news; what follows from it is compared under its new id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.base import addresses
from generator.derive.conclusions import bare
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class Moves:
    """The new id of each record that moved, by its old one."""

    documents: Mapping[str, str]
    notices: Mapping[str, str]

    def addresses(self, old: Site, new: Site) -> dict[str, str]:
        """The new address of each page, by its old one; the same where only the date in a name changed."""
        found = {addresses.notice(before): addresses.notice(after) for before, after in self.notices.items()}
        for before, after in self.documents.items():
            was, now = old.designations[before], new.designations[after]
            place = addresses.designation(before, was.issued_on.year)
            found[place] = addresses.designation(after, now.issued_on.year)
        return {before: after for before, after in found.items() if before != after}


def moves(old: Site, new: Site) -> Moves:
    """Every record that is gone and stands elsewhere with the same content."""
    return Moves(
        _moved(
            {id_: bare(record) for id_, record in old.designations.items()},
            {id_: bare(record) for id_, record in new.designations.items()},
        ),
        _moved(
            {id_: (bare(notice.front), notice.body) for id_, notice in old.notices.items()},
            {id_: (bare(notice.front), notice.body) for id_, notice in new.notices.items()},
        ),
    )


def _moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    fresh = {id_: record for id_, record in new.items() if id_ not in old}
    found: dict[str, str] = {}
    for id_, record in old.items():
        if id_ in new:
            continue
        same = next((other for other, candidate in fresh.items() if candidate == record), None)
        if same is not None:
            found[id_] = same
            del fresh[same]
    return found


def carried(old: Site, made: Moves) -> Site:
    """The old site with the records that moved under their new ids."""
    if not (made.documents or made.notices):
        return old
    return replace(
        old,
        designations=_under(old.designations, made.documents),
        notices=_under(old.notices, made.notices),
        attached=_under(old.attached, made.notices),
    )


def _under(records: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return dict(sorted((names.get(id_, id_), record) for id_, record in records.items()))
