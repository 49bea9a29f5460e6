# SPDX-License-Identifier: Apache-2.0
"""Are numbers read, published and shown exactly as they were typed?"""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.misfit import Misfit
from generator.base.quantity import MAX_DIGITS, exact, plain, shown

numbers = st.decimals(-(10**9), 10**9, places=5)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (150, "150"),
        (0, "0"),
        (-3, "-3"),
        (0.1, "0.1"),
        (33.33, "33.33"),
        (1e3, "1000"),
        (Decimal("12.50"), "12.5"),
        (10**14, "100000000000000"),
        (0.00001, "0.00001"),
    ],
)
def test_a_number_is_exactly_what_was_typed(typed: object, expected: str) -> None:
    number = exact(typed)

    assert number == Decimal(expected)
    assert shown(number) == expected


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [(True, "“true”"), (False, "“false”"), ("150", "“150”"), (None, "空值"), ([1], "列表"), ("", "“”")],
)
def test_what_is_no_number_is_refused(typed: object, quoted: str) -> None:
    with pytest.raises(Misfit) as refused:
        exact(typed)

    assert refused.value.message == f"{quoted}不是数"
    assert "unit" in refused.value.repair


@pytest.mark.parametrize(
    "typed",
    [
        10**15,
        -(10**15),
        1e22,
        1e300,
        1e-20,
        float("inf"),
        float("nan"),
        Decimal("1.2345678901234567"),
    ],
)
def test_numbers_with_more_digits_than_every_reader_keeps_are_refused(typed: object) -> None:
    with pytest.raises(Misfit, match="不是有限的，或超过15位"):
        exact(typed)


def test_even_a_number_of_thousands_of_digits_is_refused_in_words() -> None:
    with pytest.raises(Misfit, match="超过15位"):
        exact(16**5000)


@given(numbers)
def test_shown_numbers_have_no_exponent_no_trailing_zeros_and_the_same_value(number: Decimal) -> None:
    text = shown(number)

    assert Decimal(text) == number
    assert "E" not in text.upper()
    assert "." not in text or text[-1] not in "0."


@given(st.decimals(-(10**9), 10**9, places=5))
def test_published_numbers_are_read_back_as_the_same(number: Decimal) -> None:
    published = plain(exact(number))

    assert Decimal(json.dumps(published)) == number
    assert isinstance(published, int) == (number == int(number))


@given(st.integers(10 ** (MAX_DIGITS - 1), 10**MAX_DIGITS - 1), st.integers(0, MAX_DIGITS - 1))
def test_every_number_of_fifteen_digits_survives_publication(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)

    assert Decimal(json.dumps(plain(exact(number)))) == number
