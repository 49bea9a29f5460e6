# SPDX-License-Identifier: Apache-2.0
"""Which border governs a day, when is the next change, and how is one standing laid over another?"""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import ONE_DAY
from generator.model.standing import Border, Standing, State, border_on, next_change, overlaid

ORIGIN = date(2020, 1, 1)
states = st.sampled_from([State.VALID, State.ENDED, State.UNCERTAIN])
days = st.integers(0, 40).map(lambda n: ORIGIN + timedelta(days=n))


def border(day: date, state: State = State.VALID) -> Border:
    return Border(from_=day, state=state)


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    """Borders in order, on days of their own."""
    return tuple(border(day, draw(states)) for day in sorted(draw(st.sets(days, max_size=5))))


def test_a_border_governs_from_its_own_day() -> None:
    standing = (border(date(2020, 6, 1)), border(date(2023, 6, 1), State.ENDED))

    assert border_on(standing, date(2020, 5, 31)) is None
    assert border_on(standing, date(2020, 6, 1)) is standing[0]
    assert border_on(standing, date(2023, 5, 31)) is standing[0]
    assert border_on(standing, date(2023, 6, 1)) is standing[1]
    assert border_on((), date(2023, 6, 1)) is None


def test_the_next_change_is_later_than_the_day_itself() -> None:
    standing = (border(date(2020, 6, 1)), border(date(2023, 6, 1), State.ENDED))

    assert next_change(standing, date(2020, 5, 31)) == date(2020, 6, 1)
    assert next_change(standing, date(2020, 6, 1)) == date(2023, 6, 1)
    assert next_change(standing, date(2023, 6, 1)) is None


@given(standings(), days)
def test_nothing_changes_before_the_next_change(standing: Standing, day: date) -> None:
    then = next_change(standing, day)
    until = (then or day + timedelta(days=50)) - ONE_DAY

    assert border_on(standing, until) == border_on(standing, day)
    assert then is None or border_on(standing, then) != border_on(standing, day)


def test_a_later_standing_takes_over_from_its_first_border() -> None:
    earlier = (border(date(2020, 6, 1)), border(date(2023, 6, 1), State.ENDED))
    later = (border(date(2023, 5, 1), State.REVOKED),)

    assert overlaid(earlier, later) == (earlier[0], later[0])


def test_a_border_that_changes_nothing_is_left_out() -> None:
    earlier = (border(date(2020, 6, 1)),)

    assert overlaid(earlier, (border(date(2023, 6, 1)),)) == earlier


def test_a_border_with_another_last_day_is_a_change() -> None:
    earlier = (border(date(2020, 6, 1)),)
    longer = Border.model_validate({"from": date(2023, 6, 1), "state": "valid", "through": "2026-05-31"})

    assert overlaid(earlier, (longer,)) == (*earlier, longer)


@given(standings(), standings(), days)
def test_each_day_is_governed_by_the_later_standing_once_that_has_begun(
    earlier: Standing, later: Standing, day: date
) -> None:
    begun = bool(later) and later[0].from_ <= day
    governing = border_on(overlaid(earlier, later), day)
    expected = border_on(later if begun else earlier, day)

    assert (governing and governing.state) == (expected and expected.state)


@given(standings(), standings())
def test_borders_stay_in_order_and_each_is_a_change(earlier: Standing, later: Standing) -> None:
    joined = overlaid(earlier, later)

    assert all(one.from_ < other.from_ for one, other in pairwise(joined))
    if later:
        assert all(one.state != other.state for one, other in pairwise(joined))


@given(standings())
def test_nothing_laid_over_changes_nothing(standing: Standing) -> None:
    assert overlaid(standing, ()) == standing


def test_every_state_has_a_word_of_its_own() -> None:
    labels = [state.label for state in State]

    assert len(set(labels)) == len(labels)
    assert State.VALID.label == "有效"
    assert str(State.VALID) == "valid"


def test_a_border_is_published_with_the_name_from() -> None:
    assert border(date(2020, 6, 1)).model_dump(mode="json", by_alias=True) == {
        "from": "2020-06-01",
        "state": "valid",
        "through": None,
        "document": None,
    }
