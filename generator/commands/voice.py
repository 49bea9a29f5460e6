# SPDX-License-Identifier: Apache-2.0
"""How do commands speak? Findings and results on standard output, progress on standard error.

On a terminal progress is a line that changes; elsewhere each step is one plain line. What the system
refuses is told with its repair.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.markup import escape

from generator.base.personal_data import masked
from generator.pipeline import Progress, Stopped
from generator.render.findings.told import Told, in_words

REFUSALS = {
    errno.ENOSPC: "磁盘已满，腾出空间后再试",
    errno.EDQUOT: "磁盘配额已用完，腾出空间后再试",
    errno.EROFS: "那里是只读的，换一个能写的地方",
    errno.EACCES: "没有权限，换一个地方，或请管理员给予权限",
    errno.EPERM: "没有权限，换一个地方，或请管理员给予权限",
    errno.EFBIG: "文件大小超过系统的限制，请管理员放宽限制后再试",
    errno.ENOENT: "没有这个文件或文件夹，恢复它再试",
    errno.EEXIST: "那里有一个同名的文件，把它移走",
    errno.EADDRINUSE: "已被别的程序占用",
    errno.ENOTDIR: "这个位置或它的上级该是文件夹，却是一个文件，把那个文件移走",
    errno.EISDIR: "那里有一个同名的文件夹，把它移走",
}


def say(text: str) -> None:
    """A line of the result."""
    _print(Console(soft_wrap=True, highlight=False, emoji=False), text)


def complain(text: str) -> None:
    """A line about what went wrong."""
    _print(Console(stderr=True, soft_wrap=True, highlight=False, emoji=False), text)


def _print(console: Console, text: str) -> None:
    """The text, with codes in place of what the encoding of the terminal does not have.

    No number of a person is ever said, whatever message it stands in.
    """
    encoding = console.encoding
    console.print(masked(text).encode(encoding, "backslashreplace").decode(encoding), markup=False)


def refusal(error: OSError) -> str:
    """What the system refused and the repair; what it seldom refuses is left in its own words."""
    name = error.filename2 or error.filename
    place = f"{name}：" if name else ""
    return f"{place}{REFUSALS.get(error.errno or 0, error.strerror or str(error))}"


def report(told: Told) -> None:
    """Every finding, then how many there are."""
    for text in in_words(told):
        say(text)


def hand_over(text: str) -> None:
    """A result for programs: UTF-8 everywhere, and no number of a person in it either."""
    sys.stdout.buffer.write(masked(text).encode())


@contextmanager
def complaining(what: str) -> Iterator[None]:
    """Exit with 1 and say what could not be done where the system refuses something or a build stops."""
    try:
        yield
    except Stopped as error:
        complain(f"{what}：{error}")
        raise typer.Exit(1) from error
    except OSError as error:
        complain(f"{what}：{refusal(error)}")
        raise typer.Exit(1) from error


@contextmanager
def progress(first: str) -> Iterator[Progress]:
    """A way to tell what is being done."""
    console = Console(stderr=True, highlight=False, emoji=False)
    if not console.is_terminal or not console.encoding.startswith("utf"):
        complain(first)
        yield complain
        return
    with console.status(escape(first)) as status:
        yield lambda text: status.update(escape(text))
