# SPDX-License-Identifier: Apache-2.0
"""What would be found if new files were written?

Only the base and the shards of the new files are looked at; what was found before is not told again.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.base.finding import Finding, Level
from generator.load.survey import shard_of
from generator.output.rehearsal import rehearsal
from generator.pipeline import examine
from generator.pipeline.plan import Plan


def tried(plan: Plan, new: Mapping[str, str]) -> list[Finding]:
    """What is found with the new files that is not found without them, in reading order."""
    shards = {shard_of(file) for file in new}
    files = [*plan.survey.base]
    files += [file for name, own in plan.survey.shards.items() if name in shards for file in own]
    found = _found(plan, files, new)
    if not found:
        return []
    before = {_told(finding) for finding in _found(plan, files, {})}
    return [finding for finding in found if _told(finding) not in before and _concerns(finding, new)]


def _found(plan: Plan, files: list[str], new: Mapping[str, str]) -> tuple[Finding, ...]:
    contents = {file: text.encode() for file, text in new.items()}
    with rehearsal(plan.root, contents, files) as copy:
        return examine(copy, plan.as_of)


def _concerns(finding: Finding, new: Mapping[str, str]) -> bool:
    """Notes of other files may come of seeing only a part of the site."""
    return finding.level is Level.ERROR or finding.location.file in new


def _told(finding: Finding) -> Finding:
    """A finding wherever in its file it stands."""
    return replace(finding, location=replace(finding.location, line=0, column=0))
