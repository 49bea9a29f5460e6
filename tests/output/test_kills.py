# SPDX-License-Identifier: Apache-2.0
"""Does a build that is killed, at whatever moment, leave the site whole, and does the next one clean up?"""

import contextlib
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.output.release import COMPLETE, Build
from tests.builders import TINY
from tests.commands.process import DAY, TRACEBACK, run, start
from tests.conftest import copy_project
from tests.output.published import damage, releases

SEED = 20240102
DEADLINE = 30.0
PAGE = "about/index.html"
PARTS = 13  # of the tiny site
Notes = set[tuple[Path, int]]
Moment = Callable[["Draft", subprocess.Popen[str], Notes], None]


class Draft:
    """A project whose text tells one build from another."""

    def __init__(self, folder: Path) -> None:
        self.root = copy_project(TINY, folder / "project")
        self.build = Build(self.root / "build")
        self.number = 0
        self.seconds = 0.0
        self.temporary = folder / "tmp"  # a killed build cannot clear away what its engine was doing
        self.temporary.mkdir()

    def write(self) -> str:
        """Change a page, and the look of all pages; the words by which a site built from them is known."""
        self.number += 1
        with (self.root / "site_config/brand/site.css").open("a", encoding="utf-8") as look:
            look.write(f"/* {self.number} */\n")
        words = f"这是第{self.number}稿。"
        (self.root / "content" / "about.md").write_text(
            f"---\ntitle: 关于\n---\n\n{words}\n", encoding="utf-8"
        )
        return words

    def start(self) -> subprocess.Popen[str]:
        """Begin to build."""
        return start("build", "--root", self.root, *DAY, changes={"TMPDIR": str(self.temporary)})

    def finish(self) -> None:
        """Build to the end, and remember how long it took."""
        begun = time.monotonic()
        done = run("build", "--root", self.root, *DAY, changes={"TMPDIR": str(self.temporary)})
        assert (done.returncode, done.stdout) == (0, f"已生成：{self.build.site}\n"), done.stderr
        self.seconds = time.monotonic() - begun

    def shows(self, *words: str) -> bool:
        """Whether the published site was built from one of these drafts."""
        page = (self.build.site / PAGE).read_text(encoding="utf-8")
        return any(known in page for known in words)

    def unfinished(self) -> list[Path]:
        """The releases of which not all parts are whole."""
        return [folder for folder in self.build.releases.iterdir() if not (folder / COMPLETE).exists()]

    def is_being_written(self, already: Notes, parts: int) -> bool:
        """Whether so many parts of a release were brought up to date, but not yet all."""
        return any(len(set(notes(folder)) - already) >= parts for folder in self.unfinished())

    def was_cut_short(self, already: Notes) -> bool:
        """Whether some files of a release were written, and others were not."""
        return self.is_being_written(already, 1)


def notes(release: Path) -> Iterator[tuple[Path, int]]:
    """Which parts have been written, and when."""
    for folder, _, names in os.walk(release / "parts"):  # it passes over what is removed meanwhile
        for path in (Path(folder, name) for name in names if name.endswith(".json")):
            with contextlib.suppress(FileNotFoundError):
                yield path, path.stat().st_mtime_ns


def kill(process: subprocess.Popen[str], number: signal.Signals) -> str:
    """Send a signal to a build and its engine; what the build said on standard error."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
    return process.communicate(timeout=DEADLINE)[1]


def at_any_time(chance: random.Random, seconds: float) -> Moment:
    """Wait for some part of the time that a build takes."""

    def wait(draft: Draft, process: subprocess.Popen[str], already: Notes) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, seconds))

    return wait


def while_writing(chance: random.Random) -> Moment:
    """Wait until some part of the release is on the disk."""

    def wait(draft: Draft, process: subprocess.Popen[str], already: Notes) -> None:
        parts = chance.randrange(PARTS)
        while process.poll() is None and not draft.is_being_written(already, parts):
            time.sleep(0.0005)

    return wait


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A project that was built once, as its first draft."""
    made = Draft(tmp_path)
    made.write()
    made.finish()
    return made


def test_ten_kills_at_random_moments_never_leave_a_damaged_site(draft: Draft) -> None:
    chance = random.Random(SEED)
    old = "这是第1稿。"
    cut_short = 0
    for moment in [at_any_time(chance, draft.seconds), while_writing(chance)] * 5:
        new = draft.write()
        already = {note for folder in draft.build.releases.iterdir() for note in notes(folder)}
        process = draft.start()
        moment(draft, process, already)
        kill(process, signal.SIGKILL)

        assert list(damage(draft.build.folder)) == []
        assert draft.shows(old, new)
        old = new if draft.shows(new) else old
        cut_short += draft.was_cut_short(already)

    assert cut_short > 2, "no kill came while files were being written"
    last = draft.write()
    draft.finish()
    assert draft.shows(last)
    assert list(damage(draft.build.folder)) == []
    assert len(releases(draft.build.folder)) == 2, "what was cut short is swept"


@pytest.mark.parametrize("step", ["排版文字页面", "生成全站的页面、索引和表格"])
def test_an_interrupted_build_leaves_nothing_behind_and_no_traceback(draft: Draft, step: str) -> None:
    before = releases(draft.build.folder)
    old = draft.build.shown
    draft.write()
    process = draft.start()
    assert process.stderr is not None
    while process.stderr.readline().strip() != step:
        assert process.poll() is None

    said = kill(process, signal.SIGINT)

    assert process.returncode == 130
    assert TRACEBACK not in said
    assert draft.build.shown == old
    assert releases(draft.build.folder) == before
    assert list(damage(draft.build.folder)) == []
    assert list(draft.temporary.iterdir()) == []
