# SPDX-License-Identifier: Apache-2.0
"""What is everything that was loaded? One immutable value that checks and renderers are functions of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.designation import Designation
from generator.model.form import Form
from generator.model.jurisdiction import Jurisdiction
from generator.model.notice import Notice
from generator.model.profile import Profile
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
    unreadable: frozenset[str] = frozenset()  # files that are there but could not be read

    def has_unreadable(self, folder: str) -> bool:
        """Whether a file below a folder could not be read, so that nothing follows from what is absent."""
        return any(file.startswith(f"{folder}/") for file in self.unreadable)

    def versions(self, jurisdiction: str) -> list[tuple[str, Ruleset]]:
        """The versions of one jurisdiction, oldest first."""
        return [(id_, version) for id_, version in self.rulesets.items() if id_.split("/")[0] == jurisdiction]
