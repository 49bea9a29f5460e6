# SPDX-License-Identifier: Apache-2.0
"""The open data as tables: CSV and XLSX with the same rows, and their description."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, overload

from generator.base import addresses
from generator.base.days import FIRST_DAY
from generator.base.output_file import OutputFile
from generator.base.quantity import shown
from generator.derive import thresholds
from generator.derive.register import Register
from generator.model.criterion import Threshold
from generator.model.platform import Platform
from generator.render.json_text import readable
from generator.render.sheets import Table, csv_of, xlsx_of
from generator.render.studio import Studio

PLATFORMS = (
    "编号", "名称", "曾用名称", "运营单位", "统一社会信用代码", "认定辖区", "所在地", "服务功能", "类别",
    "档次", "最近一段有效期首日", "最近一段有效期末日", "提前结束的缘由", "页面",
)  # fmt: skip
TERMS = (
    "平台编号", "名称", "首日", "末日", "末日的依据", "认定文件", "结束文件", "结束的缘由", "所依据的办法",
)  # fmt: skip


def _of_lines(studio: Studio, name: str, title: str, columns: tuple[str, ...]) -> Table:
    """A table whose rows were made with the platforms."""
    return Table(
        name, title, columns, RowsOfLines(studio.overview.lines.get(f"table-{name}", "").splitlines())
    )


class RowsOfLines(Sequence[tuple[str, ...]]):
    """Rows that are read from their lines each time they are looked at: all at once would fill the memory."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> "RowsOfLines": ...

    def __getitem__(self, at: int | slice) -> "tuple[str, ...] | RowsOfLines":
        if isinstance(at, slice):
            return RowsOfLines(self.lines[at])
        return tuple(json.loads(self.lines[at]))


def sizes(studio: Studio) -> list[tuple[str, str, int]]:
    """Name, title and number of rows of every table, without making the long ones."""
    lines = studio.overview.lines
    short = [_rulesets(studio.register), _thresholds(studio)]
    return [
        ("platforms", "平台", lines.get("table-platforms", "").count("\n")),
        ("terms", "有效期间", lines.get("table-terms", "").count("\n")),
        *((table.name, table.title, len(table.rows)) for table in short),
        ("notices", "公告", len(studio.overview.items)),
    ]


def platform_table(studio: Studio) -> Iterator[OutputFile]:
    """data/platforms.csv."""
    yield _csv(_of_lines(studio, "platforms", "平台", PLATFORMS))


def platform_workbook(studio: Studio) -> Iterator[OutputFile]:
    """data/platforms.xlsx, which takes three times as long."""
    yield _workbook(studio, _of_lines(studio, "platforms", "平台", PLATFORMS))


def term_tables(studio: Studio) -> Iterator[OutputFile]:
    """data/terms.csv and .xlsx."""
    yield from _files(studio, _of_lines(studio, "terms", "有效期间", TERMS))


def other_tables(studio: Studio) -> Iterator[OutputFile]:
    """data/rulesets, thresholds and notices, .csv and .xlsx each, and data/datapackage.json of all tables."""
    heads = [("platforms", "平台", PLATFORMS), ("terms", "有效期间", TERMS)]
    for table in (_rulesets(studio.register), _thresholds(studio), _notices(studio)):
        heads.append((table.name, table.title, table.columns))
        yield from _files(studio, table)
    yield OutputFile("data/datapackage.json", _datapackage(heads, studio))


def _files(studio: Studio, table: Table) -> Iterator[OutputFile]:
    yield _csv(table)
    yield _workbook(studio, table)


def _csv(table: Table) -> OutputFile:
    return OutputFile(f"data/{table.name}.csv", csv_of(table))


def _workbook(studio: Studio, table: Table) -> OutputFile:
    return OutputFile(f"data/{table.name}.xlsx", xlsx_of(table, _day(studio)))


def _day(studio: Studio) -> date:
    """The day that workbooks bear: of the newest version, not of the build.

    The same records give the same workbooks on every day.
    """
    site = studio.register.site
    return max((version.checked_on for version in site.rulesets.values()), default=FIRST_DAY)


def platform_row(studio: Studio, platform: Platform) -> tuple[str, ...]:
    """The row of a platform."""
    term = platform.terms[-1] if platform.terms else None
    return _row(
        platform.id,
        platform.name,
        "、".join([name.name for name in platform.names if name.name != platform.name]),
        platform.operator,
        platform.credit_code,
        studio.register.site.jurisdictions[platform.jurisdiction].name,
        platform.location,
        "、".join([studio.wording.label("functions", id_) for id_ in platform.functions]),
        platform.category,
        platform.tier.label,
        term.from_ if term else None,
        term.through if term else None,
        term.end_reason.label if term and term.end_reason else None,
        f"/{addresses.platform(platform.id)}",
    )


def term_rows(platform: Platform) -> Iterator[tuple[str, ...]]:
    """A row for each term of a platform."""
    for term in platform.terms:
        yield _row(
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
                    leaf.counted_as,
                    leaf.article,
                    studio.wording.kinds(row.applies_to),
                    "是" if row.alternative else None,
                )
            )
    columns = (
        "办法版本", "条件编号", "属于", "事项编号", "事项", "比较", "数值", "单位", "口径", "条款",
        "限于机构", "另有替代条件",
    )  # fmt: skip
    return Table("thresholds", "认定条件", columns, tuple(rows))


def _comparison(leaf: Threshold) -> tuple[str, str]:
    if leaf.at_least is not None:
        return "不少于", shown(leaf.at_least)
    if leaf.at_most is not None:
        return "不多于", shown(leaf.at_most)
    return "是否", "是" if leaf.equals else "否"


def _notices(studio: Studio) -> Table:
    rows = [
        _row(
            item.on,
            item.kind,
            item.title,
            item.number,
            studio.register.site.jurisdictions[item.jurisdiction].name,
            item.summary,
            f"/{item.address}",
        )
        for item in studio.overview.items
    ]
    return Table("notices", "公告", ("日期", "类别", "标题", "文号", "辖区", "摘要", "页面"), tuple(rows))


def _row(*cells: Any) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in cells)


def _datapackage(heads: Iterable[tuple[str, str, tuple[str, ...]]], studio: Studio) -> bytes:
    """The description of the CSV files (Data Package)."""
    settings = studio.register.site.settings
    package = {
        "name": "sme-public-service-demonstration-platforms",
        "title": settings.name,
        "description": settings.tagline,
        "created": _day(studio).isoformat(),
        "licenses": [{"title": settings.data_license}],
        "resources": [
            {
                "name": name,
                "title": title,
                "path": f"{name}.csv",
                "format": "csv",
                "encoding": "utf-8",
                "schema": {"fields": [{"name": column, "type": "string"} for column in columns]},
            }
            for name, title, columns in heads
        ],
    }
    return readable(package).encode()
