# SPDX-License-Identifier: Apache-2.0
"""Can a table be filled in as a workbook: a head, rules that say what they take, text that stays text?"""

import io
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.form import Column, FieldType, Table
from generator.render.documents.coverage import UnprintableError
from generator.render.documents.workbook import EXPLAIN, FILL, ROWS, takes, workbook_of

DAY = date(2024, 1, 2)
NAME = Column(id="name", label="名称", width=4)
YEAR = Column(id="year", label="年份", group="购置", type=FieldType.DATE)
PRICE = Column(id="price", label="金额", group="购置", unit="万元", type=FieldType.NUMBER, hint="含税")
STATE = Column(id="state", label="状态", type=FieldType.CHOICE, options=("在用", "闲置"))
USES = Column(id="uses", label="用途", type=FieldType.CHOICES, options=("检测", "培训"))


def table(*columns: Column, **more: Any) -> Table:
    return Table(kind="table", id="equipment", columns=columns or (NAME,), rows=more.pop("rows", 40), **more)


def opened(made: Table, title: str = "样例清单", notes: tuple[str, ...] = ()) -> Workbook:
    return load_workbook(io.BytesIO(workbook_of(made, title, notes, DAY)))


def sheet(made: Table, name: str = FILL, **more: Any) -> Worksheet:
    found = opened(made, **more)[name]
    assert isinstance(found, Worksheet)
    return found


def test_there_is_a_sheet_to_fill_in_and_one_that_explains() -> None:
    assert opened(table()).sheetnames == [FILL, EXPLAIN]


def test_columns_of_a_group_stand_below_its_name() -> None:
    made = sheet(table(NAME, YEAR, PRICE, STATE, numbered=True))

    assert [[cell.value for cell in row] for row in made.iter_rows(max_row=4)] == [
        ["样例清单", None, None, None, None],
        ["序号", "名称", "购置", None, "状态"],
        [None, None, "年份", "金额（万元）", None],
        ["1", None, None, None, None],
    ]
    assert {"A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"} == {str(area) for area in made.merged_cells.ranges}
    assert made.freeze_panes == "A4"
    assert made.print_title_rows == "$2:$3"


def test_without_groups_the_head_is_one_row() -> None:
    made = sheet(table(NAME, STATE))

    assert [cell.value for cell in made[2]] == ["名称", "状态"]
    assert (made.freeze_panes, made.print_title_rows) == ("A3", "$2:$2")


def test_only_the_numbers_of_rows_are_written_into_rows() -> None:
    made = sheet(table(NAME, numbered=True))

    assert made.max_row == 2 + ROWS
    assert [row[0].value for row in made.iter_rows(min_row=3)] == [
        str(number) for number in range(1, ROWS + 1)
    ]
    assert {row[1].value for row in made.iter_rows(min_row=3)} == {None}
    assert {row[0].value for row in sheet(table(NAME)).iter_rows(min_row=3)} == {None}


@pytest.mark.parametrize(
    ("column", "kind", "operator", "first"),
    [
        (NAME, "textLength", "lessThanOrEqual", "500"),
        (PRICE, "decimal", "greaterThanOrEqual", "0"),
        (YEAR, "date", "greaterThanOrEqual", "1"),
        (STATE, "list", None, '"在用,闲置"'),
        (USES, "textLength", "lessThanOrEqual", "500"),
        (STATE.model_copy(update={"options": ("甲,乙", "丙")}), "textLength", "lessThanOrEqual", "500"),
        (STATE.model_copy(update={"options": ('甲"', "丙")}), "textLength", "lessThanOrEqual", "500"),
        (
            STATE.model_copy(update={"options": tuple("长" * 30 + str(n) for n in range(9))}),
            "textLength",
            "lessThanOrEqual",
            "500",
        ),
    ],
    ids=["text", "number", "date", "choice", "choices", "comma", "quotation mark", "too long a list"],
)
def test_a_column_takes_what_it_asks_for(column: Column, kind: str, operator: str | None, first: str) -> None:
    (rule,) = sheet(table(column)).data_validations.dataValidation

    assert (rule.type, rule.operator, rule.formula1) == (kind, operator, first)
    assert rule.error == takes(column)[:255]
    assert rule.prompt == (column.hint or takes(column))[:255]
    assert rule.allow_blank


def test_it_prints_on_a4_across() -> None:
    made = sheet(table(NAME, rows=40))

    assert (made.page_setup.orientation, str(made.page_setup.paperSize), made.page_setup.fitToHeight) == (
        "landscape",
        "9",
        0,
    )
    assert made.print_area == "'填写'!$A$1:$A$42"
    assert made.column_dimensions["A"].width > 30


def test_every_column_is_explained_and_so_is_the_table() -> None:
    made = table(NAME, PRICE, STATE, note="按先后填写。", at_least=10, columns_are_ours=True)
    rows = [[cell.value for cell in row] for row in sheet(made, EXPLAIN, notes=("本站制作。",)).iter_rows()]

    assert [row[0] for row in rows[:5]] == [
        "样例清单",
        "本站制作。",
        "按先后填写。",
        "至少填10行。",
        "原表没有列头，各列由本站拟定。",
    ]
    assert rows[5:] == [
        ["列", "填什么", "说明"],
        ["名称", "填文字，不超过500字", ""],
        ["购置 / 金额（万元）", "填不小于 0 的数，单位万元", "含税"],
        ["状态", "从下列各项中选一项：在用、闲置", ""],
    ]


def test_what_is_not_stated_is_not_explained() -> None:
    rows = [row[0].value for row in sheet(table(NAME), EXPLAIN).iter_rows()]

    assert rows == ["样例清单", "列", "名称"]


HOSTILE = [
    "=1+1",
    "+1",
    "@SUM(A1)",
    "{=1}",
    "https://example.org/",
    "<b>&amp;</b>",
    "]]>",
    "_x0041_",
    "{{ a }}",
    "长" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_hostile_texts_stay_text(text: str) -> None:
    column = Column(
        id="a", label=text, group=text, unit=text, hint=text, type=FieldType.CHOICE, options=(text, "乙")
    )
    book = opened(table(column, YEAR, note=text), title=text, notes=(text,))
    cells = [cell for name in (FILL, EXPLAIN) for row in book[name].iter_rows() for cell in row if cell.value]

    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert [cell.value for cell in cells].count(text) >= 4
    assert f"{text}（{text}）" in [cell.value for cell in cells]


@pytest.mark.parametrize("text", ["响\x07", "倒\u202e转", "😀"])
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    with pytest.raises(UnprintableError, match=r"表格 equipment 中有印不出的字符：U\+"):
        workbook_of(table(Column(id="a", label="甲", hint=text)), "样例", (), DAY)


PROGRAM = """
import sys
from datetime import date
from generator.model.form import Column, Table
from generator.render.documents.workbook import workbook_of
columns = (Column(id="b", label="名称"), Column(id="c", label="年份"))
made = Table(kind="table", id="a", rows=3, columns=columns)
sys.stdout.buffer.write(workbook_of(made, "样例", ("说明",), date(2024, 1, 2)))
"""


def test_the_same_table_gives_the_same_bytes_on_any_machine() -> None:
    made = set()
    for zone, language, seed in (("Asia/Shanghai", "zh_CN.UTF-8", "1"), ("America/New_York", "C", "2")):
        env = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed}
        made.add(
            subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, env=env).stdout
        )

    assert len(made) == 1
    assert workbook_of(table(), "样例", (), DAY) != workbook_of(table(), "样例", (), date(2024, 1, 3))


def test_a_workbook_is_dated_by_the_day_of_the_data_and_has_no_clock_in_it() -> None:
    content = workbook_of(table(), "样例", (), DAY)
    about = load_workbook(io.BytesIO(content)).properties

    assert (about.title, about.created) == ("样例", datetime(2024, 1, 2))  # noqa: DTZ001
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {member.date_time for member in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
