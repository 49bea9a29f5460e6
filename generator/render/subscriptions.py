# SPDX-License-Identifier: Apache-2.0
"""What can a reader of a page subscribe to? Feeds for what is new, a calendar for what is due."""

from dataclasses import dataclass
from html import escape

from generator.base import addresses
from generator.model.jurisdiction import Jurisdiction
from generator.render.calendars import calendared
from generator.render.page import way_up
from generator.render.studio import Studio

FORMATS = (("Atom", "atom"), ("JSON Feed", "json"))
NEWS = "公告与认定文件"
Subscription = tuple[str, list[tuple[str, str]]]  # what it is, and its files by format


def of_all() -> list[Subscription]:
    """Everything that is published."""
    return [(f"全部{NEWS}", _files(addresses.feed(addresses.FEED_OF_ALL)))]


def of_list(place: Jurisdiction) -> list[Subscription]:
    """What can be told of a jurisdiction that has documents, where nothing else of the site is known."""
    return [(f"{place.short_name}的{NEWS}", _files(addresses.feed(place.id)))]


@dataclass(frozen=True, slots=True)
class Offers:
    """Which jurisdictions have a feed and which a calendar."""

    feeds: frozenset[str]
    calendars: frozenset[str]

    @classmethod
    def of(cls, studio: Studio) -> "Offers":
        """Those of the whole site."""
        told = frozenset(item.jurisdiction for item in studio.overview.items)
        return cls(told, frozenset(calendared(studio)))

    def at(self, place: Jurisdiction) -> list[Subscription]:
        """What a page of a jurisdiction offers."""
        found = of_list(place) if place.id in self.feeds else []
        if place.id in self.calendars:
            found.append((f"{place.short_name}的期限日历", [("ICS", addresses.calendar(place.id))]))
        return found

    def head(self, page: str, place: Jurisdiction) -> str:
        """What the head of such a page says."""
        return feed_link(page, place) if place.id in self.feeds else ""


def _files(feed: str) -> list[tuple[str, str]]:
    return [(label, f"{feed}.{suffix}") for label, suffix in FORMATS]


def feed_link(page: str, place: Jurisdiction) -> str:
    """The feed of a jurisdiction in the head of a page, so that programs find it by the page."""
    href, title = f"{way_up(page)}{addresses.feed(place.id)}.atom", f"{place.name}的{NEWS}"
    return f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{href}">'
