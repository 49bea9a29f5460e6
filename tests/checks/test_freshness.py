# SPDX-License-Identifier: Apache-2.0
"""Are editors told what has had nothing new for too long, and only that?"""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.base.finding import Level
from generator.checks.freshness import columns_are_kept_up, newest_of, versions_were_checked_lately
from generator.model.settings import Freshness
from tests.builders import designation, notice, register, ruleset, site, tiny_site
from tests.checks.findings import told

DAY = tiny_site().as_of
LIMITS = Freshness(notices_days=180, designations_days=395, rulesets_days=90)
SETTINGS = tiny_site().settings.model_copy(update={"freshness": LIMITS})


def columns_told(parts: list[dict[str, date]], **changes: Any) -> list[str]:
    base = site(**({"settings": SETTINGS} | changes))
    return [finding.message for finding in columns_are_kept_up(base, parts)]


@pytest.mark.parametrize(("age", "is_told"), [(180, False), (181, True)])
def test_a_column_of_notices_is_told_of_on_the_day_after_the_limit(age: int, is_told: bool) -> None:
    newest = DAY - timedelta(days=age)
    found = columns_told([{"notices/yangli": newest}])

    assert found == ([f"1个辖区的公告超过 180 天没有新内容：样例（最近 {newest}）"] if is_told else [])


@pytest.mark.parametrize(("age", "is_told"), [(395, False), (396, True)])
def test_a_column_of_documents_has_a_limit_of_its_own(age: int, is_told: bool) -> None:
    assert bool(columns_told([{"designations/yangli": DAY - timedelta(days=age)}])) is is_told


def test_the_newest_of_all_parts_counts() -> None:
    old, new = DAY - timedelta(days=999), DAY - timedelta(days=1)

    assert columns_told([{"notices/yangli": old}, {"notices/yangli": new}, {"notices/yangli": old}]) == []


def test_a_jurisdiction_that_never_had_any_has_no_column() -> None:
    assert columns_told([{}]) == []


def test_nothing_is_told_where_the_settings_have_no_limits() -> None:
    assert columns_told([{"notices/yangli": date(2000, 1, 1)}], settings=tiny_site().settings) == []


def test_a_part_tells_the_newest_of_each_of_its_columns_by_the_last_day_that_it_may_be_of() -> None:
    known = site(
        notices={
            "2021/2021-03-01-a": notice(issued_on="2021-03-01"),
            "2021/2021-b": notice(issued_on="2021"),
            "2021/2021-05-01-c": notice(issued_on="2021-05-01", jurisdiction="national"),
        },
        designations={"yangli/2020-06-01-list": designation()},
    )

    assert newest_of(known) == {
        "notices/yangli": date(2021, 12, 31),
        "notices/national": date(2021, 5, 1),
        "designations/yangli": date(2020, 6, 1),
    }


@pytest.mark.parametrize(("age", "is_told"), [(90, False), (91, True)])
def test_a_version_is_told_of_that_was_not_compared_with_its_source_for_too_long(
    age: int, is_told: bool
) -> None:
    version = ruleset(checked_on=DAY - timedelta(days=age))
    known = register(rulesets={"yangli/2020": version}, settings=SETTINGS)

    assert told(versions_were_checked_lately, known) == (
        [
            (
                "registry/rulesets/yangli/2020.yaml checked_on",
                "距最近核对已有 91 天，超过设置的 90 天",
                "与来源再核对一次，改写 checked_on",
            )
        ]
        if is_told
        else []
    )
    assert {finding.level for finding in versions_were_checked_lately(known)} <= {Level.NOTE}


def test_no_version_is_told_of_where_the_settings_have_no_limits() -> None:
    version = ruleset(checked_on=date(2020, 1, 1))

    assert told(versions_were_checked_lately, register(rulesets={"yangli/2020": version})) == []
