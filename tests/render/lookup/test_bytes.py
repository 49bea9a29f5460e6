# SPDX-License-Identifier: Apache-2.0
"""Is the index the same for the same platforms, whatever their order, and are its lists written as stated?"""

import random

import pytest

from generator.render.lookup.columns import column
from generator.render.lookup.folding import fold, folding
from generator.render.lookup.postings import differences
from tests.render.lookup.registers import any_name, fictitious, written


def numbers_in(content: bytes) -> list[int]:
    """The numbers of a list, read bit by bit."""
    numbers = []
    last = step = shift = 0
    for byte in content:
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            last += step
            numbers.append(last)
            step = shift = 0
    return numbers


@pytest.mark.parametrize(
    "numbers", [[], [0], [0, 0, 1], [127], [128], [5, 16_388, 16_389], [3, 2**21, 2**28], list(range(300))]
)
def test_a_list_of_numbers_is_read_as_it_was_written(numbers: list[int]) -> None:
    assert numbers_in(differences(numbers)) == numbers


def test_small_steps_take_one_byte_each() -> None:
    assert len(differences(list(range(0, 12_700, 127)))) == 100


def test_a_column_of_many_values_has_its_low_bytes_first() -> None:
    table, content = column(range(300))

    assert table == list(range(300))
    assert [content[n] | content[300 + n] << 8 for n in range(300)] == table


def test_the_order_of_the_platforms_makes_no_difference() -> None:
    entries = fictitious(200)
    shuffled = random.Random(1).sample(entries, len(entries))

    assert list(written(entries)) == list(written(shuffled))


def test_no_two_files_have_one_path() -> None:
    paths = [file.path for file in written(fictitious(200))]

    assert len(paths) == len(set(paths))


def test_folding_twice_changes_nothing_more() -> None:
    chance = random.Random(1)
    names = [any_name(chance) for _ in range(500)]

    assert [name for name in names if fold(fold(name)) != fold(name)] == []
    assert {chr(point): new for point, new in folding().items() if fold(new) != new} == {}


@pytest.mark.parametrize(
    ("written_as", "folded"),
    [
        ("（國）Ａb-c〔2017〕１３９號", "国abc2017139号"),
        ("𠀀·Ｄ", "𠀀d"),
        ("ﬁ①㈱", "fi1株"),
        ("é", "e"),
        ("【】﹝﹞［］〖〗　 ", ""),
    ],
)
def test_ways_of_writing_that_count_as_one(written_as: str, folded: str) -> None:
    assert fold(written_as) == folded
