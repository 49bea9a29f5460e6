# SPDX-License-Identifier: Apache-2.0
"""Is each value that does not fit its field told in plain Chinese with the way to write it?"""

import pytest

from tests.load.edits import FORM, LIST, PLACES, RULES, findings_of, told


@pytest.mark.parametrize(
    ("right", "wrong", "message", "repair", "line", "column"),
    [
        ("mark: 附件1", "mark: 1", "“mark”须是文字，1 会被当作数字、日期或是否", '加上引号："1"', 4, 7),
        (
            "mark: 附件1",
            "mark: 2020-05-07",
            "“mark”须是文字，2020-05-07 会被当作数字、日期或是否",
            '加上引号："2020-05-07"',
            4,
            7,
        ),
        ("mark: 附件1", "mark: no", None, None, 0, 0),
        (
            "mark: 附件1",
            "mark: [附件1]",
            "“mark”须是文字，现在是列表",
            "改成文字；文字以 [ 或 { 开头的，整个值加引号",
            4,
            7,
        ),
        (
            "mark: 附件1",
            "mark:",
            "“mark”没有填写",
            "补上文字；# 后面的文字会被当作注释，需要时整个值加引号",
            4,
            6,
        ),
        (
            "mark: 附件1",
            "mark: #附件1",
            "“#附件1”会被当作注释，读不到",
            '给整个值加上半角引号：mark: "#附件1"；是注释的，# 后面空一格',
            4,
            7,
        ),
        (
            "mark: 附件1",
            "mark: null",
            "“mark”不能写 null",
            "补上文字；# 后面的文字会被当作注释，需要时整个值加引号",
            4,
            7,
        ),
        ("mark: 附件1", 'mark: ""', "“mark”是空的", "补上内容；没有内容就不写这个字段", 4, 7),
        ("mark: 附件1", "mark: 　附件1", "“　附件1”首尾有多余的空白", "写作 附件1", 4, 7),
        (
            "layout_known: false",
            "layout_known: flase",
            "“layout_known”须是 true 或 false，现在是“flase”",
            "是否想写“false”？",
            7,
            15,
        ),
        (
            "layout_known: false",
            "layout_known: 0",
            "“layout_known”须是 true 或 false，现在是“0”",
            "写作 false",
            7,
            15,
        ),
        (
            "layout_known: false",
            'layout_known: "false"',
            "“layout_known”须是 true 或 false，现在是加了引号的文字",
            "去掉引号，写作 false",
            7,
            15,
        ),
        (
            "role: applicant",
            "role: aplicant",
            "“role”不能是“aplicant”",
            "是否想写“applicant”？可选的有：applicant（申报单位）、recommender（推荐单位）、authority（认定机关）",
            6,
            7,
        ),
        (
            "role: applicant",
            "role: 申报单位",
            "“role”不能是“申报单位”",
            "写作 applicant",
            6,
            7,
        ),
        (
            "role: applicant",
            "role: true",
            "“role”不能是“true”",
            "可选的有：applicant（申报单位）、recommender（推荐单位）、authority（认定机关）",
            6,
            7,
        ),
        (
            "role: applicant",
            "role:",
            "“role”没有填写",
            "补上应有的值；# 后面的文字会被当作注释，需要时整个值加引号",
            6,
            6,
        ),
        (
            "ruleset: yangli/2020",
            "ruleset: 2020",
            "“ruleset”的写法不对：“2020”",
            "写作 辖区/版本，例如 xiamen/2021",
            3,
            10,
        ),
        (
            "ruleset: yangli/2020",
            "ruleset: yangli",
            "“ruleset”的写法不对：“yangli”",
            "写作 辖区/版本，例如 xiamen/2021",
            3,
            10,
        ),
        (
            "where_to_ask: 样例市工业和信息化局",
            "",
            "版式未见，却没有写向哪里索取",
            "补上 where_to_ask，例如：向认定机关索取",
            7,
            15,
        ),
    ],
)
def test_values_that_do_not_fit_are_told_with_the_repair(
    right: str, wrong: str, message: str | None, repair: str | None, line: int, column: int
) -> None:
    found = findings_of(FORM, (right, wrong))

    if message is None:
        assert found == []
    else:
        assert [(f.message, f.repair, f.location.line, f.location.column) for f in found] == [
            (message, repair, line, column)
        ]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message", "repair"),
    [
        (LIST, "stated_count: 3", "stated_count: 0", "“stated_count”不能小于 1，现在是 0", "核对这个数"),
        (
            LIST,
            "stated_count: 3",
            "stated_count: 100001",
            "“stated_count”不能大于 100000，现在是 100001",
            "核对这个数",
        ),
        (
            LIST,
            "stated_count: 3",
            "stated_count: 3.0",
            "“stated_count”须是整数，现在是“3.0”",
            "写作 3",
        ),
        (
            LIST,
            "stated_count: 3",
            "stated_count: ３",
            "“stated_count”须是整数，现在是“３”",
            "写作 3",
        ),
        (
            LIST,
            "checked_on: 2024-01-02",
            "checked_on: 2204-01-02",
            "“checked_on”不能晚于 2199-12-31，现在是 2204-01-02",
            "核对年份",
        ),
        (
            LIST,
            "checked_on: 2024-01-02",
            "checked_on: 1024-01-02",
            "“checked_on”不能早于 1900-01-01，现在是 1024-01-02",
            "核对年份",
        ),
        (
            LIST,
            "checked_on: 2024-01-02",
            'checked_on: "2024-01-02"',
            "“checked_on”须是日期，现在是加了引号的文字",
            "去掉引号，写作 2024-01-02",
        ),
        (
            LIST,
            "checked_on: 2024-01-02",
            "checked_on: 2024年1月2日",
            "“checked_on”须是日期，现在是“2024年1月2日”",
            "写作 2024-01-02",
        ),
        (
            LIST,
            "checked_on: 2024-01-02",
            "checked_on: 2024-01",
            "“checked_on”须是日期，现在是“2024-01”",
            "年、月、日都要写，例如 2021-05-07",
        ),
        (
            LIST,
            "checked_on: 2024-01-02",
            "checked_on: 2024-01-02 10:30:00",
            "“checked_on”须是日期，现在是“2024-01-02 10:30:00”",
            "写作 2024-01-02",
        ),
        (
            LIST,
            "issued_on: 2020-06-01",
            "issued_on:",
            "“issued_on”没有填写",
            "补上应有的值；# 后面的文字会被当作注释，需要时整个值加引号",
        ),
        (
            LIST,
            "functions: [training]",
            "functions: training",
            "“functions”须是列表，现在是“training”",
            "写成列表：[training]",
        ),
        (
            LIST,
            "functions: [training]",
            "functions: {training: 1}",
            "“functions”须是列表，现在是带字段的一段",
            "每项以“- ”开头，或写作 [甲, 乙]",
        ),
        (
            LIST,
            "platform: yangli-0003",
            "platform: yangli-3",
            "“platform”的写法不对：“yangli-3”",
            "写作 yangli-0003",
        ),
        (
            RULES,
            "working_days: 5",
            'working_days: "5"',
            "“working_days”须是整数，现在是加了引号的文字",
            "去掉引号，写作 5",
        ),
        (
            RULES,
            "channels: [样例市工业和信息化局网站]",
            "channels: []",
            "“channels”至少要有 1 项，现在有 0 项",
            "补上所缺的项",
        ),
        (
            RULES,
            "publicity: {working_days: 5, channels: [样例市工业和信息化局网站], article: 第三条}",
            "publicity: 5个工作日",
            "“publicity”须是带字段的一段，现在是“5个工作日”",
            "写几行“字段: 值”，比上级字段缩进两格",
        ),
        (RULES, "day: last", "day: 月底", "“月底”不是一个月里的日子", "写 1 至 31，不加引号；月底写 last"),
        (
            RULES,
            "at_least: 100, unit",
            "at_least: true, unit",
            "“true”不是数",
            "只写数字，单位另写在 unit 里，例如 at_least: 150",
        ),
        (
            PLACES,
            'telephone: "0990-5550100"',
            'telephone: "5550100"',
            "“telephone”的写法不对：“5550100”",
            '写办公电话，区号和号码之间用半角短横，加引号，例如 "0357-2091234"',
        ),
        (
            PLACES,
            'code: "990100"',
            "code: 990100",
            "“code”须是文字，990100 会被当作数字、日期或是否",
            '加上引号："990100"',
        ),
    ],
)
def test_numbers_days_and_lists_are_told_with_the_repair(
    file: str, right: str, wrong: str, message: str, repair: str
) -> None:
    assert told(file, right, wrong)[:2] == (message, repair)


@pytest.mark.parametrize(
    ("before", "after", "message", "repair"),
    [
        (
            "- kind: cover",
            "- kind: covr",
            "“kind”不能是“covr”",
            "是否想写“cover”？可选的有：cover、title、break、words、grid、table、box、narrative",
        ),
        (
            "- kind: cover\n    heading",
            "- heading",
            "“parts 第 1 项”没有写明是哪一种",
            "在这一项里补上 kind，可以照同类文件写，例如 kind: table",
        ),
    ],
)
def test_parts_of_no_kind_or_of_an_unknown_one_are_told(
    before: str, after: str, message: str, repair: str
) -> None:
    (finding,) = findings_of("registry/forms/yangli/report.yaml", (before, after))

    assert (finding.message, finding.repair) == (message, repair)
    assert (finding.location.line, finding.location.column) == (8, 5)
