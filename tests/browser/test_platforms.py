# SPDX-License-Identifier: Apache-2.0
"""Does the page of a platform carry a code that a telephone reads, fit on one sheet, and offer its badge?"""

import io
import json
import re
from itertools import pairwise
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.moments import moment
from tests.browser.visitor import Visitor

TODAY = moment("2024-01-02")
MODULES = "async ([script, text]) => (await import(script)).qrModules(text)"
ROOM = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]  # bytes, by version, at level M (ISO/IEC 18004, table 7)
LENGTHS = sorted({1, 2, 40, 100, 200, *ROOM, *(length + 1 for length in ROOM[:-1])})
PAGES = re.compile(rb"/Type\s*/Page\b")


def read_code(picture: Image.Image) -> str:
    """The text of the one code on a picture, which corrects as many errors as level M does."""
    (found,) = zxingcpp.read_barcodes(picture)
    assert (found.format, found.ec_level) == (zxingcpp.BarcodeFormat.QRCode, "M")
    return found.text


def drawn(modules: list[list[bool]], scale: int = 4, quiet: int = 4) -> Image.Image:
    """A code as a picture."""
    size = len(modules) + 2 * quiet
    picture = Image.new("L", (size, size), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            picture.putpixel((x + quiet, y + quiet), 0 if dark else 255)
    return picture.resize((size * scale, size * scale), Image.Resampling.NEAREST)


def modules_of(page: Page, text: str) -> Any:
    return page.evaluate(MODULES, ["/names/assets/scripts/qr.js", text])


@pytest.fixture
def platform(page_at: Visitor, tiny: str) -> Page:
    return page_at(f"{tiny}registry/yangli-0001/", at=TODAY)


def test_codes_of_addresses_of_every_length_are_read_back(platform: Page) -> None:
    for length in LENGTHS:
        text = ("https://registry.example/" + "abc/d-0" * 40)[:length]
        modules = modules_of(platform, text)

        assert read_code(drawn(modules)) == text, length
        assert len(modules) == 17 + 4 * (1 + sum(length > room for room in ROOM)), length


@pytest.mark.parametrize("text", ["https://例子.example/名录/", "é" * 50, "0" * 60, "~" * 61, "\\\"<>&'"])
def test_codes_of_other_texts_are_read_back(text: str, platform: Page) -> None:
    assert read_code(drawn(modules_of(platform, text))) == text


def test_a_damaged_code_is_still_read(platform: Page) -> None:
    text = "https://registry.example/names/registry/yangli-0001/"
    modules = modules_of(platform, text)
    middle = len(modules) // 2
    for y in range(middle, middle + 4):
        for x in range(middle, middle + 5):
            modules[y][x] = not modules[y][x]

    assert read_code(drawn(modules)) == text


def test_a_text_that_is_too_long_has_no_code(platform: Page) -> None:
    assert modules_of(platform, "a" * (ROOM[-1] + 1)) is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_code_on_the_page_leads_to_the_page(width: int, scheme: Any, page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=TODAY, width=width, scheme=scheme)
    code = page.get_by_role("img", name="本页网址的二维码")

    expect(code).to_be_visible()
    picture = Image.open(io.BytesIO(code.screenshot())).convert("L")
    assert read_code(picture) == "https://registry.example/names/registry/yangli-0001/"


def test_where_no_address_is_set_the_code_leads_to_where_the_page_stands(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}registry/national-0007/?on=2020-01-01#facts", at=TODAY)
    picture = Image.open(io.BytesIO(page.get_by_role("img", name="本页网址的二维码").screenshot())).convert(
        "L"
    )

    assert read_code(picture) == f"{real}registry/national-0007/"
    expect(page.get_by_text(f"{real}registry/national-0007/", exact=True)).to_be_visible()


def test_the_code_is_printed_dark_on_white(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=TODAY, scheme="dark")
    page.emulate_media(media="print")
    picture = Image.open(io.BytesIO(page.get_by_role("img", name="本页网址的二维码").screenshot())).convert(
        "L"
    )

    assert read_code(picture).endswith("/registry/yangli-0001/")
    assert picture.getpixel((2, 2)) == 255


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ("tiny", "registry/yangli-0001/"),
        ("tiny", "registry/yangli-0002/"),
        ("tiny", "registry/yangli-0003/"),
        ("real", "registry/national-0001/"),
        ("real", "registry/national-0007/"),
    ],
)
def test_a_page_is_printed_on_one_sheet(
    site: str, address: str, page_at: Visitor, request: pytest.FixtureRequest
) -> None:
    page = page_at(request.getfixturevalue(site) + address, at=TODAY)

    assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_on_paper_the_code_stands_beside_the_name_and_covers_nothing(platform: Page) -> None:
    platform.emulate_media(media="print")
    code = platform.locator("[data-qr]").bounding_box()
    name = platform.locator("h1").bounding_box()
    line = platform.locator(".timeline").bounding_box()

    assert code is not None
    assert name is not None
    assert line is not None
    assert code["x"] >= name["x"] + name["width"]
    assert code["y"] + code["height"] <= line["y"]


def test_the_badge_and_its_snippet_are_offered_and_can_be_copied(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=TODAY)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("在别的网站上展示").click()
    snippet = page.locator(".snippet code").inner_text()

    assert snippet == (
        '<a href="https://registry.example/names/registry/yangli-0001/">'
        '<img width="340" height="92" src="https://registry.example/names/registry/yangli-0001/badge.svg" '
        'alt="样例甲服务中心的认定记录"></a>'
    )
    page.get_by_role("button", name="复制代码").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == snippet


def test_the_badge_is_shown_in_its_full_size(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=TODAY)
    page.get_by_text("在别的网站上展示").click()
    badge = page.locator("img.badge")
    badge.scroll_into_view_if_needed()

    expect(badge).to_have_js_property("complete", value=True)
    assert badge.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [340, 92]


@pytest.mark.parametrize("site", ["tiny", "real"])
def test_without_script_there_is_no_code_and_everything_else(
    site: str, page_at: Visitor, request: pytest.FixtureRequest
) -> None:
    id_ = "yangli-0001" if site == "tiny" else "national-0007"
    page = page_at(f"{request.getfixturevalue(site)}registry/{id_}/", script=False)
    headings = page.get_by_role("heading").all_inner_texts()

    expect(page.locator("[data-qr]")).to_be_hidden()
    expect(page.locator("[data-embed]")).to_be_hidden()
    assert {"历次有效期间", "基本情况", "涉及的文件", "尚不清楚的", "引用本页"} <= set(headings)
    expect(page.locator("[data-address]")).to_be_visible(visible=site == "tiny")


def test_structured_data_is_read_and_never_run(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/yangli-0001/", at=TODAY)  # a violation of the policy is a complaint
    facts = json.loads(page.locator('script[type="application/ld+json"]').inner_text())

    assert facts["name"] == "样例甲服务中心"
    assert all(one["expires"] < two["validFrom"] for one, two in pairwise(facts["hasCertification"]))
