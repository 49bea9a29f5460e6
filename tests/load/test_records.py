# SPDX-License-Identifier: Apache-2.0
"""What is an editor told of a text that is good YAML and yet no record, and where?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import rooms
from generator.load.records import read_record
from generator.model.designation import Designation
from generator.model.ruleset import Ruleset
from tests.builders import TINY
from tests.load.edits import LIST, PLACES, RULES, findings_of, told


def test_a_good_text_is_a_record() -> None:
    record, findings = read_record(rooms.DESIGNATIONS.shape, (TINY / LIST).read_text(encoding="utf-8"), LIST)

    assert findings == []
    assert isinstance(record, Designation)
    assert record.acts[0].platforms[2].name == "样例丙服务中心"


@pytest.mark.parametrize(
    ("escape", "what"),
    [
        (r"\u202e", "U+202E（文字方向控制符）"),
        (r"\u200b", "U+200B（零宽空格）"),
        (r"\u2028", "U+2028（Word 的手动换行）"),
        (r"\t", "U+0009（制表符 TAB）"),
        (r"\0", "U+0000（空字符）"),
        (r"\x85", "U+0085（控制符或专用符）"),
        (r"\N", "U+0085（控制符或专用符）"),
        (r"\r", "U+000D（回车符）"),
    ],
)
def test_a_hidden_character_that_is_written_as_an_escape_is_told_at_its_value(escape: str, what: str) -> None:
    assert told(LIST, "location: 样例市东区", f'location: "样例{escape}市东区"') == (
        f"有不能用的字符 {what}",
        "删去引号里以 \\ 开头的转义",
        11,
        100,
    )


def test_a_backslash_that_hides_nothing_is_read_as_it_is() -> None:
    text = (TINY / LIST).read_text(encoding="utf-8")
    for written, read in [(r'"样例\\\"\u5e02\n东"', '样例\\"市\n东'), (r"样例\u202e", r"样例\u202e")]:
        changed = text.replace("location: 样例市东区", f"location: {written}")
        record, findings = read_record(rooms.DESIGNATIONS.shape, changed, LIST)
        assert (findings, record.acts[0].platforms[0].location) == ([], read)


def test_an_unknown_field_is_told_at_its_name_with_the_one_that_was_meant() -> None:
    assert told(LIST, "stated_count", "stated_cuont") == (
        "没有“stated_cuont”这个字段",
        "是否想写“stated_count”？",
        8,
        5,
    )
    assert told(LIST, "location: 样例市东区", "locaton: 样例市东区")[2:] == (11, 90)
    assert told(RULES, "at_least: 100", "atleast: 100") == (
        "没有“atleast”这个字段",
        "是否想写“at_least”？",
        16,
        32,
    )


def test_an_unknown_field_that_resembles_none_is_told_with_all_there_are() -> None:
    message, repair, *place = told(RULES, "years: 3, reapply", "备注: 无, years: 3, reapply")

    assert message == "没有“备注”这个字段"
    assert (
        repair
        == "删去它；这里可用的字段：years、kind、reapply、reapply_article、term_end、term_end_basis、article"
    )
    assert place == [9, 12]


def test_the_name_that_the_program_uses_for_a_field_is_not_one() -> None:
    assert told(RULES, "from: 2020-02-09", "from_: 2020-02-09")[:2] == (
        "没有“from_”这个字段",
        "是否想写“from”？",
    )


def test_a_missing_field_is_told_where_its_record_begins_with_its_meaning() -> None:
    assert told(LIST, "issuer: 样例市工业和信息化局\n", "") == (
        "缺少字段“issuer”（发文机关）",
        "补上 issuer: ……",
        1,
        1,
    )
    assert told(LIST, "platform: yangli-0002, ", "")[2:] == (12, 9)
    assert told(RULES, "metric: legal_person, ", "")[2:] == (12, 5)
    assert told(PLACES, "    seen_in: 样例通知\n", "")[2:] == (12, 5)


def test_a_misspelt_field_is_not_told_as_missing_too() -> None:
    found = findings_of(LIST, ("issuer", "isuer"), ("checked_on", "checkedon"), ("issued_on", "issue_on"))

    assert [(f.message, f.repair) for f in found] == [
        ("没有“checkedon”这个字段", "是否想写“checked_on”？"),
        ("没有“issue_on”这个字段", "是否想写“issued_on”？"),
        ("没有“isuer”这个字段", "是否想写“issuer”？"),
    ] or {f.repair for f in found} == {
        "是否想写“checked_on”？",
        "是否想写“issued_on”？",
        "是否想写“issuer”？",
    }
    assert len(found) == 3


def test_a_missing_field_is_told_though_another_one_is_misspelt() -> None:
    found = findings_of(LIST, ("issuer", "isuer"), ("    complete: true\n", ""))

    assert {f.message for f in found} == {"没有“isuer”这个字段", "缺少字段“complete”（这里是否录全）"}


def test_a_full_width_colon_inside_braces_is_told_as_such() -> None:
    assert told(LIST, "name: 样例丙", "name：样例丙") == (
        "“name：样例丙服务中心”里用了全角冒号“：”",
        "改成半角冒号加一个空格：name: 样例丙服务中心",
        13,
        33,
    )


def test_members_that_are_wrong_do_not_make_their_list_too_short() -> None:
    (finding,) = findings_of(LIST, ("complete: true", "complete: 是"))

    assert finding.message == "“complete”须是 true 或 false，现在是“是”"


def test_places_lead_through_lists_and_branches() -> None:
    assert told(RULES, "at_least: 50, unit", "at_least: 50万, unit")[2:] == (17, 42)
    assert told(RULES, "at_least: 300", "at_least: 三百")[2:] == (25, 40)
    assert told(RULES, "items: [一, 二]", "items: [一, （二）]") == (
        "“items 第 2 项”的写法不对：“（二）”",
        "用中文数字，不加括号，例如 [一, 二]",
        45,
        74,
    )
    assert told(PLACES, "attested: [2020, 2023]", "attested: [2020, 2023年]")[2:] == (10, 43)


def test_a_notice_counts_the_line_above_its_front_matter() -> None:
    (finding,) = findings_of(LIST, ("2020-06-01", "2020.6.1"), lines_before=1)

    assert (finding.location.line, finding.location.column) == (5, 12)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "文件是空的"),
        ("# 以后再写\n", "文件是空的"),
        ("null\n", "文件是空的"),
        ("样例\n", "整个文件须是带字段的一段，现在是“样例”"),
        ("- a\n- b\n", "整个文件须是带字段的一段，现在是列表"),
    ],
)
def test_a_file_of_another_shape_is_told_as_a_whole(text: str, message: str) -> None:
    record, (finding,) = read_record(rooms.FORMS.shape, text, "a.yaml")

    assert record is None
    assert finding.message == message
    assert (finding.location.line, finding.location.column) == (1, 1)


def test_a_member_of_a_list_of_words_is_named_by_its_number() -> None:
    _, (finding,) = read_record(rooms.JURISDICTIONS.shape, "- 样例\n", "a.yaml")

    assert finding.message == "“第 1 项”须是带字段的一段，现在是“样例”"


def test_what_yaml_itself_refuses_comes_first() -> None:
    (finding,) = findings_of(LIST, ("title: ", "title: !x "), ("issuer", "isuer"))

    assert finding.check == "no-tags"


def test_keys_that_are_no_text_are_told_where_they_stand() -> None:
    (finding,) = findings_of(LIST, ("issuer: ", "2020: 虚构\nissuer: "))

    assert (finding.check, finding.location.line, finding.location.column) == ("keys-are-text", 3, 1)


FILES = sorted(TINY.rglob("registry/**/*.yaml"))


@given(st.sampled_from(FILES), st.data())
def test_one_damaged_line_never_stops_the_reader_and_every_finding_can_be_followed(
    path: Path, data: st.DataObject
) -> None:
    file = path.relative_to(TINY).as_posix()
    room = rooms.room_of(file)
    assert room is not None
    lines = path.read_text(encoding="utf-8").split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[number])))
    end = data.draw(st.integers(start, len(lines[number])))
    lines[number] = (
        lines[number][:start] + data.draw(st.text("a1:- []{}\"'：，#", max_size=3)) + lines[number][end:]
    )

    record, findings = read_record(room[0].shape, "\n".join(lines), file)

    assert (record is None) == bool(findings)
    for finding in findings:
        assert finding.message
        assert finding.repair
        assert "核对这一处（" not in finding.repair, "every fault has words of its own"
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1


def test_shapes_are_ready_for_every_room() -> None:
    assert rooms.RULESETS.shape.kind is Ruleset
    assert all(room.shape.adapter for room in rooms.ROOMS)
