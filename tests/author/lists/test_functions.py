# SPDX-License-Identifier: Apache-2.0
"""Are services known by their labels, and is nothing else taken for one?"""

import pytest

from generator.author.lists.functions import functions_in
from tests.author.lists.reading import WORDS


@pytest.mark.parametrize(
    "text",
    ["培训服务", "培训", "培训类", "培训服务类", "1.培训服务", "（１）培训服务", "培训服务平台", "培训功能"],
)
def test_a_label_is_known_in_its_usual_forms(text: str) -> None:
    assert functions_in(text, WORDS) == (("training",), ())


@pytest.mark.parametrize(
    "text",
    [
        "信息服务、培训服务",
        "信息；培训",
        "信息服务,培训服务",
        "信息和培训",
        "信息/培训",
        "1.信息 2.培训",
        "信息、信息、培训",
    ],
)
def test_several_are_told_apart(text: str) -> None:
    assert functions_in(text, WORDS) == (("information", "training"), ())


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("太空服务", ("太空服务",)), ("综合类", ("综合类",)), ("培训师认证", ("培训师认证",)), ("", ())],
)
def test_other_words_are_told(text: str, unknown: tuple[str, ...]) -> None:
    assert functions_in(text, WORDS) == ((), unknown)
