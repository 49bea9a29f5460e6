# SPDX-License-Identifier: Apache-2.0
"""Does a platform know whom it took over, and does an old one lead to whoever stands in its place now?"""

from typing import Any

import pytest

from generator.derive.successions import heirs, predecessors
from generator.model.platform import Platform
from tests import builders
from tests.builders import act, designation, row


def platforms(**successors: str) -> dict[str, Platform]:
    """Platforms a to f, of which some were taken over by others."""
    ids = {letter: f"yangli-{number:04}" for number, letter in enumerate("abcdef", 1)}
    rows = [row(id_, f"样例{letter}") for letter, id_ in ids.items()]
    revoked: list[dict[str, Any]] = [
        row(ids[old], f"样例{old}", successor=ids[new]) for old, new in successors.items()
    ]
    documents = {"yangli/2020-06-01-list": designation(act("designate", *rows))}
    if revoked:
        documents["yangli/2021-06-01-merger"] = designation(act("revoke", *revoked), issued_on=2021)
    return dict(builders.register(designations=documents).platforms)


def test_a_platform_that_took_over_several_knows_them_in_order() -> None:
    assert predecessors(platforms(c="a", b="a")) == {"yangli-0001": ("yangli-0002", "yangli-0003")}


def test_nobody_took_over_where_nothing_was_merged() -> None:
    assert predecessors(platforms()) == {}
    assert heirs("yangli-0001", platforms()) == ()


def test_heirs_are_followed_to_the_last_one() -> None:
    known = platforms(a="b", b="c")

    assert heirs("yangli-0001", known) == ("yangli-0002", "yangli-0003")
    assert heirs("yangli-0002", known) == ("yangli-0003",)
    assert heirs("yangli-0003", known) == ()


def test_an_heir_that_is_not_recorded_is_the_last_one() -> None:
    known = platforms(a="b")
    del known["yangli-0002"]

    assert heirs("yangli-0001", known) == ("yangli-0002",)


@pytest.mark.parametrize("circle", [{"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}, {"a": "a"}])
def test_a_circle_comes_to_an_end(circle: dict[str, str]) -> None:
    found = heirs("yangli-0001", platforms(**circle))

    assert len(found) == len(set(found))
    assert "yangli-0001" not in found
