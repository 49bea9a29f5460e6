# SPDX-License-Identifier: Apache-2.0
"""Which notice of the State Council ordered the holidays and make-up workdays of a year?

Numbers and titles were compared with the texts as reprinted by several publishers (checked 2026-11-25);
`issued` is the date below the text, and is absent where no full text with its date was seen.
A year is added here when the library of official calendars has learnt it; a test says when that is due.
"""

from dataclasses import dataclass
from datetime import date

OFFICE = "国务院办公厅"


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """One notice on days off."""

    number: str
    title: str
    issuer: str = OFFICE
    issued: date | None = None


def _of_year(year: int, number: str, issued: date | None = None) -> tuple[int, HolidayNotice]:
    return year, HolidayNotice(number, f"{OFFICE}关于{year}年部分节假日安排的通知", issued=issued)


YEARLY = dict(
    [
        _of_year(2007, "国办发明电〔2006〕49号", date(2006, 12, 14)),
        _of_year(2008, "国办发明电〔2007〕52号"),
        _of_year(2009, "国办发明电〔2008〕42号"),
        _of_year(2010, "国办发明电〔2009〕27号", date(2009, 12, 7)),
        _of_year(2011, "国办发明电〔2010〕40号"),
        _of_year(2012, "国办发明电〔2011〕45号", date(2011, 12, 5)),
        _of_year(2013, "国办发明电〔2012〕33号", date(2012, 12, 8)),
        _of_year(2014, "国办发明电〔2013〕28号", date(2013, 12, 11)),
        _of_year(2015, "国办发明电〔2014〕28号", date(2014, 12, 16)),
        _of_year(2016, "国办发明电〔2015〕18号"),
        _of_year(2017, "国办发明电〔2016〕17号", date(2016, 12, 1)),
        _of_year(2018, "国办发明电〔2017〕12号"),
        _of_year(2019, "国办发明电〔2018〕15号"),
        _of_year(2020, "国办发明电〔2019〕16号", date(2019, 11, 21)),
        _of_year(2021, "国办发明电〔2020〕27号", date(2020, 11, 25)),
        _of_year(2022, "国办发明电〔2021〕11号"),
        _of_year(2023, "国办发明电〔2022〕16号"),
        _of_year(2024, "国办发明电〔2023〕7号"),
        _of_year(2025, "国办发明电〔2024〕12号"),
        _of_year(2026, "国办发明电〔2025〕7号", date(2025, 11, 4)),
    ]
)

# Later notices, with the first and last of the days that they order anew.
LATER = (
    (
        date(2015, 9, 3),
        date(2015, 9, 6),
        HolidayNotice(
            "国发明电〔2015〕1号",
            "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知",
            "国务院",
            date(2015, 5, 13),
        ),
    ),
    (
        date(2019, 4, 28),
        date(2019, 5, 5),
        HolidayNotice(
            "国办发明电〔2019〕3号",
            f"{OFFICE}关于调整2019年劳动节假期安排的通知",
            issued=date(2019, 3, 22),
        ),
    ),
    (
        date(2020, 1, 31),
        date(2020, 2, 2),
        HolidayNotice(
            "国办发明电〔2020〕1号", f"{OFFICE}关于延长2020年春节假期的通知", issued=date(2020, 1, 26)
        ),
    ),
)


def ordering(day: date) -> HolidayNotice | None:
    """The notice that ordered what holds on a holiday or make-up workday.

    What is ordered for the last days of December belongs to the New Year that follows.
    """
    for first, last, notice in LATER:
        if first <= day <= last:
            return notice
    return YEARLY.get(day.year + (day.month == 12))
