# SPDX-License-Identifier: Apache-2.0
"""Is an address told that two parts of the site claim, which are read by themselves?"""

import pytest

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks.addresses import addresses_of, taken_twice
from tests import builders
from tests.builders import designation, notice

REPAIR = "改用另一个短名（文件名中日期以后的部分）"
LIST = "registry/designations/yangli/2020-06-01-list.yaml"
NOTICE = "content/notices/2020/2020-06-02-yangli-list.md"
LISTS_OF_YANGLI = addresses_of(builders.site(designations={"yangli/2020-06-01-list": designation()}))
NOTICES_OF_2020 = addresses_of(builders.site(notices={"2020/2020-06-02-yangli-list": notice()}))
CALLS_OF_2020 = addresses_of(builders.site(notices={"2020/2020-06-02-call": notice()}))


def test_a_part_tells_the_address_of_every_notice_and_document_and_of_its_data() -> None:
    assert LISTS_OF_YANGLI == {
        "notices/2020/yangli-list/": LIST,
        "api/v1/designations/yangli/list.json": LIST,
    }
    assert NOTICES_OF_2020 == {"notices/2020/yangli-list/": NOTICE}


@pytest.mark.parametrize("parts", [[], [LISTS_OF_YANGLI], [LISTS_OF_YANGLI, CALLS_OF_2020]])
def test_parts_with_addresses_of_their_own_pass(parts: list[dict[str, str]]) -> None:
    assert list(taken_twice(parts)) == []


@pytest.mark.parametrize(
    "parts", [[LISTS_OF_YANGLI, NOTICES_OF_2020], [NOTICES_OF_2020, CALLS_OF_2020, LISTS_OF_YANGLI]]
)
def test_an_address_in_two_parts_is_told_once_and_alike_in_any_order(parts: list[dict[str, str]]) -> None:
    expected = Finding(Location(LIST), f"网址 /notices/2020/yangli-list/ 已由 {NOTICE} 占用", REPAIR).placed(
        1, 1
    )

    assert list(taken_twice(parts)) == list(taken_twice(parts[::-1])) == [expected]
    assert expected.level is Level.ERROR


def test_two_addresses_in_two_parts_are_told_each() -> None:
    other = dict.fromkeys(LISTS_OF_YANGLI, "registry/designations/yangli/2021-06-01-list.yaml")

    assert len(list(taken_twice([LISTS_OF_YANGLI, other]))) == 2
