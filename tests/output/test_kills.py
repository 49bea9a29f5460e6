# SPDX-License-Identifier: Apache-2.0
"""Does a build that is killed, at whatever moment, leave the site whole, and does the next one clean up?"""

import contextlib
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.output.release import Build
from tests.builders import TINY
from tests.commands.process import DAY, TRACEBACK, run, start
from tests.conftest import copy_project
from tests.output.published import damage, releases, shown

SEED = 20240102
DEADLINE = 30.0
PAGE = "about/index.html"
Moment = Callable[["Draft", subprocess.Popen[str], set[str]], None]


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
        """Change a source; the words by which a site built from it is known."""
        self.number += 1
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

    def is_being_written(self, already: set[str], entries: int) -> bool:
        """Whether a new release has at least so many entries at its top."""
        new = releases(self.build.folder) - already
        return any(len(list(self.build.releases.glob(f"{name}/site/*"))) >= entries for name in new)


def kill(process: subprocess.Popen[str], number: signal.Signals) -> str:
    """Send a signal to a build and its engine; what the build said on standard error."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
    return process.communicate(timeout=DEADLINE)[1]


def at_any_time(chance: random.Random, seconds: float) -> Moment:
    """Wait for some part of the time that a build takes."""

    def wait(draft: Draft, process: subprocess.Popen[str], already: set[str]) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, seconds))

    return wait


def while_writing(chance: random.Random) -> Moment:
    """Wait until some part of the release is on the disk."""

    def wait(draft: Draft, process: subprocess.Popen[str], already: set[str]) -> None:
        entries = chance.randrange(14)
        while process.poll() is None and not draft.is_being_written(already, entries):
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
    for moment in [at_any_time(chance, draft.seconds), while_writing(chance)] * 5:
        new = draft.write()
        already = releases(draft.build.folder)
        process = draft.start()
        moment(draft, process, already)
        kill(process, signal.SIGKILL)

        assert list(damage(draft.build.folder)) == []
        assert draft.shows(old, new)
        old = new if draft.shows(new) else old

    assert len(releases(draft.build.folder)) > 2, "no kill came while files were being written"
    last = draft.write()
    draft.finish()
    assert draft.shows(last)
    assert list(damage(draft.build.folder)) == []
    assert len(releases(draft.build.folder)) == 2, "what was cut short is swept"


@pytest.mark.parametrize("step", ["排版文字页面", "生成页面和数据"])
def test_an_interrupted_build_leaves_nothing_behind_and_no_traceback(draft: Draft, step: str) -> None:
    before = releases(draft.build.folder)
    old = shown(draft.build)
    process = draft.start()
    assert process.stderr is not None
    while process.stderr.readline().strip() != step:
        assert process.poll() is None

    said = kill(process, signal.SIGINT)

    assert process.returncode == 130
    assert TRACEBACK not in said
    assert shown(draft.build) == old
    assert releases(draft.build.folder) == before
    assert list(damage(draft.build.folder)) == []
    assert list(draft.temporary.iterdir()) == []
