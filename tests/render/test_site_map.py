# SPDX-License-Identifier: Apache-2.0
"""Do search engines find every page once, and only where the site knows its own address?"""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.render.page import Page
from generator.render.site_map import site_map
from tests.builders import tiny_site

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def made(site_url: str | None, *addresses: str) -> dict[str, bytes]:
    settings = tiny_site().settings.model_copy(update={"site_url": site_url})
    pages = [Page(address, "样例", "", "") for address in addresses]
    return {file.path: file.content for file in site_map(pages, settings)}


def locations(content: bytes) -> list[str | None]:
    return [element.text for element in ET.fromstring(content).iter(f"{NAMESPACE}loc")]


def test_without_an_address_there_is_no_map() -> None:
    assert made(None, "", "a/") == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_with_an_address_every_page_is_named_in_full() -> None:
    files = made("https://r.example/names/", "", "a/")

    assert locations(files["sitemap.xml"]) == ["https://r.example/names/", "https://r.example/names/a/"]
    assert b"Sitemap: https://r.example/names/sitemap.xml\n" in files["robots.txt"]


def test_the_page_for_missing_addresses_is_not_offered() -> None:
    assert locations(made("https://r.example/", "404.html")["sitemap.xml"]) == []


@pytest.mark.parametrize("hostile", ["a&b/", "a<b>/"])
def test_addresses_are_escaped(hostile: str) -> None:
    assert locations(made("https://r.example/", hostile)["sitemap.xml"]) == [f"https://r.example/{hostile}"]


def test_the_map_of_a_built_site_names_every_page_once(tiny_built: Path) -> None:
    pages = [path.relative_to(tiny_built).as_posix() for path in tiny_built.rglob("index.html")]
    expected = sorted(f"https://registry.example/names/{page.removesuffix('index.html')}" for page in pages)

    assert sorted(map(str, locations((tiny_built / "sitemap.xml").read_bytes()))) == expected


def test_a_site_without_an_address_is_still_open_to_search_engines(real_built: Path) -> None:
    assert (real_built / "robots.txt").is_file()
    assert not (real_built / "sitemap.xml").exists()
