# SPDX-License-Identifier: Apache-2.0
"""Can a reader narrow a search, share it, go back and forth, and do all of it with the keyboard?"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from generator.render.lookup.entry import LookupDocument
from tests.browser.moments import moment
from tests.browser.server import served
from tests.browser.visitor import Visitor
from tests.render.lookup.registers import fictitious, written

COUNT = 5000
TODAY = moment("2024-01-02")
MOST_BYTES = 150_000
DOCUMENT = LookupDocument(
    "样工信〔2020〕9号", "第一批名单", "notices/2021/yangli-changes/", "2020-06-01", ("yangli-2001",)
)
OTHERS = [
    LookupDocument(f"虚工信〔{n}〕1号", f"名单{n}", f"notices/{n}/", "2020", ()) for n in range(1990, 2020)
]
OURS = ("/names/assets/scripts/", "/names/lookup/")


@pytest.fixture(scope="module")
def folder(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site with the lookup of five thousand platforms."""
    site = tmp_path_factory.mktemp("large") / "site"
    site.mkdir()
    for path in tiny_built.iterdir():
        if path.name != "lookup":
            (site / path.name).symlink_to(path)
    for file in written(fictitious(COUNT), [DOCUMENT, *OTHERS]):
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    return site


@pytest.fixture(scope="module")
def large(folder: Path) -> Iterator[str]:
    with served(folder, "/names/") as address:
        yield f"{address}registry/"


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="名称、曾用名")


def links(page: Page) -> Locator:
    return page.get_by_role("list", name="查询结果").get_by_role("link")


def count_of(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="找到")


def said(page: Page) -> int:
    """How many platforms the page says it found."""
    expect(count_of(page)).to_be_visible()
    found = re.search(r"找到 ([\d,]+) 家", count_of(page).inner_text())
    return int(found[1].replace(",", "")) if found else 0


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_all_that_one_search_fetches_stays_within_its_budget(
    page_at: Visitor, large: str, folder: Path
) -> None:
    fetched: set[str] = set()

    def note(request: Request) -> None:
        fetched.add(urlsplit(request.url).path)

    page = page_at(f"{large}?q=检测技术", at=TODAY)
    page.context.on("request", note)
    page.goto(f"{large}?q=有限公司", wait_until="networkidle")
    expect(links(page)).to_have_count(20)
    page.context.remove_listener("request", note)
    ours = [path for path in fetched if path.startswith(OURS)]
    sizes = [len(gzip.compress((folder / path.removeprefix("/names/")).read_bytes(), 6)) for path in ours]

    assert len(ours) > 20
    assert sum(sizes) <= MOST_BYTES


def test_choices_narrow_the_results_stand_in_the_address_and_can_be_undone(
    page_at: Visitor, large: str
) -> None:
    page = page_at(f"{large}?q=检测", at=TODAY)
    everything = said(page)

    page.get_by_text("按辖区、状态、功能、类别、年份筛选").click()
    option = page.get_by_label("服务功能", exact=True).locator("option", has_text="技术服务")
    expect(option).to_have_text(re.compile(r"技术服务（\d+）"))
    stated = int(re.sub(r"\D", "", option.inner_text()))
    page.get_by_label("服务功能", exact=True).select_option("technology")
    expect(count_of(page)).to_contain_text(f"找到 {stated} 家")
    page.get_by_label("辖区", exact=True).select_option("yangli")
    expect(page).to_have_url(re.compile("in=yangli"))
    assert parameters(page) == {"q": ["检测"], "function": ["technology"], "in": ["yangli"]}

    page.get_by_role("button", name="去掉条件：技术服务").click()
    page.get_by_role("button", name="去掉条件：样例省").click()
    expect(count_of(page)).to_contain_text(f"找到 {everything:,} 家")


def test_a_shared_address_shows_the_same_results(page_at: Visitor, large: str) -> None:
    address = f"{large}?q=检测&state=ended&in=yangli-east&year=2018"
    page = page_at(address, at=TODAY)
    count = said(page)

    assert 0 < count < 200
    expect(page.get_by_label("状态", exact=True)).to_have_value("ended")
    expect(page.get_by_label("辖区", exact=True)).to_have_value("yangli-east")
    expect(links(page)).to_have_count(min(count, 20))


def test_a_choice_without_a_text_lists_everything_that_it_leaves(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?state=valid", at=TODAY)
    today = said(page)
    page.goto(f"{large}?state=valid&on=2017-06-30")

    assert today > 1000
    expect(count_of(page)).not_to_contain_text(f"{today:,}")
    expect(page.get_by_label("看哪一天的状态")).to_have_value("2017-06-30")


def test_another_day_is_chosen_on_the_page(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?q=检测&state=valid", at=TODAY)
    said(page)

    page.get_by_label("看哪一天的状态").fill("2019-06-30")

    expect(page).to_have_url(re.compile(r"on=2019-06-30"))
    expect(page.get_by_role("status").filter(has_text="这里显示的是2019年6月30日的状态")).to_be_visible()
    assert parameters(page)["q"] == ["检测"]


def test_back_and_forward_lead_through_the_searches(page_at: Visitor, large: str) -> None:
    page = page_at(large, at=TODAY)
    box(page).press_sequentially("检测")
    first = said(page)
    box(page).press("Enter")
    box(page).fill("法律")
    expect(page).to_have_url(re.compile("%E6%B3%95"))
    expect(count_of(page)).not_to_contain_text(f"{first:,}")
    second = said(page)

    page.go_back()
    expect(box(page)).to_have_value("检测")
    expect(count_of(page)).to_contain_text(f"找到 {first:,} 家")
    page.go_forward()
    expect(box(page)).to_have_value("法律")
    expect(count_of(page)).to_contain_text(f"找到 {second:,} 家")


def test_arrows_lead_into_the_results_and_back_and_escape_clears(page_at: Visitor, large: str) -> None:
    page = page_at(large, at=TODAY)
    box(page).press_sequentially("检测")
    expect(links(page)).to_have_count(20)

    page.keyboard.press("ArrowDown")
    expect(links(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    expect(links(page)).to_have_count(0)


def test_enter_opens_the_result_that_the_arrows_reached(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?q=检测", at=TODAY)
    expect(links(page)).to_have_count(20)
    box(page).focus()
    page.keyboard.press("ArrowDown")
    address = links(page).nth(0).evaluate("a => a.href")

    page.route(address, lambda route: route.fulfill(body="<title>.</title>", content_type="text/html"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_every_result_is_reached_by_scrolling_and_kept_on_the_way_back(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?q=检测&year=2018", at=TODAY)
    total = said(page)
    assert total > 20

    for _ in range(total // 20 + 1):
        page.mouse.wheel(0, 5000)
        page.wait_for_timeout(150)
    expect(links(page)).to_have_count(total)
    expect(page.get_by_role("button", name="再列")).to_be_hidden()

    page.goto(large)
    page.go_back()
    expect(links(page)).to_have_count(total)


def test_a_document_stands_above_its_platforms(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?q=样工信【2020】9号", at=TODAY)

    expect(page.get_by_role("list", name="认定文件").get_by_role("link", name="第一批名单")).to_be_visible()
    expect(links(page)).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="找到 1 家，认定文件 1 份")).to_be_visible()


def test_who_finds_nothing_is_led_on(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?q=检测技术&in=yangli&year=1999", at=TODAY)
    expect(page.get_by_text("换个条件可以找到")).to_be_visible()
    page.get_by_role("link", name="不限条件").click()
    assert said(page) > 100

    box(page).fill("检测技术大厦")
    page.get_by_text("您要找的是不是").locator("..").get_by_role("link", name="检测技术").click()
    assert said(page) > 100


def test_what_has_not_arrived_is_said_and_asked_for_again(page_at: Visitor, large: str) -> None:
    page = page_at(large, at=TODAY)
    page.context.route("**/lookup/directory.json", lambda route: route.fulfill(status=503))
    box(page).press_sequentially("检")
    expect(page.get_by_role("status").filter(has_text="名单没有取到")).to_be_visible()

    page.context.unroute("**/lookup/directory.json")
    box(page).press_sequentially("测")
    assert said(page) > 100


def test_every_document_is_reached(page_at: Visitor, large: str) -> None:
    page = page_at(f"{large}?q=虚工信", at=TODAY)
    documents = page.get_by_role("list", name="认定文件").get_by_role("link")
    expect(documents).to_have_count(3)

    page.get_by_role("button", name="还有 27 份文件").click()
    expect(documents).to_have_count(23)
    expect(documents.nth(3)).to_be_focused()
    page.get_by_role("button", name="还有 7 份文件").click()
    expect(documents).to_have_count(30)
    expect(page.get_by_role("button", name="份文件")).to_be_hidden()
