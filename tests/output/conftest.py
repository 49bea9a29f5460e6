# SPDX-License-Identifier: Apache-2.0
"""What do tests of releases and of the preview share? Folders with small sites, and one that is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output import preview as module
from generator.output.preview import Preview
from generator.output.release import Build
from tests.output.published import digests, files, publish

HEAD = "<html><head><title>{}</title></head><body></body></html>"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A folder in which nothing was built yet."""
    return Build(tmp_path / "build")


@pytest.fixture
def old(build: Build) -> dict[str, str]:
    """The digests of a site that stands there already."""
    publish(build, files(index="旧", a__index="旧"))
    return digests(build.site)


@pytest.fixture
def small_build(tmp_path: Path) -> Build:
    """A small site that was built once, with secrets beside it."""
    made = Build(tmp_path / "build")
    pages = {"index": HEAD.format("首页"), "a__index": HEAD.format("甲"), "404": HEAD.format("没有")}
    publish(made, files(**pages))
    (tmp_path / "build" / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return made


@pytest.fixture
def preview(small_build: Build, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """The preview of that site, on any free port."""
    monkeypatch.setattr(module, "HEARTBEAT_SECONDS", 0.02)
    shown = Preview(small_build, 0)
    shown.start()
    yield shown
    shown.stop()
