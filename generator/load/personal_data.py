# SPDX-License-Identifier: Apache-2.0
"""Does a source file hold personal data? It is refused, and never said again, not even here.

The masked form that is offered shows no character of the value: with the region and the last four digits
of an identity number only the birthday is missing, and a mobile number without four digits is found by
trying. An office may have a mobile number, but its card is registered to a person, whose name messengers
show for it: it is refused in the fields for telephones too.
"""

import re
from collections.abc import Iterator
from html import unescape

from generator.base.finding import Finding
from generator.base.home_addresses import home_addresses
from generator.base.location import Keys, Location
from generator.base.personal_data import Kind, Trace, masked, personal_numbers
from generator.load.markdown_file import split
from generator.load.rooms import LEDGERS
from generator.load.shapes import Shape, fields_of, marked, model_at
from generator.load.text_file import line_and_column
from generator.load.yaml_file import Node, read_nodes
from generator.model.record import OFFICE

CODE = "personal-data"
WITHOUT = "删去它，只写科室和办公电话；必须提到的，写作"
WORDS = {
    Kind.MOBILE: ("手机号码", f"{WITHOUT} 1**********"),
    Kind.IDENTITY: ("居民身份证号码", f"{WITHOUT} ******************"),
    Kind.BANK_CARD: ("银行卡号", f"{WITHOUT} ****************"),
    Kind.HOME: (
        "像家庭住址的文字",
        "只写到县（市、区）；是办公地址的，写在 address 字段里，或不写单元和门牌",
    ),
}
# Characters that nobody sees, between which a number would not be seen either.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u20e3\ufe00-\ufe0f\ufeff]"
)
# What keeps a number from being seen in the text as it is typed, but not on the page.
ESCAPED = re.compile(r"\\|[0-9０-９][ -]*\n *[0-9０-９]")
MARKS = re.compile(r"(?<=[0-9０-９])(?:\*{1,3}|[_`~\\]+|<[^<>\n]*>)(?=[0-9０-９])")
DISGUISED = re.compile(rf"&[#A-Za-z]|{MARKS.pattern}")


def traces(text: str) -> list[Trace]:
    """All personal data in a text, in order."""
    return sorted([*personal_numbers(text), *home_addresses(text)], key=lambda trace: trace.start)


def told(location: Location, kind: Kind) -> Finding:
    """The finding for personal data of a kind."""
    what, repair = WORDS[kind]
    return Finding(location, f"这里有{what}", repair, CODE)


def in_name(file: str) -> list[Finding]:
    """A finding for each number in the name of a file or of a folder; its path is told in the masked form."""
    place = Location(masked_path(file))
    return [
        Finding(place, f"文件名里有{WORDS[trace.kind][0]}", "改名，名字里不带它", CODE).placed(1, 1)
        for trace in personal_numbers(_spaced(file))
    ]


def masked_path(file: str) -> str:
    """The path of a file with an asterisk for every character of a number."""
    seen = masked(_spaced(file))
    return "".join("*" if new == "*" else old for old, new in zip(file, seen, strict=True))


def _spaced(file: str) -> str:
    """A path with spaces for letters and the signs that join words, but for the X of an identity number."""
    return re.sub(r"(?<![0-9]{17})[A-Za-z_/.]", " ", file)


def personal_data(text: str, file: str, shape: Shape | None = None) -> list[Finding]:
    """One finding for each piece of personal data; the address of an office may stand in its field."""
    found = traces(_spaced(text) if file in LEDGERS else text)  # ledgers hold names of files and addresses
    if any(trace.kind is Kind.HOME for trace in found):
        offices = list(_offices(text, file, shape))
        found = [trace for trace in found if not _is_office(trace, text, offices)]
    place = Location(file)
    findings = [told(place, t.kind).placed(*line_and_column(text[: t.start])) for t in found]
    return findings or list(_hidden_from_sight(text, file))


def _nodes(text: str, file: str) -> Node | None:
    """The tree of a record, or of the head of a page."""
    if not file.endswith(".md"):
        return read_nodes(text, file)[0]
    parts, _ = split(text, file)
    return read_nodes(parts.front, file, lines_before=1)[0] if parts else None


def _leaves(node: Node, keys: Keys = ()) -> Iterator[tuple[Keys, Node]]:
    """Every scalar with the keys that lead to it."""
    if node.text is not None:
        yield keys, node
    for key, child in node.children.items():
        yield from _leaves(child, (*keys, key))


def _offices(text: str, file: str, shape: Shape | None) -> Iterator[Node]:
    """The values of the fields that hold the address of an office."""
    tree = _nodes(text, file)
    if tree is None or shape is None:
        return
    for keys, node in _leaves(tree):
        model = model_at(shape.kind, keys[:-1]) if keys else None
        field = fields_of(model).get(str(keys[-1])) if model else None
        if field and marked(field.annotation, OFFICE):
            yield node


def _is_office(trace: Trace, text: str, offices: list[Node]) -> bool:
    """Whether something that looks like a home is the value of such a field."""
    line, column = line_and_column(text[: trace.start])
    return trace.kind is Kind.HOME and any(
        node.line == line
        and node.column <= column < node.column + len(node.text or "") + 2
        and text[trace.start : trace.end] in (node.text or "")
        for node in offices
    )


def _hidden_from_sight(text: str, file: str) -> Iterator[Finding]:
    """What only shows when escapes, entities, marks and line breaks are gone; told where its value begins."""
    place = Location(file)
    if ESCAPED.search(text) and (tree := _nodes(text, file)):
        for _, node in _leaves(tree):
            for trace in personal_numbers(node.text or ""):
                yield told(place, trace.kind).placed(node.line, node.column)
    if DISGUISED.search(text):
        for number, line in enumerate(text.split("\n"), 1):
            for trace in personal_numbers(MARKS.sub("", UNSEEN.sub("", unescape(line)))):
                yield told(place, trace.kind).placed(number, 1)
