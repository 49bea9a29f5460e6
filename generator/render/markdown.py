# SPDX-License-Identifier: Apache-2.0
"""How does an editor's Markdown become harmless HTML?"""

import re
from functools import cache

import nh3
from markdown import Markdown

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "col", "colgroup", "dd", "del", "details", "div",
    "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"class", "id", "title", "lang"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "details": {"open"},
}
HEADING = re.compile(r"(</?h)([1-5])\b")
SCHEMES = {"http", "https", "mailto", "tel"}


def sanitized(html: str) -> str:
    """The same HTML without scripts, styles, frames, event handlers and dangerous addresses."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener")


def to_html(text: str) -> str:
    """A notice's body as HTML; its headings begin below the title of the page."""
    return _below_the_title(sanitized(_converter().reset().convert(text)))


@cache
def _converter() -> Markdown:
    """Making one costs more than using it; it forgets each text before the next."""
    return Markdown(extensions=["tables", "sane_lists"], output_format="html")


def _below_the_title(html: str) -> str:
    """Every heading one level lower if there is one of the level of the page's own title."""
    return HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html) if "<h1" in html else html
