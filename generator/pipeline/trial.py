# SPDX-License-Identifier: Apache-2.0
"""What would be found if files were written? Everything is looked at, and what was found before is not told.

What the release that is shown has looked at is not read again, so that a large project costs little once it
has been built.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.base.finding import Finding, Level
from generator.output.rehearsal import rehearsal
from generator.pipeline import examine
from generator.pipeline.plan import current_of


def tried(root: Path, as_of: date, contents: Mapping[str, bytes]) -> list[Finding]:
    """The errors that the project would have with these files and has not now, and what is noted of them."""
    with rehearsal(root, contents) as copy:
        found = [finding for finding in examine(copy, as_of, current_of(root)) if _matters(finding, contents)]
    is_new = {file for file in contents if not (root / file).exists()}
    if all(finding.location.file in is_new for finding in found):
        return found
    before = {_told(finding) for finding in examine(root, as_of)}
    return [finding for finding in found if _told(finding) not in before]


def _matters(finding: Finding, contents: Mapping[str, bytes]) -> bool:
    """Notes of other files are no concern of somebody who writes these."""
    return finding.level is Level.ERROR or finding.location.file in contents


def _told(finding: Finding) -> Finding:
    """A finding wherever in its file it stands."""
    return replace(finding, location=replace(finding.location, line=0, column=0))
