# SPDX-License-Identifier: Apache-2.0
"""Do lists agree with what documents state of them, and platforms with their ids and names?"""

from typing import Any

import pytest

from generator.base.identifiers import credit_code_check_character
from generator.checks.designations import (
    acts_fit_what_came_before,
    counts_agree_with_rows,
    names_and_codes_belong_to_one_platform,
    platform_ids_are_given,
    platforms_are_listed_once_in_an_act,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import act, designation, row
from tests.checks.findings import places_told, told

LIST = "registry/designations/yangli/list.yaml"
CODE = "91990100MA0000000"
CODE += credit_code_check_character(CODE)


def with_list(*acts: dict[str, Any], **changes: Any) -> Register:
    """A register of one document."""
    return builders.register(designations={"yangli/list": designation(*acts, **changes)})


def rows(count: int) -> list[dict[str, Any]]:
    """So many rows of different platforms."""
    return [row(f"yangli-{number:04}", f"样例{number}号服务中心") for number in range(1, count + 1)]


# counts_agree_with_rows


def test_a_complete_list_of_as_many_rows_as_stated_passes() -> None:
    assert told(counts_agree_with_rows, with_list(act("designate", *rows(3), stated_count=3))) == []


@pytest.mark.parametrize("stated", [2, 4])
def test_a_complete_list_of_more_or_fewer_rows_than_stated_is_told(stated: int) -> None:
    assert told(counts_agree_with_rows, with_list(act("designate", *rows(3), stated_count=stated))) == [
        (
            f"{LIST} acts 0 stated_count",
            f"写明录全，文件称 {stated} 家，名单却有 3 行",
            "核对名单；家数是 3 的，stated_count 写 3；没有录全的，complete 写 false",
        )
    ]


def test_a_complete_list_without_a_stated_number_is_told() -> None:
    assert told(counts_agree_with_rows, with_list(act("designate", *rows(1), stated_count=None))) == [
        (
            f"{LIST} acts 0 stated_count",
            "写明录全，没有写明文件所称的家数，名单却有 1 行",
            "核对名单；家数是 1 的，stated_count 写 1；没有录全的，complete 写 false",
        )
    ]


@pytest.mark.parametrize("stated", [4, None])
def test_an_incomplete_list_of_fewer_rows_than_stated_passes(stated: int | None) -> None:
    known = with_list(act("designate", *rows(3), stated_count=stated, complete=False))

    assert told(counts_agree_with_rows, known) == []


@pytest.mark.parametrize("stated", [3, 2])
def test_an_incomplete_list_that_has_all_rows_is_told(stated: int) -> None:
    known = with_list(act("designate", *rows(3), stated_count=stated, complete=False))

    assert told(counts_agree_with_rows, known) == [
        (
            f"{LIST} acts 0 complete",
            f"写明没有录全，名单 3 行却不少于文件所称的 {stated} 家",
            "已经录全的，complete 写 true；否则核对 stated_count 和名单",
        )
    ]


@pytest.mark.parametrize(("kind", "counted"), [("propose", 1), ("renew", 1), ("revoke", 1), ("rename", 0)])
def test_only_lists_are_counted(kind: str, counted: int) -> None:
    assert len(told(counts_agree_with_rows, with_list(act(kind, *rows(1), stated_count=9)))) == counted


# acts_fit_what_came_before


def test_an_act_that_fits_passes() -> None:
    assert told(acts_fit_what_came_before, with_list(act("designate"), act("revoke"))) == []


def test_an_act_that_does_not_fit_is_told_at_its_row() -> None:
    known = with_list(act("designate"), act("revoke", row(), row("yangli-0002", "样例乙服务中心")))

    assert told(acts_fit_what_came_before, known) == [
        (
            f"{LIST} acts 1 platforms 1",
            "yangli-0002 从未获得认定，不能撤销",
            "先收录认定它的文件；此前的文件确实没有收录的，在本文件写 begins_mid_history: true",
        )
    ]


@pytest.mark.parametrize(
    ("unread", "found"),
    [("registry/designations/yangli/older.yaml", 0), ("registry/designations/national/older.yaml", 1)],
)
def test_an_act_is_not_blamed_while_an_earlier_document_could_not_be_read(unread: str, found: int) -> None:
    known = builders.register(
        designations={"yangli/list": designation(act("revoke"))}, unreadable=frozenset({unread})
    )

    assert len(told(acts_fit_what_came_before, known)) == found


def test_an_act_upon_a_document_that_is_not_recorded_is_told_by_the_check_of_references_only() -> None:
    known = with_list(act("designate"), act("withdraw", undoes="yangli/lost"))

    assert told(acts_fit_what_came_before, known) == []


def test_new_platforms_that_await_their_ids_do_not_contradict_each_other() -> None:
    new = (row("yangli-0000", "样例丁"), row("yangli-0000", "样例戊"))

    assert told(acts_fit_what_came_before, with_list(act("designate", *new))) == []


# platforms_are_listed_once_in_an_act


def test_a_platform_may_stand_in_two_acts_of_a_document() -> None:
    assert told(platforms_are_listed_once_in_an_act, with_list(act("designate"), act("revoke"))) == []


def test_a_row_whose_platform_stands_above_already_is_told_with_a_free_number() -> None:
    known = with_list(act("designate", row(), row("yangli-0002", "样例乙"), row()))

    assert told(platforms_are_listed_once_in_an_act, known) == [
        (
            f"{LIST} acts 0 platforms 2 platform",
            "编号 yangli-0001 在这份名单里已经写过（第 1 家）",
            "写重了的，删去这一行；“样例甲服务中心”是另一个平台的，用它自己的编号，新平台写 yangli-0003",
        )
    ]


def test_what_follows_from_a_row_written_twice_is_not_told_too() -> None:
    known = with_list(act("designate", row(), row()))

    assert told(acts_fit_what_came_before, known) == []


@pytest.mark.parametrize("placeholder", ["yangli-0000", "yangli-00000"])
def test_platforms_that_await_their_ids_may_share_the_placeholder(placeholder: str) -> None:
    known = with_list(act("designate", row(placeholder, "样例丁"), row(placeholder, "样例戊")))

    assert told(platforms_are_listed_once_in_an_act, known) == []


# platform_ids_are_given


def test_ids_of_the_jurisdiction_pass() -> None:
    assert told(platform_ids_are_given, with_list(act("designate", *rows(2)))) == []


def test_new_platforms_are_offered_the_next_ids_one_after_another() -> None:
    known = with_list(
        act("designate", row("yangli-0007", "样例庚"), row("yangli-0000", "样例丁")),
        act("propose", row("yangli-0000", "样例戊")),
    )

    assert told(platform_ids_are_given, known) == [
        (f"{LIST} acts 0 platforms 1 platform", "“样例丁”还没有编号", "改为 platform: yangli-0008"),
        (f"{LIST} acts 1 platforms 0 platform", "“样例戊”还没有编号", "改为 platform: yangli-0009"),
    ]


def test_an_id_of_a_platform_that_lost_its_title_is_not_offered_again() -> None:
    known = with_list(act("designate"), act("revoke"), act("designate", row("yangli-0000", "样例丁")))

    assert [repair for _, _, repair in told(platform_ids_are_given, known)] == ["改为 platform: yangli-0002"]


def test_the_first_id_of_a_jurisdiction_is_one() -> None:
    known = with_list(act("designate", row("yangli-0000", "样例丁")))

    assert [repair for _, _, repair in told(platform_ids_are_given, known)] == ["改为 platform: yangli-0001"]


@pytest.mark.parametrize("id_", ["national-0001", "national-0000", "yangli-yangli-0001"])
def test_an_id_of_another_jurisdiction_is_told(id_: str) -> None:
    assert told(platform_ids_are_given, with_list(act("designate", row(id_)))) == [
        (
            f"{LIST} acts 0 platforms 0 platform",
            f"编号 {id_} 不属于本辖区（yangli）",
            "写作 yangli-四位以上数字",
        )
    ]


def test_no_id_is_offered_while_a_document_that_may_use_it_could_not_be_read() -> None:
    known = builders.register(
        designations={"yangli/list": designation(act("designate", row("yangli-0000", "样例丁")))},
        unreadable=frozenset({"registry/designations/yangli/older.yaml"}),
    )

    assert told(platform_ids_are_given, known) == []


# names_and_codes_belong_to_one_platform


def test_platforms_with_names_and_codes_of_their_own_pass() -> None:
    known = with_list(act("designate", row(credit_code=CODE), row("yangli-0002", "样例乙服务中心")))

    assert told(names_and_codes_belong_to_one_platform, known) == []


@pytest.mark.parametrize(
    ("field", "value", "one", "other"),
    [
        ("name", "样例甲服务中心", row(), row("yangli-0002")),
        ("credit_code", CODE, row(credit_code=CODE), row("yangli-0002", "样例乙", credit_code=CODE)),
    ],
)
def test_a_name_or_code_of_two_platforms_is_told_at_the_one_with_the_higher_id(
    field: str, value: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert told(names_and_codes_belong_to_one_platform, with_list(act("designate", one, other))) == [
        (
            f"{LIST} acts 0 platforms 1 {field}",
            f"“{value}”已经是 yangli-0001 的",
            "同一个平台用已有的编号 yangli-0001；确是两个平台的，核对名称和代码",
        )
    ]


def test_a_former_name_belongs_to_its_platform_too() -> None:
    renaming = act("rename", row(name="样例甲综合服务中心"))
    known = with_list(act("designate"), renaming, act("designate", row("yangli-0002")))

    assert places_told(names_and_codes_belong_to_one_platform, known) == [f"{LIST} acts 2 platforms 0 name"]


def test_the_same_name_in_another_jurisdiction_passes() -> None:
    known = builders.register(
        designations={
            "yangli/list": designation(),
            "national/list": designation(act("designate", row("national-0002"))),
        }
    )

    assert told(names_and_codes_belong_to_one_platform, known) == []
