# SPDX-License-Identifier: Apache-2.0
"""Is the head of a list found, and are its columns taken only where they are certain?"""

import pytest

from generator.author.lists.heads import Field
from generator.author.lists.layout import Layout, layout_of
from generator.load.lists.sheet import Cell, Sheet
from generator.model.designation import NamedBy
from tests.author.lists.reading import FILE, sheet, wrong


def laid_out(made: Sheet) -> Layout:
    found = layout_of(FILE, made)
    assert isinstance(found, Layout)
    return found


def fields(*heads: str) -> dict[str, str]:
    """What the columns below these heads become, or why they are left out."""
    found = laid_out(sheet(heads, [1] * len(heads)))
    return {column.head: column.field.value if column.field else column.why for column in found.columns}


def test_titles_above_the_head_are_passed_over() -> None:
    found = laid_out(sheet(["附件1"], ["样例市示范平台名单"], [], ["序号", "平台名称"], [1, "样例甲"]))

    assert (found.first_head, found.last_head, found.name.number) == (4, 4, 2)


def test_a_title_that_reads_like_a_head_is_none() -> None:
    assert laid_out(sheet(["中小企业公共服务示范平台"], ["序号", "单位名称"], [1, "样例甲"])).first_head == 2


def test_a_list_of_one_column_has_a_head_of_one_cell() -> None:
    assert laid_out(sheet(["平台名称"], ["样例甲"])).first_head == 1


def test_a_head_may_have_two_rows_of_which_the_lower_counts() -> None:
    name = Cell("平台名称", merged="B1:B2")
    below = Cell("平台名称", merged="B1:B2", is_first=False)
    group = Cell("单位情况", merged="C1:D1", is_wide=True)
    found = laid_out(
        sheet(["序号", name, group], [None, below, "运营单位", "信用代码"], [1, "甲", "乙", "丙"])
    )

    assert (found.first_head, found.last_head) == (1, 2)
    assert [column.head for column in found.columns] == ["序号", "平台名称", "运营单位", "信用代码"]


@pytest.mark.parametrize(
    ("heads", "named_by", "name", "operator"),
    [
        (("平台名称", "运营单位"), NamedBy.PLATFORM, "平台名称", "运营单位"),
        (("单位名称", "平台名称"), NamedBy.PLATFORM, "平台名称", "单位名称"),
        (("平台名称", "建设单位", "运营单位"), NamedBy.PLATFORM, "平台名称", "运营单位"),
        (("单位名称", "运营单位"), NamedBy.ORGANIZATION, "单位名称", "运营单位"),
        (("申报单位", "所在地"), NamedBy.ORGANIZATION, "申报单位", None),
        (("企业名称", "所在地"), NamedBy.ORGANIZATION, "企业名称", None),
    ],
)
def test_the_heads_tell_what_is_named(
    heads: tuple[str, ...], named_by: NamedBy, name: str, operator: str | None
) -> None:
    found = laid_out(sheet(["序号", *heads], ["1", *heads]))
    operators = [column.head for column in found.columns_of(Field.OPERATOR)]

    assert (found.named_by, found.name.head, operators) == (named_by, name, [operator] if operator else [])


def test_columns_that_are_left_out_say_why() -> None:
    assert fields("序号", "平台名称", "建设单位", "运营单位", "名称", "联系人", "推荐单位", "得分") == {
        "序号": "number",
        "平台名称": "platform",
        "建设单位": "已经用了“运营单位”",
        "运营单位": "operator",
        "名称": "已经用了“平台名称”",
        "联系人": "联系人、联系方式不收进名录",
        "推荐单位": "名录没有推荐单位这一项",
        "得分": "名录没有这一项",
    }


def test_hidden_columns_and_those_without_head_are_left_out() -> None:
    made = sheet(
        ["序号", "平台名称", "备注"],
        [1, "样例甲", "好", "别的", "13800138000"],
        hidden_columns=frozenset({3}),
    )

    assert [column.why for column in laid_out(made).columns][2:] == [
        "这一列是隐藏的",
        "没有表头",
        "没有表头，里面有个人的号码",
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            [["甲", "乙"], ["丙", "丁"]],
            "没有认出表头：没有一行写着“平台名称”或“单位名称”（见到的是：甲、乙）",
        ),
        ([["序号", "得分"], [1, 2]], "没有认出表头"),
        ([["序号", "名称"], [1, "样例甲"]], "“名称”没有说明列的是平台还是单位（B 列）"),
        (
            [["建设单位", "申报单位"], ["甲", "乙"]],
            "不知道哪一列是认定对象：“建设单位”（A 列）、“申报单位”（B 列）",
        ),
        ([["平台名称", "示范平台名称"], ["甲", "乙"]], "有 2 列都像是名称（平台名称）"),
        ([["单位名称", "企业名称"], ["甲", "乙"]], "有 2 列都像是名称（单位名称）"),
        ([["平台名称", "信用代码", "社会信用代码"], ["甲", "乙", "丙"]], "有 2 列都像是统一社会信用代码"),
    ],
)
def test_what_is_not_certain_is_refused_with_the_heads_that_were_seen(
    lines: list[list[object]], message: str
) -> None:
    (told,) = wrong(sheet(*lines))

    assert message in told


def test_a_list_whose_names_are_hidden_is_refused() -> None:
    made = sheet(["序号", "平台名称", "所在地"], [1, "样例甲", "样例市"], hidden_columns=frozenset({2}))

    assert "没有名称一栏，见到的表头是：序号、平台名称、所在地" in wrong(made)[0]
