# SPDX-License-Identifier: Apache-2.0
"""What does the list look like that an office hands out as a workbook? A fictitious one, to import."""

import io
import random
from collections.abc import Iterator
from datetime import datetime

import xlsxwriter

from generator.author.fictitious_words import BRAND_CHARACTERS, FIELDS
from generator.base.identifiers import credit_code_check_character

HEAD = ("序号", "平台名称", "运营单位", "统一社会信用代码", "服务类别", "所在地")
WIDTHS = (6, 34, 26, 24, 20, 22)
CLASSES = ("信息服务", "技术服务", "创业服务", "培训服务", "融资服务")
NOTE = "注：本名单是虚构的，只供试用。"
MADE_ON = datetime(2026, 1, 5)  # noqa: DTZ001  (no clock is read)
LENGTH = 12


def fictitious_list(title: str, place: str, length: int = LENGTH, seed: int = 2) -> bytes:
    """A workbook with a merged title, a head, so many rows of platforms that nobody bears, and a note."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"title": title, "created": MADE_ON})
    sheet = book.add_worksheet("名单")
    centred = book.add_format({"bold": True, "align": "center", "font_size": 14})
    bold = book.add_format({"bold": True, "border": 1, "align": "center"})
    plain = book.add_format({"border": 1, "num_format": "@"})
    sheet.merge_range(0, 0, 0, len(HEAD) - 1, title, centred)
    for column, (name, width) in enumerate(zip(HEAD, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, bold)
    for number, row in enumerate(_rows(place, length, random.Random(seed)), 1):  # noqa: S311
        sheet.write_number(number + 1, 0, number, bold)
        for column, text in enumerate(row, 1):
            sheet.write_string(number + 1, column, text, plain)
    sheet.merge_range(length + 2, 0, length + 2, len(HEAD) - 1, NOTE)
    book.close()
    return content.getvalue()


def _rows(place: str, length: int, chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Names that no register has, because they end with 演示中心."""
    taken: set[str] = set()
    while len(taken) < length:
        brand = "".join(chance.sample(BRAND_CHARACTERS, 2))
        name = f"{place[2:4]}{brand}{chance.choice(FIELDS)}演示中心"
        if name in taken:
            continue
        taken.add(name)
        first = "91" + f"{chance.randrange(990000, 999999)}" + f"{chance.randrange(10**9):09}"
        code = first + credit_code_check_character(first)
        classes = "、".join(chance.sample(CLASSES, chance.choice((1, 2))))
        yield name, f"{brand}演示有限公司", code, classes, f"{place}{chance.choice('东西南北中')}区"
