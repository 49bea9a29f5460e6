# SPDX-License-Identifier: Apache-2.0
"""What is everything that was loaded? One immutable value that checks and renderers are functions of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.base.quotation import quotations
from generator.model.accepted import Accepted
from generator.model.designation import Designation
from generator.model.facts import Cases
from generator.model.form import Form
from generator.model.jurisdiction import Jurisdiction
from generator.model.notice import Notice
from generator.model.profile import Profile
from generator.model.redirect import Redirect
from generator.model.ruleset import Ruleset
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class WrittenNotice:
    """A notice with its Markdown body."""

    front: Notice
    body: str
    body_line: int  # the line of the file on which the body begins


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that stands beside a notice and is published below its address."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Site:
    """All sources, by id; ids are the paths of the files without their suffix.

    Rulesets are `<jurisdiction>/<version>`, designations `<jurisdiction>/<date>-<slug>`,
    notices `<yyyy>/<date>-<slug>`, forms `<jurisdiction>/<form>`, profiles bear the ids of their platforms.
    Mappings are in the order of their ids.
    """

    as_of: date
    settings: Settings
    vocabularies: Vocabularies
    jurisdictions: Mapping[str, Jurisdiction]
    rulesets: Mapping[str, Ruleset]
    designations: Mapping[str, Designation]
    notices: Mapping[str, WrittenNotice]
    forms: Mapping[str, Form]
    prose: Mapping[str, str]  # Markdown by path below content/
    design: Mapping[str, bytes]  # templates, styles, scripts and pictures by path below site_config/
    profiles: Mapping[str, Profile] = field(default_factory=dict)  # by platform
    cases: Mapping[str, Cases] = field(default_factory=dict)  # worked cases, by version
    # The files that stand beside notices, by the id of the notice and their names.
    attached: Mapping[str, Mapping[str, Attached]] = field(default_factory=dict)
    accepted: tuple[Accepted, ...] = ()  # findings that an office has decided to live with
    redirects: tuple[Redirect, ...] = ()  # addresses that have moved
    lock: tuple[str, ...] = ()  # every address that was ever published, in the order of the file
    withheld: frozenset[str] = frozenset()  # platforms that only lists name which are no longer shown
    unreadable: frozenset[str] = frozenset()  # files that are there but could not be read

    def has_unreadable(self, folder: str) -> bool:
        """Whether a file below a folder could not be read, so that nothing follows from what is absent."""
        return any(file.startswith(f"{folder}/") for file in self.unreadable)

    @property
    def has_stray(self) -> bool:
        """Whether a dated record lies where none belongs, so that it may be the one missed elsewhere."""
        paths = [file.split("/") for file in self.unreadable if file.endswith(".yaml")]
        dated = [path for path in paths if path[-1][:4].isdigit()]
        return any(len(path) != 4 or path[2] not in self.jurisdictions for path in dated)

    def versions(self, jurisdiction: str) -> list[tuple[str, Ruleset]]:
        """The versions of one jurisdiction, oldest first."""
        return [(id_, version) for id_, version in self.rulesets.items() if id_.split("/")[0] == jurisdiction]

    def jurisdictions_named(self) -> set[str]:
        """Those of the lists and notices, and of the versions that they cite."""
        ids = [*self.designations, *(document.ruleset or "" for document in self.designations.values())]
        ids += [notice.front.ruleset or "" for notice in self.notices.values()]
        ids += [form for notice in self.notices.values() for form in notice.front.forms]
        ids += [q.version or "" for notice in self.notices.values() for q in quotations(notice.body)]
        own = {notice.front.jurisdiction for notice in self.notices.values()}
        return own | {id_.split("/")[0] for id_ in ids if id_}

    def within(self, jurisdictions: Iterable[str]) -> "Site":
        """The same with the versions and forms of these jurisdictions, and of those that they cite.

        Worked cases are left out: they are looked at with the base.
        """
        known: set[str] = set()
        fresh = set(jurisdictions)
        while fresh:
            known |= fresh
            cited = {id_ for name in fresh for _, version in self.versions(name) for id_ in _cited(version)}
            fresh = {id_.split("/")[0] for id_ in cited} - known
        return replace(
            self,
            rulesets={id_: record for id_, record in self.rulesets.items() if id_.split("/")[0] in known},
            forms={id_: record for id_, record in self.forms.items() if id_.split("/")[0] in known},
            cases={},
        )


def _cited(version: Ruleset) -> Iterator[str]:
    """The other versions that a version names."""
    named = [*(old.ruleset for old in version.supersedes), *(basis.ruleset for basis in version.based_on)]
    named.append(version.presumption.by if version.presumption else None)
    return (id_ for id_ in named if id_)
