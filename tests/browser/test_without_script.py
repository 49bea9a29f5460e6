# SPDX-License-Identifier: Apache-2.0
"""Is what holds for ever on the page without script, with no verdict, and is every page within reach?"""

from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Page, expect

from generator.base.addresses import FINDINGS
from generator.model.standing import State
from tests.browser.page_types import addresses
from tests.browser.visitor import Visitor

MARKS = "[data-standing], [data-window-mark], [data-checked]"
AMBIGUOUS = {
    State.VALID.label,
    State.UNCERTAIN.label,
    State.IN_FORCE.label,
}  # 有效期, 待核, 现行办法 are no verdicts
SENTENCES = {"今天截止", "已截止", "天后开始", "尚无记录", "今天核对", "天前核对", "到期"}
VERDICTS = {state.label for state in State} - AMBIGUOUS | SENTENCES
PIECES = """root => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode())
    if (walk.currentNode.parentElement.checkVisibility()) found.push(walk.currentNode.textContent.trim());
  return found;
}"""


def crawled(page: Page, home: str) -> dict[str, list[str]]:
    """Every page that links alone reach from the home page, with the verdicts that a reader sees on it."""
    waiting, found = [home], dict[str, list[str]]()
    while waiting:
        here = waiting.pop()
        if here in found:
            continue
        page.goto(here, wait_until="domcontentloaded")  # without styles no more is hidden
        found[here] = verdicts_on(page)
        links: list[str] = page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        goals = {urldefrag(urljoin(here, link)).url for link in links}
        waiting += [goal for goal in goals if goal.startswith(home) and goal.endswith("/")]
    return found


def verdicts_on(page: Page) -> list[str]:
    """Marks that say something, and words of verdicts anywhere in the visible text of a record's page."""
    marks = page.locator(MARKS)
    said = [mark for mark in marks.all_inner_texts() if mark] if marks.count() else []
    if page.locator(".prose > h1").count() or page.url.endswith(FINDINGS):
        return said  # a page that explains the words
    pieces: list[str] = page.locator("body").evaluate(PIECES)
    whole = [piece for piece in pieces if piece in {State.VALID.label, State.IN_FORCE.label}]
    return said + whole + [piece for piece in pieces if any(word in piece for word in VERDICTS)]


@pytest.mark.parametrize("site", ["tiny", "real"])
def test_links_alone_reach_every_page_and_none_of_them_states_a_verdict(
    site: str, page_at: Visitor, request: pytest.FixtureRequest
) -> None:
    home: str = request.getfixturevalue(site)
    built: Path = request.getfixturevalue(f"{site}_built")
    page = page_at(home, script=False)

    found = crawled(page, home)

    assert {address: verdicts for address, verdicts in found.items() if verdicts} == {}
    assert set(found) == {home + address for address in addresses(built) if address != "404.html"}


def test_the_interval_of_a_title_stands_without_script_and_its_mark_is_not_seen(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", script=False)
    standing = page.get_by_role("region", name="称号的状态")

    expect(standing).to_contain_text("2023年6月1日至2026年6月1日")
    expect(standing).to_contain_text("依据关于公布复核通过名单的通知（虚构）（样工信〔2023〕8号）")
    expect(standing.locator("[data-standing]")).to_be_hidden()


def test_the_list_of_a_jurisdiction_stands_without_script_with_every_interval(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(f"{tiny}registry/yangli/", script=False)
    rows = page.get_by_role("region", name="平台名单").get_by_role("row")

    assert [rows.nth(n).get_by_role("cell").nth(1).inner_text() for n in (1, 2, 3)] == [
        "2023年6月1日至2026年6月1日",
        "2020年6月1日至2023年5月31日",
        "2020年6月1日至2021年3月14日",
    ]


def test_the_days_of_a_version_and_of_a_window_stand_without_script(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/xiamen/2021/", script=False)
    expect(page.get_by_role("region", name="办法的状态")).to_contain_text(
        "2021年6月6日起施行，至2023年6月5日止"
    )

    page.goto(f"{real}notices/2021/liaocheng-consultation/")
    expect(page.get_by_text("2021年4月22日至2021年5月22日", exact=True)).to_be_visible()


def test_the_lookup_says_without_script_that_it_cannot_search_and_points_to_the_lists(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(f"{tiny}registry/?q=样例", script=False)

    assert "没有运行脚本，不能即时查询；请从下面的名单查找" in str(page.locator("noscript").text_content())
    expect(page.locator("#content").get_by_role("link", name="样例")).to_be_visible()


def test_switches_that_need_script_are_not_offered_without_it(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, script=False)

    expect(page.get_by_role("button", name="大字版")).to_be_hidden()
    expect(page.get_by_role("button", name="深色")).to_be_hidden()


def test_the_colours_of_the_system_are_kept_without_script(page_at: Visitor, tiny: str) -> None:
    light = page_at(tiny, script=False, scheme="light")
    dark = page_at(tiny, script=False, scheme="dark")

    expect(light.locator("body")).to_have_css("background-color", "rgb(251, 248, 241)")
    expect(dark.locator("body")).to_have_css("background-color", "rgb(23, 24, 28)")
