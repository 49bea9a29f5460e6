# SPDX-License-Identifier: Apache-2.0
"""Is each row taken whole, left out with a reason, or refused with its place and the repair?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.author.lists.entries import LONGEST_NAME, Entry, LeftOut
from generator.load.lists.sheet import Cell, Kind
from tests.author.lists.reading import read, sheet, wrong
from tests.official_lists import HEAD, code, row

NAME, OPERATOR, CODE, FUNCTIONS, PLACE = "BCDEF"
FORMULA = Cell("", Kind.FORMULA)


def entry(*cells: object) -> Entry:
    (found,) = read(sheet(HEAD, cells)).entries
    return found


def left_out(*below: list[object], hidden: tuple[int, ...] = ()) -> list[tuple[tuple[int, ...], str, str]]:
    """The rows that are left out of a list with one platform below its head and these rows below that."""
    found = read(sheet(HEAD, row(1), *below, hidden_rows=frozenset(hidden)))
    assert found.findings == ()
    return [(one.rows, one.why, one.text) for one in found.readings[0].left_out]


def test_a_row_is_taken_with_everything_that_it_says() -> None:
    taken = entry(1, "样例甲", "样例公司", f" {code(1).lower()} ", "培训、信息", "样例市", "新设")

    assert (taken.place.part, taken.name, taken.operator) == ("工作表“名单”第 2 行", "样例甲", "样例公司")
    assert (taken.credit_code, taken.functions, taken.category) == (
        code(1),
        ("training", "information"),
        None,
    )
    assert (taken.location, taken.note) == ("样例市", "新设")


@pytest.mark.parametrize("nothing", [None, "/", "—", "无", "-"])
def test_what_is_not_there_is_absent(nothing: str | None) -> None:
    taken = entry(1, "样例甲", *[nothing] * 5)

    assert taken == Entry(taken.place, "样例甲")


def test_words_that_are_no_functions_keep_the_whole_text_as_category_and_are_told() -> None:
    found = read(sheet(HEAD, row(1, functions="培训、太空服务"), row(2, functions="太空服务")))

    assert [(e.functions, e.category) for e in found.entries] == [
        (("training",), "培训、太空服务"),
        ((), "太空服务"),
    ]
    assert found.readings[0].unknown_words == {"太空服务": 2}


def test_places_and_notes_in_several_columns_are_joined() -> None:
    made = sheet(["平台名称", "地市", "区县", "备注", "说明"], ["样例甲", "样例市", "东区", "一", "二"])

    assert [(e.location, e.note) for e in read(made).entries] == [("样例市东区", "一；二")]


def test_numbers_and_days_are_taken_where_a_text_may_stand() -> None:
    taken = entry(1, "样例甲", None, None, None, 7, Cell("2024年5月7日", Kind.DAY))

    assert (taken.location, taken.note) == ("7", "2024年5月7日")


def test_the_value_of_a_merged_cell_counts_and_is_told() -> None:
    first, further = (Cell("东区", merged="F2:F3", is_first=is_first) for is_first in (True, False))
    found = read(sheet(HEAD, row(1, location=first), row(2, location=further)))

    assert [e.location for e in found.entries] == ["东区", "东区"]
    assert found.readings[0].merged == {"F2:F3": "所在地"}


def test_a_row_that_only_goes_on_with_a_merged_one_is_the_same_platform() -> None:
    name = Cell("样例乙", merged="B3:B4", is_first=False)

    assert left_out([None, name]) == [((3,), "与上一行合并，是同一家", "")]


def test_a_row_that_goes_on_with_something_of_its_own_is_refused() -> None:
    name = Cell("样例1", merged="B2:B3", is_first=False)

    assert wrong(sheet(HEAD, row(1), [None, name, "另一家公司"])) == [
        (
            "list.xlsx（工作表“名单”第 3 行 C 列）：名称与上一行合并成一格，“运营单位”却另有内容。"
            "一家占一行：是同一家的，内容并到一格；是两家的，取消合并，各写名称"
        )
    ]


@pytest.mark.parametrize(
    ("below", "why"),
    [
        (["注：排名不分先后。"], "注释或合计"),
        (["备注：样例"], "注释或合计"),
        (["合计", "1 家"], "注释或合计"),
        (["共1家"], "注释或合计"),
        (["（共 1 家）"], "注释或合计"),
        ([None, "合计1家"], "注释或合计"),
        (["二、培训服务类"], "名单以外的文字或小标题"),
        ([Cell("二、培训服务类", merged="A3:G3", is_wide=True)], "名单以外的文字或小标题"),
        ([Cell("样例市经信局", merged="B3:G3", is_wide=True)], "名单以外的文字或小标题"),
        ([2], "只有序号，没有内容"),
        (list(HEAD), "重复的表头"),
    ],
)
def test_rows_that_are_none_of_the_list_are_left_out_with_the_reason(below: list[object], why: str) -> None:
    assert [(rows, told) for rows, told, _ in left_out(below)] == [((3,), why)]


def test_titles_and_hidden_rows_are_left_out() -> None:
    made = sheet(["附件1"], HEAD, row(1), row(2), hidden_rows=frozenset({4}))

    assert read(made).readings[0].left_out == [
        LeftOut((1,), "标题", "附件1"),
        LeftOut((4,), "隐藏的行，没有收；要收的，取消隐藏后重新导入"),
    ]


def test_what_rows_say_of_persons_is_not_repeated() -> None:
    assert left_out(["填表人：王样例 13800138000"]) == [((3,), "注释或合计", "")]


def test_a_second_line_of_contacts_is_left_out_and_not_repeated() -> None:
    made = sheet(["序号", "平台名称", "联系人"], [1, "样例甲", "王样例"], [None, None, "李样例"])

    assert read(made).readings[0].left_out == [LeftOut((3,), "名单以外的文字或小标题", "")]


@pytest.mark.parametrize(
    ("changes", "column", "message", "repair"),
    [
        ({"name": FORMULA}, NAME, "“平台名称”里是公式", "粘贴为数值"),
        ({"operator": FORMULA}, OPERATOR, "“运营单位”里是公式", "粘贴为数值"),
        ({"credit_code": FORMULA}, CODE, "信用代码是公式", "粘贴为数值"),
        ({"name": 20231}, NAME, "里是数字，不是名称", "照原件"),
        ({"name": Cell("2024年5月7日", Kind.DAY)}, NAME, "里是日期，不是名称", "照原件"),
        ({"location": Cell("#N/A", Kind.OTHER)}, PLACE, "里是 #N/A，不是文字", "留空"),
        ({"name": "样\ufffd例"}, NAME, "丢失或本机特有的字", "照原件"),
        ({"name": None}, NAME, "“名称”一格是空的", "补上名称"),
        ({"name": "/"}, NAME, "名称没有写", "补上名称"),
        ({"name": "12"}, NAME, "不像名称", "全称"),
        ({"name": "本名单自印发之日起有效。"}, NAME, "不像名称", "删去这一行"),
        ({"name": "样" * (LONGEST_NAME + 1)}, NAME, f"名称有 {LONGEST_NAME + 1} 个字", "只写名称"),
        ({"credit_code": 919901000000000000}, CODE, "存成了数字，Excel 只留 15 位", "设为“文本”"),
        ({"credit_code": "9.1990100E+17"}, CODE, "存成了数字", "设为“文本”"),
        ({"credit_code": "919901000000012000"}, CODE, "存成了数字", "设为“文本”"),
        ({"credit_code": "919901000000012"}, CODE, "只有 15 位", "18 位"),
        ({"credit_code": "91990100MA"}, CODE, "信用代码有 10 位", "照原件"),
        ({"credit_code": "91990100MA00000O1G"}, CODE, "校验位不符", "有字母 O，"),
        ({"credit_code": code(1)[:-1] + "0"}, CODE, "校验位不符", "照原件"),
        ({"functions": FORMULA}, FUNCTIONS, "“服务类别”里是公式", "粘贴为数值"),
        ({"note": "联系 13800138000"}, "G", "这里有手机号码", "删去它"),
        ({"location": "样例小区3号楼2单元501室"}, PLACE, "像家庭住址", "只写到县"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place_and_the_repair(
    changes: dict[str, object], column: str, message: str, repair: str
) -> None:
    (told,) = wrong(sheet(HEAD, row(1, **changes), row(2)))

    assert told.startswith(f"list.xlsx（工作表“名单”第 2 行 {column} 列）：")
    assert message in told.split("。")[0]
    assert repair in told.split("。", 1)[1]


def test_no_number_of_a_person_is_repeated() -> None:
    made = sheet(
        HEAD, row(1, note="13800138000"), row(2, credit_code="110101199003070000"), row(3, name="13900139000")
    )

    told = "".join(wrong(made))

    assert len(wrong(made)) == 3
    assert not {"13800138000", "110101199003070000", "13900139000"} & set(told.split("”"))
    assert "138001" not in told
    assert "1990030" not in told
    assert "139001" not in told


def test_everything_that_is_wrong_is_told_at_once() -> None:
    made = sheet(HEAD, row(1, name=None), row(2), row(3, credit_code="1", location=FORMULA))

    assert [told.split("）")[0] for told in wrong(made)] == [
        "list.xlsx（工作表“名单”第 2 行 B 列",
        "list.xlsx（工作表“名单”第 4 行 F 列",
        "list.xlsx（工作表“名单”第 4 行 D 列",
    ]


def test_a_formula_in_a_column_that_is_not_used_does_not_matter() -> None:
    made = sheet(["平台名称", "得分"], ["样例甲", FORMULA])

    assert [e.name for e in read(made).entries] == ["样例甲"]


def test_a_formula_that_numbers_the_rows_does_not_matter() -> None:
    assert [e.name for e in read(sheet(HEAD, row(1, number=FORMULA))).entries] == ["样例第1号公共服务平台"]


def test_a_row_with_a_word_that_is_also_a_head_is_no_head() -> None:
    made = sheet(["序号", "平台名称", "单位性质", "所在地"], [1, "样例甲", "企业", "市区"])

    assert [e.location for e in read(made).entries] == ["市区"]


def test_another_head_below_the_list_is_refused() -> None:
    assert "又是一个表头，与第 1 行的不同" in wrong(sheet(HEAD, row(1), ["序号", "单位名称", "所在地"]))[0]


JUNK = st.sampled_from(
    [
        [],
        ["注：样例"],
        ["小计", "1家"],
        ["一、样例类"],
        list(HEAD),
        [None, None, None, None, None, None, None],
    ]
)
PIECES = st.lists(st.one_of(st.just("row"), JUNK), max_size=30)


@given(PIECES)
def test_every_row_of_the_list_is_an_entry_in_its_place_and_nothing_else_is(pieces: list[object]) -> None:
    lines: list[list[object]] = [list(HEAD)]
    expected: list[tuple[str, str, str]] = []
    for piece in pieces:
        number = len(expected) + 1
        if isinstance(piece, list):
            lines.append(piece)
        else:
            lines.append(row(number))
            expected.append(
                (f"工作表“名单”第 {len(lines)} 行", f"样例第{number}号公共服务平台", code(number))
            )

    found = read(sheet(*lines))

    assert [(e.place.part, e.name, e.credit_code) for e in found.entries] == expected
