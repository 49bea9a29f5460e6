# SPDX-License-Identifier: Apache-2.0
"""Make the pictures of the editors' guide anew: an editor's day in a fictitious project, taken as it goes."""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from generator import pipeline
from tests.browser.server import served
from tests.conftest import REPOSITORY
from tests.pictures import camera, project, terminal

FOLDER = REPOSITORY / "content" / "editing" / "pictures"
PAGES = {  # which page, how much of it, from which element on
    "notice-page": ("notices/2023/yangli-second-call/", 470, ".trail"),
    "platform-page": ("registry/yangli-0001/", 470, ".trail"),
    "corrected-page": ("notices/2023/yangli-call/", 380, ".trail"),
    "guide-page": ("guides/yangli/2020/", 520, "#conditions"),
}
Keep = Callable[[str, Image.Image], None]


def main() -> None:
    """All pictures, one after another."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, camera.chromium() as browser:
        work = Path(name)
        root = project.sample(work / "mulu")
        _sheet(work, _kept)
        _pages(browser, root, _kept)
        _check(browser, root, _kept)


def _kept(name: str, image: Image.Image) -> None:
    """A picture in its place; what the guide says of its size is told."""
    content = camera.developed(image)
    (FOLDER / f"{name}.webp").write_bytes(content)
    width, height = (round(side / camera.SHARP) for side in image.size)
    sys.stdout.write(f'{name}.webp {{ width="{width}" height="{height}" }} {len(content)}\n')


def _sheet(work: Path, keep: Keep) -> None:
    keep("workbook", camera.of_workbook(project.workbook(work / "list.xlsx"), work))


def _pages(browser: Browser, root: Path, keep: Keep) -> None:
    built = pipeline.build(root, date.fromisoformat(project.DAY), lambda _: None)
    assert built.site, "\n".join(map(str, built.findings))
    with served(root / "build" / "site") as address:
        for name, (page, height, at) in PAGES.items():
            keep(name, camera.of_page(browser, address + page, height, project.DAY, at))


def _check(browser: Browser, root: Path, keep: Keep) -> None:
    """A colon of a Chinese input method, as `make check` tells it."""
    file = root / "registry" / "designations" / "yangli" / "2023-05-20-renewal.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("issuer: ", "issuer："), encoding="utf-8")
    keep("check", camera.of_html(browser, terminal.shown(root, ["check"], as_typed="make check")))
    file.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    main()
