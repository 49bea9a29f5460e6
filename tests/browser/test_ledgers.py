# SPDX-License-Identifier: Apache-2.0
"""Does a reader see, on every day around a publicity period, how it stands and which days of it count?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moments import moment, seen_on
from tests.browser.server import served
from tests.browser.visitor import Visitor
from tests.builders import TINY
from tests.conftest import build_project, copy_project

PUBLICITY = "notices/2023/yangli-publicity/"
PROVISIONAL = "notices/2027/yangli-publicity/"
CONSULTATION = "notices/2021/yangli-consultation/"
PROPOSED = "notices/2021/yangli-proposed/"
NOTHING = ""
SAID = {
    PUBLICITY: {  # five working days from 28 September to 10 October 2023, two of them a made-up weekend
        "2023-09-27": ("1天后开始", NOTHING),
        "2023-09-28": ("还有12天", "今天是第1个工作日，之后还有4个工作日。"),
        "2023-09-29": ("还有11天", "今天不计入，之后还有4个工作日。"),
        "2023-10-06": ("还有4天", "今天不计入，之后还有4个工作日。"),
        "2023-10-07": ("还有3天", "今天是第2个工作日，之后还有3个工作日。"),
        "2023-10-08": ("还有2天", "今天是第3个工作日，之后还有2个工作日。"),
        "2023-10-09": ("还有1天", "今天是第4个工作日，之后还有1个工作日。"),
        "2023-10-10": ("今天截止", "今天是第5个工作日，也是最后一个。"),
        "2023-10-11": ("已截止", NOTHING),
    },
    PROPOSED: {  # fifteen working days that begin on a made-up Saturday
        "2021-10-08": ("1天后开始", NOTHING),
        "2021-10-09": ("还有19天", "今天是第1个工作日，之后还有14个工作日。"),
        "2021-10-27": ("还有1天", "今天是第14个工作日，之后还有1个工作日。"),
        "2021-10-28": ("今天截止", "今天是第15个工作日，也是最后一个。"),
        "2021-10-29": ("已截止", NOTHING),
    },
    CONSULTATION: {  # ends on a Saturday that is none of the working days
        "2021-05-21": ("还有1天", "今天是第21个工作日，也是最后一个。"),
        "2021-05-22": ("今天截止", "今天不计入，之后没有工作日了。"),
        "2021-05-23": ("已截止", NOTHING),
    },
    PROVISIONAL: {  # between 29 January and 9 February 2027: the year is not announced
        "2027-01-24": ("1天后开始", NOTHING),
        "2027-01-25": ("至少还有4天", NOTHING),
        "2027-01-29": ("最早今天截止", NOTHING),
        "2027-01-30": ("可能已截止，以公告为准", NOTHING),
        "2027-02-09": ("可能已截止，以公告为准", NOTHING),
        "2027-02-10": ("已截止", NOTHING),
    },
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny site with notices of every kind of period."""
    root = copy_project(TINY, tmp_path_factory.mktemp("publicity") / "project")
    shutil.copytree(Path(TINY).parent / "publicity", root, dirs_exist_ok=True)
    with served(build_project(root), "/names/") as address:
        yield address


def said(page: Page) -> tuple[str, str]:
    """The word beside the window, and what is said below the calendar."""
    line = page.locator("[data-ledger-left]")
    return page.locator("[data-window-mark]").inner_text(), line.text_content() or ""


@pytest.mark.parametrize("address", SAID)
@pytest.mark.parametrize(
    ("zone", "time"), [("America/Los_Angeles", "00:01"), ("Pacific/Kiritimati", "23:59")]
)
def test_the_words_are_right_on_each_day_by_the_calendar_of_shanghai(
    zone: str, time: str, address: str, page_at: Visitor, site: str
) -> None:
    page = page_at(site + address, zone=zone)

    assert seen_on(page, SAID[address], time, said) == SAID[address]


@pytest.mark.parametrize("day", ["2023-09-28", "2023-10-01", "2023-10-07", "2023-10-10"])
def test_the_viewed_day_is_marked_in_the_calendar(day: str, page_at: Visitor, site: str) -> None:
    marked = page_at(site + PUBLICITY, at=moment(day)).locator(".ledger [aria-current]")

    expect(marked).to_have_count(1)
    expect(marked.locator("time")).to_have_attribute("datetime", day)


@pytest.mark.parametrize("day", ["2023-09-27", "2023-10-11"])
def test_outside_of_the_period_no_day_is_marked(day: str, page_at: Visitor, site: str) -> None:
    page = page_at(site + PUBLICITY, at=moment(day))

    expect(page.locator(".ledger [aria-current]")).to_have_count(0)
    expect(page.locator("[data-ledger-left]")).to_be_hidden()


def test_a_chosen_day_is_the_day_that_is_told(page_at: Visitor, site: str) -> None:
    page = page_at(f"{site}{PUBLICITY}?on=2023-10-07")

    assert said(page) == SAID[PUBLICITY]["2023-10-07"]


def test_without_script_the_calendar_and_the_reasons_are_there_and_no_verdict(
    page_at: Visitor, site: str
) -> None:
    page = page_at(site + PUBLICITY, script=False)

    expect(page.locator(".ledger__day--counted")).to_have_count(5)
    expect(page.get_by_text("国办发明电〔2022〕16号")).to_be_visible()
    expect(page.locator("[data-window-mark]")).to_be_empty()
    expect(page.locator("[data-ledger-left]")).to_be_hidden()


@pytest.mark.parametrize("address", SAID)
@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_calendar_fits_a_narrow_screen(width: int, address: str, page_at: Visitor, site: str) -> None:
    page = page_at(site + address, width=width)
    for summary in page.locator("details.why > summary").all():
        summary.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wider = (
        "(cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.innerText)"
    )
    assert page.locator(".ledger__day").evaluate_all(wider) == []


def test_a_folded_calendar_is_on_paper(page_at: Visitor, site: str) -> None:
    page = page_at(site + CONSULTATION)
    page.emulate_media(media="print")

    assert page.locator(".ledger").bounding_box()


def test_the_home_page_lists_a_provisional_period_until_its_latest_day(page_at: Visitor, site: str) -> None:
    page = page_at(site, at=moment("2027-02-09"))
    row = page.locator("[data-open-list] [data-window]", has_text="放假安排未公布")

    expect(row).to_contain_text("不早于2027年1月29日")
    page.clock.set_fixed_time(moment("2027-02-10"))
    page.reload()
    expect(row).to_be_hidden()
