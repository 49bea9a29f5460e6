# SPDX-License-Identifier: Apache-2.0
"""Is every kind of broken link found, and no good one taken for broken?"""

from pathlib import Path

import pytest

from generator.render.links import broken_links

PAGES = {
    "index.html": b'<p id="top"></p>',
    "a/index.html": "<h2 id='no'></h2><h2 id=\"一\"></h2>".encode(),
    "a/b/index.html": b"",
    "404.html": b"",
    "data/x.csv": b"x",
    "assets/a b.png": b"png",
}


def found(page: str, html: str, root: str = "/") -> list[str]:
    return list(broken_links(PAGES | {page: PAGES.get(page, b"") + html.encode()}, root))


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.html", "./"),
        ("index.html", "a/"),
        ("index.html", "./a/b/"),
        ("index.html", "data/x.csv"),
        ("index.html", "#top"),
        ("index.html", "?q=x"),
        ("index.html", ""),
        ("a/b/index.html", "../../"),
        ("a/b/index.html", "../.."),
        ("a/b/index.html", ".."),
        ("a/b/index.html", "."),
        ("a/b/index.html", "../"),
        ("a/b/index.html", "../#一"),
        ("a/b/index.html", "../#%E4%B8%80"),
        ("a/b/index.html", "../../assets/a%20b.png"),
        ("a/b/index.html", "../index.html"),
        ("a/b/index.html", "../../data/x.csv?v=1"),
        ("a/b/index.html", "/a/"),
        ("404.html", "/a/#一"),
        ("404.html", "/"),
        ("index.html", "https://example.org/anything"),
        ("index.html", "mailto:a@example.org"),
        ("index.html", "tel:0990-5550100"),
        ("index.html", "//example.org/x"),
    ],
)
def test_good_links_pass(page: str, link: str) -> None:
    assert found(page, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.html", "missing/"),
        ("index.html", "a"),
        ("index.html", "data/"),
        ("index.html", "data/y.csv"),
        ("index.html", "../a/"),
        ("index.html", "/missing/"),
        ("a/b/index.html", "a/"),
        ("a/b/index.html", "../../../a/"),
        ("a/index.html", "b"),
        ("index.html", "missing.md"),
    ],
)
def test_a_link_to_a_file_that_is_not_there_is_told_with_its_page(page: str, link: str) -> None:
    (told,) = found(page, f'<a href="{link}">x</a>')

    assert told.startswith(f"{page}：链接 {link} ")
    assert "页面不存在" in told


@pytest.mark.parametrize("link", ["#missing", "../#no-such", "data/x.csv#row"])
def test_a_link_to_an_anchor_that_is_not_there_is_told(link: str) -> None:
    page = "a/b/index.html" if link.startswith("..") else "index.html"
    (told,) = found(page, f'<a href="{link}">x</a>')

    assert "所指的标题" in told


def test_a_relative_link_on_the_page_for_missing_addresses_is_broken_everywhere() -> None:
    assert len(found("404.html", '<a href="a/">x</a>')) == 1
    assert len(found("404.html", '<a href="./">x</a>')) == 1


def test_below_a_sub_path_absolute_links_must_stay_below_it() -> None:
    assert found("404.html", '<a href="/names/a/">x</a>', "/names/") == []
    assert len(found("404.html", '<a href="/a/">x</a>', "/names/")) == 1
    assert len(found("404.html", '<a href="/">x</a>', "/names/")) == 1


@pytest.mark.parametrize(
    "tag", ['<img src="no.png">', '<script src="no.js">', '<form action="no/">', '<link href="no.css">']
)
def test_pictures_scripts_styles_and_forms_are_links_too(tag: str) -> None:
    assert len(found("index.html", tag)) == 1


def test_a_picture_from_another_host_is_told_for_readers_would_not_see_it() -> None:
    (told,) = found("index.html", '<img src="https://foreign.example/a.png">')

    assert "foreign.example" in told
    assert len(found("index.html", '<img src="//foreign.example/a.png">')) == 1


def test_a_picture_inside_the_page_needs_no_file() -> None:
    assert found("index.html", '<img src="data:image/png;base64,AAAA">') == []


def test_a_link_that_stands_twice_on_a_page_is_told_once() -> None:
    assert len(found("index.html", '<a href="no/">x</a><a href="no/">y</a>')) == 1


def test_escaped_characters_in_links_are_read_as_browsers_read_them() -> None:
    assert found("index.html", '<a href="data/x.csv?a=1&amp;b=2">x</a>') == []


def test_other_attributes_are_not_links() -> None:
    assert found("index.html", '<p data-href="no/" title="x">x</p>') == []


@pytest.mark.parametrize(("fixture", "root"), [("tiny_built", "/names/"), ("real_built", "/")])
def test_no_link_of_a_built_site_is_broken(fixture: str, root: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(fixture)
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }

    assert list(broken_links(files, root)) == []
    assert len(list(broken_links({p: c for p, c in files.items() if p != "about/index.html"}, root))) > 5
