# SPDX-License-Identifier: Apache-2.0
"""Is the word about a title right on each side of each of its borders, wherever the reader is?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moments import ELSEWHERE, moment, seen_on
from tests.browser.visitor import Visitor

ENDS_IN_2023 = "将于2023年5月31日到期"
ENDS_IN_2026 = "将于2026年6月1日到期"

# The words of the three platforms of the tiny list. The first was renewed from 2023-06-01 to 2026-06-01,
# the second was not, the third was revoked on 2021-03-15.
WORDS = {
    "2020-05-31": ("尚无记录", "尚无记录", "尚无记录"),
    "2020-06-01": ("有效", "有效", "有效"),
    "2020-06-02": ("有效", "有效", "有效"),
    "2021-03-14": ("有效", "有效", "有效"),
    "2021-03-15": ("有效", "有效", "已撤销"),
    "2021-03-16": ("有效", "有效", "已撤销"),
    "2023-03-01": ("有效", "有效", "已撤销"),
    "2023-03-02": ("有效", ENDS_IN_2023, "已撤销"),
    "2023-03-03": ("有效", ENDS_IN_2023, "已撤销"),
    "2023-05-30": ("有效", ENDS_IN_2023, "已撤销"),
    "2023-05-31": ("有效", ENDS_IN_2023, "已撤销"),
    "2023-06-01": ("有效", "已期满", "已撤销"),
    "2023-06-02": ("有效", "已期满", "已撤销"),
    "2026-03-02": ("有效", "已期满", "已撤销"),
    "2026-03-03": (ENDS_IN_2026, "已期满", "已撤销"),
    "2026-03-04": (ENDS_IN_2026, "已期满", "已撤销"),
    "2026-06-01": (ENDS_IN_2026, "已期满", "已撤销"),
    "2026-06-02": ("已期满", "已期满", "已撤销"),
    "2026-06-03": ("已期满", "已期满", "已撤销"),
}


def words_in_list(page: Page) -> tuple[str, ...]:
    rows = page.get_by_role("region", name="平台名单").get_by_role("row")
    return tuple(rows.nth(number).get_by_role("cell").last.inner_text() for number in (1, 2, 3))


def word_about_title(page: Page) -> str:
    return page.get_by_role("region", name="称号的状态").locator("[data-standing]").inner_text()


@pytest.mark.parametrize(("zone", "time"), ELSEWHERE)
def test_titles_change_their_words_at_midnight_in_shanghai(
    zone: str, time: str, page_at: Visitor, tiny: str
) -> None:
    page = page_at(f"{tiny}registry/yangli/", zone=zone)

    assert seen_on(page, WORDS, time, words_in_list) == WORDS


def test_the_page_of_a_platform_puts_the_word_beside_the_interval(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=moment("2026-06-01", "23:59"))
    standing = page.get_by_role("region", name="称号的状态")

    expect(standing).to_contain_text(ENDS_IN_2026)
    expect(standing).to_contain_text("2023年6月1日至2026年6月1日")

    page.clock.set_fixed_time(moment("2026-06-02", "00:01"))
    page.reload()
    expect(standing).to_contain_text("已期满")
    expect(standing).not_to_contain_text(ENDS_IN_2026)


def test_a_designation_document_shows_what_became_of_each_title(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}notices/2020/yangli-first-list/", at=moment("2023-05-31"))
    rows = page.get_by_role("region", name="认定名单").get_by_role("row")

    for number, word in enumerate(WORDS["2023-05-31"], start=1):
        expect(rows.nth(number).get_by_role("cell").last).to_have_text(word)


def test_a_national_title_of_2017_holds_through_the_last_day_of_2020(page_at: Visitor, real: str) -> None:
    words = {
        "2017-12-31": "尚无记录",
        "2018-01-01": "有效",
        "2020-10-01": "有效",
        "2020-10-02": "将于2020年12月31日到期",
        "2020-12-31": "将于2020年12月31日到期",
        "2021-01-01": "已期满",
    }
    page = page_at(f"{real}registry/national-0018/")

    assert seen_on(page, words, "23:59", word_about_title) == words


def test_the_drawing_marks_the_viewed_day_only_where_it_lies_in_the_drawing(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=moment("2024-01-02"))
    today = page.get_by_role("img", name="有效期间的时间轴").locator(".timeline__today")

    expect(today).to_have_count(1)

    page.clock.set_fixed_time(moment("2030-01-02"))
    page.reload()
    expect(today).to_have_count(0)
