# SPDX-License-Identifier: Apache-2.0
"""Does an address from which a page has moved lead on, without script, and is it told to servers?"""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import pipeline
from generator.model.redirect import Redirect
from generator.render.redirects import redirect_files
from generator.render.studio import studio
from tests import builders
from tests.builders import TINY_DAY

OLD, NEW = "registry/yangli-0009/", "registry/yangli-0001/"
MOVED = Redirect.model_validate({"from": OLD, "to": NEW, "since": date(2024, 1, 2), "reason": "两条<合并>"})


def files(*moved: Redirect, site_url: str | None = None) -> dict[str, str]:
    known = builders.register()
    settings = known.site.settings.model_copy(update={"site_url": site_url})
    known = replace(known, site=replace(known.site, redirects=moved, settings=settings))
    return {file.path: file.content.decode() for file in redirect_files(studio(known, {}, None))}


def test_the_page_leads_on_without_script_and_says_why() -> None:
    page = files(MOVED)[f"{OLD}index.html"]

    assert '<html lang="zh-CN">' in page
    assert '<meta http-equiv="refresh" content="0; url=../../registry/yangli-0001/">' in page
    assert '<a href="../../registry/yangli-0001/">/registry/yangli-0001/</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="../../registry/yangli-0001/">' in page
    assert "自2024年1月2日起移到" in page
    assert "理由：两条&lt;合并&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_where_the_address_of_the_site_is_known_it_is_named() -> None:
    found = files(MOVED, site_url="https://example.org/registry-site/")

    assert (
        f'<link rel="canonical" href="https://example.org/registry-site/{NEW}">' in found[f"{OLD}index.html"]
    )
    assert json.loads(found["redirects.json"]) == {
        "redirects": [
            {
                "from": f"/registry-site/{OLD}",
                "to": f"/registry-site/{NEW}",
                "since": "2024-01-02",
                "reason": "两条<合并>",
            }
        ]
    }


def test_a_site_from_which_nothing_has_moved_says_so() -> None:
    assert files() == {"redirects.json": '{"redirects": []}\n'}


def test_a_built_site_has_the_page_and_search_engines_are_not_sent_to_it(tiny_root: Path) -> None:
    record = f"- {{from: {OLD}, to: {NEW}, since: 2024-01-02, reason: 虚构的理由}}\n"
    (tiny_root / "registry" / "redirects.yaml").write_text(record, encoding="utf-8")
    (tiny_root / "registry" / "addresses.lock").write_text(f"{NEW}\n{OLD}\n", encoding="utf-8")
    built = pipeline.build(tiny_root, TINY_DAY, lambda _: None)

    assert built.findings == ()
    assert built.site is not None
    assert (built.site / OLD / "index.html").is_file()
    listed = re.findall("<loc>(.*?)</loc>", (built.site / "sitemap.xml").read_text(encoding="utf-8"))
    assert any(address.endswith(NEW) for address in listed)
    assert not any(address.endswith(OLD) for address in listed)
