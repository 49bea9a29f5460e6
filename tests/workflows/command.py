# SPDX-License-Identifier: Apache-2.0
"""How do tests run `platform-registry` out of scripts many times? One process imports it, and forks for each.

Nearly all processor time of a command is that of its imports. The program that scripts find hands its
arguments, folder, environment and streams to a fork of that process, which runs the command as if started.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.__main__ import main
from tests.conftest import REPOSITORY

PROGRAM = """#!{python} -SI
import json, os, socket, sys
with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as asked:
    asked.connect({address!r})
    order = json.dumps([sys.argv, os.getcwd(), dict(os.environ)])
    socket.send_fds(asked, [order.encode()], [0, 1, 2])
    sys.exit(asked.recv(1)[0])
"""
MOST = 1 << 20


@contextmanager
def forking(folder: Path) -> Iterator[str]:
    """The text of a program `platform-registry`, which works meanwhile."""
    address = folder / "socket"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listening:
        listening.bind(str(address))
        listening.listen()
        number = listening.fileno()
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(number)],
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.DEVNULL,
            pass_fds=[number],
        )
    try:
        yield PROGRAM.format(python=sys.executable, address=str(address))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _serve(listening: socket.socket) -> None:
    """Run what is asked for, one after another, each in a process of its own; there this returns."""
    while True:
        connection, _ = listening.accept()
        with connection:
            order, streams, _, _ = socket.recv_fds(connection, MOST, 3)
            if not (child := os.fork()):
                _become(order, streams)
                return
            for stream in streams:
                os.close(stream)
            ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            connection.send(bytes([ended % 256]))


def _become(order: bytes, streams: list[int]) -> None:
    """Be in the place of whoever asked."""
    sys.argv, folder, environment = json.loads(order)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
    main()
