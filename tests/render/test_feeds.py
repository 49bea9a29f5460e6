# SPDX-License-Identifier: Apache-2.0
"""Does an outsider who subscribes get what has happened, in feeds that any reader takes?"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest
from jsonschema import Draft202012Validator

from generator.model.notice import NoticeKind
from generator.render import feeds
from generator.render.markdown import sanitized
from generator.render.notices import KINDS
from generator.render.studio import Studio
from tests.builders import act, designation, notice, tiny_site
from tests.render import workshop as shop

DAY = tiny_site().as_of
AT = "https://registry.example/names/"
ATOM = "{http://www.w3.org/2005/Atom}"
WINDOW = {"what": "报送", "who": "县局", "through": date(2024, 3, 1)}
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$"}
AUTHORS = {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}}
JSON_FEED = {  # of version 1.1, by its specification
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "authors": AUTHORS,
        "language": TEXT,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "properties": {
                    "id": TEXT,
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": TEXT,
                    "content_html": TEXT,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                },
                "additionalProperties": {"type": "string"},
            },
        },
    },
    "additionalProperties": False,
}


def room(**changes: Any) -> Studio:
    records: dict[str, Any] = {
        "notices": {"2023/2023-11-01-call": notice(title="甲 & <乙>通知", windows=[WINDOW])},
        "designations": {
            "yangli/2020-list": designation(issued_on="2020"),
            "national/2021-06-01-renewal": designation(
                act("renew"), issued_on="2021-06-01", begins_mid_history=True
            ),
        },
    }
    return shop.workshop(**(records | changes))


def made(studio: Studio) -> dict[str, bytes]:
    return {path: file.content for path, file in shop.files(studio).items() if path.startswith("feeds/")}


def titles(content: bytes) -> list[str]:
    return [entry.title for entry in feedparser.parse(content).entries]


def test_there_are_feeds_of_everything_of_each_jurisdiction_and_of_each_kind() -> None:
    names = ["notices", "yangli", "national", "kinds/call", "kinds/designation", "kinds/review"]

    assert set(made(room())) == {f"feeds/{name}.{suffix}" for name in names for suffix in ("atom", "json")}


@pytest.mark.parametrize("site_url", [AT, None])
def test_every_feed_is_read_without_complaint(site_url: str | None) -> None:
    settings = tiny_site().settings.model_copy(update={"site_url": site_url})
    validator = Draft202012Validator(JSON_FEED)
    for path, content in made(room(settings=settings)).items():
        if path.endswith(".atom"):
            found = feedparser.parse(content)
            assert (found.bozo, found.version) == (0, "atom10"), path
            assert list(lacking(fromstring(content))) == []
        else:
            assert list(validator.iter_errors(json.loads(content))) == [], path


def lacking(feed: Element) -> Iterator[str]:
    """What RFC 4287 demands of a feed and of its entries, and is not there once."""
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(element.findall(ATOM + name)) != 1:
                yield f"{element.tag} has not one {name}"
        if element.find(f"{ATOM}author/{ATOM}name") is None:
            yield f"{element.tag} has no author"
        links = [link.attrib for link in element.findall(f"{ATOM}link")]
        if len([link for link in links if link["rel"] == "alternate"]) != 1:
            yield f"{element.tag} has not one page"
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    if len(set(ids)) != len(ids):
        yield "an id stands twice"


def test_a_feed_without_what_is_demanded_is_noticed() -> None:
    feed = fromstring(made(room())["feeds/notices.atom"])
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    entry.remove(entry.findall(f"{ATOM}updated")[0])

    assert list(lacking(feed)) == [f"{ATOM}entry has not one updated"]
    assert not Draft202012Validator(JSON_FEED).is_valid({"version": "1", "title": "", "items": []})


def test_an_entry_tells_what_the_page_tells() -> None:
    parsed = feedparser.parse(made(room())["feeds/notices.atom"])
    entry = parsed.entries[0]

    assert (entry.title, entry.link) == ("甲 & <乙>通知", f"{AT}notices/2023/call/")
    assert (entry.updated, entry.published) == ("2023-11-01T00:00:00+08:00",) * 2
    assert "样例摘要" in entry.content[0].value
    assert "报送（县局）：至2024年3月1日" in entry.content[0].value
    assert [(tag.term, tag.label) for tag in entry.tags] == [("call", "申报通知"), ("yangli", "样例省样例市")]
    assert entry.author == "样例市工业和信息化局"
    assert parsed.feed.link == f"{AT}notices/"
    assert parsed.feed.updated == max(e.updated for e in parsed.entries)


def test_both_formats_tell_the_same() -> None:
    files = made(room())
    for path in [path for path in files if path.endswith(".atom")]:
        atom, other = feedparser.parse(files[path]), json.loads(files[path.replace(".atom", ".json")])
        assert [(e.id, e.title, e.link, e.content[0].value) for e in atom.entries] == [
            (i["id"], i["title"], i["url"], i["content_html"]) for i in other["items"]
        ]


def test_a_date_known_to_the_year_is_no_date_of_publication_and_the_day_of_recording_dates_the_entry() -> (
    None
):
    (entry,) = [
        e for e in feedparser.parse(made(room())["feeds/yangli.atom"]).entries if "published" not in e
    ]

    assert entry.updated == "2024-01-02T00:00:00+08:00"


def test_the_latest_comes_first_and_no_more_than_fifty() -> None:
    many = {
        f"2023/{day}-n{number}": notice(issued_on=day, title=f"通知{number}")
        for number in range(60)
        for day in [date(2023, 1, 1) + timedelta(days=number)]
    }
    found = titles(made(room(notices=many, designations={}))["feeds/yangli.atom"])

    assert found == [f"通知{number}" for number in range(59, 9, -1)]
    assert feeds.NEWEST == 50


@pytest.mark.parametrize(("on", "is_out"), [(DAY, True), (DAY + timedelta(days=1), False)])
def test_what_is_still_to_come_is_no_entry(on: date, is_out: bool) -> None:
    files = made(room(notices={f"2024/{on}-a": notice(issued_on=on)}, designations={}))

    assert titles(files["feeds/notices.atom"]) == (["样例通知"] if is_out else [])
    assert feedparser.parse(files["feeds/notices.atom"]).bozo == 0
    assert list(lacking(fromstring(files["feeds/yangli.atom"]))) == []


def test_a_window_that_opens_or_ends_makes_no_new_entry() -> None:
    before, after = made(room()), made(room(as_of=date(2024, 3, 2)))

    assert before == after


def test_ids_stay_whatever_the_address_of_the_site() -> None:
    def ids(site_url: str | None) -> list[str]:
        settings = tiny_site().settings.model_copy(update={"site_url": site_url})
        parsed = feedparser.parse(made(room(settings=settings))["feeds/notices.atom"])
        return [parsed.feed.id, *[entry.id for entry in parsed.entries]]

    assert ids(AT) == ids(None) == ids("https://other.example/")
    assert all(id_.startswith("urn:uuid:") for id_ in ids(None))
    assert len(set(ids(None))) == 4


def test_without_the_address_of_the_site_atom_leads_on_from_the_feed_itself() -> None:
    settings = tiny_site().settings.model_copy(update={"site_url": None})
    content = made(room(settings=settings))["feeds/kinds/call.atom"]
    found = feedparser.parse(content, response_headers={"content-location": f"{AT}feeds/kinds/call.atom"})

    assert found.entries[0].link == f"{AT}notices/2023/call/"


def test_hostile_texts_are_told_literally() -> None:
    bad = notice(title="<script>alert(1)</script>", summary="<img src=x onerror=alert(1)>]]>&amp;")
    files = made(room(notices={"2023/2023-11-01-a": bad}, designations={}))
    (entry,) = feedparser.parse(files["feeds/notices.atom"]).entries
    html = json.loads(files["feeds/notices.json"])["items"][0]["content_html"]

    assert entry.title == "<script>alert(1)</script>"
    assert "<img" not in html
    assert shop.read(html).text.startswith("<img src=x onerror=alert(1)>]]>&amp;")
    assert sanitized(html) == html


def test_a_site_without_notices_has_a_sound_feed_without_entries() -> None:
    files = made(room(notices={}, designations={}))

    assert set(files) == {"feeds/notices.atom", "feeds/notices.json"}
    assert feedparser.parse(files["feeds/notices.atom"]).bozo == 0
    assert json.loads(files["feeds/notices.json"])["items"] == []


def test_pages_lead_to_their_feeds_and_programs_find_them_in_the_head() -> None:
    pages = shop.pages(room(rulesets=tiny_site().rulesets, forms=tiny_site().forms))

    for address in ("guides/yangli/", "guides/yangli/quarter/", "notices/in/yangli/", "registry/yangli/"):
        page = pages[address]
        assert "feeds/yangli.atom" in page.body
        assert "feeds/yangli.json" in page.body
        assert 'rel="alternate" type="application/atom+xml"' in page.head
        assert 'feeds/yangli.atom"' in page.head
    assert "feeds/notices.atom" in pages["notices/"].body


def test_every_kind_of_notice_has_a_word() -> None:
    assert set(KINDS) == {kind.value for kind in NoticeKind} | {"review"}
