# SPDX-License-Identifier: Apache-2.0
"""How is work shared among the processors? Jobs are forked off, so that what they need is there already.

A job is a function without arguments; what it returns comes back through a pipe. A worker whose parent
has gone stops before its next job, so that nobody goes on writing into a release that no one waits for.
"""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

T = TypeVar("T")
Job = Callable[[], T]


class WorkerLostError(Exception):
    """A worker ended without a word, for example for want of memory."""


def each_done(jobs: Sequence[Job[T]], workers: int) -> Iterator[T]:
    """The results of all jobs, in the order in which they come; the first failure is raised here.

    With one worker, or one job, everything is done in this process.
    """
    if workers < 2 or len(jobs) < 2:
        yield from (job() for job in jobs)
        return
    fork = multiprocessing.get_context("fork")
    pipes: dict[Connection, BaseProcess] = {}  # the parent's end → the worker at the other
    waiting = iter(range(len(jobs)))
    try:
        for _ in range(min(workers, len(jobs))):
            here, there = fork.Pipe()
            worker: BaseProcess = fork.Process(
                target=_work, args=(jobs, there, [*pipes, here], os.getpid()), daemon=True
            )
            worker.start()
            there.close()
            pipes[here] = worker
            with _a_worker():
                here.send(next(waiting, None))
        yield from _results(list(pipes), waiting)
    finally:
        for pipe, worker in pipes.items():
            pipe.close()
            worker.join()


def _results(busy: list[Connection], waiting: Iterator[int]) -> Iterator[T]:
    """Gather results and hand out further jobs, until every worker has been told that there is no more."""
    while busy:
        for pipe in wait(busy):
            assert isinstance(pipe, Connection)  # noqa: S101  (nothing else was waited for)
            with _a_worker():
                is_good, result = pipe.recv()
            if not is_good:
                raise result
            yield result
            job = next(waiting, None)
            with _a_worker():
                pipe.send(job)
            if job is None:
                busy.remove(pipe)


@contextmanager
def _a_worker() -> Iterator[None]:
    """Somebody to speak with; WorkerLostError where nobody is at the other end any more."""
    try:
        yield
    except (EOFError, ConnectionError):
        raise WorkerLostError from None


def _work(jobs: Sequence[Job[T]], pipe: Connection, others: Sequence[Connection], parent: int) -> None:
    """Do the jobs that one is told, until told that there is no more or nobody tells any more."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # an interruption ends it; the parent speaks of it
    for other in others:  # the parent's ends, which only the parent may hold open
        other.close()
    gc.freeze()  # what was inherited is not looked at for garbage, so that its memory stays shared
    gc.disable()  # and what a job makes, only once it is done
    try:
        while os.getppid() == parent and (number := pipe.recv()) is not None:
            try:
                answer: tuple[bool, object] = (True, jobs[number]())
            except Exception as error:  # noqa: BLE001  (raised again in the parent)
                answer = (False, error)
            pipe.send(answer)
            gc.collect()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
