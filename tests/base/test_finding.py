# SPDX-License-Identifier: Apache-2.0
"""What does an editor read of a finding, and in which order?"""

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Finding, Level, in_reading_order
from generator.base.location import Location
from generator.base.misfit import Misfit, quoted


def finding(
    file: str = "a.yaml", line: int = 1, column: int = 1, check: str = "fields", message: str = "错"
) -> Finding:
    return Finding(Location(file), message, "改", check).placed(line, column)


findings = st.builds(
    finding,
    file=st.sampled_from(["a.yaml", "b.yaml", "c/a.md"]),
    line=st.integers(1, 12),
    column=st.integers(1, 12),
    check=st.sampled_from(["fields", "values"]),
    message=st.sampled_from(["甲", "乙"]),
)


def test_a_finding_says_where_what_which_check_and_the_repair() -> None:
    assert str(finding(line=3, column=9)) == "a.yaml:3:9: 错误：错 [fields]\n    修法：改"


def test_a_note_is_called_a_note() -> None:
    note = Finding(Location("a.yaml"), "不同", "核对", "check", Level.NOTE)

    assert str(note.placed(2, 1)).startswith("a.yaml:2:1: 提示：不同")


def test_a_place_without_a_line_is_the_file() -> None:
    assert str(Location("a.yaml", ("acts", 0))) == "a.yaml"


def test_places_are_reached_by_keys() -> None:
    row = Location("a.yaml").at("acts", 0).at("platforms", 1)

    assert row.keys == ("acts", 0, "platforms", 1)
    assert row.on == "value"
    assert row.key("name") == Location("a.yaml", (*row.keys, "name"), on="key")


def test_findings_are_read_by_file_line_and_column_as_numbers() -> None:
    mixed = [finding("b.yaml"), finding(line=10), finding(line=9, column=20), finding(line=9, column=3)]

    shown = [str(f.location) for f in in_reading_order(mixed)]

    assert shown == ["a.yaml:9:3", "a.yaml:9:20", "a.yaml:10:1", "b.yaml:1:1"]


@given(st.lists(findings), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_findings_came(found: list[Finding], chance: random.Random) -> None:
    shuffled = [*found, *found]
    chance.shuffle(shuffled)

    ordered = in_reading_order(shuffled)

    assert ordered == in_reading_order(found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))


def test_a_misfit_may_name_the_field_to_look_at() -> None:
    assert Misfit("错", "改").field is None
    assert Misfit("错", "改", "kind").field == "kind"


def test_values_are_quoted_as_an_editor_knows_them() -> None:
    values = [None, True, [1], {"a": 1}, 3, "甲"]

    assert [quoted(value) for value in values] == ["空值", "“true”", "列表", "带字段的一段", "“3”", "“甲”"]
