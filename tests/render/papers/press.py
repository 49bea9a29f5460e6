# SPDX-License-Identifier: Apache-2.0
"""How do these tests make papers? All of the tiny site's, with a stand-in for what typst sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.base.output_file import OutputFile
from generator.render.page import Page
from generator.render.papers.data import paper_data
from generator.render.papers.files import Download, files_of
from generator.render.papers.packs import pack_files
from generator.render.papers.pages import Made, paper_pages
from generator.render.papers.papers import Paper, papers
from generator.render.studio import Studio
from tests.render.workshop import tiny_workshop

PDF = b"%PDF of a sample"
JURISDICTION = "yangli"


@dataclass(frozen=True, slots=True)
class Printed:
    """What was made."""

    made: Made
    pages: Mapping[str, Page]

    @property
    def downloads(self) -> dict[str, Download]:
        """Every file by its path."""
        packs = [download for found in self.made.packs.values() for _, download in found]
        return {d.file.path: d for d in [*(d for found in self.made.files.values() for d in found), *packs]}

    def paper(self, id_: str) -> Paper:
        """A paper by its id."""
        return self.made.papers[id_]

    def data(self, id_: str) -> OutputFile:
        """Its JSON."""
        paper = self.made.papers[id_]
        return paper_data(paper.listed, paper, self.made.files[id_])


def printed(room: Studio) -> Printed:
    """Everything that is made of the papers of the tiny site."""
    found = list(papers(room, JURISDICTION))
    files = {paper.listed.id: list(files_of(paper, PDF)) for paper in found}
    versions = [id_ for id_, _ in room.register.site.versions(JURISDICTION)]
    packs = {id_: list(pack_files(room, id_, files)) for id_ in versions}
    made = Made({paper.listed.id: paper for paper in found}, files, packs)
    return Printed(made, {page.address: page for page in paper_pages(room, JURISDICTION, made)})


@cache
def tiny() -> Printed:
    """Those of the tiny site as it is."""
    return printed(tiny_workshop())
