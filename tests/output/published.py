# SPDX-License-Identifier: Apache-2.0
"""How do tests look at what was published, and how do they make something to publish?"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.base.output_file import OutputFile
from generator.model.outcome import Outcome
from generator.output import release
from generator.output.parts import Release, stored_as
from generator.output.release import Build, next_release
from generator.render.manifest import manifest
from tests.builders import TINY_DAY

PART = "only"  # the one part that these sites consist of


def files(**texts: str) -> list[OutputFile]:
    """Files with these texts, `a__b` standing for the path a/b, and the manifest that lists them."""
    made = [OutputFile(name.replace("__", "/") + ".html", text.encode()) for name, text in texts.items()]
    return [*made, manifest({file.path: stored_as(file) for file in made}, TINY_DAY, None)]


def publish(build: Build, made: Iterable[OutputFile]) -> Path:
    """Publish these files as one release of one part; the folder of the site."""
    with next_release(build) as (fresh, current):
        put(fresh, PART, made, current)
        return release.publish(build, fresh)


def put(into: Release, part: str, made: Iterable[OutputFile], current: Release | None) -> Outcome:
    """Write a part into a release; what came of it."""
    return into.put(part, outcome(part), made, current)


def outcome(key: str) -> Outcome:
    """What is known of a part before it is written."""
    return Outcome(key=key, made_on=TINY_DAY)


def shown(build: Build) -> str:
    """The name of the release that the link leads to."""
    return build.site.resolve().parent.name


def damage(build: Path) -> Iterator[str]:
    """Everything that is wrong with a published site: its link, its manifest, each of its files."""
    site = build / "site"
    if not site.is_symlink():
        yield "the site is no link"
    if not (site / "manifest.json").is_file():
        yield "the link leads to no manifest"
        return
    yield from damage_within(site)


def damage_within(site: Path) -> Iterator[str]:
    """Everything that is wrong with the files of a site, by its manifest."""
    listed = json.loads((site / "manifest.json").read_bytes())["files"]
    there = digests(site)
    for path in sorted({*listed, *there} - {"manifest.json"}):
        if path not in listed:
            yield f"{path} is not in the manifest"
        elif there.get(path) != listed[path]["sha256"]:
            yield f"{path} is missing or not the one of the manifest"
        elif (site / path).stat().st_size != listed[path]["size"]:
            yield f"{path} is not as long as the manifest says"


def digests(site: Path) -> dict[str, str]:
    """The digest of every file of a site by path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def releases(build: Path) -> set[str]:
    """The names of all folders that releases were written to."""
    return {path.name for path in Build(build).releases.iterdir()}
