# SPDX-License-Identifier: Apache-2.0
"""What is found in a change? Both revisions are read and checked, and what is found in them is compared.

An error counts as the change's if it stands in a file that the change touches, or if it was not there before,
wherever it stands. Errors that were there before, in files that the change leaves alone, are told apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks import catalogue as checks
from generator.checks.compared import Change, Side
from generator.derive.register import register
from generator.load.revision import NoRevision, changed_files, forked_from
from generator.load.rooms import ATTACHMENT
from generator.load.survey import shard_of, survey
from generator.load.tree import load_shard, located
from generator.model.site import Site
from generator.output.laying_out import revision_laid_out
from generator.pipeline import Stopped, counted, inspected
from generator.pipeline.plan import current_of

NOT_COMPARED = Finding(
    Location("registry/vocabularies/jurisdictions.yaml").placed(1, 1),
    "原来的版本里设置或词表读不出来，没有与它比较已经发布的内容",
    "合并以前请人逐个文件看一遍改动",
    "published-documents-stay",
    Level.NOTE,
)


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that is found in a change, as it counts."""

    findings: tuple[Finding, ...]
    touched: int  # files
    untold: int = 0  # older notes of files that it leaves alone


def examine_change(root: Path, as_of: date, base: str) -> Examination:
    """What is found in the sources as they are, compared with a revision; Stopped if that cannot be had."""
    try:
        start = forked_from(root, base)
        touched = changed_files(root, start)
        with revision_laid_out(root, start) as old:
            return _examined(root, old, as_of, touched)
    except NoRevision as error:
        raise Stopped(str(error)) from error


def _examined(root: Path, old: Path, as_of: date, touched: frozenset[str]) -> Examination:
    current = current_of(root)
    before = inspected(old, as_of, current)
    after = inspected(root, as_of, current, before)
    if after.base is None:
        return Examination(after.found, len(touched))
    known = {finding for finding in before.found if finding.location.file not in touched}
    found = [
        replace(finding, level=Level.OLDER) if finding in known and finding.level is Level.ERROR else finding
        for finding in after.found
    ]
    if before.base is None:
        found.append(NOT_COMPARED)
    else:
        change = Change(
            _side(old, before.base, before.pages, touched),
            _side(root, after.base, after.pages, touched),
            touched,
        )
        found += located(root, checks.run_on(change))
    told = counted(root, after.base, found, of_change=True)
    findings = tuple(finding for finding in told if finding not in known)  # its notes; errors are marked
    return Examination(findings, len(touched), len(told) - len(findings))


def _side(root: Path, base: Site, pages: Mapping[str, str | None], touched: Iterable[str]) -> Side:
    """One side of a change, with the lists and notices of every shard that it touches."""
    shards = survey(root).shards
    names = {shard_of(file) for file in touched} & shards.keys()
    files = (file for name in sorted(filter(None, names)) for file in shards[name])
    lists, _ = load_shard(root, base, (file for file in files if not ATTACHMENT.fullmatch(file)), {})
    return Side(base, register(lists), pages)
