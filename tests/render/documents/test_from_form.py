# SPDX-License-Identifier: Apache-2.0
"""Does every part of a form come onto paper with its own labels, and every field with an id of its own?"""

from typing import Any

from generator.render.documents.document import (
    Blank,
    Cover,
    Document,
    Heading,
    Inline,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Sheet,
    Tick,
    Words,
    field_ids,
)
from generator.render.documents.from_form import document_of
from tests.builders import form, tiny_site

TINY = "yangli/report"


def made(*parts: dict[str, Any]) -> Document:
    return document_of(form(layout_known=True, parts=list(parts)), "样例办法附件1", "样例页脚")


def tiny() -> Document:
    return document_of(tiny_site().forms[TINY], "样例办法附件2", "样例页脚")


def sheets(document: Document) -> dict[str, Sheet]:
    return {block.id: block for block in document.blocks if isinstance(block, Sheet)}


def text(line: Line) -> str:
    return "".join(map(shown, line.content))


def shown(part: Inline) -> str:
    if isinstance(part, Words):
        return part.text
    return f"[{part.id}]" if isinstance(part, Blank) else f"<{part.option}>"


def rows(sheet: Sheet) -> list[list[str]]:
    return [["｜".join(map(text, cell.lines)) for cell in row] for row in sheet.rows]


def test_a_cover_has_its_headings_its_fields_and_its_foot() -> None:
    cover = tiny().blocks[0]

    assert isinstance(cover, Cover)
    assert cover.heading == ("样例市示范平台", "申请报告")
    assert [text(line) for line in cover.lines] == ["申请单位：[applicant]（盖章）", "填报日期：[filled-on]"]
    assert cover.foot == "样例市工业和信息化局制"


def test_a_title_begins_a_page() -> None:
    blocks = made({"kind": "title", "text": "样例表"}, {"kind": "break"}).blocks

    assert blocks == (PageBreak(), Heading("样例表", 1), PageBreak())


def test_points_are_numbered_in_chinese_on_both_levels() -> None:
    [listing] = [block for block in tiny().blocks if isinstance(block, Listing)]

    assert listing.points == (("一、申请表", 0), ("二、说明材料", 0), ("（一）样例的第一点", 1))


def test_a_grid_has_its_heading_as_first_row_and_each_field_in_its_cell() -> None:
    grid = sheets(tiny())["grid-5"]

    assert rows(grid) == [
        ["一、基本情况"],
        ["上年末总资产[assets]万元", "投资方", "比例 %"],
        ["[investor]", "[share]%"],
        ["测评方法", "<上门><电话>｜抽样[firms]家，回收[answers]份"],
    ]
    assert (grid.rows[1][0].span, grid.rows[1][0].rows, grid.rows[0][0].span) == (2, 2, 4)


def test_each_option_of_a_choice_has_a_column_whose_head_names_it() -> None:
    table = sheets(tiny())["firms-asked"]

    assert rows(table)[:3] == [["二、抽样情况"], ["企业名称", "评价"], ["满意", "不满意"]]
    assert [cell.rows for cell in table.rows[1]] == [2, 1]
    assert table.heads == 3
    assert table.joins
    ticks = [cell.lines[0].content[0] for cell in table.rows[3][1:]]
    assert ticks == [
        Tick("firms-asked-1-rating", option, label="第1行评价", alone=True, bare=True)
        for option in ("满意", "不满意")
    ]


def test_columns_of_a_group_stand_below_its_name_and_rows_are_numbered() -> None:
    table = sheets(tiny())["equipment"]

    assert rows(table)[:2] == [["序号", "设备", "购置日期"], ["名称", "价格（万元）"]]
    assert rows(table)[2] == ["1", "[equipment-1-name]", "[equipment-1-price]", "[equipment-1-bought-on]"]


def test_columns_that_are_ours_are_said_to_be() -> None:
    notes = [text(block.line) for block in tiny().blocks if isinstance(block, Paragraph)]

    assert notes[:2] == ["样例的说明", "原表没有列头，以下各列由本站拟定，可以增减。"]


def test_a_box_asks_for_signature_seal_and_day_where_the_original_does() -> None:
    box = sheets(tiny())["opinion"]

    lines = [text(line).replace("　", "") for line in box.rows[0][0].lines]
    assert lines == ["推荐意见：", "[opinion]", "签字：", "（盖章）", "年月日"]
    assert [line.style for line in box.rows[0][0].lines][2:] == ["right"] * 3


def test_a_point_to_write_on_has_its_number_and_what_to_say() -> None:
    blocks = tiny().blocks

    assert blocks[-3] == Heading("（一）基本情况")
    assert [text(block.line) for block in blocks[-2:] if isinstance(block, Paragraph)] == [
        "（包括：沿革）",
        "[situation]",
    ]


def test_what_is_asked_is_named_without_its_colon_for_those_who_cannot_see_it() -> None:
    asked = made(
        {"kind": "box", "field": {"id": "a", "label": "样例意见：", "type": "paragraph", "lines": 2}}
    )

    [blank] = sheets(asked)["a"].rows[0][0].lines[1].content

    assert isinstance(blank, Blank)
    assert (blank.label, blank.kind, blank.lines) == ("样例意见", "paragraph", 2)


def test_every_place_to_write_in_has_an_id_of_its_own() -> None:
    ids = field_ids(tiny())

    assert ids[:6] == ["applicant", "filled-on", "assets", "investor", "share", "method"]
    assert ids[-2:] == ["equipment-2-bought-on", "situation"]
