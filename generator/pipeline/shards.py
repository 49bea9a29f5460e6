# SPDX-License-Identifier: Apache-2.0
"""What comes of one shard? It is read, checked and rendered by itself, with the base beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator.base.finding import Finding, Level, in_reading_order
from generator.base.output_file import OutputFile
from generator.checks import catalogue as checks
from generator.checks.addresses import addresses_of
from generator.checks.freshness import newest_of
from generator.derive.permanent import lasting_platforms
from generator.derive.register import register
from generator.derive.withheld import shown_on
from generator.load.survey import LISTS
from generator.load.tree import load_shard, located
from generator.model.chain import Chain, Leaves
from generator.model.outcome import Outcome
from generator.model.site import Site
from generator.output.parts import Release
from generator.output.site_search import record_lines
from generator.render import catalogue as renderers
from generator.render.leaves import leaves_of
from generator.render.links import links_of
from generator.render.overview import overview_of
from generator.render.page import Page, Shell
from generator.render.studio import Studio


class Broken(Exception):
    """Pages of the site cannot be shown as they are; the message lists why."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A shard that was read and checked: everything that was found, and what it tells the others."""

    outcome: Outcome
    leaves: Leaves


def examined(
    root: Path, base: Site, files: tuple[str, ...], key: str, last: Outcome | None
) -> tuple[Site, Examined]:
    """What a shard holds, and everything that is found in its files; `last` is what came of it before."""
    site, findings = load_shard(root, base, files, last.vouched(key) if last else {})
    known = register(site)
    own = set(files)
    found = [finding for finding in checks.run(known) if finding.location.file in own]
    outcome = Outcome(
        key=key,
        made_on=base.as_of,
        findings=tuple(in_reading_order(findings + located(root, found))),
        addresses=addresses_of(site),
        newest=newest_of(site),
        platforms=lasting_platforms(known),
    )
    leaves = Leaves(key=key, leaves=leaves_of(known), unreadable=site.unreadable & own)
    return site, Examined(outcome, leaves)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything stops a build."""
    return any(finding.level is Level.ERROR for finding in findings)


@dataclass(frozen=True, slots=True)
class Press:
    """What shards are rendered with, and the release that they are written into."""

    room: Studio
    shell: Shell
    release: Release
    current: Release | None

    def rendered(
        self,
        name: str,
        site: Site,
        seen: Examined,
        chains: Mapping[str, Chain],
        attached: Iterable[OutputFile],
    ) -> None:
        """Write a shard that was examined, with the chains on its pages and the files beside its notices."""
        room = replace(self.room, register=register(shown_on(site, site.as_of)), chains=chains)
        pages = [page for renderer in renderers.SHARD_PAGES for page in renderer(room)]
        further = [file for renderer in renderers.SHARD_FILES for file in renderer(room)]
        # The links of the shell are the same on all pages: they are looked at with those of the whole site.
        own = [OutputFile(self.shell.path_of(page), f"{page.head}\n{page.body}".encode()) for page in pages]
        links = links_of([*own, *further], self.shell.root)
        if links.problems:
            raise Broken("\n".join(links.problems))
        overview = overview_of(room)
        shelf = "search-documents" if name.startswith(LISTS) else "search-notices"
        lines = overview.lines | {shelf: record_lines(pages, {})}
        made = seen.outcome.model_copy(update={"until": first_change(pages), "links": links.outward})
        files = chain(map(self.shell.pour, pages), further, attached)
        told = overview.model_copy(update={"lines": lines})
        self.release.put(name, made, files, self.current, told, seen.leaves)


def first_change(pages: Iterable[Page]) -> date | None:
    """The first day on which a state on any of the pages changes."""
    return min((page.next_change for page in pages if page.next_change), default=None)
