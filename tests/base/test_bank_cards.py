# SPDX-License-Identifier: Apache-2.0
"""Is the number of a bank card told from other long numbers? All numbers are made by chance."""

import random

import pytest

from generator.base.bank_cards import is_card_number, passes_luhn
from generator.base.personal_data import Kind, personal_numbers

# How cards of each issuer begin, and how long they are
ISSUED = [
    *[("62", length) for length in (16, 17, 18, 19)],
    *[("95588", 19), ("95599", 19), ("60138", 19), ("45635", 19), ("43674", 19), ("601428", 17)],
    *[("4", 16), ("51", 16), ("2221", 16), ("2720", 16), ("3528", 16), ("690755", 15)],
]
UNISSUED = [("1", 16), ("20", 16), ("2220", 16), ("2721", 16), ("56", 16), ("7", 16), ("62", 15), ("62", 20)]


def card(begin: str, length: int, chance: random.Random) -> str:
    """A number that begins so, with its check digit."""
    while True:
        number = begin + "".join(chance.choices("0123456789", k=length - len(begin)))
        if passes_luhn(number) and len(set(number)) > 2:
            return number


@pytest.mark.parametrize(("number", "right"), [("4111111111111111", True), ("4111111111111112", False)])
def test_the_last_digit_checks_the_others(number: str, right: bool) -> None:
    assert passes_luhn(number) is right


@pytest.mark.parametrize(("begin", "length"), ISSUED)
def test_a_card_is_known_by_its_issuer_and_its_length(begin: str, length: int) -> None:
    number = card(begin, length, random.Random(1))

    assert is_card_number(number, is_called_one=False)
    assert not is_card_number(number[:-1] + str((int(number[-1]) + 1) % 10), is_called_one=True)


@pytest.mark.parametrize(("begin", "length"), UNISSUED)
def test_other_numbers_with_a_check_digit_are_no_cards(begin: str, length: int) -> None:
    assert not is_card_number(card(begin, length, random.Random(1)), is_called_one=True)


def test_what_begins_as_registration_numbers_do_counts_only_if_it_is_called_a_card() -> None:
    number = card("37", 15, random.Random(1))

    assert not is_card_number(number, is_called_one=False)
    assert is_card_number(number, is_called_one=True)
    assert personal_numbers(f"编码 {number}") == []
    assert [found.kind for found in personal_numbers(f"卡号：{number}")] == [Kind.BANK_CARD]


def test_a_row_of_the_same_digits_is_no_card() -> None:
    assert not is_card_number("6" * 2 + "2" * 14, is_called_one=True)
