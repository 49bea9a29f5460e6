# SPDX-License-Identifier: Apache-2.0
"""Can every notice and document be followed to what came before it and to what came of it?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import PartialDate
from generator.derive.chains import AT_MOST, chains
from generator.model.chain import Leaf, Undoing

NOTHING: dict[str, Any] = {
    "source": "designation",
    "notice_kind": None,
    "number": None,
    "summary": "",
    "follows": (),
    "followed_by": (),
    "announces": None,
    "undoes": (),
    "acts_on": (),
    "decided": (),
    "claims": (),
    "rows": (),
}


def leaf(id_: str, on: str = "2020", **changes: Any) -> Leaf:
    """A leaf that names no other unless it is told to."""
    known = {"id": id_, "file": f"{id_}.yaml", "address": f"{id_}/", "kind": "认定公告", "title": id_}
    return Leaf(**{**NOTHING, **known, "on": PartialDate.parse(on), **changes})


def undoing(target: str, *, withdraws: bool = False, reason: str | None = "样例") -> Undoing:
    return Undoing(target=target, withdraws=withdraws, reason=reason, keys=("corrects",))


def ids(steps: Any) -> list[str]:
    return [step.id for step in steps]


def test_a_call_leads_to_the_publicity_the_designation_and_the_later_revocation_and_back() -> None:
    found = chains(
        [
            leaf("2020/call", "2020-01-01", followed_by=("a/proposed",)),
            leaf("a/proposed", "2020-02"),
            leaf("2020/publicity", "2020-02-01", announces="a/proposed"),
            leaf("a/designated", "2020-03", acts_on=("a/proposed",)),
            leaf("a/revoked", "2022", acts_on=("a/designated",)),
            leaf("a/other", "2022"),
        ]
    )

    assert ids(found["2020/call"].later) == ["a/proposed", "a/designated", "a/revoked"]
    assert ids(found["a/revoked"].earlier) == ["2020/call", "2020/publicity", "a/proposed", "a/designated"]
    assert (ids(found["a/designated"].earlier), ids(found["a/designated"].later)) == (
        ["2020/call", "2020/publicity", "a/proposed"],
        ["a/revoked"],
    )
    assert found["2020/publicity"].announced == found["2020/publicity"].later[0]
    assert "a/other" not in found


@pytest.mark.parametrize("field", ["follows", "followed_by", "acts_on"])
def test_what_is_not_there_makes_no_chain(field: str) -> None:
    changes: dict[str, Any] = {field: ("a/two",)}
    assert chains([leaf("a/one", **changes), leaf("a/three", announces="a/four")]) == {}


def test_what_is_corrected_knows_by_what_when_and_why_and_the_correction_knows_what() -> None:
    found = chains(
        [
            leaf("2020/call", "2020-01-01"),
            leaf("2020/later", "2020-03-01", undoes=(undoing("2020/call", withdraws=True, reason=None),)),
            leaf("2020/sooner", "2020-02-01", undoes=(undoing("2020/call"), undoing("2020/call"))),
        ]
    )

    told = [(c.by.id, c.withdraws, c.reason) for c in found["2020/call"].corrections]
    assert told == [("2020/sooner", False, "样例"), ("2020/later", True, None)]
    assert ids(found["2020/later"].undone) == ["2020/call"]


def test_of_many_the_nearest_are_shown_and_it_is_said_that_there_are_more() -> None:
    many = [leaf(f"a/{n:02}", str(1990 + n), acts_on=(f"a/{n - 1:02}",)) for n in range(30)]

    first, middle, last = (chains(many)[f"a/{n:02}"] for n in (0, 15, 29))

    assert ids(middle.earlier) == [f"a/{n:02}" for n in range(15 - AT_MOST, 15)]
    assert ids(middle.later) == [f"a/{n:02}" for n in range(16, 16 + AT_MOST)]
    assert (first.has_more_earlier, first.has_more_later) == (False, True)
    assert (last.has_more_earlier, last.has_more_later) == (True, False)


def test_just_as_many_as_are_shown_are_all() -> None:
    many = [leaf(f"a/{n}", str(1990 + n), acts_on=(f"a/{n - 1}",)) for n in range(AT_MOST + 1)]

    assert not chains(many)["a/0"].has_more_later
    assert len(chains(many)["a/0"].later) == AT_MOST


NAMES = st.sampled_from([f"a/{n}" for n in range(6)])
LINKS = st.lists(st.tuples(NAMES, NAMES), max_size=10)


@given(LINKS)
def test_whatever_is_reached_from_one_reaches_it_in_the_other_direction(links: list[tuple[str, str]]) -> None:
    before = {id_: tuple(a for a, b in links if b == id_) for id_ in (f"a/{n}" for n in range(6))}
    found = chains([leaf(id_, follows=names) for id_, names in before.items()])

    later = {(id_, step.id) for id_, chain in found.items() for step in chain.later}
    earlier = {(step.id, id_) for id_, chain in found.items() for step in chain.earlier}
    assert later == earlier
    assert all(id_ != other for id_, other in later)
