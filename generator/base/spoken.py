# SPDX-License-Identifier: Apache-2.0
"""Which quantities does a Chinese text speak of: 五十万元, 三十家, 八成五, 7个工作日, 三年?

Only numbers with a unit after them are quantities. Years of the calendar, days of a month, ordinals, and
一次, which is a manner of speaking, are none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.base.chinese_numerals import from_chinese

NUMBER = r"[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千]+"
SHARE = re.compile(r"(?P<tens>[一二两三四五六七八九])成(?P<ones>[一二三四五六七八九])?(?!不)")
HUNDREDTHS = re.compile(rf"百分之(?P<number>{NUMBER})")
WORKING_DAYS, DAYS = "工作日", "日"
OTHER_WORDS = {
    "名": "人",
    "年": "年",
    "个工作日": WORKING_DAYS,
    WORKING_DAYS: WORKING_DAYS,
    "天": DAYS,
    DAYS: DAYS,
    "％": "%",
}
CALENDAR_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quantity as it stands in a text."""

    text: str
    amount: Decimal
    unit: str


def quantities(text: str, units: Collection[str]) -> Iterator[Spoken]:
    """The quantities of a text in these units, in working days and in days."""
    for found in SHARE.finditer(text):
        ones = from_chinese(found["ones"] or "零") or 0
        yield Spoken(found[0], Decimal(10 * (from_chinese(found["tens"]) or 0) + ones), "%")
    for found in HUNDREDTHS.finditer(text):
        if amount := _amount(found["number"]):
            yield Spoken(found[0], amount, "%")
    words = {**dict.fromkeys(units), **OTHER_WORDS}
    suffixes = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for found in re.finditer(rf"(?P<before>[第月数几]?)(?P<number>{NUMBER})(?P<unit>{suffixes})", text):
        unit, amount = words[found["unit"]] or found["unit"], _amount(found["number"])
        if amount is not None and not _is_none(found["before"], amount, unit):
            yield Spoken(found["number"] + found["unit"], amount, unit)


def _amount(number: str) -> Decimal | None:
    value = Decimal(number) if number[0].isascii() else from_chinese(number)
    return None if value is None else Decimal(value)


def _is_none(before: str, amount: Decimal, unit: str) -> bool:
    """An ordinal, a vague number, a day of a month, a year of the calendar, or 一次."""
    if unit == DAYS and before == "月":
        return True
    if unit == "年" and amount in CALENDAR_YEARS:
        return True
    return before in {"第", "数", "几"} or (unit == "次" and amount == 1)
