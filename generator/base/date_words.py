# SPDX-License-Identifier: Apache-2.0
"""Which date does a text name that is written in another way than 2021-05-07, and if none, why?

Editors write 2021年5月7日, 2021.5.7, 2021/5, 20210507 or 二〇二一年五月七日, with full-width digits or the
dashes of a word processor; spreadsheets leave a time behind the day, or a serial number in its place.
"""

import calendar
import re
import unicodedata
from datetime import date, timedelta

from generator.base.chinese_numerals import from_chinese

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－~～"), "-")
AROUND = " “”‘’\"'。，,；;、"
LOOSE = re.compile(r"([0-9]{4}) ?[-年./] ?(?:([0-9]{1,2}) ?(?:[-月./] ?(?:([0-9]{1,2}) ?日?)?)?)?")
COMPACT = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})?)?")
IN_WORDS = re.compile(
    r"([〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]+)月(?:([一二三四五六七八九十]+)日)?)?"
)
FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")
TIME = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
WITHOUT_YEAR = re.compile(r"[0-9]{1,2} ?[-月./] ?[0-9]{1,2} ?日?")
SHORT_YEAR = re.compile(r"[0-9]{2} ?[-年./] ?[0-9]{1,2} ?[-月./] ?[0-9]{1,2} ?日?")
SERIAL = re.compile("[2-6][0-9]{4}")  # what a spreadsheet counts from the last days of 1899: 1954 to 2091
SERIAL_BEGIN = date(1899, 12, 30)

Parts = tuple[int, ...]  # year, then month and day as far as they are stated


def parts_named(text: str) -> Parts | None:
    """The numbers of year, month and day that a text names, whether or not the calendar has the day."""
    plain = TIME.sub("", unicodedata.normalize("NFKC", text).translate(DASHES).strip(AROUND))
    if found := LOOSE.fullmatch(plain) or COMPACT.fullmatch(plain):
        return tuple(int(part) for part in found.groups() if part)
    if found := IN_WORDS.fullmatch(plain):
        rest = [from_chinese(part) or 0 for part in found.groups()[1:] if part]
        return (int(found[1].translate(FIGURES)), *rest)
    return None


def serial_day(text: str) -> date | None:
    """The day that a spreadsheet shows for a bare number such as 43983."""
    return SERIAL_BEGIN + timedelta(int(text)) if SERIAL.fullmatch(text) else None


def reason(text: str) -> str | None:
    """Why a text names no date that can be known, and what to look at; None where nothing can be told."""
    plain = unicodedata.normalize("NFKC", text).translate(DASHES).strip(AROUND)
    if day := serial_day(plain):
        return f"表格软件把日期存成了数，{plain} 是 {day}：与来源核对后写作 {day}"
    if WITHOUT_YEAR.fullmatch(plain) or SHORT_YEAR.fullmatch(plain):
        return "年份要写四位，例如 2021-05-07"
    year, month, day_ = (*(parts_named(text) or ()), 0, 0, 0)[:3]
    if not 1 <= month <= 12:
        return "月份只有 1 至 12，与来源核对" if month else None
    last = calendar.monthrange(year or 1, month)[1]
    return f"{year} 年 {month} 月只有 {last} 天，与来源核对" if day_ > last else None
