# SPDX-License-Identifier: Apache-2.0
"""The open data as tables: CSV and XLSX with the same rows, and their description.

Every cell is text. In CSV a cell that a spreadsheet would take for a formula is guarded by a leading
apostrophe; files begin with a byte order mark, so that Excel reads Chinese.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.base.quantity import shown
from generator.derive import thresholds
from generator.derive.register import Register
from generator.model.criterion import Threshold
from generator.render import notices
from generator.render.studio import Studio

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 48


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(studio: Studio) -> tuple[Table, ...]:
    """Every table of the open data."""
    register = studio.register
    return (
        _platforms(studio),
        _terms(register),
        _rulesets(register),
        _thresholds(studio),
        _notices(register),
    )


def table_files(studio: Studio) -> Iterator[OutputFile]:
    """data/<name>.csv and .xlsx for every table, and data/datapackage.json."""
    made = tables(studio)
    for table in made:
        yield OutputFile(f"data/{table.name}.csv", csv_of(table))
        yield OutputFile(f"data/{table.name}.xlsx", xlsx_of(table, studio.register))
    yield OutputFile("data/datapackage.json", _datapackage(made, studio))


def csv_of(table: Table) -> bytes:
    """The table as CSV (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def guarded(cell: str) -> str:
    """The cell as a spreadsheet will show it, never compute it."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def xlsx_of(table: Table, register: Register) -> bytes:
    """The table as a workbook of one sheet, all cells text."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    day = register.site.as_of
    book.set_properties({"title": table.title, "created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001
    sheet = book.add_worksheet(table.title)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, head)
        cells = [len(row[column]) for row in table.rows]
        sheet.set_column(column, column, min(WIDEST, max([len(name) * 2, *(n * 2 for n in cells)]) + 2))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell, body)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return content.getvalue()


def _platforms(studio: Studio) -> Table:
    register = studio.register
    rows = []
    for platform in register.platforms.values():
        term = platform.terms[-1] if platform.terms else None
        former = "、".join(name.name for name in platform.names if name.name != platform.name)
        functions = "、".join(studio.wording.label("functions", id_) for id_ in platform.functions)
        rows.append(
            _row(
                platform.id,
                platform.name,
                former,
                platform.operator,
                platform.credit_code,
                register.site.jurisdictions[platform.jurisdiction].name,
                platform.location,
                functions,
                platform.category,
                platform.tier.label,
                term.from_ if term else None,
                term.through if term else None,
                term.end_reason.label if term and term.end_reason else None,
                f"/{addresses.platform(platform.id)}",
            )
        )
    columns = (
        "编号", "名称", "曾用名称", "运营单位", "统一社会信用代码", "认定辖区", "所在地", "服务功能", "类别",
        "档次", "最近一段有效期首日", "最近一段有效期末日", "提前结束的缘由", "页面",
    )  # fmt: skip
    return Table("platforms", "平台", columns, tuple(rows))


def _terms(register: Register) -> Table:
    rows = [
        _row(
            platform.id,
            platform.name,
            term.from_,
            term.through,
            term.basis.label,
            term.granted_by,
            term.ended_by,
            term.end_reason.label if term.end_reason else None,
            term.ruleset,
        )
        for platform in register.platforms.values()
        for term in platform.terms
    ]
    columns = (
        "平台编号",
        "名称",
        "首日",
        "末日",
        "末日的依据",
        "认定文件",
        "结束文件",
        "结束的缘由",
        "所依据的办法",
    )
    return Table("terms", "有效期间", columns, tuple(rows))


def _rulesets(register: Register) -> Table:
    rows = [
        _row(
            id_,
            register.site.jurisdictions[id_.split("/")[0]].name,
            version.title,
            version.document_number,
            version.issuer,
            version.stage.label,
            version.text.label,
            version.issued_on or version.published_on,
            version.in_force.from_ if version.in_force else None,
            version.in_force.through if version.in_force else None,
            version.validity.years if version.validity else None,
            version.publicity.working_days if version.publicity else None,
            version.checked_on,
            f"/{addresses.ruleset(id_)}",
        )
        for id_, version in register.site.rulesets.items()
    ]
    columns = (
        "编号", "辖区", "名称", "文号", "印发机关", "阶段", "收录程度", "印发或公布日期", "施行首日",
        "施行末日", "称号有效年数", "公示工作日数", "最近核对日", "页面",
    )  # fmt: skip
    return Table("rulesets", "办法版本", columns, tuple(rows))


def _thresholds(studio: Studio) -> Table:
    rows = []
    for id_, version in studio.register.site.rulesets.items():
        for row in thresholds.rows(thresholds.resolved(version)):
            leaf = row.threshold
            rows.append(
                _row(
                    id_,
                    leaf.id,
                    studio.wording.label("functions", row.function) if row.function else "基本条件",
                    leaf.metric,
                    studio.wording.label("metrics", leaf.metric),
                    *_comparison(leaf),
                    leaf.unit,
                    leaf.article,
                    studio.wording.kinds(row.applies_to),
                    "是" if row.alternative else None,
                )
            )
    columns = (
        "办法版本", "条件编号", "属于", "事项编号", "事项", "比较", "数值", "单位", "条款", "限于机构",
        "另有替代条件",
    )  # fmt: skip
    return Table("thresholds", "认定条件", columns, tuple(rows))


def _comparison(leaf: Threshold) -> tuple[str, str]:
    if leaf.at_least is not None:
        return "不少于", shown(leaf.at_least)
    if leaf.at_most is not None:
        return "不多于", shown(leaf.at_most)
    return "是否", "是" if leaf.equals else "否"


def _notices(register: Register) -> Table:
    rows = [
        _row(
            item.on,
            item.kind,
            item.title,
            item.number,
            register.site.jurisdictions[item.jurisdiction].name,
            item.summary,
            f"/{item.address}",
        )
        for item in notices.items(register)
    ]
    return Table("notices", "公告", ("日期", "类别", "标题", "文号", "辖区", "摘要", "页面"), tuple(rows))


def _row(*cells: Any) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in cells)


def _datapackage(made: tuple[Table, ...], studio: Studio) -> bytes:
    """The description of the CSV files (Data Package)."""
    site = studio.register.site
    package = {
        "name": "sme-public-service-demonstration-platforms",
        "title": site.settings.name,
        "description": site.settings.tagline,
        "created": site.as_of.isoformat(),
        "licenses": [{"title": site.settings.data_license}],
        "resources": [
            {
                "name": table.name,
                "title": table.title,
                "path": f"{table.name}.csv",
                "format": "csv",
                "encoding": "utf-8",
                "schema": {"fields": [{"name": column, "type": "string"} for column in table.columns]},
            }
            for table in made
        ],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()
