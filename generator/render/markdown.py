# SPDX-License-Identifier: Apache-2.0
"""How does an editor's Markdown become harmless HTML?"""

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
SCHEMES = {"http", "https", "mailto", "tel"}


def sanitized(html: str) -> str:
    """The same HTML without scripts, styles, frames, event handlers and dangerous addresses."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener")


def to_html(text: str) -> str:
    """A notice's body as HTML; its headings begin below the title of the page."""
    converter = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    return sanitized(converter.convert(text))
