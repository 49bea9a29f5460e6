# SPDX-License-Identifier: Apache-2.0
"""`platform-registry lookup`: what holds of each name or code of a list on a day."""

import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from generator.base import addresses
from generator.base.finding import Level
from generator.checks import catalogue as checks
from generator.commands.arguments import HERE, MISUSE, AsOf, Root, day, named_file, today
from generator.commands.voice import complain
from generator.derive.register import Register, register
from generator.load.asked import Asked, Unreadable, asked, decoded
from generator.load.tree import load
from generator.render.bulk_rows import COLUMNS, NUMBER_UNSEEN, BulkCheck, Row, counted
from generator.render.json_text import readable
from generator.render.sheets import Table, csv_of

UNCHECKED = "没有核对"
SEPARATOR = "\t"


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


File = Annotated[
    str, typer.Argument(help="名称或代码的清单，一行一个，或 CSV；- 从标准输入读", metavar="文件|-")
]
On = Annotated[
    date | None,
    typer.Option("--on", help="核对哪一天，写作 2026-11-22", parser=day, metavar="日期", show_default="今天"),
]
Written = Annotated[Format, typer.Option("--format", help="输出格式：text 供人看，csv 供表格，json 供程序")]


def lookup(
    file: File, on: On = None, root: Root = HERE, as_of: AsOf = None, written: Written = Format.TEXT
) -> None:
    """逐行核对一份清单：每个名称或代码在某一天的认定结果、有效期间和依据文件。

    与网站上的批量核对相同：平台名称、曾用名、运营单位、统一社会信用代码、平台编号，完全对上才算。

    退出码：0，每一行都找到了，那一天都有效；1，有的没有找到或不是有效；2，用法不对，或清单、记录有误而没有核对。
    """
    chosen = on or today()
    wanted = _read(file)
    known = _register(root, as_of or today())
    rows = list(BulkCheck(known, chosen).rows(wanted.lines))
    site_url = known.site.settings.site_url
    _write(rows, chosen, f"{site_url or '/'}", written)
    if wanted.heads:
        complain(f"略去表头：{'、'.join(wanted.heads)}")
    told = "，".join(f"{word} {count}" for word, count in counted(rows).items())
    complain(f"{chosen}：核对 {len(wanted.lines)} 行；{told}")
    if not all(row.verdict.holds for row in rows):
        raise typer.Exit(1)


def _read(file: str) -> Asked:
    """What the list asks about; exit with 2 where there is nothing to check."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else named_file(file, UNCHECKED)
        wanted = asked(decoded(content), is_csv=file.lower().endswith(".csv"))
    except Unreadable as error:
        complain(f"{UNCHECKED}：{error}")
        raise typer.Exit(MISUSE) from error
    if not wanted.lines:
        complain(f"{UNCHECKED}：清单是空的，一行写一个名称或代码")
        raise typer.Exit(MISUSE)
    return wanted


def _register(root: Root, as_of: date) -> Register:
    """The register, if its records are right."""
    site, findings = load(root, as_of)
    known = register(site) if site else None
    told = [*findings, *(checks.run(known) if known else ())]
    wrong = [finding for finding in told if finding.level is Level.ERROR]
    if known is None or wrong:
        complain(f"{UNCHECKED}：记录有 {len(wrong)} 处错误，先运行 platform-registry check")
        raise typer.Exit(MISUSE)
    return known


def _write(rows: Sequence[Row], on: date, address: str, written: Format) -> None:
    """The rows on standard output; what a spreadsheet or a program reads is UTF-8 everywhere."""
    if written is Format.CSV:
        cells = tuple(row.cells(address) for row in rows)
        sys.stdout.buffer.write(csv_of(Table("check", "批量核对", COLUMNS, cells)))
    elif written is Format.JSON:
        value = {"on": on.isoformat(), "rows": [_plain(row, address) for row in rows]}
        sys.stdout.buffer.write(readable(value).encode())
    else:
        encoding = sys.stdout.encoding
        for row in rows:
            typer.echo(_line(row, address).encode(encoding, "backslashreplace").decode(encoding))


def _line(row: Row, address: str) -> str:
    """Input, verdict, name with id, term, documents with numbers, and a note, with tabs between."""
    cells = dict(zip(COLUMNS, row.cells(address), strict=True))
    platform = f"{row.name}（{row.platform}）" if row.platform else ""
    papers = "；".join(f"{paper.title}（{paper.number or NUMBER_UNSEEN}）" for paper in row.papers)
    return SEPARATOR.join((row.input, row.verdict.word, platform, row.term, papers, cells["说明"])).rstrip(
        SEPARATOR
    )


def _plain(row: Row, address: str) -> dict[str, Any]:
    """A row for programs; what is not there is null or an empty list."""
    return {
        "input": row.input,
        "state": row.verdict.state,
        "verdict": row.verdict.word,
        "platform": row.platform,
        "name": row.name,
        "jurisdiction": row.jurisdiction,
        "note": row.note or None,
        "term": row.term or None,
        "documents": [
            {"title": paper.title, "number": paper.number, "page": f"{address}{paper.address}"}
            for paper in row.papers
        ],
        "page": f"{address}{addresses.platform(row.platform)}" if row.platform else None,
        "candidates": [{"platform": id_, "name": name} for id_, name in row.candidates],
    }
