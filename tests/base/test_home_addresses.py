# SPDX-License-Identifier: Apache-2.0
"""Are homes told from offices, as far as their addresses tell?"""

import pytest

from generator.base.home_addresses import home_addresses

HOMES = [
    "云禾小区3栋2单元501室",
    "云禾小区3号楼2单元501",
    "3幢1单元12号",
    "５号楼２单元３０２室",
    "桐岭家园 12号楼 1203室",
    "澜沐花园A座502室",
    "样例厂家属院6号楼402室",
    "岚泽新村三栋二〇二室",
    "云禾小区3-2-501",
    "霁岚公寓8号楼11层1103室",
    "岭下村3组12号",
    "岭下村第二村民小组8号",
    "家庭住址：样例市东区样例路8号",
    "现住址 样例市西区青禾巷12号",
    "住址：样例县岭下镇14号",
    "户籍所在地：样例县岭下镇14号",
    "家住样例路12号",
]
OFFICES = [
    "样例市东区样例路1号",
    "样例市鼓楼西大街12号金融大厦A座1203室",
    "样例市科技园3栋5楼",
    "样例路88号创业大厦15层",
    "样例市政务服务中心2楼23号窗口",
    "创业园3号楼402室",
    "样例小区服务中心共3家",
    "样例市东区云禾小区便民服务站",
    "公寓式酒店2家",
    "第一单元 20课时，第二单元 30课时",
    "分为3个单元，共12课时",
    "各责任单元2023年完成",
    "岭下村委会",
    "岭下村3个小组",
    "家庭住址：＿＿＿＿＿＿",
    "住址：",
    "家庭住址、联系方式不公开",
    "户籍所在地：样例市",
]


@pytest.mark.parametrize("text", HOMES)
def test_a_home_is_found(text: str) -> None:
    (found,) = home_addresses(f"，{text}。")

    assert 0 < found.start < found.end <= len(text) + 1


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_and_a_blank_are_no_home(text: str) -> None:
    assert home_addresses(f"，{text}。") == []
