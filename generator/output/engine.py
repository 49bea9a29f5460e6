# SPDX-License-Identifier: Apache-2.0
"""How does prose become HTML, and where does the shell come from? From MkDocs with Material.

The engine is run, never imported, on a copy of the prose in a temporary folder. It is asked for three
things: the HTML of each prose page, one shell page, and the files that the shell refers to. Any other
engine that gives these can replace it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.output_file import OutputFile
from generator.load.rooms import is_picture
from generator.model.site import Site
from generator.output.laying_out import lay_out
from generator.render.markdown import sanitized
from generator.render.page import PROSE, Shell
from generator.render.studio import Prose

SHELL = "_shell"  # no page of an editor can have this name
HOME = "index.md"
ENGINE_ASSET = re.compile(r'="\.\./(assets/stylesheets/[^"]+)"')
COMPLAINT = re.compile(r"^(?:WARNING|ERROR) +-  (.*)$", re.MULTILINE)
BROKEN_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<link>[^']*)', but (?P<why>.*)")
UNFIT_PAGE = re.compile(r"Error building page '(?P<file>[^']+)': (?P<why>.*)")
SYSTEM_REFUSED = re.compile(r"^OSError: \[Errno (\d+)\]", re.MULTILINE)
RESTORE = "    修法：从版本库恢复 mkdocs.yml 和 site_config/，再试"


class EngineFailed(Exception):
    """The engine refused the prose; the message is what it said."""


@dataclass(frozen=True, slots=True)
class EngineResult:
    """The shell, the prose by address, and further files."""

    shell: Shell
    prose: dict[str, Prose]
    files: tuple[OutputFile, ...]


def run_engine(root: Path, site: Site, told: Mapping[str, Any]) -> EngineResult:
    """Run MkDocs once; EngineFailed if it finds anything wrong, OSError if the system refuses.

    The template of the shell knows the settings, and whatever else it is told.
    """
    if HOME not in site.prose:
        raise EngineFailed(f"content/{HOME}：没有这个文件，首页缺少文字\n    修法：从版本库恢复它")
    pictures = dict(_pictures(root / "content"))
    with tempfile.TemporaryDirectory(prefix="engine-") as name:
        work = Path(name)
        _write_sources(root, site, pictures, told, work)
        _run(work)
        made = work / "site"
        html = (made / SHELL / "index.html").read_text(encoding="utf-8")
        if PROSE.search(html) is None:
            raise EngineFailed(f"site_config/templates/engine/：模板里没有正文的位置\n{RESTORE}")
        settings = site.settings
        shell = Shell(html, settings.name, settings.site_url)
        files = [OutputFile(path, (made / path).read_bytes()) for path in ENGINE_ASSET.findall(html)]
        files += [OutputFile(path, content) for path, content in pictures.items()]
        return EngineResult(shell, dict(_prose(site, made)), tuple(files))


def _pictures(content: Path) -> Iterator[tuple[str, bytes]]:
    """Every picture that stands beside the prose, by its path below the folder."""
    for picture in sorted(content.rglob("*")):
        path = picture.relative_to(content).as_posix()
        if is_picture(f"content/{path}") and picture.is_file():
            yield path, picture.read_bytes()


def _write_sources(
    root: Path, site: Site, pictures: Mapping[str, bytes], told: Mapping[str, Any], work: Path
) -> None:
    """The prose, a shell page, and a configuration that extends the project's mkdocs.yml."""
    texts = {path: text.encode() for path, text in site.prose.items()}
    lay_out({**texts, **pictures, f"{SHELL}.md": b"shell\n"}.items(), work / "docs")
    settings = site.settings
    config = {
        "INHERIT": str(root / "mkdocs.yml"),
        "site_name": settings.name,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": str(root / "site_config" / "templates" / "engine")},
        "extra": {**settings.model_dump(mode="json"), **told},
    }
    # JSON is YAML, so no YAML writer is needed.
    (work / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")


def _run(work: Path) -> None:
    """MkDocs in its own process, with the same surroundings everywhere."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
        "NO_COLOR": "1",
    }
    done = subprocess.run(  # noqa: S603  (no shell, fixed arguments)
        command, cwd=work, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode == 0:
        return
    if refused := SYSTEM_REFUSED.search(done.stderr):
        raise OSError(int(refused[1]), os.strerror(int(refused[1])), str(work))
    complaints = [_in_chinese(text) for text in COMPLAINT.findall(done.stderr)]
    raise EngineFailed("\n".join(complaints) or f"{done.stderr.strip()}\n{RESTORE}")


def _in_chinese(complaint: str) -> str:
    """What MkDocs complains of, for editors; what it seldom says is left in its own words."""
    if found := BROKEN_LINK.fullmatch(complaint):
        what = "所指的标题不存在" if "anchor" in found["why"] else "所指的页面或图片不存在"
        repair = "改正这个链接，或补上它所指的内容"
        return f"content/{found['file']}：链接“{found['link']}”{what}\n    修法：{repair}"
    if found := UNFIT_PAGE.fullmatch(complaint):
        return f"content/{found['file']}：排不出这个页面（{found['why']}）\n{RESTORE}"
    return complaint


def _prose(site: Site, made: Path) -> Iterator[tuple[str, Prose]]:
    """Each prose page's address and sanitized HTML."""
    sources: dict[str, str] = {}
    for path in sorted(site.prose):
        stem = path.removesuffix(".md")
        address = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        if address in sources:
            both = f"content/{sources[address]} 和 content/{path}"
            raise EngineFailed(f"{both}：两个页面的网址都是 /{address}\n    修法：把其中一个改名或并入另一个")
        sources[address] = path
        page = made / address / "index.html"
        found = PROSE.search(page.read_text(encoding="utf-8")) if page.is_file() else None
        if found is None:
            raise EngineFailed(f"content/{path}：没有生成这个页面\n    修法：换一个文件夹名或文件名")
        facts = json.loads(found["facts"])
        yield address, Prose(facts["title"], facts["description"], sanitized(found["body"]))
