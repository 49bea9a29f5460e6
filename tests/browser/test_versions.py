# SPDX-License-Identifier: Apache-2.0
"""Is the word about a version of the measures right on each side of each of its borders?"""

import pytest
from playwright.sync_api import Page

from tests.browser.moments import moment, seen_on
from tests.browser.visitor import Visitor

DRAFT = "征求意见稿，未见通过"
BORDERS = {
    # Printed on 2021-05-07, in force thirty days later for two years; both reckonings may be a day off.
    "guides/xiamen/2021/": {
        "2021-05-06": "尚无记录",
        "2021-05-07": "尚未施行",
        "2021-05-08": "尚未施行",
        "2021-06-05": "尚未施行",
        "2021-06-06": "待核",
        "2021-06-07": "现行",
        "2021-06-08": "现行",
        "2023-06-04": "现行",
        "2023-06-05": "现行",
        "2023-06-06": "待核",
        "2023-06-07": "已期满失效",
        "2023-06-08": "已期满失效",
    },
    # Shown for comments from 2021-04-22 to 2021-05-22.
    "guides/liaocheng/2021-draft/": {
        "2021-04-21": "尚无记录",
        "2021-04-22": "征求意见中",
        "2021-04-23": "征求意见中",
        "2021-05-21": "征求意见中",
        "2021-05-22": "征求意见中",
        "2021-05-23": DRAFT,
        "2021-05-24": DRAFT,
    },
    # Repealed on the day on which its successor begins.
    "guides/yunnan/2013/": {
        "2022-05-25": "推定现行",
        "2022-05-26": "已废止",
        "2022-05-27": "已废止",
    },
}


def word_about_version(page: Page) -> str:
    return page.get_by_role("region", name="办法的状态").locator("[data-standing]").inner_text()


@pytest.mark.parametrize("address", BORDERS)
@pytest.mark.parametrize(
    ("zone", "time"), [("America/Los_Angeles", "00:01"), ("Pacific/Kiritimati", "23:59")]
)
def test_versions_change_their_words_at_midnight_in_shanghai(
    zone: str, time: str, address: str, page_at: Visitor, real: str
) -> None:
    page = page_at(real + address, zone=zone)

    assert seen_on(page, BORDERS[address], time, word_about_version) == BORDERS[address]


def test_a_guide_says_the_same_of_each_version_as_the_page_of_that_version(
    page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}guides/xiamen/", at=moment("2022-01-01"))
    history = page.locator("section", has=page.get_by_role("heading", name="版本沿革")).get_by_role(
        "listitem"
    )
    words = {
        row.locator(".row__date").inner_text(): row.locator(".mark").inner_text() for row in history.all()
    }

    assert words == {"2021": "现行", "2025": "尚无记录"}
