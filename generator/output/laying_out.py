# SPDX-License-Identifier: Apache-2.0
"""How do files get into a folder that nobody looks at yet, with the folders that they stand in?"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.load.revision import files_at


def lay_out(files: Iterable[tuple[str, bytes]], into: Path) -> None:
    """Write each content under its path below the folder; for a folder of our own, where nothing is lost."""
    for file, content in files:
        path = into / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextmanager
def revision_laid_out(root: Path, commit: str | None) -> Iterator[Path]:
    """The folder in which the sources of a commit stand for a while; the working tree where none is named."""
    if commit is None:
        yield root
        return
    with TemporaryDirectory(prefix="platform-registry-") as folder:
        lay_out(files_at(root, commit), Path(folder))
        yield Path(folder)
