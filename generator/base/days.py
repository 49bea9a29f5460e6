# SPDX-License-Identifier: Apache-2.0
"""How are days and less precise dates read, compared, added to and shown?

A date known only to the month or year stays so: it has a first and a last possible day, and every
reckoning with it gives a range instead of a day. All days are calendar days at the authority's seat.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.base.misfit import Misfit

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source states it: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read what YAML or JSON yields for 2021-05-07, 2021-05 or 2021; Misfit otherwise."""
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date) and not isinstance(value, datetime):
            return cls(value.year, value.month, value.day)
        text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
        found = ISO.fullmatch(text)
        try:
            if found:
                parts = [int(part) for part in found.groups() if part]
                date(*[*parts, 1, 1][:3])
                return cls(*parts)
        except ValueError:
            pass
        raise Misfit(f"“{value}”不是日期", "写作 2021-05-07；只知道月份写 2021-05，只知道年份写 2021")

    @property
    def first(self) -> date:
        """The first day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day itself where it is known, else None."""
        return self.first if self.day else None

    def __str__(self) -> str:
        return "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        if handler.mode == "serialization":
            return text
        return {"anyOf": [text, {"type": "integer", "minimum": 1900, "maximum": 2199}]}


def anniversary(day: date, years: int) -> date:
    """The same day `years` later; for 29 February in a common year, 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def last_day_of_month(year: int, month: int) -> date:
    """28 to 31, as the year has it."""
    return date(year, month, calendar.monthrange(year, month)[1])


def in_chinese(value: PartialDate | date) -> str:
    """2021年5月7日, 2012年12月 or 2018年."""
    known = PartialDate.parse(value)
    text = f"{known.year}年"
    if known.month:
        text += f"{known.month}月"
    if known.day:
        text += f"{known.day}日"
    return text
