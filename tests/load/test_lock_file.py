# SPDX-License-Identifier: Apache-2.0
"""Is a list of addresses read as it was written, and is anything else in it told by its line?"""

from pathlib import Path
from time import process_time

import pytest

from generator.load.lock_file import read_lock
from generator.load.tree import load
from tests.builders import TINY_DAY

FILE = "registry/addresses.lock"
MANY = 100_000


@pytest.mark.parametrize(
    "lines", [(), ("about/",), ("about/", "guides/yang-li/2021-draft/", "registry/a-0001/")]
)
def test_addresses_are_read_one_a_line(lines: tuple[str, ...]) -> None:
    text = "".join(f"{line}\n" for line in lines)

    assert read_lock(text.encode(), FILE) == (lines, [])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"about/\n\nb/\n", 2),
        (b"\nabout/\n", 1),
        (b"about/\n/b/\n", 2),
        (b"about/\nb\n", 2),
        (b"a//b/\n", 1),
        (b"a--b/\n", 1),
        (b"-a/\n", 1),
        (b"a/\na-/\n", 2),
        (b"a/\nB/\n", 2),
        (b"a/\r\n", 1),
        (b"a/\n<<<<<<< HEAD\n", 2),
        (b"a/\n\xff/\n", 2),
        (b"a/\nb/\nc/", 3),
    ],
)
def test_anything_else_is_told_by_its_line(content: bytes, line: int) -> None:
    lock, [found] = read_lock(content, FILE)

    assert lock is None
    assert (found.check, found.location.line, found.location.column) == ("lock", line, 1)


def test_a_number_of_a_person_is_refused_and_not_repeated() -> None:
    lock, [found] = read_lock(b"about/\nregistry/1380000000" + b"0/\n", FILE)

    assert lock is None
    assert (found.check, found.location.line) == ("personal-data", 2)
    assert "138" not in str(found)


def test_a_hundred_thousand_addresses_are_read_in_a_moment() -> None:
    content = "".join(f"registry/yangli-{number:06}/\n" for number in range(MANY)).encode()
    begun = process_time()
    lock, _ = read_lock(content, FILE)

    assert lock is not None
    assert len(lock) == MANY
    assert process_time() - begun < 0.5  # it takes a twentieth of this


def test_the_lock_of_a_project_is_read_with_it(tiny_root: Path) -> None:
    (tiny_root / FILE).write_text("about/\n", encoding="utf-8")
    site, findings = load(tiny_root, TINY_DAY)

    assert site is not None
    assert (site.lock, findings) == (("about/",), [])


def test_a_lock_that_cannot_be_read_is_told_and_blames_no_address(tiny_root: Path) -> None:
    (tiny_root / FILE).write_text("关于\n", encoding="utf-8")
    site, findings = load(tiny_root, TINY_DAY)

    assert site is not None
    assert (site.lock, site.unreadable) == ((), frozenset([FILE]))
    assert [found.check for found in findings] == ["lock"]
