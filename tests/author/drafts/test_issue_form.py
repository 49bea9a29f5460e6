# SPDX-License-Identifier: Apache-2.0
"""Is a filled form read by the labels of its fields, whatever was written into them?"""

import pytest

from generator.author.drafts.issue_form import answers_in
from generator.base.misfit import Misfit

KNOWN = {"标题", "正文", "文号"}


def test_each_field_has_what_was_filled_in() -> None:
    text = "### 标题\n\n样例\u200b通知\n\n### 文号\n\n_No response_\n\n### 正文\n\n一\n\n二\n"

    assert answers_in(text.replace("\n", "\r\n"), KNOWN) == {
        "标题": "样例通知",
        "文号": "",
        "正文": "一\n\n二",
    }


def test_what_only_looks_like_a_field_belongs_to_the_text() -> None:
    text = "前言\n### 正文\n\n### 别的\n#### 标题\n### 标题：\n---\nkind: x\n"

    assert answers_in(text.replace("\n", "\r\n"), KNOWN) == {
        "正文": "### 别的\n#### 标题\n### 标题：\n---\nkind: x"
    }


def test_a_field_that_stands_there_twice_is_refused() -> None:
    with pytest.raises(Misfit, match="“标题”一栏出现了两次"):
        answers_in("### 标题\n\n甲\n\n### 正文\n\n### 标题\n\n乙", KNOWN)


@pytest.mark.parametrize("text", ["", "你好", "### 别的\n\n值"])
def test_a_text_without_a_known_field_is_no_form(text: str) -> None:
    with pytest.raises(Misfit, match="不是填好的表单"):
        answers_in(text, KNOWN)
