# SPDX-License-Identifier: Apache-2.0
"""`platform-registry check`: are the sources right?"""

import typer

from generator import pipeline
from generator.base.finding import Level
from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complaining, progress, report


def check(root: Root = HERE, as_of: AsOf = None) -> None:
    """检查全部记录，列出每一处错误和修法。没有错误时退出码为 0，否则为 1。"""
    with complaining("没有检查完"), progress("检查记录"):
        findings = pipeline.examine(root, as_of or today())
    report(findings)
    if any(finding.level is Level.ERROR for finding in findings):
        raise typer.Exit(1)
