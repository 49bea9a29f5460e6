# SPDX-License-Identifier: Apache-2.0
"""Which names did a platform bear, from which document on, and when is a name a contradiction?"""

import pytest

from generator.model.platform import Platform
from tests import builders
from tests.derive.chronicle import SUBJECT, complaint, life, on, told, withdrawing

NEW = builders.row(name="样例甲综合服务中心")
OLD = builders.row()


def borne(platform: Platform) -> list[tuple[str, str, str | None]]:
    """Each name with the dates between which it was borne."""
    return [
        (name.name, str(name.from_), str(name.through) if name.through else None) for name in platform.names
    ]


def test_the_first_document_gives_the_first_name() -> None:
    assert borne(life(on("2020-06-01"))) == [("样例甲服务中心", "2020-06-01", None)]


def test_a_renaming_keeps_the_former_name_and_changes_the_present_one() -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "rename", NEW))

    assert platform.name == "样例甲综合服务中心"
    assert borne(platform) == [
        ("样例甲服务中心", "2020-06-01", "2021-03-15"),
        ("样例甲综合服务中心", "2021-03-15", None),
    ]


def test_a_renaming_does_not_touch_the_term() -> None:
    assert life(on("2020-06-01"), on("2021-03-15", "rename", NEW)).terms == life(on("2020-06-01")).terms


def test_a_platform_may_take_back_a_former_name() -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "rename", NEW), on("2022-01-01", "rename", OLD))

    assert [name for name, _, _ in borne(platform)] == [
        "样例甲服务中心",
        "样例甲综合服务中心",
        "样例甲服务中心",
    ]


@pytest.mark.parametrize("row", [OLD, NEW])
def test_later_lists_may_use_the_present_or_a_former_name(row: dict[str, str]) -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "rename", NEW), on("2023-05-20", "renew", row))

    assert platform.name == "样例甲综合服务中心"


def test_a_name_that_no_document_explains_is_told_with_both_possibilities() -> None:
    assert complaint(on("2020-06-01"), on("2023-05-20", "renew", NEW)) == (
        "yangli-0001 此前名为“样例甲服务中心”，这里写作“样例甲综合服务中心”",
        "同一平台改了名，先用 kind: rename 的文件记录更名；不是同一平台，换一个没有用过的编号",
    )


def test_an_unexplained_name_is_not_taken_over() -> None:
    platforms, _ = told(on("2020-06-01"), on("2023-05-20", "renew", NEW))

    assert platforms[SUBJECT].name == "样例甲服务中心"


def test_a_platform_cannot_be_renamed_to_the_name_it_has() -> None:
    assert complaint(on("2020-06-01"), on("2021-03-15", "rename")) == (
        "yangli-0001 原来就叫“样例甲服务中心”",
        "name 写更名后的名称",
    )


def test_a_platform_of_which_nothing_is_recorded_cannot_be_renamed() -> None:
    message, repair = complaint(on("2021-03-15", "rename", NEW))

    assert message == "yangli-0001 此前没有记录，不能更名"
    assert "begins_mid_history: true" in repair


def test_a_renaming_may_begin_a_history_that_is_said_to_begin_in_its_middle() -> None:
    platform = life(on("2021-03-15", "rename", NEW, begins_mid_history=True))

    assert borne(platform) == [("样例甲综合服务中心", "2021-03-15", None)]
    assert platform.terms == ()


def test_a_withdrawn_renaming_gives_the_former_name_back_from_its_date_on() -> None:
    platform = life(on("2020-06-01"), on("2021-03-15", "rename", NEW), withdrawing("b", "2021-05-01", OLD))

    assert borne(platform) == [
        ("样例甲服务中心", "2020-06-01", "2021-03-15"),
        ("样例甲综合服务中心", "2021-03-15", "2021-05-01"),
        ("样例甲服务中心", "2021-05-01", None),
    ]


def test_a_renaming_that_was_followed_by_another_is_not_undone_by_its_withdrawal() -> None:
    newest = builders.row(name="样例甲集团服务中心")
    platform = life(
        on("2020-06-01"),
        on("2021-03-15", "rename", NEW),
        on("2022-01-01", "rename", newest),
        withdrawing("b", "2022-05-01", newest),
    )

    assert platform.name == "样例甲集团服务中心"
