# SPDX-License-Identifier: Apache-2.0
"""Is a file that is not clean text refused at the place of the first thing that must not stand there?"""

import codecs

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


def test_a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm() -> None:
    assert read_text("甲\r\n\n乙\r\n".encode("utf-8-sig"), "a.yaml") == ("甲\n\n乙\n", [])


@pytest.mark.parametrize(
    ("content", "line", "column", "message", "repair"),
    [
        ("第一行\n样例".encode() + "办法".encode("gbk"), 2, 3, "从这里起有不是 UTF-8 编码的字", "照来源重写"),
        ("a: 样例".encode("gbk"), 1, 4, "文件存成了 GBK 编码（即 ANSI）", "编码选 UTF-8"),
        ("a".encode("utf-16"), 1, 1, "文件存成了 UTF-16 编码", "编码选 UTF-8"),
        (codecs.BOM_UTF16_BE + "样例".encode("utf-16-be"), 1, 1, "文件存成了 UTF-16 编码", "编码选 UTF-8"),
        ("样例".encode()[:-1], 1, 2, "从这里起有不是 UTF-8 编码的字", "照来源重写"),
        (b"a\xff", 1, 2, "从这里起有不是 UTF-8 编码的字", "照来源重写"),
    ],
)
def test_another_encoding_is_told_by_its_name_at_the_first_character(
    content: bytes, line: int, column: int, message: str, repair: str
) -> None:
    (finding,) = refused(content)

    assert (finding.message, finding.location.line, finding.location.column) == (message, line, column)
    assert repair in finding.repair


def test_what_git_leaves_of_two_changes_is_told_once_with_the_lines_to_look_at() -> None:
    text = "甲\n<<<<<<< HEAD\n乙\n=======\n丙\n>>>>>>> other\n丁\n"
    (finding,) = refused(text.encode())

    assert (finding.check, finding.location.line) == ("merge-conflict", 2)
    assert finding.repair.startswith("在第 2 至 6 行里选定要留的内容")
    assert read_text("标题\n=======\n<<<<<<< 之后\n".replace("<<<<<<<", "<<<<").encode(), "a.md")[1] == []


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
    "\u2028": "Word 的手动换行",
    "\r": "回车符",
    "\x0b": "Word 的手动换行",
    "\u00a0": "不是普通的空格，多半从 Word 或网页粘贴来",
    "\u2003": "不是普通的空格，多半从 Word 或网页粘贴来",
    "\uf0b7": "Word 的项目符号",
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


def test_each_character_is_to_be_replaced_or_removed_in_its_way() -> None:
    repairs = {
        f.message.split("（")[0][-4:]: f.repair
        for f in refused("a\tb\n样例\u200bd\u00a0\uf0b7\ufffd\n\u200e".encode())
    }

    assert repairs == {
        "0009": "换成空格：缩进每级两个空格，文字中间一个空格",
        "200B": "光标放到“样例”后面，按一次 Delete 键删去它；同一行别处还有的也删去",
        "00A0": "换成普通的半角空格，或删去",
        "F0B7": "换成半角短横加一个空格，写作“- ”",
        "FFFD": "照来源重写这个字",
        "200E": "光标放到行首，按一次 Delete 键删去它；同一行别处还有的也删去",
    }


def test_each_character_is_told_once_with_the_lines_on_which_it_stands() -> None:
    found = refused("\t\t\u200b\u200b\n\n\u200b\n".encode() + b"\t\n" * 9)

    assert [(f.location.line, f.location.column) for f in found] == [(1, 1), (1, 3)]
    assert [f.message.split("，", 1)[1] for f in found] == ["第 1、4、5、6、7 行等都有", "第 1、3 行都有"]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_whatever_is_taken_is_the_very_text_and_whatever_is_refused_has_a_reason_inside_it(text: str) -> None:
    taken, findings = read_text(text.encode(), "a.yaml")

    assert taken == (None if findings else text.removeprefix("\ufeff").replace("\r\n", "\n"))
    lines = text.replace("\r\n", "\n").split("\n")
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
