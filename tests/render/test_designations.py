# SPDX-License-Identifier: Apache-2.0
"""Does the page of a document show its list with both counts, and can the list be taken along as a file?"""

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.model.designation import Designation
from tests.builders import TINY_DAY, act, designation, row
from tests.render.workshop import files, pages, read, tiny_workshop, workshop

LIST = "yangli/2020-06-01-list"
PAGE = "notices/2020/yangli-list/"
CODE = "91350100M000100Y43"


def room_of(document: Designation) -> dict[str, bytes]:
    made = files(workshop(designations={LIST: document}))
    return {path.removeprefix(PAGE): file.content for path, file in made.items() if path.startswith(PAGE)}


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("stated", "complete", "told"),
    [
        (2, True, "文件所称 2 家，这里收录 2 家，已录全。"),
        (98, False, "文件所称 98 家，这里收录 2 家，没有录全。"),
        (None, False, "文件所称 未见，这里收录 2 家，没有录全。"),
    ],
)
def test_the_counts_stated_and_recorded_stand_above_the_list(
    stated: int | None, complete: bool, told: str
) -> None:
    listed = act("designate", row(), row("yangli-0002", "样例乙"), stated_count=stated, complete=complete)

    assert told in read(pages(workshop(designations={LIST: designation(listed)}))[PAGE].body).text


def test_every_row_leads_to_its_platform() -> None:
    body = pages(workshop(designations={LIST: designation(act("designate", row(location="样例市")))}))[
        PAGE
    ].body
    (link,) = (e for e in read(body).all("a") if e.text == "样例甲服务中心")

    assert link.attributes["href"] == "../../../registry/yangli-0001/"
    assert "样例市" in read(body).text


def test_a_row_says_its_note_and_who_took_over() -> None:
    documents = {
        LIST: designation(act("designate", row(), row("yangli-0002", "样例乙"))),
        "yangli/2021-06-01-merger": designation(
            act("revoke", row(successor="yangli-0002", note="因合并")), issued_on="2021-06-01"
        ),
    }

    assert (
        "由样例乙承接；因合并" in pages(workshop(designations=documents))["notices/2021/yangli-merger/"].body
    )


@pytest.mark.parametrize("operator", ["样例公司", None])
def test_a_column_of_operators_stands_only_where_the_list_has_one(operator: str | None) -> None:
    document = designation(act("designate", row(operator=operator)))
    heads = [e.text for e in read(pages(workshop(designations={LIST: document}))[PAGE].body).all("th")]

    assert ("运营单位" in heads) is (operator is not None)


def test_the_page_links_its_list_as_xlsx_and_csv_and_a_document_without_rows_has_none() -> None:
    with_rows = pages(workshop(designations={LIST: designation()}))[PAGE].body
    without = designation(act("designate", stated_count=9, complete=False) | {"platforms": []})

    assert f'href="../../../{PAGE}list.xlsx"' in with_rows
    assert f'href="../../../{PAGE}list.csv"' in with_rows
    assert f"{PAGE}list." not in pages(workshop(designations={LIST: without}))[PAGE].body
    assert room_of(without) == {}


def test_the_files_hold_every_row_of_every_act_as_the_document_has_it() -> None:
    full = row(
        operator="样例公司",
        credit_code=CODE,
        functions=["training", "information"],
        category="综合",
        location="样例市",
    )
    document = designation(
        act("designate", full), act("renew", row("yangli-0002", "样例乙", note="备注"), tier="ordinary")
    )
    rows = csv_rows(room_of(document)["list.csv"])

    assert rows[1] == [
        "1", "认定", "yangli-0001", "样例甲服务中心", "样例公司", CODE, "培训服务、信息服务", "综合",
        "样例市", "", "", "/registry/yangli-0001/",
    ]  # fmt: skip
    assert rows[2][:4] == ["1", "复核通过（继续认定）：公共服务平台（不是示范平台）", "yangli-0002", "样例乙"]
    assert rows[2][10] == "备注"


def test_csv_and_xlsx_hold_the_same_rows_as_text() -> None:
    made = room_of(
        designation(act("designate", row(name="=1+1", credit_code=CODE), row("yangli-0002", "样例乙")))
    )
    sheet = load_workbook(io.BytesIO(made["list.xlsx"])).active
    assert sheet is not None
    cells = [[str(cell.value or "") for cell in line] for line in sheet.iter_rows()]
    kinds = {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value}

    assert [[cell.removeprefix("'") for cell in line] for line in csv_rows(made["list.csv"])] == cells
    assert csv_rows(made["list.csv"])[1][3] == "'=1+1"
    assert kinds == {"s"}


def test_the_workbook_is_called_by_its_document_and_dated_by_the_day_of_the_data() -> None:
    book = load_workbook(io.BytesIO(room_of(designation(title="<样例> & 名单"))["list.xlsx"]))

    assert book.properties.title == "<样例> & 名单"
    assert book.sheetnames == ["名单"]
    assert book.properties.created == datetime(TINY_DAY.year, TINY_DAY.month, TINY_DAY.day)  # noqa: DTZ001


def test_every_document_of_the_tiny_site_has_both_files() -> None:
    room = tiny_workshop()
    folders = {path.rsplit("/", 1)[0] for path in files(room) if path.endswith("/list.xlsx")}

    assert folders == {path.rsplit("/", 1)[0] for path in files(room) if path.endswith("/list.csv")}
    assert folders == {f"notices/{year}/yangli-{name}" for year, name in NAMES}


NAMES: list[tuple[int, Any]] = [(2020, "first-list"), (2021, "changes"), (2023, "renewal")]
