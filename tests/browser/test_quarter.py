# SPDX-License-Identifier: Apache-2.0
"""Does the page of the quarter show the deadlines of the reader's quarter, on the days around its borders?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moments import moment, seen_on
from tests.browser.visitor import Visitor

TIBET, LINFEN, NATIONAL = (f"guides/{place}/quarter/" for place in ("tibet", "linfen", "national"))


def gathered(page: Page) -> list[tuple[str, str]]:
    """The date and the word of every line of the quarter."""
    lines = page.locator("[data-quarter-list] > li").all()
    return [(line.locator(".row__date").inner_text(), line.locator(".mark").inner_text()) for line in lines]


@pytest.mark.parametrize(
    ("zone", "time"), [("America/Los_Angeles", "00:01"), ("Pacific/Kiritimati", "23:59")]
)
def test_the_quarter_is_that_of_the_calendar_of_shanghai(
    zone: str, time: str, page_at: Visitor, real: str
) -> None:
    names = {
        "2025-12-31": "2025年第四季度",
        "2026-01-01": "2026年第一季度",
        "2026-03-31": "2026年第一季度",
        "2026-04-01": "2026年第二季度",
        "2026-09-30": "2026年第三季度",
        "2026-10-01": "2026年第四季度",
    }
    page = page_at(real + TIBET, zone=zone)

    assert seen_on(page, names, time, lambda p: p.locator("[data-quarter-name]").inner_text()) == names


def test_yearly_duties_are_counted_down_to_the_last_day_of_february(page_at: Visitor, real: str) -> None:
    page = page_at(real + TIBET)
    seen = seen_on(
        page, ["2026-02-27", "2026-02-28", "2026-03-01", "2028-02-28", "2028-02-29"], "12:00", gathered
    )

    assert [lines[0] for lines in seen.values()] == [
        ("2026年2月28日前", "还有1天"),
        ("2026年2月28日前", "今天截止"),
        ("2026年2月28日前", "已截止"),
        ("2028年2月29日前", "还有1天"),
        ("2028年2月29日前", "今天截止"),
    ]
    assert all(lines[1][0].endswith("年3月10日前") for lines in seen.values())


def test_a_quarter_without_deadlines_says_so(page_at: Visitor, real: str) -> None:
    page = page_at(real + TIBET, at=moment("2026-05-01"))

    expect(page.locator("[data-quarter-count]")).to_have_text(
        "2026年4月1日至2026年6月30日，没有写明日子的期限。"
    )
    assert gathered(page) == []


def test_the_window_of_a_call_is_in_the_quarter_in_which_it_ends(page_at: Visitor, real: str) -> None:
    days = ["2022-12-31", "2023-01-01", "2023-02-24", "2023-02-25", "2023-04-01"]
    seen = seen_on(page_at(real + LINFEN), days, "23:59", gathered)

    assert [[date for date, _ in lines if "截至" in date] for lines in seen.values()] == [
        [], ["截至2023年2月24日"], ["截至2023年2月24日"], ["截至2023年2月24日"], [],
    ]  # fmt: skip
    assert seen["2023-02-24"][0][1] == "今天截止"
    assert seen["2023-02-25"][0][1] == "已截止"


def test_the_last_days_of_terms_are_told_on_the_days_around_them(page_at: Visitor, real: str) -> None:
    days = ["2020-09-30", "2020-10-01", "2020-12-31", "2021-01-01"]
    seen = seen_on(page_at(real + NATIONAL), days, "12:00", gathered)

    assert seen == {
        "2020-09-30": [],
        "2020-10-01": [("2020年12月31日", "还有91天")],
        "2020-12-31": [("2020年12月31日", "今天截止")],
        "2021-01-01": [],
    }


def test_a_duty_of_a_version_that_has_lapsed_falls_into_no_later_quarter(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/xiamen/quarter/")
    seen = seen_on(page, ["2021-02-01", "2022-02-01", "2023-02-01", "2024-02-01"], "12:00", gathered)

    assert [len(lines) for lines in seen.values()] == [0, 1, 1, 0]


def test_the_chosen_day_decides_the_quarter(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}{LINFEN}?on=2020-01-15", at=moment("2026-11-22"))

    assert gathered(page) == [("2020年3月31日前", "还有76天")]


def test_without_script_the_months_stand_there_and_no_quarter(page_at: Visitor, real: str) -> None:
    page = page_at(real + LINFEN, script=False)

    expect(page.locator("[data-quarter]")).to_be_hidden()
    expect(page.get_by_role("heading", name="3月")).to_be_visible()
    expect(page.get_by_role("link", name="ICS")).to_have_attribute("href", "../../../calendar/linfen.ics")
