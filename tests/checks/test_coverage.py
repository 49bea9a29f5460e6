# SPDX-License-Identifier: Apache-2.0
"""Is a condition told that no worked case shows, and only such a one?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.base.finding import Level
from generator.checks.coverage import conditions_have_their_cases
from generator.derive.register import Register, register
from generator.model.facts import Cases
from generator.model.site import Site
from tests import builders
from tests.builders import tiny_site
from tests.checks.findings import told
from tests.derive.hearings import assets, version, with_functions, words, yes

FILE = "registry/cases/yangli/2020.yaml cases"


def without(*names: str) -> list[str]:
    """What is told of the tiny site's cases of 2020 when the cases whose names begin so are left out."""
    tiny = tiny_site()
    kept = tiny.cases["yangli/2020"]
    each = tuple(case for case in kept.cases if not case.name.startswith(names))
    assert len(each) < len(kept.cases)
    cases = {"yangli/2020": kept.model_copy(update={"cases": each})}
    versions = {"yangli/2020": tiny.rulesets["yangli/2020"]}
    found = told(conditions_have_their_cases, builders.register(rulesets=versions, cases=cases))
    assert {place for place, _, _ in found} <= {FILE}
    return [message for _, message, _ in found]


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (("全部达到",), ["没有一个全部达到的例子"]),
        (("不知道", "资产总额够", "只申报培训服务，有"), ["没有一个因未知而尚不能判断的例子"]),
        (("资产总额差",), ["total-assets-option（第一条（二））没有只差一的例子"]),
        (
            ("事业单位放宽后",),
            [
                "total-assets-option-2（第一条（二））没有只差一的例子",
                "total-assets-option-2 没有只缺 total-assets-option-2 的例子",
            ],
        ),
        (("事业单位按",), ["total-assets 没有只凭 total-assets-option-2 达到的例子"]),
        (("培训服务的",), ["training-trainees（第二条）没有只差一的例子"]),
        (
            ("培训服务", "没有申报"),
            ["training-trainees（第二条）没有只差一的例子", "没有功能要求未达到的例子"],
        ),
    ],
)
def test_what_no_case_shows_is_told(names: tuple[str, ...], missing: list[str]) -> None:
    assert without(*names) == missing


def test_a_version_without_any_cases_is_told_where_its_conditions_stand() -> None:
    tiny = tiny_site()
    known = builders.register(rulesets=tiny.rulesets)

    found = list(conditions_have_their_cases(known))
    assert [finding.level for finding in found] == [Level.NOTE, Level.NOTE, Level.NOTE]
    assert [finding.location.file for finding in found] == [
        "registry/rulesets/yangli/2017.yaml",
        "registry/rulesets/yangli/2020.yaml",
        "registry/rulesets/yangli/2023.yaml",
    ]


def test_a_condition_without_an_article_is_named_by_its_id_alone() -> None:
    tiny = tiny_site()
    kept = tiny.cases["yangli/2023"]
    cases = {"yangli/2023": kept.model_copy(update={"cases": kept.cases[:1]})}
    versions = {"yangli/2023": tiny.rulesets["yangli/2023"]}
    found = told(conditions_have_their_cases, builders.register(rulesets=versions, cases=cases))

    assert "service-staff 没有只差一的例子" in [message for _, message, _ in found]


def test_a_version_without_conditions_needs_no_cases() -> None:
    assert (
        told(conditions_have_their_cases, builders.register(rulesets={"yangli/2020": builders.ruleset()}))
        == []
    )


def test_cases_that_could_not_be_read_are_not_told_to_be_missing() -> None:
    unread = frozenset(f"registry/cases/{id_}.yaml" for id_ in tiny_site().rulesets)

    assert (
        told(conditions_have_their_cases, builders.register(rulesets=tiny_site().rulesets, unreadable=unread))
        == []
    )


# Other kinds of conditions than the tiny site has


def case(verdict: str, *expects: dict[str, str], **fields: Any) -> dict[str, Any]:
    return {"name": "样例", "verdict": verdict, "expects": list(expects)} | fields


def missing(asked: Any, organization: dict[str, Any], *cases: dict[str, Any]) -> list[str]:
    """What the cases of a version do not show, besides that something is unknown."""
    each = [case("unknown", forgets=["person"]), *cases]
    worked = {"name": "样例（虚构）", "day": date(2026, 11, 25), "organization": organization, "cases": each}
    site: Site = builders.site(
        rulesets={"yangli/2020": asked}, cases={"yangli/2020": Cases.model_validate(worked)}
    )
    known: Register = register(replace(site, vocabularies=words()))
    return [message for _, message, _ in told(conditions_have_their_cases, known)]


YEARS = {"metric": "age", "unit": "年"}


@pytest.mark.parametrize(
    ("bound", "since", "gap", "is_shown"),
    [
        ({"at_least": 2}, date(2024, 11, 26), "到2026年11月26日满2年", True),
        ({"at_least": 2}, date(2024, 11, 27), "到2026年11月27日满2年", False),
        ({"at_most": 3}, date(2022, 11, 25), "超出1年", True),
        ({"at_most": 3}, date(2022, 11, 24), "超出1年", False),
    ],
)
def test_years_are_missed_by_one_day(bound: dict[str, int], since: date, gap: str, is_shown: bool) -> None:
    expected = {"condition": "c1", "state": "not-met", "gap": gap}
    found = missing(
        version(yes(), YEARS | bound),
        {"answers": {"person": True}, "days": {"age": date(2024, 1, 1)}},
        case("met"),
        case("not-met", expected, changes={"days": {"age": since}}),
    )

    assert found == ([] if is_shown else ["c1（第一条）没有只差一的例子"])


@pytest.mark.parametrize(("figure", "is_shown"), [("151万元", True), ("1510000元", True), ("152万元", False)])
def test_an_upper_bound_is_missed_by_one(figure: str, is_shown: bool) -> None:
    gap = "超出1万元" if is_shown else "超出2万元"
    found = missing(
        version(yes(), assets(at_least=None, at_most=150)),
        {"answers": {"person": True}, "figures": {"assets": "150万元"}},
        case("met"),
        case(
            "not-met",
            {"condition": "c1", "state": "not-met", "gap": gap},
            changes={"figures": {"assets": figure}},
        ),
    )

    assert found == ([] if is_shown else ["c1（第一条）没有只差一的例子"])


def test_what_misses_by_more_than_one_does_not_show_where_the_bound_is() -> None:
    found = missing(
        version(yes(), assets()),
        {"answers": {"person": True}, "figures": {"assets": "150万元"}},
        case("met"),
        case(
            "not-met",
            {"condition": "c1", "state": "not-met", "gap": "还差2万元"},
            changes={"figures": {"assets": "148万元"}},
        ),
    )

    assert found == ["c1（第一条）没有只差一的例子"]


def test_alternatives_that_are_all_met_show_none_of_them_to_be_enough() -> None:
    both = {"person": True, "prize": True, "lab": True}

    found = missing(version(yes(), {"any": [yes("prize"), yes("lab")]}), {"answers": both}, case("met"))

    assert found == ["c1 没有只凭 c1-prize 达到的例子", "c1 没有只凭 c1-lab 达到的例子"]


def test_what_misses_by_one_must_be_expected_to() -> None:
    found = missing(
        version(yes(), assets()),
        {"answers": {"person": True}, "figures": {"assets": "150万元"}},
        case("met"),
        case("not-met", changes={"figures": {"assets": "149万元"}}),
    )

    assert found == ["c1（第一条）没有只差一的例子"]


def test_an_exception_that_nobody_misses_by_kind_is_told() -> None:
    exception = {"any": [yes("prize"), {"applies_to": ["public"], "all": [yes("lab"), yes("opens_lab")]}]}
    good = {"person": True, "prize": True, "lab": True, "opens_lab": True}
    none = {"prize": False}
    found = missing(
        version(yes(), exception),
        {"kinds": ["public"], "answers": good},
        case("met", changes={"answers": {"lab": False}}),
        case("met"),
        case("met", changes={"answers": none}),
        case("not-met", changes={"answers": none | {"opens_lab": False}}),
    )

    assert found == ["c1-all 没有不适用的例子"]


def test_each_part_of_an_exception_must_be_missed_once() -> None:
    exception = {"any": [yes("prize"), {"applies_to": ["public"], "all": [yes("lab"), yes("opens_lab")]}]}
    good = {"person": True, "prize": True, "lab": True, "opens_lab": True}
    found = missing(
        version(yes(), exception),
        {"kinds": ["public"], "answers": good},
        case("met"),
        case("met", changes={"kinds": ["company"]}),
        case("met", changes={"answers": {"prize": False}}),
        case("not-met", changes={"answers": {"prize": False, "lab": False, "opens_lab": False}}),
    )

    assert found == ["c1-all 没有只缺 c1-lab 的例子", "c1-all 没有只缺 c1-opens-lab 的例子"]


ANSWERS = {"person": True, "training.prize": True, "legal.lab": True}


def of_functions(required: str, *cases: dict[str, Any]) -> list[str]:
    asked = with_functions(required, training=[yes("prize")], legal=[yes("lab")])
    return missing(asked, {"functions": ["training", "legal"], "answers": ANSWERS}, case("met"), *cases)


TRAINING, LEGAL = ({"changes": {"functions": [name]}} for name in ("training", "legal"))
FAILS = {"changes": {"answers": {"training.prize": False}}}


def test_each_function_must_be_enough_once() -> None:
    only_training = [case("met", **TRAINING), case("not-met", changes={"functions": []})]

    assert of_functions("at-least-one", *only_training) == ["没有只凭 legal 一项功能达到的例子"]
    assert of_functions("at-least-one", *only_training, case("met", **LEGAL)) == []


def test_where_all_that_are_applied_for_must_be_met_one_must_fail_beside_another() -> None:
    each = [case("met", **TRAINING), case("met", **LEGAL), case("not-met", changes={"functions": []})]

    assert of_functions("those-applied-for", *each) == ["没有申报几项、其中一项未达到的例子"]
    assert of_functions("those-applied-for", *each, case("not-met", **FAILS)) == []
