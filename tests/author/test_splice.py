# SPDX-License-Identifier: Apache-2.0
"""Does a piece that is put into an existing text leave every other byte as it was?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.author.splice import with_field, with_item
from generator.base.location import Keys
from generator.base.misfit import Misfit
from generator.load.yaml_file import yaml_reader
from tests.author.files import yaml_files
from tests.builders import TINY, tiny_site

AWKWARD = """\
# 头上的注释，不动

b:   'x'        # 引号和空格不动
a:
- 1   # 一
- {k: [甲,乙 ], v: "z"}   # 二
# 其后的注释

c: {}
d: [ ]
e: [1, 2,
    3]
f: |
  成段
  文字

g:
  h:
    i: 1
"""


def places(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every list and every mapping."""
    if isinstance(value, dict | list):
        yield keys, value
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*keys, key))


def put_in(text: str, keys: Keys, value: Any) -> str:
    return (
        with_item(text, keys, {"新": "甲: 乙"})
        if isinstance(value, list)
        else with_field(text, keys, "新", ["甲"])
    )


def is_kept(old: str, new: str) -> bool:
    """Whether the new text is the old one with one piece put in."""
    start, end = alike(old, new), alike(old[::-1], new[::-1])
    return len(new) > len(old) and start + end >= len(old)


def alike(one: str, other: str) -> int:
    """How many signs the two begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (left, right) in enumerate(pairs) if left != right), len(one))


@pytest.mark.parametrize("file", yaml_files(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_file_of_the_registry_keeps_its_bytes(file: Path) -> None:
    text = file.read_bytes().decode()
    found = list(places(yaml_reader().load(text)))
    samples = {min(len(keys), 3) * 2 + isinstance(value, list): (keys, value) for keys, value in found}

    for keys, value in samples.values():
        assert is_kept(text, put_in(text, keys, value)), keys


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_comments_quotes_line_ends_and_byte_order_mark_stay(line_end: str, mark: str) -> None:
    text = mark + AWKWARD.replace("\n", line_end)

    for keys, value in places(yaml_reader().load(AWKWARD)):
        new = put_in(text, keys, value)
        assert is_kept(text, new), keys
        assert new.replace(line_end, "").count("\n") == 0


def test_a_text_without_a_last_line_end_gets_its_item_on_a_line_of_its_own() -> None:
    assert with_item("a:\n  - 1", ("a",), 2) == "a:\n  - 1\n  - 2"


def test_items_of_brackets_are_put_before_the_bracket() -> None:
    assert with_item("a: [1, 2]  # 三\n", ("a",), "甲, 乙") == 'a: [1, 2, "甲, 乙"]  # 三\n'
    assert with_item("a: [1,\n    2,\n    ]\n", ("a",), 3) == "a: [1,\n    2,\n    3]\n"
    assert with_field("a: {}\n", ("a",), "b", 1) == "a: {b: 1}\n"


def test_items_that_stand_apart_get_an_item_that_stands_apart() -> None:
    text = "# 词\n\n- id: a\n  n: 1\n\n- id: b\n"

    assert with_item(text, (), {"id": "c", "l": [{"x": {}}]}) == f"{text}\n- id: c\n  l:\n    - x: {{}}\n"


def test_a_record_is_put_in_as_it_would_be_written() -> None:
    text = (TINY / "registry/vocabularies/jurisdictions.yaml").read_text(encoding="utf-8")
    place = tiny_site().jurisdictions["yangli"].model_copy(update={"id": "yangli-bei"})

    new = with_item(text, (), place)

    assert new.startswith(text)
    assert yaml_reader().load(new)[-1] == {**yaml_reader().load(text)[-1], "id": "yangli-bei"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("a: 1\n", ("b",)),
        ("a: 1\n", ("a",)),
        ("a: {b: 1}\n", ("a",)),
        ("a: [1, 2\n", ("a",)),
        ("a:\n", ("a",)),
        ("", ()),
    ],
)
def test_where_there_is_no_such_list_nothing_is_done(text: str, keys: Keys) -> None:
    with pytest.raises(Misfit, match="不能自动加入"):
        with_item(text, keys, 3)


def test_a_field_that_is_there_is_not_put_in_twice() -> None:
    with pytest.raises(Misfit, match="不能自动加入"):
        with_field("a: 1\n", (), "a", 2)


def test_where_something_else_would_change_nothing_is_done() -> None:
    with pytest.raises(Misfit, match="别处也会变"):
        with_item("a:\n  - |+\n    甲\n\n\n", ("a",), "乙")
