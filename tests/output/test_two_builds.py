# SPDX-License-Identifier: Apache-2.0
"""Do builds of one project at the same time leave each other alone?"""

import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator.base.output_file import OutputFile
from generator.output import release
from generator.output.release import Build, next_release
from tests.commands.process import DAY, run, start
from tests.output.published import PART, damage, digests, files, publish, put, releases

DRAFTS = ("", "又一段。", "")


def test_two_builds_at_once_both_succeed_and_leave_one_whole_site(tiny_root: Path, tiny_built: Path) -> None:
    build = tiny_root / "build"
    about = tiny_root / "content" / "about.md"
    text = about.read_text(encoding="utf-8")
    for draft in DRAFTS:
        about.write_text(f"{text}{draft}", encoding="utf-8")
        together = [start("build", "--root", tiny_root, *DAY) for _ in range(2)]
        said = [process.communicate(timeout=60) for process in together]

        assert [process.returncode for process in together] == [0, 0], said
        made, late = f"已生成：{build / 'site'}\n", f"没有改动，网站已是最新：{build / 'site'}\n"
        assert sorted(stdout for stdout, _ in said) in ([made, made], [made, late])
        assert list(damage(build)) == []
        assert draft in (build / "site/about/index.html").read_text(encoding="utf-8")
        assert (digests(build / "site") == digests(tiny_built)) == (draft == "")
        assert len(releases(build)) <= 3, "the two that were made, and the one that both were made from"
    about.write_text(f"{text}一段。", encoding="utf-8")
    assert run("build", "--root", tiny_root, *DAY).returncode == 0
    assert len(releases(build)) == 2, "the current release and the one before"


def test_the_release_that_somebody_builds_from_is_neither_taken_up_nor_swept(
    build: Build, old: dict[str, str]
) -> None:
    with next_release(build) as (slow, current):
        assert current is not None
        for text in ("快一", "快二", "快三"):
            publish(build, files(index=text))
            assert digests(current.site) == old
        put(slow, PART, files(index="慢", a__index="旧"), current)
        release.publish(build, slow)

    assert (build.site / "index.html").read_text(encoding="utf-8") == "慢"
    assert (build.site / "a/index.html").samefile(current.site / "a/index.html")
    assert list(damage(build.folder)) == []
    publish(build, files(index="新"))
    assert len(releases(build.folder)) == 2, "once nobody needs it, it is swept or taken up"


def test_a_release_that_another_build_is_writing_is_not_swept(build: Build, old: object) -> None:
    def meanwhile() -> Iterator[OutputFile]:
        index, *others = files(index="慢", other="慢")
        yield index
        for text in ("快一", "快二", "快三"):
            publish(build, files(index=text))
        yield from others

    publish(build, meanwhile())

    assert (build.site / "index.html").read_text(encoding="utf-8") == "慢"
    assert list(damage(build.folder)) == []


def test_a_release_that_was_only_just_born_is_not_swept(
    build: Build, old: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    make: Callable[..., str] = tempfile.mkdtemp
    other = threading.Thread(target=publish, args=(build, files(index="快")))

    def make_while_another_builds(**options: Any) -> str:
        folder = make(**options)
        if other.ident is None:
            other.start()
            other.join(0.2)  # time enough to publish, were it not kept waiting
        return folder

    monkeypatch.setattr(tempfile, "mkdtemp", make_while_another_builds)
    slow = publish(build, files(index="慢"))
    other.join()

    assert (slow / "index.html").read_text(encoding="utf-8") == "慢"
    assert list(damage(build.folder)) == []


def test_many_builds_at_once_each_publish_a_whole_site(build: Build) -> None:
    def build_often(name: str) -> None:
        for number in range(20):
            publish(build, files(index=f"{name}{number}", a__index=name, b__index=name))

    with ThreadPoolExecutor(4) as pool:
        ended = [pool.submit(build_often, name) for name in ("甲", "乙", "丙", "丁")]

    assert [future.exception() for future in ended] == [None] * 4
    assert list(damage(build.folder)) == []
    assert len(releases(build.folder)) <= 2 + 4, "those that were made from at the end are kept until then"
    publish(build, files(index="新"))
    assert len(releases(build.folder)) == 2
