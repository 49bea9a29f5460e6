# SPDX-License-Identifier: Apache-2.0
"""Does an editor who works with the preview see each change, and each mistake, in the browser?"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import Visitor
from tests.builders import TINY_DAY

LIST = "registry/designations/yangli/2023-05-20-renewal.yaml"
PAGE = "notices/2023/yangli-renewal/"
PATIENCE = 20_000  # milliseconds until a change is built, on a busy machine
WITHOUT_DOUBT = 1.5  # seconds in which a change that concerns the page would have been shown


@pytest.fixture
def preview(tiny_root: Path) -> Iterator[str]:
    """The address of the preview of a copy of the tiny site."""
    command = [sys.executable, "-m", "generator", "serve", "--root", str(tiny_root), "--port", "0"]
    with subprocess.Popen(
        [*command, "--as-of", TINY_DAY.isoformat()],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        said = next(line for line in process.stdout if "http://127.0.0.1:" in line)
        yield said[said.index("http") :].split("（")[0].strip()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def edit(root: Path, old: str, new: str) -> None:
    path = root / LIST
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def findings(page: Page) -> Locator:
    return page.get_by_role("alert")


def loads(page: Page) -> list[str]:
    """The addresses of the pages that are loaded from now on."""
    loaded: list[str] = []
    page.on("load", lambda shown: loaded.append(shown.url))
    return loaded


def test_a_page_is_loaded_again_when_its_source_was_changed(
    preview: str, page_at: Visitor, tiny_root: Path
) -> None:
    page = page_at(preview + PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text("关于公布复核通过名单的通知（虚构）")
    expect(findings(page)).to_be_hidden()

    edit(tiny_root, "关于公布复核通过名单的通知", "关于公布第二次复核通过名单的通知")

    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("关于公布第二次复核通过名单的通知（虚构）", timeout=PATIENCE)


def test_a_mistake_is_shown_over_the_page_until_it_is_mended(
    preview: str, page_at: Visitor, tiny_root: Path
) -> None:
    page = page_at(preview + PAGE)
    loaded = loads(page)

    edit(tiny_root, "stated_count: 2", "stated_cuont: 2")
    expect(findings(page)).to_be_visible(timeout=PATIENCE)
    expect(findings(page)).to_contain_text("网站没有更新，请先改正")
    expect(findings(page)).to_contain_text(f"{LIST}:8:5")
    expect(findings(page)).to_contain_text("stated_count")
    expect(page.get_by_role("heading", level=1)).to_have_text("关于公布复核通过名单的通知（虚构）")
    assert loaded == []

    other = page_at(preview)
    expect(findings(other)).to_contain_text(f"{LIST}:8:5")

    edit(tiny_root, "stated_cuont: 2", "stated_count: 3")
    expect(page.get_by_text("文件所称 3 家")).to_be_visible(timeout=PATIENCE)
    expect(findings(page)).to_be_hidden()
    expect(findings(other)).to_be_hidden(timeout=PATIENCE)


def test_a_page_that_was_loaded_after_the_change_is_not_loaded_once_more(
    preview: str, page_at: Visitor
) -> None:
    page = page_at(preview + PAGE)
    loaded = loads(page)

    time.sleep(WITHOUT_DOUBT)

    assert loaded == []


def test_what_the_preview_adds_to_a_page_breaks_no_policy_and_is_not_on_the_disk(
    preview: str, page_at: Visitor, tiny_root: Path
) -> None:
    page = page_at(preview)

    expect(page.locator('script[src*="__preview"]')).to_have_count(1)
    assert page_at.complaints == []
    assert "__preview" not in (tiny_root / "build" / "site" / "index.html").read_text(encoding="utf-8")
