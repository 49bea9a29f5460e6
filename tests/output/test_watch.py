# SPDX-License-Identifier: Apache-2.0
"""Is every change of a source noticed while a preview runs, also one made during a build?"""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output.preview import watch
from tests.commands.waiting import SECONDS, before_long


class Watcher:
    """A watch in the background that counts its calls, and changes sources during some of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls = 0
        self.changes_during: set[int] = set()
        self.stop = threading.Event()
        self.thread = threading.Thread(target=watch, args=(root, self.changed, self.stop))

    def changed(self) -> None:
        """What a build would be."""
        self.calls += 1
        if self.calls in self.changes_during:
            (self.root / "content" / "about.md").touch()

    def was_called(self, times: int) -> bool:
        """Whether it is called so often before long."""
        return before_long(lambda: self.calls == times)


@pytest.fixture
def watcher(tiny_root: Path) -> Iterator[Watcher]:
    """A watch on the tiny site that is stopped in the end."""
    made = Watcher(tiny_root)
    yield made
    made.stop.set()
    made.thread.join(SECONDS)


def test_the_first_call_comes_without_a_change(watcher: Watcher) -> None:
    watcher.thread.start()

    assert watcher.was_called(1)


def test_a_watch_can_be_stopped(watcher: Watcher) -> None:
    watcher.thread.start()
    assert watcher.was_called(1)

    watcher.stop.set()

    assert before_long(lambda: not watcher.thread.is_alive())
    assert watcher.calls == 1


@pytest.mark.parametrize(
    "path",
    [
        "content/about.md",
        "content/notices/2023/2023-12-01-yangli-new.md",
        "registry/rulesets/yangli/2023.yaml",
        "site_config/site.yaml",
        "site_config/templates/pages/new.html",
        "mkdocs.yml",
    ],
)
def test_a_changed_source_is_noticed(watcher: Watcher, path: str) -> None:
    watcher.thread.start()
    assert watcher.was_called(1)

    with (watcher.root / path).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert watcher.was_called(2)


def test_a_source_that_is_removed_or_renamed_is_noticed(watcher: Watcher) -> None:
    watcher.thread.start()
    assert watcher.was_called(1)

    (watcher.root / "content" / "about.md").unlink()
    assert watcher.was_called(2)

    (watcher.root / "content" / "accessibility.md").rename(watcher.root / "content" / "about.md")
    assert watcher.was_called(3)


def test_what_is_no_source_is_not_noticed(watcher: Watcher) -> None:
    (watcher.root / "build").mkdir()
    watcher.thread.start()
    assert watcher.was_called(1)

    (watcher.root / "build" / "index.html").touch()
    (watcher.root / "README.md").touch()
    time.sleep(0.3)

    assert watcher.calls == 1


@pytest.mark.parametrize("number", [1, 2])
def test_a_change_during_a_build_leads_to_another(watcher: Watcher, number: int) -> None:
    watcher.changes_during = {number}
    watcher.thread.start()
    if number == 2:
        assert watcher.was_called(1)
        (watcher.root / "content" / "index.md").touch()

    assert watcher.was_called(number + 1)
