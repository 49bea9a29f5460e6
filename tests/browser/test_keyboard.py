# SPDX-License-Identifier: Apache-2.0
"""Can everything be reached with a keyboard, in the order of reading, and is it seen where one is?"""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import Visitor

FOCUSED = """() => {
  const here = document.activeElement;
  const framed = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
  };
  const box = here.getBoundingClientRect();
  const inside = box.width > 0 && box.left >= 0 && box.right <= innerWidth;
  const again = here === window.stopped; // a field for a day has several stops inside it
  window.stopped = here;
  return {
    again,
    tag: here.tagName,
    name: here.getAttribute("aria-label") ?? (here.innerText.trim() || here.name),
    seen: inside && (framed(here) || framed(here.parentElement)),
  };
}"""
FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter(e => e.checkVisibility()).length"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Every place at which Tab stops, until it leaves the page."""
    found: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        stop: dict[str, Any] = page.evaluate(FOCUSED)
        if stop["tag"] == "BODY":
            return found
        found.append(stop)
        assert len(found) < 200


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal has the focus, as a reader does."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if goal.evaluate("e => e === document.activeElement"):
            return
    expect(goal).to_be_focused()


def names(found: list[dict[str, Any]]) -> list[str]:
    return [stop["name"] for stop in found]


def test_the_first_stop_leads_past_the_navigation(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/xiamen/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#content").get_by_role("link", name="首页")).to_be_focused()


def test_the_home_page_is_walked_through_in_the_order_of_reading(page_at: Visitor, real: str) -> None:
    page = page_at(real)

    found = stops(page)

    assert names(found)[:2] == ["跳到正文", "中小企业公共服务示范平台名录"]
    assert names(found)[2:11] == ["查询", "指南", "自测", "表格", "公告", "数据", "搜索", "大字版", "深色"]
    assert names(found)[11:13] == ["q", "查询"]
    assert names(found)[-5:] == ["关于本站", "无障碍说明", "开放数据", "待复核记录", "编辑指南"]


def test_every_stop_of_a_page_is_reached_and_seen_in_either_scheme(page_at: Visitor, real: str) -> None:
    for address in ("", "registry/?q=软件", "guides/linfen/"):
        page = page_at(real + address, scheme="dark" if address else "light")
        expect(page.locator(".mark[data-state]:visible").first).to_be_visible()

        found = stops(page)

        assert [stop for stop in found if not stop["seen"]] == [], address
        assert len([stop for stop in found if not stop["again"]]) == page.evaluate(FOCUSABLE), address


def test_a_search_from_the_home_page_needs_no_mouse(page_at: Visitor, real: str) -> None:
    page = page_at(real)

    tab_to(page, page.get_by_role("searchbox", name="查平台"))
    page.keyboard.type("汇智")
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("汇智")
    result = page.get_by_role("list", name="查询结果").get_by_role("link")
    expect(result).to_have_count(1)

    page.get_by_role("searchbox").focus()
    tab_to(page, result)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("上海浦东软件园汇智软件发展有限公司")


def test_a_wide_table_can_be_scrolled_with_the_keyboard(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/national/", width=360)
    region = page.get_by_role("region", name="平台名单")

    region.focus()

    expect(region).to_be_focused()


def test_reasons_are_opened_with_the_keyboard(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/linfen/")
    reasons = page.get_by_role("group").filter(has_text="推定的理由")
    inside = reasons.get_by_role("listitem").first

    expect(inside).to_be_hidden()
    reasons.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(inside).to_be_visible()
