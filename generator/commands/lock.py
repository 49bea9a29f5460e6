# SPDX-License-Identifier: Apache-2.0
"""`platform-registry lock`: note every address that the site answers at, so that it goes on answering."""

from collections.abc import Iterable
from pathlib import Path

import typer

from generator import pipeline
from generator.base.finding import Finding, Level
from generator.base.misfit import Misfit
from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complain, complaining, progress, report, say
from generator.load.rooms import LOCK
from generator.output.sources import write
from generator.pipeline.plan import current_of
from generator.render.findings.told import Told

UNCHANGED = "没有登记"


def lock(root: Root = HERE, as_of: AsOf = None) -> None:
    """把现有网页的网址登记到 registry/addresses.lock，只增不减。发布后由流水线运行，编辑不用运行。"""
    day = as_of or today()
    with complaining(UNCHANGED), progress("检查记录"):
        seen = pipeline.inspected(root, day, current_of(root))
        findings = pipeline.counted(root, seen.base, seen.found) if seen.base else seen.found
    wrong: tuple[Finding, ...] = tuple(found for found in findings if found.level is Level.ERROR)
    if seen.base is None or wrong:
        report(Told(wrong, day))
        complain(f"{UNCHANGED}：先改正以上错误")
        raise typer.Exit(1)
    known = seen.base.lock
    moved = (redirect.from_ for redirect in seen.base.redirects)
    every = sorted({*known, *seen.pages, *moved})
    with complaining(UNCHANGED):
        _write(root, known, every)
    say(f"新登记 {len(every) - len(set(known))} 个网址，共 {len(every)} 个：{LOCK}")


def _write(root: Path, known: Iterable[str], every: Iterable[str]) -> None:
    """Write the lock anew where it is another one."""
    old, new = _text(known), _text(every)
    try:
        if not (root / LOCK).exists():
            write(root, {LOCK: new})
        elif new != old:
            write(root, {}, {LOCK: (old.encode(), new.encode())})
    except Misfit as error:
        complain(f"{UNCHANGED}：{error.message}\n    修法：{error.repair}")
        raise typer.Exit(1) from error


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{address}\n" for address in lines)
