# SPDX-License-Identifier: Apache-2.0
"""How do tests see that a folder holds what it should, or that nobody touched it?"""

from pathlib import Path


def files_in(root: Path) -> dict[str, bytes]:
    """What every file below a folder holds, by its path there."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
