# SPDX-License-Identifier: Apache-2.0
"""Is what an editor probably meant told only where it fits the field, and written so that it is read so?"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import PartialDate
from generator.load.meant import fault_of, labels, parts_of, repair_of, takes_null, written
from generator.load.shapes import kind_at
from generator.load.yaml_file import read_data
from generator.model.designation import ActKind, CreditCode, Designation, ListedPlatform
from generator.model.facts import Facts
from generator.model.jurisdiction import Contact, Jurisdiction
from generator.model.record import Citation, Day, Number, PlatformId, Several, Slug, Text, Url
from tests.load.edits import LIST, findings_of

PHONE = kind_at(Contact, ["telephone"])
EMAIL = kind_at(Contact, ["email"])


@pytest.mark.parametrize(
    ("kind", "typed", "repair"),
    [
        (bool, "是", "true"),
        (bool, "NO", "false"),
        (bool, "也许", None),
        (int, "１２家", "12"),
        (int, "1,003", "1003"),
        (int, "1,03", None),
        (int, "一百零五", "105"),
        (int, "十万", None),
        (Day, "2021年5月7日", "2021-05-07"),
        (Day, "2021年5月", None),
        (PartialDate, "2021年5月", "2021-05"),
        (PartialDate, "2021.5.7", "2021-05-07"),
        (Number, "三百", "300"),
        (Number, "100万元", None),
        (Slug, "Annual Report", "annual-report"),
        (Slug, "培训", None),
        (PlatformId, "yangli—12", "yangli-0012"),
        (PlatformId, "yangli-0000000012", None),
        (ActKind, "认定", "designate"),
        (ActKind, "继续认定", "renew"),
        (ActKind, "表彰", None),
        (Citation, "第6条（1）", "第六条（一）"),
        (Citation, "6条", "第六条"),
        (Citation, "3", "第三条"),
        (Text, "　样例 ", "样例"),
        (Url, "example.org", '"https://example.org"'),
        (Url, "HTTP://example.org/a？b＝1", '"http://example.org/a?b=1"'),
        (Url, "见官网", None),
        (PHONE, "(010)55501000", '"010-55501000"'),
        (PHONE, "0990-5550100-12", '"0990-5550100-12"'),
        (PHONE, "55501000", None),
        (EMAIL, " Office＠example.org", "Office@example.org"),
        (CreditCode, "91990100ma0000001g", "91990100MA0000001G"),
        (CreditCode, "9199O100MA0000001G", None),
        (Several[Slug], "training、information", "[training, information]"),
        (Several[Slug], "［training］", "[training]"),
        (Several[Slug], "培训", None),
        (ListedPlatform, "样例甲", None),
        (None, "样例甲", None),
    ],
)
def test_another_way_of_writing_is_understood_where_the_field_takes_it(
    kind: Any, typed: str, repair: str | None
) -> None:
    assert repair_of(kind, typed) == repair


KINDS = [bool, int, Day, PartialDate, Slug, PlatformId, ActKind, Citation, Url, PHONE, Several[Slug]]


@given(
    st.sampled_from(KINDS),
    st.text("0123456789年月日.-/ 是否第条家、，,:：“”\"'[]{}abc-#一二三無", max_size=14),
)
def test_no_repair_would_be_refused_in_its_turn(kind: Any, typed: str) -> None:
    repair = repair_of(kind, typed)

    if repair is not None:
        value = read_data(f"a: {repair}\n")["a"]
        assert fault_of(kind, value) is None if isinstance(value, str) else value is not None
        again = repair_of(kind, str(value)) if isinstance(value, str) else repair
        assert again is not None


@pytest.mark.parametrize(
    ("kind", "typed", "parts"),
    [
        (Slug, "training、information", ["training", "information"]),
        (Slug, "Training，INFORMATION", ["training", "information"]),
        (Slug, "training、培训", None),
        (Slug, "training", None),
        (ListedPlatform, "甲、乙", None),
    ],
)
def test_values_that_were_run_together_are_parted_if_each_fits(
    kind: Any, typed: str, parts: list[str] | None
) -> None:
    assert parts_of(kind, typed) == parts


@pytest.mark.parametrize(
    "value",
    [
        "样例",
        "0990-5550100",
        "2021-05-07",
        "true",
        "甲: 乙",
        "a, b",
        "[甲]",
        "#1",
        "1",
        "甲 #1",
        '"甲',
        "'",
        "a\\b\"'",
    ],
)
def test_what_is_written_is_read_as_the_same_text(value: str) -> None:
    assert read_data(f"{{a: {written(value)}}}\n") == {"a": value}


def test_other_values_are_written_as_yaml_has_them() -> None:
    assert [written(each) for each in (True, 3, date(2021, 5, 7), ["甲", "1"])] == [
        "true", "3", "2021-05-07", '[甲, "1"]',
    ]  # fmt: skip


def test_the_words_of_a_closed_list_have_their_labels() -> None:
    assert labels(ActKind | None)["revoke"] == "撤销"
    assert labels(str) == {}


def test_null_is_taken_where_the_type_says_so() -> None:
    assert takes_null(kind_at(Designation, ["document_number"]))
    assert not takes_null(kind_at(Designation, ["title"]))


def test_types_are_found_through_records_lists_and_mappings() -> None:
    assert kind_at(tuple[Jurisdiction, ...], [0, "contact"]) == Contact | None
    assert repair_of(kind_at(Designation, ["acts", 0, "platforms", 1, "functions", 0]), "A") == "a"
    assert kind_at(Facts, ["answers", "legal_person"]) is bool
    assert repair_of(kind_at(Facts, ["days", "x", "[key]"]), "1") is None
    assert kind_at(Designation, ["nothing", 0]) is None


@pytest.mark.parametrize("word", ["无", "暂无", "N/A", "None", "——"])
def test_a_word_for_nothing_is_no_document_number(word: str) -> None:
    (finding,) = findings_of(LIST, ("样工信〔2020〕9号", word))

    assert (finding.message, finding.repair) == (f"“document_number”不能写“{word}”", "没有见到的写 null")


def test_a_word_for_nothing_where_null_is_not_taken_asks_for_the_value() -> None:
    (finding,) = findings_of(LIST, ("checked_on: 2024-01-02", "checked_on: 待定"))

    assert (finding.message, finding.repair) == (
        "“checked_on”不能写“待定”",
        "补上内容；不知道的，与来源核对",
    )
