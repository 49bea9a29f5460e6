# SPDX-License-Identifier: Apache-2.0
"""Where does the front matter of a Markdown file end and its body begin?"""

import re
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.base.location import Location

FENCE = "---"
LIKE_A_FENCE = re.compile("[ \u3000]*[-－—–―‐_=]{2,}[ \u3000]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """The front matter, which begins on line 2, and the body with the line it begins on."""

    front: str
    body: str
    body_line: int


def split(text: str, file: str) -> tuple[Parts | None, list[Finding]]:
    """The two parts of a notice, or None and the reason."""
    lines = text.split("\n")
    if lines[0] != FENCE:
        repair = "第一行写三个半角短横 ---，下面写各个字段，再用一行 --- 结束"
        return None, [Finding(Location(file), "文件开头没有 ---", repair, "front-matter").placed(1, 1)]
    end = next((number for number, line in enumerate(lines[1:], 1) if line == FENCE), None)
    if end is None:
        return None, [_endless(lines, file)]
    begin = next((number for number, line in enumerate(lines) if number > end and line), end + 1)
    body = "\n".join(lines[begin:]).rstrip("\n")
    return Parts("\n".join(lines[1:end]) + "\n", body, begin + 1), []


def _endless(lines: list[str], file: str) -> Finding:
    """The finding for front matter without an end, at the line that was meant to be it if there is one."""
    meant = next((n for n, line in enumerate(lines[1:], 1) if LIKE_A_FENCE.fullmatch(line)), None)
    if meant is None:
        repair = "在最后一个字段的下一行写 ---，正文从再下一行开始"
        return Finding(Location(file), "字段部分没有用 --- 结束", repair, "front-matter").placed(1, 1)
    repair = "改成三个半角短横 ---，前后不留空格"
    message = "这一行不是三个半角短横 ---，字段部分因此没有结束"
    return Finding(Location(file), message, repair, "front-matter").placed(meant + 1, 1)
