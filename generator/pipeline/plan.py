# SPDX-License-Identifier: Apache-2.0
"""Which parts does the site consist of, and what is each made from?

The key of a part is a digest of everything that it is made from, but the day: equal keys, equal files.
A preview is kept in a place of its own, so that it is never taken for the site.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.base.finding import Finding
from generator.derive import workdays
from generator.load.revision import commit_of
from generator.load.rooms import LEDGERS, LOOK
from generator.load.survey import Survey, digest_of, survey
from generator.load.tree import load_files
from generator.model.site import Site
from generator.output.parts import Release
from generator.output.release import Build

PACKAGE = Path(__file__).parent.parent
PROSE = "content/"


@dataclass(frozen=True, slots=True)
class Plan:
    """The sources as they are: the base, and the shards with the digests of their files."""

    root: Path
    as_of: date
    survey: Survey
    code: str  # digest of the generator, of the look and of the calendars
    law: str  # the same with the base but its prose: all that a shard is made from beside its own files
    prose: str  # digest of what the site engine works on
    ledgers: str  # digest of what the site is held to: its lock, redirects and accepted findings
    sources: Mapping[str, str]  # digest of the files of each shard
    commit: str | None
    is_preview: bool

    @property
    def store(self) -> Build:
        """Where releases are kept."""
        home = self.root / "build"
        return Build(home / "preview" if self.is_preview else home)

    def key(self, *of: str) -> str:
        """One digest of several."""
        return hashlib.sha256("\n".join(of).encode()).hexdigest()

    def shard_key(self, name: str) -> str:
        """The key of a shard: its files, the base, and the shell that its pages are poured into.

        The generator stands first by itself: what it has looked at need not be looked at again.
        """
        return f"{self.code}.{self.key(self.law, self.sources[name])}"

    @property
    def base(self) -> str:
        """The key of what is found in the base, which may depend on the day."""
        return self.key(self.law, self.prose, self.ledgers, self.as_of.isoformat())

    @property
    def whole(self) -> str:
        """The key of the whole site."""
        base = (self.law, self.prose, self.ledgers, self.commit or "")
        return self.key(*base, *self.sources, *self.sources.values())


def plan_of(root: Path, as_of: date, *, is_preview: bool = False) -> Plan:
    """Look at all sources; nothing is read as a record yet."""
    found = survey(root)
    commit = commit_of(root)
    prose = [file for file in found.base if file.startswith(PROSE)]
    look = digest_of(root, _files(root, *LOOK))
    code = digest_of(PACKAGE, _files(PACKAGE), look.encode(), workdays.EDITION.encode())
    if is_preview:  # every page of it names the commit
        code = digest_of(root, (), code.encode(), f"preview {commit}".encode())
    ledgers = [file for file in found.base if file in LEDGERS]
    law = digest_of(root, sorted(set(found.base) - {*prose, *ledgers}), code.encode())
    return Plan(
        root=root,
        as_of=as_of,
        survey=found,
        code=code,
        law=law,
        prose=digest_of(root, prose),
        ledgers=digest_of(root, ledgers),
        sources={name: digest_of(root, files) for name, files in found.shards.items()},
        commit=commit,
        is_preview=is_preview,
    )


def _files(root: Path, *below: str) -> list[str]:
    """The files of a folder, or of some of its parts, but for what Python leaves there."""
    homes = [root / name for name in below] or [root]
    paths = [path for home in homes for path in ([home] if home.is_file() else home.rglob("*"))]
    return sorted(p.relative_to(root).as_posix() for p in paths if p.is_file() and p.suffix != ".pyc")


def base_of(plan: Plan) -> tuple[Site | None, list[Finding]]:
    """The records of the base, and what is found in reading them."""
    site, findings = load_files(plan.root, plan.as_of, plan.survey.base)
    return (_named_preview(site) if site and plan.is_preview else site), findings


def current_of(root: Path) -> Release | None:
    """The release that is shown, from which unchanged parts are taken over."""
    return Build(root / "build").current


def _named_preview(site: Site) -> Site:
    """The same without its address, so that no page, feed or calendar leads to the published site."""
    name = f"{site.settings.name}（预览）"
    return replace(site, settings=site.settings.model_copy(update={"name": name, "site_url": None}))
