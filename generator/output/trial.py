# SPDX-License-Identifier: Apache-2.0
"""Where can sources be tried before they are written? In a copy of the files that matter."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def laid_out(root: Path, files: Iterable[str], new: Mapping[str, str]) -> Iterator[Path]:
    """A project of some of the files of another one, and of new ones."""
    with tempfile.TemporaryDirectory(prefix="trial-") as folder:
        home = Path(folder)
        for file in files:
            target = home / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / file, target, follow_symlinks=False)
        for file, text in new.items():
            target = home / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
        yield home
