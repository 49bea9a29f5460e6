# SPDX-License-Identifier: Apache-2.0
"""Are the sheets of a list put together, and is what it says of its number held against its rows?"""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.author.lists.matching import match
from generator.author.lists.understanding import Count, counted
from generator.base.finding import Finding
from generator.load.attached.piece import Refused
from generator.load.lists.comma import sheet_of
from generator.load.lists.sheet import Sheet
from generator.model.designation import ActKind
from tests.author.lists.reading import FILE, read, sheet, wrong
from tests.official_lists import HEAD, comma_separated, row, rows


def counted_in(*sheets: Sheet, kind: ActKind = ActKind.DESIGNATE) -> Count | Finding:
    known = read(*sheets)
    assert known.findings == ()
    return counted(FILE, known, kind)


def count(*lines: Sequence[object]) -> Count:
    """What a list of one sheet says of its number."""
    found = counted_in(sheet(*lines))
    assert isinstance(found, Count)
    return found


def test_all_sheets_with_a_head_are_taken_in_their_order() -> None:
    found = read(sheet(HEAD, row(1), name="一"), sheet(HEAD, row(2), row(3), name="二"))

    assert [e.place.part for e in found.entries] == [
        "工作表“一”第 2 行",
        "工作表“二”第 2 行",
        "工作表“二”第 3 行",
    ]


def test_hidden_sheets_and_those_without_a_head_are_told() -> None:
    found = read(
        sheet(HEAD, row(1)),
        sheet(HEAD, row(2), name="藏", is_hidden=True),
        sheet(["说明"], name="说明"),
        sheet(),
    )

    assert len(found.entries) == 1
    assert [(skipped.name, why.split("，")[0]) for skipped, why in found.skipped] == [
        ("藏", "隐藏的工作表"),
        ("说明", "没有认出表头"),
    ]


def test_a_list_that_is_wholly_hidden_is_refused() -> None:
    assert "都是空的或隐藏的" in wrong(sheet(HEAD, row(1), is_hidden=True))[0]


def test_a_head_without_rows_is_refused() -> None:
    assert "表头下面没有一行名单" in wrong(sheet(HEAD, ["注：样例"]))[0]


def test_sheets_that_name_different_things_are_refused() -> None:
    made = [sheet(HEAD, row(1), name="一"), sheet(["序号", "单位名称"], [1, "样例甲公司"], name="二")]

    assert wrong(*made) == [
        (
            "list.xlsx（工作表“二”第 1 行）：这张工作表列的是单位名称，“一”列的是平台名称。"
            "把两张工作表的表头改得一致，或分两份文件导入"
        )
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [["样例市示范平台名单（共3家）"], HEAD, *rows(3)],
        [HEAD, *rows(3), ["注：共认定3家。"]],
        [HEAD, *rows(3), ["合计", "3"]],
        [HEAD, *rows(3), ["合计：三家"], ["共 3 家"]],
    ],
)
def test_a_number_that_the_list_states_is_taken(lines: list[list[object]]) -> None:
    assert count(*lines) == Count(3, "名单写着 3 家，相符")


def test_numbers_of_the_rows_state_how_many_there_are() -> None:
    assert count(HEAD, *rows(3)) == Count(3, "序号编到 3，相符")


def test_without_numbers_nothing_is_stated() -> None:
    assert count(["平台名称", "所在地"], ["样例甲", "东区"]) == Count(None, "名单没有写家数")


def test_fewer_rows_than_stated_are_a_doubt() -> None:
    found = count(["共5家"], HEAD, *rows(3))

    assert (found.stated, len(found.doubts)) == (5, 1)
    assert "名单写着 5 家，只读到 3 行" in found.doubts[0]


def test_more_rows_than_stated_are_refused() -> None:
    found = counted_in(sheet(["共2家"], HEAD, *rows(3)))

    assert isinstance(found, Finding)
    assert found.message == "名单写着 2 家，却有 3 行"


def test_numbers_of_groups_may_make_up_the_number_of_rows() -> None:
    lines: list[list[object]] = [["一、共1家"], row(1), ["二、共2家"], row(2), row(3)]

    assert count(HEAD, *lines).words == "名单写着 1、2 家，相符"
    assert count(["共3家"], HEAD, *lines).words == "名单写着 3、1、2 家，相符"


def test_what_is_said_of_another_decision_does_not_count() -> None:
    lines = [["另有撤销1家"], HEAD, row(1), row(2)]

    assert count(*lines).words == "序号编到 2，相符"
    assert isinstance(counted_in(sheet(*lines), kind=ActKind.REVOKE), Finding)


def test_each_sheet_and_the_whole_may_state_their_number() -> None:
    second = sheet(HEAD, row(3), ["合计1家"], name="二")
    for title in ("共3家", "共2家"):
        found = counted_in(sheet([title], HEAD, row(1), row(2), name="一"), second)

        assert isinstance(found, Count)
        assert (found.stated, found.doubts) == (3, ())


OTHERS = ("名称", "注：", "合计", "共3家", "1", "样例甲", "=1", "", "企业", "一、")
TEXTS = st.sampled_from([*HEAD, *OTHERS]) | st.text(max_size=6)


LINES = st.lists(TEXTS, max_size=5) | st.integers(1, 9).map(lambda n: [str(cell or "") for cell in row(n)])


@given(st.lists(LINES, max_size=12), st.sampled_from(ActKind))
def test_of_a_list_that_is_not_refused_every_row_is_accounted_for(
    lines: list[list[str]], kind: ActKind
) -> None:
    try:
        made = sheet_of(comma_separated(HEAD, *lines).encode("utf-8", "ignore"))
    except Refused:
        return
    known = read(made)
    if known.findings:
        return
    (reading,) = known.readings
    taken = {int(entry.place.part.split(" ")[1]) for entry in known.entries}
    left = {row for one in reading.left_out for row in one.rows}
    heads = set(range(reading.layout.first_head, reading.layout.last_head + 1))

    assert sorted([*taken, *left, *heads]) == list(made.rows)
    assert len(match(known.entries, "yangli", []).matches) == len(known.entries)
    assert isinstance(counted(FILE, known, kind), Count | Finding)


def test_a_gap_in_the_numbers_is_a_doubt() -> None:
    found = count(HEAD, row(1), row(2), row(4))

    assert found.stated is None
    assert found.doubts == ("工作表“名单”第 4 行：序号从 2 跳到 4，中间的是不是漏了？",)


def test_numbers_may_begin_anew_with_each_group_and_go_on_in_the_next_sheet() -> None:
    again = row(3, number=1)

    assert count(HEAD, row(1), row(2), ["二、样例类"], again).doubts == ()
    assert counted_in(sheet(HEAD, row(1), name="一"), sheet(HEAD, row(2), name="二")) == Count(
        2, "序号编到 2，相符"
    )
