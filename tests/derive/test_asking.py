# SPDX-License-Identifier: Apache-2.0
"""Which fact does a comparison ask for, and when do two ask for the same one?"""

import re

import pytest

from generator.derive.asking import comparisons, criteria, functions
from generator.derive.thresholds import resolved, rows
from generator.model.facts import FACT_KEY_PATTERN
from tests.derive.hearings import assets, version, with_functions, yes

OWN_WAY = {"counted_as": "只计本地"}


def facts(*conditions: dict[str, object]) -> list[str]:
    return [fact for fact, _ in comparisons("yangli/2020", version(*conditions))]


@pytest.mark.parametrize(
    ("condition", "fact"),
    [
        (assets(), "assets"),
        (yes(), "person"),
        (yes(over_years=2), "person@2"),
        (assets(**OWN_WAY), "yangli/2020:assets"),
        (yes(over_years=2, **OWN_WAY), "yangli/2020:person@2"),
        (yes("eligible_kind"), "kinds"),
    ],
)
def test_a_basic_condition_asks_by_its_metric_its_years_and_its_way_of_counting(
    condition: dict[str, object], fact: str
) -> None:
    assert facts(condition) == [fact]


def test_a_function_asks_for_figures_of_its_own() -> None:
    asked = with_functions("at-least-one", training=[assets()], legal=[assets(**OWN_WAY)])

    assert [fact for fact, _ in comparisons("yangli/2020", asked)] == [
        "person",
        "training.assets",
        "yangli/2020:legal.assets",
    ]


def test_branches_of_a_condition_ask_for_the_same_fact() -> None:
    lower = {"applies_to": ["public"], "all": [assets(at_least=100), yes("prize")]}

    assert facts({"any": [assets(), lower]}) == ["assets", "assets", "prize"]


def test_every_key_has_the_form_that_facts_are_written_in() -> None:
    asked = with_functions("at-least-one", financing=[assets(**OWN_WAY), yes(over_years=3)])

    assert all(re.fullmatch(FACT_KEY_PATTERN, fact) for fact, _ in comparisons("yangli/2020-draft", asked))


def test_the_trees_carry_the_same_facts_and_everything_else_as_it_was() -> None:
    tree = {"any": [assets(), {"all": [assets(at_least=1), yes("prize")]}], "note": "说明"}
    asked = resolved(
        with_functions("at-least-one", training=[tree]).model_copy(
            update={"criteria": version(tree).criteria}
        )
    )

    (node,) = criteria("yangli/2020", asked)
    plain = node.model_dump(
        mode="json", exclude={"any": {"__all__": {"fact": True, "all": {"__all__": {"fact"}}}}}
    )
    rule = functions("yangli/2020", asked.functions)

    assert plain == asked.criteria[0].model_dump(mode="json")
    assert rule is not None
    dumped = rule.model_dump_json()
    assert [dumped.count(f'"fact":"training.{name}"') for name in ("assets", "prize")] == [2, 1]
    assert len(list(rows(asked))) == dumped.count('"fact"') * 2


def test_a_version_without_functions_asks_for_none() -> None:
    assert functions("yangli/2020", None) is None
