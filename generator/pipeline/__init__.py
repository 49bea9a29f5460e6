# SPDX-License-Identifier: Apache-2.0
"""What is the whole way from sources to site? Looked at, read, checked, rendered, verified, shown."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.base.finding import Finding, in_reading_order
from generator.checks import catalogue as checks
from generator.checks.chapters import chapters
from generator.checks.handbook import settled
from generator.derive.permanent import lasting_pages
from generator.derive.register import register
from generator.derive.versions import consultations
from generator.load.tree import load, located
from generator.model.outcome import Outcome, Stored
from generator.model.overview import merged
from generator.model.site import Site
from generator.output.engine import EngineFailed
from generator.output.last_look import Leaked
from generator.output.parallel import Job, WorkerLostError, each_done
from generator.output.parts import RENAME, Release, Unfit
from generator.output.release import next_release, publish
from generator.output.site_search import SearchFailed
from generator.output.typesetter import TypesettingFailed
from generator.pipeline.plan import Plan, base_of, current_of, plan_of
from generator.pipeline.prose import ENGINE, engine_of
from generator.pipeline.reading import Reading, Seen, chains_by_shard
from generator.pipeline.shards import Broken, Examined, Press, has_errors
from generator.pipeline.whole import MANIFEST, Whole
from generator.render.studio import Studio, studio

T = TypeVar("T")
Progress = Callable[[str], None]
BASE = "base"  # the part that holds what is found in the base; it has no files
LITTLE = 64  # so many files are worked through in this process: forking would take longer
LOST = "一个工作进程中途被系统结束，多半是内存不足\n    修法：关掉占用内存的程序，再试"


class Stopped(Exception):
    """The build cannot go on; nothing was published. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: everything that was found, and the site, unless there were errors."""

    findings: tuple[Finding, ...]
    site: Path | None = None
    is_new: bool = True  # False where the site was up to date already


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that was found in all files, located and in reading order."""

    base: Site | None
    found: tuple[Finding, ...]  # before any exception is taken into account
    pages: Mapping[str, str | None]  # every page that must answer, with the file of its record
    seen: Seen  # every shard


def inspected(
    root: Path, as_of: date, current: Release | None, other: Inspection | None = None
) -> Inspection:
    """Read and check everything; nothing is written.

    What `current` holds, or was seen in another revision on the same day, need not be read again.
    """
    plan = plan_of(root, as_of)
    base, findings = _base(plan, current)
    if base is None:  # the lists cannot be checked without it, but what they cannot be read for is told
        return Inspection(None, tuple(load(root, as_of)[1]), {}, {})
    seen = _seen(plan, Reading(plan, base, current, other.seen if other else {}))
    return Inspection(base, _all_findings(plan, base, findings, seen), _pages(base, seen), seen)


def examine(root: Path, as_of: date, current: Release | None = None) -> tuple[Finding, ...]:
    """Everything that is found in all files as it counts; nothing is written."""
    seen = inspected(root, as_of, current or current_of(root))
    return counted(root, seen.base, seen.found) if seen.base else seen.found


def counted(
    root: Path, base: Site, found: Iterable[Finding], *, of_change: bool = False
) -> tuple[Finding, ...]:
    """Findings as they count once exceptions are taken into account, with what there is to say of these."""
    return tuple(located(root, settled(base, found, of_change=of_change)))


def build(root: Path, as_of: date, progress: Progress, *, is_preview: bool = False) -> Built:
    """Read, check, render, verify and publish; with errors, or when Stopped, the site is as it was."""
    plan = plan_of(root, as_of, is_preview=is_preview)
    current = plan.store.current
    last = current.outcome(MANIFEST) if current else None
    if current and last and last.holds(plan.whole, as_of):
        return Built(last.findings, current.site, is_new=False)
    base, findings = _base(plan, current)
    if base is None or has_errors(settled(base, findings)):
        return Built(examine(root, as_of))
    try:
        try:
            return _build(plan, base, findings, progress, fresh=False)
        except Unfit:  # two records have one address, or an address went from one part to another
            if has_errors(found := examine(root, as_of)):
                return Built(found)
            return _build(plan, base, findings, progress, fresh=True)
    except Leaked as error:
        raise Stopped(f"生成的网页里有个人信息，没有发布：\n{error}") from None
    except EngineFailed as error:
        raise Stopped(f"文字页面无法排版：\n{error}") from error
    except Broken as error:
        raise Stopped(f"站内链接有误：\n{error}") from error
    except (SearchFailed, TypesettingFailed, Unfit) as error:
        raise Stopped(str(error)) from error


def _base(plan: Plan, current: Release | None) -> tuple[Site | None, list[Finding]]:
    """The base, with everything that is found in it, or was found when it was the same on the same day."""
    base, findings = base_of(plan)
    if base is None:
        return None, findings
    known = current.outcome(BASE) if current else None
    if known and known.key == plan.base:
        return base, list(known.findings)
    return base, in_reading_order(findings + located(plan.root, checks.run(register(base))))


def _seen(plan: Plan, reading: Reading) -> dict[str, Examined]:
    """Every shard with what was found in it, in the order of their names; only changed ones are read."""
    known = {name: reading.known(name) for name in plan.survey.shards}
    changed = [partial(reading.read, name) for name, seen in known.items() if seen is None]
    fresh = dict(_done(plan, changed))
    return {name: seen or fresh[name] for name, seen in known.items()}


def _all_findings(plan: Plan, base: Site, findings: Iterable[Finding], seen: Seen) -> tuple[Finding, ...]:
    """Those of the base and of every shard, and those that only show when all shards are seen."""
    outcomes = [shard.outcome for shard in seen.values()]
    inner = [finding for outcome in outcomes for finding in outcome.findings]
    between = checks.run_between(base, [o.addresses for o in outcomes], [o.newest for o in outcomes])
    between += checks.run_over([shard.leaves for shard in seen.values()])
    if not any(shard.leaves.unreadable for shard in seen.values()) and not base.unreadable:
        between += checks.run_lasting(base, _pages(base, seen))
    return tuple(in_reading_order([*findings, *inner, *located(plan.root, between)]))


def _pages(base: Site, seen: Seen) -> dict[str, str | None]:
    """Every page that must answer for ever."""
    outcomes = [shard.outcome for shard in seen.values()]
    return lasting_pages(register(base), (o.addresses for o in outcomes), [o.platforms for o in outcomes])


def _build(plan: Plan, base: Site, findings: list[Finding], progress: Progress, *, fresh: bool) -> Built:
    """Make every part, verify the whole, and show it."""
    with _nothing_collected(), next_release(plan.store, fresh=fresh) as (release, current):
        release.put(BASE, Outcome(key=plan.base, made_on=plan.as_of, findings=tuple(findings)), [], current)
        progress("排版文字页面")
        engine = engine_of(plan, base, release, current)
        progress("检查并生成各辖区的名单、各年的公告")
        room = studio(register(base), engine.prose, plan.commit)
        reading = Reading(plan, base, current)
        seen = _seen(plan, reading)
        found = counted(plan.root, base, _all_findings(plan, base, findings, seen))
        if has_errors(found):
            return Built(found)
        outcomes = _shards(plan, reading, seen, Press(room, engine.shell, release, current))
        progress("生成全站的页面、索引和表格")
        whole = Whole(plan, _overviewed(room, release, outcomes), engine, release, current)
        others = [part for made in _done(plan, whole.jobs()) for part in made]
        progress("编制全站搜索的索引")
        searched = whole.volumes()
        others += [part for made in _done(plan, whole.search_jobs(searched)) for part in made]
        outcomes |= {part: release.noted(part) for part in sorted([*others, ENGINE, BASE])}
        for part in set(release.parts) - outcomes.keys() - {MANIFEST}:
            release.drop(part)
        progress("核对链接和文件")
        stored = _stored(outcomes.values())
        whole.last(stored, searched, found)
        if wrong := whole.broken_links(outcomes.values(), stored):
            raise Broken("\n".join(wrong))
        return Built(found, publish(plan.store, release))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Whatever a build makes is held to its end; looking through it for garbage takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _shards(plan: Plan, reading: Reading, seen: Seen, press: Press) -> dict[str, Outcome]:
    """Every shard rendered; what came of each."""
    told = chains_by_shard(seen)
    for _ in _done(plan, [partial(reading.made, press, name, seen, told[name]) for name in seen]):
        pass
    return {name: press.release.noted(name) for name in seen}


def _stored(outcomes: Iterable[Outcome]) -> dict[str, Stored]:
    """Every file of the parts; Unfit where two have the same path."""
    stored: dict[str, Stored] = {}
    for outcome in outcomes:
        if twice := stored.keys() & outcome.files.keys():
            raise Unfit(f"两个文件的网址都是 /{min(twice)}{RENAME}")
        stored |= outcome.files
    return stored


def _overviewed(room: Studio, release: Release, shards: Iterable[str]) -> Studio:
    """The studio with what all shards tell."""
    overview = merged(map(release.overview, shards))
    told = ((item.notice_kind, item.ruleset, item.windows) for item in overview.items)
    known = register(room.register.site, consultations(told))
    return replace(room, register=known, overview=overview, handbook=chapters())


def _done(plan: Plan, jobs: Sequence[Job[T]]) -> Iterator[T]:
    """The results of all jobs, shared among processes; Stopped where one of these is lost."""
    try:
        yield from each_done(jobs, _workers(plan))
    except WorkerLostError as error:
        raise Stopped(LOST) from error


def _workers(plan: Plan) -> int:
    """How many processes are worth their while."""
    files = sum(map(len, plan.survey.shards.values()))
    return (os.cpu_count() or 1) if files > LITTLE else 1
