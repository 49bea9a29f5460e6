# SPDX-License-Identifier: Apache-2.0
"""Are questions told that no answer fits, and answers that would have to serve for two?"""

from dataclasses import replace
from typing import Any

import pytest

from generator.checks.questions import facts_are_counted_in_one_way, years_from_a_day_are_whole
from generator.derive.register import Register, register
from tests import builders
from tests.checks.findings import places_told, told
from tests.derive.hearings import assets, version, with_functions, words, yes

VERSION = "registry/rulesets/yangli/2020.yaml"


def asking(asked: Any) -> Register:
    return register(replace(builders.site(rulesets={"yangli/2020": asked}), vocabularies=words()))


def age(**bound: float) -> dict[str, Any]:
    return {"metric": "age", "unit": "年"} | bound


# years_from_a_day_are_whole


@pytest.mark.parametrize("years", [1, 2, 100])
def test_whole_years_since_a_day_pass(years: int) -> None:
    asked = version(age(at_least=years), {"any": [yes(), age(at_most=years)]})

    assert told(years_from_a_day_are_whole, asking(asked)) == []


@pytest.mark.parametrize("years", [0, 0.5, 1.5, 101])
def test_other_years_since_a_day_are_told_also_inside_alternatives(years: float) -> None:
    asked = version(age(at_least=years), {"any": [yes(), age(at_most=years)]})

    assert places_told(years_from_a_day_are_whole, asking(asked)) == [
        f"{VERSION} criteria 0 at_least",
        f"{VERSION} criteria 1 any 1 at_most",
    ]


def test_a_part_of_another_quantity_passes() -> None:
    assert told(years_from_a_day_are_whole, asking(version(assets(at_least=1.5)))) == []


# facts_are_counted_in_one_way

LOCAL = {"counted_as": "只计本地"}


def test_one_way_of_counting_and_another_metric_counted_otherwise_pass() -> None:
    asked = version(assets(**LOCAL), {"any": [assets(at_least=1, **LOCAL), assets()]}, yes(counted_as="省级"))

    assert told(facts_are_counted_in_one_way, asking(asked)) == []


def test_functions_may_count_in_their_own_ways() -> None:
    asked = with_functions("at-least-one", training=[assets(**LOCAL)], legal=[assets(counted_as="公益")])

    assert told(facts_are_counted_in_one_way, asking(asked)) == []


def test_a_second_way_of_counting_the_same_is_told_with_the_first() -> None:
    asked = with_functions("at-least-one", training=[assets(**LOCAL), {"all": [assets(counted_as="公益")]}])

    assert told(facts_are_counted_in_one_way, asking(asked)) == [
        (
            f"{VERSION} functions items 0 requires 1 all 0 counted_as",
            "“assets”前面的口径是“只计本地”，这里是“公益”",
            "写成同一种口径；确是两件事的，在 metrics.yaml 里另立一个事项",
        )
    ]
