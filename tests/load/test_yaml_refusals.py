# SPDX-License-Identifier: Apache-2.0
"""Is everything refused that editors must not use, where it stands, and before it can do harm?"""

import pytest

from generator.load.quick_yaml import MAX_DEPTH
from generator.load.yaml_file import MANY_OPENINGS, Unreadable, read_data, read_nodes


def depth_of(data: object) -> int:
    """How many levels of lists and mappings there are."""
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + max(map(depth_of, inner)) if inner else 0


def refusals(text: str, lines_before: int = 0) -> list[tuple[str, int, int]]:
    _, findings = read_nodes(text, "a.yaml", lines_before)
    return [(f.check, f.location.line, f.location.column) for f in findings]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("a: 1\nb: 2\na: 3\na: 4", [("no-duplicate-keys", 3, 1), ("no-duplicate-keys", 4, 1)]),
        ('x:\n  - {a: 1, "a": 2}', [("no-duplicate-keys", 2, 12)]),
        ("a: &x 1", [("no-anchors", 1, 4)]),
        ("a: 1\nb: *x", [("no-aliases", 2, 4)]),
        ("&x a: 1", [("no-anchors", 1, 1)]),
        ('{"a":&x 1,"b":*x}', [("no-anchors", 1, 6), ("no-aliases", 1, 15)]),
        ("a: !!str 1", [("no-tags", 1, 4)]),
        ("a: !x 1", [("no-tags", 1, 4)]),
        ("!x\na: 1", [("no-tags", 1, 1)]),
        ("a: ! 1", [("no-tags", 1, 4)]),
        ('{"a":!!binary aGk=}', [("no-tags", 1, 6)]),
        ("a: 1\n<<: {b: 2}", [("no-merge-keys", 2, 1)]),
        ("a: 1\n---\nb: 2", [("one-document", 2, 1)]),
        ("---\na: 1\n...\n---\nb: 2\n...\n", [("one-document", 4, 1)]),
        ("%YAML 1.1\n---\na: 010", [("no-directives", 1, 1)]),
        ("%TAG ! tag:example.org,2020:\n---\na: 1", [("no-directives", 1, 1)]),
        ("1: a", [("keys-are-text", 1, 1)]),
        ("a: 1\ntrue: b", [("keys-are-text", 2, 1)]),
        ("~: a", [("keys-are-text", 1, 1)]),
        ("2021-05-07: a", [("keys-are-text", 1, 1)]),
        ("2021-02-30: a", [("keys-are-text", 1, 1)]),
        ("=: a", [("keys-are-text", 1, 1)]),
        ("[a]: b", [("keys-are-text", 1, 1)]),
        ("{a: b}: c", [("keys-are-text", 1, 1)]),
        ("? [[a]]\n: b", [("keys-are-text", 1, 3)]),
        ("a:\n  b: 2021-02-30", [("values", 2, 6)]),
        ("a: [2021-13-01]", [("values", 1, 5)]),
        ("a: =", [("values", 1, 4)]),
        ("a: <<", [("values", 1, 4)]),
        (f"a: {'9' * 5000}", [("values", 1, 4)]),
    ],
)
def test_what_editors_must_not_use_is_refused_where_it_stands(
    text: str, refused: list[tuple[str, int, int]]
) -> None:
    assert refusals(text) == refused
    assert refusals(text, lines_before=4) == [(check, line + 4, column) for check, line, column in refused]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2",
        "a: &x 1",
        "a: *x",
        '{"a":&x [1], "b":*x}',
        "a: !x 1",
        "a: ! 1",
        "<<: {b: 2}",
        "a: 1\n---\nb: 2",
        "%YAML 1.1\n---\na: 1",
        "? [[a]]\n: b",
        "a: 2021-02-30",
        "2021-02-30: a",
        "a: =",
        "a: <<",
        "a: [",
        "a: b: c",
        "\ta: 1",
        f"a: {'9' * 5000}",
    ],
)
def test_the_fast_reading_vouches_for_no_text_that_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_data(text)

    assert refusals(text) != []


def test_a_document_may_begin_with_its_mark() -> None:
    assert read_data("---\na: 1\n") == {"a": 1}
    assert refusals("---\na: 1\n") == []


def test_signs_inside_values_are_no_reason_to_refuse() -> None:
    text = 'a: 甲 & 乙\nb: "*"\nc: 好!\nd: "<<"\ne: "&x"\n'

    assert read_data(text) == {"a": "甲 & 乙", "b": "*", "c": "好!", "d": "<<", "e": "&x"}
    assert refusals(text) == []


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_twenty_levels_are_read_and_no_more(opening: str, closing: str) -> None:
    def nested(levels: int) -> str:
        return opening * levels + "1" + closing * levels

    assert refusals(nested(MAX_DEPTH)) == []
    assert depth_of(read_data(nested(MAX_DEPTH))) == MAX_DEPTH
    assert refusals(nested(MAX_DEPTH + 1)) == [("depth", 1, len(opening) * MAX_DEPTH + 1)]
    with pytest.raises(Unreadable):
        read_data(nested(MAX_DEPTH + 1))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_a_text_that_would_overflow_the_stack_of_the_parser_is_refused_in_words(opening: str) -> None:
    text = opening * 200_000

    with pytest.raises(Unreadable):
        read_data(text)

    assert [check for check, _, _ in refusals(text)] == ["depth"]


def test_a_long_list_is_not_a_deep_one() -> None:
    rows = MANY_OPENINGS + 1
    text = "".join(f"- {{a: {number}}}\n" for number in range(rows))

    assert read_data(text) == [{"a": number} for number in range(rows)]


def test_a_repetition_names_the_line_of_the_first() -> None:
    _, (finding,) = read_nodes("a: 1\nb: 2\na: 3", "a.yaml", lines_before=1)

    assert finding.message == "“a”写了两遍"
    assert finding.repair == "只留一处（第 2 行已经写过）"
