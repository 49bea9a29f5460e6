# SPDX-License-Identifier: Apache-2.0
"""Are articles counted in Chinese as in the measures?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.chinese_numerals import NUMBERS, from_chinese, to_chinese


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (22, "二十二"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (205, "二百零五"),
        (999, "九百九十九"),
    ],
)
def test_a_number_is_written_as_people_write_it(number: int, shown: str) -> None:
    assert to_chinese(number) == shown


def test_every_number_up_to_999_is_read_back_as_itself() -> None:
    assert [NUMBERS[to_chinese(number)] for number in range(1000)] == list(range(1000))


@pytest.mark.parametrize("number", [-1, 1000])
def test_numbers_beyond_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"{number} is not between"):
        to_chinese(number)


@given(st.integers(0, 999))
def test_a_written_number_is_read_back(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", 2),
        ("两百", 200),
        ("百", 100),
        ("两千", 2000),
        ("一千零五", 1005),
        ("一千零一十二", 1012),
        ("九千九百九十九", 9999),
    ],
)
def test_numbers_are_read_as_they_are_spoken(text: str, number: int) -> None:
    assert from_chinese(text) == number


@pytest.mark.parametrize("text", ["", "千", "两千五", "一百五", "十十", "二〇一八", "零千", "一万", "几十"])
def test_what_is_no_number_or_could_be_two_is_not_read(text: str) -> None:
    assert from_chinese(text) is None
