# SPDX-License-Identifier: Apache-2.0
"""Which arguments do all commands share, and where is the clock read? Here, and nowhere else."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from generator.base.days import PartialDate
from generator.base.misfit import Misfit
from generator.commands.voice import complain, refusal
from generator.load.asked import content_of

SHANGHAI = timedelta(hours=8)
LAST_PORT = 65535
MISUSE = 2  # the exit code where a command was not used as it should be


def today() -> date:
    """The calendar day in Asia/Shanghai."""
    return (datetime.now(UTC) + SHANGHAI).date()


def day(text: str) -> date:
    """The day an option names; a usage error for anything else."""
    try:
        known = PartialDate.parse(text).exact
    except Misfit:
        known = None
    if known is None:
        raise typer.BadParameter(f"“{text}”不是日期，写作 2026-11-22")
    return known


def named_file(file: str, undone: str) -> bytes:
    """What a file holds that is named on the command line; a usage error where it cannot be had."""
    try:
        return content_of(file)
    except OSError as error:
        complain(f"{undone}：{refusal(error)}")
        raise typer.Exit(MISUSE) from error


def project(path: Path) -> Path:
    """The folder of a project; a usage error where there is none."""
    root = path.resolve()
    if not (root / "registry").is_dir():
        raise typer.BadParameter(f"{root} 里没有 registry 文件夹；请在项目的文件夹里运行，或用 --root 指明")
    return root


def port_number(given: str | int) -> int:
    """The port an option names, or its default; a usage error for what can be none."""
    text = str(given)
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise typer.BadParameter(f"“{text}”不是端口号，写 0 到 {LAST_PORT} 的整数")
    return int(text)


Root = Annotated[
    Path,
    typer.Option(
        "--root",
        help="项目所在的文件夹",
        callback=project,
        metavar="文件夹",
        show_default="当前文件夹",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", help="按哪一天生成，写作 2026-11-22", parser=day, metavar="日期", show_default="今天"
    ),
]
HERE = Path()
