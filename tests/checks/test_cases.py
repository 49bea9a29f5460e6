# SPDX-License-Identifier: Apache-2.0
"""Do worked cases speak of their version, and are differences told with both sides?"""

from datetime import date
from typing import Any

from generator.checks.cases import (
    cases_answer_what_is_asked,
    cases_belong_to_a_version,
    cases_come_out_as_expected,
    units_of_cases_fit,
)
from generator.derive.register import Register
from generator.model.facts import Cases
from tests import builders
from tests.builders import tiny_site
from tests.checks.findings import places_told, told

FILE = "registry/cases/yangli/2020.yaml"
KNOWN = "legal_person、total_assets、training.trainees"
PASSES = {"name": "全部达到", "verdict": "met"}
ALL = {
    "kinds": ["service-organization"],
    "functions": ["training"],
    "figures": {"total_assets": "100万元", "training.trainees": "300人次"},
    "answers": {"legal_person": True},
}
POOR = {"figures": {"total_assets": "99万元"}}


def cases(*each: dict[str, Any], **organization: Any) -> Cases:
    """Cases of an organization that meets everything, unless stated otherwise."""
    return Cases.model_validate(
        {
            "name": "样例机构（虚构）",
            "day": date(2021, 6, 1),
            "organization": ALL | organization,
            "cases": list(each) or [PASSES],
        }
    )


def with_cases(*each: dict[str, Any], id_: str = "yangli/2020", **organization: Any) -> Register:
    return builders.register(
        rulesets={"yangli/2020": tiny_site().rulesets["yangli/2020"]},
        cases={id_: cases(*each, **organization)},
    )


# cases_belong_to_a_version


def test_cases_of_a_version_pass() -> None:
    assert told(cases_belong_to_a_version, with_cases()) == []


def test_cases_of_no_version_are_told() -> None:
    assert told(cases_belong_to_a_version, with_cases(id_="yangli/2021")) == [
        ("registry/cases/yangli/2021.yaml", "没有“yangli/2021”这个办法版本", "这个辖区的版本有：yangli/2020")
    ]


def test_a_version_that_could_not_be_read_is_not_blamed_on_its_cases() -> None:
    known = builders.register(
        cases={"yangli/2021": cases()}, unreadable=frozenset({"registry/rulesets/yangli/2021.yaml"})
    )

    assert told(cases_belong_to_a_version, known) == []


# cases_answer_what_is_asked


def test_answers_to_what_is_asked_pass() -> None:
    known = with_cases(PASSES | {"changes": POOR, "forgets": ["legal_person", "kinds", "functions"]})

    assert told(cases_answer_what_is_asked, known) == []


def test_an_answer_that_nobody_asks_for_is_told() -> None:
    known = with_cases(PASSES | {"changes": {"figures": {"trainees": "1人次"}}, "forgets": ["service_staff"]})

    assert told(cases_answer_what_is_asked, known) == [
        (f"{FILE} cases 0 changes figures trainees", "本版本没有条件问“trainees”", f"可用的键有：{KNOWN}"),
        (f"{FILE} cases 0 forgets 0", "本版本没有条件问“service_staff”", f"可用的键有：{KNOWN}"),
    ]


def test_an_answer_in_another_place_is_told_with_its_own() -> None:
    known = with_cases(answers={"total_assets": True, "legal_person": True})

    assert told(cases_answer_what_is_asked, known) == [
        (
            f"{FILE} organization answers total_assets",
            "“total_assets”问的不是是或否",
            "移到 figures（数量）下面",
        )
    ]


def test_kinds_and_functions_that_are_no_words_are_told() -> None:
    known = with_cases(kinds=["service-organization", "club"], functions=["lessons"])

    assert told(cases_answer_what_is_asked, known) == [
        (
            f"{FILE} organization kinds 1",
            "没有“club”这个机构类型",
            "可用的有：service-organization、public-institution",
        ),
        (f"{FILE} organization functions 0", "没有“lessons”这个服务功能", "可用的有：information、training"),
    ]


# units_of_cases_fit


def test_figures_in_units_of_what_is_asked_pass() -> None:
    assert told(units_of_cases_fit, with_cases(PASSES | {"changes": POOR})) == []


def test_figures_in_other_units_are_told() -> None:
    known = with_cases(PASSES | {"changes": {"figures": {"total_assets": "99吨"}}})

    assert told(units_of_cases_fit, known) == [
        (
            f"{FILE} cases 0 changes figures total_assets",
            "“99吨”的单位与“total_assets”不符",
            "单位改用：万元",
        )
    ]


def test_the_unit_of_what_nobody_asks_for_is_not_told_too() -> None:
    assert told(units_of_cases_fit, with_cases(figures={"trainees": "1吨", "legal_person": "1人"})) == []


# cases_come_out_as_expected

SHORT = {"condition": "total-assets-option", "state": "not-met", "gap": "还差1万元"}
REPAIR = "核对例子的数字和办法的条件，改正写错的一方"


def test_cases_that_come_out_as_expected_pass() -> None:
    poor = {"name": "差一万", "changes": POOR, "verdict": "not-met", "expects": [SHORT]}

    assert told(cases_come_out_as_expected, with_cases(PASSES, poor)) == []


def test_another_verdict_is_told_with_both_and_the_conditions_behind_it() -> None:
    known = with_cases(PASSES | {"changes": POOR | {"functions": []}, "forgets": ["legal_person"]})

    assert told(cases_come_out_as_expected, known) == [
        (
            f"{FILE} cases 0 verdict",
            "“全部达到”判为不符合，例子写的是符合",
            f"{REPAIR}：legal-person 尚不能判断、total-assets 未达到、功能要求未达到",
        )
    ]


def test_a_verdict_that_nothing_stands_against_says_so() -> None:
    known = with_cases(PASSES | {"verdict": "not-met"})

    assert told(cases_come_out_as_expected, known)[0][2] == f"{REPAIR}：各项条件都达到"


def test_another_state_of_a_condition_is_told_with_both_and_the_article() -> None:
    known = with_cases(PASSES | {"expects": [SHORT]})

    assert told(cases_come_out_as_expected, known) == [
        (
            f"{FILE} cases 0 expects 0 state",
            "total-assets-option（第一条（二））判为达到，例子写的是未达到",
            REPAIR,
        )
    ]


def test_another_gap_is_told_with_both() -> None:
    poor = {
        "name": "差一万",
        "changes": POOR,
        "verdict": "not-met",
        "expects": [SHORT | {"gap": "还差2万元"}],
    }

    assert told(cases_come_out_as_expected, with_cases(poor)) == [
        (
            f"{FILE} cases 0 expects 0 gap",
            "total-assets-option 的差距判为“还差1万元”，例子写的是“还差2万元”",
            REPAIR,
        )
    ]


def test_a_condition_that_the_version_does_not_have_is_told_with_those_it_has() -> None:
    known = with_cases(PASSES | {"expects": [{"condition": "assets", "state": "met"}]})

    ((place, message, repair),) = told(cases_come_out_as_expected, known)
    assert (place, message) == (f"{FILE} cases 0 expects 0 condition", "没有“assets”这个条件")
    assert repair.startswith("条件的编号有：legal-person、total-assets、")


def test_no_case_is_judged_by_a_version_with_unknown_words() -> None:
    strange = {"id": "x", "metric": "strange", "equals": True, "article": "第一条"}
    known = builders.register(
        rulesets={"yangli/2020": builders.ruleset(criteria=[strange])}, cases={"yangli/2020": cases()}
    )

    for check in (cases_answer_what_is_asked, cases_come_out_as_expected, units_of_cases_fit):
        assert places_told(check, known) == []
