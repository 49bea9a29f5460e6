# SPDX-License-Identifier: Apache-2.0
"""Which slips of the hand can be seen in a line by itself?

Nearly all come from Chinese input methods: their colon, comma, dash, space, quotes and brackets look like
those of YAML and are other characters.
"""

import re
from dataclasses import dataclass

WIDE_SPACES = "\u3000\u00a0"

# What is seen, with the place of the fault in the group `at`; message; repair.
SLIPS = (
    (
        re.compile(rf"^ *(?P<at>[{WIDE_SPACES}])"),
        "行首有全角空格或不换行空格",
        "改成半角空格，每级缩进两个",
    ),
    (
        re.compile(r"^ *(?:- +)?[A-Za-z_]\w* ?(?P<at>：)"),
        "用了全角冒号“：”",
        "改成半角冒号加一个空格，例如 title: 名称",
    ),
    (
        re.compile(rf"^ *(?:- +)?[a-z_]+:(?P<at>[{WIDE_SPACES}])"),
        "冒号后面是全角空格或不换行空格",
        "改成半角空格，例如 title: 名称",
    ),
    (
        re.compile(r"^ *(?:- +)?[a-z_]+(?P<at>:)(?!//)\S"),
        "冒号后面缺空格",
        "在冒号后加一个空格，例如 title: 名称",
    ),
    (re.compile(r"^ *(?P<at>[－—–―−])"), "用了全角短横", "改成半角短横加一个空格，写作“- ”"),
    (re.compile(r"^ *(?P<at>-)[^\s-]"), "短横后面缺空格", "在短横后加一个空格，写作“- ”"),
    (
        re.compile(r":\s+(?P<at>[‘’“”])[^“”‘’]*:\s"),
        "弯引号不能代替直引号",
        '整段外面加上半角直引号，例如 "……"',
    ),
    (re.compile(r"(?P<at>｛) *[a-z_]+ *[:：]"), "用了全角括号“｛”", "改成半角的 { 和 }"),
    (re.compile(r"\{[^}]*(?P<at>｝) *$"), "用了全角括号“｝”", "改成半角的 }"),
    (re.compile(r"\[[^\]]*(?P<at>］)[^\]]*$"), "用了全角括号“］”", "改成半角的 ]"),
    (re.compile(r"^(?P<at>%)"), "有 YAML 指令（% 开头的行）", "删去这一行"),
    (re.compile(r"^(?P<at>\.\.\.)\s*$"), "多了一行“...”", "删去这一行"),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in a line, the repair, and the column, counted from 0."""

    message: str
    repair: str
    column: int


def slip_in(line: str) -> Slip | None:
    """The first slip that a line shows, None if it shows none."""
    for pattern, message, repair in SLIPS:
        if found := pattern.search(line):
            return Slip(message, repair, found.start("at"))
    return None
