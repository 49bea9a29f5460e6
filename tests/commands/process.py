# SPDX-License-Identifier: Apache-2.0
"""How do tests run the commands as editors do, in a process of their own?"""

import os
import subprocess
import sys
from collections.abc import Mapping

from tests.builders import TINY_DAY
from tests.conftest import REPOSITORY

MODULE = (sys.executable, "-m", "generator")
DAY = ("--as-of", TINY_DAY.isoformat())
ESCAPE = "\x1b"
TRACEBACK = "Traceback"
HAN = r"[\u4e00-\u9fff]"


def run(
    *arguments: object,
    command: tuple[str, ...] = MODULE,
    changes: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """What a command says and how it ends; `changes` are made to the environment."""
    return subprocess.run(
        [*command, *map(str, arguments)],
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
