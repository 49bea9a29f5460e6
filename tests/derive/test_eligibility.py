# SPDX-License-Identifier: Apache-2.0
"""Is unknown never taken for yes, are exceptions heard, and does more knowledge decide more?"""

import random
from typing import Any

import pytest

from generator.derive.eligibility import judge
from generator.model.facts import Facts
from tests import organizations
from tests.builders import tiny_site
from tests.derive.hearings import (
    DAY,
    assets,
    judged,
    nodes,
    one,
    verdict,
    version,
    with_functions,
    words,
    yes,
)

YES, NO = {"answers": {"person": True}}, {"answers": {"person": False}}
LOWER = {"applies_to": ["public"], "all": [assets(at_least=100), yes("prize")]}
EXCEPTION = {"any": [assets(), LOWER]}
BY_KIND = {
    "any": [
        assets(applies_to=["company"]),
        {"metric": "firms", "at_least": 5, "unit": "家"} | {"applies_to": ["public"]},
    ]
}


def state(criterion: dict[str, Any], **facts: Any) -> str:
    return one(criterion, **facts).state.value


# The whole


def test_a_version_is_met_where_everything_is() -> None:
    assert verdict(version(yes(), yes("prize")), answers={"person": True, "prize": True}) == "met"


def test_one_condition_that_is_not_met_decides_whatever_else_is_unknown() -> None:
    assert verdict(version(yes(), yes("prize")), **NO) == "not-met"


def test_one_condition_that_is_unknown_leaves_it_open() -> None:
    assert verdict(version(yes(), yes("prize")), **YES) == "unknown"


def test_nothing_known_is_nothing_told() -> None:
    assert verdict(version(yes(), assets())) == "unknown"


@pytest.mark.parametrize("text", ["partial", "not-recorded"])
def test_a_text_that_is_not_recorded_in_full_is_never_met_but_may_be_missed(text: str) -> None:
    partial = version(yes(), text=text)

    assert (verdict(partial, **YES), verdict(partial, **NO)) == ("unknown", "not-met")
    assert judged(partial).partial
    assert not judged(version(yes())).partial


def test_a_version_without_conditions_tells_nothing() -> None:
    assert verdict(version()) == "unknown"


def test_a_trace_says_what_and_when_was_judged() -> None:
    trace = judged(version(assets(article="第六条（一）")), figures={"assets": "149万元"})

    assert trace.model_dump(mode="json") == {
        "version": "yangli/2020",
        "day": "2026-11-25",
        "verdict": "not-met",
        "partial": False,
        "criteria": [
            {
                "id": "c0",
                "article": "第六条（一）",
                "state": "not-met",
                "metric": "assets",
                "fact": "assets",
                "given": "149万元",
                "demanded": "不低于150万元",
                "gap": "还差1万元",
            }
        ],
        "functions": None,
    }


# All and any


@pytest.mark.parametrize(
    ("person", "prize", "all_", "any_"),
    [
        (True, True, "met", "met"),
        (True, False, "not-met", "met"),
        (True, None, "unknown", "met"),
        (False, False, "not-met", "not-met"),
        (False, None, "not-met", "unknown"),
        (None, None, "unknown", "unknown"),
    ],
)
def test_all_and_any(person: bool | None, prize: bool | None, all_: str, any_: str) -> None:
    answers = {key: said for key, said in (("person", person), ("prize", prize)) if said is not None}
    inner = [yes(), yes("prize")]

    assert state({"all": inner}, answers=answers) == all_
    assert state({"any": inner}, answers=answers) == any_


# Kinds of institution


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"figures": {"assets": "150万元"}}, "met"),
        ({"figures": {"assets": "120万元"}}, "unknown"),
        ({"figures": {"assets": "99万元"}}, "not-met"),
        ({"figures": {"assets": "120万元"}, "kinds": ["company"]}, "not-met"),
        ({"figures": {"assets": "120万元"}, "kinds": ["company", "public"]}, "unknown"),
        ({"figures": {"assets": "120万元"}, "kinds": ["public"], "answers": {"prize": True}}, "met"),
        ({"figures": {"assets": "120万元"}, "kinds": ["public"], "answers": {"prize": False}}, "not-met"),
        ({"figures": {"assets": "120万元"}, "answers": {"prize": False}}, "not-met"),
        ({"figures": {"assets": "99万元"}, "kinds": ["public"], "answers": {"prize": True}}, "not-met"),
    ],
)
def test_an_exception_is_for_its_kinds_and_demands_each_of_its_parts(
    facts: dict[str, Any], expected: str
) -> None:
    assert state(EXCEPTION, **facts) == expected


def test_an_exception_for_others_does_not_apply_and_says_so() -> None:
    found = nodes(judged(version(EXCEPTION), kinds=["company"], figures={"assets": "120万元"}))

    assert found["c0-all"].state.value == "not-applicable"
    assert found["c0-all"].applies_to == ("public",)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(["company"], "met"), (["public"], "not-met"), (["company", "public"], "met"), (None, "unknown")],
)
def test_alternatives_by_kind_are_heard_for_that_kind_only(kinds: list[str] | None, expected: str) -> None:
    assert state(BY_KIND, kinds=kinds, figures={"assets": "150万元", "firms": "4家"}) == expected


def test_alternatives_of_which_none_applies_leave_it_open() -> None:
    assert state(BY_KIND, kinds=["institute"], figures={"assets": "0元", "firms": "0家"}) == "unknown"


def test_a_condition_for_others_is_passed_over() -> None:
    limited = yes("prize", applies_to=["public"])
    asked = version(yes(), limited)

    assert verdict(asked, kinds=["company"], **YES) == "met"
    assert verdict(asked, kinds=["public"], **YES) == "unknown"
    assert verdict(asked, answers={"person": True, "prize": False}) == "unknown"
    assert state({"all": [limited]}, kinds=["company"]) == "not-applicable"


# Functions

SEVERAL = {"training": [yes()], "legal": [yes("prize")]}
TRAINING_ONLY = {"training.person": True, "legal.prize": False}


def on_functions(required: str, answers: dict[str, bool], functions: list[str] | None) -> str:
    trace = judged(
        with_functions(required, **SEVERAL), answers=answers | {"person": True}, functions=functions
    )
    assert trace.functions is not None
    assert trace.functions.state.value == trace.verdict.value
    return trace.verdict.value


@pytest.mark.parametrize(
    ("answers", "functions", "one_of", "applied_for"),
    [
        (TRAINING_ONLY, None, "met", "unknown"),
        (TRAINING_ONLY, ["training"], "met", "met"),
        (TRAINING_ONLY, ["training", "legal"], "met", "not-met"),
        (TRAINING_ONLY, ["legal"], "not-met", "not-met"),
        (TRAINING_ONLY, [], "not-met", "not-met"),
        (TRAINING_ONLY, ["financing"], "not-met", "not-met"),
        ({"training.person": True}, ["training", "legal"], "met", "unknown"),
        ({"training.person": False}, None, "unknown", "unknown"),
        ({"training.person": True, "legal.prize": True}, None, "met", "met"),
        ({"training.person": False, "legal.prize": False}, None, "not-met", "not-met"),
        ({}, ["legal"], "unknown", "unknown"),
    ],
)
def test_one_function_is_enough_or_all_that_are_applied_for_must_be_met(
    answers: dict[str, bool], functions: list[str] | None, one_of: str, applied_for: str
) -> None:
    assert on_functions("at-least-one", answers, functions) == one_of
    assert on_functions("those-applied-for", answers, functions) == applied_for


def test_a_trace_says_which_functions_are_applied_for() -> None:
    asked = with_functions("at-least-one", **SEVERAL)
    told = {
        str(functions): [item.applied for item in trace.functions.items]
        for functions in (None, ["legal"])
        if (trace := judged(asked, functions=functions)).functions
    }

    assert told == {"None": [None, None], "['legal']": [False, True]}


# More knowledge


@pytest.mark.parametrize("asked", list(organizations.asked_in(tiny_site())), ids=lambda asked: asked.id)
@pytest.mark.parametrize("seed", range(60))
def test_learning_more_never_turns_what_was_decided(asked: organizations.Asked, seed: int) -> None:
    organizations.check_that_learning_turns_nothing(asked, DAY, random.Random(seed))


@pytest.mark.parametrize("seed", range(200))
def test_what_is_learned_of_an_exception_never_turns_what_was_decided(seed: int) -> None:
    limited = version(EXCEPTION, yes("prize", applies_to=["public"]), BY_KIND)
    asked = organizations.Asked("yangli/2020", limited, words())

    organizations.check_that_learning_turns_nothing(asked, DAY, random.Random(seed))


def test_judging_twice_gives_the_same_trace() -> None:
    tiny = tiny_site()
    facts = Facts(figures={"total_assets": "60万元"})
    traces = {
        judge(id_, version_, facts, tiny.vocabularies, DAY).model_dump_json()
        for id_, version_ in list(tiny.rulesets.items()) * 2
    }

    assert len(traces) == len(tiny.rulesets)
