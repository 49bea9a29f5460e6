# SPDX-License-Identifier: Apache-2.0
"""How are days and less precise dates read, reckoned with and shown?"""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.base.days import FIRST_DAY, LAST_DAY, PartialDate, anniversary, in_chinese, last_day_of_month
from generator.base.misfit import Misfit

STATED = TypeAdapter(PartialDate)
days = st.dates(FIRST_DAY, LAST_DAY)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        (date(2021, 5, 7), date(2021, 5, 7), date(2021, 5, 7)),
        ("2021-05-07", date(2021, 5, 7), date(2021, 5, 7)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        (2021, date(2021, 1, 1), date(2021, 12, 31)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_date_spans_the_days_that_it_may_be(typed: object, first: date, last: date) -> None:
    known = PartialDate.parse(typed)

    assert (known.first, known.last) == (first, last)


def test_only_a_day_is_exact() -> None:
    assert PartialDate.parse("2021-05-07").exact == date(2021, 5, 7)
    assert PartialDate.parse("2021-05").exact is None
    assert PartialDate.parse(2021).exact is None


@pytest.mark.parametrize("text", ["2021-05-07", "2021-05", "2021", "2021-12-31"])
def test_a_date_is_shown_as_precise_as_it_was_typed(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@given(days, st.sampled_from(["day", "month", "year"]))
def test_what_is_shown_is_read_back_as_the_same(day: date, precision: str) -> None:
    parts = {"day": (day.year, day.month, day.day), "month": (day.year, day.month), "year": (day.year,)}
    known = PartialDate(*parts[precision])

    assert PartialDate.parse(str(known)) == known
    assert STATED.validate_json(STATED.dump_json(known)) == known
    assert known.first <= day <= known.last


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (True, "“true”"),
        (None, "空值"),
        ([2021], "列表"),
        ({"year": 2021}, "带字段的一段"),
        (datetime(2021, 5, 7, 10, 0, tzinfo=UTC), "“2021-05-07 10:00:00+00:00”"),
        (2021.5, "“2021.5”"),
        ("", "“”"),
        ("五月七日", "“五月七日”"),
        ("2021-00", "“2021-00”"),
        (21, "“21”"),
    ],
)
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(typed: object, shown: str) -> None:
    with pytest.raises(Misfit) as refused:
        PartialDate.parse(typed)

    assert refused.value.message == f"{shown}不是日期"
    assert refused.value.repair == "写作 2021-05-07；只知道月份写 2021-05，只知道年份写 2021"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2021年5月7日", "2021-05-07"),
        ("2021 年 5 月 7 日", "2021-05-07"),
        ("2021.5.7", "2021-05-07"),
        ("2021/5/7", "2021-05-07"),
        ("2021-5-7", "2021-05-07"),
        (20210507, "2021-05-07"),
        ("２０２１－０５－０７", "2021-05-07"),
        ("2021-05-07 ", "2021-05-07"),
        ("2021年5月", "2021-05"),
        ("2021/05", "2021-05"),
        ("2021年", "2021"),
        ("二〇二一年五月七日", "2021-05-07"),
        ("二○二一年十二月", "2021-12"),
        ("2021–05–07", "2021-05-07"),
        ("2021—5—7", "2021-05-07"),
        ("“2021-05-07”", "2021-05-07"),
        ("2021-05-07。", "2021-05-07"),
        ("2021-05-07 00:00:00", "2021-05-07"),
        ("２０２１", "2021"),
    ],
)
def test_a_date_in_another_style_is_refused_with_the_date_that_was_meant(typed: object, meant: str) -> None:
    with pytest.raises(Misfit) as refused:
        PartialDate.parse(typed)

    assert refused.value.repair == f"写作 {meant}"


@pytest.mark.parametrize(
    ("typed", "repair"),
    [
        ("2021-13", "月份只有 1 至 12，与来源核对"),
        ("2021-02-30", "2021 年 2 月只有 28 天，与来源核对"),
        ("2021年2月29日", "2021 年 2 月只有 28 天，与来源核对"),
        ("5月7日", "年份要写四位，例如 2021-05-07"),
        ("21.5.7", "年份要写四位，例如 2021-05-07"),
        (44323, "表格软件把日期存成了数，44323 是 2021-05-07：与来源核对后写作 2021-05-07"),
    ],
)
def test_why_a_date_cannot_be_known_is_told_where_it_shows(typed: object, repair: str) -> None:
    with pytest.raises(Misfit) as refused:
        PartialDate.parse(typed)

    assert refused.value.repair == repair


@given(days)
def test_every_day_typed_in_chinese_is_understood_in_the_repair(day: date) -> None:
    with pytest.raises(Misfit) as refused:
        PartialDate.parse(in_chinese(day))

    assert refused.value.repair == f"写作 {day}"


@pytest.mark.parametrize("typed", [1900, "2199-12", date(1900, 1, 1), date(2199, 12, 31)])
def test_a_source_may_state_any_day_of_three_centuries(typed: object) -> None:
    assert str(STATED.validate_python(typed)) == str(typed)


@pytest.mark.parametrize("typed", [1899, 9999, "1899-12", date(1899, 12, 31), date(2200, 1, 1)])
def test_a_source_states_no_day_of_another_age(typed: object) -> None:
    with pytest.raises(ValidationError, match="不在 1900 至 2199 年之间"):
        STATED.validate_python(typed)


def test_a_reckoned_day_may_lie_beyond_what_sources_state() -> None:
    reckoned = PartialDate.parse(date(2300, 1, 1))

    assert STATED.validate_python(reckoned) is reckoned


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2020, 5, 20), 3, date(2023, 5, 20)),
        (date(2020, 2, 29), 3, date(2023, 3, 1)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
        (date(2020, 2, 28), 1, date(2021, 2, 28)),
        (date(2020, 12, 31), 1, date(2021, 12, 31)),
    ],
)
def test_an_anniversary_is_the_same_day_and_1_march_for_29_february(
    day: date, years: int, expected: date
) -> None:
    assert anniversary(day, years) == expected


@given(days, st.integers(1, 100))
def test_anniversaries_keep_the_order_of_days(day: date, years: int) -> None:
    later = date.fromordinal(day.toordinal() + 1)

    assert anniversary(day, years) <= anniversary(later, years)
    assert anniversary(day, years).year == day.year + years


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 28), (2024, 2, 29), (2023, 4, 30), (2023, 12, 31)]
)
def test_the_last_day_of_a_month_is_as_the_year_has_it(year: int, month: int, day: int) -> None:
    assert last_day_of_month(year, month) == date(year, month, day)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2021, 5, 7), "2021年5月7日"),
        (PartialDate(2021, 12, 31), "2021年12月31日"),
        (PartialDate(2012, 12), "2012年12月"),
        (PartialDate(2018), "2018年"),
    ],
)
def test_readers_see_a_date_as_precise_as_it_is_known(value: PartialDate | date, shown: str) -> None:
    assert in_chinese(value) == shown


def test_editors_are_told_by_the_schema_how_to_write_a_date() -> None:
    schema = STATED.json_schema(mode="validation")

    assert schema["anyOf"][0]["pattern"] == "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    assert schema["anyOf"][1] == {"type": "integer", "minimum": 1900, "maximum": 2199}
    assert STATED.json_schema(mode="serialization")["type"] == "string"
