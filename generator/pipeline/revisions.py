# SPDX-License-Identifier: Apache-2.0
"""How are two revisions of the sources read to be compared? Only what may differ is read, each by itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.base.finding import Finding, Level
from generator.checks import catalogue as checks
from generator.checks.handbook import settled
from generator.derive.comparison import Comparison, compared
from generator.derive.register import register
from generator.load import rooms
from generator.load.revision import changed_files, forked_from, resolved
from generator.load.survey import LISTS, Survey, shard_of, survey
from generator.load.tree import load_files
from generator.model.difference import Turn
from generator.model.notice import NoticeKind
from generator.model.site import Site
from generator.output.laying_out import revision_laid_out

OF_ALL_SHARDS = ("registry/rulesets/", "registry/vocabularies/")  # what lists and notices follow from
OLD, NEW = "旧版本", "新版本"


class Incomparable(Exception):
    """One of the revisions cannot be compared at all. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """Two revisions compared, with what must be known beside that."""

    base: str
    head: str | None
    comparison: Comparison
    files: tuple[str, ...]
    not_compared: tuple[str, ...]
    untouched: int
    pictures: tuple[tuple[str, Turn], ...]  # in prose, which are shown as they are


def compare(root: Path, base: str, head: str | None, as_of: date) -> Revisions:
    """The conclusions of two revisions, or of the working tree and what it shares with one.

    What came to the base since the working tree forked from it is no change of ours.
    """
    old_commit = forked_from(root, base) if head is None else resolved(root, base)
    new_commit = resolved(root, head) if head is not None else None
    files = changed_files(root, old_commit, new_commit)
    with revision_laid_out(root, old_commit) as old_root, revision_laid_out(root, new_commit) as new_root:
        sides = (_Side.of(OLD, old_root, as_of), _Side.of(NEW, new_root, as_of))
        touched = {shard for file in files if (shard := shard_of(file))}
        everything = any(file.startswith(OF_ALL_SHARDS) for file in files)
        chosen: Callable[[str], bool] = (lambda _: True) if everything else touched.__contains__
        old, new = (side.read(chosen) for side in sides)
        if not everything and any(_tells_of_drafts(site) for site, _ in (old, new)):
            old, new = (
                side.read(lambda shard: shard in touched or not shard.startswith(LISTS)) for side in sides
            )
        pictures = tuple(_pictures(files, *(side.root for side in sides)))
    places = {shard for side in sides for shard in side.survey.shards if shard.startswith(LISTS)}
    comparison = compared(old[0], new[0], as_of)
    wrong = settled(new[0], [*new[1], *(_found(new[0], files) if files else ())])
    return Revisions(
        base=old_commit,
        head=new_commit,
        comparison=comparison,
        files=tuple(sorted(files)),
        not_compared=(*_left_out(comparison, _errors(old[1]), _errors(wrong)), *_look(files)),
        untouched=0 if everything else len(places - touched),
        pictures=pictures,
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two revisions."""

    name: str
    root: Path
    as_of: date
    survey: Survey

    @classmethod
    def of(cls, name: str, root: Path, as_of: date) -> "_Side":
        return cls(name, root, as_of, survey(root))

    def read(self, chosen: Callable[[str], bool]) -> tuple[Site, list[Finding]]:
        """The base with the chosen shards."""
        shards = (files for name, files in self.survey.shards.items() if chosen(name))
        files = [*self.survey.base, *(file for shard in shards for file in shard)]
        site, findings = load_files(self.root, self.as_of, files)
        if site is None:
            told = "\n".join(f"    {finding}" for finding in findings if finding.level is Level.ERROR)
            repair = (
                "先运行 platform-registry check 并改正" if self.name == NEW else "换一个较新的旧版本，再试"
            )
            raise Incomparable(
                f"{self.name}缺少站点设置或词表，或它们有错，无从比较\n    修法：{repair}\n{told}"
            )
        return site, findings


def _tells_of_drafts(site: Site) -> bool:
    """Whether a notice was read that may say until when comments on a draft are asked for."""
    return any(notice.front.kind is NoticeKind.CONSULTATION for notice in site.notices.values())


def _pictures(files: Iterable[str], old: Path, new: Path) -> Iterator[tuple[str, Turn]]:
    """The pictures in prose that differ, with what happened to each."""
    for file in sorted(filter(rooms.is_picture, files)):
        there = (old / file).exists(), (new / file).exists()
        yield file, Turn.CHANGED if all(there) else Turn.ADDED if there[1] else Turn.GONE


def _look(files: Iterable[str]) -> Iterator[str]:
    """That templates, scripts and styles are not compared, though they say what readers see."""
    if look := [file for file in files if file.startswith(rooms.LOOK) and file != rooms.SETTINGS]:
        yield (
            f"{min(look)} 等 {len(look)} 个文件是模板、样式、脚本或排版设置，网页的样子和固定的字句可能改变；"
            "这里只比较记录，没有比较它们"
        )


def _found(site: Site, files: frozenset[str]) -> list[Finding]:
    return checks.run(register(_worth_checking(site, files)))


def _worth_checking(site: Site, files: frozenset[str]) -> Site:
    """The site without the worked cases that no change touches: judging them takes half the time."""
    if any(file.startswith("registry/vocabularies/") for file in files):
        return site
    touched = {
        id_: cases
        for id_, cases in site.cases.items()
        if files & {f"registry/cases/{id_}.yaml", f"registry/rulesets/{id_}.yaml"}
    }
    return replace(site, cases=touched)


def _errors(findings: Iterable[Finding]) -> int:
    return sum(finding.level is Level.ERROR for finding in findings)


def _left_out(comparison: Comparison, old: int, new: int) -> Iterator[str]:
    """What was not compared, and that errors are to be repaired first."""
    unread = [
        f"{name}的 {file} 读不出来，由它得出的结论没有比较"
        for name, side in ((OLD, comparison.old), (NEW, comparison.new))
        for file in sorted(side.site.unreadable)
    ]
    yield from unread
    if unread:
        yield "因为有文件读不出来，网址、指南和办法的施行期间也没有比较"
    if new:
        yield f"{NEW}有 {new} 处错误，下面所说的可能不准：先运行 platform-registry check 并改正"
    if old:
        yield f"{OLD}有 {old} 处错误，与它们相关的差别可能不准"
