# SPDX-License-Identifier: Apache-2.0
"""How does a new project come to stand in a folder, whole or not at all?"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.base.misfit import Misfit
from generator.base.output_file import OutputFile
from generator.output.laying_out import lay_out


def write_project(target: Path, files: Iterable[OutputFile]) -> None:
    """Write the files beside the folder and let them take its place; Misfit if it is not a new one.

    An empty folder is as good as none, but not the one that somebody stands in, which would be lost.
    """
    if target == Path.cwd():
        raise Misfit(f"{target} 是现在所在的文件夹", "换一个还没有的文件夹，例如 ../demo")
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise Misfit(f"{target} 已经有了，不是空的文件夹", "换一个还没有的文件夹；不需要它的，先删掉或移走")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        lay_out(((file.path, file.content) for file in files), fresh)
        fresh.chmod(0o755)
        fresh.rename(target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
