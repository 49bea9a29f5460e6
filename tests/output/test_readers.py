# SPDX-License-Identifier: Apache-2.0
"""Does a reader find a whole site at every moment, while builds replace one by another?

A release stays as it is while it is shown and while the next one is: only the build after that takes it up.
"""

import threading
from dataclasses import dataclass, field

from generator.output.release import Build
from tests.commands.waiting import before_long
from tests.output.published import damage_within, files, publish

ROUNDS = 50


@dataclass
class Reader:
    """Somebody who looks at the site again and again, each time by following the link once."""

    build: Build
    begun: int = 0  # so many builds have begun
    ended: int = 0
    looks: int = 0
    replaced: int = 0  # looks during which the site was replaced
    wrong: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """Look until told to stop."""
        while not self.done.is_set():
            self.look()

    def look(self) -> None:
        """Follow the link, and read every file of the release that it leads to."""
        ended = self.ended
        link = self.build.site.readlink()  # which is there without any exception
        try:
            problems = list(damage_within(self.build.folder / link))
        except OSError as error:
            problems = [str(error)]
        if self.begun <= ended + 1:  # what was shown then is shown still, or was shown last
            self.wrong += problems
            self.replaced += link != self.build.site.readlink()
        self.looks += 1

    def has_looked(self, since: int) -> bool:
        """Whether a whole look has begun and ended since then before long."""
        return before_long(lambda: self.looks > since + 1 or bool(self.wrong))


def test_the_site_is_there_and_whole_at_every_moment_of_being_replaced(build: Build, old: object) -> None:
    reader = Reader(build)
    thread = threading.Thread(target=reader.read)
    thread.start()
    try:
        for number in range(ROUNDS):
            seen = reader.looks
            reader.begun += 1
            publish(build, files(**{f"{name}__index": f"第 {number} 次" for name in "abcdef"}))
            reader.ended += 1
            assert reader.has_looked(seen)
    finally:
        reader.done.set()
        thread.join()

    assert reader.wrong == []
    assert reader.looks > ROUNDS
    assert reader.replaced > 0, "no reader was there while the site was replaced"


def test_the_release_that_is_shown_and_the_one_before_stay_as_they_are(build: Build, old: object) -> None:
    shown = [build.site.resolve()]
    for text in "一二三四五六":
        was = [(path, path.stat().st_mtime_ns) for site in shown[-2:] for path in site.rglob("*")]

        shown.append(publish(build, files(index=text, a__index="甲")))

        kept = [(path, path.stat().st_mtime_ns) for path, _ in was if path.is_relative_to(shown[-2])]
        assert kept
        assert set(kept) <= set(was)
