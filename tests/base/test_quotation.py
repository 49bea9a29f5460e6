# SPDX-License-Identifier: Apache-2.0
"""What in a text is meant as the quotation of a number, and where does it stand?"""

import pytest

from generator.base.quotation import Quotation, quotations


@pytest.mark.parametrize("text", ["{{ yangli/2020 total-assets }}", "{{yangli/2020   total-assets}}"])
def test_a_quotation_names_a_version_and_a_number(text: str) -> None:
    assert list(quotations(f"不低于 {text}。")) == [Quotation(4, text, "yangli/2020", "total-assets")]


@pytest.mark.parametrize(
    "text", ["{{ total-assets }}", "{{ yangli/2020 }}", "{{ 样例 资产 }}", "{{ yangli/2020 total-assets"]
)
def test_what_is_opened_and_is_no_quotation_is_told_without_a_version(text: str) -> None:
    [found] = quotations(text)

    assert (found.version, found.text) == (None, text)


@pytest.mark.parametrize("text", ["没有引用", "{ yangli/2020 total-assets }", "# 标题 {: #id }"])
def test_other_text_is_none(text: str) -> None:
    assert list(quotations(text)) == []


def test_several_stand_in_their_order() -> None:
    text = "{{ a/2020 x }} 和 {{ a/2020 y }}\n{{ b/2021 z }}"

    assert [(found.start, found.name) for found in quotations(text)] == [(0, "x"), (17, "y"), (32, "z")]
