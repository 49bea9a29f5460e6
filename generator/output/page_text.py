# SPDX-License-Identifier: Apache-2.0
"""What does a page say? Its plain text, with the places that a link can lead to.

Lists of other pages and ways through the site are no part of what a page says.
"""

import re
from dataclasses import dataclass
from html import unescape

SPACE, BREAK = "␣", "⏎"  # what stands for a space and for the end of a block; both last in an index of words
TAG = re.compile(r"""<(?:!--.*?--|!?(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*))>""", re.DOTALL)
ID = re.compile(r'\sid="([^"]*)"')
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "legend", "li", "main", "ol", "option", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
SILENT = frozenset(("nav", "script", "style", "svg", "template"))
# The class of lists whose lines are names of other pages.
LIST_OF_PAGES = re.compile(r'\sclass="(?:[^"]* )?rows(?: [^"]*)?"')
# A list of platforms: they are left to the lookup, and only what is noted beside them is said here.
LIST_IN_A_TABLE = re.compile('<table class="table table--list">.*?</table>', re.DOTALL)
NOTE_IN_A_TABLE = re.compile('<span class="table__note">(.*?)</span>', re.DOTALL)
WRAPPED = re.compile(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])")  # Chinese needs no space where a line ends
BLANKS = re.compile(r"[\s\u200b␣⏎]+")
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, and which part of it begins where."""

    text: str
    anchors: tuple[tuple[int, str], ...]  # where a part begins, counted as scripts count, and its id


def page_text(html: str) -> PageText:
    """The text of the body of a page, of HTML that the generator wrote or sanitized."""
    reader = _Reader()
    data, *pieces = TAG.split(LIST_IN_A_TABLE.sub(_notes, html))
    reader.read(data)
    for slash, tag, attributes, following in zip(*[iter(pieces)] * 4, strict=True):
        if tag:
            if slash:
                reader.close(tag)
            else:
                reader.open(tag, attributes)
        reader.read(following)
    return PageText(reader.text.strip(BREAK), tuple(reader.anchors))


def _notes(table: re.Match[str]) -> str:
    return "".join(f"<p>{note}</p>" for note in NOTE_IN_A_TABLE.findall(table[0]))


class _Reader:
    """Collects text, with one mark between blocks."""

    def __init__(self) -> None:
        self.text = BREAK
        self.anchors: list[tuple[int, str]] = []
        self._silent: list[str] = []  # the open elements since the one whose content is left out

    def open(self, tag: str, attributes: str) -> None:
        """An element begins."""
        if self._silent or tag in SILENT or LIST_OF_PAGES.search(attributes):
            if not self._silent or tag == self._silent[0]:
                self._silent.append(tag)
            return
        if tag in BLOCKS:
            self._end_block()
        if name := ID.search(attributes):
            self.anchors.append((len(self.text.encode("utf-16-le")) // 2 - 1, unescape(name[1])))

    def close(self, tag: str) -> None:
        """An element ends."""
        if self._silent:
            if tag == self._silent[0]:
                self._silent.pop()
        elif tag in BLOCKS:
            self._end_block()

    def read(self, data: str) -> None:
        """Text between two tags."""
        if self._silent or not data:
            return
        text = BLANKS.sub(SPACE, WRAPPED.sub("", unescape(data))).translate(HALF_WIDTH)
        if self.text.endswith((SPACE, BREAK)):
            text = text.removeprefix(SPACE)
        self.text += text

    def _end_block(self) -> None:
        self.text = self.text.removesuffix(SPACE)
        if not self.text.endswith(BREAK):
            self.text += BREAK
