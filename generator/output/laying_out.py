# SPDX-License-Identifier: Apache-2.0
"""How do files get into a folder that nobody looks at yet, with the folders that they stand in?"""

from collections.abc import Iterable
from pathlib import Path


def lay_out(files: Iterable[tuple[str, bytes]], into: Path) -> None:
    """Write each content under its path below the folder; for a folder of our own, where nothing is lost."""
    for file, content in files:
        path = into / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
