# SPDX-License-Identifier: Apache-2.0
"""The page on which an applicant checks an organization against the measures of several places at once.

The page asks; `site_config/scripts/self_check.js` answers in the browser. Each place has one small file,
fetched when it is chosen: its versions with their standings, its notices with days, how it is reached.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.derive.papers import Listed, packs_of, papers_of
from generator.model.form import FormRole
from generator.model.jurisdiction import Jurisdiction, JurisdictionLevel
from generator.model.overview import Item
from generator.model.paper import PaperKind
from generator.model.ruleset import Ruleset
from generator.render import notices
from generator.render.page import Page
from generator.render.studio import Studio, standing_rows

TITLE = "申报自测"
MOST = 12  # places at once


def has_conditions(version: Ruleset) -> bool:
    """Whether anything of a version can be checked."""
    return bool(version.criteria or version.functions)


def _checkable(studio: Studio) -> list[tuple[Jurisdiction, Sequence[tuple[str, Ruleset]]]]:
    """The jurisdictions with recorded conditions, each with all its versions; by level, then as listed."""
    site = studio.register.site
    found = [(jurisdiction, site.versions(id_)) for id_, jurisdiction in site.jurisdictions.items()]
    found = [(place, known) for place, known in found if any(has_conditions(version) for _, version in known)]
    order = list(JurisdictionLevel)
    return sorted(found, key=lambda pair: order.index(pair[0].level))


def self_check_page(studio: Studio) -> Iterator[Page]:
    """The questionnaire, with the places and the words to choose from."""
    checkable = _checkable(studio)
    standings = [studio.register.standings[id_] for _, known in checkable for id_, _ in known]
    places = {place.id for place, _ in checkable}
    windows = [window for item in _items(studio, places) for window in item.windows]
    days = (studio.soonest(*standings), notices.next_border(studio, windows))
    yield studio.page(
        "self_check.html",
        addresses.SELF_CHECK,
        title=TITLE,
        description="选地方，填机构的情况，逐条看达到没有、依据第几条、还差多少，并取得预填的表格和日程",
        next_change=min((day for day in days if day), default=None),
        scripts=("self_check.js",),
        styles=("self-check.css",),
        levels=[
            (level, [place for place, _ in group])
            for level, group in groupby(checkable, key=lambda pair: pair[0].level)
        ],
        checkable=[
            (
                place,
                [(id_, _ours(studio, id_)) for id_, version in reversed(known) if has_conditions(version)],
            )
            for place, known in checkable
        ],
        most=MOST,
    )


def _ours(studio: Studio, id_: str) -> list[Listed]:
    """The papers that can be printed and filled in without a script."""
    return [paper for paper in papers_of(studio.register, id_) if paper.kind is PaperKind.SELF_ASSESSMENT]


def place_files(studio: Studio) -> Iterator[OutputFile]:
    """What the page needs of a place once it is chosen."""
    checkable = _checkable(studio)
    items: dict[str, list[Item]] = {}
    for item in _items(studio, {place.id for place, _ in checkable}):
        items.setdefault(item.jurisdiction, []).append(item)
    for place, known in checkable:
        told = {
            "id": place.id,
            "name": place.name,
            "short_name": place.short_name,
            "level": place.level.label,
            "guide": addresses.guide(place.id),
            "contact": place.contact.model_dump(mode="json") if place.contact else None,
            "versions": [_version(studio, id_, version) for id_, version in known],
            "windows": [window for item in items.get(place.id, []) for window in _windows(item)],
        }
        yield OutputFile(addresses.self_check_place(place.id), _dumped(told))


def _items(studio: Studio, places: set[str]) -> Iterator[Item]:
    """The notices of these places that state days until which something can be done."""
    return (item for item in studio.overview.items if item.windows and item.jurisdiction in places)


def _version(studio: Studio, id_: str, version: Ruleset) -> Mapping[str, Any]:
    """What decides which version governs a day, and how it is called."""
    made_on = version.issued_on or version.published_on
    has_pack = FormRole.APPLICANT in packs_of(studio.register, id_)
    return {
        "id": id_,
        "title": version.title,
        "number": version.document_number,
        "stage": version.stage.value,
        "text": version.text.value,
        "made_on": made_on.first.isoformat() if made_on else None,
        "standing": standing_rows(studio.register.standings[id_]),
        "checkable": has_conditions(version),
        "page": addresses.ruleset(id_),
        "data": addresses.api_ruleset(id_),
        "papers": [addresses.api_form(paper.id) for paper in papers_of(studio.register, id_)],
        "pack": addresses.form_pack(id_, FormRole.APPLICANT.value) if has_pack else None,
    }


def _windows(item: Item) -> Iterator[Mapping[str, Any]]:
    for window in item.windows:
        yield {
            "what": window.what,
            "who": window.who,
            "from": window.from_.isoformat() if window.from_ else None,
            "through": window.through.isoformat(),
            "withdrawn": window.withdrawn_on.isoformat() if window.withdrawn_on else None,
            "announced": item.on.first.isoformat(),
            "title": item.title,
            "page": item.address,
        }


def _dumped(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
