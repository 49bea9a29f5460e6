# SPDX-License-Identifier: Apache-2.0
"""Which conclusions differ between two revisions of the sources, and which cannot be compared?

What cannot be read in one of the revisions is left out on both sides, so that it never looks like a loss.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.addressed import addressed
from generator.derive.conclusions import Conclusions, Difference, Key, Kind, conclusions, difference
from generator.derive.moved import carried, moves
from generator.derive.register import Register, register
from generator.derive.trials import trials
from generator.derive.withheld import shown_on
from generator.model.site import Site

UNDER_A_RECORD = {  # a conclusion of the kind rests on this file, with its id
    Kind.NOTICE: "content/notices/{}.md",
    Kind.PROSE: "content/{}",
}
OF_EVERYTHING = {Kind.ADDRESS, Kind.STANDING, Kind.GUIDE}  # rest on more files than one can tell


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions, and what differs between them."""

    old: Register
    new: Register
    differences: tuple[Difference, ...]
    moved: Mapping[str, str]  # addresses

    @property
    def kept(self) -> int:
        """The platforms whose terms are as they were."""
        old = self.old.platforms
        return sum(
            1
            for id_, platform in self.new.platforms.items()
            if platform.terms and id_ in old and old[id_].terms == platform.terms
        )


def compared(old: Site, new: Site, day: date) -> Comparison:
    """Two revisions as they are shown on a day."""
    old, new = shown_on(old, day), shown_on(new, day)
    made = moves(old, new)
    before, after = register(carried(old, made)), register(new)
    asked = trials(old, new)
    was: Conclusions = conclusions(before, asked)
    now = conclusions(after, asked)
    if made.documents or made.notices:
        was = _at_their_old_addresses(was, register(old))
    blind = Blindness.of(old, new)
    found = tuple(each for each in difference(was, now) if not blind.to(each.key))
    return Comparison(before, after, found, made.addresses(old, new))


def _at_their_old_addresses(was: Conclusions, old: Register) -> Conclusions:
    others = {key: value for key, value in was.items() if key.kind is not Kind.ADDRESS}
    return others | {Key(Kind.ADDRESS, address): what for address, what in addressed(old)}


@dataclass(frozen=True, slots=True)
class Blindness:
    """What cannot be compared because a file could not be read in one of the revisions."""

    files: frozenset[str]
    jurisdictions: frozenset[str]

    @classmethod
    def of(cls, *sites: Site) -> "Blindness":
        """All that rests on files that could not be read."""
        files = frozenset(file for site in sites for file in site.unreadable)
        return cls(files, frozenset(place for site in sites for place in _clouded(site, files)))

    def to(self, key: Key) -> bool:
        """Whether a conclusion cannot be compared."""
        if not self.files:
            return False
        if pattern := UNDER_A_RECORD.get(key.kind):
            return pattern.format(key.id) in self.files
        if key.kind in OF_EVERYTHING:
            return True
        word, _, rest = key.id.partition(" ")
        if key.kind is Kind.WINDOWS:
            return rest.split("/")[0] in self.jurisdictions if word == "document" else self._in_doubt(rest)
        place = word.rsplit("-", 1)[0] if key.kind in {Kind.PLATFORM, Kind.PROFILE} else word.split("/")[0]
        return place in self.jurisdictions

    def _in_doubt(self, notice: str) -> bool:
        """The windows of a notice follow from the version that it cites too."""
        return f"content/notices/{notice}.md" in self.files or bool(self.jurisdictions)


def _clouded(site: Site, files: frozenset[str]) -> Iterator[str]:
    """The jurisdictions of files that cannot be read, and those whose lists rest on such a version."""
    for file in files:
        room, _, rest = file.removeprefix("registry/").partition("/")
        if file.startswith("registry/") and room != "vocabularies":
            yield rest.split("/")[0]
    for id_, document in site.designations.items():
        if document.ruleset and f"registry/rulesets/{document.ruleset}.yaml" in files:
            yield id_.split("/")[0]
