# SPDX-License-Identifier: Apache-2.0
"""Is a condition one threshold with its unit, or a tree of further conditions?"""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.model.criterion import AllOf, AnyOf, Condition, Threshold
from tests.model.refusals import faults, is_taken, misfit

AMOUNT = {"metric": "total_assets", "at_least": 100, "unit": "万元"}
YES = {"metric": "legal_person", "equals": True}
CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)


@pytest.mark.parametrize(
    ("fields", "bound"),
    [
        (AMOUNT, Decimal(100)),
        ({"metric": "total_assets", "at_most": 0, "unit": "万元"}, Decimal(0)),
        (YES, True),
        ({"metric": "legal_person", "equals": False}, False),
    ],
)
def test_a_threshold_has_one_bound(fields: dict[str, Any], bound: Decimal | bool) -> None:
    threshold = Threshold.model_validate(fields)

    assert threshold.bound == bound
    assert type(threshold.bound) is type(bound)


@pytest.mark.parametrize(
    "fields",
    [
        {"metric": "total_assets", "unit": "万元"},
        AMOUNT | {"at_most": 200},
        AMOUNT | {"equals": True},
        {"metric": "legal_person"},
    ],
)
def test_a_threshold_without_or_with_two_bounds_is_refused(fields: dict[str, Any]) -> None:
    assert misfit(Threshold, fields).message == "at_least、at_most、equals 须有且只有一个"


@pytest.mark.parametrize("fields", [{"metric": "total_assets", "at_least": 100}, YES | {"unit": "家"}])
def test_a_quantity_has_a_unit_and_a_yes_has_none(fields: dict[str, Any]) -> None:
    assert misfit(Threshold, fields).message == "数量须有单位，是否不得有单位"


@pytest.mark.parametrize(("years", "taken"), [(0, False), (1, True), (10, True), (11, False)])
def test_the_years_looked_at_are_one_to_ten(years: int, taken: bool) -> None:
    assert is_taken(Threshold, AMOUNT | {"over_years": years}) is taken


def test_the_keys_of_a_node_tell_which_kind_it_is() -> None:
    assert isinstance(CONDITION.validate_python(AMOUNT), Threshold)
    assert isinstance(CONDITION.validate_python({"all": [AMOUNT]}), AllOf)
    assert isinstance(CONDITION.validate_python({"any": [AMOUNT, YES]}), AnyOf)
    assert CONDITION.validate_python(AnyOf.model_validate({"any": [AMOUNT, YES]})).any[0].unit == "万元"


def test_a_choice_has_at_least_two_branches_and_a_conjunction_one() -> None:
    assert is_taken(Condition, {"all": [AMOUNT]})
    assert is_taken(Condition, {"any": [AMOUNT, YES]})
    assert faults(Condition, {"any": [AMOUNT]}) == {"any.any": "too_short"}
    assert faults(Condition, {"all": []}) == {"all.all": "too_short"}


def test_faults_inside_a_tree_name_their_branch() -> None:
    tree = {"any": [AMOUNT, {"all": [YES | {"applies": ["a"]}]}]}

    assert faults(Condition, tree)["any.any.1.all.all.0.threshold.applies"] == "extra_forbidden"


def test_a_node_may_not_be_of_two_kinds() -> None:
    assert faults(Condition, AMOUNT | {"any": [AMOUNT, YES]}) == {
        "any.metric": "extra_forbidden",
        "any.at_least": "extra_forbidden",
        "any.unit": "extra_forbidden",
    }


trees = st.recursive(
    st.sampled_from([AMOUNT, YES, AMOUNT | {"applies_to": ["public-institution"], "note": "可以放宽"}]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda nodes: {"all": nodes})
        | st.lists(inner, min_size=2, max_size=3).map(lambda nodes: {"any": nodes})
    ),
    max_leaves=8,
)


@given(trees)
def test_every_tree_is_published_as_it_was_typed(tree: dict[str, Any]) -> None:
    assert json.loads(CONDITION.dump_json(CONDITION.validate_python(tree))) == tree
