# SPDX-License-Identifier: Apache-2.0
"""`platform-registry schema`: the JSON Schemas with which editors complete and explain source files."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.voice import complaining, say
from generator.render.schemas import source_schemas

Folder = Annotated[Path, typer.Argument(help="写到哪个文件夹", metavar="文件夹", show_default="build/schema")]


def schema(folder: Folder = Path("build/schema")) -> None:
    """写出各类记录的 JSON Schema，供编辑器提示和补全字段。"""
    for file in source_schemas():
        target = folder / Path(file.path).name
        with complaining("没有写出"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
        say(str(target))
