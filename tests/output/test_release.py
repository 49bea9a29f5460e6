# SPDX-License-Identifier: Apache-2.0
"""Does a finished site take the place of the one before by one rename, and only if it is whole?"""

import errno
import os
import stat
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import pytest

from generator.base.output_file import OutputFile
from generator.output import release
from generator.output.parts import Unfit
from generator.output.release import Build
from tests.output.published import damage, damage_within, digests, files, publish, releases, shown

E = TypeVar("E", bound=BaseException)
Files = Generator[OutputFile, None, None]
Failing = Callable[[Build], Files]


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


def test_the_previous_release_is_kept_and_there_are_never_more_than_two(build: Build) -> None:
    for before, text in pairwise(("一", "二", "三", "四", "五")):
        previous = publish(build, files(index=before, a__index="甲"))
        current = publish(build, files(index=text))

        assert (previous / "index.html").read_text(encoding="utf-8") == before
        assert list(damage_within(previous)) == []
        assert releases(build.folder) == {previous.parent.name, current.parent.name}


def test_a_reader_inside_the_previous_release_still_finds_its_files(build: Build, old: object) -> None:
    inside = build.site.resolve()

    publish(build, files(index="新"))

    assert (inside / "a" / "index.html").read_text(encoding="utf-8") == "旧"


def refused(build: Build, written: Iterable[OutputFile]) -> str:
    """Why a site is not published."""
    with pytest.raises(Unfit) as caught:
        publish(build, written)
    return str(caught.value)


def cut(build: Build) -> Files:
    """Two of the files lose bytes once they are written, one is lost altogether."""
    index, a, b, listed = files(index="新的首页", a="新", b="新")
    yield from (index, a, b)
    (unfinished(build) / "site" / index.path).unlink()
    os.truncate(unfinished(build) / "site" / a.path, 2)
    os.truncate(unfinished(build) / "site" / b.path, 0)
    yield listed


def test_every_file_that_lost_bytes_on_the_disk_is_told_at_once(build: Build, old: object) -> None:
    assert refused(build, cut(build)).splitlines() == [
        "index.html：没有写完整",
        "a.html：没有写完整",
        "b.html：没有写完整",
    ]


def unfinished(build: Build) -> Path:
    """The release that is being written."""
    (folder,) = (folder for folder in build.releases.iterdir() if folder.name != shown(build))
    return folder


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


def twice(build: Build) -> Files:
    yield from files(index="新")
    yield from files(index="新")


def interrupted(build: Build) -> Files:
    yield from files(index="新")
    raise KeyboardInterrupt


def on_a_full_disk(build: Build) -> Files:
    make = os.open

    def full(path: str, flags: int, *mode: int, **further: Any) -> int:
        """Every new file stands on a device that is always full."""
        is_new_page = flags & os.O_CREAT and path.endswith(".html")
        return make("/dev/full", os.O_WRONLY) if is_new_page else make(path, flags, *mode, **further)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", full)
        yield from files(index="新")


def fail(build: Build, failing: Failing, error: type[E]) -> E:
    """Try to publish; the error."""
    with closing(failing(build)) as made, pytest.raises(error) as caught:
        publish(build, made)
    return caught.value


FAILURES: list[tuple[Failing, type[BaseException]]] = [
    (cut, Unfit),
    (twice, Unfit),
    (interrupted, KeyboardInterrupt),
    (on_a_full_disk, OSError),
]


@pytest.mark.parametrize(("failing", "error"), FAILURES)
def test_whatever_fails_the_old_site_stays_and_nothing_is_left_behind(
    build: Build, old: dict[str, str], failing: Failing, error: type[BaseException]
) -> None:
    before = build.shown, releases(build.folder)

    fail(build, failing, error)

    assert digests(build.site) == old
    assert (build.shown, releases(build.folder)) == before


@pytest.mark.parametrize(("failing", "error"), FAILURES)
def test_whatever_fails_in_the_release_that_is_taken_up_again_the_old_site_stays(
    build: Build, old: object, failing: Failing, error: type[BaseException]
) -> None:
    publish(build, files(index="今", c__index="今"))
    before = build.shown, digests(build.site)

    fail(build, failing, error)

    assert (build.shown, digests(build.site)) == before
    assert releases(build.folder) == {shown(build)}, "what was begun is not taken up again"
    publish(build, files(index="新"))
    assert list(damage(build.folder)) == []


@pytest.mark.parametrize(("failing", "error"), FAILURES)
def test_whatever_fails_at_first_there_is_no_site_at_all(
    build: Build, failing: Failing, error: type[BaseException]
) -> None:
    fail(build, failing, error)

    assert not build.site.is_symlink()
    assert releases(build.folder) == set()


def test_a_full_disk_is_told_as_such(build: Build, old: object) -> None:
    error = fail(build, on_a_full_disk, OSError)

    assert error.errno == errno.ENOSPC
    assert str(error.filename).endswith("/site/index.html"), "a full disk does not say where"


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
