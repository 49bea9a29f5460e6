# SPDX-License-Identifier: Apache-2.0
"""Where does the front matter of a Markdown file end and its body begin?"""

import re
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.base.location import Location

FENCE = "---"
LIKE_A_FENCE = re.compile("[ \u3000]*[-－—–―‐_=]{2,}[ \u3000]*")

FIELD = re.compile("[a-z_]+ ?[:：]")
FRONT = re.compile("[a-z_]+ ?[:：]|[ #-]")  # how lines before the end begin


@dataclass(frozen=True, slots=True)
class Parts:
    """The front matter, which begins on line 2, and the body with the line it begins on."""

    front: str
    body: str
    body_line: int


def split(text: str, file: str) -> tuple[Parts | None, list[Finding]]:
    """The two parts of a file, or None and the reason; spaces behind a fence do no harm."""
    lines = text.split("\n")
    if lines[0].rstrip(" ") != FENCE:
        return None, [_without_beginning(lines, file)]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip(" ") == FENCE), None)
    if end is None:
        return None, [_endless(lines, file)]
    begin = next((number for number, line in enumerate(lines) if number > end and line), end + 1)
    body = "\n".join(lines[begin:]).rstrip("\n")
    return Parts("\n".join(lines[1:end]) + "\n", body, begin + 1), []


def _without_beginning(lines: list[str], file: str) -> Finding:
    """The finding for a file that does not begin with three hyphens."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    place = Location(file)
    if first is None:
        repair = "照同类文件补上内容；不要这个文件的，删去它"
        return Finding(place, "文件是空的", repair, "front-matter").placed(1, 1)
    if lines[first].strip() == FENCE:
        message, repair = "第一行须是 ---，前面不留空行和空格", f"把第 {first + 1} 行的 --- 移到文件最开头"
    elif LIKE_A_FENCE.fullmatch(lines[first]):
        message, repair = "这一行不是三个半角短横 ---", "改成三个半角短横 ---，前后不留空格"
    elif FIELD.match(lines[first]):
        message, repair = (
            "文件开头没有 ---",
            f"在“{lines[first].split(':')[0].split('：')[0]}”这一行前面加一行 ---",
        )
    else:
        message = "文件开头没有 ---"
        repair = "第一行写三个半角短横 ---，下面写各个字段，再用一行 --- 结束"
    return Finding(place, message, repair, "front-matter").placed(first + 1, 1)


def _endless(lines: list[str], file: str) -> Finding:
    """The finding for front matter without an end: where it was meant to be, or where the fields end."""
    meant = next((n for n, line in enumerate(lines[1:], 1) if LIKE_A_FENCE.fullmatch(line)), None)
    if meant is not None:
        repair = "改成三个半角短横 ---，前后不留空格"
        message = "这一行不是三个半角短横 ---，字段部分因此没有结束"
        return Finding(Location(file), message, repair, "front-matter").placed(meant + 1, 1)
    last = next((n - 1 for n, line in enumerate(lines[1:], 1) if not FRONT.match(line)), len(lines) - 1)
    repair = f"在第 {last + 1} 行下面加一行 ---，正文从再下一行开始"
    return Finding(Location(file), "字段部分没有用 --- 结束", repair, "front-matter").placed(last + 1, 1)
