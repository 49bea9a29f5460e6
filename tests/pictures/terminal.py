# SPDX-License-Identifier: Apache-2.0
"""What does a person see in a terminal who runs a command and answers what it asks?"""

import fcntl
import io
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from rich.console import Console
from rich.text import Text

COLUMNS = 52
SILENCE = 2.0  # seconds after which a command is taken to wait for an answer
MOVES = re.compile(r"\x1b\[(?:\?25[hl]|\d*[ABCDGJK])|\x1b\[2K|\r(?=.)")
COLOUR = r"(?:\x1b\[[\d;]*m)*"
PROGRESS = re.compile(rf"^{COLOUR}[⠁-⣿]{COLOUR} .*$", re.MULTILINE)  # what a spinner leaves behind
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d1f24; color: #e8e3d8; }}
pre {{ margin: 0; padding: 14px 16px; font: 17px/1.55 "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
  white-space: pre-wrap; word-break: break-all; }}
.asked {{ color: #9fd18b; }}
</style><pre>{body}</pre>"""


def page(line: str, said: str) -> str:
    """A screen as HTML: what was typed, if any of it is shown, and what was said."""
    console = Console(record=True, width=1000, file=io.StringIO(), color_system="truecolor")
    console.print(Text.from_ansi(said), end="")
    body = console.export_html(code_format="{code}", inline_styles=True)
    typed = f'<span class="asked">$ {escape(line)}</span>\n' if line else ""
    return PAGE.format(body=typed + body)


def part(said: str, first: str, last: str) -> str:
    """The lines from the first that has some words to the first after it that has others."""
    lines = said.split("\n")
    begin = next(number for number, line in enumerate(lines) if first in line)
    end = next(number for number, line in enumerate(lines) if number >= begin and last in line)
    return "\n".join(lines[begin : end + 1])


def said(root: Path, arguments: Iterable[str], answers: Iterable[str] = (), exit_code: int = 0) -> str:
    """What a command says in a terminal, with the answers that were typed; it must end as expected."""
    words = [sys.executable, "-m", "generator", *arguments]
    text, code = _spoken(words, root, list(answers))
    assert code == exit_code, text
    return text


def _spoken(words: list[str], root: Path, answers: list[str]) -> tuple[str, int]:
    """Everything that a command writes to a terminal, and how it ends."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, COLUMNS, 0, 0))
    environment: Mapping[str, str] = os.environ | {
        "PYTHONPATH": os.fspath(Path.cwd()),
        "TERM": "xterm-256color",
    }
    with subprocess.Popen(
        words, cwd=root, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as command:
        os.close(theirs)
        said, patience = bytearray(), 10
        while True:
            ready = select.select([ours], [], [], SILENCE)[0]
            if ready:
                try:
                    part = os.read(ours, 65536)
                except OSError:  # the other end is closed
                    break
                said += part
            elif command.poll() is None and answers and said:
                os.write(ours, f"{answers.pop(0)}\n".encode())
            elif command.poll() is None and not answers:
                patience -= 1
                if not patience:  # it asks for more than there is to say
                    command.kill()
                    break
            elif command.poll() is not None:
                break
    os.close(ours)
    text = MOVES.sub("", said.decode("utf-8", "replace").replace("\r\n", "\n"))
    return re.sub(r"\n{2,}", "\n", PROGRESS.sub("", text)).strip("\n"), command.returncode
