# SPDX-License-Identifier: Apache-2.0
"""Is the line that is indented wrongly found, with the spaces that it lacks or has too many?"""

import pytest

from generator.load.yaml_file import read_nodes
from generator.load.yaml_indent import Shift, shift_of
from tests.builders import TINY

RECORD = """\
title: 样例
acts:
  - kind: a
    count: 2
    rows:
      - 甲
      - 乙
source: 样例
publicity:
  by: 甲
  days: 7
"""


@pytest.mark.parametrize(
    ("line", "wrong", "stopped", "shift"),
    [
        (3, "     count: 2", 3, Shift(3, 5, 4)),
        (3, "  count: 2", 3, Shift(3, 2, 4)),
        (6, "     - 乙", 6, Shift(6, 5, 6)),
        (6, "    - 乙", 6, Shift(6, 4, 6)),
        (7, " source: 样例", 7, Shift(7, 1, 0)),
        (2, "- kind: a", 3, Shift(2, 0, 2)),
        (2, "    - kind: a", 3, Shift(2, 4, 2)),
        (5, "    - 甲", 6, Shift(5, 4, 6)),
        (9, "by: 甲", 10, Shift(9, 0, 2)),
    ],
)
def test_the_odd_line_is_moved_to_the_level_of_its_neighbours(
    line: int, wrong: str, stopped: int, shift: Shift
) -> None:
    lines = RECORD.split("\n")
    lines[line] = wrong

    assert shift_of(lines, stopped) == shift


def test_nothing_is_said_of_a_line_that_fits_or_is_none() -> None:
    lines = RECORD.split("\n")

    assert shift_of(lines, 4) is None
    assert shift_of(lines, 11) is None
    assert shift_of(["只有文字"], 0) is None


def test_nearly_every_line_of_a_real_record_is_moved_back_to_its_place() -> None:
    lines = (TINY / "registry/rulesets/yangli/2020.yaml").read_text(encoding="utf-8").split("\n")
    told = right = 0
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        for spaces in (indent - 1, indent + 1):
            if line.strip() and spaces >= 0:
                changed = [*lines[:number], " " * spaces + line.lstrip(), *lines[number + 1 :]]
                _, findings = read_nodes("\n".join(changed), "a.yaml")
                told += bool(findings)
                place = [(f.location.line, f.message) for f in findings]
                right += place == [(number + 1, f"这一行缩进 {spaces} 个空格，应为 {indent} 个")]

    assert told > 60
    assert right / told > 0.9
