# SPDX-License-Identifier: Apache-2.0
"""Are parts of a release left, linked, written anew or removed, and no file changed that others share?"""

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from generator.base.output_file import OutputFile
from generator.model.chain import Leaves
from generator.model.overview import Overview
from generator.output import release
from generator.output.parallel import each_done
from generator.output.parts import Release, Unfit, stored_as
from generator.output.release import Build, next_release
from tests.output.published import files, outcome, publish, put, releases, shown

CROWD = 400


def page(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode())


def publish_parts(build: Build, **texts: dict[str, str]) -> Release:
    """Publish a site of parts, of which each is adopted if it is the same as in the current release."""
    with next_release(build) as (into, current):
        for part, pages in texts.items():
            known = current.outcome(part) if current else None
            key = repr(pages)
            if current and known and known.key == key:
                into.adopt(part, known, current)
            else:
                told = Overview(lines={"texts": key})
                into.put(part, outcome(key), [page(*item) for item in pages.items()], current, told)
        for part in set(into.parts) - texts.keys():
            into.drop(part)
        release.publish(build, into)
    return into


def texts_of(made: Release) -> dict[str, str]:
    """What stands in a release."""
    return {
        path.relative_to(made.site).as_posix(): path.read_text(encoding="utf-8")
        for path in made.site.rglob("*")
        if path.is_file()
    }


A = {"a/one.html": "一", "a/two.html": "二"}
B = {"b/one.html": "三"}


def test_a_part_that_is_adopted_links_its_files_and_keeps_what_is_known_of_it(build: Build) -> None:
    first = publish_parts(build, a=A, b=B)

    second = publish_parts(build, a=A, b={"b/one.html": "改"})

    assert second != first
    assert all((first.site / path).samefile(second.site / path) for path in A)
    assert not (first.site / "b/one.html").samefile(second.site / "b/one.html")
    assert second.noted("a") == first.noted("a")
    assert second.overview("a").lines == {"texts": repr(A)}
    assert texts_of(second) == A | {"b/one.html": "改"}


def test_what_a_shard_tells_of_its_notices_goes_along_and_vanishes_with_it(build: Build) -> None:
    told = Leaves(key="样例", unreadable=frozenset({"content/notices/2023/2023-11-01-a.md"}))
    with next_release(build) as (first, _):
        first.put("a", outcome("a"), [page("a.html", "甲")], None, None, told)
        first.put("b", outcome("b"), [page("b.html", "乙")], None)
        release.publish(build, first)
    with next_release(build) as (second, current):
        assert current is not None
        for part in ("a", "b"):
            second.adopt(part, current.noted(part), current)
        assert (second.leaves("a"), second.leaves("b")) == (told, None)
        second.drop("a")
        assert second.leaves("a") is None


def test_files_of_a_part_made_anew_are_linked_where_they_are_equal(build: Build) -> None:
    first = publish_parts(build, a=A)

    second = publish_parts(build, a={"a/one.html": "一", "a/two.html": "改"})

    assert (first.site / "a/one.html").samefile(second.site / "a/one.html")
    assert not (first.site / "a/two.html").samefile(second.site / "a/two.html")


def test_a_changed_file_is_never_written_into_one_that_the_current_release_shares(build: Build) -> None:
    publish_parts(build, a=A)
    shared = publish_parts(build, a=A, b=B)
    before = {path: (shared.site / path).stat().st_ino for path in A | B}

    third = publish_parts(build, a={"a/one.html": "别的文字", "a/two.html": ""}, b=B)
    was = texts_of(shared), {path: (shared.site / path).stat().st_ino for path in A | B}

    assert was == (A | B, before)
    assert texts_of(third) == {"a/one.html": "别的文字", "a/two.html": ""} | B


def test_in_a_release_that_is_taken_up_again_a_part_that_is_the_same_is_not_touched(build: Build) -> None:
    first = publish_parts(build, a=A, b=B)
    note = first.folder / "parts/a.json"
    before = {path: path.stat() for path in (note, *(first.site / path for path in A))}
    publish_parts(build, a=A, b={"b/one.html": "改"})

    third = publish_parts(build, a=A, b={"b/one.html": "又改"})

    assert third == first
    after = {path: path.stat() for path in before}
    assert [(s.st_ino, s.st_mtime_ns) for s in after.values()] == [
        (s.st_ino, s.st_mtime_ns) for s in before.values()
    ]


def test_a_release_that_is_taken_up_again_skips_no_edit_between(build: Build) -> None:
    drafts = [{"a/one.html": text, f"a/{text}.html": text} for text in "甲乙丙丁甲乙戊"]
    for draft in drafts:
        made = publish_parts(build, a=draft, b=B)

        assert texts_of(made) == draft | B
        assert len(releases(build.folder)) <= 2


def test_the_files_of_a_dropped_part_and_their_empty_folders_vanish(build: Build) -> None:
    deep = {"deep/er/one.html": "一", "b/two.html": "二"}
    publish_parts(build, a=A, b=B, gone=deep)
    publish_parts(build, a=A, b=B, gone=deep)

    third = publish_parts(build, a=A, b=B)

    assert texts_of(third) == A | B
    assert {path.name for path in third.site.iterdir()} == {"a", "b"}
    assert third.parts == ["a", "b"]
    assert [path.name for path in (third.folder / "overviews").iterdir()] == ["a.json", "b.json"]


def test_files_that_a_part_has_no_more_vanish_with_their_empty_folders(build: Build) -> None:
    publish_parts(build, a=A | {"a/deep/three.html": "三"})
    publish_parts(build, a=A)

    third = publish_parts(build, a={"a/one.html": "改"})

    assert texts_of(third) == {"a/one.html": "改"}
    assert [path.name for path in (third.site / "a").iterdir()] == ["one.html"]


def test_two_parts_with_the_same_path_are_refused(build: Build, old: object) -> None:
    before = build.shown

    with pytest.raises(Unfit, match=r"^/a/one\.html 与另一个文件的网址冲突\n    修法："):
        publish_parts(build, a=A, b={"a/one.html": "一"})

    assert build.shown == before


def test_a_path_that_goes_from_one_part_to_another_is_refused_but_in_an_empty_release(build: Build) -> None:
    publish_parts(build, a=A, b=B)
    publish_parts(build, a=A, b=B)
    moved = {"b": B | {"a/one.html": "一"}, "a": {"a/two.html": "二"}}
    with pytest.raises(Unfit):
        publish_parts(build, **moved)

    with next_release(build, fresh=True) as (into, current):
        for part, pages in moved.items():
            put(into, part, [page(*item) for item in pages.items()], current)
        release.publish(build, into)

    assert texts_of(into) == A | B


def test_a_release_that_a_kill_left_in_the_middle_is_not_taken_up_but_swept(
    build: Build, old: object
) -> None:
    spare = build.site.resolve().parent
    publish(build, files(index="今"))
    (spare / ".complete").unlink()  # as the first act of a build that was killed later on
    (spare / "site/half-written.html").touch()

    publish(build, files(index="新"))

    assert shown(build) != spare.name
    assert not spare.exists()


def test_while_a_part_is_being_changed_nothing_is_known_of_it(build: Build) -> None:
    known = []
    with next_release(build) as (into, current):
        put(into, "a", files(index="一"), current)

        def seen() -> Iterator[OutputFile]:
            known.append(into.outcome("a"))
            yield from files(index="二")

        put(into, "a", seen(), current)

        assert known == [None]
        assert into.noted("a").files["index.html"] == stored_as(page("index.html", "二"))


def test_what_is_kept_of_a_part_by_another_make_counts_for_nothing(build: Build) -> None:
    made = publish_parts(build, a=A)
    for text in ("", "{}", '{"key": 1}', "[", '{"key": "", "made_on": "2024-01-01", "more": 1}'):
        (made.folder / "parts/a.json").write_text(text, encoding="utf-8")

        assert made.outcome("a") is None


def test_every_publication_shows_something_else_to_a_preview(build: Build) -> None:
    seen = [build.shown]
    for text in ("一", "一", "二", "一", "一"):
        time.sleep(0.02)  # no build is as quick as the clock of a file system is slow
        publish(build, files(index=text))
        seen.append(build.shown)

    assert seen[0] == ""
    assert len(set(seen)) == len(seen)


def test_workers_that_empty_the_same_folders_at_once_do_not_hinder_each_other(build: Build) -> None:
    names = [f"{number}/deep/er" for number in range(CROWD)]
    of_three = {part: {f"{name}/{part}.html": part for name in names} for part in ("a", "b", "c")}
    with next_release(build) as (into, _):
        for part, pages in of_three.items():
            put(into, part, [page(*item) for item in pages.items()], None)

        list(each_done([partial(into.drop, part) for part in of_three], 3))

        assert list(into.site.iterdir()) == []


def test_a_folder_that_another_worker_fills_while_it_is_emptied_stays(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    with next_release(build) as (into, _):
        put(into, "a", [page("x/y/a.html", "一")], None)
        remove = Path.rmdir

        def remove_while_another_writes(folder: Path) -> None:
            if folder.name == "y":
                put(into, "b", [page("x/y/b.html", "二")], None)
            remove(folder)

        monkeypatch.setattr(Path, "rmdir", remove_while_another_writes)
        into.drop("a")

        assert texts_of(into) == {"x/y/b.html": "二"}


def test_a_file_that_is_written_in_portions_is_whole(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, view: write(handle, view[:7]))

    made = publish_parts(build, a={"a/one.html": "许多文字" * 100})

    assert texts_of(made) == {"a/one.html": "许多文字" * 100}
