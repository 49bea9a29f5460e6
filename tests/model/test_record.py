# SPDX-License-Identifier: Apache-2.0
"""What do all records refuse, and what do their fields take?"""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.record import (
    Citation,
    Day,
    Labelled,
    Number,
    Record,
    RulesetId,
    Several,
    Slug,
    Text,
    Url,
    described,
    many,
    only_if_said,
)
from tests.model.refusals import faults, is_taken, misfit


class Colour(Labelled):
    """A closed list for these tests."""

    RED = "red", "红"
    GREEN = "green", "绿"


class Sample(Record):
    """A record for these tests."""

    name: Text = described("名称")
    colour: Colour = described("颜色", Colour.RED)
    parts: Several[Slug] = many("部分")
    amount: Number | None = only_if_said("数量")
    kinds: Several[Slug] = only_if_said("种类", ())
    complete: bool = described("是否录全", default=False)


def test_a_record_never_changes() -> None:
    sample = Sample(name="样例")

    with pytest.raises(ValidationError, match="frozen"):
        sample.name = "另一个"  # type: ignore[misc]  # that it is refused is the point


def test_a_record_knows_only_its_fields() -> None:
    assert faults(Sample, {"name": "样例", "nam": "样例"}) == {"nam": "extra_forbidden"}


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("name", 2021, "string_type"),
        ("name", date(2021, 5, 7), "string_type"),
        ("complete", "true", "bool_type"),
        ("complete", 1, "bool_type"),
        ("colour", "blue", "literal_error"),
        ("colour", True, "literal_error"),
        ("parts", "training", "tuple_type"),
        ("parts", {"training": 1}, "tuple_type"),
    ],
)
def test_values_of_another_kind_are_not_converted(field: str, value: object, fault: str) -> None:
    assert faults(Sample, {"name": "样例"} | {field: value}) == {field: fault}


def test_lists_are_kept_as_tuples() -> None:
    assert Sample.model_validate({"name": "样例", "parts": ["a", "b"]}).parts == ("a", "b")


def test_fields_of_which_nothing_was_said_are_left_out_of_the_open_data() -> None:
    silent = json.loads(Sample(name="样例").model_dump_json())
    said = json.loads(Sample.model_validate({"name": "样例", "amount": 0, "kinds": ["a"]}).model_dump_json())

    assert silent == {"name": "样例", "colour": "red", "parts": [], "complete": False}
    assert said == silent | {"amount": 0, "kinds": ["a"]}


@pytest.mark.parametrize("text", ["样例", "a b", "“样例”", "甲　乙"])
def test_a_text_is_taken_as_it_is(text: str) -> None:
    assert TypeAdapter(Text).validate_python(text) == text


@pytest.mark.parametrize("text", [" 样例", "样例 ", "　样例", "样例　", "样例\n", "\u00a0样例"])
def test_a_text_has_no_white_space_at_its_ends(text: str) -> None:
    assert misfit(Text, text).message == f"“{text}”首尾有多余的空白"


def test_a_text_is_not_empty() -> None:
    assert faults(Text, "") == {"": "string_too_short"}


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "https://example.org/",
        "https://www.example.org:8443/a/b.html?c=1&d=%E4%B8%AD#e",
        "HTTPS://EXAMPLE.ORG/",
        "http://样例.example/",
    ],
)
def test_an_address_on_the_web_is_taken(address: str) -> None:
    assert TypeAdapter(Url).validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://example.org",
        "ftp://example.org/list",
        "file:///etc/passwd",
        "data:text/html,a.b",
        "mailto:office@example.org",
        "//example.org/a",
        "/lists/2020",
        "www.example.org",
        "example.org",
        "http://",
        "https:///a.b",
        "http://localhost/",
        "https://example.org/a b",
        "https://example.org/a\tb",
        "https://example.org/\u3000",
        "https://example.org/\n",
        " https://example.org/",
        "https://[example.org/",
        "https://example.org/<script>",
        'https://example.org/"onload="a',
        "https://example.org\\a",
        "https://example.org:port/",
        "https://example.org@evil.example/",
        "",
    ],
)
def test_any_other_address_is_refused(address: str) -> None:
    assert misfit(Url, address).message == f"“{address}”不是可用的网址"


def test_a_citation_is_taken_in_its_own_style_only() -> None:
    assert is_taken(Citation, "第六条（一）")
    assert is_taken(Citation, "附件1")
    assert misfit(Citation, "第六条(一)").message == "“第六条(一)”不是条款的写法"


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2024, 2, 29), date(2199, 12, 31)])
def test_a_day_is_a_day_of_three_centuries(day: date) -> None:
    assert TypeAdapter(Day).validate_python(day, strict=True) == day


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        (date(1899, 12, 31), "greater_than_equal"),
        (date(2200, 1, 1), "less_than_equal"),
        (date(9999, 12, 31), "less_than_equal"),
    ],
)
def test_a_day_of_another_age_is_refused(day: date, fault: str) -> None:
    assert faults(Day, day) == {"": fault}


def test_a_day_is_neither_a_text_nor_a_moment() -> None:
    class Dated(Record):
        on: Day

    assert faults(Dated, {"on": "2024-01-02"}) == {"on": "date_type"}
    assert faults(Dated, {"on": datetime(2024, 1, 2, 10, 30, tzinfo=UTC)}) == {"on": "date_type"}


@given(st.integers(-(10**14), 10**14) | st.decimals(-(10**6), 10**6, places=4).map(float))
def test_a_number_is_published_as_it_was_typed(typed: float) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Number)

    number = adapter.validate_python(typed)

    assert isinstance(number, Decimal)
    assert json.loads(adapter.dump_json(number), parse_float=Decimal, parse_int=Decimal) == Decimal(
        str(typed)
    )


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            RulesetId,
            ["yangli/2020", "yang-li/2025-draft"],
            ["yangli", "yangli/20", "Yangli/2020", "yangli/２０２０"],
        ),
        (Slug, ["a", "annual-report"], ["", "Annual", "annual_report", "1st", "a-"]),
    ],
)
def test_identifiers_are_taken_in_their_own_form_only(kind: Any, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not is_taken(kind, text)] == []
    assert [text for text in bad if is_taken(kind, text)] == []


def test_a_word_of_a_closed_list_carries_what_readers_see() -> None:
    colour = TypeAdapter(Colour).validate_python("green")

    assert colour is Colour.GREEN
    assert colour.label == "绿"
    assert TypeAdapter(Colour).dump_json(colour) == b'"green"'


def test_the_schema_of_a_closed_list_explains_each_word() -> None:
    schema = TypeAdapter(Colour).json_schema()

    assert schema["enum"] == ["red", "green"]
    assert schema["description"] == "red 红；green 绿"


def test_descriptions_reach_the_schema() -> None:
    schema = Sample.model_json_schema()

    assert schema["properties"]["name"]["description"] == "名称"
    assert schema["required"] == ["name"]
    assert schema["additionalProperties"] is False
