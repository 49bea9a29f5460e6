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
from tests.pictures import camera, comment, project, terminal

FOLDER = REPOSITORY / "content" / "editing" / "pictures"
ON = ["--as-of", project.DAY]
Scene = Callable[[Browser, Path], None]


def keep(name: str, image: Image.Image) -> None:
    """A picture in its place; what the guide says of its size is told."""
    content = camera.developed(image)
    (FOLDER / f"{name}.webp").write_bytes(content)
    width, height = (round(side / camera.SHARP) for side in image.size)
    sys.stdout.write(f'{name}.webp {{ width="{width}" height="{height}" }} {len(content)}\n')


def mistake(browser: Browser, root: Path) -> None:
    """A colon of a Chinese input method, as `make check` tells it."""
    file = root / "registry" / "designations" / "yangli" / "2023-05-20-renewal.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("issuer: ", "issuer："), encoding="utf-8")
    text = terminal.said(root, ["check", *ON], exit_code=1)
    keep("check", camera.of_html(browser, terminal.page("make check", text)))
    file.write_text(before, encoding="utf-8")


def new_notice(browser: Browser, root: Path) -> None:
    """A call is drafted, and seen in the preview."""
    text = terminal.said(root, ["new", "notice", *ON], project.OF_A_CALL)
    first = terminal.part(text, "哪一类公告", "2024-01-02")
    keep("new-notice", camera.of_html(browser, terminal.page("platform-registry new notice", first)))
    last = terminal.part(text, "草稿写好了", "pull request")
    keep("new-notice-done", camera.of_html(browser, terminal.page("", last)))
    _pages(browser, root, {"notice-page": ("notices/2024/yangli-call/", 470)})


def imported(browser: Browser, root: Path) -> None:
    """A list becomes a document and a notice; what changes for the public is told."""
    list_ = project.workbook(root / "list.xlsx")
    keep("workbook", camera.of_workbook(list_, root.parent))
    text = terminal.said(root, ["import", "list.xlsx", *ON], project.OF_A_LIST)
    read = terminal.part(text, "名单：", "第 6 行")
    keep("import-read", camera.of_html(browser, terminal.page("platform-registry import list.xlsx", read)))
    matched = terminal.part(text, "家数：", "（是/否）") + "\n是"
    keep("import-match", camera.of_html(browser, terminal.page("", matched)))
    list_.unlink()
    _changes(browser, root, "diff")
    _pages(browser, root, {"platform-page": ("registry/yangli-0005/", 470)})


def revoked(browser: Browser, root: Path) -> None:
    """A title is revoked by a document written by hand."""
    terminal.said(root, ["new", "designation", *ON], project.OF_A_REVOCATION)
    _changes(browser, root, "revoke-diff")


def others(browser: Browser, root: Path) -> None:
    """Pages that need nothing done."""
    pages = {"corrected-page": ("notices/2023/yangli-call/", 380), "guide-page": ("guides/yangli/2020/", 520)}
    _pages(browser, root, pages)


def _changes(browser: Browser, root: Path, name: str) -> None:
    text = terminal.said(root, ["diff", "main", *ON])
    image = camera.of_html(browser, comment.page(text))
    keep(name, image.crop((0, 0, image.width, round(520 * camera.SHARP))))  # it may be long


def _pages(browser: Browser, root: Path, pages: dict[str, tuple[str, int]]) -> None:
    built = pipeline.build(root, date.fromisoformat(project.DAY), lambda _: None)
    assert built.site, "\n".join(map(str, built.findings))
    with served(root / "build" / "site") as address:
        for name, (page, height) in pages.items():
            at = "#conditions" if name == "guide-page" else ".trail"
            keep(name, camera.of_page(browser, address + page, height, project.DAY, at))


SCENES: tuple[Scene, ...] = (mistake, new_notice, imported, revoked, others)


def main() -> None:
    """All scenes, or those whose names are given, each in a project of its own."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, camera.chromium() as browser:
        for scene in SCENES:
            if scene.__name__ in (sys.argv[1:] or [scene.__name__]):
                scene(browser, project.sample(Path(name) / scene.__name__ / "mulu"))


if __name__ == "__main__":
    main()
