# SPDX-License-Identifier: Apache-2.0
"""Does the reader see how many days are left for an application or a comment, and how old a record is?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moments import moment, seen_on
from tests.browser.visitor import Visitor

CONSULTATION = "notices/2021/liaocheng-consultation/"
CALL = "notices/2023/linfen-2023-call/"
DAYS_LEFT = {
    CONSULTATION: {
        "2021-04-21": "1天后开始",
        "2021-04-22": "还有30天",
        "2021-04-23": "还有29天",
        "2021-05-21": "还有1天",
        "2021-05-22": "今天截止",
        "2021-05-23": "已截止",
    },
    CALL: {
        "2023-02-22": "还有2天",
        "2023-02-23": "还有1天",
        "2023-02-24": "今天截止",
        "2023-02-25": "已截止",
        "2023-02-26": "已截止",
    },
}


def days_left(page: Page) -> str:
    return page.locator("[data-window-mark]").inner_text()


def ages_of_records(page: Page) -> set[str]:
    marks = page.locator("[data-checked]")
    assert marks.count() == 7
    return set(marks.all_inner_texts())


@pytest.mark.parametrize("address", DAYS_LEFT)
@pytest.mark.parametrize(
    ("zone", "time"), [("America/Los_Angeles", "00:01"), ("Pacific/Kiritimati", "23:59")]
)
def test_the_days_left_are_counted_by_the_calendar_of_shanghai(
    zone: str, time: str, address: str, page_at: Visitor, real: str
) -> None:
    page = page_at(real + address, zone=zone)

    assert seen_on(page, DAYS_LEFT[address], time, days_left) == DAYS_LEFT[address]


def test_the_home_page_lists_a_call_through_its_last_day_and_no_longer(page_at: Visitor, real: str) -> None:
    page = page_at(real, at=moment("2023-02-24", "23:59"))
    section = page.locator("section", has=page.get_by_role("heading", name="申报、公示与征求意见"))
    nothing = section.get_by_text("目前没有正在进行的申报、公示或征求意见")

    [row] = [row for row in section.get_by_role("listitem").all() if row.is_visible()]
    expect(row).to_contain_text("截至2023年2月24日")
    expect(row).to_contain_text("今天截止")
    expect(nothing).to_be_hidden()

    page.clock.set_fixed_time(moment("2023-02-25", "00:01"))
    page.reload()
    assert [row for row in section.get_by_role("listitem").all() if row.is_visible()] == []
    expect(nothing).to_be_visible()


def test_the_list_of_notices_shows_which_windows_are_open(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}notices/", at=moment("2024-01-31"))
    row = page.get_by_role("listitem").filter(has_text="关于组织申报的通知")

    expect(row).to_contain_text("今天截止")

    page.clock.set_fixed_time(moment("2024-02-01"))
    page.reload()
    expect(row).to_contain_text("已截止")


def test_a_record_is_due_for_review_on_the_day_after_the_limit(page_at: Visitor, tiny: str) -> None:
    words = {
        "2024-01-01": {"今天核对"},  # a reader in front of the editors' calendar
        "2024-01-02": {"今天核对"},
        "2024-01-03": {"1天前核对"},
        "2024-06-30": {"180天前核对"},
        "2024-07-01": {"待复核（181天）"},
        "2024-07-02": {"待复核（182天）"},
    }
    page = page_at(f"{tiny}review/")

    assert seen_on(page, words, "23:59", ages_of_records) == words
