# SPDX-License-Identifier: Apache-2.0
"""Are dates in order, and do file names and document numbers agree with them?"""

from datetime import date
from typing import Any

import pytest

from generator.base.finding import Level
from generator.checks.dates import (
    dates_are_in_order,
    document_numbers_carry_the_year,
    document_numbers_use_their_brackets,
    file_names_carry_the_date,
    nothing_was_checked_in_the_future,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import SOURCE, TINY_DAY, act, designation, notice, profile, ruleset, tiny_site
from tests.checks.findings import told

VERSION = "registry/rulesets/yangli/2020.yaml"
LIST = "registry/designations/yangli/list.yaml"
TOMORROW = date(2024, 1, 3)


def with_version(**changes: Any) -> Register:
    return builders.register(rulesets={"yangli/2020": ruleset(**changes)})


def with_list(*acts: dict[str, Any], **changes: Any) -> Register:
    return builders.register(designations={"yangli/list": designation(*acts, **changes)})


# dates_are_in_order


def in_force(first: str | None, last: str | None = None) -> dict[str, Any]:
    return {"starts": "stated-day", "from": first, "through": last, "article": None}


@pytest.mark.parametrize("first", ["2020-01-10", "2020-01-11", "2020-01", "2020", None])
def test_a_version_may_be_in_force_from_its_issue_on(first: str | None) -> None:
    assert told(dates_are_in_order, with_version(in_force=in_force(first))) == []


@pytest.mark.parametrize("first", ["2020-01-09", "2019-12", "2019"])
def test_a_version_in_force_before_its_issue_is_told(first: str) -> None:
    assert told(dates_are_in_order, with_version(in_force=in_force(first))) == [
        (
            f"{VERSION} in_force from",
            f"施行日 {first} 早于印发日 2020-01-10",
            "核对两个日期；施行日不得早于印发日",
        )
    ]


@pytest.mark.parametrize("last", ["2020-02-01", "2020-02", "2020", None])
def test_a_version_may_end_on_its_first_day_or_later(last: str | None) -> None:
    assert told(dates_are_in_order, with_version(in_force=in_force("2020-02-01", last))) == []


@pytest.mark.parametrize("last", ["2020-01-31", "2020-01", "2019"])
def test_a_version_that_ends_before_it_begins_is_told(last: str) -> None:
    assert told(dates_are_in_order, with_version(in_force=in_force("2020-02-01", last))) == [
        (
            f"{VERSION} in_force through",
            f"施行末日 {last} 早于施行首日 2020-02-01",
            "核对两个日期；施行末日不得早于施行首日",
        )
    ]


@pytest.mark.parametrize("last", ["2020-06-01", "2020-06", "2021"])
def test_a_term_may_end_on_its_first_day_or_later(last: str) -> None:
    known = with_list(act("designate", **{"from": "2020-06-01", "through": last}))

    assert told(dates_are_in_order, known) == []


@pytest.mark.parametrize("last", ["2020-05-31", "2020-05", "2019"])
def test_a_term_that_ends_before_it_begins_is_told_at_its_act(last: str) -> None:
    known = with_list(act("propose"), act("designate", **{"from": "2020-06-01", "through": last}))

    assert told(dates_are_in_order, known) == [
        (
            f"{LIST} acts 1 through",
            f"有效期末日 {last} 早于有效期首日 2020-06-01",
            "核对两个日期；有效期末日不得早于有效期首日",
        )
    ]


# nothing_was_checked_in_the_future


def checked_on(day: date) -> Register:
    """A register in which everything was compared and fetched on a day."""
    contact = {"office": "样例科", "seen_in": "样例", "checked_on": day}
    source = SOURCE | {"retrieved_on": day}
    yangli = tiny_site().jurisdictions["yangli"]
    asked = yangli.contact and yangli.contact.model_copy(update={"checked_on": day})
    return builders.register(
        rulesets={"yangli/2020": ruleset(checked_on=day, source=source)},
        designations={"yangli/list": designation(checked_on=day, source=source)},
        notices={"2023/x": notice(checked_on=day, source=source, contact=contact)},
        profiles={"yangli-0001": profile(checked_on=day, source=source)},
        jurisdictions={"yangli": yangli.model_copy(update={"contact": asked})},
    )


@pytest.mark.parametrize("day", [TINY_DAY, date(2024, 1, 1)])
def test_what_was_checked_by_the_day_of_the_data_passes(day: date) -> None:
    assert told(nothing_was_checked_in_the_future, checked_on(day)) == []


def test_whatever_was_checked_after_the_day_of_the_data_is_told() -> None:
    assert told(nothing_was_checked_in_the_future, checked_on(TOMORROW)) == [
        (place, "日期 2024-01-03 晚于今天（2024-01-02）", "改成实际核对的日期")
        for place in (
            "registry/vocabularies/jurisdictions.yaml 0 contact checked_on",
            f"{VERSION} checked_on",
            f"{VERSION} source retrieved_on",
            f"{LIST} checked_on",
            f"{LIST} source retrieved_on",
            "registry/profiles/yangli/yangli-0001.yaml checked_on",
            "registry/profiles/yangli/yangli-0001.yaml source retrieved_on",
            "content/notices/2023/x.md checked_on",
            "content/notices/2023/x.md source retrieved_on",
            "content/notices/2023/x.md contact checked_on",
        )
    ]


# file_names_carry_the_date


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2020-06-01-list", "2020-06-01"),
        ("2020-06-list", "2020-06"),
        ("2020-list", "2020"),
        ("2020-list-of-2020", "2020"),
    ],
)
def test_a_name_with_the_date_as_precise_as_it_is_known_passes(name: str, day: str) -> None:
    known = builders.register(designations={f"yangli/{name}": designation(issued_on=day)})

    assert told(file_names_carry_the_date, known) == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2020-06-02-list", "2020-06-01"),
        ("2020-06-01-list", "2020-06"),
        ("2020-06-list", "2020"),
        ("2020-list", "2020-06"),
        ("list", "2020"),
    ],
)
def test_a_name_with_another_date_or_another_precision_is_told(name: str, day: str) -> None:
    known = builders.register(designations={f"yangli/{name}": designation(issued_on=day)})

    assert told(file_names_carry_the_date, known) == [
        (
            f"registry/designations/yangli/{name}.yaml issued_on",
            f"日期是 {day}，文件名却是 yangli/{name}",
            f"把文件改名为 yangli/{day}-短名，或改正 issued_on",
        )
    ]


def test_a_notice_in_the_folder_of_its_year_passes() -> None:
    known = builders.register(notices={"2023/2023-11-01-call": notice()})

    assert told(file_names_carry_the_date, known) == []


def test_a_notice_in_the_folder_of_another_year_is_told() -> None:
    known = builders.register(notices={"2024/2023-11-01-call": notice()})

    assert told(file_names_carry_the_date, known) == [
        (
            "content/notices/2024/2023-11-01-call.md issued_on",
            "日期是 2023-11-01，文件名却是 2024/2023-11-01-call",
            "把文件改名为 2023/2023-11-01-短名，或改正 issued_on",
        )
    ]


# document_numbers_carry_the_year


@pytest.mark.parametrize("number", ["样工信〔2020〕9号", "样公告第9号", None])
def test_a_number_of_the_year_of_the_date_or_without_a_year_passes(number: str | None) -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset(document_number=number)},
        designations={"yangli/list": designation(document_number=number)},
    )

    assert told(document_numbers_carry_the_year, known) == []


def test_a_number_without_a_date_beside_it_passes() -> None:
    known = with_version(document_number="样工信〔2019〕9号", issued_on=None)

    assert told(document_numbers_carry_the_year, known) == []


def test_a_number_of_another_year_is_worth_a_look_and_no_more() -> None:
    number = "样工信〔2019〕9号"
    known = builders.register(
        rulesets={"yangli/2020": ruleset(document_number=number)},
        designations={"yangli/list": designation(document_number=number)},
    )

    assert told(document_numbers_carry_the_year, known) == [
        (
            f"{place} document_number",
            f"文号“样工信〔2019〕9号”里的年份与日期 {day} 不同",
            "核对文号和日期；确实不同的不必改",
        )
        for place, day in ((VERSION, "2020-01-10"), (LIST, "2020-06-01"))
    ]
    assert {found.level for found in document_numbers_carry_the_year(known)} == {Level.NOTE}


# document_numbers_use_their_brackets


@pytest.mark.parametrize("number", ["样工信〔2020〕9号", None])
def test_tortoise_shell_brackets_pass(number: str | None) -> None:
    assert told(document_numbers_use_their_brackets, with_version(document_number=number)) == []


@pytest.mark.parametrize("pair", ["[]", "［］", "【】", "﹝﹞", "()", "（）", "{}"])
def test_other_brackets_are_told_with_the_right_number(pair: str) -> None:
    number = f"样工信{pair[0]}2020{pair[1]}9号"

    assert told(document_numbers_use_their_brackets, with_version(document_number=number)) == [
        (f"{VERSION} document_number", f"文号“{number}”的括号或数字不对", "写作 样工信〔2020〕9号")
    ]


@pytest.mark.parametrize("number", ["样工信〔２０２０〕９号", "样工信〔2020〕 9 号"])
def test_wide_digits_and_spaces_are_told_with_the_right_number(number: str) -> None:
    assert [
        repair
        for _, _, repair in told(document_numbers_use_their_brackets, with_version(document_number=number))
    ] == ["写作 样工信〔2020〕9号"]


def test_numbers_of_lists_and_notices_are_looked_at_too() -> None:
    known = builders.register(
        designations={"yangli/list": designation(document_number="样工信[2020]9号")},
        notices={"2023/x": notice(document_number="样工信[2023]9号")},
    )

    assert [place for place, _, _ in told(document_numbers_use_their_brackets, known)] == [
        f"{LIST} document_number",
        "content/notices/2023/x.md document_number",
    ]
