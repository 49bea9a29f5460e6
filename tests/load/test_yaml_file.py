# SPDX-License-Identifier: Apache-2.0
"""Do both readings of a YAML text agree, and is everything refused that editors must not use?"""

import io
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.load import yaml_file
from generator.load.yaml_file import (
    Node,
    Unreadable,
    read_data,
    read_nodes,
    yaml_reader,
)
from tests.builders import TINY
from tests.conftest import REPOSITORY

FILES = sorted(path for root in (REPOSITORY, TINY) for path in (root / "registry").rglob("*.yaml"))


@cache
def value_of(plain: str) -> Any:
    """What the parser written in Python, a witness of its own, makes of a scalar without quotes."""
    return YAML(typ="safe", pure=True).load(f"- {plain}")[0]


def data_of(node: Node | None) -> Any:
    """The plain values of a tree."""
    if node is None:
        return None
    if node.text is not None:
        return value_of(node.text) if node.plain else node.text
    values = {key: data_of(child) for key, child in node.children.items()}
    return values if node.key_places else list(values.values())


def tree_of(text: str) -> Node:
    tree, findings = read_nodes(text, "a.yaml")
    assert findings == []
    assert tree is not None
    return tree


def test_the_parser_written_in_c_is_used() -> None:
    module = sys.modules[yaml_reader().Parser.__module__]

    assert yaml_reader().Parser.__name__ == "CParser"
    assert str(module.__file__).endswith((".so", ".pyd"))


def test_without_the_parser_written_in_c_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "YAML", lambda **_: YAML(typ="safe", pure=True))

    with pytest.raises(RuntimeError, match="oldlibyaml"):
        read_data("a: 010")


@pytest.mark.parametrize("file", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_both_readings_of_a_source_agree(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert data_of(tree_of(text)) == read_data(text)


@pytest.mark.parametrize("file", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_every_key_and_value_stands_where_the_tree_says(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")

    def look(node: Node) -> int:
        seen = 0
        for key, (line, column) in node.key_places.items():
            assert lines[line - 1][column - 1 :].startswith(f"{key}:")
            seen += 1
        for child in node.children.values():
            if child.text and child.plain:
                assert lines[child.line - 1][child.column - 1 :].startswith(child.text.split(" ")[0])
            seen += look(child)
        return seen

    assert look(tree_of("\n".join(lines))) > 0


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("~", None),
        ("null", None),
        ("", None),
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("是", "是"),
        ("010", 10),
        ('"010"', "010"),
        ("0x1F", 31),
        ("-3", -3),
        ("1_000", 1000),
        ("12:30", "12:30"),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("2021", 2021),
        ("2021-05", "2021-05"),
        ("2021-05-07", date(2021, 5, 7)),
        ("'2021-05-07'", "2021-05-07"),
        ("2021-05-07 10:30:00", datetime(2021, 5, 7, 10, 30)),  # noqa: DTZ001  (a moment without a zone is what YAML yields)
        ("2021-05-07T10:30:00Z", datetime(2021, 5, 7, 10, 30, tzinfo=UTC)),
        ("2021-5-7", "2021-5-7"),
        ("2021年5月7日", "2021年5月7日"),
        ("样工信〔2020〕9号", "样工信〔2020〕9号"),
        ("第一条（一）", "第一条（一）"),
        ("a#b", "a#b"),
        ("a #b", "a"),
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        ("100%", "100%"),
        ("甲*乙 & 丙!", "甲*乙 & 丙!"),
        ('"甲: 乙"', "甲: 乙"),
        ("'甲''乙'", "甲'乙"),
        (r'"\u6837"', "样"),
        ("[甲, 乙]", ["甲", "乙"]),
        ("[]", []),
        ("{甲: 乙}", {"甲": "乙"}),
        ("|\n  甲\n  乙\n", "甲\n乙\n"),
        (">-\n  甲\n  乙\n", "甲 乙"),
        ("甲\n  乙", "甲 乙"),
    ],
)
def test_both_readings_of_an_awkward_value_agree(typed: str, value: object) -> None:
    text = f"a: {typed}\nb: 1\n"
    tree = tree_of(text)

    assert read_data(text) == {"a": value, "b": 1}
    assert type(read_data(text)["a"]) is type(value)
    assert value in ({}, []) or data_of(tree) == {"a": value, "b": 1}


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" \n:#-'\"&*!|>%@{}[],?")
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.dates(date(1900, 1, 1), date(2199, 12, 31))
    | texts
    | st.sampled_from(
        ["2021-05-07", "010", "null", "~", "true", "1e3", "=", "<<", "---", "- a", "a: b", "&a", "*a", "!a"]
    )
)
plain_data = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(texts, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def dumped(data: object) -> str:
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.representer.ignore_aliases = lambda *_: True
    stream = io.StringIO()
    writer.dump(data, stream)
    return stream.getvalue()


@given(st.dictionaries(texts, plain_data, min_size=1, max_size=3))
def test_data_written_as_yaml_is_read_alike_by_both(data: dict[str, Any]) -> None:
    text = dumped(data)

    assert read_data(text) == data
    assert data_of(tree_of(text)) == data


def test_an_empty_text_is_nothing() -> None:
    assert read_data("") is None
    assert read_data("# 只有注释\n") is None
    assert read_nodes("", "a.yaml") == (None, [])


@given(st.text("ab1:- \n[]{}\"'#&*!|>?,%@`~<=0x.：，“　", max_size=40))
def test_no_text_whatever_stops_the_readers(text: str) -> None:
    tree, findings = read_nodes(text, "a.yaml")
    lines = text.split("\n")
    try:
        data = read_data(text)
    except Unreadable:
        assert findings, "whatever cannot be read has a reason"
    else:
        told = {finding.check for finding in findings}
        assert told <= {"keys-are-text"}
        assert told or tree is None or isinstance(data, (dict, list)) == (tree.text is None)
    for finding in findings:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1
