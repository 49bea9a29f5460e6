# SPDX-License-Identifier: Apache-2.0
"""Do several processes build what one builds, and what if one of them is lost?"""

import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from generator import pipeline
from generator.pipeline.plan import plan_of
from generator.pipeline.shards import Press
from tests.builders import TINY_DAY
from tests.commands.process import HAN
from tests.output.published import damage, digests, releases
from tests.pipeline.editing import EDITS, LISTS, built, notice_added, replaced, silent, without_build


@pytest.fixture
def _two_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LITTLE", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_few_files_are_worked_through_in_this_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    plan = plan_of(root, TINY_DAY)

    assert pipeline._workers(plan) == 1
    monkeypatch.setattr(pipeline, "LITTLE", 0)
    assert pipeline._workers(plan) == 2


@pytest.mark.usefixtures("_two_workers")
def test_several_processes_give_the_bytes_of_one(tiny_root: Path, tiny_built: Path) -> None:
    assert digests(built(tiny_root)) == digests(tiny_built)
    assert list(damage(tiny_root / "build")) == []


def test_several_processes_bring_a_site_up_to_date_as_one_does(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = TINY_DAY + timedelta(days=1)
    built(root, day)
    notice_added(root)
    EDITS["the title of a version"](root)
    by_one = digests(built(without_build(root, tmp_path / "one")))
    monkeypatch.setattr(pipeline, "_workers", lambda _: 2)

    assert digests(built(root)) == by_one
    assert list(damage(root / "build")) == []


@pytest.mark.usefixtures("_two_workers")
def test_several_processes_find_what_one_finds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(f"{LISTS}/2020-06-01-first-list.yaml", "title:", "titel:")(root)
    replaced("content/notices/2023/2023-11-01-yangli-call.md", "yangli/2023", "yangli/2022")(root)

    found = pipeline.examine(root, TINY_DAY)
    stopped = pipeline.build(root, TINY_DAY, silent)
    monkeypatch.setattr(pipeline, "LITTLE", 64)

    assert len({finding.location.file for finding in found}) == 2
    assert found == stopped.findings == pipeline.examine(root, TINY_DAY)


@pytest.mark.usefixtures("_two_workers")
def test_a_lost_process_stops_the_build_with_the_repair_and_the_site_stays(
    root: Path, tiny_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(Press, "rendered", lost)
    notice_added(root)
    EDITS["a style sheet"](root)
    before = (root / "build/site").resolve()

    with pytest.raises(pipeline.Stopped, match=HAN) as caught:
        pipeline.build(root, TINY_DAY, silent)

    assert "\n    修法：" in str(caught.value)
    assert (root / "build/site").resolve() == before
    assert digests(before) == digests(tiny_built)
    assert releases(root / "build") == {before.parent.name}
