# SPDX-License-Identifier: Apache-2.0
"""Are articles counted in Chinese as in the measures?"""

import pytest

from generator.base.chinese_numerals import NUMBERS, to_chinese


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
