# SPDX-License-Identifier: Apache-2.0
"""`platform-registry schema`: the JSON Schemas with which editors complete and explain source files."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.voice import complaining, say
from generator.output.laying_out import lay_out
from generator.render.schemas import source_schemas

Folder = Annotated[Path, typer.Argument(help="写到哪个文件夹", metavar="文件夹", show_default="build/schema")]


def schema(folder: Folder = Path("build/schema")) -> None:
    """写出各类记录的 JSON Schema，供编辑器提示和补全字段。"""
    files = {Path(file.path).name: file.content for file in source_schemas()}
    with complaining("没有写出"):
        lay_out(files.items(), folder)
    for name in files:
        say(str(folder / name))
