# SPDX-License-Identifier: Apache-2.0
"""Which comparisons does a version demand, with which ids and articles, of whom?"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.thresholds import ThresholdRow, resolved, rows
from generator.model.criterion import AllOf, AnyOf, Condition
from generator.model.ruleset import Ruleset
from tests import builders


def staff(**changes: Any) -> dict[str, Any]:
    """At least five people."""
    return {"metric": "service_staff", "at_least": 5, "unit": "人"} | changes


def assets(**changes: Any) -> dict[str, Any]:
    """At least 50 times 10,000 yuan."""
    return {"metric": "total_assets", "at_least": 50, "unit": "万元"} | changes


def criterion(node: dict[str, Any]) -> dict[str, Any]:
    """A basic condition under article 6 (1)."""
    return {"id": "first", "article": "第六条（一）"} | node


def version(*criteria: dict[str, Any], **functions: list[dict[str, Any]]) -> Ruleset:
    """A version with these basic conditions and with functions that require these."""
    items = [
        {"function": name, "article": "第七条", "requires": requires} for name, requires in functions.items()
    ]
    required = {"required": "at-least-one", "article": "第七条", "items": items}
    return builders.ruleset(criteria=list(criteria), functions=required if items else None)


def found(ruleset: Ruleset) -> list[ThresholdRow]:
    return list(rows(resolved(ruleset)))


def ids(ruleset: Ruleset) -> list[str | None]:
    return [row.threshold.id for row in found(ruleset)]


# Ids


def test_a_typed_id_is_kept() -> None:
    assert ids(version(criterion(staff()))) == ["first"]


def test_an_inner_condition_is_named_after_its_criterion_and_its_metric() -> None:
    assert ids(version(criterion({"any": [staff(), assets()]}))) == [
        "first-service-staff",
        "first-total-assets",
    ]


def test_an_inner_condition_on_the_metric_of_its_criterion_is_an_option() -> None:
    node = criterion({"any": [assets(), assets(at_least=20)]}) | {"id": "total-assets"}

    assert ids(version(node)) == ["total-assets-option", "total-assets-option-2"]


def test_a_condition_of_a_function_is_named_after_the_function() -> None:
    assert ids(version(training=[staff(), {"all": [staff()]}])) == [
        "training-service-staff",
        "training-service-staff-2",
    ]


def test_inner_groups_have_ids_too() -> None:
    [node] = resolved(
        version(criterion({"any": [{"all": [staff()]}, {"any": [staff(), assets()]}]}))
    ).criteria

    assert isinstance(node, AnyOf)
    assert [inner.id for inner in node.any] == ["first-all", "first-any"]


def test_a_made_id_gives_way_to_a_typed_one() -> None:
    node = criterion({"any": [staff(), assets()]})
    other = criterion(staff()) | {"id": "first-service-staff"}

    assert ids(version(node, other)) == [
        "first-service-staff-2",
        "first-total-assets",
        "first-service-staff",
    ]


# Articles


def test_an_inner_condition_has_the_article_of_the_outer_one_unless_it_cites_its_own() -> None:
    node = criterion({"any": [staff(), {"article": "第八条", "all": [assets(), staff(article="第九条")]}]})

    assert [row.threshold.article for row in found(version(node))] == ["第六条（一）", "第八条", "第九条"]


def test_a_condition_of_a_function_has_the_article_of_the_function() -> None:
    [row] = found(version(training=[staff()]))

    assert (row.function, row.threshold.article) == ("training", "第七条")


def test_an_article_that_no_one_cites_stays_unknown() -> None:
    [row] = found(version({"id": "first"} | staff()))

    assert row.threshold.article is None


# For whom, and whether something else may be met instead


def test_a_plain_condition_counts_for_everybody_and_has_no_alternative() -> None:
    [row] = found(version(criterion(staff())))

    assert (row.function, row.applies_to, row.alternative) == (None, (), False)


def test_a_branch_limits_all_that_is_in_it() -> None:
    node = {"any": [assets(), {"applies_to": ["public-institution"], "all": [staff(), assets()]}]}

    assert [row.applies_to for row in found(version(criterion(node)))] == [
        (),
        ("public-institution",),
        ("public-institution",),
    ]


def test_the_innermost_branch_that_names_kinds_counts() -> None:
    inner = {"applies_to": ["service-organization"], "all": [staff()]}
    node = {"applies_to": ["public-institution"], "all": [inner, assets()]}

    assert [row.applies_to for row in found(version(criterion(node)))] == [
        ("service-organization",),
        ("public-institution",),
    ]


@pytest.mark.parametrize(("form", "alternative"), [("any", True), ("all", False)])
def test_only_branches_of_an_alternative_are_alternatives(form: str, alternative: bool) -> None:
    assert [row.alternative for row in found(version(criterion({form: [staff(), assets()]})))] == [
        alternative,
        alternative,
    ]


def test_a_condition_deep_inside_an_alternative_is_an_alternative() -> None:
    node = criterion({"any": [assets(), {"all": [staff()]}]})

    assert [row.alternative for row in found(version(node))] == [True, True]


def test_basic_conditions_come_first_and_then_the_functions_in_their_order() -> None:
    ruleset = version(criterion(staff()), training=[assets()], information=[staff()])

    assert [row.function for row in found(ruleset)] == [None, "training", "information"]


# Any tree

WORDS = st.sampled_from(
    ["first", "first-service-staff", "training", "training-service-staff", "service-staff"]
)
LEAVES = st.builds(
    lambda leaf, id_: leaf() | ({"id": id_} if id_ else {}), st.sampled_from([staff, assets]), st.none()
)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(lambda nodes: {"all": nodes}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda nodes: {"any": nodes}, st.lists(inner, min_size=2, max_size=3))
    ),
    max_leaves=6,
)


@st.composite
def versions(draw: st.DrawFn) -> Ruleset:
    """Versions whose typed ids are unique and look like those that are made."""
    names = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    criteria = [{"id": name, "article": "第六条"} | draw(TREES) for name in names]
    return version(*criteria, training=draw(st.lists(TREES, min_size=1, max_size=3)))


def nodes(condition: Condition) -> Iterator[Condition]:
    yield condition
    for inner in condition.all if isinstance(condition, AllOf) else ():
        yield from nodes(inner)
    for inner in condition.any if isinstance(condition, AnyOf) else ():
        yield from nodes(inner)


@given(versions())
def test_every_condition_has_an_article_and_an_id_of_its_own(ruleset: Ruleset) -> None:
    filled = resolved(ruleset)
    assert filled.functions is not None
    trees = (*filled.criteria, *filled.functions.items[0].requires)
    conditions = [node for tree in trees for node in nodes(tree)]

    assert None not in [node.id for node in conditions]
    assert len({node.id for node in conditions}) == len(conditions)
    assert {node.article for node in conditions} == {"第六条", "第七条"}


@given(versions())
def test_resolving_changes_nothing_else_and_a_second_time_nothing_at_all(ruleset: Ruleset) -> None:
    before = [
        (row.threshold.metric, row.threshold.bound, row.applies_to, row.alternative) for row in rows(ruleset)
    ]
    filled = resolved(ruleset)

    after = [
        (row.threshold.metric, row.threshold.bound, row.applies_to, row.alternative) for row in rows(filled)
    ]
    assert before == after
    assert resolved(filled) == filled
