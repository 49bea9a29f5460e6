# SPDX-License-Identifier: Apache-2.0
"""Are words found from the middle of any text, with a keyboard alone, and what if there are none?"""

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.page_types import addresses
from tests.browser.test_accessibility import seen
from tests.browser.test_layout import width_needed
from tests.browser.visitor import Visitor

SEED, SAMPLES = 20261122, 200
CHINESE = re.compile(r"[\u4e00-\u9fff]{4,}")
# Lists of notices and pages of the quarter only repeat what other pages say.
SEARCHED = re.compile(r"guides/(?!.*/quarter/).+|notices/[0-9]{4}/[a-z].+|about/|accessibility/|data/|")

# What a reader sees of a page but what scripts wrote, and what belongs to other pages. Of lists of platforms,
# which are left to the lookup, only what is noted beside them.
READ = """() => {
  for (const list of document.querySelectorAll("#content .table--list")) {
    const notes = [...list.querySelectorAll(".table__note")].map((note) => Object.assign(
      document.createElement("p"), { textContent: note.textContent }));
    list.replaceWith(...notes);
  }
  const others = "#content :is(nav, .rows, .mark, svg, [data-governing])";
  for (const other of document.querySelectorAll(others)) other.remove();
  return document.querySelector("#content").innerText;
}"""
# The addresses of all pages on which each text is found as it is typed.
FIND = """async ([module, texts]) => {
  const { find, detail } = await import(module);
  return Promise.all(texts.map(async (text) => {
    const { groups, phrases, apart } = await find(text, ["guides", "notices", "prose"]);
    const details = await Promise.all(groups.flat().map((page) => detail(page, phrases)));
    return apart ? [] : details.map(({ address }) => new URL(address, location.href).href.split("#")[0]);
  }));
}"""


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="全站搜索")


def opened(page: Page) -> Page:
    """The page with its search open."""
    page.get_by_role("button", name="搜索", exact=True).click()
    expect(field(page)).to_be_focused()
    return page


def status(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("status")


def links(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("link")


def sentences(page_at: Visitor, real: str, site: Path) -> dict[str, list[str]]:
    """The runs of Chinese characters on each searched page; of the home page only what editors wrote."""
    page = page_at(real)
    found = {}
    for address in addresses(site):
        if SEARCHED.fullmatch(address):
            page.goto(real + address)
            text = page.locator(".hero__introduction").inner_text() if not address else page.evaluate(READ)
            found[address] = CHINESE.findall(text)
    return found


def middles(texts: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Two to six characters each from the middle of a sentence, the shelves of the site in turn."""
    chance = random.Random(SEED)
    shelves = [
        [(address, run) for address, runs in texts.items() for run in runs if re.match(shelf, address)]
        for shelf in ("guides/", "notices/", "(about|accessibility|data)/|$")
    ]
    samples = []
    for number in range(SAMPLES):
        address, run = chance.choice(shelves[number % len(shelves)])
        length = min(chance.randint(2, 6), len(run) - 2)
        begin = chance.randint(1, len(run) - length - 1)
        samples.append((address, run[begin : begin + length]))
    return samples


def test_words_from_the_middle_of_any_text_are_found(page_at: Visitor, real: str, real_built: Path) -> None:
    samples = middles(sentences(page_at, real, real_built))
    page = page_at(real + "about/")

    found = page.evaluate(FIND, [f"{real}assets/scripts/find.js", [text for _, text in samples]])

    missed = [sample for sample, pages in zip(samples, found, strict=True) if real + sample[0] not in pages]
    assert missed == []
    assert len(samples) == SAMPLES


def test_what_is_found_is_told_kind_by_kind_with_the_words_marked(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at(tiny))
    field(page).fill("虚构")

    expect(status(page)).to_have_text(re.compile(r"^找到 \d+ 页：指南 \d+，表格 \d+，公告 \d+，说明 \d+$"))
    expect(page.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text(
        [re.compile("^指南"), re.compile("^表格"), re.compile("^公告"), re.compile("^说明")]
    )
    for mark in page.get_by_role("dialog").locator("mark").all():
        expect(mark).to_have_text("虚构")


def test_a_result_leads_to_the_part_of_the_page_where_the_words_stand(page_at: Visitor, real: str) -> None:
    page = opened(page_at(f"{real}guides/"))
    field(page).fill("推荐的单位")
    expect(links(page).first).to_be_visible()

    href = links(page).first.get_attribute("href")
    assert href is not None
    links(page).first.click()

    expect(page).to_have_url(href)
    expect(page.locator(f"[id='{href.split('#')[1]}']")).to_be_in_viewport()


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_the_search_and_escape_leads_back(key: str, page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}about/")
    link = page.get_by_role("navigation", name="主导航").get_by_role("link").first
    link.focus()

    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_the_single_key_is_an_ordinary_one_in_a_field_and_can_be_turned_off(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(f"{tiny}registry/")
    page.get_by_role("searchbox").press("/")
    expect(page.get_by_role("searchbox")).to_have_value("/")

    opened(page).get_by_role("checkbox", name="按 / 键打开搜索").uncheck()
    page.keyboard.press("Escape")
    page.goto(f"{tiny}about/")
    page.keyboard.press("/")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opened(page).get_by_role("checkbox")).not_to_be_checked()


def test_arrows_go_through_the_results_and_back_to_the_field(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at(tiny))
    field(page).fill("虚构")
    expect(links(page).first).to_be_visible()

    page.keyboard.press("ArrowDown")
    expect(links(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_enter_opens_the_first_result_even_before_it_is_shown(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at(tiny))

    page.keyboard.insert_text("第二项")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{tiny}notices/2023/yangli-call/")


def test_words_that_stand_nowhere_are_looked_up_as_a_name_of_a_platform(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at(f"{tiny}guides/yangli/2020/?on=2020-06-02"))
    field(page).fill("鲸鲨&麒麟")

    expect(status(page)).to_have_text("没有找到“鲸鲨&麒麟”")
    expect(links(page)).to_have_text(["按平台名称查“鲸鲨&麒麟”"])
    links(page).click()

    expect(page.get_by_role("searchbox")).to_have_value("鲸鲨&麒麟")
    expect(page).to_have_url(re.compile("on=2020-06-02"))


def test_words_that_stand_apart_are_found_and_said_to_be_apart(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at(tiny))

    field(page).fill("通知测试")
    expect(status(page)).to_have_text("没有找到“通知测试”")
    field(page).fill("关于测试")

    expect(status(page)).to_have_text(
        re.compile("^没有连写的“关于测试”；分别含有“关于”“测试”的 [0-9]+ 页：说明")
    )
    expect(page.get_by_role("dialog").locator("mark", has_text="关于").first).to_be_visible()


def test_words_between_spaces_and_marks_must_all_stand_on_the_page(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at(tiny))

    field(page).fill("样工信〔２０２３〕20号，第二项")

    expect(status(page)).to_have_text("找到 1 页：公告 1")


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(tiny)))
    page.goto(f"{tiny}about/")
    page.wait_for_load_state("networkidle")
    assert [path for path in asked if "pagefind" in path or "dialog" in path] == []

    field(opened(page)).fill("虚构")
    expect(links(page).first).to_be_visible()

    assert "pagefind/pagefind.js" in asked


def test_the_search_works_on_the_page_for_missing_addresses(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}no/such/page/")
    page_at.complaints.clear()  # that the page is missing

    field(opened(page)).fill("无障碍")

    expect(links(page).first).to_have_attribute("href", re.compile(re.escape(real)))


def test_an_index_that_cannot_be_reached_is_told_and_asked_for_again(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny)
    page.route("**/volumes.json", lambda route: route.abort())
    field(opened(page)).fill("虚构")
    expect(status(page)).to_have_text("搜索没有装载成功，请检查网络后再试")
    page_at.complaints.clear()

    page.unroute("**/volumes.json")
    page.keyboard.press("Enter")

    expect(page).not_to_have_url(tiny)


def test_without_script_there_is_no_button(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, script=False)

    expect(page.locator("[data-search-open]")).to_be_hidden()


@pytest.mark.parametrize("letters", ["normal", "large"])
@pytest.mark.parametrize("words", ["服务", "查无此词"])
def test_axe_finds_nothing_on_the_open_search_which_fits_a_phone(
    words: str, letters: str, page_at: Visitor, real: str
) -> None:
    page = page_at(real, width=360)
    if letters == "large":
        page.get_by_role("button", name="大字版").click()
    field(opened(page)).fill(words)
    expect(links(page).first).to_be_visible()

    assert seen(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert width_needed(page) <= 320
