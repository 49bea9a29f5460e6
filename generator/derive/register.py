# SPDX-License-Identifier: Apache-2.0
"""What is the register? The sources together with everything that follows from them.

Checks and renderers are functions of this value. Nothing in it depends on the day, except through
functions that take the day as an argument.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive import platforms, versions
from generator.derive.platforms import Conflict
from generator.model.platform import Platform
from generator.model.site import Site
from generator.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Register:
    """The site, its platforms, and who refers to whom."""

    site: Site
    platforms: Mapping[str, Platform]
    platforms_in: Mapping[str, tuple[str, ...]]  # jurisdiction → platforms
    conflicts: tuple[Conflict, ...]
    standings: Mapping[str, Standing]  # of ruleset versions, by id
    designations_under: Mapping[str, tuple[str, ...]]  # ruleset → designation documents
    notices_citing: Mapping[str, tuple[str, ...]]  # ruleset → notices
    forms_of: Mapping[str, tuple[str, ...]]  # ruleset → forms

    def platforms_of(self, jurisdiction: str) -> list[Platform]:
        """The platforms of one jurisdiction, by id."""
        return [self.platforms[id_] for id_ in self.platforms_in.get(jurisdiction, ())]

    def leading(self, jurisdiction: str) -> str | None:
        """The version that the guide of a jurisdiction is written after."""
        return versions.leading(jurisdiction, self.site, self.site.as_of)


def register(site: Site) -> Register:
    """Everything that follows from the sources."""
    folded, conflicts = platforms.fold(site)
    return Register(
        site=site,
        platforms=folded,
        platforms_in=_grouped((platform.jurisdiction, id_) for id_, platform in folded.items()),
        conflicts=conflicts,
        standings={id_: versions.standing(id_, site) for id_ in site.rulesets},
        designations_under=_grouped((d.ruleset, id_) for id_, d in site.designations.items()),
        notices_citing=_grouped((n.front.ruleset, id_) for id_, n in site.notices.items()),
        forms_of=_grouped((form.ruleset, id_) for id_, form in site.forms.items()),
    )


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> dict[str, tuple[str, ...]]:
    """The second members by the first; pairs without a first are left out."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
