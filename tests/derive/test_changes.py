# SPDX-License-Identifier: Apache-2.0
"""Does the list of changes lose nothing? A state and the changes after it give every later state."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.changes import changes
from generator.derive.platforms import fold
from generator.model.designation import Designation
from generator.model.standing import Border, Standing, State, border_on
from tests.derive.histories import histories, orderly_histories, site_of

DAYS = st.dates(date(2009, 1, 1), date(2030, 1, 1))
VALID = Border(from_=date(2020, 6, 1), state=State.VALID, document="yangli/a")
ENDED = Border(from_=date(2023, 6, 1), state=State.ENDED)
LAPSED = Border(from_=date(2023, 6, 1), state=State.LAPSED)


def snapshot(standings: Mapping[str, Standing], day: date) -> dict[str, str]:
    """The state of each platform on a day; those of which nothing is recorded yet are left out."""
    borders = {id_: border_on(standing, day) for id_, standing in standings.items()}
    return {id_: border.state.value for id_, border in borders.items() if border}


@given(st.one_of(histories(), orderly_histories()), DAYS, DAYS)
def test_a_snapshot_and_the_changes_after_it_give_every_later_snapshot(
    history: dict[str, Designation], one: date, other: date
) -> None:
    standings = {id_: platform.standing for id_, platform in fold(site_of(history))[0].items()}
    earlier, later = min(one, other), max(one, other)

    told = snapshot(standings, earlier)
    for change in changes({"platform": standings}):
        if earlier < change.on <= later:
            told[change.id] = change.state.value
    assert told == snapshot(standings, later)


def test_changes_come_by_day_then_by_kind_and_id() -> None:
    found = changes({"ruleset": {"yangli/2020": (LAPSED,)}, "platform": {"b": (VALID, ENDED), "a": (ENDED,)}})

    assert [(str(change.on), change.kind, change.id) for change in found] == [
        ("2020-06-01", "platform", "b"),
        ("2023-06-01", "platform", "a"),
        ("2023-06-01", "platform", "b"),
        ("2023-06-01", "ruleset", "yangli/2020"),
    ]


def test_a_change_names_its_state_and_its_document() -> None:
    [change] = changes({"platform": {"a": (VALID,)}})

    assert (change.state, change.document, change.through) == (State.VALID, "yangli/a", None)


def test_a_snapshot_counts_a_change_on_its_own_day_and_not_on_the_eve() -> None:
    standings = {"a": (VALID, ENDED)}

    assert snapshot(standings, ENDED.from_ - timedelta(days=1)) == {"a": "valid"}
    assert snapshot(standings, ENDED.from_) == {"a": "ended"}


def test_a_subject_of_which_nothing_is_recorded_yet_is_left_out() -> None:
    assert snapshot({"a": (VALID,), "b": ()}, date(2020, 5, 31)) == {}
