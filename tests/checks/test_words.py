# SPDX-License-Identifier: Apache-2.0
"""Is every word told that no closed list has, and every unit that does not fit its metric?"""

from typing import Any

import pytest

from generator.checks.references import (
    identifiers_are_unique,
    units_fit_their_metric,
    words_are_in_the_vocabularies,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import act, designation, profile, row, ruleset, tiny_site
from tests.checks.findings import told

VERSION = "registry/rulesets/yangli/2020.yaml"
LIST = "registry/designations/yangli/list.yaml"
STAFF = {"id": "staff", "metric": "service_staff", "at_least": 5, "unit": "人"}


def with_version(**changes: Any) -> Register:
    """A register of one version."""
    return builders.register(rulesets={"yangli/2020": ruleset(**changes)})


def requiring(*conditions: dict[str, Any], function: str = "training") -> dict[str, Any]:
    """A function that requires these conditions."""
    item = {"function": function, "article": "第一条", "requires": list(conditions)}
    return {"required": "at-least-one", "article": "第一条", "items": [item]}


# words_are_in_the_vocabularies


@pytest.mark.parametrize(
    ("changes", "keys", "word", "file", "hint"),
    [
        (
            {"criteria": [STAFF | {"metric": "service_stuff"}]},
            "criteria 0 metric",
            "service_stuff",
            "metrics",
            "是否想写“service_staff”？",
        ),
        ({"criteria": [STAFF | {"unit": "斤"}]}, "criteria 0 unit", "斤", "units", "核对编号，"),
        (
            {"criteria": [STAFF | {"applies_to": ["public-institutions"]}]},
            "criteria 0 applies_to 0",
            "public-institutions",
            "institution-kinds",
            "是否想写“public-institution”？",
        ),
        (
            {"functions": requiring(STAFF, function="trainings")},
            "functions items 0 function",
            "trainings",
            "functions",
            "是否想写“training”？",
        ),
        (
            {"functions": requiring({"any": [STAFF, {"all": [STAFF | {"unit": "斤"}]}]})},
            "functions items 0 requires 0 any 1 all 0 unit",
            "斤",
            "units",
            "核对编号，",
        ),
        (
            {"applicants": {"kinds": ["shop"], "article": "第一条"}},
            "applicants kinds 0",
            "shop",
            "institution-kinds",
            "核对编号，",
        ),
        (
            {"procedure": [{"kind": "aply", "actor": "甲", "action": "乙", "article": "第一条"}]},
            "procedure 0 kind",
            "aply",
            "step-kinds",
            "是否想写“apply”？",
        ),
        (
            {"provisions": [{"topic": "principles", "text": "甲", "article": None}]},
            "provisions 0 topic",
            "principles",
            "topics",
            "是否想写“principle”？",
        ),
        (
            {"sampling": {"at_least": 1, "unit": "户", "by": "甲", "among": "乙", "article": "附件1"}},
            "sampling unit",
            "户",
            "units",
            "核对编号，",
        ),
    ],
)
def test_a_word_that_no_list_has_is_told(
    changes: dict[str, Any], keys: str, word: str, file: str, hint: str
) -> None:
    assert told(words_are_in_the_vocabularies, with_version(**changes)) == [
        (
            f"{VERSION} {keys}",
            f"没有“{word}”这个词",
            f"{hint}或先在 registry/vocabularies/{file}.yaml 里加上",
        )
    ]


def test_a_function_that_no_list_has_is_told_at_its_row() -> None:
    known = builders.register(
        designations={"yangli/list": designation(act("designate", row(functions=["training", "traning"])))}
    )

    assert told(words_are_in_the_vocabularies, known) == [
        (f"{LIST} acts 0 platforms 0 functions 1", "没有“traning”这个服务功能", "是否想写“training”？")
    ]


def test_an_unknown_function_of_a_service_is_told_where_the_profile_names_it() -> None:
    services = [{"text": "样例", "functions": ["training"]}, {"text": "样例", "functions": ["trainings"]}]
    known = builders.register(
        designations={"yangli/list": designation()}, profiles={"yangli-0001": profile(services=services)}
    )

    assert told(words_are_in_the_vocabularies, known) == [
        (
            "registry/profiles/yangli/yangli-0001.yaml services 1 functions 0",
            "没有“trainings”这个服务功能",
            "是否想写“training”？",
        )
    ]


# units_fit_their_metric


def test_a_unit_of_the_dimension_of_its_metric_passes() -> None:
    assert told(units_fit_their_metric, with_version(criteria=[STAFF])) == []


def test_a_yes_no_metric_without_a_unit_passes() -> None:
    yes = {"id": "x", "metric": "legal_person", "equals": True}

    assert told(units_fit_their_metric, with_version(criteria=[yes])) == []


def test_a_unit_of_another_dimension_is_told_with_those_that_fit() -> None:
    assert told(units_fit_their_metric, with_version(criteria=[STAFF | {"unit": "万元"}])) == [
        (f"{VERSION} criteria 0 unit", "“从事服务的人员数”不能用单位“万元”", "单位改用：人")
    ]


def test_a_unit_that_does_not_fit_is_told_where_it_stands_in_a_function() -> None:
    assert told(units_fit_their_metric, with_version(functions=requiring(STAFF | {"unit": "人次"}))) == [
        (f"{VERSION} functions items 0 requires 0 unit", "“从事服务的人员数”不能用单位“人次”", "单位改用：人")
    ]


def test_a_yes_no_metric_with_a_number_is_told() -> None:
    number = {"id": "x", "metric": "legal_person", "at_least": 1, "unit": "人"}

    assert told(units_fit_their_metric, with_version(criteria=[number])) == [
        (
            f"{VERSION} criteria 0 unit",
            "“具有独立法人资格”不能用单位“人”",
            "这是是否类事项，写 equals: true，不写单位",
        )
    ]


def test_a_quantity_answered_with_yes_is_told() -> None:
    yes = {"id": "x", "metric": "service_staff", "equals": True}

    assert told(units_fit_their_metric, with_version(criteria=[yes])) == [
        (f"{VERSION} criteria 0 equals", "“从事服务的人员数”不能用单位“（无）”", "单位改用：人")
    ]


@pytest.mark.parametrize("unknown", [{"metric": "nothing"}, {"unit": "斤"}])
def test_what_the_check_of_words_tells_is_not_told_twice(unknown: dict[str, str]) -> None:
    assert told(units_fit_their_metric, with_version(criteria=[STAFF | unknown])) == []


# identifiers_are_unique


def test_every_repetition_of_an_id_in_a_list_is_told() -> None:
    words = tiny_site().vocabularies
    doubled = words.model_copy(update={"step_kinds": (*words.step_kinds, words.step_kinds[0])})

    assert told(identifiers_are_unique, builders.register(vocabularies=doubled)) == [
        (
            f"registry/vocabularies/step-kinds.yaml {index} id",
            "编号“apply”用了 2 次",
            "只留一处，其余改用没有用过的编号",
        )
        for index in (0, 2)
    ]


def test_the_same_id_in_two_lists_passes() -> None:
    words = tiny_site().vocabularies
    shared = words.topics[0].model_copy(update={"id": words.step_kinds[0].id})

    assert (
        told(
            identifiers_are_unique,
            builders.register(vocabularies=words.model_copy(update={"topics": (shared,)})),
        )
        == []
    )
