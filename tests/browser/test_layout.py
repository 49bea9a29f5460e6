# SPDX-License-Identifier: Apache-2.0
"""Does every type of page fit every width without scrolling sideways, with targets that a finger hits?"""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.visitor import Visitor

WIDTHS = (320, 360, 768, 1280)
FINGER = 24  # CSS pixels: WCAG 2.2, 2.5.8
# Links inside a sentence are as high as its lines; all other targets are measured.
TARGETS = """() => [...document.querySelectorAll("a[href], button, input, summary")]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 0)
  .filter(e => getComputedStyle(e).display !== "inline"
    || e.parentElement.textContent.trim() === e.textContent.trim())
  .map(e => ({ name: e.textContent.trim() || e.name, ...e.getBoundingClientRect().toJSON() }))"""


def width_needed(page: Page) -> int:
    needed: int = page.evaluate("document.documentElement.scrollWidth")
    return needed


def small_targets(page: Page) -> list[str]:
    targets: list[dict[str, Any]] = page.evaluate(TARGETS)
    assert len(targets) > 10
    return [str(t) for t in targets if t["height"] < FINGER or t["width"] < FINGER]


@pytest.mark.parametrize("letters", ["normal", "large"])
def test_every_type_of_page_fits_every_width_and_has_targets_that_a_finger_hits(
    letters: str, page_at: Visitor, real: str, real_types: dict[str, str], subtests: pytest.Subtests
) -> None:
    page = page_at(real)
    if letters == "large":
        page.get_by_role("button", name="大字版").click()
    for kind, address in real_types.items():
        with subtests.test(kind):
            page.goto(address)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert width_needed(page) <= width
            page.set_viewport_size({"width": 360, "height": 800})
            assert small_targets(page) == []


def test_a_page_with_something_too_wide_is_seen_to_be_so(page_at: Visitor, real: str) -> None:
    page = page_at(real, width=360)
    page.locator("h1").evaluate("h1 => h1.insertAdjacentHTML('beforeend', '<br><img width=400 alt=\"\">')")

    assert width_needed(page) > 360


@pytest.mark.parametrize("letters", ["normal", "large"])
def test_the_navigation_of_a_phone_stands_in_one_line_with_targets_for_a_thumb(
    letters: str, page_at: Visitor, real: str
) -> None:
    page = page_at(real, width=360)
    if letters == "large":
        page.get_by_role("button", name="大字版").click()

    boxes = [
        link.bounding_box()
        for link in page.get_by_role("navigation", name="主导航").get_by_role("link").all()
    ]

    assert len(boxes) == 6
    assert len({box["y"] for box in boxes if box}) == 1
    assert min(box["height"] for box in boxes if box) >= 44


def test_a_long_name_without_a_place_to_break_is_broken(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", width=320)
    page.locator("h1").evaluate("(h1, name) => { h1.textContent = name; }", "Platform" * 12)

    assert width_needed(page) <= 320
