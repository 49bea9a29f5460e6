# SPDX-License-Identifier: Apache-2.0
"""Do the switches for large letters and for the dark scheme work, stay, and say how they stand?"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import Visitor

PAPER = {"light": "rgb(251, 248, 241)", "dark": "rgb(23, 24, 28)"}

NOTHING_IS_KEPT = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


def switch(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def size_of_letters(page: Page) -> float:
    size: float = page.locator("#content p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    return size


def paper(page: Page) -> str:
    colour: str = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    return colour


def test_large_letters_are_a_third_larger_and_stay_on_other_pages(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}about/")
    normal = size_of_letters(page)
    expect(switch(page, "大字版")).to_have_attribute("aria-pressed", "false")

    switch(page, "大字版").click()
    expect(switch(page, "大字版")).to_have_attribute("aria-pressed", "true")
    assert size_of_letters(page) == pytest.approx(normal * 1.3)

    page.get_by_role("navigation", name="主导航").get_by_role("link", name="公告").click()
    page.goto(f"{real}about/")
    expect(switch(page, "大字版")).to_have_attribute("aria-pressed", "true")
    assert size_of_letters(page) == pytest.approx(normal * 1.3)

    switch(page, "大字版").click()
    page.reload()
    expect(switch(page, "大字版")).to_have_attribute("aria-pressed", "false")
    assert size_of_letters(page) == normal


def test_the_dark_scheme_stays_on_other_pages(page_at: Visitor, real: str) -> None:
    page = page_at(real)
    assert paper(page) == PAPER["light"]

    switch(page, "深色").click()
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "true")
    assert paper(page) == PAPER["dark"]

    page.get_by_role("navigation", name="主导航").get_by_role("link", name="指南").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("各地指南")
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "true")
    assert paper(page) == PAPER["dark"]


def test_the_scheme_of_the_system_holds_until_the_reader_chooses(page_at: Visitor, real: str) -> None:
    page = page_at(real, scheme="dark")
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "true")
    assert paper(page) == PAPER["dark"]

    page.emulate_media(color_scheme="light")
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "false")
    assert paper(page) == PAPER["light"]

    switch(page, "深色").click()
    switch(page, "深色").click()
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "false")
    assert paper(page) == PAPER["light"]


def test_the_switches_work_with_the_keyboard(page_at: Visitor, real: str) -> None:
    page = page_at(real)

    switch(page, "大字版").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(switch(page, "大字版")).to_have_attribute("aria-pressed", "true")
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "true")


def test_the_switches_work_where_the_browser_keeps_nothing(page_at: Visitor, real: str) -> None:
    page = page_at(real)
    page.add_init_script(NOTHING_IS_KEPT)
    page.reload()

    switch(page, "大字版").click()
    switch(page, "深色").click()

    expect(switch(page, "大字版")).to_have_attribute("aria-pressed", "true")
    expect(switch(page, "深色")).to_have_attribute("aria-pressed", "true")
    assert paper(page) == PAPER["dark"]


def test_the_choice_holds_before_anything_is_painted(page_at: Visitor, real: str) -> None:
    page = page_at(real)
    switch(page, "深色").click()
    page.add_init_script(
        "new MutationObserver((_, observer) => { if (document.body) { observer.disconnect();"
        " window.schemeAtFirst = document.documentElement.dataset.scheme; } })"
        ".observe(document, {childList: true, subtree: true});"
    )

    page.reload()

    assert page.evaluate("window.schemeAtFirst") == "dark"
