# SPDX-License-Identifier: Apache-2.0
"""What does the head of a page say to the search engines of governments, and to machines that read facts?

The names are those of the page tags that the State Council's guide for government websites lays down
(《政府网站发展指引》, 国办发〔2017〕47号); the tags of the site itself stand in the shell. A tag is left out
where there is no fact for it. Structured data is JSON-LD after schema.org; it states days, never whether a
title holds.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from generator.base.days import PartialDate
from generator.model.settings import Settings
from generator.render.json_text import compact

CONTEXT = "https://schema.org"
LESS = "\\u003c"  # so that no text can end the block


def column(address: str, settings: Settings) -> str:
    """The section of the site that an address lies in, as the navigation calls it; else the site's name."""
    found = (entry.label for entry in settings.navigation if address.startswith(entry.path))
    return next(found, settings.name)


def metas(
    column_name: str,
    *,
    title: str | None = None,
    published: PartialDate | None = None,
    source: str | None = None,
    keywords: Iterable[str] = (),
) -> str:
    """The tags of a page of one section; those of an article only where it has a title."""
    name = escape(column_name)
    lines = [f'<meta name="ColumnName" content="{name}">\n<meta name="ColumnType" content="{name}">']
    if title:
        lines.append(f'<meta name="ArticleTitle" content="{escape(title)}">')
    if published and published.exact:
        lines.append(f'<meta name="PubDate" content="{published}">')
    if source:
        lines.append(f'<meta name="ContentSource" content="{escape(source)}">')
    if words := ",".join(dict.fromkeys(keywords)):
        lines.append(f'<meta name="Keywords" content="{escape(words)}">')
    return "\n".join(lines)


def structured(facts: Mapping[str, Any]) -> str:
    """A block of JSON-LD, which browsers read as data and never run."""
    known = {"@context": CONTEXT} | {name: value for name, value in facts.items() if value}
    text = compact(known)
    return f'<script type="application/ld+json">{text.replace("<", LESS)}</script>'
