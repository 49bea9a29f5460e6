# SPDX-License-Identifier: Apache-2.0
"""Can nobody take a preview for the site: not who reads, prints or subscribes, and not a search engine?"""

import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from generator import pipeline
from generator.output.engine import run_engine
from generator.pipeline.plan import plan_of
from tests.browser.server import served
from tests.browser.test_accessibility import VIEWS, seen
from tests.browser.visitor import Visitor
from tests.builders import TINY, TINY_DAY, tiny_site
from tests.conftest import copy_project
from tests.git import git
from tests.output.published import damage, damage_within, digests
from tests.pipeline.editing import silent
from tests.render.workshop import Reading, built_pages, read

BAND = "预览，不是正式发布"
GUIDE = "guides/yangli/2023/"


def committed(root: Path) -> str:
    """Everything committed; the hash."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "样例")
    return git(root, "rev-parse", "HEAD")


def kept_in_git(root: Path) -> Path:
    """The tiny site as a repository, everything committed."""
    copy_project(TINY, root)
    (root / ".gitignore").write_text("/build/\n", encoding="utf-8")
    git(root.parent, "init", "--quiet", str(root))
    committed(root)
    return root


@pytest.fixture(scope="module")
def preview(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview of the tiny site at a commit, beside the site itself; tests only read it."""
    root = kept_in_git(tmp_path_factory.mktemp("preview") / "project")
    shutil.copytree(tiny_built.parent, root / "build", symlinks=True)
    made = pipeline.build(root, TINY_DAY, silent, is_preview=True)
    assert (made.findings, made.is_new) == ((), True)
    return root / "build/preview/site"


@pytest.fixture(scope="module")
def shown(preview: Path) -> Iterator[str]:
    """The address of the preview."""
    with served(preview) as address:
        yield address


def robots(reading: Reading) -> list[str]:
    return [e.attributes["content"] for e in reading.all("meta") if e.attributes.get("name") == "robots"]


def bands(reading: Reading) -> list[str]:
    return [e.text for e in reading.all("aside") if e.attributes.get("class") == "preview"]


def test_every_page_says_that_it_is_a_preview_and_of_which_commit(preview: Path) -> None:
    commit = git(preview.parents[2], "rev-parse", "HEAD")

    for path, reading in built_pages(preview):
        assert [" ".join(text.split()) for text in bands(reading)] == [f"{BAND} 提交 {commit[:12]}"], path
        assert robots(reading) == ["noindex, nofollow"], path
        assert reading.all("title")[0].text.endswith("（预览）"), path


def test_no_page_of_the_site_says_so(tiny_built: Path) -> None:
    for path, reading in built_pages(tiny_built):
        assert (bands(reading), robots(reading)) == ([], []), path
        assert "预览" not in reading.all("title")[0].text, path


def test_search_engines_are_kept_off(preview: Path) -> None:
    assert (preview / "robots.txt").read_bytes() == b"User-agent: *\nDisallow: /\n"
    assert list(preview.glob("sitemap*")) == []


def test_nothing_of_a_preview_leads_to_the_site_itself(preview: Path, tiny_built: Path) -> None:
    def naming(site: Path) -> list[str]:
        return [str(path) for path in site.rglob("*.*") if b"registry.example/names" in path.read_bytes()]

    assert naming(preview) == []
    assert {Path(path).suffix for path in naming(tiny_built)} > {".html", ".atom", ".ics"}


def test_feeds_are_named_as_those_of_a_preview(preview: Path, tiny_built: Path) -> None:
    title = "公告与认定文件 - 样例名录（虚构）"

    assert f"<title>{title}（预览）</title>" in (preview / "feeds/notices.atom").read_text("utf-8")
    assert f"<title>{title}</title>" in (tiny_built / "feeds/notices.atom").read_text("utf-8")


def test_the_manifest_says_that_it_is_a_preview_and_lists_every_file(preview: Path, tiny_built: Path) -> None:
    def said(site: Path) -> object:
        return json.loads((site / "manifest.json").read_bytes())["preview"]

    assert (said(preview), said(tiny_built)) == (True, False)
    assert list(damage_within(preview)) == []


def test_a_preview_leaves_the_site_as_it_was(preview: Path, tiny_built: Path) -> None:
    assert digests(preview.parents[1] / "site") == digests(tiny_built)
    assert list(damage(preview.parents[1])) == []


def test_a_preview_is_taken_up_again_like_a_site(preview: Path) -> None:
    again = pipeline.build(preview.parents[2], TINY_DAY, silent, is_preview=True)

    assert (again.is_new, again.site) == (False, preview.resolve())


def test_changes_that_are_not_committed_are_said_to_be_there(tiny_root: Path) -> None:
    made = run_engine(tiny_root, tiny_site(), {"preview": {"commit": None}})

    assert [" ".join(text.split()) for text in bands(read(made.shell.html))] == [f"{BAND} 含未提交的改动"]


def test_another_commit_is_another_preview_and_no_other_site(tmp_path: Path) -> None:
    root = kept_in_git(tmp_path / "project")
    (root / "README.md").write_text("样例\n", encoding="utf-8")
    before = plan_of(root, TINY_DAY), plan_of(root, TINY_DAY, is_preview=True)
    committed(root)
    after = plan_of(root, TINY_DAY), plan_of(root, TINY_DAY, is_preview=True)

    assert before[0].code == after[0].code
    assert len({before[0].code, before[1].code, after[1].code}) == 3


@pytest.mark.parametrize("letters", VIEWS)
def test_axe_finds_nothing_wrong_with_the_band(letters: str, page_at: Visitor, shown: str) -> None:
    page = page_at(f"{shown}{GUIDE}")
    if letters == "large":
        page.get_by_role("button", name="大字版").click()

    assert seen(page, letters) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_band_stays_in_view_and_hides_nothing_that_is_jumped_to(
    width: int, page_at: Visitor, shown: str
) -> None:
    page = page_at(f"{shown}{GUIDE}", width=width)
    page.set_viewport_size({"width": width, "height": 300})
    page.emulate_media(reduced_motion="reduce")  # so that the jump is not a slow one
    page.goto(f"{shown}{GUIDE}#afterwards")
    band = page.get_by_role("complementary", name="预览")

    expect(band).to_be_in_viewport()
    assert page.evaluate("scrollY") > 100
    below = band.bounding_box()
    assert below
    assert below["y"] == 0
    assert below["width"] == width
    goal = page.locator("#afterwards").bounding_box()
    assert goal
    assert goal["y"] >= below["height"]


def test_every_sheet_that_is_printed_is_marked(page_at: Visitor, shown: str, tiny: str) -> None:
    def sheets(address: str) -> list[str]:
        return [sheet.extract_text() for sheet in PdfReader(BytesIO(page_at(address).pdf())).pages]

    marked, plain = sheets(f"{shown}{GUIDE}"), sheets(f"{tiny}{GUIDE}")

    assert len(marked) > 1
    assert all("预览" in text.replace(" ", "") for text in marked)
    assert BAND in marked[0].replace(" ", "")
    assert not any("预览" in text for text in plain)
