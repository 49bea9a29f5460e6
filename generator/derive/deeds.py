# SPDX-License-Identifier: Apache-2.0
"""Which decisions were made about which platform, in which order, and with later corrections applied?"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.location import Keys
from generator.model.designation import Act, ActKind, Designation, ListedPlatform
from generator.model.procedure import Validity
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of one act of one document."""

    document: str
    designation: Designation
    act: Act
    row: ListedPlatform
    validity: Validity | None  # of the ruleset version that the document names
    keys: Keys  # where the row stands in its file


def in_order(site: Site) -> list[tuple[str, Designation]]:
    """The documents by date; of two whose dates overlap, the one that may be earlier first."""
    return sorted(
        site.designations.items(), key=lambda item: (item[1].issued_on.first, item[1].issued_on.last, item[0])
    )


def deeds(site: Site) -> Iterator[Deed]:
    """Every row of every document, in order; a row that a later document corrects as corrected."""
    corrections = _corrections(site)
    for document, designation in in_order(site):
        ruleset = site.rulesets.get(designation.ruleset or "")
        validity = ruleset.validity if ruleset else None
        for a, act in enumerate(designation.acts):
            for r, row in enumerate(_rows(act, site)):
                corrected = corrections.get((document, row.platform), row)
                yield Deed(document, designation, act, corrected, validity, ("acts", a, "platforms", r))


def _rows(act: Act, site: Site, seen: frozenset[str] = frozenset()) -> tuple[ListedPlatform, ...]:
    """The rows of an act; a withdrawal without a list concerns everybody whom its target concerns."""
    target = site.designations.get(act.undoes or "")
    if act.kind is not ActKind.WITHDRAW or act.platforms or not target or act.undoes in seen:
        return act.platforms
    return tuple(row for undone in target.acts for row in _rows(undone, site, seen | {str(act.undoes)}))


def _corrections(site: Site) -> dict[tuple[str, str], ListedPlatform]:
    """For each corrected document and platform the row that holds instead; fields left out stay."""
    rows: dict[tuple[str, str], ListedPlatform] = {}
    for _, designation in in_order(site):
        for act in designation.acts:
            target = site.designations.get(act.undoes or "")
            if act.kind is not ActKind.CORRECT or not target:
                continue
            originals = {row.platform: row for corrected in target.acts for row in corrected.platforms}
            for row in act.platforms:
                key = (str(act.undoes), row.platform)
                if before := rows.get(key, originals.get(row.platform)):
                    stated = {name: getattr(row, name) for name in row.model_fields_set}
                    rows[key] = before.model_copy(update=stated)
    return rows
