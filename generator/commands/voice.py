# SPDX-License-Identifier: Apache-2.0
"""How do commands speak? Findings and results on standard output, progress on standard error.

On a terminal progress is a line that changes; elsewhere each step is one plain line.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape

from generator.base.finding import Finding, Level
from generator.pipeline import Progress


def say(text: str) -> None:
    """A line of the result."""
    Console(soft_wrap=True, highlight=False).print(text, markup=False)


def complain(text: str) -> None:
    """A line about what went wrong."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(text, markup=False)


def report(findings: Iterable[Finding]) -> None:
    """Every finding, then how many there are."""
    told = list(findings)
    for finding in told:
        say(str(finding))
    errors = sum(finding.level is Level.ERROR for finding in told)
    notes = len(told) - errors
    if errors:
        say(f"共 {errors} 处错误{f'、{notes} 处提示' if notes else ''}")
    else:
        say(f"没有错误{f'，有 {notes} 处提示' if notes else ''}")


@contextmanager
def progress(first: str) -> Iterator[Progress]:
    """A way to tell what is being done."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        complain(first)
        yield complain
        return
    with console.status(escape(first)) as status:
        yield lambda text: status.update(escape(text))
