# SPDX-License-Identifier: Apache-2.0
"""What is made once all shards are known? The pages of the whole site, its lists, indexes and manifest."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from generator.base.days import ONE_DAY
from generator.base.finding import Finding
from generator.base.output_file import OutputFile
from generator.load.survey import LISTS
from generator.model.outcome import Outcome
from generator.output.engine import EngineResult
from generator.output.parallel import Job
from generator.output.release import Release, Unfit, stored_as
from generator.output.site_search import Record, record_lines, volume_files, volume_list, volumes
from generator.pipeline.plan import Plan
from generator.pipeline.shards import Broken
from generator.render import catalogue as renderers
from generator.render.links import anchors_of, broken, links_of
from generator.render.manifest import manifest
from generator.render.page import Page
from generator.render.site_map import site_map
from generator.render.studio import Studio

SITE, LOOKUP, TABLES, SEARCH, MANIFEST = "site", "lookup", "tables", "search", "manifest"


@dataclass(frozen=True, slots=True)
class Whole:
    """What the parts of the whole site are made with."""

    plan: Plan
    studio: Studio
    engine: EngineResult
    release: Release
    current: Release | None

    def put(self, part: str, key: str, files: Callable[[], Iterable[OutputFile]]) -> Outcome:
        """A part that is made anew only if its key is another one than last time."""
        known = self.current.outcome(part) if self.current else None
        if self.current and known and known.holds(key, self.plan.as_of):
            self.release.adopt(part, known, self.current)
            return known
        outcome = Outcome(key=key, made_on=self.plan.as_of)
        return self.release.put(part, outcome, files(), self.current)

    def pages(self) -> list[Page]:
        """The pages of the whole site."""
        return [page for renderer in renderers.SITE_PAGES for page in renderer(self.studio)]

    def jobs(self, pages: list[Page]) -> list[Job[tuple[str, Outcome]]]:
        """The pages and lists, the lookup and the tables, each a job by itself."""
        sources = self.plan.sources
        lists = [digest for name, digest in sources.items() if name.startswith(LISTS)]
        lookup, tables = self.plan.key(self.plan.law, *lists), self.plan.key(self.plan.law, *sources.values())
        return [
            partial(self._index, TABLES, tables, partial(_made, renderers.TABLES, self.studio)),
            partial(self._index, LOOKUP, lookup, partial(_made, renderers.LOOKUP, self.studio)),
            partial(self._site, pages),
        ]

    def volumes(self, pages: list[Page]) -> dict[str, list[Record]]:
        """What the site-wide search finds, by volume."""
        lines = self.studio.overview.lines
        base = record_lines(pages, self.engine.prose)
        return volumes(base, lines.get("search-notices", ""), lines.get("search-documents", ""))

    def search_jobs(self, bound: dict[str, list[Record]]) -> list[Job[tuple[str, Outcome]]]:
        """The volumes of the site-wide search, each a job by itself."""
        jobs: list[Job[tuple[str, Outcome]]] = []
        for name, records in bound.items():
            is_first = name == next(iter(bound))
            key = self.plan.key(self.plan.code, str(is_first), json.dumps(records, ensure_ascii=False))
            files = partial(volume_files, name, records, is_first=is_first)
            jobs.append(partial(self._index, f"{SEARCH}/{name}", key, files))
        return jobs

    def _site(self, pages: list[Page]) -> tuple[str, Outcome]:
        """The pages and lists, which are few and always made."""
        files = [self.engine.shell.pour(page) for page in pages]
        files += self.engine.files
        files += _made(renderers.SITE_FILES, self.studio)
        links = links_of(files, self.engine.shell.root)
        if links.problems:
            raise Broken("\n".join(links.problems))
        outcome = Outcome(key="", made_on=self.plan.as_of, links=links.outward)
        return SITE, self.release.put(SITE, outcome, files, self.current)

    def _index(self, part: str, key: str, files: Callable[[], Iterable[OutputFile]]) -> tuple[str, Outcome]:
        return part, self.put(part, key, files)

    def last(
        self, outcomes: dict[str, Outcome], searched: Iterable[str], findings: tuple[Finding, ...]
    ) -> Outcome:
        """The list of volumes, the sitemap and the manifest, once every other file is known."""
        stored = {path: file for outcome in outcomes.values() for path, file in outcome.files.items()}
        if len(stored) < sum(len(outcome.files) for outcome in outcomes.values()):
            raise Unfit("两个文件的网址相同")
        files = [volume_list(searched), *site_map(stored, self.studio.register.site.settings)]
        for file in files:
            stored[file.path] = stored_as(file)
        files.append(manifest(stored, self.plan.as_of, self.plan.commit))
        outcome = Outcome(
            key=self.plan.whole,
            made_on=self.plan.as_of,
            until=self.plan.as_of + ONE_DAY,
            findings=findings,
        )
        return self.release.put(MANIFEST, outcome, files, None)

    def broken_links(self, outcomes: dict[str, Outcome]) -> list[str]:
        """Every link from one part to another that leads nowhere."""
        paths = {path for outcome in outcomes.values() for path in outcome.files}

        @cache
        def anchors(path: str) -> set[str]:
            return anchors_of((self.release.site / path).read_bytes())

        links = {target: page for outcome in outcomes.values() for target, page in outcome.links.items()}
        return list(broken(links, paths, anchors))


def _made(files: renderers.Files, studio: Studio) -> Iterator[OutputFile]:
    for renderer in files:
        yield from renderer(studio)
