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

from generator.base.date_words import parts_named, reason
from generator.base.misfit import Misfit, quoted

ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
ONE_DAY = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # of what a source may state


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
        if found and (known := _of_parts(tuple(int(part) for part in found.groups() if part))):
            return known
        probably = meant(text)
        repair = f"写作 {probably}" if probably else reason(text)
        otherwise = "写作 2021-05-07；只知道月份写 2021-05，只知道年份写 2021"
        raise Misfit(f"{quoted(value)}不是日期", repair or otherwise)

    @classmethod
    def stated(cls, value: object) -> "PartialDate":
        """The same for a value that a source states, which lies in no other age."""
        known = cls.parse(value)
        if not (isinstance(value, PartialDate) or FIRST_DAY <= known.first <= known.last <= LAST_DAY):
            raise Misfit(f"“{known}”不在 {FIRST_DAY.year} 至 {LAST_DAY.year} 年之间", "核对年份")
        return known

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
        if self.day:
            return f"{self.year}-{self.month:02}-{self.day:02}"
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.stated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
        if handler.mode == "serialization":
            return text
        return {"anyOf": [text, {"type": "integer", "minimum": FIRST_DAY.year, "maximum": LAST_DAY.year}]}


def _of_parts(parts: tuple[int, ...] | None) -> PartialDate | None:
    """The date with these numbers; None where the calendar has no such day."""
    if parts is None:
        return None
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    return PartialDate(*parts)


def meant(text: str) -> PartialDate | None:
    """The date that was probably meant by 2021年5月7日, 2021.5.7, 2021/5 or 20210507."""
    return _of_parts(parts_named(text))


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
