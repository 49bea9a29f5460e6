# SPDX-License-Identifier: Apache-2.0
"""Does the open data hold all that another evaluator needs: words, facts, and cases with their traces?"""

import json
from typing import Any

from generator.derive.thresholds import resolved
from generator.derive.worked import judged
from generator.model.vocabulary import Subject
from generator.render import eligibility_data, open_data
from tests.builders import tiny_site
from tests.render.workshop import tiny_workshop


def files() -> dict[str, Any]:
    """The files by their paths, read."""
    room = tiny_workshop()
    made = [*eligibility_data.vocabularies_file(room), *eligibility_data.case_files(room)]
    made += [file for file in open_data.lists(room) if "/rulesets/" in file.path]
    return {file.path: json.loads(file.content) for file in made}


def test_the_words_are_those_of_the_registry_with_the_subjects_in_their_order() -> None:
    words = files()["api/v1/vocabularies.json"]
    tiny = tiny_site().vocabularies

    assert words["metrics"][0] == tiny.metrics[0].model_dump(mode="json")
    assert {name: len(words[name]) for name in words} == {
        "metrics": len(tiny.metrics),
        "units": len(tiny.units),
        "functions": len(tiny.functions),
        "institution_kinds": len(tiny.institution_kinds),
        "subjects": len(Subject),
    }
    assert [subject["label"] for subject in words["subjects"]] == [
        "机构",
        "业绩",
        "场所",
        "管理",
        "人员",
        "功能",
    ]


def test_every_comparison_says_which_fact_it_asks_for_in_trees_and_in_the_flat_list() -> None:
    ruleset = files()["api/v1/rulesets/yangli/2020.json"]
    flat = [row["fact"] for row in ruleset["thresholds"]]

    assert flat == ["legal_person", "total_assets", "total_assets", "training.trainees"]
    assert [node["fact"] for node in ruleset["criteria"][1]["any"]] == flat[1:3]
    assert ruleset["functions"]["items"][0]["requires"][0]["fact"] == flat[3]


def test_cases_are_published_whole_with_the_trace_of_the_judgement() -> None:
    suite = files()["api/v1/cases/yangli/2020.json"]
    tiny = tiny_site()
    cases = tiny.cases["yangli/2020"]
    short = next(number for number, case in enumerate(cases.cases) if case.name.startswith("资产总额差"))

    assert {name: suite[name] for name in ("ruleset", "name", "day")} == {
        "ruleset": "yangli/2020",
        "name": "样例服务中心（虚构）",
        "day": "2021-06-01",
    }
    assert [case["name"] for case in suite["cases"]] == [case.name for case in cases.cases]
    assert suite["cases"][short]["facts"] == {
        "kinds": ["service-organization"],
        "functions": ["training"],
        "figures": {"total_assets": "99万元", "training.trainees": "360人次"},
        "answers": {"legal_person": True},
        "days": {},
    }
    trace = judged(
        "yangli/2020", resolved(tiny.rulesets["yangli/2020"]), cases, cases.cases[short], tiny.vocabularies
    )
    assert suite["cases"][short]["trace"] == trace.model_dump(mode="json")
    assert suite["cases"][short]["verdict"] == trace.verdict == "not-met"


def test_a_case_is_one_line() -> None:
    files = list(eligibility_data.case_files(tiny_workshop()))

    assert len(files) == len(tiny_site().cases)
    lines = files[1].content.decode().splitlines()
    assert len(lines) == len(tiny_site().cases["yangli/2020"].cases) + 2
    assert all(json.loads(line.removesuffix(",")) for line in lines[1:-1])
