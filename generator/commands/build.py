# SPDX-License-Identifier: Apache-2.0
"""`platform-registry build`: make the site, whole or not at all."""

import typer

from generator import pipeline
from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complaining, progress, report, say
from generator.render.findings.told import Told

UNCHANGED = "没有生成，原来的网站保持不变"


def build(root: Root = HERE, as_of: AsOf = None) -> None:
    """检查并生成网站到 build/site。有错误时不生成，原来的网站保持不变。"""
    day = as_of or today()
    with complaining(UNCHANGED), progress("察看文件") as step:
        built = pipeline.build(root, day, step)
    if built.findings:
        report(Told(built.findings, day))
    if built.site is None:
        raise typer.Exit(1)
    say(f"{'已生成' if built.is_new else '没有改动，网站已是最新'}：{root / 'build' / 'site'}")
