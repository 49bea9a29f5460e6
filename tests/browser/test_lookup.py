# SPDX-License-Identifier: Apache-2.0
"""Does a reader who types a few characters find the platform that bears them, and is told when none does?

Only what a reader sees, hears or does is looked at: labels, roles, keys, the address of the page.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.moments import moment
from tests.browser.server import served
from tests.browser.visitor import Visitor
from tests.builders import TINY
from tests.conftest import build_project, copy_project

CODE = "91350100M000100Y43"
MORE = f"""title: 关于公布第二批示范平台名单的通知（虚构）
document_number: 样工信〔2023〕30号
issuer: 样例市工业和信息化局
issued_on: 2023-12-01
ruleset: yangli/2023
acts:
  - kind: designate
    stated_count: 4
    complete: true
    platforms:
      - platform: yangli-0004
        name: 样例创客Hub（东区）创新服务平台
        operator: 样例丁科技有限公司
        credit_code: {CODE}
      - {{platform: yangli-0005, name: 样例知识产权服务平台}}
      - {{platform: yangli-0006, name: "样例2025·数字化转型促进中心", location: 样例市北区}}
      - {{platform: yangli-0007, name: 样例知识产权服务平台有限公司}}
source:
  kind: official
  publisher: 样例市工业和信息化局
  url: https://example.org/lists/4
  retrieved_on: 2024-01-02
checked_on: 2024-01-02
"""
HUB = "样例创客Hub（东区）创新服务平台"
DIGITAL = "样例2025·数字化转型促进中心"


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the lookup of a tiny site with seven platforms of every kind of name."""
    root = copy_project(TINY, tmp_path_factory.mktemp("lookup") / "project")
    path = Path("registry/designations/yangli/2023-12-01-second-list.yaml")
    (root / path).write_text(MORE, encoding="utf-8")
    with served(build_project(root)) as address:
        yield f"{address}registry/"


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="名称、曾用名、运营单位")


def typed(page: Page, text: str) -> None:
    """Type into the emptied box, key by key."""
    box(page).press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def results(page: Page) -> Locator:
    return page.get_by_role("list", name="查询结果").get_by_role("listitem")


def found(page: Page, *names: str) -> None:
    """The results are these, in this order, and their number is said aloud."""
    expect(results(page).get_by_role("link")).to_have_text(list(names))
    expect(page.get_by_role("status").filter(has_text=f"{len(names)} 家")).to_be_visible()


def nothing_found(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="没有找到")).to_be_visible()
    expect(page.get_by_text("少写几个字，例如只写名称中间的两三个字")).to_be_visible()
    expect(results(page)).to_have_count(0)


TEXTS = {
    "甲服": ["样例甲服务中心"],  # from the middle of a name
    "丙": ["样例丙服务中心"],  # a single character
    "例乙综合服务中": ["样例乙综合服务中心"],
    "乙服务": ["样例乙综合服务中心"],  # only the former name has this
    "甲有限": ["样例甲服务中心"],  # the operator
    "丁科技": [HUB],
    CODE: [HUB],  # the credit code, whole, in part, in small letters, in full width
    CODE[:7]: [HUB],
    CODE[-7:]: [HUB],
    CODE.lower(): [HUB],
    "９１３５０１００Ｍ": [HUB],
    "hub": [HUB],
    "ＨＵＢ": [HUB],
    "hub东区": [HUB],  # brackets may be left out, and written in either width
    "Hub(东区)创新": [HUB],
    "２０２５数字": [DIGITAL],
    "2025·数": [DIGITAL],
    "数字 化": [DIGITAL],  # a space between does no harm
    "  甲服务  ": ["样例甲服务中心"],
    "yangli-0006": [DIGITAL],  # the identifier
}


@pytest.mark.parametrize("width", [360, 1280])
def test_characters_from_anywhere_in_what_is_recorded_find_the_platform(
    width: int, page_at: Visitor, lookup: str, subtests: pytest.Subtests
) -> None:
    page = page_at(lookup, width=width, at=moment("2024-01-02"))
    for text, names in TEXTS.items():
        with subtests.test(text):
            typed(page, text)
            found(page, *names)


def test_every_pair_of_neighbouring_characters_of_a_name_finds_it(page_at: Visitor, real: str) -> None:
    name = "上海浦东软件园汇智软件发展有限公司"
    page = page_at(f"{real}registry/", at=moment("2026-11-22"))

    for start in range(len(name) - 1):
        typed(page, name[start : start + 2])
        expect(results(page).get_by_role("link", name=name)).to_be_visible()


def test_an_exact_name_comes_before_names_that_contain_it(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)

    typed(page, "样例知识产权服务平台")

    found(page, "样例知识产权服务平台", "样例知识产权服务平台有限公司")


def test_results_follow_every_key_without_a_button(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)
    box(page).focus()

    page.keyboard.type("样例")
    expect(results(page)).to_have_count(7)
    page.keyboard.type("乙")
    found(page, "样例乙综合服务中心")
    page.keyboard.press("Backspace")
    expect(results(page)).to_have_count(7)
    page.keyboard.type("天")
    nothing_found(page)


def test_characters_composed_with_an_input_method_find_the_platform(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)
    box(page).focus()
    keys = page.context.new_cdp_session(page)

    for letters in ("z", "zh", "zhuan", "zhuanxing"):
        keys.send("Input.imeSetComposition", {"text": letters, "selectionStart": 1, "selectionEnd": 1})
    keys.send("Input.insertText", {"text": "转型"})

    expect(box(page)).to_have_value("转型")
    found(page, DIGITAL)


def test_a_result_says_why_it_was_found_and_what_holds_today(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup, at=moment("2024-01-02"))

    typed(page, "乙服务")
    expect(results(page)).to_contain_text("曾用名 样例乙服务中心")
    expect(results(page)).to_contain_text("已期满")

    typed(page, "甲有限")
    expect(results(page)).to_contain_text("样例甲有限公司")
    expect(results(page)).to_contain_text("有效")

    typed(page, "丙服务")
    expect(results(page)).to_contain_text("已撤销")


def test_the_characters_that_were_typed_are_highlighted_in_the_name(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)

    typed(page, "甲服务")
    expect(results(page).locator("mark")).to_have_text("甲服务")

    typed(page, "hub")
    expect(results(page).locator("mark")).to_have_text("Hub")


@pytest.mark.parametrize("width", [360, 1280])
def test_where_nothing_is_found_the_reader_is_told_what_to_try(
    width: int, page_at: Visitor, lookup: str
) -> None:
    page = page_at(lookup, width=width)

    typed(page, "样例没有这家")
    nothing_found(page)

    typed(page, "")
    expect(page.get_by_role("status").filter(has_text="没有找到")).to_have_count(0)
    expect(page.get_by_text("少写几个字，例如只写名称中间的两三个字")).to_be_hidden()


def test_the_text_stays_in_the_address_and_after_loading_again(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)
    typed(page, "甲服务")
    found(page, "样例甲服务中心")
    expect(page).to_have_url(re.compile(r"\?q=%E7%94%B2%E6%9C%8D%E5%8A%A1$"))

    page.reload()
    expect(box(page)).to_have_value("甲服务")
    found(page, "样例甲服务中心")

    typed(page, "")
    expect(page).to_have_url(lookup)


def test_the_way_back_from_a_platform_leads_to_the_same_results(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)
    typed(page, "乙服务")
    found(page, "样例乙综合服务中心")

    results(page).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("样例乙综合服务中心")
    assert page.url == f"{lookup}yangli-0002/"

    page.go_back()
    expect(box(page)).to_have_value("乙服务")
    found(page, "样例乙综合服务中心")


def test_the_button_and_the_enter_key_search_without_leaving_the_page(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)
    box(page).fill("丙服务")

    page.get_by_role("button", name="查询").click()
    found(page, "样例丙服务中心")

    box(page).press("Enter")
    found(page, "样例丙服务中心")
    assert page.url.startswith(f"{lookup}?q=")


def test_the_search_of_the_home_page_leads_to_the_results(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup.removesuffix("registry/"), width=360)

    page.get_by_role("searchbox", name="查平台").press_sequentially("数字化")
    page.keyboard.press("Enter")

    found(page, DIGITAL)


def test_text_that_looks_like_markup_is_only_text(page_at: Visitor, lookup: str) -> None:
    page = page_at(lookup)

    typed(page, "<img src=x onerror=alert(1)>")

    nothing_found(page)
    assert page.locator("#content img").count() == 0


@pytest.mark.parametrize("text", ["。", "（）", " ", "·"])
def test_text_that_bears_no_character_to_search_for_finds_nothing_at_all(
    text: str, page_at: Visitor, lookup: str
) -> None:
    page = page_at(lookup)

    typed(page, text)

    expect(box(page)).to_have_value(text)
    expect(results(page)).to_have_count(0)
