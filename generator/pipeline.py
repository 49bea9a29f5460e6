# SPDX-License-Identifier: Apache-2.0
"""What is the whole way from sources to site? One line per step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.base.finding import Finding, Level, in_reading_order
from generator.base.output_file import OutputFile
from generator.checks import catalogue as checks
from generator.derive.register import Register, register
from generator.load.revision import commit_of
from generator.load.tree import load, located
from generator.output.engine import EngineFailed, run_engine
from generator.output.release import Build, Unfit, publish
from generator.output.site_search import SearchFailed, search_files
from generator.render import catalogue as renderers
from generator.render.links import broken_links
from generator.render.manifest import manifest
from generator.render.page import site_root
from generator.render.site_map import site_map
from generator.render.studio import studio

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Examined:
    """What was read and everything that was found; no register where the basics could not be read."""

    register: Register | None
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return self.register is None or any(finding.level is Level.ERROR for finding in self.findings)


class Stopped(Exception):  # noqa: N818  (its message is for editors)
    """The build cannot go on; nothing was published. The message says why, in Chinese."""


def examine(root: Path, as_of: date) -> Examined:
    """Load and check; all findings of all files, located and in reading order."""
    site, findings = load(root, as_of)
    if site is None:
        return Examined(None, tuple(findings))
    known = register(site)
    found = located(root, checks.run(known))
    return Examined(known, tuple(in_reading_order(findings + found)))


def render(root: Path, known: Register, commit: str | None, progress: Progress) -> Iterator[OutputFile]:
    """Every file of the site but its manifest."""
    progress("排版文字页面")
    engine = run_engine(root, known.site)
    room = studio(known, engine.prose, commit)
    progress("生成页面和数据")
    pages = [page for renderer in renderers.PAGE_RENDERERS for page in renderer(room)]
    yield from (engine.shell.pour(page) for page in pages)
    yield from engine.files
    for renderer in renderers.FILE_RENDERERS:
        yield from renderer(room)
    yield from site_map(pages, known.site.settings)
    progress("编制搜索索引")
    yield from search_files(pages, engine.prose)


def build(root: Path, known: Register, progress: Progress) -> Path:
    """Render, verify and publish; Stopped if anything is wrong, and then nothing has changed."""
    commit = commit_of(root)
    try:
        files = sorted(render(root, known, commit, progress), key=lambda file: file.path)
    except EngineFailed as error:
        raise Stopped(f"文字页面无法排版：\n{error}") from error
    except SearchFailed as error:
        raise Stopped(str(error)) from error
    files.append(manifest(files, known.site.as_of, commit))
    progress("核对链接")
    broken = list(broken_links({f.path: f.content for f in files}, site_root(known.site.settings.site_url)))
    if broken:
        raise Stopped("站内链接有误：\n" + "\n".join(broken))
    progress("写入并替换")
    try:
        return publish(Build(root / "build"), files)
    except Unfit as error:
        raise Stopped(str(error)) from error
