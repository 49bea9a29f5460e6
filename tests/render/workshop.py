# SPDX-License-Identifier: Apache-2.0
"""How do tests of renderers get a studio, and how do they read the pages that come out of it?"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from generator.base.output_file import OutputFile
from generator.derive.chains import chains
from generator.derive.register import Register
from generator.load.design import read_design
from generator.model.overview import merged
from generator.render import catalogue
from generator.render.leaves import leaves_of
from generator.render.overview import overview_of
from generator.render.page import Page
from generator.render.studio import Prose, Studio, studio
from tests import builders

REPOSITORY = Path(__file__).parent.parent.parent
HOME = Prose("首页", "", "<p>虚构的样例。</p>")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@cache
def design() -> dict[str, bytes]:
    """The templates, styles and scripts of the real site."""
    return read_design(REPOSITORY)


PAGES = (
    catalogue.SHARD_PAGES
    + catalogue.SITE_PAGES
    + catalogue.LETTER_PAGES
    + catalogue.ARCHIVE
    + catalogue.QUARTERS
)
FILES = (
    catalogue.SHARD_FILES
    + catalogue.SITE_FILES
    + catalogue.LOOKUP
    + catalogue.PLATFORM_TABLE
    + catalogue.PLATFORM_WORKBOOK
    + catalogue.SCHEMAS
    + catalogue.TERM_TABLES
    + catalogue.CALENDARS
    + catalogue.FEEDS
    + catalogue.NOTICE_INDEX
)


def studio_of(register: Register) -> Studio:
    """A room for the whole site, as if it were one shard; a home page and nothing else of prose."""
    room = studio(register, {"": HOME, "about/": Prose("关于", "虚构的样例", "<h1>关于</h1>")}, None)
    return replace(room, overview=merged([overview_of(room)]), chains=chains(leaves_of(register)))


def workshop(**records: Any) -> Studio:
    """A studio for a site made of these records, with the real templates."""
    return studio_of(builders.register(**({"design": design()} | records)))


def tiny_workshop(**changes: Any) -> Studio:
    """A studio for all the records of the tiny site."""
    tiny = builders.tiny_site()
    kinds = ("rulesets", "designations", "notices", "forms", "profiles", "cases")
    return workshop(**({kind: getattr(tiny, kind) for kind in kinds} | changes))


def pages(room: Studio) -> dict[str, Page]:
    """Every page by its address."""
    return {page.address: page for renderer in PAGES for page in renderer(room)}


def files(room: Studio) -> dict[str, OutputFile]:
    """Every further file by its path."""
    return {file.path: file for renderer in FILES for file in renderer(room)}


@dataclass
class Element:
    """A tag with its attributes and all text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Reading(HTMLParser):
    """What a reader of HTML finds: elements in order, and all text."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Leave the element, and those inside it that were never closed."""
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note text for everything around it."""
        self.text += data
        for element in self._open:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        """The elements of one name."""
        return [element for element in self.elements if element.tag == tag]


def read(html: str | bytes) -> Reading:
    """The reading of a piece of HTML."""
    reading = Reading()
    reading.feed(html.decode() if isinstance(html, bytes) else html)
    reading.close()
    return reading


def built_pages(site: Path) -> Iterator[tuple[str, Reading]]:
    """Every page of a built site, by its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), read(path.read_bytes())
