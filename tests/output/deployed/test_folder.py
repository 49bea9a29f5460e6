# SPDX-License-Identifier: Apache-2.0
"""Is everything found that differs in a folder, and nothing else?"""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.output.deployed.comparison import Kind, Unverifiable, manifest_of
from generator.output.deployed.folder import Folder
from tests.output.deployed.hosts import site_in


def found(site: Path) -> list[tuple[Kind, str]]:
    place = Folder(site)
    files = manifest_of(place).files
    return [(kind, path) for kind, path, _ in place.differences(files, lambda _: None)]


def test_a_site_as_it_was_made_differs_in_nothing(tmp_path: Path) -> None:
    assert found(site_in(tmp_path)) == []


def remove(site: Path) -> None:
    (site / "b.html").unlink()


def remove_a_folder(site: Path) -> None:
    (site / "a" / "index.html").unlink()
    (site / "a").rmdir()
    (site / "a").write_text("a file in its place", encoding="utf-8")


def lengthen(site: Path) -> None:
    (site / "b.html").write_text("乙和更多", encoding="utf-8")


def change_one_character(site: Path) -> None:
    (site / "b.html").write_text("丙", encoding="utf-8")


def put_a_folder_in_its_place(site: Path) -> None:
    (site / "b.html").unlink()
    (site / "b.html").mkdir()


def put_a_pipe_in_its_place(site: Path) -> None:
    (site / "b.html").unlink()
    os.mkfifo(site / "b.html")


def add(site: Path) -> None:
    (site / "a" / "notes.txt").write_text("", encoding="utf-8")


def link_a_folder(site: Path) -> None:
    (site / "a" / "elsewhere").symlink_to("/")


def press(site: Path) -> None:
    (site / "b.html.gz").write_bytes(gzip.compress("乙".encode()))


def press_something_old(site: Path) -> None:
    (site / "b.html.gz").write_bytes(gzip.compress("旧".encode()))


def press_without_end(site: Path) -> None:
    (site / "b.html.gz").write_bytes(gzip.compress(b"0" * 10_000_000))


def press_badly(site: Path) -> None:
    (site / "b.html.gz").write_bytes(gzip.compress("乙".encode())[:-9])


def press_what_is_not_there(site: Path) -> None:
    (site / "c.html.gz").write_bytes(gzip.compress(b""))


@pytest.mark.parametrize(
    ("spoil", "differences"),
    [
        (remove, [(Kind.MISSING, "b.html")]),
        (remove_a_folder, [(Kind.MISSING, "a/index.html"), (Kind.EXTRA, "a")]),
        (lengthen, [(Kind.CHANGED, "b.html")]),
        (change_one_character, [(Kind.CHANGED, "b.html")]),
        (put_a_folder_in_its_place, [(Kind.CHANGED, "b.html")]),
        (put_a_pipe_in_its_place, [(Kind.CHANGED, "b.html")]),
        (add, [(Kind.EXTRA, "a/notes.txt")]),
        (link_a_folder, [(Kind.EXTRA, "a/elsewhere")]),
        (press, []),
        (press_something_old, [(Kind.CHANGED, "b.html.gz")]),
        (press_without_end, [(Kind.CHANGED, "b.html.gz")]),
        (press_badly, [(Kind.CHANGED, "b.html.gz")]),
        (press_what_is_not_there, [(Kind.EXTRA, "c.html.gz")]),
    ],
)
def test_what_was_done_to_a_site_is_found(
    spoil: Callable[[Path], None], differences: list[tuple[Kind, str]], tmp_path: Path
) -> None:
    spoil(site_in(tmp_path))

    assert found(tmp_path) == differences


def test_a_file_that_the_system_does_not_show_is_told_and_the_others_are_looked_at(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    (site / "a" / "index.html").unlink()
    (site / "a" / "index.html").symlink_to("index.html")  # a link in a circle
    lengthen(site)

    assert found(site) == [(Kind.UNREAD, "a/index.html"), (Kind.CHANGED, "b.html")]


def test_a_folder_without_a_manifest_is_told_with_the_repair(tmp_path: Path) -> None:
    with pytest.raises(Unverifiable, match=r"里没有 manifest\.json\n    修法：指明网站首页所在的文件夹"):
        Folder(tmp_path).manifest()
