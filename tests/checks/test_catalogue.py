# SPDX-License-Identifier: Apache-2.0
"""Is every check listed once, explained to editors, tested, and silent about a sound register?"""

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks import (
    addresses,
    articles,
    cases,
    catalogue,
    coverage,
    dates,
    designations,
    forms,
    in_force,
    questions,
    references,
)
from generator.checks.catalogue import CHECKS, Check, code_of
from generator.derive.register import register
from tests import builders
from tests.builders import tiny_site

TOPICS = (references, articles, dates, in_force, questions, cases, coverage, designations, forms, addresses)
CHINESE = re.compile("[一-鿿]")
BETWEEN_PARTS = {addresses.addresses_of, addresses.taken_twice}  # they see more, or less, than one register
EACH = pytest.mark.parametrize("check", CHECKS, ids=code_of)


@EACH
def test_a_check_is_explained_in_chinese_as_one_entry_of_the_handbook(check: Check) -> None:
    entry = check.__doc__ or ""

    assert CHINESE.search(entry)
    assert entry.endswith("。")


@EACH
def test_a_check_is_named_by_a_test_file_other_than_this(check: Check) -> None:
    files = [file for file in Path(__file__).parent.glob("test_*.py") if file.name != Path(__file__).name]

    assert [file.name for file in files if re.search(rf"told\(\s*{check.__name__},", file.read_text("utf-8"))]


@EACH
def test_a_check_is_silent_about_a_sound_register(check: Check) -> None:
    assert list(check(register(tiny_site()))) == []


@EACH
def test_a_check_is_silent_about_a_register_without_records(check: Check) -> None:
    assert list(check(builders.register())) == []


def test_no_check_is_listed_twice() -> None:
    assert len({code_of(check) for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.__name__)
def test_every_public_function_of_a_topic_is_in_the_list(topic: ModuleType) -> None:
    own = {
        function
        for name, function in inspect.getmembers(topic, inspect.isfunction)
        if function.__module__ == topic.__name__ and not name.startswith("_")
    }

    assert own - BETWEEN_PARTS <= set(CHECKS)


def test_the_code_of_a_check_is_its_name_with_hyphens() -> None:
    assert code_of(dates.dates_are_in_order) == "dates-are-in-order"


def test_the_runner_stamps_each_finding_with_the_code_of_its_check() -> None:
    known = builders.register(forms={"yangli/x": builders.form(ruleset="yangli/1999")})

    assert [found.check for found in catalogue.run(known)] == ["rulesets-referred-to-exist"]


def test_what_is_found_between_parts_bears_the_code_of_the_same_check_within_one() -> None:
    twice = [{"notices/2020/x/": "a.md"}, {"notices/2020/x/": "b.yaml"}]
    found = catalogue.run_between(builders.tiny_site(), twice, [])

    assert [finding.check for finding in found] == ["addresses-are-unique"]


def test_the_runner_keeps_the_level_of_a_finding() -> None:
    version = builders.ruleset(document_number="样工信〔2019〕1号")
    known = builders.register(rulesets={"yangli/2020": version})

    assert [found.level for found in catalogue.run(known)] == [Level.NOTE]


def test_a_finding_of_a_check_has_no_line_until_its_file_is_read_again() -> None:
    known = builders.register(forms={"yangli/x": builders.form(ruleset="yangli/1999")})
    [found] = catalogue.run(known)

    assert found == Finding(
        Location("registry/forms/yangli/x.yaml", ("ruleset",)),
        found.message,
        found.repair,
        "rulesets-referred-to-exist",
    )
