# SPDX-License-Identifier: Apache-2.0
"""Is nobody told that there is time left under a notice that was taken back?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moments import moment, seen_on
from tests.browser.server import served
from tests.browser.visitor import Visitor
from tests.builders import TINY
from tests.conftest import build_project, copy_project

COMMON = """title: 关于{what}的通知（虚构）
jurisdiction: yangli
document_number: null
issuer: 样例市工业和信息化局
summary: 虚构的通知。
source: {{kind: official, publisher: 样例局, url: "https://example.org/n", retrieved_on: 2024-01-02}}
checked_on: 2024-01-02
"""
CALL = """kind: call
issued_on: 2024-02-01
windows: [{what: 报送虚构材料, from: 2024-02-10, through: 2024-03-31}]
"""
WITHDRAWAL = """kind: correction
issued_on: 2024-03-01
withdraws: 2024/2024-02-01-yangli-second-call
reason: null
"""
ADDRESS = "notices/2024/yangli-second-call/"
MARKS = {
    "2024-02-09": "1天后开始",
    "2024-02-29": "还有31天",
    "2024-03-01": "已撤回",
    "2024-03-31": "已撤回",
    "2024-04-01": "已截止",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site with a call that is withdrawn while its window is open."""
    root = copy_project(TINY, tmp_path_factory.mktemp("withdrawn") / "project")
    folder = root / "content" / "notices" / "2024"
    folder.mkdir(parents=True)
    for name, what, head in (
        ("2024-02-01-yangli-second-call", "再次组织申报", CALL),
        ("2024-03-01-yangli-withdrawal", "撤回申报通知", WITHDRAWAL),
    ):
        text = f"---\n{head}{COMMON.format(what=what)}---\n\n虚构的正文。\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return build_project(root)


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    with served(built, "/names/") as address:
        yield address


def mark(page: Page) -> str:
    return page.locator("[data-window-mark]").inner_text()


def test_a_notice_says_that_it_was_withdrawn_and_no_longer_how_many_days_are_left(
    page_at: Visitor, site: str
) -> None:
    assert seen_on(page_at(site + ADDRESS), MARKS, "12:00", mark) == MARKS


def test_a_list_of_notices_says_the_same(page_at: Visitor, site: str) -> None:
    def told(page: Page) -> str:
        return page.get_by_role("listitem").filter(has_text="再次组织申报").locator(".mark").inner_text()

    assert seen_on(page_at(f"{site}notices/"), MARKS, "12:00", told) == MARKS


@pytest.mark.parametrize(("day", "is_listed"), [("2024-02-29", True), ("2024-03-01", False)])
def test_the_home_page_lists_it_until_the_eve(
    day: str, *, is_listed: bool, page_at: Visitor, site: str
) -> None:
    page = page_at(site, at=moment(day, "12:00"))
    row = page.locator("[data-open-list] li").filter(has_text="再次组织申报")

    expect(row).to_be_visible(visible=is_listed)


def test_the_event_of_a_calendar_is_cancelled_and_rings_no_bell(built: Path) -> None:
    calendar = (built / "calendar/yangli.ics").read_bytes().replace(b"\r\n ", b"").decode()
    (event,) = [part for part in calendar.split("BEGIN:VEVENT") if "报送虚构材料" in part]

    assert "STATUS:CANCELLED\r\n" in event
    assert "SUMMARY:（已撤回）截止：报送虚构材料\r\n" in event
    assert "VALARM" not in event
    assert calendar.count("STATUS:CANCELLED") == 1
