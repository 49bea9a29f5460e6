# SPDX-License-Identifier: Apache-2.0
"""`platform-registry check`: are the sources right, and is a change of them?"""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import pipeline
from generator.base.finding import Level
from generator.checks.handbook import meanings
from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complaining, hand_over, progress, report
from generator.pipeline.change import examine_change
from generator.render.findings.annotations import annotations
from generator.render.findings.as_json import as_json
from generator.render.findings.sarif import sarif
from generator.render.findings.told import Told


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        help="只对从这个版本（例如 origin/main）分出以来的改动负责；以前就有的错误另列",
        metavar="版本",
    ),
]
Written = Annotated[
    Format,
    typer.Option(
        "--format",
        help="text 供人看，github 供合并请求标注，json 和 sarif 供程序",
        metavar="格式",
    ),
]


def check(root: Root = HERE, as_of: AsOf = None, base: Base = None, written: Written = Format.TEXT) -> None:
    """检查全部记录，列出每一处错误和修法。没有错误时退出码为 0，否则为 1。"""
    with complaining("没有检查完"), progress("检查记录"):
        told = _told(root, as_of or today(), base)
    if written is Format.TEXT:
        report(told)
    elif written is Format.GITHUB:
        hand_over("".join(f"{line}\n" for line in annotations(told)))
    else:
        hand_over({Format.JSON: as_json, Format.SARIF: sarif}[written](told, meanings()))
    if told.count(Level.ERROR):
        raise typer.Exit(1)


def _told(root: Path, day: date, base: str | None) -> Told:
    """What is found in the sources, or in a change of them."""
    if base is None:
        return Told(pipeline.examine(root, day), day)
    seen = examine_change(root, day, base)
    return Told(seen.findings, day, base, seen.touched, seen.untold)
