# SPDX-License-Identifier: Apache-2.0
"""Which slips of the hand can be seen in a line by itself, and how should the line read?

Nearly all come from Chinese input methods: their colon, comma, dash, space, quotes and brackets look like
those of YAML and are other characters.
"""

import re
from dataclasses import dataclass

from generator.base.shortened import shortened

WIDE_SPACES = "\u3000\u00a0"
SHOWN = 80  # characters of a line that a repair repeats
KEY = r"^ *(?:- +)?(?P<key>[A-Za-z_]\w*)"
VALUE = r"[^\"',{}\[\]]"  # a character of a value between braces that needs no quotes
IN_BRACES = r"[{,] *(?P<key>[a-z_]+): "

# What is seen, with the place of the fault in the group `at`; message; repair, with the groups filled in.
SLIPS = tuple(
    (re.compile(pattern), message, repair)
    for pattern, message, repair in (
        (
            rf"^ *(?P<at>[{WIDE_SPACES}])",
            "行首有全角空格或不换行空格",
            "改成半角空格，每级缩进两个",
        ),
        (
            rf"{KEY} ?(?P<at>：) ?(?P<rest>.*)",
            "用了全角冒号“：”",
            "改成半角冒号加一个空格：{key}: {rest}",
        ),
        (
            rf"{KEY}:(?P<at>[{WIDE_SPACES}]) *(?P<rest>.*)",
            "冒号后面是全角空格或不换行空格",
            "改成半角空格：{key}: {rest}",
        ),
        (
            r"^ *(?:- +)?(?P<key>[a-z_]+)(?P<at>:)(?!//)(?P<rest>\S.*)",
            "冒号后面缺空格",
            "在冒号后加一个空格：{key}: {rest}",
        ),
        (r"^ *(?P<at>[－—–―−]) *(?P<rest>.*)", "用了全角短横", "改成半角短横加一个空格：- {rest}"),
        (r"^ *(?P<at>-)(?P<rest>[^\s-].*)", "短横后面缺空格", "在短横后加一个空格：- {rest}"),
        (
            r"^ *(?P<at>[0-9一二三四五六七八九十]+[、.．)）]|[•·●○▪◆■]) *(?P<rest>(?:\{|[a-z_]+:).*)",
            "列表的一项前面是序号或项目符号",
            "改成半角短横加一个空格：- {rest}",
        ),
        (
            rf"{KEY}: +(?P<at>[“‘])(?P<rest>[^“”‘’\"]*: [^“”‘’\"]*)[”’] *$",
            "弯引号不能代替直引号",
            '改成半角直引号：{key}: "{rest}"',
        ),
        (
            r":\s+(?P<at>[‘’“”])[^“”‘’]*:\s",
            "弯引号不能代替直引号",
            '整段外面加上半角直引号，例如 "……"',
        ),
        (
            rf"{KEY}: (?P<before>[^\[\]\"']*)(?P<at>\[)(?P<year>[12][0-9]{{3}})\](?P<rest>[^\[\]]*号)",
            "文号的年份要用六角括号〔〕",
            "写作 {key}: {before}〔{year}〕{rest}",
        ),
        (
            rf"{IN_BRACES}(?P<value>{VALUE}*? (?P<at>#){VALUE}*)[,}}]",
            "“ #”和它后面的文字会被当作注释",
            '给整个值加上半角引号：{key}: "{value}"',
        ),
        (
            rf"{IN_BRACES}(?P<value>{VALUE}*[^\sa-z_\"',{{}}\[\]](?P<at>:) {VALUE}*)[,}}]",
            "值里有冒号加空格，却没有加引号",
            '给整个值加上半角引号：{key}: "{value}"',
        ),
        (r"(?P<at>｛) *[a-z_]+ *[:：]", "用了全角括号“｛”", "改成半角的 {{ 和 }}"),
        (r"\{[^}]*(?P<at>｝) *$", "用了全角括号“｝”", "改成半角的 }}"),
        (r"\[[^\]]*(?P<at>］)[^\]]*$", "用了全角括号“］”", "改成半角的 ]"),
        (r"[}\]](?P<at>[。，；、,.;]+) *$", "这一项末尾多了标点", "删去末尾的“{at}”"),
        (r"^ *(?P<at>```)", "多了一行 ```", "删去这一行；文件末尾另有 ``` 的也删去"),
        (r"^(?P<at>%)", "有 YAML 指令（% 开头的行）", "删去这一行"),
        (r"^(?P<at>\.\.\.)\s*$", "多了一行“...”", "删去这一行"),
    )
)

# A value with a number sign in it, as in 甲园区 #1 楼; a comment has a space behind its sign.
CUT = re.compile(r"^ *(?:- +)?(?P<key>[a-z_]+): (?P<value>(?:[^\s\"'#|>{\[][^\"'#]* )?(?P<at>#)[^\s#!].*)$")


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
            groups = {name: shown(text or "") for name, text in found.groupdict().items()}
            return Slip(message, repair.format(**groups).rstrip(), found.start("at"))
    return None


def cut_in(line: str) -> Slip | None:
    """The place from which a value is taken for a comment though it is a part of the text."""
    found = CUT.match(line)
    if not found:
        return None
    message = f"“{shown(line[found.start('at') :])}”会被当作注释，读不到"
    repair = f'给整个值加上半角引号：{found["key"]}: "{shown(found["value"])}"；是注释的，# 后面空一格'
    return Slip(message, repair, found.start("at"))


def shown(text: str) -> str:
    """The beginning of a text, as long as a repair may repeat it."""
    return shortened(text.strip(), SHOWN)
