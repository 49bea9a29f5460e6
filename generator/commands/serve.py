# SPDX-License-Identifier: Apache-2.0
"""`platform-registry serve`: show the site, and show it again whenever a source changes."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator import pipeline
from generator.base.finding import Finding
from generator.commands.arguments import HERE, AsOf, Root, port_number, today
from generator.commands.voice import complain, complaining, progress, refusal, report, say
from generator.output.preview import Preview, watch
from generator.output.release import Build
from generator.render.findings.told import Told

Port = Annotated[
    int, typer.Option("--port", help="端口；0 为任意空闲端口", parser=port_number, metavar="端口号")
]


def serve(root: Root = HERE, as_of: AsOf = None, port: Port = 8000) -> None:
    """在本机预览网站；改动文件后自动重新生成，错误显示在浏览器里。"""
    try:
        preview = Preview(Build(root / "build"), port)
    except OSError as error:
        complain(f"端口 {port} 不能用（{refusal(error)}）。换一个端口：--port 0")
        raise typer.Exit(1) from error

    def show() -> None:
        _show(root, as_of, preview)
        say(f"预览：{preview.address}（按 Ctrl+C 结束）")

    preview.start()
    try:
        with complaining("不能察看文件的改动"), suppress(KeyboardInterrupt):
            watch(root, show)
    finally:
        preview.stop()


def _show(root: Path, as_of: date | None, preview: Preview) -> None:
    """Build once more; tell the browser what came of it."""
    findings: tuple[Finding, ...] = ()
    day = as_of or today()
    with progress("察看文件") as step:
        try:
            built = pipeline.build(root, day, step)
            findings = built.findings
            wrong = "\n".join(map(str, findings)) if built.site is None else ""
        except pipeline.Stopped as error:
            wrong = str(error)
        except OSError as error:
            wrong = refusal(error)
    if wrong:
        preview.refused(wrong)
        complain(wrong)
    else:
        preview.built()
        report(Told(findings, day))
