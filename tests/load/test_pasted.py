# SPDX-License-Identifier: Apache-2.0
"""Is what was pasted from a word processor told where it would look otherwise on the site?"""

import pytest

from generator.load.pasted import pasted

FILE = "content/about.md"


def told(text: str, lines_before: int = 0) -> list[tuple[int, int, str]]:
    return [
        (f.location.line, f.location.column, f.repair.split("：")[-1])
        for f in pasted(text, FILE, lines_before)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. 甲\n2. 乙\n",
        "- 甲\n- 乙\n",
        "一、甲\n\n二、乙\n",
        "1、只有一行\n",
        "1、甲\n\n2、乙\n",
        "```\n1、甲\n2、乙\n<o:p>\n```\n",
        '<p class="note">甲</p>\n',
        "| 序号 | 名称 |\n|---|---|\n| 1、 | 甲 |\n",
    ],
)
def test_what_looks_as_it_is_written_is_good(text: str) -> None:
    assert told(text) == []


def test_lists_that_would_run_together_are_told_once_each_with_the_first_item_mended() -> None:
    assert told("甲：\n1、乙\n2、丙\n3、丁\n\n●戊\n●己\n", 4) == [
        (6, 1, "1. 乙"),
        (10, 1, "- 戊"),
    ]


@pytest.mark.parametrize(
    "code",
    ["<o:p></o:p>", '<p class="MsoNormal">', "<span style='mso-bidi:a'>", "<!--[if gte mso 9]>", "<w:p>"],
)
def test_html_of_word_is_told_at_its_first_place(code: str) -> None:
    ((line, _, _),) = told(f"甲\n\n乙{code}丙\n")

    assert line == 3
