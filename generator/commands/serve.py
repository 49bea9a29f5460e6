# SPDX-License-Identifier: Apache-2.0
"""`platform-registry serve`: show the site, and show it again whenever a source changes."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator import pipeline
from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complain, progress, refusal, report, say
from generator.output.preview import Preview, watch
from generator.output.release import Build

Port = Annotated[int, typer.Option("--port", help="端口；0 为任意空闲端口", min=0, max=65535)]


def serve(root: Root = HERE, as_of: AsOf = None, port: Port = 8000) -> None:
    """在本机预览网站；改动文件后自动重新生成，错误显示在浏览器里。"""
    try:
        preview = Preview(Build(root / "build"), port)
    except OSError as error:
        complain(f"端口 {port} 不能用（{refusal(error)}）。换一个端口：--port 0")
        raise typer.Exit(1) from error
    preview.start()
    try:
        _show(root, as_of, preview)
        say(f"预览：{preview.address}（按 Ctrl+C 结束）")
        watch(root, lambda: _show(root, as_of, preview))
    finally:
        preview.stop()


def _show(root: Path, as_of: date | None, preview: Preview) -> None:
    """Build once more; tell the browser what came of it."""
    with progress("检查记录") as step:
        examined = pipeline.examine(root, as_of or today())
        wrong = "\n".join(str(finding) for finding in examined.findings) if examined.has_errors else ""
        if examined.register and not examined.has_errors:
            try:
                pipeline.build(root, examined.register, step)
            except (pipeline.Stopped, OSError) as error:
                wrong = refusal(error) if isinstance(error, OSError) else str(error)
    if wrong:
        preview.refused(wrong)
        complain(wrong)
    else:
        preview.built()
        report(examined.findings)
