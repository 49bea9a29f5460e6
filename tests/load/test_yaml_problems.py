# SPDX-License-Identifier: Apache-2.0
"""Is each slip in YAML told in plain Chinese, at its own place, with a repair that can be followed?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.load.yaml_file import read_nodes
from generator.load.yaml_slips import slip_in

RECORD = """\
title: 样例名单
issuer: 样例局
acts:
  - kind: designate
    stated_count: 2
    platforms:
      - {platform: yangli-0001, name: 样例甲, functions: [training]}
      - {platform: yangli-0002, name: 样例乙}
source: {kind: official, url: "https://example.org/"}
checked_on: 2024-01-02
"""


def told(right: str, wrong: str, lines_before: int = 0) -> Finding:
    """The one finding for the record with a slip in it."""
    assert right in RECORD
    _, (finding,) = read_nodes(RECORD.replace(right, wrong, 1), "a.yaml", lines_before)
    assert finding.check == "yaml-syntax"
    return finding


SLIPS = [
    # what is right, the slip, line, column, message, a part of the repair
    ("title: ", "title：", 1, 6, "用了全角冒号“：”", "半角冒号加一个空格"),
    ("issuer: ", "issuer ：", 2, 8, "用了全角冒号“：”", "半角冒号加一个空格"),
    ("acts:", "acts：", 3, 5, "用了全角冒号“：”", "半角冒号加一个空格"),
    ("- kind: ", "- kind：", 4, 9, "用了全角冒号“：”", "半角冒号加一个空格"),
    ("stated_count: ", "stated_count：", 5, 17, "用了全角冒号“：”", "半角冒号加一个空格"),
    ("checked_on: ", "checked_on：", 10, 11, "用了全角冒号“：”", "半角冒号加一个空格"),
    ("title: ", "title:", 1, 6, "冒号后面缺空格", "在冒号后加一个空格"),
    ("- kind: ", "- kind:", 4, 9, "冒号后面缺空格", "在冒号后加一个空格"),
    ("checked_on: ", "checked_on:", 10, 11, "冒号后面缺空格", "在冒号后加一个空格"),
    ("name: 样例乙", "name:样例乙", 8, 37, "冒号后面缺空格", "加一个空格：name: 样例乙"),
    ("{platform: yangli-0002", "{platform:yangli-0002", 8, 18, "冒号后面缺空格", "platform: yangli-0002"),
    ("title: ", "title:\u3000", 1, 7, "冒号后面是全角空格或不换行空格", "改成半角空格"),
    ("title: ", "title:\u00a0", 1, 7, "冒号后面是全角空格或不换行空格", "改成半角空格"),
    ("    stated", "\u3000\u3000stated", 5, 1, "行首有全角空格或不换行空格", "每级缩进两个"),
    ("    stated", "  \u3000 stated", 5, 3, "行首有全角空格或不换行空格", "每级缩进两个"),
    ("      - {platform: yangli-0002", "      － {platform: yangli-0002", 8, 7, "用了全角短横", "半角短横"),
    ("      - {platform: yangli-0002", "      — {platform: yangli-0002", 8, 7, "用了全角短横", "半角短横"),
    (
        "- {platform: yangli-0002",
        "-{platform: yangli-0002",
        8,
        7,
        "短横后面缺空格",
        "加一个空格：- {platform: yangli-0002, name: 样例乙}",
    ),
    ("- {platform: yangli-0002", "{platform: yangli-0002", 8, 7, "列表的这一项前面缺短横", "行首加“- ”"),
    ("样例乙}", "样例乙｝", 8, 42, "用了全角括号“｝”", "半角的 }"),
    ("{platform: yangli-0002", "｛platform: yangli-0002", 8, 9, "用了全角括号“｛”", "半角的 { 和 }"),
    ("[training]", "[training］", 7, 64, "用了全角括号“］”", "半角的 ]"),
    ("yangli-0002, name", "yangli-0002，name", 8, 31, "用了全角标点“，”", "半角逗号"),
    ("yangli-0002, name", "yangli-0002、name", 8, 31, "用了全角标点“、”", "半角逗号"),
    (
        "yangli-0002, name",
        "yangli-0002 name",
        8,
        36,
        "括号里缺逗号，或值里有符号没有加引号",
        "半角逗号加空格",
    ),
    ("样例乙}", "样例乙?}", 8, 42, "括号里缺逗号，或值里有符号没有加引号", "整个值加引号"),
    ("样例乙}", "样例乙", 8, 9, "括号 { 没有写完", "补上 }"),
    ("[training]", "[training", 7, 55, "括号 [ 没有写完", "补上 ]"),
    ("[training]", "training]", 7, 63, "多了一个 ]，或前面缺 [", "成对"),
    ("{platform: yangli-0002", "platform: yangli-0002", 8, 9, "缺左花括号 {", "补上 {"),
    ("样例乙}", "样例乙}}", 8, 43, "多了一个 }", "删去它"),
    ("样例乙}", "样例乙} 某", 8, 44, "括号后面还有文字", "整个值加上半角引号"),
    ("样例名单", "[样例]名单", 1, 12, "括号后面还有文字", "整个值加上半角引号"),
    ("样例名单", '"样例"名单', 1, 12, "引号后面还有文字", "引号要包住整个值"),
    ("样例名单", '"样例名单', 1, 8, '引号 " 没有闭合', '末尾补上半角引号，写作 "样例名单"'),
    ("样例名单", "'样例名单", 1, 8, "引号 ' 没有闭合", "末尾补上半角引号，写作 '样例名单'"),
    ("样例名单", '"样例名单”', 1, 8, '引号 " 没有闭合', '末尾的 ” 是全角引号，改成半角，写作 "样例名单"'),
    ('example.org/"', "example.org/", 9, 31, '引号 " 没有闭合', '写作 "https://example.org/"'),
    (
        '"https://example.org/"',
        "https://example.org/",
        9,
        31,
        "括号里的值含有冒号，却没有加引号",
        "整个值加上半角引号",
    ),
    ("样例名单", "关于: 样例名单", 1, 10, "值里有冒号加空格，却没有加引号", "整个值加上半角引号"),
    ("样例名单", "“关于: 样例”", 1, 8, "弯引号不能代替直引号", "半角直引号"),
    ("样例名单", "- 样例名单", 1, 8, "列表项与字段写在了同一行", "换到下一行"),
    ("样例名单", '"样例\\名单"', 1, 11, "双引号里的反斜杠写法不对", "单引号"),
    ("样例名单", '"样例\\x名单"', 1, 13, "双引号里的反斜杠写法不对", "单引号"),
    ("[training]", "[training, , a]", 7, 66, "这里缺一个值，或多了一个逗号", "删去多余的逗号"),
    ("issuer: 样例局", "issuer 样例局", 2, 1, "这一行缺冒号", "issuer: 样例局"),
    ("issuer: 样例局", "issuer", 2, 1, "这一行缺冒号", "在字段名后面加冒号：issuer:"),
    ("issuer: 样例局", "某一行文字\nissuer: 样例局", 2, 1, "这一行不是“字段: 值”", "接到上一行末尾"),
    ("issuer: ", "  issuer: ", 2, 3, "这一行缩进 2 个空格，应为 0 个", "在行首删去 2 个空格"),
    ("    stated", "     stated", 5, 6, "这一行缩进 5 个空格，应为 4 个", "在行首删去 1 个空格"),
    ("    stated", "   stated", 5, 4, "这一行缩进 3 个空格，应为 4 个", "在行首加 1 个空格"),
    ("title: ", "  title: ", 1, 3, "缩进不对", "顶格"),
    (
        "      - {platform: yangli-0002",
        "    - {platform: yangli-0002",
        8,
        5,
        "这一行缩进 4 个空格，应为 6 个",
        "在行首加 2 个空格",
    ),
    (
        "      - {platform: yangli-0002",
        "        - {platform: yangli-0002",
        8,
        9,
        "这一行缩进 8 个空格，应为 6 个",
        "在行首删去 2 个空格",
    ),
    ("source: ", " source: ", 9, 2, "这一行缩进 1 个空格，应为 0 个", "在行首删去 1 个空格"),
    ("acts:", "...\nacts:", 3, 1, "多了一行“...”", "删去这一行"),
    ("acts:", "%YAML 1.2\nacts:", 3, 1, "有 YAML 指令（% 开头的行）", "删去这一行"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "column", "message", "repair"), SLIPS)
def test_a_slip_is_told_where_it_is(
    right: str, wrong: str, line: int, column: int, message: str, repair: str
) -> None:
    finding = told(right, wrong)

    assert (finding.message, finding.location.line, finding.location.column) == (message, line, column)
    assert repair in finding.repair


@pytest.mark.parametrize("sign", "%@`*&!|>")
def test_a_value_that_begins_with_a_sign_is_to_be_quoted(sign: str) -> None:
    finding = told("样例名单", f"{sign}样例名单")

    assert finding.message == f"值不能以 {sign} 开头"
    assert (finding.location.line, finding.location.column) == (1, 8)
    assert finding.repair == f'给整个值加上半角引号：title: "{sign}样例名单"'


def test_a_value_that_begins_with_a_question_mark_is_to_be_quoted() -> None:
    assert told("样例名单", "? 样例名单").message == "值不能以 ? 开头"


def test_lines_are_counted_from_the_beginning_of_the_file() -> None:
    assert told("issuer: ", "issuer：", lines_before=1).location.line == 3


def test_a_list_whose_first_item_lacks_its_hyphen() -> None:
    _, (finding,) = read_nodes("# 词表\n{id: a, label: 甲}\n- {id: b, label: 乙}\n", "a.yaml")

    assert finding.message == "列表的这一项前面缺短横"
    assert (finding.location.line, finding.location.column) == (2, 1)


@pytest.mark.parametrize("gap", ["", "\n", "\n\n# 说明\n", "# 说明\n"])
def test_a_slip_is_found_across_empty_lines(gap: str) -> None:
    _, (finding,) = read_nodes(f"title：样例\n{gap}issuer: 样例局\n", "a.yaml")

    assert finding.message == "用了全角冒号“：”"
    assert (finding.location.line, finding.location.column) == (1, 6)


def test_findings_before_the_slip_are_told_too() -> None:
    _, findings = read_nodes("a: 1\na: 2\nb: !x 3\nc: [\n", "a.yaml")

    assert [finding.check for finding in findings] == ["no-duplicate-keys", "no-tags", "yaml-syntax"]


def test_what_nobody_foresaw_is_still_told_in_chinese() -> None:
    _, (finding,) = read_nodes('"a"\nb: 1\n', "a.yaml")

    assert finding.message == "不符合 YAML 的写法"
    assert finding.repair == "检查这一行和上一行的缩进、冒号和引号"


@pytest.mark.parametrize(
    "line",
    [
        "title: 关于公布名单的通知：第一批",
        "  - https://example.org/a",
        "      - {platform: yangli-0001, name: 样例（甲）}",
        "note: 全文［2020］九号",
        "note: 至 2023-05-31——不含",
        "---",
        "- 甲",
        "  -",
        "checked_on: 2024-01-02  # 说明：已核对",
        "",
    ],
)
def test_a_good_line_shows_no_slip(line: str) -> None:
    assert slip_in(line) is None


@given(
    st.sampled_from(RECORD.split("\n")[:-1]),
    st.sampled_from(["：", "，", "　", "{", "}", "[", "]", '"', "'", ":", "-", " ", "*", "#", "\\", "?"]),
    st.data(),
)
def test_one_wrong_character_is_never_blamed_on_a_line_before_it(
    line: str, character: str, data: st.DataObject
) -> None:
    number = RECORD.split("\n").index(line) + 1
    place = data.draw(st.integers(0, len(line)))
    text = RECORD.replace(line, line[:place] + character + line[place:], 1)

    _, findings = read_nodes(text, "a.yaml")

    assert all(number <= finding.location.line <= text.count("\n") + 1 for finding in findings)
    assert all(finding.message and finding.repair for finding in findings)
