# SPDX-License-Identifier: Apache-2.0
"""Are names found that are probably meant, and names left alone that only look alike?"""

import pytest

from generator.author.near import near, normal
from tests.author.lists.reading import platforms


def is_near(known: str, name: str) -> bool:
    row = {"platform": "yangli-0001", "name": known, "operator": "样例运营有限公司"}
    return "yangli-0001" in near([name], platforms(row)).get(name, {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("样例（甲）中心", "样例(甲)中心"),
        ("样例 甲　中心", "样例甲中心"),
        ("样例Ａ中心", "样例a中心"),
        ("样例【甲】", "样例(甲)"),
    ],
)
def test_widths_brackets_spaces_and_capitals_make_no_other_name(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("样例服务中心有限公司", "样例服务中心有限责任公司"),
        ("样例科技股份有限公司", "样例科技有限公司"),
        ("样例科技（集团）有限公司", "样例科技有限公司"),
        ("样例·创业服务中心", "样例创业服务中心"),
        ("样例创业服务中心", "样列创业服务中心"),
        ("样例创业服务中心", "样例创业的服务中心"),
        ("样例创业服务中心", "样例业服务中心"),
        ("样例创业服务中心", "某某省样例创业服务中心"),
        ("某某省样例创业服务中心", "样例创业服务中心"),
        ("样例创业服务平台", "样例运营有限公司"),
    ],
)
def test_names_that_may_be_the_same_are_near(known: str, name: str) -> None:
    assert is_near(known, name)


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("样例第一服务中心", "样例第二服务中心"),
        ("样例东区服务中心", "样例西区服务中心"),
        ("样例1号服务中心", "样例12号服务中心"),
        ("样例创业服务中心", "样例技术服务中心"),
        ("某某样例中心", "样例中心"),
        ("样例甲", "样例创业服务中心"),
    ],
)
def test_names_of_others_are_not(known: str, name: str) -> None:
    assert not is_near(known, name)
