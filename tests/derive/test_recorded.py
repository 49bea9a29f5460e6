# SPDX-License-Identifier: Apache-2.0
"""Which quantities of a version can prose quote, and what becomes of a quotation?"""

import pytest

from generator.derive.recorded import filled, quotable
from tests.builders import tiny_site
from tests.contents.real import version


def test_what_the_first_tiny_version_offers_to_quote() -> None:
    assert quotable(tiny_site().rulesets["yangli/2020"]) == {
        "total-assets-option": "100万元",
        "total-assets-option-2": "50万元",
        "training-trainees": "300人次",
        "validity": "3年",
        "publicity": "5个工作日",
        "sampling": "10家",
        "unlawful-conduct-ban": "3年",
        "in-force": "3年",
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("资产不低于 {{ linfen/2018 total-assets }}。", "资产不低于 50万元。"),
        ("{{ linfen/2018 satisfaction-rate }}、{{ linfen/2018 validity }}", "80%、3年"),
        ("没有引用", "没有引用"),
    ],
)
def test_a_quotation_becomes_the_number_with_its_unit(text: str, shown: str) -> None:
    assert filled(text, {"linfen/2018": version("linfen/2018")}) == shown


@pytest.mark.parametrize(
    "text",
    [
        "{{ linfen/2018 nothing }}",
        "{{ linfen/2018 publicity }}",
        "{{ nowhere/2018 validity }}",
        "{{ 总资产 }}",
    ],
)
def test_a_quotation_of_nothing_stays_as_it_is_written(text: str) -> None:
    assert filled(text, {"linfen/2018": version("linfen/2018")}) == text
