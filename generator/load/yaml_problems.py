# SPDX-License-Identifier: Apache-2.0
"""What does a YAML syntax error mean in plain Chinese, and what repairs it?

The parser names a problem where it gives up; the cause is often one line earlier or one character
away, so the line itself is looked at for the slips editors make.
"""

import re

from ruamel.yaml.error import MarkedYAMLError

from generator.base.finding import Finding
from generator.base.location import Location

CODE = "yaml-syntax"

# A slip seen in the line where the parser stopped or in the one before: pattern, message, repair.
SLIPS = (
    (
        re.compile(r"^\s*(?:- )?[A-Za-z_]\w*："),
        "用了全角冒号“：”",
        "改成半角冒号加一个空格，例如 title: 名称",
    ),
    (re.compile(r"^\s*(?:- )?[a-z_]+:(?![\s]|$)"), "冒号后面缺空格", "在冒号后加一个空格，例如 title: 名称"),
    (re.compile(r"^\s*－"), "用了全角短横“－”", "改成半角短横加一个空格：- "),
    (re.compile(r"^\s*-(?![\s-]|$)"), "短横后面缺空格", "在短横后加一个空格：- "),
    (re.compile(r":\s+[‘’“”][^“”‘’]*:\s"), "弯引号不能代替直引号", '整段加上半角直引号，例如 "……"'),
)

# What the parser says: a part of its words, message, repair.
PROBLEMS = (
    ("found unexpected end of stream", "引号没有闭合", "在这段文字末尾补上同样的引号"),
    (
        "found character that cannot start any token",
        "值不能以这个字符开头",
        '给整个值加上半角引号，例如 "……"；缩进只用空格',
    ),
    (
        "mapping values are not allowed",
        "这里不该出现冒号",
        "检查上一行的缩进和引号；值里含“: ”的，整个值加引号",
    ),
    ("did not find expected ',' or ']'", "方括号列表没有写完", "补上逗号或右方括号 ]；值里含 [ ] , 的加引号"),
    ("did not find expected ',' or '}'", "花括号没有写完", "补上逗号或右花括号 }；值里含 { } [ ] , 的加引号"),
    (
        "did not find expected '-' indicator",
        "列表里混进了不是列表项的行",
        "这一行若属于列表，行首加“- ”并对齐；否则减少缩进，与上级字段对齐",
    ),
    ("did not find expected key", "缩进不对", "与同一级的其他字段对齐，每级缩进两个空格"),
    ("did not find expected <document start>", "缩进不对", "第一级字段顶格写，其余每级缩进两个空格"),
    ("could not find expected ':'", "这一行缺冒号", "写成“字段: 值”，冒号是半角，后面有空格"),
    ("unknown escape character", "双引号里的反斜杠写法不对", "改用单引号，或把 \\ 写成 \\\\"),
    ("control characters are not allowed", "有不允许的控制字符", "删去看不见的字符"),
)
OTHERWISE = ("不符合 YAML 的写法", "检查这一行和上一行的缩进、冒号和引号")


def explained(error: MarkedYAMLError, text: str, file: str, lines_before: int) -> Finding:
    """A finding for a syntax error, at the place of the slip if one is recognized."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "unexpected end of stream" in str(error.problem) and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    lines = text.split("\n")
    for candidate in (line, line - 1):
        for pattern, message, repair in SLIPS:
            if 0 <= candidate < len(lines) and (found := pattern.search(lines[candidate])):
                place = (candidate, len(found[0].rstrip()) - 1)
                return _finding(file, message, repair, place, lines_before)
    words = f"{error.problem} {error.context}"
    message, repair = next(
        ((message, repair) for part, message, repair in PROBLEMS if part in words), OTHERWISE
    )
    return _finding(file, message, repair, (line, column), lines_before)


def _finding(file: str, message: str, repair: str, place: tuple[int, int], lines_before: int) -> Finding:
    line, column = place
    return Finding(Location(file), message, repair, CODE).placed(line + 1 + lines_before, column + 1)
