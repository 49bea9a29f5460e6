# SPDX-License-Identifier: Apache-2.0
"""What does a YAML text say, and on which line and column does each part of it stand?

Two readings of the same text. `read_data` is for good files: plain values, no positions. `read_nodes` is
for files that have findings: a tree in which every key and value knows its place, and every construct that
editors must not use is a finding: duplicate keys, tags, anchors, aliases, merge keys, further documents,
directives, keys that are not text, more than 20 levels.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from generator.base.date_words import reason
from generator.base.finding import Finding
from generator.base.location import Key, Location
from generator.load.quick_yaml import MAX_DEPTH, NotQuick, read_quickly
from generator.load.yaml_problems import explained
from generator.load.yaml_stop import Spot

DEPTH_REPAIR = f"减少嵌套，最多 {MAX_DEPTH} 层"

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
THOUSANDS = re.compile("[0-9]{1,3},[0-9]{3}")
WHOLE_RECORD = 3  # so many fields are not repeated one by one

# What may be an anchor, alias, tag, merge key, further document or directive; decided by `read_nodes`.
SUSPICIOUS = re.compile(r"(?m)(?:^|[\s\[{,:])(?:!|[&*](?=\S))|<<|^(?:---|\.\.\.|%)")
# The parser's own stack would overflow some ten thousand levels down; a text that could go as deep as
# that is read by `read_nodes` first, which stops at MAX_DEPTH.
OPENINGS = ("[", "{", "- ", "? ")
MANY_OPENINGS = 4000


@dataclass(slots=True)
class Node:
    """A value with its place; `children` are by key for mappings and by index for lists."""

    line: int
    column: int
    text: str | None = None  # of a scalar, as typed (without quotes)
    plain: bool = False  # a scalar without quotes
    children: "dict[Key, Node]" = field(default_factory=dict)
    key_places: dict[Key, tuple[int, int]] = field(default_factory=dict)


class Unreadable(Exception):
    """The fast reading cannot vouch for this text; `read_nodes` says why."""


def yaml_reader() -> YAML:
    """A YAML 1.2 reader that is certain to run on the C parser."""
    reader = YAML(typ="safe", pure=False)
    if reader.Parser.__name__ != "CParser":
        raise RuntimeError("ruamel.yaml runs without its C parser; install ruamel.yaml[oldlibyaml]")
    return reader


def read_data(text: str) -> Any:
    """The plain values of a good text; Unreadable where there is anything to be said about it."""
    try:
        return read_quickly(text)
    except NotQuick:
        return _read_carefully(text)


def _read_carefully(text: str) -> Any:
    """The same by ruamel.yaml, for texts with anything unusual in them."""
    if SUSPICIOUS.search(text) or sum(map(text.count, OPENINGS)) > MANY_OPENINGS:
        _, findings = read_nodes(text, "")
        if findings:
            raise Unreadable
    try:
        data = yaml_reader().load(text)
    except (YAMLError, ValueError, TypeError, RecursionError) as error:
        raise Unreadable from error
    if _deeper_than(data, MAX_DEPTH):
        raise Unreadable
    return data


def _deeper_than(data: Any, levels: int) -> bool:
    """Whether lists and mappings are nested more than `levels` deep."""
    if not isinstance(data, dict | list):
        return False
    if levels == 0:
        return True
    inner = data.values() if isinstance(data, dict) else data
    return any(_deeper_than(value, levels - 1) for value in inner if isinstance(value, dict | list))


def read_nodes(text: str, file: str, lines_before: int = 0) -> tuple[Node | None, list[Finding]]:
    """The tree of a text with all places, and a finding for each thing that is refused."""
    reader = yaml_reader()
    composer = _Composer(reader, file, lines_before)
    try:
        root = composer.compose(reader.parse(text))
    except MarkedYAMLError as error:
        composer.findings.append(explained(error, text, file, lines_before, composer.quoted))
        root = None
    except _TooDeep:
        root = None
    return root, composer.findings


class _TooDeep(Exception):
    """The text is nested too deep to go on."""


class _Composer:
    """Builds nodes from parser events and notes what is refused."""

    def __init__(self, reader: YAML, file: str, lines_before: int) -> None:
        self.reader = reader
        self.file = file
        self.lines_before = lines_before
        self.findings: list[Finding] = []
        self.quoted: tuple[Spot, Spot] | None = None  # the last text in quotes that spans several lines

    def compose(self, events: Iterator[Event]) -> Node | None:
        """The first document of the stream."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        event,
                        "一个文件里写了不止一份记录",
                        "删去这一行的 ---；下面若是另一份记录，移到新文件里",
                        "one-document",
                    )
                elif event.version or event.tags:
                    self._refuse(event, "有 YAML 指令（%开头的行）", "删去这一行", "no-directives")
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent):
                node = self._node(event, events, depth=0)
                root = root or node
        return root

    def _node(self, event: Any, events: Iterator[Event], depth: int, *, is_key: bool = False) -> Node:
        """The node that begins with `event`, taking its further events from `events`."""
        node = Node(*self._place(event))
        if isinstance(event, AliasEvent):
            self._refuse(
                event,
                f"用了别名 *{event.anchor}",
                "把内容原样再写一遍；文字本来以 * 开头的，整个值加引号",
                "no-aliases",
            )
            return node
        if event.anchor:
            self._refuse(
                event, f"用了锚点 &{event.anchor}", "删去它；文字本来以 & 开头的，整个值加引号", "no-anchors"
            )
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"用了标签 {tag}", "删去它；文字本来以 ! 开头的，整个值加引号", "no-tags")
        if isinstance(event, ScalarEvent):
            node.text, node.plain = event.value, bool(event.implicit[0])
            if not is_key:
                self._look_at_scalar(event, node)
            return node
        if depth == MAX_DEPTH:
            self._refuse(event, f"嵌套超过 {MAX_DEPTH} 层", DEPTH_REPAIR, "depth")
            raise _TooDeep
        if isinstance(event, SequenceStartEvent):
            self._fill_list(node, events, depth)
        else:
            self._fill_mapping(node, events, depth)
        return node

    def _look_at_scalar(self, event: ScalarEvent, node: Node) -> None:
        """Refuse a word that looks like a date or number and is none; remember quotes that span lines."""
        begin, end = event.start_mark, event.end_mark
        if event.style in {"'", '"'} and begin.line < end.line:
            self.quoted = (begin.line, begin.column), (end.line, end.column)
        kind = self._kind_of(node)
        if kind is None and DAY.fullmatch(event.value):
            self._refuse(
                event, f"“{event.value}”不是日历上有的日子", reason(event.value) or "核对年月日", "values"
            )
        elif kind is None:
            repair = "是文字的，整个值加上半角引号；是数的，核对位数"
            self._refuse(event, f"“{event.value[:20]}”不能这样写", repair, "values")

    def _kind_of(self, node: Node) -> type | None:
        """The type that YAML reads a scalar as; None if it cannot be read, as 2021-02-30."""
        if not node.plain:
            return str
        tag = self.reader.resolver.resolve(ScalarNode, node.text, (True, False))
        try:
            return type(self.reader.constructor.construct_non_recursive_object(ScalarNode(tag, node.text)))
        except (YAMLError, ValueError):
            return None

    def _fill_list(self, node: Node, events: Iterator[Event], depth: int) -> None:
        for index, event in enumerate(_until_end(events)):
            node.children[index] = self._node(event, events, depth + 1)

    def _fill_mapping(self, node: Node, events: Iterator[Event], depth: int) -> None:
        repeated: list[Finding] = []
        for event in _until_end(events):
            key_node = self._node(event, events, depth + 1, is_key=True)
            value = self._node(next(events), events, depth + 1)
            key = key_node.text
            if key == "<<" and key_node.plain:
                self._refuse(event, "用了合并键 <<", "把要合并的内容原样写出来", "no-merge-keys")
            elif key is None or self._kind_of(key_node) is not str:
                message, repair = _no_field(node, key_node, value)
                self._refuse(event, message, repair, "keys-are-text")
            elif key in node.children:
                before = node.key_places[key][0]
                where = "这一行前面" if before == key_node.line else f"第 {before} 行"
                repair = f"只留一处（{where}已经写过）"
                self._refuse(event, f"“{key}”写了两遍", repair, "no-duplicate-keys")
                repeated.append(self.findings[-1])
            else:
                node.children[key] = value
                node.key_places[key] = (key_node.line, key_node.column)
        if len(repeated) >= WHOLE_RECORD:
            self._refuse_all(repeated)

    def _refuse_all(self, repeated: list[Finding]) -> None:
        """One finding for all repeated fields, where a whole record was pasted once more."""
        first = repeated[0]
        one = replace(
            first,
            message=f"从这一行起，{len(repeated)} 个字段又写了一遍",
            repair="像是粘贴了两份记录：重复的删去；另一份记录移到新文件里",
        )
        self.findings = [
            one if found is first else found for found in self.findings if found not in repeated[1:]
        ]

    def _place(self, event: Event) -> tuple[int, int]:
        return event.start_mark.line + 1 + self.lines_before, event.start_mark.column + 1

    def _refuse(self, event: Event, message: str, repair: str, check: str) -> None:
        line, column = self._place(event)
        self.findings.append(Finding(Location(self.file), message, repair, check).placed(line, column))


def _no_field(node: Node, key: Node, value: Node) -> tuple[str, str]:
    """What is said of a field whose name is no text: the thousands of a number, if they were set apart."""
    before = list(node.children.values())[-1:]
    if before and value.text == "" and THOUSANDS.fullmatch(f"{before[0].text},{key.text}"):
        return "数里有逗号，被拆成了两项", f"去掉逗号，写作 {before[0].text}{key.text}"
    return "字段名不是文字", "字段名写成一个英文词，后面跟冒号和空格"


def _until_end(events: Iterator[Event]) -> Iterator[Event]:
    """The events that begin the members of the collection being read."""
    for event in events:
        if isinstance(event, CollectionEndEvent):
            return
        yield event
