# SPDX-License-Identifier: Apache-2.0
"""What does a page say? Its plain text, with the places that a link can lead to.

Lists of other pages and ways through the site are no part of what a page says.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

SPACE, BREAK = "␣", "⏎"  # what stands for a space and for the end of a block; both last in an index of words
BLOCKS = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]|"
    "header|legend|li|main|ol|option|p|pre|section|summary|t[dhr]|table|tbody|tfoot|thead|ul"
)
SILENT = frozenset(("nav", "script", "style", "svg", "template"))
LIST_OF_PAGES = "rows"  # the class of lists whose lines are titles of other pages
WRAPPED = re.compile(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])")  # Chinese needs no space where a line ends
BLANKS = re.compile(r"[\s\u200b␣⏎]+")
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, and which part of it begins where."""

    text: str
    anchors: tuple[tuple[int, str], ...]  # where a part begins, counted as scripts count, and its id


def page_text(html: str) -> PageText:
    """The text of the body of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return PageText(reader.text.strip(BREAK), tuple(reader.anchors))


class _Reader(HTMLParser):
    """Collects text, with one mark between blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.text = BREAK
        self.anchors: list[tuple[int, str]] = []
        self._silent: list[str] = []  # the open elements since the one whose content is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._silent or tag in SILENT or LIST_OF_PAGES in (attributes.get("class") or "").split():
            if not self._silent or tag == self._silent[0]:
                self._silent.append(tag)
            return
        if BLOCKS.fullmatch(tag):
            self._end_block()
        if name := attributes.get("id"):
            self.anchors.append((len(self.text.encode("utf-16-le")) // 2 - 1, name))

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[0]:
                self._silent.pop()
        elif BLOCKS.fullmatch(tag):
            self._end_block()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        text = BLANKS.sub(SPACE, WRAPPED.sub("", data)).translate(HALF_WIDTH)
        if self.text.endswith((SPACE, BREAK)):
            text = text.removeprefix(SPACE)
        self.text += text

    def _end_block(self) -> None:
        self.text = self.text.removesuffix(SPACE)
        if not self.text.endswith(BREAK):
            self.text += BREAK
