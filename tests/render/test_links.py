# SPDX-License-Identifier: Apache-2.0
"""Is every kind of broken link found, and no good one taken for broken?"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.base.output_file import OutputFile
from generator.render.links import Links, anchors_of, broken, links_of

PAGES = {
    "index.html": b'<p id="top"></p>',
    "a/index.html": '<h2 id=\'no\'></h2><h2 id="一"></h2><h2 id="a&amp;b"></h2>'.encode(),
    "a/b/index.html": b"",
    "404.html": b"",
    "data/x.csv": b"x",
    "assets/a b.png": b"png",
}


def links_in(contents: Mapping[str, bytes], root: str = "/") -> Links:
    """The links of a part of the site."""
    return links_of([OutputFile(*item) for item in contents.items()], root)


def told(contents: Mapping[str, bytes], parts: Iterable[Iterable[str]], root: str) -> list[str]:
    """Everything that is wrong with the links of a site that is made in these parts."""
    found = [links_in({path: contents[path] for path in part}, root) for part in parts]
    outward = {target: page for links in found for target, page in links.outward.items()}
    problems = [problem for links in found for problem in links.problems]
    return problems + list(broken(outward, contents, lambda path: anchors_of(contents[path])))


def found(page: str, html: str, root: str = "/") -> list[str]:
    """What is told of a page; it is the same whether the others are in its part or in parts of their own."""
    contents = PAGES | {page: PAGES.get(page, b"") + html.encode()}
    together, apart = told(contents, [contents], root), told(contents, [[path] for path in contents], root)
    assert together == apart
    return together


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
        ("a/b/index.html", "../#answers=for&a=script"),
        ("a/b/index.html", "../../a/#一"),
        ("a/b/index.html", "../#a&amp;b"),
        ("a/b/index.html", "../#a%26b"),
        ("a/b/index.html", "../../assets/a%20b.png"),
        ("a/b/index.html", "../index.html"),
        ("a/b/index.html", "../../data/x.csv?v=1"),
        ("a/b/index.html", "/a/"),
        ("404.html", "/a/#一"),
        ("404.html", "/"),
        ("404.html", ""),
        ("404.html", "?q=x"),
        ("index.html", "https://example.org/anything"),
        ("index.html", "mailto:a@example.org"),
        ("index.html", "tel:0990-5550100"),
        ("index.html", "//example.org/x"),
    ],
)
def test_good_links_pass(page: str, link: str) -> None:
    assert found(page, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("page", "link", "goal"),
    [
        ("index.html", "missing/", "/missing/"),
        ("index.html", "a", "/a"),
        ("index.html", "data/", "/data/"),
        ("index.html", "data/y.csv", "/data/y.csv"),
        ("index.html", "../a/", "/../a/"),
        ("index.html", "/missing/", "/missing/"),
        ("a/b/index.html", "a/", "/a/b/a/"),
        ("a/b/index.html", "../../missing/", "/missing/"),
        ("a/b/index.html", "../../../a/", "/../a/"),
        ("a/index.html", "b", "/a/b"),
        ("index.html", "missing.md", "/missing.md"),
    ],
)
def test_a_link_to_a_file_that_is_not_there_is_told_with_its_page(page: str, link: str, goal: str) -> None:
    assert found(page, f'<a href="{link}">x</a>') == [f"{page}：链接所指的 {goal} 不存在"]


@pytest.mark.parametrize(
    ("link", "goal"),
    [
        ("#missing", "标题 #missing 在 /"),
        ("../#no-such", "标题 #no-such 在 /a/"),
        ("../../a/#a", "标题 #a 在 /a/"),
        ("data/x.csv#row", "标题 #row 在 /data/x.csv"),
    ],
)
def test_a_link_to_an_anchor_that_is_not_there_is_told(link: str, goal: str) -> None:
    page = "a/b/index.html" if link.startswith("..") else "index.html"

    assert found(page, f'<a href="{link}">x</a>') == [f"{page}：链接所指的{goal} 里不存在"]


@pytest.mark.parametrize("link", ["a/", "./", ".", "data/x.csv", "../a/"])
def test_a_relative_link_on_the_page_for_missing_addresses_is_broken_everywhere(link: str) -> None:
    assert found("404.html", f'<a href="{link}">x</a>') == [
        f"404.html：这一页在任何网址上都可能显示，链接 {link} 要从网站的根目录写起"
    ]


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


def test_a_broken_link_of_many_pages_is_told_once_with_the_first_of_them() -> None:
    html = b'<a href="../no/">x</a>'

    assert told({"b/index.html": html, "a/index.html": html}, [["b/index.html", "a/index.html"]], "/") == [
        "b/index.html：链接所指的 /no/ 不存在"
    ]


def test_a_link_that_climbs_to_the_root_means_the_same_on_every_page_of_a_depth() -> None:
    html = b'<a href="../a/">x</a><a href="here/">y</a>'
    links = links_in({"b/index.html": html, "c/index.html": html})

    assert links.outward == {
        "a/index.html": "b/index.html",
        "b/here/index.html": "b/index.html",
        "c/here/index.html": "c/index.html",
    }


def test_only_what_leads_out_of_a_part_is_left_to_be_compared_with_the_others_in_order() -> None:
    html = '<p id="y"></p><a href="#y">1</a><a href="z/#q">2</a><a href="../a/#一">3</a><a href="z/">4</a>'
    links = links_in({"x/index.html": html.encode(), "x/z/index.html": b""})

    assert (list(links.outward), links.problems) == (["a/index.html#一", "x/z/index.html#q"], [])


def test_links_in_files_that_are_no_pages_are_not_followed() -> None:
    assert links_in({"a.svg": b'<a href="no/"/>'}).outward == {}


def test_escaped_characters_in_links_are_read_as_browsers_read_them() -> None:
    assert found("index.html", '<a href="data/x.csv?a=1&amp;b=2">x</a>') == []


def test_other_attributes_are_not_links() -> None:
    assert found("index.html", '<p data-href="no/" title="x">x</p>') == []


@pytest.mark.parametrize(("fixture", "root"), [("tiny_built", "/names/"), ("real_built", "/")])
def test_no_link_of_a_built_site_is_broken(fixture: str, root: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(fixture)
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() if path.suffix == ".html" else b""
        for path in site.rglob("*")
        if path.is_file()
    }
    without = {path: content for path, content in files.items() if path != "about/index.html"}

    assert told(files, [files], root) == []
    assert [line.partition("：")[2] for line in told(without, [without], root)] == [
        "链接所指的 /about/ 不存在"
    ]
