# SPDX-License-Identifier: Apache-2.0
"""Does a finished site take the place of the one before by one rename, and only if it is whole?"""

import errno
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.base.output_file import OutputFile
from generator.output import release
from generator.output.release import Build, Unfit
from tests.output.published import damage, digests, files, publish, releases, shown

Failing = Callable[[Build], Iterator[OutputFile]]


def test_every_file_is_published_with_its_bytes(build: Build) -> None:
    written = files(index="首页", a__b__index="深处", empty="")

    folder = publish(build, written)

    assert {path: (folder / path).read_bytes() for path in digests(folder)} == {
        file.path: file.content for file in written
    }
    assert list(damage(build.folder)) == []


def test_the_site_is_a_relative_link_to_the_release_that_was_written(build: Build) -> None:
    folder = publish(build, files(index="一"))

    assert build.site.is_symlink()
    assert build.site.resolve() == folder.resolve()
    assert not build.site.readlink().is_absolute(), "the folder can be moved as a whole"


def test_readers_of_other_accounts_can_enter_a_release(build: Build) -> None:
    folder = publish(build, files(index="一"))

    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o755


def test_the_link_turns_by_one_rename(build: Build, old: object, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed: list[Path] = []
    rename = os.rename

    def noted(source: Path, target: Path) -> None:
        if Path(target) == build.site:
            renamed.append(source)
        assert build.site.is_symlink()
        assert (build.site / "index.html").read_text(encoding="utf-8") == "旧"
        rename(source, target)

    monkeypatch.setattr(os, "rename", noted)
    publish(build, files(index="新"))

    assert len(renamed) == 1
    assert (build.site / "index.html").read_text(encoding="utf-8") == "新"


def test_the_site_is_there_at_every_moment_of_being_replaced(build: Build, old: object) -> None:
    done = threading.Event()
    missing: list[Path] = []

    def look() -> None:
        while not done.is_set():
            if not (build.site / "index.html").is_file():
                missing.append(build.site)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(50):
        publish(build, files(index=f"第 {number} 次"))
    done.set()
    reader.join()

    assert missing == []


def test_the_previous_release_is_kept_and_older_ones_are_swept(build: Build) -> None:
    first, second, third = (publish(build, files(index=text)).parent for text in ("一", "二", "三"))

    assert not first.exists()
    assert (second / "site" / "index.html").read_text(encoding="utf-8") == "二"
    assert releases(build.folder) == {second.name, third.name}


def test_a_reader_inside_the_previous_release_still_finds_its_files(build: Build, old: object) -> None:
    inside = build.site.resolve()

    publish(build, files(index="新"))

    assert (inside / "a" / "index.html").read_text(encoding="utf-8") == "旧"


def refused(build: Build, written: list[OutputFile]) -> str:
    """Why a site is not published."""
    with pytest.raises(Unfit) as caught:
        publish(build, written)
    return str(caught.value)


def test_a_file_that_the_manifest_does_not_list_is_refused(build: Build, old: object) -> None:
    stray = OutputFile("stray.html", b"x")

    assert refused(build, [*files(index="新"), stray]) == "stray.html：不在文件清单里"


def test_a_file_that_the_manifest_lists_but_nobody_wrote_is_refused(build: Build, old: object) -> None:
    index, gone, listed = files(index="新", gone="新")

    assert gone.path == "gone.html"
    assert refused(build, [index, listed]) == "gone.html：与文件清单不符"


def test_a_file_with_other_bytes_than_the_manifest_says_is_refused(build: Build, old: object) -> None:
    index, listed = files(index="新")

    assert refused(build, [OutputFile(index.path, "改".encode()), listed]) == "index.html：与文件清单不符"


def test_a_file_that_lost_bytes_on_the_disk_is_refused(build: Build, old: object) -> None:
    index, other, listed = files(index="新的首页", other="新")

    def cut() -> Iterator[OutputFile]:
        yield index
        os.truncate(unfinished(build) / "site" / index.path, 3)
        yield from (other, listed)

    with pytest.raises(Unfit, match=r"^index\.html：没有写完整$"):
        publish(build, cut())


def unfinished(build: Build) -> Path:
    """The release that is being written."""
    (folder,) = (folder for folder in build.releases.iterdir() if folder.name != shown(build))
    return folder


def test_every_unfit_file_is_told_at_once(build: Build) -> None:
    index, listed = files(index="新")
    strays = [OutputFile("a.html", b"x"), OutputFile("b.html", b"x")]

    assert refused(build, [index, *strays, listed]).splitlines() == [
        "a.html：不在文件清单里",
        "b.html：不在文件清单里",
    ]


def test_two_files_with_one_path_are_refused_with_the_repair(build: Build, old: object) -> None:
    index, listed = files(index="新")

    assert refused(build, [index, index, listed]) == (
        "两个文件的网址都是 /index.html\n    修法：改掉 content/ 里与固定页面同名的文件"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("a", "a/index.html"), ("a/index.html", "a"), ("a", "a/b/c.html"), ("a/b/c.html", "a/b")],
)
def test_a_file_where_another_has_a_folder_is_refused(build: Build, first: str, second: str) -> None:
    clash = [OutputFile(first, b"x"), OutputFile(second, b"x")]

    assert refused(build, [*clash, *files(index="新")]).startswith(f"/{second} 与另一个文件的网址冲突")


def stray(build: Build) -> Iterator[OutputFile]:
    yield from (OutputFile("stray.html", b"x"), *files(index="新"))


def twice(build: Build) -> Iterator[OutputFile]:
    yield from files(index="新")
    yield from files(index="新")


def without_manifest(build: Build) -> Iterator[OutputFile]:
    yield from files(index="新")[:-1]


def interrupted(build: Build) -> Iterator[OutputFile]:
    yield from files(index="新")
    raise KeyboardInterrupt


def on_a_full_disk(build: Build) -> Iterator[OutputFile]:
    (unfinished(build) / "site").mkdir()
    (unfinished(build) / "site" / "index.html").symlink_to("/dev/full")
    yield from files(index="新")


FAILURES: list[tuple[Failing, type[BaseException]]] = [
    (stray, Unfit),
    (twice, Unfit),
    (without_manifest, FileNotFoundError),
    (interrupted, KeyboardInterrupt),
    (on_a_full_disk, OSError),
]


@pytest.mark.parametrize(("failing", "error"), FAILURES)
def test_whatever_fails_the_old_site_stays_and_nothing_is_left_behind(
    build: Build, old: dict[str, str], failing: Failing, error: type[BaseException]
) -> None:
    before = shown(build), releases(build.folder)

    with pytest.raises(error):
        publish(build, failing(build))

    assert digests(build.site) == old
    assert (shown(build), releases(build.folder)) == before


@pytest.mark.parametrize(("failing", "error"), FAILURES)
def test_whatever_fails_at_first_there_is_no_site_at_all(
    build: Build, failing: Failing, error: type[BaseException]
) -> None:
    with pytest.raises(error):
        publish(build, failing(build))

    assert not build.site.is_symlink()
    assert releases(build.folder) == set()


def test_a_full_disk_is_told_as_such(build: Build, old: object) -> None:
    with pytest.raises(OSError, match="No space left on device") as caught:
        publish(build, on_a_full_disk(build))

    assert caught.value.errno == errno.ENOSPC


def test_an_interruption_just_after_the_swap_leaves_the_new_site_whole(
    build: Build, old: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(release, "_sweep", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish(build, files(index="新"))

    assert (build.site / "index.html").read_text(encoding="utf-8") == "新"
    assert list(damage(build.folder)) == []


def test_folders_that_nobody_writes_any_more_are_swept(build: Build, old: object) -> None:
    for name in ("release-born", "release-locked-once"):
        (build.releases / name / "site").mkdir(parents=True)
    (build.releases / "release-locked-once" / ".lock").touch()

    publish(build, files(index="新"))

    assert not {"release-born", "release-locked-once"} & releases(build.folder)
