# SPDX-License-Identifier: Apache-2.0
"""Does a profile hold an office's contact data and services, and nothing else?"""

from datetime import date
from typing import Any

import pytest

from generator.model.profile import Profile
from tests.builders import SOURCE, profile
from tests.model.refusals import faults, is_taken, misfit

LEAST = {"source": SOURCE, "checked_on": date(2024, 1, 2)}


def test_a_profile_needs_its_source_and_the_day_of_its_check_and_nothing_more() -> None:
    assert is_taken(Profile, LEAST)
    assert faults(Profile, {}) == {"source": "missing", "checked_on": "missing"}


@pytest.mark.parametrize("number", ["0990-5550100", "010-55501000-801"])
def test_an_office_telephone_is_taken(number: str) -> None:
    assert is_taken(Profile, LEAST | {"telephone": number})


@pytest.mark.parametrize("number", ["13800138000", "5550100", "0990 5550100"])
def test_no_other_number_is_a_telephone_of_an_office(number: str) -> None:
    assert faults(Profile, LEAST | {"telephone": number}) == {"telephone": "string_pattern_mismatch"}


@pytest.mark.parametrize("address", ["ftp://example.org/", "example.org", "javascript:alert(1)"])
def test_a_website_is_an_http_address(address: str) -> None:
    assert "不是可用的网址" in misfit(Profile, LEAST | {"website": address}).message


@pytest.mark.parametrize(
    ("service", "fault"),
    [
        ({"text": "样例"}, {"services.0.functions": "missing"}),
        ({"text": "样例", "functions": []}, {"services.0.functions": "too_short"}),
        ({"functions": ["training"]}, {"services.0.text": "missing"}),
        ({"text": "", "functions": ["training"]}, {"services.0.text": "string_too_short"}),
        (
            {"text": "样例", "functions": ["Training"]},
            {"services.0.functions.0": "string_pattern_mismatch", "services.0.functions": "too_short"},
        ),
    ],
)
def test_a_service_says_what_it_is_and_which_functions_it_belongs_to(
    service: dict[str, Any], fault: dict[str, str]
) -> None:
    assert faults(Profile, LEAST | {"services": [service]}) == fault


@pytest.mark.parametrize("field", ["valid", "status", "contact_person", "mobile"])
def test_nothing_else_is_taken(field: str) -> None:
    assert faults(Profile, LEAST | {field: "x"}) == {field: "extra_forbidden"}


def test_a_profile_is_never_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        setattr(profile(), "website", None)  # noqa: B010  (the type checker would refuse it, too)
