# SPDX-License-Identifier: Apache-2.0
"""Does a reader narrow the list of notices, go back, share it narrowed, and see what is open on the day?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator import pipeline
from tests.browser.moments import seen_on
from tests.browser.server import served
from tests.browser.visitor import Visitor
from tests.builders import TINY
from tests.conftest import copy_project

SCHEDULE = """---
kind: call
title: {title}
jurisdiction: {place}
document_number: null
issuer: 样例市工业和信息化局
issued_on: {on}
summary: 虚构
{windows}
source: {{kind: official, publisher: 样例, url: "https://example.org/a", retrieved_on: 2024-01-02}}
checked_on: 2024-01-02
---

虚构。
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny site with a hundred more notices of two years, one of them with a window."""
    root = copy_project(TINY, tmp_path_factory.mktemp("many") / "project")
    for number in range(100):
        year, place = (2022, "yangli") if number % 2 else (2021, "national")
        file = root / f"content/notices/{year}/{year}-03-01-n{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        window = (
            "windows: [{what: 报送, from: 2022-03-10, through: 2022-03-20}]" if number == 1 else "windows: []"
        )
        text = SCHEDULE.format(title=f"样例通知{number}", place=place, on=f"{year}-03-01", windows=window)
        file.write_text(text, encoding="utf-8")
    built = pipeline.build(root, date(2024, 1, 2), lambda _: None)
    assert built.site is not None
    with served(Path(root / "build/site")) as address:
        yield address


def status(page: Page) -> str:
    return page.locator("[data-notices-count]").inner_text()


def listed(page: Page, group: str) -> list[str]:
    return page.locator(f'[data-notices-group="{group}"] li a').all_inner_texts()


def ready(page: Page) -> Page:
    expect(page.locator("[data-notices-found]")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("zone", "time"), [("America/Los_Angeles", "00:01"), ("Pacific/Kiritimati", "23:59")]
)
def test_a_notice_goes_from_upcoming_to_open_to_the_rest_by_the_calendar_of_shanghai(
    zone: str, time: str, page_at: Visitor, many: str
) -> None:
    groups = {
        "2022-02-28": "rest",  # not yet out
        "2022-03-01": "upcoming",
        "2022-03-09": "upcoming",
        "2022-03-10": "open",
        "2022-03-19": "open",
        "2022-03-20": "open",
        "2022-03-21": "rest",
    }
    page = page_at(f"{many}notices/?year=2022&in=yangli", zone=zone)

    def group(page: Page) -> str:
        ready(page)
        while page.locator("[data-notices-more]").is_visible():
            page.locator("[data-notices-more]").click()
        (found,) = [name for name in ("open", "upcoming", "rest") if "样例通知1" in listed(page, name)]
        return found

    assert seen_on(page, groups, time, group) == groups


def test_choices_narrow_the_list_and_are_counted_announced_and_in_the_address(
    page_at: Visitor, many: str
) -> None:
    page = ready(page_at(f"{many}notices/"))
    total = status(page)
    page.get_by_label("年份", exact=True).select_option("2021")
    expect(page.locator("[data-notices-count]")).not_to_have_text(total)

    assert page.url.endswith("?year=2021")
    assert status(page).startswith("共 51 件")
    assert page.get_by_label("辖区", exact=True).locator("option").all_inner_texts() == [
        "不限辖区",
        "全国（50）",
        "样例省样例市（1）",
    ]
    assert page.locator("[data-notices-count]").get_attribute("role") == "status"
    page.get_by_label("辖区", exact=True).select_option("yangli")
    expect(page.locator("[data-notices-count]")).to_contain_text("共 1 件")
    assert len(listed(page, "rest")) == 1


def test_the_back_button_undoes_a_choice_and_a_shared_address_shows_the_same(
    page_at: Visitor, many: str
) -> None:
    page = ready(page_at(f"{many}notices/"))
    page.get_by_label("年份", exact=True).select_option("2021")
    expect(page.locator("[data-notices-count]")).to_contain_text("共 51 件")
    page.get_by_label("辖区", exact=True).select_option("yangli")
    expect(page.locator("[data-notices-count]")).to_contain_text("共 1 件")
    shared = page.url

    page.go_back()
    expect(page.locator("[data-notices-count]")).to_contain_text("共 51 件")
    assert page.get_by_label("辖区", exact=True).input_value() == ""
    other = ready(page_at(shared))
    assert status(other).startswith("共 1 件")
    assert other.get_by_label("辖区", exact=True).input_value() == "yangli"


def test_more_are_listed_on_demand_and_the_focus_goes_to_the_first_of_them(
    page_at: Visitor, many: str
) -> None:
    page = ready(page_at(f"{many}notices/?year=2022"))
    assert len(listed(page, "rest")) == 40

    page.locator("[data-notices-more]").press("Enter")
    expect(page.locator('[data-notices-group="rest"] li')).to_have_count(50)
    assert page.evaluate("document.activeElement.textContent") == listed(page, "rest")[40]
    expect(page.locator("[data-notices-more]")).to_be_hidden()
    page.locator('[data-notices-group="rest"] a').last.click()
    page.go_back()
    expect(page.locator('[data-notices-group="rest"] li')).to_have_count(50)


def test_what_cannot_be_found_is_said_and_the_choices_are_cleared_by_a_button(
    page_at: Visitor, many: str
) -> None:
    page = ready(page_at(f"{many}notices/?kind=other"))

    assert status(page) == "共 0 件"
    expect(page.get_by_text("没有符合条件的公告。")).to_be_visible()
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator("[data-notices-count]")).to_contain_text("共 104 件")
    assert page.url == f"{many}notices/"
    assert page.get_by_role("button", name="清除筛选").is_disabled()


def test_a_chosen_day_stays_with_the_choices_and_the_links(page_at: Visitor, many: str) -> None:
    page = ready(page_at(f"{many}notices/?on=2022-03-15"))

    assert listed(page, "open") == ["样例通知1"]
    assert status(page) == "共 104 件，正在进行 1 件"
    page.get_by_label("类别", exact=True).select_option("call")
    expect(page.locator("[data-notices-count]")).to_contain_text("共 101 件")
    assert page.url.endswith("?on=2022-03-15&kind=call")
    assert (
        page.locator('[data-notices-group="open"] a').get_attribute("href")
        == "../notices/2022/n1/?on=2022-03-15"
    )


def test_what_was_not_yet_out_on_a_chosen_day_is_said_to_be_so(page_at: Visitor, many: str) -> None:
    page = ready(page_at(f"{many}notices/?year=2023&kind=call&on=2022-03-15"))

    assert page.locator('[data-notices-group="rest"] .mark').all_inner_texts() == ["尚未发布"]


def test_where_the_index_cannot_be_had_the_latest_notices_stay(page_at: Visitor, many: str) -> None:
    page = page_at("about:blank")
    page.route("**/notices/index.json", lambda route: route.fulfill(status=200, body="no JSON"))
    page.goto(f"{many}notices/")

    expect(page.locator("[data-notices-count]")).to_contain_text("没有取到")
    expect(page.locator("[data-notices-latest] li").first).to_be_visible()
    expect(page.locator("[data-notices-found]")).to_be_hidden()


def test_only_the_years_that_are_needed_are_fetched(page_at: Visitor, many: str) -> None:
    page = page_at("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{many}notices/?year=2021")
    ready(page)

    assert [url.removeprefix(many) for url in asked if url.endswith("index.json")] == [
        "notices/index.json",
        "notices/2021/index.json",
    ]


def test_the_real_consultation_is_open_through_its_last_day(page_at: Visitor, real: str) -> None:
    title = "关于《聊城市中小企业公共服务示范平台认定管理办法》（征求意见稿）的公示"
    page = page_at(f"{real}notices/")
    words = {"2021-05-21": "还有1天", "2021-05-22": "今天截止", "2021-05-23": "已截止"}

    def word(page: Page) -> str:
        return ready(page).get_by_role("listitem").filter(has_text=title).locator(".mark").inner_text()

    assert seen_on(page, words, "23:59", word) == words


def test_without_script_the_latest_notices_and_the_archives_are_there(page_at: Visitor, many: str) -> None:
    page = page_at(f"{many}notices/", script=False)

    expect(page.locator("form[data-notices]")).to_be_hidden()
    assert page.locator("[data-notices-latest] li").count() == 60
    page.get_by_role("link", name="国家级（50）").click()
    assert page.locator("ul.rows > li").count() == 50
