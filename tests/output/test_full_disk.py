# SPDX-License-Identifier: Apache-2.0
"""Where the system refuses to write, does the old site stay whole, and does the editor learn the repair?"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output.release import Build
from tests.commands.process import DAY, HAN, TRACEBACK, run
from tests.output.published import damage, digests, releases, shown
from tests.output.techniques import limited, obedient, on_full_device, on_small_disk

FULL = "磁盘已满，腾出空间后再试"
TOO_LARGE = "文件大小超过系统的限制，请管理员放宽限制后再试"
FORBIDDEN = "没有权限，换一个地方，或请管理员给予权限"
TAKEN = "这个位置或它的上级该是文件夹，却是一个文件，把那个文件移走"
UNCHANGED = "没有生成，原来的网站保持不变："


@pytest.fixture
def build(tiny_built: Path, tmp_path: Path) -> Iterator[Build]:
    """The tiny site, built, after which one notice has become longer."""
    root = tmp_path / "project"
    shutil.copytree(tiny_built.parent.parent, root, symlinks=True)
    lengthen(root, "又写了一句。")
    build = Build(root / "build")
    yield build
    for folder in (build.folder, build.releases):
        if folder.is_dir():
            folder.chmod(0o755)


def lengthen(root: Path, words: str) -> None:
    """Add a paragraph to a notice."""
    notice = root / "content/notices/2023/2023-11-01-yangli-call.md"
    notice.write_text(f"{notice.read_text(encoding='utf-8')}\n\n{words}\n", encoding="utf-8")


def told(build: Build, command: tuple[str, ...]) -> tuple[str, str]:
    """The place and the repair that a build names which is refused; nothing else has changed."""
    before = digests(build.site), releases(build.folder), shown(build)

    done = run("build", "--root", build.folder.parent, *DAY, command=command)

    assert (done.returncode, done.stdout) == (1, "")
    assert TRACEBACK not in done.stderr
    assert (digests(build.site), releases(build.folder), shown(build)) == before
    assert list(damage(build.folder)) == []
    return sentence(done.stderr)


def sentence(stderr: str) -> tuple[str, str]:
    """The place and the repair in the last line."""
    last = stderr.splitlines()[-1]
    assert last.startswith(UNCHANGED)
    assert re.search(HAN, last)
    place, _, repair = last.removeprefix(UNCHANGED).partition("：")
    return place, repair


def test_on_a_full_device_the_old_site_stays_and_the_repair_is_told(build: Build) -> None:
    place, repair = told(build, on_full_device)

    assert place.endswith("/site/sitemap.xml")
    assert repair == FULL


def test_a_file_larger_than_the_system_allows_is_told_with_the_repair(build: Build) -> None:
    lengthen(build.folder.parent, "&" * 300_000)  # five bytes each on the page: more than any engine's file

    place, repair = told(build, limited(1_200_000))

    assert place.endswith("/site/notices/2023/yangli-call/index.html")
    assert repair == TOO_LARGE


def test_where_nothing_refuses_the_same_sources_are_built(build: Build) -> None:
    old = digests(build.site)

    assert run("build", "--root", build.folder.parent, *DAY).returncode == 0
    assert digests(build.site) != old


def test_a_disk_that_fills_up_keeps_the_old_site_until_there_is_room(tmp_path: Path, build: Build) -> None:
    answer = on_small_disk(tmp_path, sys.executable, "-m", "tests.output.fill_disk", str(tmp_path))
    if answer is None:  # no disk of its own may be had here: a device that is always full stands for it
        assert told(build, on_full_device)[1] == FULL
        return

    assert answer["codes"] == [0, 1, 0]
    assert answer["stdout"] == ""
    place, repair = sentence(answer["stderr"])
    assert Path(place).is_relative_to(tmp_path / "project" / "build" / "releases")
    assert repair == FULL
    assert answer["kept"]
    assert answer["damage"] == []
    assert answer["replaced"]


def test_where_releases_may_not_be_written_the_old_site_stays(build: Build) -> None:
    build.releases.chmod(0o555)

    place, repair = told(build, obedient)

    assert place.startswith(f"{build.releases}/release-")
    assert repair == FORBIDDEN


def test_where_the_link_may_not_be_turned_the_old_site_stays(build: Build) -> None:
    build.folder.chmod(0o555)

    assert told(build, obedient) == (str(build.site), FORBIDDEN)


def refused(root: Path) -> tuple[str, str]:
    """The place and the repair that a build names where nothing was built before."""
    done = run("build", "--root", root, *DAY)

    assert (done.returncode, done.stdout) == (1, "")
    assert TRACEBACK not in done.stderr
    return sentence(done.stderr)


@pytest.mark.parametrize("name", ["build", "build/releases"])
def test_a_file_in_place_of_a_folder_is_told_and_not_touched(tiny_root: Path, name: str) -> None:
    taken = tiny_root / name
    taken.parent.mkdir(exist_ok=True)
    taken.write_text("别人的文件", encoding="utf-8")

    place, repair = refused(tiny_root)

    assert Path(place).is_relative_to(taken)
    assert repair in {TAKEN, "那里有一个同名的文件，把它移走"}
    assert taken.read_text(encoding="utf-8") == "别人的文件"


def test_a_folder_in_place_of_the_link_is_told_and_not_touched(tiny_root: Path) -> None:
    taken = tiny_root / "build" / "site"
    taken.mkdir(parents=True)
    (taken / "别人的文件").touch()

    assert refused(tiny_root) == (str(taken), "那里有一个同名的文件夹，把它移走")
    assert [file.name for file in taken.iterdir()] == ["别人的文件"]
    assert releases(tiny_root / "build") == set()


def test_a_full_disk_for_the_engine_is_told_as_such(tmp_path: Path, build: Build) -> None:
    """The engine copies the files of its theme, which are larger than the limit."""
    about = build.folder.parent / "content/about.md"
    about.write_text(f"{about.read_text(encoding='utf-8')}\n又一段。\n", encoding="utf-8")

    place, repair = told(build, limited(50_000))

    assert Path(place).name.startswith("engine-")
    assert repair == TOO_LARGE
