# SPDX-License-Identifier: Apache-2.0
"""Which deadlines of a jurisdiction fall into this quarter? The reader's day decides which quarter it is.

On disk stand the recurring deadlines by month, the windows of notices and the ends of terms; a script gathers
those of the quarter above them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.base import addresses
from generator.base.days import PartialDate
from generator.derive.deadlines import TERM_ENDS, Deadline
from generator.model.notice import Span
from generator.model.overview import Item
from generator.render import guides
from generator.render.calendars import about, duties_in
from generator.render.guides import VersionView
from generator.render.json_text import compact
from generator.render.notice_lists import by_jurisdiction
from generator.render.notices import next_border
from generator.render.page import Page
from generator.render.studio import Studio
from generator.render.subscriptions import Offers

WINDOWS = 100  # so many of a jurisdiction, those of the latest notices


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty that recurs, for one of its months, or one without a day."""

    deadline: Deadline
    about: str
    day: str  # 25日, 月底; empty where none is stated
    data: str  # for the script


@dataclass(frozen=True, slots=True)
class EndLine:
    """So many terms end on a day, by one document."""

    on: PartialDate
    count: int
    title: str
    address: str


def quarter_pages(studio: Studio) -> Iterator[Page]:
    """The page of each jurisdiction that has a guide."""
    items, ends = by_jurisdiction(studio), _ends(studio)
    offers = Offers.of(studio)
    for jurisdiction, leading, versions in guides.with_rulesets(studio):
        address = addresses.quarter(jurisdiction.id)
        duties = duties_in(studio, jurisdiction.id)
        windows = [(item, window) for item in items.get(jurisdiction.id, ()) for window in item.windows]
        page = studio.page(
            "quarter.html",
            address,
            title=f"{jurisdiction.name}本季度的期限",
            description=f"{jurisdiction.name}：报送、申报、公示、征求意见的期限和称号的有效期末日",
            scripts=("quarter.js",),
            next_change=_next_change(studio, versions, [window for _, window in windows[:WINDOWS]]),
            jurisdiction=jurisdiction,
            version=leading,
            months=_months(studio, duties),
            undated=[
                DutyLine(duty, about(studio.register.site, duty), "", "")
                for duty in duties
                if duty.recurrence is None
            ],
            windows=windows[:WINDOWS],
            ends=ends.get(jurisdiction.id, []),
            subscriptions=offers.at(jurisdiction),
        )
        yield replace(page, head=offers.head(address, jurisdiction))


def _next_change(studio: Studio, versions: list[VersionView], windows: list[Span]) -> date | None:
    days = (studio.soonest(*(version.standing for version in versions)), next_border(studio, windows))
    return min((day for day in days if day), default=None)


def _months(studio: Studio, duties: list[Deadline]) -> list[tuple[int, list[DutyLine]]]:
    """The recurring duties by month."""
    found: dict[int, list[DutyLine]] = {}
    for duty in duties:
        if recurrence := duty.recurrence:
            day = "月底" if recurrence.due.day == "last" else f"{recurrence.due.day}日"
            line = DutyLine(duty, about(studio.register.site, duty), day, _data(duty))
            for month in recurrence.months:
                found.setdefault(month, []).append(line)
    return sorted(found.items())


def _data(duty: Deadline) -> str:
    """A recurring day for the script."""
    recurrence = duty.recurrence
    if recurrence is None:
        return ""
    last = recurrence.last.isoformat() if recurrence.last else None
    return compact([recurrence.due.day, recurrence.first.isoformat(), last])


def _ends(studio: Studio) -> Mapping[str, list[EndLine]]:
    """How many terms end when, the latest first, by jurisdiction."""
    documents: dict[str, Item] = {
        item.id: item for item in studio.overview.items if item.source == "designation"
    }
    found: dict[str, list[EndLine]] = {}
    for line in studio.overview.lines.get(TERM_ENDS, "").splitlines():
        jurisdiction, day, document, count = json.loads(line)
        item = documents.get(document)
        told = EndLine(
            PartialDate.parse(day), count, item.title if item else "", item.address if item else ""
        )
        found.setdefault(jurisdiction, []).append(told)
    return {id_: sorted(lines, key=lambda line: line.on.first, reverse=True) for id_, lines in found.items()}
