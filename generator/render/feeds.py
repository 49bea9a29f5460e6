# SPDX-License-Identifier: Apache-2.0
"""What is new? Atom and JSON Feed, of everything, of each jurisdiction and of each kind of notice.

An entry tells what has happened by the day of the data, never what is still to come. Ids are made from the
permanent paths of pages and not from the site's address, which may be unknown or change; days are those of
the data. Atom may give addresses relative to the feed, JSON Feed may not: it has none without the site's.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.base import addresses
from generator.base.days import in_chinese
from generator.base.output_file import OutputFile
from generator.model.overview import Item
from generator.model.site import Site
from generator.render.markdown import sanitized
from generator.render.notices import KINDS
from generator.render.page import way_up
from generator.render.studio import Studio

ATOM, JSON_FEED = "http://www.w3.org/2005/Atom", "https://jsonfeed.org/version/1.1"
IDS = UUID("5b1f7e0c-6d0a-4f3c-9a55-2f3f4a0f8d17")  # drawn once; every id of a feed or an entry rests on it
NEWEST = 50
NOTHING_YET = date(1970, 1, 1)  # the day of a feed of a site that has no notices
TITLE_OF_ALL = "公告与认定文件"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, not yet written in either format."""

    path: str  # without its suffix
    title: str
    page: str  # address of the page that shows the same
    updated: date
    entries: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A notice or document that is out."""

    item: Item
    place: str
    content: str

    @property
    def id(self) -> str:
        """The same for ever."""
        return id_of(self.item.address)

    @property
    def updated(self) -> date:
        """The day of a notice; where that is not known to the day, the day on which it was recorded."""
        return self.item.on.exact or self.item.retrieved_on


def id_of(path: str) -> str:
    """A permanent id for a path."""
    return uuid5(IDS, path).urn


def moment(day: date) -> str:
    """The beginning of a day in Shanghai."""
    return f"{day}T00:00:00+08:00"


def feed_files(studio: Studio) -> Iterator[OutputFile]:
    """Every feed in both formats."""
    site = studio.register.site
    for feed in feeds(studio):
        yield OutputFile(f"{feed.path}.atom", _atom(feed, site))
        yield OutputFile(f"{feed.path}.json", _json(feed, site))


def feeds(studio: Studio) -> Iterator[Feed]:
    """The feed of everything, and one for each jurisdiction and each kind that has notices."""
    site = studio.register.site
    entries: dict[str, Entry] = {}
    items = studio.overview.items
    yield _feed(addresses.feed(addresses.FEED_OF_ALL), TITLE_OF_ALL, addresses.NOTICES, items, site, entries)
    for id_, group in _grouped((item.jurisdiction, item) for item in items).items():
        title = f"{site.jurisdictions[id_].name}的{TITLE_OF_ALL}"
        yield _feed(addresses.feed(id_), title, addresses.notices_in(id_), group, site, entries)
    for kind, group in _grouped((item.kind_id, item) for item in items).items():
        yield _feed(addresses.feed_of_kind(kind), KINDS[kind], addresses.NOTICES, group, site, entries)


def _grouped(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, list[Item]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return dict(sorted(groups.items()))


def _feed(
    path: str, title: str, page: str, items: Iterable[Item], site: Site, known: dict[str, Entry]
) -> Feed:
    """The newest of what has happened."""
    chosen: list[Entry] = []
    oldest = NOTHING_YET
    for item in items:
        oldest = item.retrieved_on
        if item.on.first > site.as_of:
            continue
        if item.address not in known:
            place = site.jurisdictions[item.jurisdiction].name
            known[item.address] = Entry(item, place, _content(item, place))
        chosen.append(known[item.address])
        if len(chosen) == NEWEST:
            break
    updated = max((entry.updated for entry in chosen), default=oldest)
    return Feed(path, title, page, updated, tuple(chosen))


def _content(item: Item, place: str) -> str:
    """What a reader sees of a notice before opening it."""
    facts = [place, item.kind, item.issuer, item.number, in_chinese(item.on)]
    lines = [f"<p>{escape(item.summary)}</p>", f"<p>{escape('　'.join(fact for fact in facts if fact))}</p>"]
    lines += [f"<p>{escape(_window(window.what, window.who, window.last))}</p>" for window in item.windows]
    return sanitized("".join(lines))


def _window(what: str, who: str | None, last: date) -> str:
    return f"{what}{f'（{who}）' if who else ''}：至{in_chinese(last)}"


def _atom(feed: Feed, site: Site) -> bytes:
    settings = site.settings
    base = settings.site_url or way_up(feed.path)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _text(root, "id", id_of(feed.path))
    _text(root, "title", f"{feed.title} - {settings.name}")
    _text(root, "updated", moment(feed.updated))
    SubElement(
        root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}{feed.path}.atom"}
    )
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{feed.page}"})
    _text(SubElement(root, "author"), "name", settings.publisher or settings.name)
    _text(root, "rights", settings.data_license)
    for entry in feed.entries:
        item, element = entry.item, SubElement(root, "entry")
        _text(element, "id", entry.id)
        _text(element, "title", item.title)
        _text(element, "updated", moment(entry.updated))
        if item.on.exact:
            _text(element, "published", moment(item.on.exact))
        SubElement(
            element, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{item.address}"}
        )
        _text(SubElement(element, "author"), "name", item.issuer)
        SubElement(element, "category", {"term": item.kind_id, "label": item.kind})
        SubElement(element, "category", {"term": item.jurisdiction, "label": entry.place})
        _text(element, "content", entry.content, {"type": "html"})
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _text(parent: Element, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
    SubElement(parent, name, dict(attributes or {})).text = text


def _json(feed: Feed, site: Site) -> bytes:
    settings = site.settings
    at = settings.site_url
    told: dict[str, Any] = {
        "version": JSON_FEED,
        "title": f"{feed.title} - {settings.name}",
        "home_page_url": f"{at}{feed.page}" if at else None,
        "feed_url": f"{at}{feed.path}.json" if at else None,
        "language": "zh-CN",
        "authors": [{"name": settings.publisher or settings.name}],
        "items": [_json_item(entry, at) for entry in feed.entries],
    }
    return f"{json.dumps(_known(told), ensure_ascii=False, indent=1)}\n".encode()


def _json_item(entry: Entry, at: str | None) -> dict[str, Any]:
    item = entry.item
    return _known(
        {
            "id": entry.id,
            "url": f"{at}{item.address}" if at else None,
            "title": item.title,
            "content_html": entry.content,
            "summary": item.summary,
            "date_published": moment(item.on.exact) if item.on.exact else None,
            "date_modified": moment(entry.updated),
            "authors": [{"name": item.issuer}],
            "tags": [item.kind, entry.place],
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
