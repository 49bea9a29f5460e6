# SPDX-License-Identifier: Apache-2.0
"""Do search engines find every page once, and only where the site knows its own address?"""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.render import site_map as module
from generator.render.site_map import site_map
from tests.builders import tiny_site

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def made(site_url: str | None, *paths: str) -> dict[str, bytes]:
    settings = tiny_site().settings.model_copy(update={"site_url": site_url})
    return {file.path: file.content for file in site_map(paths, settings)}


def locations(content: bytes) -> list[str | None]:
    return [element.text for element in ET.fromstring(content).iter(f"{NAMESPACE}loc")]


def test_without_an_address_there_is_no_map() -> None:
    assert made(None, "index.html", "a/index.html") == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_a_preview_is_closed_to_search_engines_even_with_an_address() -> None:
    settings = tiny_site().settings
    assert settings.site_url is not None

    (robots,) = site_map(["index.html"], settings, is_preview=True)

    assert (robots.path, robots.content) == ("robots.txt", b"User-agent: *\nDisallow: /\n")


def test_with_an_address_every_page_is_named_in_full() -> None:
    files = made("https://r.example/names/", "a/index.html", "index.html")

    assert locations(files["sitemap.xml"]) == ["https://r.example/names/", "https://r.example/names/a/"]
    assert b"Sitemap: https://r.example/names/sitemap.xml\n" in files["robots.txt"]


def test_the_page_for_missing_addresses_is_not_offered() -> None:
    assert locations(made("https://r.example/", "404.html")["sitemap.xml"]) == []


def test_only_pages_are_named_and_no_other_files() -> None:
    files = made("https://r.example/", "a/index.html", "data/x.csv", "api/v1/index.json", "b/no-index.html")

    assert locations(files["sitemap.xml"]) == ["https://r.example/a/"]


@pytest.mark.parametrize("hostile", ["a&b/", "a<b>/"])
def test_addresses_are_escaped(hostile: str) -> None:
    files = made("https://r.example/", f"{hostile}index.html")

    assert locations(files["sitemap.xml"]) == [f"https://r.example/{hostile}"]


@pytest.mark.parametrize(("count", "sheets"), [(1, 0), (3, 0), (4, 2), (6, 2), (7, 3)])
def test_more_pages_than_a_sheet_may_name_are_spread_over_sheets(
    count: int, sheets: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ON_A_SHEET", 3)
    files = made("https://r.example/a&b/", *[f"{number}/index.html" for number in range(count)])
    names = [f"sitemap-{number}.xml" for number in range(1, sheets + 1)]
    listed = [files[name] for name in names] or [files["sitemap.xml"]]
    root = "sitemapindex" if sheets else "urlset"

    assert set(files) == {"robots.txt", "sitemap.xml", *names}
    assert ET.fromstring(files["sitemap.xml"]).tag == f"{NAMESPACE}{root}"
    assert {ET.fromstring(sheet).tag for sheet in listed} == {f"{NAMESPACE}urlset"}
    assert all(len(locations(sheet)) <= 3 for sheet in listed)
    assert [at for sheet in listed for at in locations(sheet)] == [
        f"https://r.example/a&b/{number}/" for number in range(count)
    ]
    if sheets:
        assert locations(files["sitemap.xml"]) == [f"https://r.example/a&b/{name}" for name in names]
    assert files["robots.txt"].endswith(b"\nSitemap: https://r.example/a&b/sitemap.xml\n")


def test_a_sheet_names_as_many_pages_as_the_protocol_allows() -> None:
    assert module.ON_A_SHEET == 50_000


def test_the_map_of_a_built_site_names_every_page_once(tiny_built: Path) -> None:
    pages = [path.relative_to(tiny_built).as_posix() for path in tiny_built.rglob("index.html")]
    expected = sorted(f"https://registry.example/names/{page.removesuffix('index.html')}" for page in pages)

    assert sorted(map(str, locations((tiny_built / "sitemap.xml").read_bytes()))) == expected


def test_a_site_without_an_address_is_still_open_to_search_engines(real_built: Path) -> None:
    assert (real_built / "robots.txt").is_file()
    assert not (real_built / "sitemap.xml").exists()
