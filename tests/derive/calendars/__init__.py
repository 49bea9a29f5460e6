# SPDX-License-Identifier: Apache-2.0
"""What does an independent source say: which days were off, and which weekend days worked? See README.md."""

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)
FILE = Path(__file__).parent / "holidays-0.109.json"


def days(first: date, last: date) -> list[date]:
    """All days from one to another."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@cache
def worked() -> list[date]:
    """Every working day, in order, by the independent source."""
    years = json.loads(FILE.read_text(encoding="utf-8"))
    off, weekend = (
        {date.fromisoformat(f"{year}-{day}") for year, told in years.items() for day in told[kind]}
        for kind in ("off", "worked")
    )
    return [day for day in days(FIRST, LAST) if day in weekend or (day.weekday() < 5 and day not in off)]
