# SPDX-License-Identifier: Apache-2.0
"""Are the real versions asked in plain questions, counted as their texts count, and judged soundly?"""

import random
from collections.abc import Iterator

import pytest

from generator.checks.coverage import conditions_have_their_cases
from generator.derive.asking import comparisons
from generator.derive.eligibility import judge
from generator.derive.thresholds import resolved
from generator.derive.worked import judged
from generator.model.facts import Case, Cases, Verdict
from generator.model.ruleset import TextCoverage
from tests import organizations
from tests.checks.findings import told
from tests.contents.real import real_register
from tests.organizations import Asked, organization

VERSIONS = list(organizations.asked_in(real_register().site))
EACH = pytest.mark.parametrize("asked", VERSIONS, ids=lambda asked: asked.id)
DAY = real_register().site.as_of


def worked() -> Iterator[tuple[str, Cases, Case]]:
    """Every worked case of the real registry."""
    for id_, cases in real_register().site.cases.items():
        yield from ((id_, cases, case) for case in cases.cases)


WORKED = list(worked())


@pytest.mark.parametrize(("id_", "cases", "case"), WORKED, ids=[f"{id_} {c.name}" for id_, _, c in WORKED])
def test_a_worked_case_comes_out_as_it_says(id_: str, cases: Cases, case: Case) -> None:
    site = real_register().site

    assert judged(id_, resolved(site.rulesets[id_]), cases, case, site.vocabularies).verdict is case.verdict


def test_every_version_with_conditions_has_its_worked_cases() -> None:
    assert [asked.id for asked in VERSIONS] == [
        "liaocheng/2021-draft",
        "linfen/2018",
        "national/2012",
        "tibet/2021",
        "xiamen/2021",
        "yunnan/2022",
    ]
    assert {asked.id for asked in VERSIONS} == set(real_register().site.cases)
    assert told(conditions_have_their_cases, real_register()) == []


def test_what_the_texts_count_in_their_own_way_is_asked_for_by_itself() -> None:
    own = {fact: leaf.counted_as for asked in VERSIONS for fact, leaf in asked.comparisons if leaf.counted_as}

    assert own == {
        "xiamen/2021:smes_served_per_year": "只计本地中小企业",
        "xiamen/2021:growing_service@2": "有增长即可，条文没有要求稳步",
        "yunnan/2022:specialized_smes_served": "只计“专精特新”中小企业",
        "liaocheng/2021-draft:specialized_smes_served": "计“专精特新”企业、瞪羚企业和规上企业",
        "liaocheng/2021-draft:consulting.activities": "只计公益性诊断咨询活动",
        "tibet/2021:prior_recognition": "由地（市）级（含）以上部门作出",
        "national/2012:prior_recognition": "省级示范，或国家部委、全国性行业协会的认定",
    }


def test_only_yunnan_lists_examples_of_who_may_apply() -> None:
    versions = real_register().site.rulesets

    assert [id_ for id_, v in versions.items() if v.applicants and v.applicants.examples_only] == [
        "yunnan/2022"
    ]


def test_every_metric_is_asked_in_a_question_and_only_the_years_of_operation_from_a_day() -> None:
    metrics = real_register().site.vocabularies.metrics

    assert [metric.id for metric in metrics if not metric.question.endswith("？")] == []
    assert [metric.id for metric in metrics if metric.counted_from_day] == ["operating_years"]


@EACH
def test_what_is_asked_within_a_function_and_only_that_belongs_to_the_functions(asked: Asked) -> None:
    subjects = {metric.id: metric.subject.value for metric in asked.words.metrics}

    assert [
        fact
        for fact, leaf in comparisons(asked.id, asked.version)
        if ("." in fact) != (subjects[leaf.metric] == "function")
    ] == []


@EACH
@pytest.mark.parametrize("seed", range(40))
def test_learning_more_never_turns_what_was_decided(asked: Asked, seed: int) -> None:
    organizations.check_that_learning_turns_nothing(asked, DAY, random.Random(seed))


@EACH
def test_a_text_that_is_recorded_in_part_is_never_met_and_one_in_full_sometimes_is(asked: Asked) -> None:
    partly = asked.version.model_copy(update={"text": TextCoverage.PARTIAL})
    everybody = [organization(asked, DAY, random.Random(seed)) for seed in range(400)]
    good = [facts for cases in [real_register().site.cases[asked.id]] for facts in [cases.organization]]
    verdicts = {
        version: {judge(asked.id, version_, facts, asked.words, DAY).verdict for facts in [*everybody, *good]}
        for version, version_ in (("as it is", asked.version), ("in part", partly))
    }

    assert Verdict.MET not in verdicts["in part"]
    assert (Verdict.MET in verdicts["as it is"]) is (asked.version.text is TextCoverage.FULL)
