# SPDX-License-Identifier: Apache-2.0
"""`platform-registry demo`: a whole fictitious project, to try everything without touching real data."""

from pathlib import Path
from typing import Annotated

import typer

from generator.author.demonstration import demonstration
from generator.base.misfit import Misfit
from generator.commands.arguments import HERE, Root
from generator.commands.voice import complain, complaining, progress, say
from generator.load.kit import kit_of
from generator.output.new_project import write_project

UNWRITTEN = "没有写出"
MOST = 100_000


def how_many(given: str | int) -> int:
    """How many platforms an option asks for; a usage error for what is no such number."""
    text = str(given)
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= MOST):
        raise typer.BadParameter(f"“{text}”不行，写 1 到 {MOST} 的整数")
    return int(text)


Folder = Annotated[
    Path, typer.Argument(help="写到哪个文件夹；还没有的，或空的", metavar="文件夹", show_default=False)
]
Platforms = Annotated[int, typer.Option("--platforms", help="多少个平台", parser=how_many, metavar="个数")]


def demo(folder: Folder, platforms: Platforms = 500, root: Root = HERE) -> None:
    """写出一个完整的虚构项目：名录、公告、待导入的名单和说明，供试用各个命令，不碰真实数据。

    词表、说明页和样子取自 --root 的项目；其余都是编造的，每一页的页首写着“虚构”。
    """
    target = folder.resolve() if not folder.is_symlink() else folder.absolute()
    with complaining(UNWRITTEN), progress("编造名录"):
        kit, findings = kit_of(root)
        if kit is None:
            for finding in findings:
                say(str(finding))
            raise typer.Exit(1)
        try:
            write_project(target, demonstration(platforms, kit.files, kit.settings))
        except Misfit as error:
            complain(f"{UNWRITTEN}：{error}\n    修法：{error.repair}")
            raise typer.Exit(1) from error
    say(f"已写出：{target}（{platforms:,} 个虚构的平台）")
    say(f"接着：打开 {target / 'README.md'}，照着试；或直接看网站：platform-registry serve --root {target}")
