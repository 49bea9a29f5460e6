# SPDX-License-Identifier: Apache-2.0
"""How does a text become a record, and what is said to the editor when it does not?

A whole record or none. Good texts take the fast way; a text with anything wrong is read once more with
positions, so that every finding names its line and column.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.base.finding import Finding
from generator.base.identifiers import PLATFORM_ID_PATTERN, SLUG_PATTERN
from generator.base.location import Key, Keys, Location
from generator.base.misfit import Misfit
from generator.load.shapes import Shape, fields_of, keys_of, model_at
from generator.load.yaml_file import Node, Unreadable, read_data, read_nodes

PATTERN_HINTS = {
    SLUG_PATTERN: "用小写字母、数字和连字符，以字母开头，例如 annual-report",
    PLATFORM_ID_PATTERN: "写作 辖区编号-四位以上数字，例如 linfen-0001",
}
KINDS_OF_VALUE = {
    "string_type": "文字",
    "bool_type": "true 或 false",
    "int_type": "整数",
    "date_type": "日期，写作 2021-05-07",
    "tuple_type": "列表，每项以“- ”开头",
    "model_type": "带字段的一段，字段名后跟冒号，缩进两格",
    "dict_type": "带字段的一段，字段名后跟冒号，缩进两格",
    "model_attributes_type": "带字段的一段，字段名后跟冒号，缩进两格",
}


def read_record(shape: Shape, text: str, file: str, lines_before: int = 0) -> tuple[Any, list[Finding]]:
    """The record that a YAML text holds, or None and every reason."""
    try:
        data = read_data(text)
        return shape.adapter.validate_python(data), []
    except Unreadable:
        pass
    except ValidationError as error:
        nodes, _ = read_nodes(text, file, lines_before)
        return None, misfits(error, data, nodes, Location(file), shape.kind)
    _, findings = read_nodes(text, file, lines_before)
    if not findings:
        unknown = Finding(Location(file), "无法读取", "检查文件内容，或请维护者查看", "yaml-syntax")
        findings = [unknown.placed(1 + lines_before, 1)]
    return None, findings


def misfits(
    error: ValidationError, data: Any, nodes: Node | None, file: Location, kind: Any
) -> list[Finding]:
    """One finding for each thing that does not fit its field."""
    details = error.errors(include_url=False)
    misspelt = {keys_of(d["loc"], data)[:-1]: d for d in details if d["type"] == "extra_forbidden"}
    findings = []
    for detail in details:
        keys = keys_of(detail["loc"], data)
        if detail["type"] == "missing" and _is_misspelt(keys, misspelt.get(keys[:-1]), kind):
            continue
        findings.append(_finding(detail, keys, nodes, file, kind))
    return findings


def _is_misspelt(missing: Keys, extra: ErrorDetails | None, kind: Any) -> bool:
    """Whether the missing field is there under a misspelt name, which is told anyway."""
    if extra is None:
        return False
    model = model_at(kind, extra["loc"][:-1])
    return model is not None and _nearest(str(extra["loc"][-1]), fields_of(model)) == missing[-1]


def _nearest(word: str, known: Mapping[str, Any]) -> str | None:
    """The known word that was probably meant."""
    return next(iter(get_close_matches(word, [str(k) for k in known], n=1, cutoff=0.6)), None)


def _finding(detail: ErrorDetails, keys: Keys, nodes: Node | None, file: Location, kind: Any) -> Finding:
    """What is wrong at one place, in Chinese, with the repair."""
    what, loc = detail["type"], detail["loc"]
    if what == "extra_forbidden":
        return place(nodes, _unknown_field(keys, model_at(kind, loc[:-1]), file))
    if what == "missing":
        return place(nodes, _missing_field(keys, model_at(kind, loc[:-1]), file))
    node = find(nodes, keys)
    message, repair = _value_misfit(detail, str(keys[-1]) if keys else "整个文件", node)
    return place(nodes, Finding(file.at(*keys), message, repair, "values"))


def _unknown_field(keys: Keys, model: type[BaseModel] | None, file: Location) -> Finding:
    known = fields_of(model) if model else {}
    meant = _nearest(str(keys[-1]), known)
    repair = f"是否想写“{meant}”？" if meant else f"删去它；这里可用的字段：{'、'.join(known)}"
    return Finding(file.at(*keys[:-1]).key(keys[-1]), f"没有“{keys[-1]}”这个字段", repair, "fields")


def _missing_field(keys: Keys, model: type[BaseModel] | None, file: Location) -> Finding:
    known = fields_of(model) if model else {}
    name = str(keys[-1])
    meaning = f"（{known[name].description}）" if name in known and known[name].description else ""
    return Finding(file.at(*keys[:-1]), f"缺少字段“{name}”{meaning}", f"补上一行：{name}: ……", "fields")


def _value_misfit(detail: ErrorDetails, field: str, node: Node | None) -> tuple[str, str]:
    """Message and repair for a value that does not fit."""
    what, context = detail["type"], detail.get("ctx", {})
    typed = node.text if node and node.text is not None else None
    if isinstance(context.get("error"), Misfit):
        return context["error"].message, context["error"].repair
    if what == "string_type" and typed and node and node.plain:
        return f"“{field}”须是文字，{typed} 会被当作数字、日期或是否", f'加上引号："{typed}"'
    if what in KINDS_OF_VALUE:
        found = f"现在是“{typed}”" if typed is not None else "现在不是"
        return f"“{field}”须是{KINDS_OF_VALUE[what]}，{found}", f"改成{KINDS_OF_VALUE[what]}"
    if what == "literal_error":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", "、").replace(", ", "、")
        meant = _nearest(str(typed), dict.fromkeys(expected.split("、")))
        hint = f"是否想写“{meant}”？" if meant else ""
        return f"“{field}”不能是“{typed}”", f"{hint}可选的有：{expected}"
    if what == "string_pattern_mismatch":
        hint = PATTERN_HINTS.get(str(context.get("pattern")), f"须符合 {context.get('pattern')}")
        return f"“{field}”的写法不对：“{typed}”", hint
    if what in {"string_too_short", "too_short"}:
        return (
            f"“{field}”是空的",
            "补上内容；没有内容就删去这一行" if what == "string_too_short" else "至少写一项",
        )
    if what in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        side = "小于" if what == "greater_than_equal" else "大于"
        return f"“{field}”不能{side} {bound}，现在是 {typed}", "核对这个数"
    return f"“{field}”的值不合要求", f"核对这一处（{detail['msg']}）"


def find(nodes: Node | None, keys: Keys) -> Node | None:
    """The node at `keys`, or None."""
    node = nodes
    for key in keys:
        node = node.children.get(key) if node else None
    return node


def place(nodes: Node | None, finding: Finding) -> Finding:
    """The finding with line and column: of its key or value, or of the nearest thing around it."""
    node, line, column = nodes, 1, 1
    steps: tuple[Key, ...] = finding.location.keys
    for depth, key in enumerate(steps):
        if node is None or key not in node.children:
            break
        line, column = node.key_places.get(key, (node.children[key].line, node.children[key].column))
        node = node.children[key]
        last = depth == len(steps) - 1
        if last and finding.location.on == "value":
            line, column = node.line, node.column
    else:
        if node is not None and not steps:
            line, column = node.line, node.column
    return finding.placed(line, column)
