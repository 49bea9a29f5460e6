# SPDX-License-Identifier: Apache-2.0
"""Does axe find nothing on any type of page: on a phone and on a desk, light and dark, small and large?"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.moments import moment
from tests.browser.visitor import Scheme, Visitor

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}
View = tuple[Scheme, int]
# Every two of size of letters, scheme and width come together once.
VIEWS: dict[str, tuple[View, ...]] = {
    "normal": (("light", 360), ("dark", 1280)),
    "large": (("dark", 360), ("light", 1280)),
}
SETTLED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all(document.getAnimations().map(animation => animation.finished));
}"""


def violations(page: Page) -> list[str]:
    """What axe finds, once colours have stopped changing."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = page.evaluate("options => axe.run(document, options)", OPTIONS)[
        "violations"
    ]
    return [
        f"{rule['id']}: {node['html']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


def seen(page: Page, letters: str = "normal") -> list[str]:
    """What axe finds in either scheme, on a phone and on a desk."""
    found = []
    for scheme, width in VIEWS[letters]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{scheme} {width}: {violation}" for violation in violations(page)]
    return found


@pytest.mark.parametrize("letters", VIEWS)
def test_axe_finds_nothing_on_any_type_of_page(
    letters: str, page_at: Visitor, real: str, real_types: dict[str, str], subtests: pytest.Subtests
) -> None:
    page = page_at(real, at=moment("2026-11-22"))
    if letters == "large":
        page.get_by_role("button", name="大字版").click()
    for kind, address in real_types.items():
        with subtests.test(kind):
            page.goto(address)
            expect(page.locator("html")).to_have_attribute("data-text", letters)
            expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
            assert seen(page, letters) == []


def test_axe_finds_nothing_on_results_of_a_search_nor_where_nothing_was_found(
    page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}registry/?q=服务", at=moment("2026-11-22"))
    expect(page.get_by_role("list", name="查询结果").get_by_role("listitem").first).to_be_visible()
    assert seen(page) == []

    page.goto(f"{real}registry/?q=不存在的名称")
    expect(page.get_by_role("status").filter(has_text="没有找到")).to_be_visible()
    assert seen(page) == []


def test_axe_finds_nothing_on_pages_with_a_notice_line(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/?on=2026-04-01", at=moment("2024-01-02"))
    assert seen(page) == []

    page.goto(f"{tiny}registry/yangli/?on=2022-04-01")
    assert seen(page) == []


def test_axe_finds_what_is_wrong_where_something_is(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, at=moment("2024-01-02"))
    page.locator("h1").evaluate("h1 => { h1.outerHTML = '<img src=\"assets/brand/seal.svg\">'; }")

    assert {found.split(":")[0] for found in violations(page)} >= {"image-alt", "page-has-heading-one"}
