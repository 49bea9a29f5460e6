# SPDX-License-Identifier: Apache-2.0
"""Does every record have an address of its own?"""

import pytest

from generator.checks.addresses import addresses_are_unique
from tests import builders
from tests.builders import designation, notice, tiny_site
from tests.checks.findings import places_told, told

REPAIR = "改用另一个短名（文件名中日期以后的部分）"


def test_different_short_names_pass() -> None:
    known = builders.register(
        designations={"yangli/2020-06-01-list": designation(), "yangli/2020-06-01-other": designation()},
        notices={"2023/2023-11-01-call": notice(), "2023/2023-11-02-other": notice()},
    )

    assert told(addresses_are_unique, known) == []


def test_two_notices_of_a_year_with_one_short_name_are_told_at_the_second() -> None:
    known = builders.register(
        notices={"2023/2023-11-01-call": notice(), "2023/2023-12-01-call": notice(issued_on="2023-12-01")}
    )

    assert told(addresses_are_unique, known) == [
        (
            "content/notices/2023/2023-12-01-call.md",
            "网址 /notices/2023/call/ 已由 content/notices/2023/2023-11-01-call.md 占用",
            REPAIR,
        )
    ]


def test_the_same_short_name_in_another_year_passes_for_notices() -> None:
    known = builders.register(
        notices={"2023/2023-11-01-call": notice(), "2024/2024-11-01-call": notice(issued_on="2024-11-01")}
    )

    assert told(addresses_are_unique, known) == []


def test_two_documents_of_a_year_with_one_short_name_are_told_for_both_of_their_addresses() -> None:
    known = builders.register(
        designations={
            "yangli/2020-06-01-list": designation(),
            "yangli/2020-07-01-list": designation(issued_on="2020-07-01"),
        }
    )
    first = "registry/designations/yangli/2020-06-01-list.yaml"

    assert told(addresses_are_unique, known) == [
        ("registry/designations/yangli/2020-07-01-list.yaml", f"网址 /{address} 已由 {first} 占用", REPAIR)
        for address in ("notices/2020/yangli-list/", "api/v1/designations/yangli/list.json")
    ]


def test_documents_of_two_years_with_one_short_name_share_only_the_address_of_their_data() -> None:
    known = builders.register(
        designations={
            "yangli/2020-06-01-list": designation(),
            "yangli/2021-06-01-list": designation(issued_on="2021-06-01"),
        }
    )

    assert [message.split(" ")[1] for _, message, _ in told(addresses_are_unique, known)] == [
        "/api/v1/designations/yangli/list.json"
    ]


def test_the_same_short_name_in_another_jurisdiction_passes_for_documents() -> None:
    known = builders.register(
        designations={"yangli/2020-06-01-list": designation(), "national/2020-06-01-list": designation()}
    )

    assert told(addresses_are_unique, known) == []


def test_a_notice_cannot_take_the_address_of_a_document() -> None:
    known = builders.register(
        designations={"yangli/2020-06-01-list": designation()},
        notices={"2020/2020-06-02-yangli-list": notice(issued_on="2020-06-02")},
    )

    assert places_told(addresses_are_unique, known) == ["content/notices/2020/2020-06-02-yangli-list.md"]


@pytest.mark.parametrize(("id_", "found"), [("notices", 1), ("notice", 0)])
def test_a_jurisdiction_that_is_called_like_the_feed_of_all_notices_is_told(id_: str, found: int) -> None:
    yangli = tiny_site().jurisdictions["yangli"].model_copy(update={"id": id_})
    known = builders.register(jurisdictions={id_: yangli})

    assert (
        told(addresses_are_unique, known)
        == [
            (
                "registry/vocabularies/jurisdictions.yaml 0 id",
                "网址 /feeds/notices.atom 已由全部公告的订阅占用",
                "换一个编号",
            )
        ]
        * found
    )


@pytest.mark.parametrize(("id_", "found"), [("years", 1), ("letters", 1), ("check", 1), ("letter", 0)])
def test_a_jurisdiction_that_is_called_like_a_folder_of_lists_is_told(id_: str, found: int) -> None:
    yangli = tiny_site().jurisdictions["yangli"].model_copy(update={"id": id_})
    known = builders.register(jurisdictions={"national": tiny_site().jurisdictions["national"], id_: yangli})

    assert (
        told(addresses_are_unique, known)
        == [
            (
                "registry/vocabularies/jurisdictions.yaml 1 id",
                f"网址 /registry/{id_}/ 已由按年份、按字母的名单或批量核对占用",
                "换一个编号",
            )
        ]
        * found
    )
