# SPDX-License-Identifier: Apache-2.0
"""What does a list in CSV say? It is UTF-8, with or without byte order mark, or GB18030."""

import csv
import io

from generator.load.attached.piece import Refused
from generator.load.lists.sheet import Cell, Kind, Sheet, clean

ANEW = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再导入那个文件"
LARGEST = 2_000  # characters of a cell
ROWS, COLUMNS = 20_000, 200  # as many as a list may have


def sheet_of(content: bytes) -> Sheet:
    """The only sheet of such a file; Refused where it cannot be read."""
    text = _decoded(content)
    if "\0" in text:
        raise Refused("这个文件不是文本", ANEW)
    separator = "," if "," in text or "\t" not in text else "\t"
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise Refused("这个 CSV 读不出来（有一格太长，或引号不成对）", ANEW) from error
    if len(lines) > ROWS or max(map(len, lines), default=0) > COLUMNS:
        raise Refused(
            f"表格太大，超过 {ROWS:,} 行或 {COLUMNS} 列", "只留下名单本身；确有这么多家的，分成几个文件"
        )
    rows = {number: row for number, line in enumerate(lines, 1) if (row := _row(line))}
    return Sheet("", rows)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("认不出这个文件的编码（不是 UTF-8，也不是 GB18030）", ANEW)


def _row(line: list[str]) -> dict[int, Cell]:
    texts = {number: clean(text) for number, text in enumerate(line, 1)}
    if any(len(text) > LARGEST for text in texts.values()):
        raise Refused(f"有一格超过 {LARGEST:,} 个字，多半是引号不成对", ANEW)
    return {
        number: Cell(text, Kind.FORMULA if text.startswith("=") else Kind.TEXT)
        for number, text in texts.items()
        if text
    }
