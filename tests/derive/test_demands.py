# SPDX-License-Identifier: Apache-2.0
"""What does a tree demand of each metric, of whom, along with what, or instead of what?"""

from decimal import Decimal
from typing import Any

from generator.derive.demands import Demand, comparable, demands
from generator.derive.thresholds import resolved
from tests import builders

UNITS = {"万元": Decimal(10_000), "亿元": Decimal(100_000_000), "人": Decimal(1)}


def staff(**changes: Any) -> dict[str, Any]:
    return {"metric": "service_staff", "at_least": 5, "unit": "人"} | changes


def assets(**changes: Any) -> dict[str, Any]:
    return {"metric": "total_assets", "at_least": 100, "unit": "万元"} | changes


def legal(**changes: Any) -> dict[str, Any]:
    return {"metric": "legal_person", "equals": True} | changes


def of(node: dict[str, Any]) -> list[Demand]:
    """The demands of one basic condition under article 6."""
    [criterion] = resolved(builders.ruleset(criteria=[{"id": "first", "article": "第六条"} | node])).criteria
    return list(demands(criterion))


def test_a_threshold_is_one_demand_of_everybody() -> None:
    [demand] = of(assets(note="说明"))

    assert (demand.threshold.metric, demand.of, demand.notes) == ("total_assets", (), ("说明",))
    assert demand.threshold.article == "第六条"
    assert demand.amount(UNITS) == 1_000_000


def test_a_relaxation_is_told_with_its_kinds_and_with_what_must_hold_beside_it() -> None:
    relaxed = {
        "applies_to": ["public-institution"],
        "article": "第七条",
        "all": [assets(at_least=50), legal()],
    }
    first, second = of({"any": [assets(), relaxed], "note": "可以放宽"})

    assert (first.of, first.along_with, first.or_else) == ((), (), ())
    assert second.of == ("public-institution",)
    assert [node.metric for node in second.along_with] == ["legal_person"]
    assert second.threshold.article == "第七条"
    assert first.notes == second.notes == ("可以放宽",)


def test_an_alternative_on_another_metric_is_told_with_both() -> None:
    first, second = of({"any": [assets(), staff()]})

    assert [node.metric for node in first.or_else if hasattr(node, "metric")] == ["service_staff"]
    assert [node.metric for node in second.or_else if hasattr(node, "metric")] == ["total_assets"]


def test_parts_that_must_all_hold_are_demands_by_themselves() -> None:
    found = of({"all": [assets(), legal()]})

    assert [(demand.threshold.metric, demand.along_with) for demand in found] == [
        ("total_assets", ()),
        ("legal_person", ()),
    ]


def test_a_demand_upon_those_who_have_something_says_so() -> None:
    [demand] = of({"any": [legal(equals=False), staff()]})

    assert (demand.threshold.metric, demand.only_if) == ("service_staff", "legal_person")


def test_alternatives_of_yes_and_no_are_told_along_with_each_other() -> None:
    found = of({"any": [{"all": [legal(), legal(metric="other")]}, staff()]})

    assert [demand.threshold.metric for demand in found] == ["legal_person", "other", "service_staff"]
    assert [node.metric for node in found[0].along_with] == ["other"]


def test_the_same_amount_in_another_unit_is_the_same_demand() -> None:
    [one], [other] = of(assets(at_least=10_000)), of(assets(at_least=1, unit="亿元"))
    [less] = of(assets(at_least=9_999))

    assert one.value(UNITS) == other.value(UNITS)
    assert one.value(UNITS) != less.value(UNITS)
    assert one.without_amount(UNITS) == less.without_amount(UNITS)


def test_articles_ids_and_notes_do_not_count_but_years_and_kinds_do() -> None:
    def value(**changes: Any) -> object:
        [demand] = of(staff(**changes))
        return demand.value(UNITS)

    assert value(note="说明", article="第九条") == value()
    assert value(over_years=2) != value()
    assert value(applies_to=["public-institution"]) != value()
    [at_most] = of({"metric": "service_staff", "at_most": 5, "unit": "人"})
    assert at_most.value(UNITS) != value()


def test_trees_are_compared_with_all_inside_them() -> None:
    def tree(form: str, *parts: dict[str, Any]) -> object:
        version = resolved(
            builders.ruleset(criteria=[{"id": "first", "article": "第六条", form: list(parts)}])
        )
        return comparable(version.criteria[0], UNITS)

    assert tree("any", assets(), staff()) == tree("any", assets(), staff())
    assert tree("any", assets(), staff()) != tree("all", assets(), staff())
    assert tree("any", assets(), staff()) != tree("any", assets(), staff(at_least=6))
