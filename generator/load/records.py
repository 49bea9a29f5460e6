# SPDX-License-Identifier: Apache-2.0
"""How does a text become a record, and what is said to the editor when it does not?

A whole record or none. Good texts take the fast way; a text with anything wrong is read once more with
positions, so that every finding names its line and column.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.base.finding import Finding
from generator.base.location import Key, Keys, Location
from generator.base.misfit import Misfit
from generator.load.shapes import Shape, fields_of, keys_of, kind_at, model_at
from generator.load.strangers import Stranger, find
from generator.load.text_file import HIDDEN, hidden_message
from generator.load.torn import first_torn, told
from generator.load.value_problems import is_only_an_echo, value_problem
from generator.load.yaml_file import Node, Unreadable, read_data, read_nodes
from generator.load.yaml_slips import cut_in


def read_record(shape: Shape, text: str, file: str, lines_before: int = 0) -> tuple[Any, list[Finding]]:
    """The record that a YAML text holds, or None and every reason."""
    try:
        data = read_data(text)
        record = shape.adapter.validate_python(data, by_alias=True, by_name=False)
    except Unreadable:
        pass
    except ValidationError as error:
        nodes, refused = read_nodes(text, file, lines_before)
        found = refused or misfits(error, data, nodes, Location(file), shape.kind)
        cut = _cut_short(text, file, lines_before)
        lines = {each.location.line for each in cut}  # what is missing there is told by these
        return None, cut + [each for each in found if each.location.line not in lines]
    else:
        cut = _cut_short(text, file, lines_before)
        escaped = list(_escaped(data, Location(file))) if "\\" in text else []
        if cut or not escaped:
            return (None, cut) if cut else (record, [])
        nodes, _ = read_nodes(text, file, lines_before)
        return None, [place(nodes, finding) for finding in escaped]
    _, findings = read_nodes(text, file, lines_before)
    if not findings:
        unknown = Finding(Location(file), "无法读取", "检查文件内容，或请维护者查看", "yaml-syntax")
        findings = [unknown.placed(1 + lines_before, 1)]
    return None, findings


def _cut_short(text: str, file: str, lines_before: int) -> list[Finding]:
    """A finding for each value of which a part is read as a comment."""
    if " #" not in text:
        return []
    found = ((number, cut_in(line)) for number, line in enumerate(text.split("\n"), 1 + lines_before))
    return [
        Finding(Location(file), slip.message, slip.repair, "yaml-syntax").placed(number, slip.column + 1)
        for number, slip in found
        if slip
    ]


def _escaped(value: Any, at: Location) -> Iterator[Finding]:
    """A finding for each text with a hidden character, which an escape keeps from sight."""
    if isinstance(value, str) and (found := HIDDEN.search(value)):
        yield Finding(at, hidden_message(found[0]), "删去引号里以 \\ 开头的转义", "hidden-characters")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _escaped(inner, at.at(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _escaped(inner, at.at(number))


def misfits(
    error: ValidationError, data: Any, nodes: Node | None, file: Location, kind: Any
) -> list[Finding]:
    """One finding for each thing that does not fit its field."""
    details = error.errors(include_url=False)
    unknown = [
        Stranger(keys_of(detail["loc"], data), detail["loc"], nodes, kind)
        for detail in details
        if detail["type"] == "extra_forbidden"
    ]
    meant = {stranger.meant for stranger in unknown}
    findings = [place(nodes, stranger.told(file)) for stranger in unknown]
    torn: set[Keys] = set()
    for detail in details:
        keys = _keys_at(detail, data)
        if detail["type"] == "missing" and (first := first_torn(keys[:-1], data)):
            torn.add(first)
            continue
        echo = is_only_an_echo(detail) or (detail["type"] == "missing" and keys in meant)
        if not echo and detail["type"] != "extra_forbidden":
            findings.append(place(nodes, _finding(detail, keys, nodes, file, kind)))
    return findings + [place(nodes, told(first, file)) for first in sorted(torn, key=str)]


def _keys_at(detail: ErrorDetails, data: Any) -> Keys:
    """Where in the file a detail is; what is missing is looked for only where it is missed."""
    loc = detail["loc"]
    return (*keys_of(loc[:-1], data), loc[-1]) if detail["type"] == "missing" else keys_of(loc, data)


def _finding(detail: ErrorDetails, keys: Keys, nodes: Node | None, file: Location, kind: Any) -> Finding:
    """What is wrong at one place, in Chinese, with the repair."""
    what, loc = detail["type"], detail["loc"]
    if what == "missing":
        return _missing_field(keys, model_at(kind, loc[:-1]), file)
    message, repair = value_problem(detail, _name_of(keys), find(nodes, keys), kind_at(kind, loc))
    misfit = detail.get("ctx", {}).get("error")
    inner = (misfit.field,) if isinstance(misfit, Misfit) and misfit.field else ()
    return Finding(file.at(*keys, *inner), message, repair, "values")


def _name_of(keys: Keys) -> str:
    """How a message names a place: by its field, a member of a list by its number too."""
    *outer, last = keys or ("",)
    return last if isinstance(last, str) else f"{_name_of(tuple(outer))} 第 {last + 1} 项".strip()


def _missing_field(keys: Keys, model: type[BaseModel] | None, file: Location) -> Finding:
    known = fields_of(model) if model else {}
    name = str(keys[-1])
    meaning = f"（{known[name].description}）" if name in known and known[name].description else ""
    return Finding(file.at(*keys[:-1]), f"缺少字段“{name}”{meaning}", f"补上 {name}: ……", "fields")


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
