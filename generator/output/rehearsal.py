# SPDX-License-Identifier: Apache-2.0
"""What would the project be with some files more or other? A copy of its sources in which they are.

Files are linked where the disk can do that, so that a large project costs little; what is new in the copy
never reaches the project itself.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.load.rooms import SOURCES
from generator.output.laying_out import lay_out


@contextmanager
def rehearsal(root: Path, contents: Mapping[str, bytes]) -> Iterator[Path]:
    """The folder of a copy in which these files hold what is given; it is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=root, prefix=".writing-") as folder:
        copy = Path(folder)
        for name in SOURCES:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True, copy_function=_linked)
            elif (root / name).is_file():
                _linked(str(root / name), str(copy / name))
        for file in contents:
            (copy / file).unlink(missing_ok=True)  # never written through the link
        lay_out(contents.items(), copy)
        yield copy


def _linked(source: str, target: str) -> str:
    """A link to the file, or a copy where the disk has no such links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return target
