# SPDX-License-Identifier: Apache-2.0
"""Is a field that there is not told with the one that was meant, or with the part to which it belongs?"""

import pytest

from tests.load.edits import LIST, PLACES, RULES, told


@pytest.mark.parametrize(
    ("chinese", "field"),
    [
        ("发文机关", "issuer"),
        ("文件标题", "title"),
        ("标题", "title"),
        ("文号", "document_number"),
        ("日期", "issued_on"),
        ("来源", "source"),
    ],
)
def test_the_chinese_name_of_a_field_is_understood_by_its_description(chinese: str, field: str) -> None:
    message, repair, *_ = told(LIST, f"{field}: ", f"{chinese}: ")

    assert (message, repair) == (f"没有“{chinese}”这个字段", f"是否想写“{field}”？")


@pytest.mark.parametrize(
    ("file", "right", "wrong", "repair"),
    [
        (
            PLACES,
            "    checked_on: 2024-01-02",
            "  checked_on: 2024-01-02",
            "它是 contact 里的字段：这一行应缩进 4 个空格，现在是 2 个",
        ),
        (
            LIST,
            "    complete: true\n",
            "    complete: true\n    remarks: [样例]\n",
            "它是最外层的字段：这一行应缩进 0 个空格，现在是 4 个",
        ),
        (
            LIST,
            ", retrieved_on: 2024-01-02}\n",
            "}\nretrieved_on: 2024-01-02\n",
            "它是 source 里的字段，移到那里",
        ),
        (RULES, "years: 3, ", "years: 3, title: 样例, ", None),
    ],
)
def test_a_good_field_in_the_wrong_part_is_sent_home_if_it_is_missed_there(
    file: str, right: str, wrong: str, repair: str | None
) -> None:
    message, way, *_ = told(file, right, wrong)

    assert (way == repair) if repair else message.startswith("没有“title”")
