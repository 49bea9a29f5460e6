# SPDX-License-Identifier: Apache-2.0
"""Does every cell have its place and its height, and every blank its room?"""

import pytest

from generator.render.documents.document import Blank, Cell, Line, Sheet, Tick, Words
from generator.render.documents.paper import (
    DATE,
    LINE,
    ROW,
    SHORT_DATE,
    day_for,
    placed,
    room_for,
    row_height,
    text_height,
    text_width,
)
from tests.render.documents.samples import GRID, LANDSCAPE, LIST, SAMPLE, asks, blank


def test_a_cell_that_covers_rows_is_in_each_of_them() -> None:
    rows = placed(GRID, 100)

    assert rows[4][0].cell is rows[3][0].cell is GRID.rows[3][0]
    assert [[place.continues for place in row] for row in rows[3:5]] == [
        [False] * 4,
        [True, False, False, False],
    ]


def test_every_row_is_as_wide_as_the_sheet() -> None:
    for sheet in (GRID, LIST):
        assert [round(sum(place.width for place in row), 6) for row in placed(sheet, 165)] == [165] * len(
            sheet.rows
        )


@pytest.mark.parametrize("cells", [(asks("甲"),), (asks("甲", 2), asks("乙"))], ids=["too few", "too many"])
def test_a_row_that_does_not_fill_the_width_is_refused(cells: tuple[Cell, ...]) -> None:
    with pytest.raises(ValueError, match="s: row 1 has"):
        placed(Sheet("s", "表", (1, 1), (cells,)), 100)


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        (asks("甲"), 1),
        (blank("a", "甲", lines=6), 6),
        (Cell((Line((Words("甲"),)),), room=4), 4),
        (Cell((Line((Blank("a", "甲", lines=3),)), Line((Words("乙"),)))), 4),
        (asks("甲", rows=2), 1),
    ],
)
def test_a_row_is_high_enough_to_write_in(cell: Cell, lines: int) -> None:
    rows = placed(
        Sheet("s", "表", (1, 1), ((cell, asks("乙")), (asks("丙"), asks("丁"))[: 3 - cell.rows])), 100
    )

    assert row_height(rows[0]) == ROW + LINE * (lines - 1)


@pytest.mark.parametrize(
    ("content", "characters", "room"),
    [
        ((Blank("a", "甲", characters=8),), 20, 8),
        ((Blank("a", "甲", characters=8),), 5, 5),
        ((Words("总额"), Blank("a", "甲", characters=8), Words("万元")), 10, 6),
        ((Words("ab"), Blank("a", "甲", characters=8)), 9, 8),
        ((Words("长" * 30), Blank("a", "甲", characters=8)), 10, 8),
        ((Words("长" * 7), Blank("a", "甲", characters=8)), 10, 3),
        ((Words("长" * 8), Blank("a", "甲", characters=12)), 10, 10),
        ((Tick("t", "有"), Blank("a", "甲", characters=8)), 10, 7),
        ((Blank("b", "乙", characters=4), Blank("a", "甲", characters=8)), 10, 5),
    ],
)
def test_a_blank_leaves_room_for_what_stands_beside_it(
    content: tuple[Words | Blank | Tick, ...], characters: int, room: int
) -> None:
    line = Line(content)
    here = next(part for part in content if isinstance(part, Blank) and part.id == "a")

    assert room_for(here, line, characters) == room


@pytest.mark.parametrize(("characters", "day"), [(30, DATE), (10, DATE), (9, SHORT_DATE), (1, SHORT_DATE)])
def test_a_narrow_cell_has_a_short_day(characters: int, day: str) -> None:
    assert day_for(characters) == day


def test_a_page_across_is_wider_and_lower() -> None:
    assert (text_width(SAMPLE), text_height(SAMPLE)) == (165, 250)
    assert (text_width(LANDSCAPE), text_height(LANDSCAPE)) == (252, 163)
