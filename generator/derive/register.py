# SPDX-License-Identifier: Apache-2.0
"""What is the register? The sources together with everything that follows from them.

Checks and renderers are functions of this value. Nothing in it depends on the day, except through
functions that take the day as an argument.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.base.days import PartialDate
from generator.derive import platforms, versions
from generator.derive.platforms import Conflict
from generator.model.platform import Platform
from generator.model.site import Site
from generator.model.standing import Standing


@dataclass(frozen=True)
class Register:
    """The site, its platforms, and who refers to whom."""

    site: Site
    platforms: Mapping[str, Platform]
    platforms_in: Mapping[str, tuple[str, ...]]  # jurisdiction → platforms
    conflicts: tuple[Conflict, ...]
    consultations: Mapping[str, date]  # draft → last day for comments
    forms_of: Mapping[str, tuple[str, ...]]  # ruleset → forms

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """What may be said of each version of the measures, by id."""
        return versions.standings(self.site, self.consultations)

    def platforms_of(self, jurisdiction: str) -> list[Platform]:
        """The platforms of one jurisdiction, by id."""
        return [self.platforms[id_] for id_ in self.platforms_in.get(jurisdiction, ())]

    def governing(self, jurisdiction: str, on: PartialDate) -> str | None:
        """The version of a jurisdiction that certainly governs on a day."""
        return versions.governing(jurisdiction, self.site, self.standings, on)

    def leading(self, jurisdiction: str) -> str | None:
        """The version that the guide of a jurisdiction is written after."""
        return versions.leading(jurisdiction, self.site, self.standings, self.site.as_of)


def register(site: Site, consultations: Mapping[str, date] | None = None) -> Register:
    """Everything that follows from the sources.

    `consultations` are stated where the notices that tell them are not part of the site.
    """
    folded, conflicts = platforms.fold(site)
    return Register(
        site=site,
        platforms=folded,
        platforms_in=_grouped((platform.jurisdiction, id_) for id_, platform in folded.items()),
        conflicts=conflicts,
        consultations=versions.consultations(_told(site)) if consultations is None else consultations,
        forms_of=_grouped((form.ruleset, id_) for id_, form in site.forms.items()),
    )


def _told(site: Site) -> Iterator[versions.Told]:
    fronts = (notice.front for notice in site.notices.values())
    return ((front.kind, front.ruleset, front.windows) for front in fronts)


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> dict[str, tuple[str, ...]]:
    """The second members by the first; pairs without a first are left out."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
