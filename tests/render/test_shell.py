# SPDX-License-Identifier: Apache-2.0
"""Is every page poured into the shell as it must be: way up, policy, head, title?"""

import base64
import hashlib
import posixpath
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.page import NOT_FOUND, Page, Shell, depth, site_root, way_up
from tests.render.workshop import Reading, built_pages, read

HTML = """<!doctype html>
<html lang="zh" class="no-js">


<head><meta http-equiv="Content-Security-Policy" content="@csp@">
<!--slot:head-->
<script src="../assets/scripts/display.js"></script>
<script>one = 1

two = 2</script>
<!--slot:styles-->
<title>@title@</title></head>
<body><a href="../registry/">查询</a>
<!--prose {"title": "shell", "description": ""}-->
<p>shell</p>
<!--/prose-->
</body></html>
"""
A_CLASS = re.compile(r"\.([a-z][a-z0-9_-]*)")
A_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ADDRESSES = st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True), max_size=6).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


def shell(html: str = HTML, site_url: str | None = None) -> Shell:
    return Shell(html, "样例名录", site_url)


def page(address: str = "guides/yangli/", **changes: Any) -> Page:
    fields: dict[str, Any] = {"title": "样例", "description": "虚构", "body": "<h1>样例</h1>"}
    return Page(address, **(fields | changes))


def poured(address: str = "guides/yangli/", *, site_url: str | None = None, **changes: Any) -> Reading:
    return read(shell(site_url=site_url).pour(page(address, **changes)).content)


def metas(reading: Reading) -> dict[str, str]:
    return {
        e.attributes["name"]: e.attributes["content"] for e in reading.all("meta") if "name" in e.attributes
    }


def policy_of(reading: Reading) -> str:
    (found,) = (e for e in reading.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")
    return found.attributes["content"]


def hashes_in(policy: str) -> set[str]:
    return set(re.findall("'sha256-([^']+)'", policy))


def hashes_of(reading: Reading) -> set[str]:
    """Of the scripts that a browser runs: a block of JSON-LD is data, and needs no leave."""
    inline = [e.text for e in reading.all("script") if not {"src", "type"} & e.attributes.keys()]
    return {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}


@given(ADDRESSES)
def test_the_way_up_leads_from_every_depth_to_the_root(address: str) -> None:
    assert posixpath.normpath(posixpath.join("/", address, way_up(address))) == "/"
    assert depth(address) == len([part for part in address.split("/") if part])


@given(ADDRESSES)
def test_the_links_of_the_shell_are_corrected_for_the_depth(address: str) -> None:
    (link,) = poured(address).all("a")

    assert posixpath.normpath(posixpath.join("/", address, link.attributes["href"])) == "/registry"


def test_a_page_becomes_the_index_of_its_folder() -> None:
    assert shell().pour(page("guides/yangli/")).path == "guides/yangli/index.html"
    assert shell().pour(page("")).path == "index.html"
    assert shell().pour(page(NOT_FOUND)).path == NOT_FOUND


def test_links_in_the_body_are_left_as_they_are() -> None:
    assert '<a href="../x/">' in shell().pour(page("a/b/", body='<a href="../x/">x</a>')).content.decode()


def test_the_policy_allows_the_inline_scripts_even_after_blank_lines_are_dropped() -> None:
    reading = poured()

    assert hashes_in(policy_of(reading)) == hashes_of(reading) != set()


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_the_policy_of_every_built_page_names_exactly_its_inline_scripts(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)

    for path, reading in built_pages(site):
        assert hashes_in(policy_of(reading)) == hashes_of(reading), path


def test_the_policy_allows_nothing_foreign_and_nothing_unsafe(real_built: Path) -> None:
    for path, reading in built_pages(real_built):
        policy = policy_of(reading)
        assert "default-src 'none'" in policy, path
        assert policy.count("unsafe") == policy.count("'wasm-unsafe-eval'") == 1, path
        assert "//" not in policy, path
        assert "*" not in policy, path


def test_no_built_page_has_styles_or_handlers_that_the_policy_would_block(real_built: Path) -> None:
    for path, reading in built_pages(real_built):
        assert reading.all("style") == [], path
        named = {name for element in reading.elements for name in element.attributes}
        assert {name for name in named if name == "style" or name.startswith("on")} == set(), path


def test_a_page_brings_its_own_sheets_in_order() -> None:
    links = poured(styles=("compare.css", "forms.css")).all("link")

    assert [link.attributes["href"] for link in links] == [
        "../../assets/brand/compare.css",
        "../../assets/brand/forms.css",
    ]


def test_every_page_links_the_sheets_that_its_classes_need(real_built: Path) -> None:
    sheets = {
        path.name: set(A_CLASS.findall(A_COMMENT.sub("", path.read_text(encoding="utf-8"))))
        for path in (real_built / "assets/brand").glob("*.css")
    }
    missed = set()
    for path, reading in built_pages(real_built):
        linked = {Path(e.attributes.get("href", "")).name for e in reading.all("link")}
        known = {name for sheet in linked & set(sheets) for name in sheets[sheet]}
        used = {name for e in reading.elements for name in e.attributes.get("class", "").split()}
        missed |= {(path, sheet) for sheet, names in sheets.items() if used & (names - known)}
    assert missed == set()


def test_the_policy_stands_before_anything_that_is_loaded(real_built: Path) -> None:
    for path, reading in built_pages(real_built):
        tags = [
            e.tag for e in reading.elements if "http-equiv" in e.attributes or e.tag in {"script", "link"}
        ]
        assert tags[0] == "meta", path


def test_a_canonical_address_is_given_where_the_site_knows_its_own() -> None:
    links = poured(site_url="https://registry.example/names/").all("link")

    assert [(e.attributes["rel"], e.attributes["href"]) for e in links] == [
        ("canonical", "https://registry.example/names/guides/yangli/")
    ]


def test_no_canonical_address_is_given_where_the_site_does_not_know_its_own() -> None:
    assert poured(site_url=None).all("link") == []


def test_the_page_for_missing_addresses_has_no_canonical_address() -> None:
    assert poured(NOT_FOUND, site_url="https://registry.example/names/").all("link") == []


@pytest.mark.parametrize(
    ("site_url", "root"), [(None, "/"), ("https://r.example/", "/"), ("https://r.example/names/", "/names/")]
)
def test_the_page_for_missing_addresses_has_absolute_addresses(site_url: str | None, root: str) -> None:
    reading = poured(NOT_FOUND, site_url=site_url)

    assert site_root(site_url) == root
    assert [e.attributes["href"] for e in reading.all("a")] == [f"{root}registry/"]
    assert reading.all("script")[0].attributes["src"] == f"{root}assets/scripts/display.js"


def test_every_address_of_the_built_page_for_missing_addresses_is_absolute(tiny_built: Path) -> None:
    reading = read((tiny_built / NOT_FOUND).read_bytes())
    found = [e.attributes[name] for e in reading.elements for name in ("href", "src") if name in e.attributes]

    assert {address for address in found if not address.startswith(("/names/", "#"))} == set()
    assert len(found) > 10


def test_titles_and_descriptions_are_escaped() -> None:
    hostile = '"><script>alert(1)</script>'
    reading = poured(title=hostile, description=hostile)

    assert reading.all("title")[0].text == f"{hostile} - 样例名录"
    assert metas(reading)["description"] == hostile
    assert len(reading.all("script")) == 2


def test_a_title_that_looks_like_a_slot_stays_a_title() -> None:
    title = "@csp@ @title@ <!--slot:head--> <!--slot:styles-->"

    assert poured(title=title).all("title")[0].text == f"{title} - 样例名录"


def test_the_home_page_is_titled_with_the_name_of_the_site_alone() -> None:
    assert poured("", title="样例名录").all("title")[0].text == "样例名录"


def test_a_page_says_when_it_changes_next() -> None:
    assert metas(poured(next_change=date(2024, 5, 6)))["registry:next-change"] == "2024-05-06"


def test_a_page_that_never_changes_names_no_next_change() -> None:
    assert "registry:next-change" not in metas(poured(next_change=None))


def test_every_built_page_has_one_place_for_the_day_of_the_data_and_a_way_to_it(real_built: Path) -> None:
    for path, reading in built_pages(real_built):
        assert len([e for e in reading.elements if "data-as-of" in e.attributes]) == 1, path
        assert any(e.attributes["href"].endswith("/data/") for e in reading.all("a")), path


def test_the_body_is_set_into_the_shell_in_place_of_that_of_the_engine() -> None:
    content = shell().pour(page(body=r"<h1>样例</h1>\1 \g<0>")).content.decode()

    assert r'<body><a href="../../registry/">查询</a>' + "\n" + r"<h1>样例</h1>\1 \g<0>" in content
    assert "shell" not in content
    assert content.endswith("</body></html>\n")


def test_scripts_and_data_of_a_page_are_found_from_its_depth() -> None:
    reading = poured("a/b/", scripts=("lookup.js",), data="api/v1/index.json")

    assert "../../assets/scripts/lookup.js" in [e.attributes.get("src") for e in reading.all("script")]
    (alternate,) = (e for e in reading.all("link") if e.attributes["rel"] == "alternate")
    assert alternate.attributes["href"] == "../../api/v1/index.json"


def test_every_page_says_that_it_is_in_simplified_chinese(real_built: Path) -> None:
    assert {reading.all("html")[0].attributes["lang"] for _, reading in built_pages(real_built)} == {"zh-CN"}


def test_a_shell_without_a_slot_for_the_body_is_refused() -> None:
    with pytest.raises(ValueError, match="no slot"):
        shell("<html></html>").pour(page())
