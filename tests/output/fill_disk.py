# SPDX-License-Identifier: Apache-2.0
"""What happens to a site on a disk that fills up? Run as a program on a small disk; answers in JSON."""

import errno
import json
import sys
from pathlib import Path

from tests.builders import TINY
from tests.commands.process import DAY, run
from tests.conftest import copy_project
from tests.output.published import damage, digests, releases

ROOM = 150_000  # bytes left: enough to begin writing, not enough to end
BLOCK = b"\0" * 4096


def fill(folder: Path) -> Path:
    """A file that takes all but a little of the disk."""
    filler = folder / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            while True:
                file.write(BLOCK)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
    with filler.open("r+b") as file:
        file.truncate(filler.stat().st_size - ROOM)
    return filler


def main(folder: Path) -> None:
    """Build, fill the disk, build, make room, build."""
    root = copy_project(TINY, folder / "project")
    build = root / "build"
    first = run("build", "--root", root, *DAY)
    old, folders = digests(build / "site"), releases(build)
    about = root / "content" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n改了一处。\n", encoding="utf-8")
    filler = fill(folder)
    second = run("build", "--root", root, *DAY)
    kept = digests(build / "site") == old and releases(build) == folders
    filler.unlink()
    third = run("build", "--root", root, *DAY)
    answer = {
        "codes": [first.returncode, second.returncode, third.returncode],
        "stdout": second.stdout,
        "stderr": second.stderr,
        "kept": kept,
        "damage": list(damage(build)),
        "replaced": digests(build / "site") != old,
    }
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
