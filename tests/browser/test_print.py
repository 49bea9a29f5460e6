# SPDX-License-Identifier: Apache-2.0
"""Is a printed page good on its own: A4, no navigation, with the standing and the day it is true of?"""

import re
import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.moments import moment
from tests.browser.visitor import Visitor

MEDIA_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
A4 = (595, 842)  # points
TODAY = moment("2026-11-22")
PAGES = ["registry/national-0018/", "guides/linfen/", "notices/2017/national-third-batch-review/"]


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_printed_on_a4_black_on_white(address: str, page_at: Visitor, real: str) -> None:
    page = page_at(real + address, at=TODAY, scheme="dark")

    pdf = page.pdf(prefer_css_page_size=True)

    sizes = {(round(float(w)), round(float(h))) for w, h in MEDIA_BOX.findall(pdf)}
    assert sizes == {A4}
    on_paper(page)
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_printed_that_only_a_screen_can_use(address: str, page_at: Visitor, real: str) -> None:
    page = on_paper(page_at(real + address, at=TODAY))

    assert page.get_by_role("navigation").count() == 0
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("search").count() == 0
    expect(page.get_by_text("跳到正文")).to_be_hidden()
    expect(page.get_by_text("中小企业公共服务示范平台名录").first).to_be_visible()


def test_the_standing_of_a_platform_is_printed_with_its_interval_and_documents(
    page_at: Visitor, real: str
) -> None:
    page = on_paper(page_at(f"{real}registry/national-0018/", at=TODAY))
    standing = page.get_by_role("region", name="称号的状态")

    expect(standing).to_be_visible()
    expect(standing.get_by_text("已期满")).to_be_visible()
    expect(standing).to_contain_text("2018年1月1日至2020年12月31日")
    expect(standing).to_contain_text("工信部企业〔2017〕304号")


def test_a_guide_is_printed_with_the_reasons_that_are_folded_on_the_screen(
    page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}guides/linfen/", at=TODAY)
    reason = page.get_by_text("正文没有写明自身的有效期")
    folded = "e => e.checkVisibility({contentVisibilityAuto: true})"
    assert not reason.evaluate(folded)

    on_paper(page)

    assert reason.evaluate(folded)
    expect(page.get_by_role("region", name="办法的状态").get_by_text("推定现行")).to_be_visible()
    expect(page.get_by_role("heading", name="申报条件")).to_be_visible()


@pytest.mark.parametrize(("query", "day"), [("", "2026年11月22日"), ("?on=2019-06-30", "2019年6月30日")])
def test_the_day_for_which_the_standing_was_decided_is_printed(
    query: str, day: str, page_at: Visitor, real: str
) -> None:
    page = on_paper(page_at(f"{real}registry/national-0018/{query}", at=TODAY))

    printed = page.locator(".colophon__facts").evaluate("e => getComputedStyle(e, '::after').content")

    assert "数据截至2026年11月22日" in page.locator(".colophon__facts").inner_text()
    assert day in printed


def test_the_address_of_a_source_is_printed_because_paper_has_no_links(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}notices/2017/national-third-batch-review/", at=TODAY)
    link = page.get_by_role("region", name="来源").get_by_role("link", name="查看原文")
    after = "e => getComputedStyle(e, '::after').content"
    assert link.evaluate(after) == "none"

    on_paper(page)

    assert str(link.get_attribute("href")) in link.evaluate(after)


def test_a_notice_is_printed_as_an_official_paper_with_numbered_pages(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}notices/2017/national-third-batch-review/", at=TODAY)
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]

    printed = re.sub(r"\s", "", unicodedata.normalize("NFKC", "".join(sheets))).replace("⻚", "页")
    assert [f"第{n}页,共{len(sheets)}页" for n in range(1, len(sheets) + 1)] == re.findall(
        "第[0-9]+页,共[0-9]+页", printed
    )
    assert "工信部企业〔2017〕139号" in printed
    assert f"{real}notices/2017/national-third-batch-review/" in printed
    on_paper(page)
    assert page.locator("h1").evaluate("e => getComputedStyle(e.parentElement).textAlign") == "center"


def test_of_a_bulk_check_the_result_is_printed_and_nothing_to_fill_in(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/check/", at=TODAY)
    page.get_by_role("textbox", name="一行一个").fill("没有的机构")
    page.get_by_role("button", name="核对", exact=True).click()
    result = page.get_by_role("region", name="核对结果表").get_by_text("没有的机构")
    expect(result).to_be_visible()

    on_paper(page)

    expect(result).to_be_visible()
    assert page.get_by_role("textbox").count() == page.get_by_role("button").count() == 0


def test_a_function_that_fits_on_a_sheet_is_not_torn_between_two(page_at: Visitor, real: str) -> None:
    functions = on_paper(page_at(f"{real}guides/yunnan/", at=TODAY)).locator(".function")

    assert functions.count() == 10
    for function in functions.all():
        expect(function).to_have_css("break-inside", "avoid")
