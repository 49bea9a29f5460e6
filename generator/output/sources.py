# SPDX-License-Identifier: Apache-2.0
"""How do source files get written? All of a step or none, and never over what somebody else wrote.

The texts are first laid down beside the project's folders; only when all are there do they take their
places one after another. Whatever stops that takes back what was placed already.
"""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType

from generator.base.misfit import Misfit

NOTHING: Mapping[str, tuple[bytes, bytes]] = MappingProxyType({})


def write(root: Path, new: Mapping[str, str], changed: Mapping[str, tuple[bytes, bytes]] = NOTHING) -> None:
    """Write new files, and changed ones given as what they held and what they shall hold.

    Misfit, with nothing written, where a new file exists or a changed one holds something else by now.
    """
    for file in [*new, *changed]:
        _stays_inside(root, file)
    for file in new:
        if (root / file).is_symlink() or (root / file).exists():
            raise _taken(file)
    for file, (old, _) in changed.items():
        _is_still(root, file, old)
    contents = {file: text.encode() for file, text in new.items()}
    contents |= {file: content for file, (_, content) in changed.items()}
    with ExitStack() as held, ExitStack() as undo:
        shelf = Path(held.enter_context(tempfile.TemporaryDirectory(dir=root, prefix=".writing-")))
        for number, (file, content) in enumerate(contents.items()):
            (shelf / str(number)).write_bytes(content)
            if file in changed:
                shutil.copymode(root / file, shelf / str(number))
                shutil.copy2(root / file, shelf / f"{number}-before")
        for number, file in enumerate(contents):
            if file in new:
                _claim(root, file, undo)
            else:
                _is_still(root, file, changed[file][0])
                undo.callback((shelf / f"{number}-before").replace, root / file)
            (shelf / str(number)).replace(root / file)
        undo.pop_all()


def _stays_inside(root: Path, file: str) -> None:
    """Misfit where a path leads out of the project, be it by a symbolic link."""
    target = (root / file).parent.resolve()
    if not target.is_relative_to(root.resolve()):
        raise Misfit(f"{file} 不在项目的文件夹里", "把途中的符号链接换成文件夹本身")


def _is_still(root: Path, file: str, old: bytes) -> None:
    path = root / file
    if not path.is_file() or path.read_bytes() != old:
        raise Misfit(f"{file} 在这期间被改动了", "保存别处的改动，再运行一次")


def _claim(root: Path, file: str, undo: ExitStack) -> None:
    """Make an empty file where none is, with the folders on the way; all of it is taken back by `undo`."""
    path = root / file
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir()
            undo.callback(folder.rmdir)
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise _taken(file) from error
    undo.callback(path.unlink)


def _taken(file: str) -> Misfit:
    return Misfit(f"{file} 已经有了", "换一个文件名；要改已有的文件，直接打开它改")
