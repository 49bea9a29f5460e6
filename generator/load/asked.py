# SPDX-License-Identifier: Apache-2.0
"""Which names or codes does a list ask about? One a line, or one column of a table; heads are left out.

The page for checking many at once reads a pasted text in the same way (scripts/bulk_check/lines.js).
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NAME_HEADS = (
    "平台名称",
    "示范平台名称",
    "名称",
    "单位名称",
    "企业名称",
    "机构名称",
    "公司名称",
    "运营单位",
    "运营单位名称",
    "申报单位",
    "申报单位名称",
    "依托单位",
    "名称或代码",
)
CODE_HEADS = ("统一社会信用代码", "社会信用代码", "信用代码", "平台编号", "编号", "代码")
HEADS = (*NAME_HEADS, *CODE_HEADS, "序号")
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx, .ods and .et, and how .xls begin
AS_CSV = "在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”，再核对存出的文件"

CODE = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{18}|[a-z][a-z-]*-[0-9]{4,}")
INSTITUTION = re.compile(  # in characters that Simplified and Traditional writing share, or in both
    "公司|中心|平台|[院所社厂會会园園]$|[协協][会會]|基地|服[务務]|[学學]校|大[学學]|集[团團]"
)
NAME = re.compile("[㐀-鿿]{4}")
SPACES = re.compile(r"\s+")
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|$)')


class Unreadable(Exception):
    """The list is no text that can be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about, the heads that were left out, and which column of how many it was."""

    lines: tuple[str, ...]
    heads: tuple[str, ...]
    column: int | None = None
    columns: int = 1


def content_of(file: str) -> bytes:
    """The bytes of a list."""
    return Path(file).read_bytes()


def decoded(content: bytes) -> str:
    """The text of a list; Unreadable for workbooks and for other encodings than UTF-8."""
    if content.startswith(WORKBOOKS):
        raise Unreadable(f"这是电子表格文件，不是文本：{AS_CSV}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"不是 UTF-8 编码的文本：{AS_CSV}") from error


def asked(text: str, *, is_csv: bool = False) -> Asked:
    """What a text asks about: a line each, or of lines with tabs or of CSV the column that looks like it."""
    clean = HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = _csv_rows(clean) if is_csv else _rows(clean)
    rows = [[SPACES.sub(" ", cell).strip() for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=1)
    column = _column(rows, width) if width > 1 else 0
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    lines = tuple(cell for cell in cells if not _is_head(cell))
    heads = tuple(dict.fromkeys(filter(_is_head, cells)))
    return Asked(lines, heads, column if width > 1 else None, width)


def _csv_rows(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text)))
    except csv.Error as error:
        raise Unreadable(f"这个 CSV 读不出来（有一格太长，或引号不成对）：{AS_CSV}") from error


def _rows(text: str) -> list[list[str]]:
    """Lines and tabs into cells; a cell in quotes may hold both, as spreadsheets copy it."""
    if "\t" not in text and '"' not in text:
        return [[line] for line in text.split("\n")]
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        if found := QUOTED.match(text, at):
            cell, at = found[1].replace('""', '"'), found.end()
        else:
            end = min(place for place in (text.find("\t", at), text.find("\n", at), len(text)) if place >= 0)
            cell, at = text[at:end], end
        rows[-1].append(cell)
        if text[at : at + 1] == "\n":
            rows.append([])
        at += 1
    return rows


def _is_head(cell: str) -> bool:
    return SPACES.sub("", cell) in HEADS


def _column(rows: Sequence[Sequence[str]], width: int) -> int:
    """The column with a head that is known, names before codes; else the one that looks most like it."""
    first = [SPACES.sub("", cell) for cell in rows[0]]
    for head in (*NAME_HEADS, *CODE_HEADS):
        if head in first:
            return first.index(head)
    scores = [sum(_score(row[number]) for row in rows if number < len(row)) for number in range(width)]
    return scores.index(max(scores))


def _score(cell: str) -> int:
    """How much a cell looks like a code or like the name of an institution."""
    if CODE.fullmatch(cell):
        return 3
    return (2 if INSTITUTION.search(cell) else 0) + (1 if NAME.search(cell) else 0)
