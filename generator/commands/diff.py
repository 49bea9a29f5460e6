# SPDX-License-Identifier: Apache-2.0
"""`platform-registry diff`: what does the public read differently after a change?"""

from enum import StrEnum
from typing import Annotated

import typer

from generator.commands.arguments import HERE, AsOf, Root, today
from generator.commands.voice import complain, complaining, hand_over
from generator.load.revision import NoRevision
from generator.model.difference import DifferenceReport
from generator.pipeline.revisions import Incomparable, compare
from generator.render.differences.markdown import markdown
from generator.render.differences.report import Frame, report
from generator.render.open_data import dumped

NOT_COMPARED = "没有比较"


class Format(StrEnum):
    """How the report is written."""

    MARKDOWN = "markdown"
    JSON = "json"


Base = Annotated[str, typer.Argument(help="旧版本：分支、标签或提交号，例如 origin/main", metavar="旧版本")]
Head = Annotated[
    str | None, typer.Argument(help="新版本", metavar="新版本", show_default="工作区里现有的文件")
]
Written = Annotated[
    Format,
    typer.Option("--format", help="markdown 供人看，不写即是；json 供程序", show_default=False),
]


def diff(
    base: Base, head: Head = None, root: Root = HERE, as_of: AsOf = None, written: Written = Format.MARKDOWN
) -> None:
    """用文字说明两个版本之间，公众看到的结论有什么不同：称号、期限、自测的判定、公告、网址等。

    不写新版本时，从现有分支与旧版本分开的那一点算起，别人后来的改动不算进来。写了新版本的，照所写的两个版本比较。

    输出的 Markdown 可以贴进合并请求；JSON 的结构见网站的 schema/diff.json。

    退出码：0，已经比较；1，无从比较。
    """
    on = as_of or today()
    with complaining(NOT_COMPARED):
        try:
            found = compare(root, base, head, on)
        except (NoRevision, Incomparable) as error:
            complain(f"{NOT_COMPARED}：{error}")
            raise typer.Exit(1) from error
    frame = Frame(
        found.base, found.head, on, found.files, found.not_compared, found.untouched, found.pictures
    )
    told = report(found.comparison, frame)
    hand_over(markdown(told) if written is Format.MARKDOWN else dumped(told, DifferenceReport).decode())
