# SPDX-License-Identifier: Apache-2.0
"""Is a profile of a platform that no list has told, with the nearest id that there is?"""

from generator.checks.references import profiles_belong_to_a_platform
from tests import builders
from tests.builders import designation, profile
from tests.checks.findings import told

LIST = "registry/designations/yangli/list.yaml"


def test_a_profile_of_a_listed_platform_passes() -> None:
    known = builders.register(
        designations={"yangli/list": designation()}, profiles={"yangli-0001": profile()}
    )

    assert told(profiles_belong_to_a_platform, known) == []


def test_a_profile_of_a_platform_that_no_list_has_is_told_with_the_nearest_id() -> None:
    known = builders.register(
        designations={"yangli/list": designation()}, profiles={"yangli-0010": profile()}
    )

    assert told(profiles_belong_to_a_platform, known) == [
        (
            "registry/profiles/yangli/yangli-0010.yaml",
            "没有“yangli-0010”这个平台",
            "是否想写“yangli-0001”？或先收录认定它的文件",
        )
    ]


def test_a_profile_is_not_blamed_while_a_list_of_its_jurisdiction_cannot_be_read() -> None:
    known = builders.register(profiles={"yangli-0001": profile()}, unreadable=frozenset({LIST}))

    assert told(profiles_belong_to_a_platform, known) == []
