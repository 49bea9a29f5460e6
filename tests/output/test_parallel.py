# SPDX-License-Identifier: Apache-2.0
"""Is work that is shared among processes done as in one, and is every failure told at once?"""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.output.parallel import WorkerLostError, each_done
from generator.output.parts import Unfit
from tests.commands.waiting import SECONDS, before_long
from tests.conftest import REPOSITORY

LARGE = 3_000_000  # bytes: more than any pipe holds
# A parent whose workers tell who they are; one job waits for a sign, the next would leave a mark.
WITH_JOBS = """
import sys, time
from functools import partial
from pathlib import Path
from generator.output.parallel import each_done
folder = Path(sys.argv[1])
def job(number):
    (folder / f"begun-{{number}}").touch()
    while not (folder / "go").exists():
        time.sleep(0.01)
    (folder / f"ended-{{number}}").touch()
{rest}
"""
ALL = "list(each_done([partial(job, number) for number in range(6)], 2))"
PARENT = WITH_JOBS.format(rest=ALL)
QUIET_PARENT = WITH_JOBS.format(rest=f"try:\n    {ALL}\nexcept KeyboardInterrupt:\n    sys.exit(130)")


def test_the_results_of_all_jobs_come_back() -> None:
    jobs = [partial(pow, number, 2) for number in range(100)]

    assert sorted(each_done(jobs, 3)) == [number**2 for number in range(100)]


@pytest.mark.parametrize("workers", [1, 2, 3, 9])
@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
def test_any_number_of_jobs_is_done_by_any_number_of_workers(jobs: int, workers: int) -> None:
    done = list(each_done([partial(str, number) for number in range(jobs)], workers))

    assert sorted(done) == [str(number) for number in range(jobs)]


def test_results_larger_than_a_pipe_holds_come_back_whole() -> None:
    jobs = [partial(bytes, [number] * LARGE) for number in range(6)]

    assert {(result[0], len(result)) for result in each_done(jobs, 2)} == {(n, LARGE) for n in range(6)}


@pytest.mark.parametrize(("jobs", "workers"), [(4, 1), (1, 4)])
def test_one_worker_or_one_job_is_done_in_this_process(jobs: int, workers: int) -> None:
    assert set(each_done([os.getpid] * jobs, workers)) == {os.getpid()}


def test_several_workers_are_processes_of_their_own() -> None:
    def job() -> int:
        time.sleep(0.05)
        return os.getpid()

    workers = set(each_done([job] * 6, 2))

    assert len(workers) == 2
    assert os.getpid() not in workers


def failing(error: Exception) -> int:
    raise error


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    "error",
    [
        Unfit("两个文件的网址都是 /index.html\n    修法：改名"),
        OSError(errno.ENOSPC, "No space left on device", "/build/site/index.html"),
        PermissionError(errno.EACCES, "Permission denied", "/build"),
    ],
)
def test_the_error_of_a_job_is_raised_as_it_was(workers: int, error: Exception) -> None:
    jobs: list[Callable[[], int]] = [partial(failing, error), *[os.getpid] * 5]

    with pytest.raises(type(error)) as caught:
        list(each_done(jobs, workers))

    assert (str(caught.value), caught.value.args) == (str(error), error.args)
    assert getattr(caught.value, "filename", None) == getattr(error, "filename", None)


def test_after_an_error_no_worker_is_left(tmp_path: Path) -> None:
    def note() -> int:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.02)
        return os.getpid()

    jobs: list[Callable[[], int]] = [note, note, partial(failing, Unfit("x")), *[note] * 50]
    with pytest.raises(Unfit):
        list(each_done(jobs, 2))

    workers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(workers) == 2
    assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []


def kill_oneself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def pass_time() -> None:
    time.sleep(0.05)


@pytest.mark.parametrize("before", range(4))
def test_a_worker_that_is_killed_is_told_and_nobody_waits_for_it(before: int) -> None:
    jobs: list[Callable[[], None]] = [pass_time] * before + [kill_oneself] + [pass_time] * 3
    begun = time.monotonic()

    with pytest.raises(WorkerLostError):
        list(each_done(jobs, 2))

    assert time.monotonic() - begun < SECONDS


def test_a_worker_that_is_killed_before_it_has_read_what_to_do_is_told() -> None:
    done = each_done([os.getpid] * 8, 2)
    worker = next(done)
    os.kill(worker, signal.SIGSTOP)  # so that it finds its next job unread when it is killed
    threading.Timer(0.1, os.kill, (worker, signal.SIGKILL)).start()

    with pytest.raises(WorkerLostError):
        list(done)


def test_workers_whose_parent_has_died_stop_after_the_job_in_hand(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], cwd=REPOSITORY)
    try:
        assert before_long(lambda: len(list(tmp_path.glob("begun-*"))) == 2)
    finally:
        parent.kill()
        parent.wait()
        (tmp_path / "go").touch()

    assert before_long(lambda: len(list(tmp_path.glob("ended-*"))) == 2)
    time.sleep(0.2)
    assert sorted(path.name for path in tmp_path.glob("begun-*")) == ["begun-0", "begun-1"]


def test_an_interruption_of_all_processes_ends_the_workers_without_a_traceback(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", QUIET_PARENT, str(tmp_path)],
        cwd=REPOSITORY,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert before_long(lambda: len(list(tmp_path.glob("begun-*"))) == 2)

    os.killpg(parent.pid, signal.SIGINT)
    said = parent.communicate(timeout=SECONDS)[1]

    assert (parent.returncode, said) == (130, "")
    assert list(tmp_path.glob("ended-*")) == []
