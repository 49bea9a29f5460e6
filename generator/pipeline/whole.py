# SPDX-License-Identifier: Apache-2.0
"""What is made once all shards are known? The pages of the whole site, its lists, indexes and manifest."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from pydantic import TypeAdapter

from generator.base.days import ONE_DAY
from generator.base.finding import Finding
from generator.base.output_file import OutputFile
from generator.derive.deadlines import TERM_ENDS
from generator.model.outcome import Outcome, Stored
from generator.model.overview import Item, Overview
from generator.output.engine import EngineResult
from generator.output.parallel import Job
from generator.output.parts import Release, stored_as
from generator.output.site_search import Record, record_lines, volume_files, volume_list, volumes
from generator.pipeline.papers import SEARCH, paper_jobs, paper_parts
from generator.pipeline.plan import Plan
from generator.pipeline.shards import Broken, first_change
from generator.render import catalogue as renderers
from generator.render import registry_lists
from generator.render.links import anchors_of, broken, links_of
from generator.render.lookup import index
from generator.render.manifest import manifest
from generator.render.site_map import site_map
from generator.render.studio import Studio

SITE, MANIFEST = "site", "manifest"
# The parts made of lines that the shards tell: from which lines, and by which renderers; the longest first.
OF_LINES: tuple[tuple[str, tuple[str, ...], renderers.Files | None], ...] = (
    ("lookup", (index.PLATFORMS, index.DOCUMENTS), renderers.LOOKUP),
    ("tables/terms", ("table-terms",), renderers.TERM_TABLES),
    ("workbooks/platforms", ("table-platforms",), renderers.PLATFORM_WORKBOOK),
    ("tables/platforms", ("table-platforms",), renderers.PLATFORM_TABLE),
    ("letters", (registry_lists.NAMES,), None),  # pages, not files
    ("schemas", (), renderers.SCHEMAS),
)

# The parts made of all notices and documents: by which renderers of pages and of files.
OF_ITEMS: tuple[tuple[str, renderers.Pages, renderers.Files], ...] = (
    ("calendars", (), renderers.CALENDARS),
    ("feeds", (), renderers.FEEDS),
    ("quarters", renderers.QUARTERS, ()),
    ("notice-lists", renderers.ARCHIVE, renderers.NOTICE_INDEX),
)
ITEMS = TypeAdapter(tuple[Item, ...])
NOTHING = Overview()


@dataclass(frozen=True, slots=True)
class Whole:
    """What the parts of the whole site are made with."""

    plan: Plan
    studio: Studio
    engine: EngineResult
    release: Release
    current: Release | None

    def _put(self, part: str, key: str, files: Callable[[], Iterable[OutputFile]]) -> tuple[str, ...]:
        """A part that is made anew only if its key is another one than last time; its name."""
        return self._kept(part, key) or self._written(part, key, list(files()))

    def _kept(self, part: str, key: str) -> tuple[str, ...]:
        """The name of a part that is as it was, taken over; none where it is to be made."""
        known = self.current.outcome(part) if self.current else None
        if not (self.current and known and known.holds(key, self.plan.as_of)):
            return ()
        self.release.adopt(part, known, self.current)
        return (part,)

    def _written(
        self,
        part: str,
        key: str,
        files: list[OutputFile],
        overview: Overview = NOTHING,
        until: date | None = None,
    ) -> tuple[str, ...]:
        """Write a part, once its links are looked at; its name."""
        links = links_of(files, self.engine.shell.root)
        if links.problems:
            raise Broken("\n".join(links.problems))
        outcome = Outcome(key=key, made_on=self.plan.as_of, until=until, links=links.outward)
        self.release.put(part, outcome, files, self.current, overview)
        return (part,)

    def jobs(self) -> list[Job[tuple[str, ...]]]:
        """Everything that is made of all shards but the search, each part a job; the names come back."""
        lines = self.studio.overview.lines
        jobs: list[Job[tuple[str, ...]]] = [
            *paper_jobs(self.plan, self.studio, self.engine.shell, self.release, self.current),
            self._site,
        ]
        for part, names, files in OF_LINES:
            key = self.plan.key(self.plan.law, *(lines.get(name, "") for name in names))
            made = self._letters if files is None else partial(_made, files, self.studio)
            jobs.append(partial(self._put, part, key, made))
        items = ITEMS.dump_json(self.studio.overview.items).decode()
        ends = lines.get(TERM_ENDS, "")
        for part, pages, further in OF_ITEMS:
            key = self.plan.key(self.plan.law, str(self.plan.as_of.year), items, ends)
            jobs.append(partial(self._of_items, part, key, pages, further))
        return jobs

    def _letters(self) -> Iterator[OutputFile]:
        """The lists of names by letter."""
        for renderer in renderers.LETTER_PAGES:
            yield from map(self.engine.shell.pour, renderer(self.studio))

    def _of_items(
        self, part: str, key: str, pages: renderers.Pages, files: renderers.Files
    ) -> tuple[str, ...]:
        """A part made of all notices and documents, until the first day on which a state in it changes."""
        if kept := self._kept(part, key):
            return kept
        made = [page for renderer in pages for page in renderer(self.studio)]
        poured = [*map(self.engine.shell.pour, made), *_made(files, self.studio)]
        coming = [item.on.first for item in self.studio.overview.items if item.on.first > self.plan.as_of]
        until = min((day for day in (first_change(made), *coming) if day), default=None)
        return self._written(part, key, poured, until=until)

    def volumes(self) -> dict[str, list[Record]]:
        """What the site-wide search finds, by volume."""
        lines = self.studio.overview.lines
        base = self.release.overview(SITE).lines[SEARCH]
        forms = "".join(self.release.overview(part).lines[SEARCH] for part in paper_parts(self.studio))
        notices, documents = (lines.get(f"search-{kind}", "") for kind in ("notices", "documents"))
        return volumes(base, notices, documents, forms)

    def search_jobs(self, bound: dict[str, list[Record]]) -> list[Job[tuple[str, ...]]]:
        """The volumes of the site-wide search, each a job by itself."""
        jobs: list[Job[tuple[str, ...]]] = []
        for name, records in bound.items():
            is_first = name == next(iter(bound))
            key = self.plan.key(self.plan.code, str(is_first), json.dumps(records, ensure_ascii=False))
            files = partial(volume_files, name, records, is_first=is_first)
            jobs.append(partial(self._put, f"{SEARCH}/{name}", key, files))
        return jobs

    def _site(self) -> tuple[str, ...]:
        """The pages and lists, which are few and always made."""
        pages = [page for renderer in renderers.SITE_PAGES for page in renderer(self.studio)]
        files = [self.engine.shell.pour(page) for page in pages]
        files += _made(renderers.SITE_FILES, self.studio)
        searched = Overview(lines={SEARCH: record_lines(pages, self.engine.prose)})
        return self._written(SITE, self.plan.code, files, searched)

    def last(self, stored: dict[str, Stored], searched: Iterable[str], findings: tuple[Finding, ...]) -> None:
        """The list of volumes, the sitemap and the manifest, once all others are stored; they are added."""
        site = self.studio.register.site
        moved = {f"{moved.from_}index.html" for moved in site.redirects}
        files = [volume_list(searched), *site_map(stored.keys() - moved, site.settings)]
        for file in files:
            stored[file.path] = stored_as(file)
        files.append(manifest(stored, self.plan.as_of, self.plan.commit))
        stored[files[-1].path] = stored_as(files[-1])
        outcome = Outcome(
            key=self.plan.whole,
            made_on=self.plan.as_of,
            until=self.plan.as_of + ONE_DAY,
            findings=findings,
        )
        self.release.put(MANIFEST, outcome, files, None)

    def broken_links(self, outcomes: Iterable[Outcome], paths: Collection[str]) -> list[str]:
        """Every link from one part to another and every locked address that leads nowhere.

        `paths` are all files of the site.
        """

        @cache
        def anchors(path: str) -> set[str]:
            return anchors_of(self.release.content(path))

        links = {target: page for outcome in outcomes for target, page in outcome.links.items()}
        locked = {f"{address}index.html" for address in self.studio.register.site.lock}
        silent = [f"发布过的网址 /{path.removesuffix('index.html')} 没有网页" for path in locked - set(paths)]
        return [*broken(links, paths, anchors), *sorted(silent)]


def _made(files: renderers.Files, studio: Studio) -> Iterator[OutputFile]:
    for renderer in files:
        yield from renderer(studio)
