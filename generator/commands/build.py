# SPDX-License-Identifier: Apache-2.0
"""`platform-registry build`: make the site, whole or not at all."""

import typer

from generator import pipeline
from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complain, complaining, progress, report, say

UNCHANGED = "没有生成，原来的网站保持不变"


def build(root: Root = HERE, as_of: AsOf = None) -> None:
    """检查并生成网站到 build/site。有错误时不生成，原来的网站保持不变。"""
    with complaining(UNCHANGED), progress("检查记录") as step:
        examined = pipeline.examine(root, as_of or today())
        if examined.register and not examined.has_errors:
            try:
                pipeline.build(root, examined.register, step)
            except pipeline.Stopped as error:
                complain(f"{UNCHANGED}：{error}")
                raise typer.Exit(1) from error
    if examined.findings:
        report(examined.findings)
    if examined.has_errors:
        raise typer.Exit(1)
    say(f"已生成：{root / 'build' / 'site'}")
