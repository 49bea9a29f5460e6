# SPDX-License-Identifier: Apache-2.0
"""Which quantities are heard in a Chinese text, and what only looks like one?"""

import pytest

from generator.base.spoken import quantities

UNITS = ["元", "万元", "亿元", "家", "人", "人次", "次", "年", "%"]


def heard(text: str) -> list[str]:
    return [f"{spoken.text}={spoken.amount}{spoken.unit}" for spoken in quantities(text, UNITS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("资产五十万元以上", "五十万元=50万元"),
        ("融资1.5亿元", "1.5亿元=1.5亿元"),
        ("服务三十家", "三十家=30家"),
        ("培训一千人次", "一千人次=1000人次"),
        ("两百人", "两百人=200人"),
        ("十名服务人员", "十名=10人"),
        ("八成满意度", "八成=80%"),
        ("八成五满意度", "八成五=85%"),
        ("百分之八十", "百分之八十=80%"),
        ("80％", "80％=80%"),
        ("公示七个工作日", "七个工作日=7工作日"),
        ("公示15个工作日", "15个工作日=15工作日"),
        ("发布三十日后施行", "三十日=30日"),
        ("相差一天", "一天=1日"),
        ("有效三年", "三年=3年"),
    ],
)
def test_a_number_with_a_unit_is_a_quantity(text: str, found: str) -> None:
    assert heard(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "2018年办法",
        "二〇一八年办法",
        "第三年",
        "第三次",
        "每年一次",
        "3月10日前",
        "三月十日前",
        "数百家",
        "几十家",
        "五类功能",
        "二月底前",
        "国家认定",
        "一成不变",
        "当年",
    ],
)
def test_years_days_ordinals_and_manners_of_speaking_are_none(text: str) -> None:
    assert heard(text) == []


def test_every_quantity_of_a_text_is_heard() -> None:
    assert heard("一年运营、五十万元资产、三十家服务量、八成满意度") == [
        "八成=80%",
        "一年=1年",
        "五十万元=50万元",
        "三十家=30家",
    ]
