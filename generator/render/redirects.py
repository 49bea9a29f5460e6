# SPDX-License-Identifier: Apache-2.0
"""What does an address answer from which a page has moved? A small page that leads on, without any script.

A server that can redirect by itself finds all of them in redirects.json; the small pages are for those that
can only show files.
"""

import json
from collections.abc import Iterator
from html import escape

from generator.base import addresses
from generator.base.days import in_chinese
from generator.base.output_file import OutputFile
from generator.model.redirect import Redirect
from generator.render.page import site_root, way_up
from generator.render.studio import Studio

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def redirect_files(studio: Studio) -> Iterator[OutputFile]:
    """A page for each address that has moved, and the list of all of them."""
    site = studio.register.site
    for moved in site.redirects:
        yield OutputFile(f"{moved.from_}index.html", _page(moved, site.settings.site_url).encode())
    root = site_root(site.settings.site_url)
    rows = [
        {
            "from": f"{root}{moved.from_}",
            "to": f"{root}{moved.to}",
            "since": moved.since.isoformat(),
            "reason": moved.reason,
        }
        for moved in sorted(site.redirects, key=lambda moved: moved.from_)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = f'{{"redirects": [\n{lines}\n]}}\n' if rows else '{"redirects": []}\n'
    yield OutputFile(addresses.REDIRECTS, text.encode())


def _page(moved: Redirect, site_url: str | None) -> str:
    """The page, which says where to, since when and why."""
    to = f"{way_up(moved.from_)}{moved.to}"
    canonical = f"{site_url}{moved.to}" if site_url else to
    return f"""<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta http-equiv="refresh" content="0; url={escape(to)}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(canonical)}">
<title>这个网页已移到新的网址</title>
</head>
<body>
<h1>这个网页已移到新的网址</h1>
<p>自{in_chinese(moved.since)}起移到：<a href="{escape(to)}">/{escape(moved.to)}</a></p>
<p>理由：{escape(moved.reason)}</p>
</body>
</html>
"""
