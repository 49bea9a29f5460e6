# SPDX-License-Identifier: Apache-2.0
"""Is a file that is not clean text refused at the place of the first thing that must not stand there?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.load.text_file import MAX_BYTES, line_and_column, read_text


def refused(content: bytes) -> list[Finding]:
    text, findings = read_text(content, "a.yaml")
    assert text is None
    assert all(finding.location.file == "a.yaml" for finding in findings)
    return findings


def places(content: bytes) -> list[tuple[str, int, int]]:
    return [(f.check, f.location.line, f.location.column) for f in refused(content)]


@pytest.mark.parametrize(
    "text", ["", "a\n", "样例：“甲”，乙\n", "第一行\n\n  第三行", "𠮷林市 é ½ …—〔〕　\n"]
)
def test_clean_text_is_taken_as_it_is(text: str) -> None:
    assert read_text(text.encode(), "a.yaml") == (text, [])


def test_a_file_of_one_megabyte_is_taken_and_one_byte_more_is_not() -> None:
    assert read_text(b"a" * MAX_BYTES, "a.yaml") == ("a" * MAX_BYTES, [])
    (finding,) = refused(b"a" * (MAX_BYTES + 1))
    assert finding.message == "文件有 1,000,001 字节，超过 1,000,000 字节"
    assert finding.check == "file-size"


def test_a_byte_order_mark_is_told_as_one() -> None:
    (finding,) = refused("样例\n".encode("utf-8-sig"))

    assert finding.message == "文件开头有字节顺序标记（BOM）"


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        ("第一行\n样例".encode() + "办法".encode("gbk"), 2, 3, "第 17 个字节是 0xB0"),
        ("样例".encode("gbk"), 1, 1, "第 1 个字节是 0xD1"),
        ("a".encode("utf-16"), 1, 1, "第 1 个字节是 0xFF"),
        ("样例".encode()[:-1], 1, 2, "第 4 个字节是 0xE4"),
    ],
)
def test_another_encoding_is_told_at_its_first_byte(
    content: bytes, line: int, column: int, byte: str
) -> None:
    (finding,) = refused(content)

    assert finding.message == f"不是 UTF-8 编码：{byte}"
    assert (finding.location.line, finding.location.column) == (line, column)
    assert "GBK" in finding.repair


@pytest.mark.parametrize("text", ["a\r\nb\r\n", "a\rb\n"])
def test_line_ends_of_other_systems_are_told_once(text: str) -> None:
    assert places(text.encode()) == [("line-ends", 1, 2)]


HIDDEN = {
    "\t": "制表符 TAB",
    "\x00": "空字符",
    "\x1b": "控制符或专用符",
    "\x7f": "控制符或专用符",
    "\x85": "控制符或专用符",
    "\u00ad": "软连字符",
    "\u034f": "控制符或专用符",
    "\u061c": "文字方向控制符",
    "\u115f": "控制符或专用符",
    "\u180e": "控制符或专用符",
    "\u200b": "零宽空格",
    "\u200d": "零宽连字符",
    "\u200e": "文字方向控制符",
    "\u2028": "控制符或专用符",
    "\u202a": "文字方向控制符",
    "\u202e": "文字方向控制符",
    "\u2060": "控制符或专用符",
    "\u2066": "文字方向控制符",
    "\u3164": "控制符或专用符",
    "\ue000": "控制符或专用符",
    "\ufe0f": "控制符或专用符",
    "\ufeff": "字节顺序标记",
    "\uffa0": "控制符或专用符",
    "\ufffd": "替代符，原来的字已经丢失",
    "\U000e0041": "控制符或专用符",
    "\U000f0000": "控制符或专用符",
}


@pytest.mark.parametrize("character", HIDDEN)
def test_a_character_that_nobody_sees_is_named_by_its_code(character: str) -> None:
    (finding,) = refused(f"第一行\n样{character}例\n".encode())

    assert finding.message == f"有不能用的字符 U+{ord(character):04X}（{HIDDEN[character]}）"
    assert (finding.location.line, finding.location.column) == (2, 2)


def test_a_tab_is_to_be_replaced_and_other_characters_removed() -> None:
    tab, space = refused("a\tb\nc\u200bd".encode())

    assert tab.repair == "换成空格；缩进每级两个空格，不用制表符"
    assert space.repair == "删去这一行第 2 个字符；这一行别处还有的也删去"


def test_each_line_tells_each_character_once() -> None:
    text = "\t\t\u200b\u200b\n\n\u200b\n"

    assert places(text.encode()) == [
        ("hidden-characters", 1, 1),
        ("hidden-characters", 1, 3),
        ("hidden-characters", 3, 1),
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_whatever_is_taken_is_the_very_text_and_whatever_is_refused_has_a_reason_inside_it(text: str) -> None:
    taken, findings = read_text(text.encode(), "a.yaml")

    assert taken == (None if findings else text)
    lines = text.split("\n")
    for finding in findings:
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1


@given(st.binary(max_size=40))
def test_no_bytes_whatever_stop_the_reader(content: bytes) -> None:
    text, findings = read_text(content, "a.yaml")

    assert (text is None) == bool(findings)


@given(st.text("ab\n"), st.data())
def test_lines_and_columns_are_counted_from_one(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    line, column = line_and_column(text[:position])

    assert sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + column - 1 == position
