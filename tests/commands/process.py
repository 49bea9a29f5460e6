# SPDX-License-Identifier: Apache-2.0
"""How do tests run the commands as editors do, in a process of their own?"""

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from tests.builders import TINY_DAY
from tests.conftest import REPOSITORY
from tests.workflows.command import forking

MODULE = (sys.executable, "-m", "generator")
DAY = ("--as-of", TINY_DAY.isoformat())
ESCAPE = "\x1b"
TRACEBACK = "Traceback"
HAN = r"[\u4e00-\u9fff]"


@cache
def _forked() -> tuple[str, ...]:
    """The same command from a process that has imported everything; it ends with the tests."""
    until_the_end = ExitStack()
    atexit.register(until_the_end.close)
    folder = Path(until_the_end.enter_context(tempfile.TemporaryDirectory(prefix="command-")))
    program = folder / "platform-registry"
    program.write_text(until_the_end.enter_context(forking(folder)), encoding="utf-8")
    return sys.executable, "-SI", str(program)


def run(
    *arguments: object,
    command: tuple[str, ...] | None = None,
    changes: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """What a command says and how it ends; `changes` are made to the environment."""
    return subprocess.run(
        [*(command or (MODULE if changes else _forked())), *map(str, arguments)],
        cwd=REPOSITORY,
        env=os.environ | (changes or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def start(
    *arguments: object,
    command: tuple[str, ...] = MODULE,
    changes: Mapping[str, str] | None = None,
) -> subprocess.Popen[str]:
    """The same without waiting for its end, in a process group of its own."""
    return subprocess.Popen(
        [*command, *map(str, arguments)],
        cwd=REPOSITORY,
        env=os.environ | (changes or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
