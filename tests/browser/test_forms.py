# SPDX-License-Identifier: Apache-2.0
"""Does a form say today whether it may be used, and can it be filled in, printed and downloaded?"""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.visitor import Visitor

DRAFT = "forms/liaocheng/2021-draft-checklist/"
GOVERNING = "forms/linfen/recommendation-form/"
ENDING = "forms/xiamen/2021-self-assessment/"


@pytest.mark.parametrize(
    ("address", "day", "warning"),
    [
        (DRAFT, "2026-11-22", "不能据以申报"),
        (ENDING, "2021-05-20", "尚未施行"),
        (ENDING, "2026-11-22", "已期满失效"),
    ],
)
def test_a_form_of_a_version_that_does_not_govern_says_so(
    address: str, day: str, warning: str, page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}{address}?on={day}")

    expect(page.get_by_role("region", name="所属办法的状态")).to_contain_text(warning)


@pytest.mark.parametrize(("address", "day"), [(GOVERNING, "2026-11-22"), (ENDING, "2022-01-01")])
def test_a_form_of_a_version_that_governs_has_no_warning(
    address: str, day: str, page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}{address}?on={day}")

    expect(page.locator("[data-standing]").first).to_have_text("推定现行" if address == GOVERNING else "现行")
    expect(page.locator("[data-caution]")).to_be_hidden()


def test_a_form_is_filled_in_on_its_page_and_printed_by_itself(page_at: Visitor, real: str) -> None:
    page = page_at(real + GOVERNING)

    page.get_by_label("示范平台承担单位名称").fill("样例<𠮷>公司")
    page.get_by_role("radio", name="第1行对所受服务的总体评价：很满意").check()
    page.emulate_media(media="print")

    expect(page.get_by_label("示范平台承担单位名称")).to_have_value("样例<𠮷>公司")
    expect(page.get_by_role("region", name="所属办法的状态")).to_be_hidden()
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.locator(".paper")).to_be_visible()


@pytest.mark.parametrize(("address", "pages"), [("forms/tibet/2021-checklist/", 1), (GOVERNING, 3)])
def test_a_printed_form_has_as_many_pages_as_its_file(
    address: str, pages: int, page_at: Visitor, real: str
) -> None:
    page = page_at(real + address)

    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == pages
    file = page.request.get(real + address.removesuffix("/") + ".pdf").body()
    assert len(PdfReader(BytesIO(file)).pages) == pages


@pytest.mark.parametrize("width", [360, 1280])
def test_a_unit_stands_on_the_line_of_its_figure(width: int, page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}forms/linfen/application-report/", width=width)
    field = page.get_by_label("投资比例", exact=True).first
    line = field.evaluate("field => field.closest('p').getBoundingClientRect().height")

    assert line < 1.5 * field.evaluate("field => field.getBoundingClientRect().height")


def test_the_print_button_is_there_only_with_script(page_at: Visitor, real: str) -> None:
    expect(page_at(real + GOVERNING).get_by_role("button", name="打印这张表")).to_be_visible()
    expect(page_at(real + GOVERNING, script=False).locator("[data-print]")).to_be_hidden()


def test_without_script_there_is_no_word_on_today(page_at: Visitor, real: str) -> None:
    page = page_at(real + DRAFT, script=False)

    expect(page.locator("[data-caution]")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_contain_text("申报材料清单")


def test_what_is_downloaded_has_the_digest_that_the_page_tells(
    page_at: Visitor, real: str, tmp_path: Path
) -> None:
    page = page_at(real + GOVERNING)
    line = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Word 文档，在电脑上填写"))

    with page.expect_download() as download:
        line.get_by_role("link").click()
    download.value.save_as(tmp_path / "form.docx")

    digest = hashlib.sha256((tmp_path / "form.docx").read_bytes()).hexdigest()
    expect(line).to_contain_text(digest)


def test_the_search_of_the_whole_site_finds_forms(page_at: Visitor, real: str) -> None:
    page = page_at(real)
    page.get_by_role("button", name="搜索").first.click()
    page.get_by_role("searchbox", name="全站搜索").fill("测评方法")

    expect(page.get_by_role("dialog").get_by_role("link", name="推荐表").first).to_be_visible()
