# SPDX-License-Identifier: Apache-2.0
"""Since when are the measures in force by their own words, what do they repeal, what is said of them when?"""

from datetime import date

import pytest

from generator.model.ruleset import InForce, Ruleset
from generator.model.standing import border_on
from tests.contents.real import RECORDED_IN_FULL, real_register, version

LINFEN, XIAMEN, LIAOCHENG, TIBET, YUNNAN = RECORDED_IN_FULL
EACH = pytest.mark.parametrize("id_", RECORDED_IN_FULL)


def rule_of(found: Ruleset) -> InForce:
    assert found.in_force is not None
    return found.in_force


# The texts: how they begin, days after issue, their own years, issued on, first day, last day, article

IN_FORCE = {
    LINFEN: ("on-issue", None, None, "2018", "2018", None, "第二十一条"),
    XIAMEN: ("days-after-issue", 30, 2, "2021-05-07", "2021-06-06", "2023-06-05", "第二十二条"),
    LIAOCHENG: ("left-blank", 30, 3, None, None, None, "起草说明"),
    TIBET: ("on-issue", None, None, "2021", "2021", None, "第二十五条"),
    YUNNAN: ("stated-day", None, None, "2022-04-25", "2022-05-26", None, "第二十一条"),
}


@EACH
def test_a_version_is_in_force_as_its_text_says(id_: str) -> None:
    found = version(id_)
    rule = rule_of(found)
    days = [day and str(day) for day in (found.issued_on, rule.from_, rule.through)]

    assert (rule.starts, rule.days_after_issue, rule.years, *days, rule.article) == IN_FORCE[id_]


def test_the_two_readings_of_the_first_day_of_xiamen_differ_by_one_day() -> None:
    doubts = {id_: rule_of(version(id_)).doubt for id_ in RECORDED_IN_FULL}

    assert {id_: doubt.days for id_, doubt in doubts.items() if doubt} == {XIAMEN: 1}


REPEALS = {
    LINFEN: [("linfen/2014", "第二十一条")],
    XIAMEN: [],
    LIAOCHENG: [(None, "第二十五条")],
    TIBET: [("tibet/2017", "第二十五条")],
    YUNNAN: [("yunnan/2013", "第二十一条")],
}
REPEALED_NUMBERS = {
    "linfen/2014": "临企发〔2014〕74号",
    "tibet/2017": "藏工信发〔2017〕290号",
    "yunnan/2013": "云工信企服〔2013〕697号",
}
CARRIED_OVER = {LINFEN: "第二十一条", TIBET: "第二十五条"}


@EACH
def test_a_version_repeals_what_its_text_repeals(id_: str) -> None:
    assert [(repealed.ruleset, repealed.article) for repealed in version(id_).supersedes] == REPEALS[id_]


@pytest.mark.parametrize("id_", REPEALED_NUMBERS)
def test_a_repealed_version_is_known_by_its_number_only(id_: str) -> None:
    found = version(id_)

    assert (found.document_number, found.text, found.articles) == (REPEALED_NUMBERS[id_], "not-recorded", ())


@EACH
def test_titles_are_carried_over_where_the_text_says_so(id_: str) -> None:
    carried = version(id_).carry_over

    assert (carried and carried.article) == CARRIED_OVER.get(id_)


BASED_ON = {
    LINFEN: [None, None, None],
    XIAMEN: ["工信部企业〔2017〕156号"],
    LIAOCHENG: ["鲁工信发〔2020〕4号"],
    TIBET: [None, "工信部企业〔2017〕156号"],
    YUNNAN: [None, None, "工信部企业〔2017〕156号"],
}


@EACH
def test_a_version_is_based_on_the_numbers_that_its_text_cites(id_: str) -> None:
    assert [basis.document_number for basis in version(id_).based_on] == BASED_ON[id_]


# What is said of them, day by day

SAID = [
    (XIAMEN, date(2021, 6, 5), "not-yet"),
    (XIAMEN, date(2021, 6, 6), "uncertain"),
    (XIAMEN, date(2021, 6, 7), "in-force"),
    (XIAMEN, date(2023, 6, 5), "in-force"),
    (XIAMEN, date(2023, 6, 6), "uncertain"),
    (XIAMEN, date(2023, 6, 7), "lapsed"),
    (LIAOCHENG, date(2021, 4, 22), "consultation"),
    (LIAOCHENG, date(2021, 5, 22), "consultation"),
    (LIAOCHENG, date(2021, 5, 23), "not-known-adopted"),
    (YUNNAN, date(2022, 5, 25), "not-yet"),
    (YUNNAN, date(2022, 5, 26), "presumed-in-force"),
    ("yunnan/2013", date(2022, 5, 25), "presumed-in-force"),
    ("yunnan/2013", date(2022, 5, 26), "superseded"),
    (TIBET, date(2021, 5, 19), "uncertain"),
    (TIBET, date(2021, 5, 20), "presumed-in-force"),
    ("tibet/2017", date(2021, 5, 20), "superseded"),
    (LINFEN, date(2018, 12, 30), "uncertain"),
    (LINFEN, date(2018, 12, 31), "presumed-in-force"),
    ("national/2012", date(2017, 7, 6), "presumed-superseded"),
    ("national/2017", date(2025, 10, 20), "presumed-in-force"),
    ("national/2017", date(2025, 10, 21), "presumed-superseded"),
    ("national/2025", date(2025, 10, 21), "presumed-in-force"),
    ("xiamen/2025-draft", date(2025, 7, 31), "not-known-adopted"),
]


@pytest.mark.parametrize(("id_", "day", "state"), SAID)
def test_what_is_said_of_a_version_on_the_borders(id_: str, day: date, state: str) -> None:
    border = border_on(real_register().standings[id_], day)

    assert border is not None
    assert border.state == state


LEADERS = {
    "linfen": LINFEN,
    "xiamen": XIAMEN,
    "liaocheng": LIAOCHENG,
    "tibet": TIBET,
    "yunnan": YUNNAN,
    "national": "national/2025",
}


@pytest.mark.parametrize("jurisdiction", LEADERS)
def test_each_guide_is_written_after_the_version_that_was_agreed(jurisdiction: str) -> None:
    assert real_register().leading(jurisdiction) == LEADERS[jurisdiction]
