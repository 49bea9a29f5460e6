# SPDX-License-Identifier: Apache-2.0
"""Why is a cell no credit code? Spreadsheets keep fifteen digits of a number and drop the rest."""

import re

from generator.base.identifiers import credit_code_is_valid
from generator.load.lists.sheet import Cell, Kind

AS_TEXT = "在 Excel 里把这一列的格式设为“文本”，照原件重新填写（先设格式再填）"
CODE_AS_NUMBER = "信用代码存成了数字，Excel 只留 15 位，后面的已经丢失"
SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]{1,2}")
ENDING_IN_ZEROS = re.compile(r"[0-9]{15}000")


def code_problem(cell: Cell, text: str) -> tuple[str, str] | None:
    """Why this is no credit code; the text itself is not repeated: it may be the number of a person."""
    if cell.kind is Kind.TEXT and credit_code_is_valid(text):
        return None
    if cell.kind is Kind.NUMBER or SCIENTIFIC.fullmatch(text) or ENDING_IN_ZEROS.fullmatch(text):
        return CODE_AS_NUMBER, AS_TEXT
    if len(text) == 15:
        return (
            "只有 15 位，是旧的注册号，或后三位已丢失",
            f"写 18 位的统一社会信用代码；没有的留空。{AS_TEXT}",
        )
    if len(text) != 18:
        return f"信用代码有 {len(text)} 位，不是 18 位", "照原件改正；没有的留空"
    wrong = sorted(set(text) & set("OIZSV"))
    hint = f"这里有字母 {'、'.join(wrong)}，代码里不用 O、I、Z、S、V；" if wrong else ""
    return "信用代码不符合 GB 32100-2015（校验位不符，多半抄错了一位）", f"{hint}照原件改正；没有的留空"
