# SPDX-License-Identifier: Apache-2.0
"""Can a reader ask what held on another day, and does that day go along until they return to today?"""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.moments import moment
from tests.browser.visitor import Visitor

TODAY = moment("2026-11-22")
CHOSEN = "on=2019-06-30"
NOTICE = "这里显示的是2019年6月30日的状态"


def notice_line(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="这里显示的是")


def title_of(page: Page) -> Locator:
    return page.get_by_role("region", name="称号的状态").locator("[data-standing]")


def links_on(page: Page) -> list[str]:
    links: list[str] = page.get_by_role("link").evaluate_all("links => links.map(a => a.href)")
    return links


def day_in(address: str) -> list[str]:
    return parse_qs(urlsplit(address).query).get("on", [])


def test_a_chosen_day_decides_the_words_and_is_named(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/national-0018/?{CHOSEN}", at=TODAY)

    expect(title_of(page)).to_have_text("有效")
    expect(notice_line(page)).to_contain_text(NOTICE)


def test_the_way_back_to_today_shows_the_words_of_today(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/national-0018/?{CHOSEN}", at=TODAY)

    notice_line(page).get_by_role("link", name="回到今天").click()

    expect(page).to_have_url(f"{real}registry/national-0018/")
    expect(title_of(page)).to_have_text("已期满")
    expect(notice_line(page)).to_be_hidden()


def test_a_chosen_day_goes_along_with_every_link_inside_the_site(
    page_at: Visitor, real: str, real_types: dict[str, str], subtests: pytest.Subtests
) -> None:
    page = page_at(f"{real}?{CHOSEN}", at=TODAY)
    for kind, address in real_types.items():
        if kind == "404.html":
            continue
        with subtests.test(kind):
            page.goto(f"{address}?{CHOSEN}")
            links = links_on(page)
            inside = [link for link in links if link.startswith(real) and urlsplit(link).path.endswith("/")]
            back = page.get_by_role("link", name="回到今天").evaluate("a => a.href")

            assert len(inside) > 10
            assert {link for link in inside if day_in(link) != ["2019-06-30"]} == {back}
            assert {link for link in set(links) - set(inside) if "on=" in link} == set()


def test_a_chosen_day_goes_along_from_page_to_page(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/?{CHOSEN}", at=TODAY)

    page.locator("#content").get_by_role("link", name="全国", exact=True).click()
    page.get_by_role("link", name="上海浦东软件园汇智软件发展有限公司").click()

    expect(page).to_have_url(f"{real}registry/national-0018/?{CHOSEN}")
    expect(title_of(page)).to_have_text("有效")


def test_a_chosen_day_goes_along_with_a_search_and_into_its_results(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}?{CHOSEN}", at=TODAY)

    page.get_by_role("searchbox").press_sequentially("汇智软件")
    page.keyboard.press("Enter")

    results = page.get_by_role("list", name="查询结果").get_by_role("listitem")
    expect(results).to_have_count(1)
    assert day_in(page.url) == ["2019-06-30"]
    expect(results).to_contain_text("有效")
    results.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/registry/national-0018/\?.*on=2019-06-30"))
    expect(title_of(page)).to_have_text("有效")


def test_a_chosen_day_survives_typing_another_name(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/?{CHOSEN}", at=TODAY)

    page.get_by_role("searchbox").press_sequentially("联合信用")

    expect(page.get_by_role("list", name="查询结果").get_by_role("listitem")).to_contain_text("有效")
    assert day_in(page.url) == ["2019-06-30"]


def test_a_day_that_does_not_exist_is_ignored(page_at: Visitor, real: str, subtests: pytest.Subtests) -> None:
    page = page_at(real, at=TODAY)
    for on in ("2019-02-30", "2019-6-30", "昨天", "", "2019-06-30T00:00", "20190630"):
        with subtests.test(on):
            page.goto(f"{real}registry/national-0018/?on={on}")

            expect(title_of(page)).to_have_text("已期满")
            expect(notice_line(page)).to_be_hidden()
            assert [link for link in links_on(page) if day_in(link) and "#" not in link] == []


def test_a_chosen_day_after_today_shows_what_is_known_to_hold_then(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/?on=2026-06-02", at=moment("2024-01-02"))

    expect(title_of(page)).to_have_text("已期满")
    expect(notice_line(page)).to_contain_text("这里显示的是2026年6月2日的状态")
