# SPDX-License-Identifier: Apache-2.0
"""What holds for the folding of every history, however absurd?"""

from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.derive import terms
from generator.derive.platforms import fold
from generator.model.designation import Designation
from generator.model.platform import Platform, Term
from generator.model.standing import State
from tests.derive.histories import histories, orderly_histories, site_of

History = dict[str, Designation]


def surely_held(term: Term) -> tuple[int, int] | None:
    """The first and last of the days on which a term surely holds, counted; None if its end is unknown."""
    ends = terms.last_days(term)
    return (term.from_.last.toordinal(), ends[0].toordinal()) if ends and term.from_ else None


def overlapping(platform: Platform) -> list[tuple[Term, Term]]:
    """Pairs of terms that surely hold on one and the same day."""
    spans = [(term, span) for term in platform.terms if (span := surely_held(term))]
    return [
        (one, other) for (one, a), (other, b) in combinations(spans, 2) if max(a[0], b[0]) <= min(a[1], b[1])
    ]


@given(histories())
def test_folding_never_fails_and_mentions_every_act_upon_a_platform(history: History) -> None:
    platforms, conflicts = fold(site_of(history))

    listed = sum(len(act.platforms) for document in history.values() for act in document.acts)
    assert sum(len(platform.mentions) for platform in platforms.values()) >= listed
    assert {conflict.document for conflict in conflicts} <= set(history)


@given(histories(), st.randoms(use_true_random=False))
def test_folding_does_not_depend_on_the_order_of_the_files(history: History, random: Random) -> None:
    ids = list(history)
    random.shuffle(ids)

    assert fold(site_of({id_: history[id_] for id_ in ids})) == fold(site_of(history))


@given(histories())
def test_standings_are_in_order_and_no_border_repeats_the_one_before(history: History) -> None:
    for platform in fold(site_of(history))[0].values():
        days = [border.from_ for border in platform.standing]
        said = [(border.state, border.through) for border in platform.standing]

        assert days == sorted(set(days))
        assert all(one != other for one, other in pairwise(said))


@given(orderly_histories())
def test_where_nothing_conflicts_no_two_terms_overlap(history: History) -> None:
    platforms, conflicts = fold(site_of(history))

    if not conflicts:
        assert [pair for platform in platforms.values() for pair in overlapping(platform)] == []


@given(histories())
def test_where_nothing_conflicts_in_an_absurd_history_no_two_terms_overlap(history: History) -> None:
    platforms, conflicts = fold(site_of(history))

    if not conflicts:
        assert [pair for platform in platforms.values() for pair in overlapping(platform)] == []


@given(histories())
def test_a_title_is_only_ever_valid_by_a_document_that_lists_it(history: History) -> None:
    for platform in fold(site_of(history))[0].values():
        mentioned = {mention.document for mention in platform.mentions}
        valid = {border.document for border in platform.standing if border.state is State.VALID}

        assert valid <= mentioned


@given(histories())
def test_the_present_name_is_the_last_of_all_names(history: History) -> None:
    for platform in fold(site_of(history))[0].values():
        if platform.names:
            assert platform.name == platform.names[-1].name
            assert [name.through is None for name in platform.names] == [
                *[False] * (len(platform.names) - 1),
                True,
            ]
