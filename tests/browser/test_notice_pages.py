# SPDX-License-Identifier: Apache-2.0
"""What does a reader see of corrections, of lists that are shown until a day, and of what belongs together?

Each is looked at a day before, on and after the day that matters, by the calendar of Shanghai.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moments import ELSEWHERE, moment, seen_on
from tests.browser.server import served
from tests.browser.visitor import Visitor
from tests.builders import TINY
from tests.conftest import build_project, copy_project

CORRECTED = "notices/2023/yangli-call/"
WITHDRAWN = PUBLICITY = "notices/2023/yangli-publicity/"
LIST = "notices/2023/yangli-proposed/"
PLATFORM = "registry/yangli-0009/"
PERSON = "甄虚构"
STUB = "公示名单含个人信息，展示期限已满，不再显示。"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny site with notices that follow each other; built before any of the days that matter."""
    root = copy_project(TINY, tmp_path_factory.mktemp("followed") / "project")
    shutil.copytree(Path(TINY).parent / "followed", root, dirs_exist_ok=True)
    with served(build_project(root), "/names/") as address:
        yield address


def banner_is_seen(page: Page) -> bool:
    return page.locator(".banner").is_visible()


@pytest.mark.parametrize(("zone", "time"), ELSEWHERE)
def test_a_correction_is_told_from_its_day_on(zone: str, time: str, page_at: Visitor, site: str) -> None:
    page = page_at(site + CORRECTED, zone=zone)
    days = {"2024-02-29": False, "2024-03-01": True, "2024-03-02": True}

    assert seen_on(page, days, time, banner_is_seen) == days


def test_a_withdrawal_known_to_the_month_is_told_from_the_first_day_that_it_may_be(
    page_at: Visitor, site: str
) -> None:
    page = page_at(site + WITHDRAWN)
    days = {"2024-03-31": False, "2024-04-01": True}

    assert seen_on(page, days, "12:00", banner_is_seen) == days


def test_the_banner_says_when_why_and_by_what_and_the_original_stays_readable(
    page_at: Visitor, site: str
) -> None:
    page = page_at(site + CORRECTED, at=moment("2024-03-01"))

    expect(page.locator(".banner")).to_contain_text("自2024年3月1日起")
    expect(page.locator(".banner")).to_contain_text("理由：虚构的理由：截止日期写错")
    expect(page.locator(".prose")).to_contain_text("请按时报送")
    page.locator(".banner a").click()
    page.get_by_role("link", name="关于组织申报的通知（虚构）").first.click()
    expect(page).to_have_url(site + CORRECTED)


def test_an_earlier_day_that_is_chosen_shows_the_notice_as_it_stood(page_at: Visitor, site: str) -> None:
    page = page_at(f"{site}{CORRECTED}?on=2024-02-29", at=moment("2024-06-01"))

    expect(page.locator(".banner")).to_be_hidden()


def test_without_script_the_correction_is_told_with_its_day(page_at: Visitor, site: str) -> None:
    page = page_at(site + CORRECTED, script=False)

    expect(page.locator(".banner")).to_contain_text("2024年3月1日")


def list_is_seen(page: Page) -> tuple[bool, bool]:
    """Whether the page names whom the list names, and whether it says that the list is gone."""
    text = page.locator("main").inner_text()
    return PERSON in text, STUB in text


@pytest.mark.parametrize("address", [LIST, PUBLICITY, PLATFORM])
@pytest.mark.parametrize(("zone", "time"), ELSEWHERE)
def test_a_list_is_shown_until_its_last_day_and_then_a_stub(
    zone: str, time: str, address: str, page_at: Visitor, site: str
) -> None:
    page = page_at(site + address, zone=zone)
    days = {"2024-02-09": (True, False), "2024-02-10": (True, False), "2024-02-11": (False, True)}

    assert seen_on(page, days, time, list_is_seen) == days


def test_no_earlier_day_that_is_chosen_brings_a_list_back(page_at: Visitor, site: str) -> None:
    page = page_at(f"{site}{LIST}?on=2024-01-15", at=moment("2024-02-11"))

    assert list_is_seen(page) == (False, True)


def test_the_stub_still_says_who_published_what_and_until_when(page_at: Visitor, site: str) -> None:
    page = page_at(site + PUBLICITY, at=moment("2024-02-11"))

    expect(page.locator("h1")).to_contain_text("关于拟认定名单的公示（虚构）")
    expect(page.locator(".facts").first).to_contain_text("样例市工业和信息化局")
    expect(page.locator(".window__days")).to_contain_text("2023年12月20日至2023年12月26日")
    expect(page.locator("#contact")).to_have_text("异议反映渠道")


def test_the_days_left_for_objections_are_told(page_at: Visitor, site: str) -> None:
    page = page_at(site + PUBLICITY)
    words = {"2023-12-25": "还有1天", "2023-12-26": "今天截止", "2023-12-27": "已截止"}

    assert seen_on(page, words, "12:00", lambda p: p.locator("[data-window-mark]").inner_text()) == words


def test_a_call_is_followed_to_the_revocation_and_back(page_at: Visitor, site: str) -> None:
    page = page_at(f"{site}notices/2020/yangli-call/")

    page.locator(".chain a", has_text="关于公布首批示范平台名单的通知").click()
    page.locator(".chain a", has_text="撤销样例丙").click()
    expect(page).to_have_url(f"{site}notices/2021/yangli-changes/")
    page.locator(".chain a", has_text="关于组织申报首批示范平台的通知").click()
    expect(page).to_have_url(f"{site}notices/2020/yangli-call/")
    expect(page.locator(".chain [aria-current]")).to_contain_text("本文")


def test_a_notice_shows_the_rows_of_the_list_that_it_announces(page_at: Visitor, site: str) -> None:
    page = page_at(f"{site}notices/2020/yangli-announcement/")

    rows = page.locator("[aria-labelledby=list] tbody a")
    expect(rows).to_have_text(["样例甲服务中心", "样例乙服务中心", "样例丙服务中心"])
    rows.nth(2).click()
    expect(page).to_have_url(f"{site}registry/yangli-0003/")


def test_what_was_not_seen_is_said(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}notices/2023/linfen-2023-call/")
    expect(page.locator(".chain")).to_contain_text("此后的公示和认定文件，本站没有见到。")

    page = page_at(f"{real}notices/2021/qingdao-publicity/")
    expect(page.locator(".facts").first).to_contain_text("公示期 待核", use_inner_text=True)


def test_the_address_that_is_printed_is_that_of_the_page(page_at: Visitor, site: str) -> None:
    page = page_at(f"{site}{CORRECTED}?on=2024-02-29")

    expect(page.locator("[data-permanent]")).to_have_text(site + CORRECTED)


@pytest.mark.parametrize("address", [CORRECTED, WITHDRAWN, LIST, "notices/2020/yangli-call/"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(width: int, address: str, page_at: Visitor, site: str) -> None:
    page = page_at(site + address, width=width, at=moment("2024-05-01"))

    assert page.evaluate("document.documentElement.scrollWidth") <= width
