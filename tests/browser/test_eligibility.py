# SPDX-License-Identifier: Apache-2.0
"""Does the browser judge exactly as the generator does, and ask for nothing that cannot matter?"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser

from generator.derive.asking import KINDS
from generator.derive.eligibility import judge
from generator.derive.register import register
from generator.model.facts import Facts, Verdict
from generator.model.site import Site
from tests import organizations
from tests.browser.judge import TRACES, Judge, judge_of
from tests.builders import tiny_site
from tests.contents.real import real_register
from tests.organizations import Asked, Question, answers, organization

DAYS = (date(2026, 11, 25), date(2024, 2, 29))
EACH = 200
TRIES = 400


def both() -> Site:
    """The tiny site's versions among those of the real one, with the words of both."""
    real, tiny = real_register().site, tiny_site()
    known = {unit.id for unit in real.vocabularies.units}
    assert {unit.id for unit in tiny.vocabularies.units} <= known
    return replace(
        real,
        rulesets={**real.rulesets, **tiny.rulesets},
        cases={**real.cases, **tiny.cases},
        jurisdictions={**real.jurisdictions, **tiny.jurisdictions},
    )


VERSIONS = pytest.mark.parametrize("asked", list(organizations.asked_in(both())), ids=lambda asked: asked.id)


@pytest.fixture(scope="module")
def browsers(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """The evaluator of the browser."""
    with judge_of(browser, tmp_path_factory.mktemp("judge"), register(both())) as judging:
        yield judging


def several(asked: Asked, day: date, count: int = EACH) -> list[Facts]:
    """Organizations by the dice, the same every time."""
    return [organization(asked, day, random.Random(f"{asked.id} {day} {seed}")) for seed in range(count)]


def verdict(asked: Asked, facts: Facts, day: date) -> Verdict:
    return judge(asked.id, asked.version, facts, asked.words, day).verdict


@pytest.mark.parametrize("day", DAYS, ids=str)
@VERSIONS
def test_any_organization_is_given_the_same_trace_byte_for_byte(
    asked: Asked, day: date, browsers: Judge
) -> None:
    each = several(asked, day)

    expected = [judge(asked.id, asked.version, facts, asked.words, day).model_dump_json() for facts in each]

    assert browsers.traces(asked.id, day, each) == expected
    assert len(set(expected)) > 5, "these organizations are all alike"


@VERSIONS
def test_every_published_case_comes_out_in_the_browser_with_its_published_trace(
    asked: Asked, browsers: Judge
) -> None:
    told = browsers.suite(asked.id)

    assert len(told) > 3
    assert [(name, found, trace) for name, _, found, _, trace in told] == [
        (name, expected, trace) for name, expected, _, trace, _ in told
    ]


def test_nonsense_is_not_known(browsers: Judge) -> None:
    nonsense = {
        "figures": {"total_assets": "很多", "smes_served_per_year": "", "service_staff": "-5人"},
        "answers": {"legal_person": "yes"},
        "days": {"operating_years": "2024-02-30"},
    }

    told = browsers.page.evaluate(TRACES, ["linfen/2018", DAYS[0].isoformat(), [nonsense, {}]])
    assert told[0] == told[1] == browsers.traces("linfen/2018", DAYS[0], [Facts()])[0]


# Which facts are open


def said(facts: Facts) -> set[str]:
    """What is known, the kinds and functions among it."""
    keys = {*facts.figures, *facts.answers, *facts.days}
    return keys | {name for name in (KINDS, "functions") if getattr(facts, name) is not None}


def askable(asked: Asked) -> set[str]:
    """What may be asked and cannot be a choice: where one function is enough, choosing one is."""
    keys = {fact for fact, _ in asked.comparisons} | {KINDS}
    rule = asked.version.functions
    return keys | {"functions"} if rule and rule.required == "those-applied-for" else keys


@VERSIONS
def test_nothing_is_open_once_a_verdict_is_decided(asked: Asked, browsers: Judge) -> None:
    each = several(asked, DAYS[0])
    open_ = browsers.open_facts(asked.id, DAYS[0], each)

    decided = [
        keys
        for keys, facts in zip(open_, each, strict=True)
        if verdict(asked, facts, DAYS[0]) is not Verdict.UNKNOWN
    ]
    assert [keys for keys in decided if keys] == []
    assert decided
    assert any(open_)


@VERSIONS
def test_what_is_not_open_changes_no_verdict_however_it_is_answered(asked: Asked, browsers: Judge) -> None:
    day, chance = DAYS[0], random.Random(7)
    each = several(asked, day, 30)
    for facts, keys in zip(each, browsers.open_facts(asked.id, day, each), strict=True):
        before = verdict(asked, facts, day)
        closed = sorted(askable(asked) - said(facts) - set(keys))
        for fact in closed:
            for answered in answers(asked, facts, fact, day):
                assert verdict(asked, answered, day) is before, (facts, fact, answered)
        for _ in range(10):
            everything = facts
            for fact in closed:
                everything = chance.choice(answers(asked, everything, fact, day))
            assert verdict(asked, everything, day) is before, (facts, everything)


@VERSIONS
def test_every_open_fact_matters_for_some_completion(asked: Asked, browsers: Judge) -> None:
    day, chance = DAYS[0], random.Random(11)
    each = several(asked, day, 6)
    looked_at = 0
    for facts, keys in zip(each, browsers.open_facts(asked.id, day, each), strict=True):
        for fact in chance.sample(keys, min(len(keys), 10)):
            others = frozenset((askable(asked) | {"functions"}) - said(facts) - {fact})
            question = Question(asked, facts, fact, others, day)
            assert any(
                len({verdict(asked, answered, day) for answered in answers(asked, rest, fact, day)}) > 1
                for rest in question.rests(chance, TRIES)
            ), question
            looked_at += 1
    assert looked_at


@VERSIONS
def test_whoever_answers_what_is_open_is_asked_no_more_in_the_end(asked: Asked, browsers: Judge) -> None:
    day, chance = DAYS[0], random.Random(13)
    facts = Facts()
    for _ in range(200):
        (keys,) = browsers.open_facts(asked.id, day, [facts])
        if not keys:
            break
        facts = answers(asked, facts, chance.choice(keys), day)[0]
    else:
        pytest.fail("the questions never end")
    expected = Verdict.UNKNOWN if asked.version.text.value != "full" else Verdict.MET
    assert verdict(asked, facts, day) is expected
