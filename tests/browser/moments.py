# SPDX-License-Identifier: Apache-2.0
"""Which instant does a reader's clock show, and what do they see at it? Days are those of Shanghai."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from typing import TypeVar

from playwright.sync_api import Page

Seen = TypeVar("Seen")

SHANGHAI = timezone(timedelta(hours=8))

# In these places it is another calendar day than in Shanghai at the times beside them.
ELSEWHERE = (
    ("Asia/Shanghai", "00:01"),
    ("Asia/Shanghai", "23:59"),
    ("America/Los_Angeles", "00:01"),
    ("Pacific/Kiritimati", "23:59"),
)


def moment(day: str, time: str = "12:00") -> datetime:
    """An instant, by the calendar and the clock of Shanghai."""
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=SHANGHAI)


def seen_on(page: Page, days: Iterable[str], time: str, look: Callable[[Page], Seen]) -> dict[str, Seen]:
    """What a reader sees who loads the page again at the same time on each of these days."""
    seen = {}
    for day in days:
        page.clock.set_fixed_time(moment(day, time))
        page.reload()
        seen[day] = look(page)
    return seen
