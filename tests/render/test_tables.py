# SPDX-License-Identifier: Apache-2.0
"""Do CSV and XLSX hold the same rows, as text that no spreadsheet computes, and the same bytes each time?"""

import csv
import io
import json
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.render.sheets import FORMULA_STARTS, Table, csv_of, guarded, xlsx_of
from generator.render.studio import Studio
from generator.render.tables import other_tables, platform_table, platform_workbook, sizes, term_tables
from tests.builders import TINY_DAY, act, designation, row, ruleset
from tests.render.workshop import tiny_workshop, workshop

BOM = b"\xef\xbb\xbf"
CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6)
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://foreign.example")']


def table(*rows: tuple[str, ...]) -> Table:
    return Table("sample", "样例", ("甲", "乙", "丙")[: len(rows[0])] if rows else ("甲",), rows)


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def xlsx_cells(content: bytes) -> list[list[tuple[str, str]]]:
    """Every cell with its type: s for text."""
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[(str(cell.value or ""), cell.data_type) for cell in line] for line in sheet.iter_rows()]


def xlsx_rows(content: bytes) -> list[list[str]]:
    return [[value for value, _ in line] for line in xlsx_cells(content)]


def unguarded(cell: str) -> str:
    """What a spreadsheet shows of a guarded cell."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def test_csv_begins_with_a_byte_order_mark_and_ends_its_lines_with_crlf() -> None:
    content = csv_of(table(("一", "二")))

    assert content == BOM + "甲,乙\r\n一,二\r\n".encode()


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_cell_that_a_spreadsheet_would_compute_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert csv_rows(csv_of(table((cell,))))[1] == [f"'{cell}"]


@pytest.mark.parametrize(
    "cell", ["", "甲", "1+1", "a=b", "'", "2021-05-07", " =1", "https://example.org/", "（-）"]
)
def test_a_cell_that_no_spreadsheet_would_compute_is_left_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.mark.parametrize("cell", ["一,二", '说“一”"二"', "一\n二", " 首尾 "])
def test_commas_quotation_marks_and_line_breaks_survive_in_csv(cell: str) -> None:
    assert csv_rows(csv_of(table((cell, "后"))))[1] == [cell, "后"]


@given(ROWS)
def test_every_row_comes_back_from_csv(rows: list[tuple[str, ...]]) -> None:
    back = [[unguarded(cell) for cell in line] for line in csv_rows(csv_of(table(*rows)))[1:]]

    assert [line for line, row_ in zip(back, rows, strict=True) if line != list(map(unguarded, row_))] == []


@settings(max_examples=40)
@given(ROWS)
def test_every_row_comes_back_from_xlsx_as_text(rows: list[tuple[str, ...]]) -> None:
    cells = xlsx_cells(xlsx_of(table(*rows), TINY_DAY))[1:]

    assert [[value for value, _ in line] for line in cells] == [list(line) for line in rows]
    assert {kind for line in cells for value, kind in line if value} <= {"s"}


@pytest.mark.parametrize(
    "cell", [*HOSTILE[:4], HOSTILE[6], "https://example.org/", "mailto:a@example.org", "010", "1e5"]
)
def test_xlsx_keeps_formulas_addresses_and_numbers_as_text(cell: str) -> None:
    ((value, kind),) = xlsx_cells(xlsx_of(table((cell,)), TINY_DAY))[1]

    assert (value, kind) == (cell, "s")


def test_xlsx_links_to_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_of(table(("https://example.org/",)), TINY_DAY))) as parts:
        assert not any("worksheets/_rels" in name for name in parts.namelist())


def test_a_workbook_carries_the_day_of_the_data_and_no_clock() -> None:
    content = xlsx_of(table(("一",)), date(2024, 1, 2))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        times = {part.date_time for part in parts.infolist()}
    properties = load_workbook(io.BytesIO(content)).properties

    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert properties.created == properties.modified == datetime(2024, 1, 2)  # noqa: DTZ001  (openpyxl gives no zone)


def test_a_table_without_rows_still_has_its_head() -> None:
    assert csv_rows(csv_of(table())) == [["甲"]]
    assert xlsx_rows(xlsx_of(table(), TINY_DAY)) == [["甲"]]


def table_files(room: Studio) -> dict[str, bytes]:
    """Every file of a table, and their description."""
    made = [*platform_table(room), *platform_workbook(room), *term_tables(room), *other_tables(room)]
    return {file.path: file.content for file in made}


def test_the_same_records_give_the_same_bytes() -> None:
    assert table_files(tiny_workshop()) == table_files(tiny_workshop())


def test_a_new_day_changes_no_table() -> None:
    later = TINY_DAY + timedelta(days=1)

    assert table_files(tiny_workshop(as_of=later)) == table_files(tiny_workshop())


def test_workbooks_and_their_description_bear_the_day_of_the_newest_version() -> None:
    versions = {f"yangli/{year}": ruleset(checked_on=date(year, 5, 6)) for year in (2020, 2023, 2021)}
    made = table_files(workshop(rulesets=versions))
    books = [content for path, content in made.items() if path.endswith(".xlsx")]

    assert {load_workbook(io.BytesIO(book)).properties.created for book in books} == {datetime(2023, 5, 6)}  # noqa: DTZ001  (openpyxl gives no zone)
    assert json.loads(made["data/datapackage.json"])["created"] == "2023-05-06"


@pytest.mark.parametrize("room", [workshop(), tiny_workshop()], ids=["nothing", "tiny"])
def test_the_rows_of_every_table_are_known_without_making_the_long_ones(room: Studio) -> None:
    made = table_files(room)

    assert {name: rows for name, _, rows in sizes(room)} == {
        path.removeprefix("data/").removesuffix(".csv"): len(csv_rows(content)) - 1
        for path, content in made.items()
        if path.endswith(".csv")
    }


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_csv_and_xlsx_of_a_built_site_have_the_same_rows(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    names = sorted(path.stem for path in (site / "data").glob("*.csv"))

    assert names == ["notices", "platforms", "rulesets", "terms", "thresholds"]
    for name in names:
        rows = [
            [unguarded(cell) for cell in line] for line in csv_rows((site / f"data/{name}.csv").read_bytes())
        ]
        assert rows == xlsx_rows((site / f"data/{name}.xlsx").read_bytes())
        assert len(rows) > 1


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_the_description_names_the_columns_of_every_csv(fixture: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(fixture)
    package = json.loads((site / "data/datapackage.json").read_bytes())

    for resource in package["resources"]:
        head = csv_rows((site / "data" / resource["path"]).read_bytes())[0]
        assert head == [field["name"] for field in resource["schema"]["fields"]]
    assert {resource["path"] for resource in package["resources"]} == {
        path.name for path in (site / "data").glob("*.csv")
    }


def cells_of(name: str, **records: object) -> list[dict[str, str]]:
    head, *lines = csv_rows(table_files(workshop(**records))[f"data/{name}.csv"])
    return [dict(zip(head, map(unguarded, line), strict=True)) for line in lines]


def test_every_row_has_as_many_cells_as_the_head() -> None:
    for path, content in table_files(tiny_workshop()).items():
        if path.endswith(".csv"):
            assert len({len(line) for line in csv_rows(content)}) == 1, path


def test_a_platform_that_was_only_proposed_has_no_term_in_its_row() -> None:
    (line,) = cells_of("platforms", designations={"yangli/2020-06-01-list": designation(act("propose"))})

    assert (line["最近一段有效期首日"], line["最近一段有效期末日"]) == ("", "")


def test_the_latest_of_several_terms_is_in_the_row_of_a_platform() -> None:
    records = {
        "yangli/2020-06-01-list": designation(act(through=date(2022, 5, 31), term_basis="虚构")),
        "yangli/2022-06-01-list": designation(
            act("renew", through=date(2024, 5, 31), term_basis="虚构"),
            issued_on=date(2022, 6, 1),
            document_number="样工信〔2022〕9号",
        ),
    }
    (line,) = cells_of("platforms", designations=records)

    assert (line["最近一段有效期首日"], line["最近一段有效期末日"]) == ("2022-06-01", "2024-05-31")
    assert len(cells_of("terms", designations=records)) == 2


def test_former_names_stand_beside_the_present_one() -> None:
    rename = designation(
        act("rename", row(name="样例新名")), issued_on=date(2021, 1, 1), document_number="样工信〔2021〕1号"
    )
    (line,) = cells_of(
        "platforms", designations={"yangli/2020-06-01-list": designation(), "yangli/2021-01-01-name": rename}
    )

    assert (line["名称"], line["曾用名称"]) == ("样例新名", "样例甲服务中心")


@pytest.mark.parametrize(
    ("leaf", "comparison", "value"),
    [
        ({"metric": "total_assets", "at_least": 150, "unit": "万元"}, "不少于", "150"),
        ({"metric": "total_assets", "at_most": 0.5, "unit": "万元"}, "不多于", "0.5"),
        ({"metric": "legal_person", "equals": True}, "是否", "是"),
        ({"metric": "legal_person", "equals": False}, "是否", "否"),
    ],
)
def test_each_comparison_is_a_row(leaf: dict[str, object], comparison: str, value: str) -> None:
    version = ruleset(criteria=[{"id": "a", "article": "第一条"} | leaf])
    (line,) = cells_of("thresholds", rulesets={"yangli/2020": version})

    assert (line["比较"], line["数值"], line["条款"], line["属于"]) == (
        comparison,
        value,
        "第一条",
        "基本条件",
    )
    assert line["另有替代条件"] == ""
