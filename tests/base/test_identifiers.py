# SPDX-License-Identifier: Apache-2.0
"""Are credit codes told from typing errors, and is no platform id ever given twice?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import identifiers
from generator.base.identifiers import (
    CREDIT_CODE_ALPHABET,
    credit_code_check_character,
    credit_code_is_valid,
    free_platform_ids,
    next_platform_id,
)

PLACES = st.lists(st.sampled_from(CREDIT_CODE_ALPHABET), min_size=9, max_size=9).map("".join)


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    """A code with the form and the check character of the standard."""
    first = draw(st.sampled_from("123456789ANY"))
    second = draw(st.sampled_from("12345" + "9ABCDEFGHJKLMNPQRTUWXY"))
    region = draw(st.from_regex("[0-9]{6}", fullmatch=True))
    body = first + second + region + draw(PLACES)
    return body + credit_code_check_character(body)


@given(credit_codes())
def test_a_code_with_its_check_character_is_valid(code: str) -> None:
    assert credit_code_is_valid(code)


@given(credit_codes(), st.integers(0, 17), st.sampled_from(CREDIT_CODE_ALPHABET))
def test_a_code_with_one_character_changed_is_not(code: str, place: int, other: str) -> None:
    changed = code[:place] + other + code[place + 1 :]

    assert credit_code_is_valid(changed) == (changed == code)


@pytest.mark.parametrize("first", "123456789ANY")
def test_every_registering_authority_of_the_standard_is_known(first: str) -> None:
    body = f"{first}1990100MA0000001"

    assert credit_code_is_valid(body + credit_code_check_character(body))


@pytest.mark.parametrize(
    "code",
    ["", "91990100MA0000001", "91990100MA000000152", "91990100ma00000015", "０" * 18, "IZ990100MA0000001O"],
)
def test_what_has_not_the_form_is_no_code(code: str) -> None:
    assert not credit_code_is_valid(code)


def test_a_check_character_is_reckoned_as_in_a_published_example() -> None:
    assert credit_code_check_character("91350100M000100Y4") == "3"


def test_ids_are_given_one_after_another() -> None:
    free = free_platform_ids("yangli", ["yangli-0007"])

    assert [next(free), next(free), next(free)] == ["yangli-0008", "yangli-0009", "yangli-0010"]


def test_the_first_platform_of_a_jurisdiction_has_number_one() -> None:
    assert next_platform_id("yangli", []) == "yangli-0001"


def test_the_next_id_follows_the_highest_and_gaps_are_never_filled() -> None:
    assert next_platform_id("yangli", ["yangli-0001", "yangli-0007", "yangli-0003"]) == "yangli-0008"


def test_ids_of_other_jurisdictions_do_not_count() -> None:
    assert next_platform_id("yangli", ["yangli-north-0009", "national-0044", "yangli"]) == "yangli-0001"


def test_after_9999_ids_get_longer() -> None:
    assert next_platform_id("yangli", ["yangli-9999"]) == "yangli-10000"


@given(st.sets(st.integers(1, 20000), max_size=20))
def test_the_next_id_is_always_new_well_formed_and_the_last_in_order(numbers: set[int]) -> None:
    used = [f"yangli-{number:04}" for number in numbers]
    given_id = next_platform_id("yangli", used)

    assert given_id not in used
    assert re.fullmatch(identifiers.PLATFORM_ID_PATTERN, given_id)
    assert int(given_id.rsplit("-", 1)[1]) == max(numbers, default=0) + 1


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (
            identifiers.SLUG_PATTERN,
            ["a", "annual-report", "a1-2b"],
            ["", "1a", "A", "a_b", "a--b", "-a", "a-"],
        ),
        (
            identifiers.PLATFORM_ID_PATTERN,
            ["yangli-0001", "yang-li-12345"],
            ["yangli-001", "yangli-０００１", "yangli0001", "Yangli-0001", "yangli-1234567890"],
        ),
    ],
)
def test_patterns_take_what_they_should(pattern: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not re.fullmatch(pattern, text)] == []
    assert [text for text in bad if re.fullmatch(pattern, text)] == []
