# SPDX-License-Identifier: Apache-2.0
"""Which forms are made anew? Those of the jurisdictions of which anything that stands on a paper has changed.

The papers of a jurisdiction are a part. Typesetting has a process of its own, which is started once for many
jurisdictions, so a job makes several parts.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil

from pydantic import BaseModel

from generator.base.output_file import OutputFile
from generator.derive.papers import jurisdictions_with_papers, papers_of
from generator.model.outcome import Outcome
from generator.model.overview import Overview
from generator.output.parallel import Job
from generator.output.parts import Release
from generator.output.site_search import record_lines
from generator.output.typesetter import typeset
from generator.pipeline.plan import Plan
from generator.pipeline.shards import Broken, first_change
from generator.render.documents.typst_source import typst_of
from generator.render.links import links_of
from generator.render.page import Page, Shell
from generator.render.papers.data import paper_data
from generator.render.papers.files import files_of
from generator.render.papers.packs import pack_files
from generator.render.papers.pages import Made, paper_pages
from generator.render.papers.papers import Paper, papers
from generator.render.studio import Studio, standing_data

SEARCH = "search"  # the lines of an overview that the site-wide search is made of
AT_LEAST = 8  # jurisdictions that are worth a process of their own


def part_of(jurisdiction: str) -> str:
    """The name of the part."""
    return f"forms/{jurisdiction}"


def paper_parts(studio: Studio) -> list[str]:
    """The parts of all jurisdictions that have papers."""
    return [part_of(id_) for id_ in jurisdictions_with_papers(studio.register)]


def paper_jobs(
    plan: Plan, studio: Studio, shell: Shell, release: Release, current: Release | None
) -> list[Job[tuple[str, ...]]]:
    """Jobs that bring all papers up to date; each answers with the names of its parts."""
    press = _Press(plan, studio, shell, release, current)
    names = jurisdictions_with_papers(studio.register)
    share = max(AT_LEAST, ceil(len(names) / (os.cpu_count() or 1)))
    return [partial(press.brought_up, names[at : at + share]) for at in range(0, len(names), share)]


@dataclass(frozen=True, slots=True)
class _Press:
    """What papers are made with, and the release that they are written into."""

    plan: Plan
    studio: Studio
    shell: Shell
    release: Release
    current: Release | None

    def brought_up(self, jurisdictions: list[str]) -> tuple[str, ...]:
        """Take over the papers that are the same, and make the others."""
        stale: dict[str, str] = {}
        for name in jurisdictions:
            key = self.key(name)
            known = self.current.outcome(part_of(name)) if self.current else None
            if self.current and known and known.holds(key, self.plan.as_of):
                self.release.adopt(part_of(name), known, self.current)
            else:
                stale[name] = key
        drawn = {name: list(papers(self.studio, name)) for name in stale}
        set_ = iter(typeset([typst_of(paper.document) for found in drawn.values() for paper in found]))
        for name, found in drawn.items():
            self._written(name, stale[name], found, [next(set_) for _ in found])
        return tuple(map(part_of, jurisdictions))

    def key(self, jurisdiction: str) -> str:
        """The digest of everything that the papers of a jurisdiction and their pages are made from."""
        register = self.studio.register
        site = register.site
        versions = dict(site.versions(jurisdiction))
        forms = {form for id_ in versions for form in register.forms_of.get(id_, ())}
        forms |= {
            material.form for version in versions.values() for material in version.materials if material.form
        }
        records: list[BaseModel] = [site.settings, site.vocabularies, site.jurisdictions[jurisdiction]]
        records += versions.values()
        records += [site.forms[id_] for id_ in sorted(forms)]
        standings = [standing_data(register.standings[id_]) for id_ in versions]
        listed = [repr(papers_of(register, id_)) for id_ in versions]
        return self.plan.key(
            self.plan.code, *(record.model_dump_json() for record in records), *standings, *listed
        )

    def _written(self, jurisdiction: str, key: str, found: list[Paper], pdfs: list[bytes]) -> None:
        """Write the papers of a jurisdiction, once the links of their pages are looked at."""
        files = {paper.listed.id: list(files_of(paper, pdf)) for paper, pdf in zip(found, pdfs, strict=True)}
        versions = [id_ for id_, _ in self.studio.register.site.versions(jurisdiction)]
        packs = {id_: list(pack_files(self.studio, id_, files)) for id_ in versions}
        made = Made({paper.listed.id: paper for paper in found}, files, packs)
        pages = list(paper_pages(self.studio, jurisdiction, made))
        outputs = [*self._pages(pages), *self._files(versions, made)]
        links = links_of(outputs, self.shell.root)
        if links.problems:
            raise Broken("\n".join(links.problems))
        outcome = Outcome(key=key, made_on=self.plan.as_of, until=first_change(pages), links=links.outward)
        overview = Overview(lines={SEARCH: record_lines(pages, {})})
        self.release.put(part_of(jurisdiction), outcome, outputs, self.current, overview)

    def _pages(self, pages: list[Page]) -> Iterator[OutputFile]:
        return map(self.shell.pour, pages)

    def _files(self, versions: list[str], made: Made) -> Iterator[OutputFile]:
        for downloads in made.files.values():
            yield from (download.file for download in downloads)
        for packs in made.packs.values():
            yield from (download.file for _, download in packs)
        for id_ in versions:
            for listed in papers_of(self.studio.register, id_):
                yield paper_data(listed, made.papers.get(listed.id), made.files.get(listed.id, []))
