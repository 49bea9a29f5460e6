# SPDX-License-Identifier: Apache-2.0
"""Are the usual heads of official lists known, however they are typed, and is no other taken for one?"""

import pytest

from generator.author.lists.heads import Field, Unused, meaning_of

KNOWN = {
    Field.NUMBER: "序号 序　号 No. 编号",
    Field.PLATFORM: "平台名称 示范平台名称 平台名称（全称） 公共服务示范平台名称 示范平台 推荐平台名称",
    Field.ORGANIZATION: "单位名称 机构名称 企业名称 单位 认定单位 服务机构名称 法人单位 示范平台单位名称",
    Field.OPERATOR: "运营单位 平台运营单位名称 建设单位 申报单位（盖章） 依托单位 申报单位名称 运营主体",
    Field.UNCLEAR: "名称 全称",
    Field.CODE: "统一社会信用代码 信用代码 统一社会信用代码/组织机构代码 统一社会信用代码（18位）",
    Field.FUNCTIONS: "服务类别 平台类别 服务功能 主要服务功能 类别 服务领域 平台类型 功能",
    Field.LOCATION: "所在地 所在区县 地市 所属县（市、区） 县（市、区） 市州 区县 省（区、市） 地区 所在城市",
    Field.NOTE: "备注 说明",
    Unused.PERSON: "联系人 联系电话 手机 负责人 法定代表人 联系人及电话 电子邮箱 姓名 单位负责人 法人",
    Unused.RECOMMENDED: "推荐单位 推荐部门 主管部门 初审单位",
    Unused.PLACE: "地址 单位地址 网址 注册地址",
    Unused.TERM: "认定时间 有效期 批次 认定年度 证书编号",
    Unused.OTHER_NUMBER: "组织机构代码 工商注册号",
    Unused.UNKNOWN: "得分 单位性质 从业人数 样例 名单",
}


@pytest.mark.parametrize(
    ("head", "meaning"), [(head, meaning) for meaning, heads in KNOWN.items() for head in heads.split(" ")]
)
def test_heads_have_their_meaning(head: str, meaning: Field | Unused) -> None:
    assert meaning_of(head) is meaning


@pytest.mark.parametrize(
    "head", ["平 台 名 称", "平台\n名称", "平台名称：", "＊平台名称", "【平台名称】平台名称", "平台名称*"]
)
def test_what_is_typed_between_characters_does_not_matter(head: str) -> None:
    assert meaning_of(head) is Field.PLATFORM
