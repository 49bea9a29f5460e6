# SPDX-License-Identifier: Apache-2.0
"""Are the pieces of one torn item known from items that only lack a field?"""

from typing import Any

import pytest

from generator.base.location import Keys
from generator.load.torn import first_torn


@pytest.mark.parametrize(
    ("items", "at", "first"),
    [
        ([{"platform": "x"}, {"name": "甲"}], 0, 0),
        ([{"platform": "x"}, {"name": "甲"}, {"location": "东区"}], 2, 0),
        ([{"platform": "x", "name": "甲"}, {"platform": "y"}, {"name": "乙"}], 2, 1),
        ([{"platform": "x"}, {"name": "甲"}, {"platform": "y", "name": "乙"}], 2, None),
        ([{"name": "甲"}, {"name": "乙"}], 0, None),
        ([{"name": "甲"}], 0, None),
        (["甲", {"name": "乙"}], 1, None),
    ],
)
def test_neighbours_with_one_field_each_are_pieces_of_one(items: Any, at: int, first: int | None) -> None:
    expected: Keys | None = None if first is None else ("platforms", first)

    assert first_torn(("platforms", at), {"platforms": items}) == expected


@pytest.mark.parametrize("keys", [(), ("platforms",)])
def test_what_is_no_item_of_a_list_is_no_piece(keys: Keys) -> None:
    assert first_torn(keys, {"platforms": [{"platform": "x"}, {"name": "甲"}]}) is None
