# SPDX-License-Identifier: Apache-2.0
"""Does a page say that its data is old, or that something has changed since, and only then?

The tiny site is of 2024-01-02 and allows thirty days. Its call is closed from 2024-02-01 on.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.moments import moment, seen_on
from tests.browser.page_types import one_of_each_type
from tests.browser.visitor import Visitor

OLD = "本页数据截至2024年1月2日，已有31天没有更新，请留意。"
CHANGED = "本页内容自2024年2月1日起有变化"


def warns(page: Page) -> bool:
    return warning(page).is_visible()


def warning(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="数据截至")


def test_no_page_warns_while_its_data_is_fresh(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, at=moment("2024-01-02"))
    for address in ("", "notices/", "notices/2023/yangli-call/", "about/"):
        page.goto(tiny + address)
        fresh = {"2023-12-31": False, "2024-01-02": False, "2024-01-31": False}
        assert seen_on(page, fresh, "23:59", warns) == fresh, address


@pytest.mark.parametrize("address", ["", "notices/", "notices/2023/yangli-call/"])
def test_pages_warn_from_the_day_on_which_something_on_them_changes(
    address: str, page_at: Visitor, tiny: str
) -> None:
    page = page_at(tiny + address, at=moment("2024-02-01", "00:01"))

    expect(warning(page)).to_contain_text(CHANGED)
    expect(warning(page)).to_contain_text("数据截至2024年1月2日")


def test_a_page_on_which_nothing_changes_warns_only_after_the_last_allowed_day(
    page_at: Visitor, tiny: str
) -> None:
    borders = {"2024-01-31": False, "2024-02-01": False, "2024-02-02": True}
    page = page_at(f"{tiny}about/")

    assert seen_on(page, borders, "23:59", warns) == borders


def test_every_type_of_page_warns_when_its_data_is_a_day_too_old(
    page_at: Visitor, tiny: str, tiny_built: Path, subtests: pytest.Subtests
) -> None:
    page = page_at(tiny, at=moment("2024-02-02", "00:01"))
    for kind, address in one_of_each_type(tiny_built).items():
        with subtests.test(kind):
            page.goto(tiny + address)
            expect(warning(page)).to_have_text(OLD)


def test_a_chosen_day_is_no_reason_to_warn(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}notices/?on=2024-03-01", at=moment("2025-01-02"))

    expect(page.get_by_role("status").filter(has_text="这里显示的是2024年3月1日的状态")).to_be_visible()
    expect(warning(page)).to_be_hidden()
