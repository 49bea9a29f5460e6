# SPDX-License-Identifier: Apache-2.0
"""Which records were last compared with their source how long ago?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.base import addresses
from generator.render.page import Page
from generator.render.studio import Studio

KINDS = {"notice": "公告", "designation": "认定文件"}
MOST = 500  # the longest unchecked; a longer list would be no help


@dataclass(frozen=True, slots=True)
class Checked:
    """A record and the day of its last comparison."""

    kind: str
    title: str
    address: str
    checked_on: date
    source: str


def review_page(studio: Studio) -> Iterator[Page]:
    """All records, the longest unchecked first; which are due is decided when the page is viewed."""
    site = studio.register.site
    records = [
        Checked("办法", version.title, addresses.ruleset(id_), version.checked_on, version.source.kind.label)
        for id_, version in site.rulesets.items()
    ]
    records += [
        Checked(KINDS[item.source], item.title, item.address, item.checked_on, item.source_kind)
        for item in studio.overview.items
    ]
    records.sort(key=lambda record: (record.checked_on, record.address))
    yield studio.page(
        "review.html",
        "review/",
        title="待复核记录",
        description="各条记录最近一次与来源核对的日期",
        records=records[:MOST],
        total=len(records),
    )
