# SPDX-License-Identifier: Apache-2.0
"""Where does the front matter of a notice end and its text begin?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.markdown_file import Parts, split

FILE = "content/notices/2023/2023-11-01-yangli-call.md"


def test_a_notice_is_front_matter_and_body() -> None:
    assert split("---\nkind: call\ntitle: 样例\n---\n正文\n", FILE) == (
        Parts("kind: call\ntitle: 样例\n", "正文", 5),
        [],
    )


@pytest.mark.parametrize(
    ("after", "body", "line"),
    [
        ("", "", 4),
        ("\n\n正文\n\n续\n\n", "正文\n\n续", 6),
        ("正文\n---\n还是正文", "正文\n---\n还是正文", 4),
        ("  缩进的正文", "  缩进的正文", 4),
    ],
)
def test_the_body_begins_on_its_first_line_that_is_not_empty(after: str, body: str, line: int) -> None:
    parts, findings = split(f"---\na: 1\n---\n{after}", FILE)

    assert findings == []
    assert parts == Parts("a: 1\n", body, line)


def test_front_matter_may_be_empty() -> None:
    assert split("---\n---\n正文", FILE)[0] == Parts("\n", "正文", 3)


@pytest.mark.parametrize(
    ("text", "line", "message", "repair"),
    [
        ("", 1, "文件是空的", "照同类文件补上内容；不要这个文件的，删去它"),
        ("正文", 1, "文件开头没有 ---", "第一行写三个半角短横 ---，下面写各个字段，再用一行 --- 结束"),
        ("kind: call\n---\n", 1, "文件开头没有 ---", "在“kind”这一行前面加一行 ---"),
        ("\n\nkind：call\n", 3, "文件开头没有 ---", "在“kind”这一行前面加一行 ---"),
        ("----\nkind: call\n---\n", 1, "这一行不是三个半角短横 ---", "改成三个半角短横 ---，前后不留空格"),
        ("－－－\n", 1, "这一行不是三个半角短横 ---", "改成三个半角短横 ---，前后不留空格"),
        (" ---\n---\n", 1, "第一行须是 ---，前面不留空行和空格", "把第 1 行的 --- 移到文件最开头"),
        ("\n---\n---\n", 2, "第一行须是 ---，前面不留空行和空格", "把第 2 行的 --- 移到文件最开头"),
    ],
)
def test_a_notice_begins_with_three_hyphens(text: str, line: int, message: str, repair: str) -> None:
    parts, (finding,) = split(text, FILE)

    assert parts is None
    assert (finding.location.line, finding.message, finding.repair) == (line, message, repair)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nkind: call\n", 2),
        ("---\nkind: call\n\n正文\n", 2),
        ("---\nwindows:\n  - {what: 甲}\n正文：乙\n", 3),
        ("---\nkind: call\n# 标题\n\n正文\n", 3),
    ],
)
def test_front_matter_has_an_end_below_its_last_field(text: str, line: int) -> None:
    parts, (finding,) = split(text, FILE)

    assert parts is None
    assert finding.message == "字段部分没有用 --- 结束"
    assert finding.repair == f"在第 {line} 行下面加一行 ---，正文从再下一行开始"
    assert (finding.location.line, finding.location.column) == (line, 1)


def test_spaces_behind_a_fence_do_no_harm() -> None:
    assert split("--- \nkind: call\n---  \n正文\n", FILE) == (Parts("kind: call\n", "正文", 4), [])


@pytest.mark.parametrize("fence", ["－－－", "———", "--", "----", " ---", "___", "==="])
def test_a_line_that_was_meant_to_be_the_end_is_pointed_at(fence: str) -> None:
    parts, (finding,) = split(f"---\nkind: call\n{fence}\n正文\n", FILE)

    assert parts is None
    assert finding.message == "这一行不是三个半角短横 ---，字段部分因此没有结束"
    assert (finding.location.line, finding.location.column) == (3, 1)


lines = st.lists(
    st.text("ab: -\n", max_size=6).filter(lambda text: "---" not in map(str.rstrip, text.split("\n"))),
    max_size=5,
)


@given(lines.map("\n".join), lines.map("\n".join))
def test_both_parts_are_found_again(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"

    parts, findings = split(text, FILE)

    assert parts is not None
    assert findings == []
    assert parts.front == f"{front}\n"
    assert parts.body == body.strip("\n")
    if parts.body:
        assert "\n".join(text.split("\n")[parts.body_line - 1 :]).startswith(parts.body)
