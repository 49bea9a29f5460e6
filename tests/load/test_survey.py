# SPDX-License-Identifier: Apache-2.0
"""Are the source files found, put into their shards, and is every change of them noticed?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load import rooms
from generator.load.survey import digest_of, shard_of, survey
from tests.builders import TINY

LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"
CALL = "content/notices/2023/2023-11-01-yangli-call.md"


@pytest.mark.parametrize(
    ("file", "shard"),
    [
        (LIST, "lists/yangli"),
        ("registry/profiles/yangli/yangli-0001.yaml", "lists/yangli"),
        ("registry/designations/inner-place/2020-list.yaml", "lists/inner-place"),
        (CALL, "notices/2023"),
        ("content/notices/2023/deeper/x.md", "notices/2023"),
        ("registry/designations/yangli/unfit name.txt", "lists/yangli"),
        ("registry/designations/2020-06-01-list.yaml", None),
        ("registry/rulesets/yangli/2020.yaml", None),
        ("registry/forms/yangli/application.yaml", None),
        ("registry/vocabularies/topics.yaml", None),
        ("content/about.md", None),
        ("content/notices/README.md", None),
        ("content/help/notices/2023/x.md", None),
        ("site_config/site.yaml", None),
    ],
)
def test_lists_and_profiles_of_a_jurisdiction_and_notices_of_a_year_are_a_shard(
    file: str, shard: str | None
) -> None:
    assert shard_of(file) == shard


def test_the_tiny_site_is_a_base_and_its_shards() -> None:
    found = survey(TINY)

    assert list(found.shards) == ["lists/yangli", "notices/2023"]
    assert found.shards["notices/2023"] == (CALL,)
    assert LIST in found.shards["lists/yangli"]
    assert "registry/profiles/yangli/yangli-0001.yaml" in found.shards["lists/yangli"]
    assert {"site_config/site.yaml", "content/about.md", "registry/rulesets/yangli/2020.yaml"} <= set(
        found.base
    )


def test_every_file_is_in_the_base_or_in_one_shard_and_all_are_in_order() -> None:
    found = survey(TINY)
    parts = [found.base, *found.shards.values()]
    on_disk = {
        path.relative_to(TINY).as_posix()
        for folder in rooms.FOLDERS
        for path in (TINY / folder).rglob("*")
        if path.is_file()
    }

    assert sorted(file for part in parts for file in part) == list(found.files)
    assert set(found.files) == on_disk | {rooms.SETTINGS}
    assert all(list(part) == sorted(part) for part in parts)


def test_shards_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a-c", "a"):
        (tmp_path / "registry" / "designations" / name).mkdir(parents=True)
        (tmp_path / "registry" / "designations" / name / "x.yaml").touch()

    assert list(survey(tmp_path).shards) == ["lists/a", "lists/a-c", "lists/b"]


def test_links_are_found_as_files_and_never_followed(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.yaml").touch()
    (tmp_path / "registry" / "loop").symlink_to(tmp_path / "registry")
    (tmp_path / "registry" / "away").symlink_to(tmp_path / "outside")
    (tmp_path / "registry" / "lost").symlink_to("/nonexistent")

    assert survey(tmp_path).files == ("registry/away", "registry/loop", "registry/lost")


def test_in_an_empty_folder_nothing_is_found(tmp_path: Path) -> None:
    assert survey(tmp_path).files == ()


# Digests


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"two")
    return tmp_path


def both(folder: Path) -> str:
    return digest_of(folder, ["a", "b"])


def test_the_same_files_have_the_same_digest_whenever_they_were_written(folder: Path) -> None:
    before = both(folder)
    (folder / "a").unlink()
    (folder / "a").write_bytes(b"one")

    assert both(folder) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a").write_bytes(b"One"),
        lambda folder: (folder / "a").write_bytes(b""),
        lambda folder: (folder / "b").write_bytes(b"two\n"),
        lambda folder: ((folder / "a").write_bytes(b"two"), (folder / "b").write_bytes(b"one")),
        lambda folder: ((folder / "a").write_bytes(b"onetwo"), (folder / "b").write_bytes(b"")),
        lambda folder: ((folder / "a").write_bytes(b"oneb\x003\ntwo"), (folder / "b").write_bytes(b"")),
        lambda folder: ((folder / "a").unlink(), (folder / "a").symlink_to("b")),
    ],
    ids=["letter", "emptied", "line feed", "swapped", "moved", "disguised", "link"],
)
def test_every_change_of_a_content_is_noticed(folder: Path, change: Callable[[Path], object]) -> None:
    before = both(folder)
    change(folder)

    assert both(folder) != before


def test_a_link_that_leads_elsewhere_is_noticed_though_it_leads_nowhere(folder: Path) -> None:
    digests = set()
    for target in ("/nonexistent", "/nowhere"):
        (folder / "link").unlink(missing_ok=True)
        (folder / "link").symlink_to(target)
        digests.add(digest_of(folder, ["link"]))

    assert len(digests) == 2


def test_names_and_number_of_files_count_too(folder: Path) -> None:
    (folder / "c").write_bytes(b"two")
    lists = [[], ["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "a"]]

    assert len({digest_of(folder, files) for files in lists}) == len(lists)


def test_further_texts_count_each_for_itself(folder: Path) -> None:
    further = [(), (b"",), (b"xy",), (b"x", b"y"), (b"y", b"x"), (b"x", b"y", b""), (b"1\nx",)]

    assert len({digest_of(folder, ["a"], *texts) for texts in further}) == len(further)
