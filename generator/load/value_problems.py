# SPDX-License-Identifier: Apache-2.0
"""What does it mean in plain Chinese that a value does not fit its field, and what repairs it?"""

import re
from datetime import date
from typing import Any

from pydantic_core import ErrorDetails

from generator.base.date_words import reason
from generator.base.identifiers import PLATFORM_ID_PATTERN, SLUG_PATTERN
from generator.base.misfit import Misfit, quoted
from generator.base.nearest import nearest
from generator.load.meant import fault_of, labels, parts_of, repair_of, takes_null, written
from generator.load.yaml_file import Node
from generator.model.facts import FACT_KEY_PATTERN, FIGURE_PATTERN
from generator.model.jurisdiction import EMAIL_PATTERN, SIX_DIGITS_PATTERN, TELEPHONE_PATTERN
from generator.model.notice import FILE_NAME_PATTERN
from generator.model.procedure import FORM_ID_PATTERN
from generator.model.record import DOCUMENT_ID_PATTERN, RECORD_ID_PATTERN, RULESET_ID_PATTERN, says_nothing
from generator.model.ruleset import ITEM_PATTERN
from generator.model.source import SHA256_PATTERN

LIST, MAPPING = "每项以“- ”开头，或写作 [甲, 乙]", "写几行“字段: 值”，比上级字段缩进两格"
KINDS = {  # what a field takes, and how that is written
    "string_type": ("文字", "改成文字；文字以 [ 或 { 开头的，整个值加引号"),
    "bool_type": (" true 或 false", "改成 true 或 false"),
    "int_type": ("整数", "改成整数，用半角数字，不加引号"),
    "date_type": ("日期", "年、月、日都要写，例如 2021-05-07"),
    "tuple_type": ("列表", LIST),
    "model_type": ("带字段的一段", MAPPING),
    "model_attributes_type": ("带字段的一段", MAPPING),
    "dict_type": ("带字段的一段", MAPPING),
}
PATTERN_HINTS = {
    SLUG_PATTERN: "用小写字母、数字和连字符，以字母开头，例如 annual-report",
    PLATFORM_ID_PATTERN: "写作 辖区编号-四位以上数字，例如 linfen-0001",
    RULESET_ID_PATTERN: "写作 辖区/版本，例如 xiamen/2021",
    DOCUMENT_ID_PATTERN: "写作 辖区/文件名（不带 .yaml），例如 linfen/2023-05-20-list",
    RECORD_ID_PATTERN: "公告写作 年份/文件名，认定文件写作 辖区/文件名，都不带后缀",
    FORM_ID_PATTERN: "写作 辖区/表格编号，例如 linfen/application-report",
    ITEM_PATTERN: "用中文数字，不加括号，例如 [一, 二]",
    FACT_KEY_PATTERN: "写作事项的编号，功能要求的前面加功能和点，例如 training.trainees",
    FIGURE_PATTERN: "写数和单位，中间不空格，例如 150万元",
    SIX_DIGITS_PATTERN: '写六位半角数字并加引号，例如 "041000"',
    TELEPHONE_PATTERN: '写办公电话，区号和号码之间用半角短横，加引号，例如 "0357-2091234"',
    EMAIL_PATTERN: "写完整的邮箱，例如 office@example.org",
    FILE_NAME_PATTERN: "用小写字母、数字和连字符，后缀 .pdf .docx .xlsx .png .jpg，例如 list-of-2026.xlsx",
    SHA256_PATTERN: "写 64 位小写十六进制校验值",
}
CHINESE = re.compile("[\u4e00-\u9fff]")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Problem = tuple[str, str]  # message and repair


def is_only_an_echo(detail: ErrorDetails) -> bool:
    """Whether a list only counts as too short because members of it are wrong, which is told anyway."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def value_problem(detail: ErrorDetails, field: str, node: Node | None, kind: Any) -> Problem:
    """Message and repair for a value that does not fit the field of this name and type."""
    what = detail["type"]
    if detail["input"] is None and what in {*KINDS, "literal_error", "value_error"}:
        return _nothing_there(what, field, node)
    typed = _typed(detail["input"], node)
    if typed is not None and says_nothing(typed):
        return _nothing_said(typed, field, kind)
    message, repair = _problem(detail, field, node, kind)
    if typed is None:
        return message, repair
    meant = repair_of(kind, typed)
    if meant is None:
        parts = parts_of(kind, typed)
        fault = fault_of(kind, typed) if what == "string_type" else None
        if parts:
            repair = f"分成几项，用半角逗号加空格隔开：{', '.join(parts)}"
        return _problem(fault, field, node, kind) if fault else (message, repair)
    if meant == typed:
        return message, repair  # the quotes are what is wrong
    how = "加上引号：" if meant == f'"{typed}"' else "写成列表：" if meant == f"[{typed}]" else "写作 "
    return message, f"{how}{meant}"


def _typed(value: Any, node: Node | None) -> str | None:
    """A single value as the editor typed it; None for lists and records."""
    if node is not None:
        return node.text
    return value if isinstance(value, str) else None


def _problem(detail: ErrorDetails, field: str, node: Node | None, kind: Any) -> Problem:
    """What is wrong, and the repair as far as it is the same for every value."""
    what, context = detail["type"], detail.get("ctx", {})
    if isinstance(context.get("error"), Misfit):
        return context["error"].message, context["error"].repair
    if what in KINDS:
        return _wrong_kind(what, field, detail["input"], node)
    if what == "literal_error":
        return _not_one_of(str(context["expected"]), field, detail["input"], labels(kind))
    if what.startswith("union_tag_"):
        return _no_such_kind(context, field)
    if what == "string_pattern_mismatch":
        return f"“{field}”的写法不对：“{detail['input']}”", _hint(str(context["pattern"]), detail["input"])
    if what in {"string_too_short", "too_short", "greater_than_equal", "less_than_equal"}:
        return _out_of_bounds(what, context, field, detail["input"])
    return f"“{field}”的值不合要求", f"核对这一处（{detail['msg']}）"


def _hint(pattern: str, value: str) -> str:
    """How a text of this pattern is written; where a Chinese word stands for an id, where ids are found."""
    if pattern == SLUG_PATTERN and CHINESE.search(value):
        return "写编号，不写中文名称；编号和名称的对照见 registry/vocabularies/ 里的词表"
    return PATTERN_HINTS[pattern]


def _nothing_there(what: str, field: str, node: Node | None) -> Problem:
    """The value is left out or null where something must stand."""
    if not field:
        return "文件是空的", "照同类文件补上内容；不要这个文件的，删去它"
    typed = node.text if node and node.text else ""
    message = f"“{field}”不能写 {typed}" if typed else f"“{field}”没有填写"
    kind = KINDS[what][0] if what in KINDS else "应有的值"
    return message, f"补上{kind}；# 后面的文字会被当作注释，需要时整个值加引号"


def _nothing_said(typed: str, field: str, kind: Any) -> Problem:
    """A word for nothing, such as 暂无, where YAML has null or the field is left out."""
    message = f"“{field}”不能写“{typed}”"
    return message, "没有见到的写 null" if takes_null(kind) else "补上内容；不知道的，与来源核对"


def _wrong_kind(what: str, field: str, value: Any, node: Node | None) -> Problem:
    """A number in place of a text, a text in place of a date, and so on."""
    kind, way = KINDS[what]
    subject = f"“{field}”须是" if field else "整个文件须是"
    if what == "string_type" and (pair := _pair(value)):
        return f"{subject}{kind}，却有冒号加空格", f"给整个值加上半角引号：{pair}"
    if node is None or node.text is None:
        return f"{subject}{kind}，现在是{quoted(value)}", way
    if what == "string_type":
        return f"{subject}文字，{node.text} 会被当作数字、日期或是否", f'加上引号："{node.text}"'
    if not node.plain and _would_fit(what, node.text):
        return f"{subject}{kind}，现在是加了引号的文字", f"去掉引号，写作 {node.text}"
    return f"{subject}{kind}，现在是“{node.text}”", _probable_repair(what, node.text) or way


def _pair(value: Any) -> str | None:
    """The text that a colon and a space made a field of, as 说明: 见附件, in quotes."""
    if isinstance(value, dict) and len(value) == 1:
        (key, text), *_ = value.items()
        if CHINESE.search(str(key)) and isinstance(text, str):
            return written(f"{key}: {text}")
    return None


def _probable_repair(what: str, typed: str) -> str | None:
    """The repair where it can be told what was probably meant, or why it cannot."""
    if what == "date_type":
        return reason(typed)
    word = nearest(typed.lower(), ("true", "false")) if what == "bool_type" else None
    return f"是否想写“{word}”？" if word else None


def _would_fit(what: str, typed: str) -> bool:
    """Whether the text, without its quotes, would be of the kind that is wanted."""
    fits = {
        "date_type": bool(ISO_DAY.fullmatch(typed)),
        "int_type": typed.isdecimal(),
        "bool_type": typed in {"true", "false"},
    }
    return fits.get(what, False)


def _not_one_of(expected: str, field: str, value: Any, meanings: dict[str, str]) -> Problem:
    """A word that is not among those that the field takes."""
    words = expected.replace("'", "").replace(" or ", "、").replace(", ", "、").split("、")
    word = nearest(str(value), words)
    hint = f"是否想写“{word}”？" if word else ""
    choices = [f"{word}（{meanings[word]}）" if word in meanings else word for word in words]
    return f"“{field}”不能是{quoted(value)}", f"{hint}可选的有：{'、'.join(choices)}"


def _no_such_kind(context: dict[str, Any], field: str) -> Problem:
    """One of several kinds of parts, of which it is not said which, or of a kind that there is not."""
    if "tag" in context:
        return _not_one_of(str(context["expected_tags"]), "kind", context["tag"], {})
    return f"“{field}”没有写明是哪一种", "在这一项里补上 kind，可以照同类文件写，例如 kind: table"


def _out_of_bounds(what: str, context: dict[str, Any], field: str, value: Any) -> Problem:
    """A number or a day beyond the last one that the field takes, or too few members."""
    if what == "string_too_short":
        return f"“{field}”是空的", "补上内容；没有内容就不写这个字段"
    if what == "too_short":
        return f"“{field}”至少要有 {context['min_length']} 项，现在有 {len(value)} 项", "补上所缺的项"
    below, bound = what == "greater_than_equal", context.get("ge", context.get("le"))
    if isinstance(value, date):
        return f"“{field}”不能{'早' if below else '晚'}于 {bound}，现在是 {value}", "核对年份"
    return f"“{field}”不能{'小' if below else '大'}于 {bound}，现在是 {value}", "核对这个数"
