# SPDX-License-Identifier: Apache-2.0
"""Do the same sources and the same day give the same bytes, wherever and whenever they are built?"""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import TINY, TINY_DAY
from tests.commands.process import DAY, run
from tests.conftest import copy_project
from tests.output.published import digests

# The file system answers in the contrary order, in every process, the engine's too.
CONTRARY_ORDER = """
import os
listdir, scandir = os.listdir, os.scandir
class Scan:
    def __init__(self, path="."):
        with scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
os.scandir = Scan
"""


def built(root: Path, **surroundings: str) -> dict[str, str]:
    """The digests of the site that a process of its own builds."""
    done = run("build", "--root", root, *DAY, changes=surroundings)
    assert done.returncode == 0, done.stderr
    return digests(root / "build" / "site")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "zh_CN.GB18030", "LANGUAGE": "zh_CN"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        {"PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "1"},
        {"PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1700000000"},
    ],
    ids=["east", "west", "ascii", "one hash seed", "another hash seed"],
)
def test_surroundings_do_not_matter(tiny_root: Path, tiny_built: Path, surroundings: dict[str, str]) -> None:
    assert built(tiny_root, **surroundings) == digests(tiny_built)


def test_the_place_and_the_times_of_the_checkout_do_not_matter(tmp_path: Path, tiny_built: Path) -> None:
    elsewhere = tmp_path / "另一处 检出 & 'x'" / "deep" / "er"
    elsewhere.parent.mkdir(parents=True)
    root = copy_project(TINY, elsewhere)
    for path in root.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))

    assert built(root) == digests(tiny_built)


def test_the_order_in_which_files_were_made_does_not_matter(
    tiny_root: Path, tmp_path: Path, tiny_built: Path
) -> None:
    root = tmp_path / "made backwards"
    for path in sorted(tiny_root.rglob("*"), reverse=True):
        if path.is_file():
            target = root / path.relative_to(tiny_root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)

    assert built(root) == digests(tiny_built)


def test_the_order_in_which_the_file_system_lists_does_not_matter(
    tiny_root: Path, tmp_path: Path, tiny_built: Path
) -> None:
    (tmp_path / "contrary").mkdir()
    (tmp_path / "contrary" / "sitecustomize.py").write_text(CONTRARY_ORDER, encoding="utf-8")
    contrary = {"PYTHONPATH": str(tmp_path / "contrary")}
    listed = (
        f"import json, pathlib; print(json.dumps([p.name for p in pathlib.Path({str(TINY)!r}).iterdir()]))"
    )
    seen = subprocess.run(
        [sys.executable, "-c", listed], env=os.environ | contrary, capture_output=True, check=True
    )
    assert json.loads(seen.stdout) == ["site_config", "registry", "content"], "the order is the contrary one"

    assert built(tiny_root, **contrary) == digests(tiny_built)


def test_building_again_gives_the_same_bytes(tiny_root: Path) -> None:
    first = built(tiny_root)
    shutil.rmtree(tiny_root / "build")  # what is up to date would not be built

    assert built(tiny_root) == first


def test_another_day_gives_other_bytes(tiny_root: Path, tiny_built: Path) -> None:
    done = run("build", "--root", tiny_root, "--as-of", TINY_DAY + timedelta(days=1))

    assert done.returncode == 0
    assert digests(tiny_root / "build" / "site") != digests(tiny_built)


def members(content: bytes) -> dict[str, tuple[bytes, tuple[int, ...]]]:
    """The bytes and the time of each file in an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: (archive.read(entry), entry.date_time) for entry in archive.infolist()}


def test_no_file_tells_the_day_on_which_it_was_made(tiny_root: Path) -> None:
    before = datetime.now(UTC)
    built(tiny_root)
    days = {(before + timedelta(hours=hours)).date().isoformat().encode() for hours in (-12, 0, 14)}
    site = tiny_root / "build" / "site"
    texts = {path: (site / path).read_bytes() for path in digests(site)}
    for path, content in list(texts.items()):
        if content.startswith(b"PK"):
            for name, (text, time) in members(content).items():
                texts[f"{path}/{name}"] = text
                # A pack is dated by the day on which its version was last compared with the source.
                assert time[:3] == ((2024, 1, 2) if path.endswith(".zip") else (1980, 1, 1)), f"{path}/{name}"

    assert "data/terms.xlsx/docProps/core.xml" in texts
    assert [path for path, text in texts.items() if any(day in text for day in days)] == []
