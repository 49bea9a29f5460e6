# SPDX-License-Identifier: Apache-2.0
"""What does the head of a column mean? The usual heads of official lists, however they are spaced."""

import re
import unicodedata
from enum import Enum

from generator.model.record import Labelled


class Field(Labelled):
    """What a column of a list becomes in the record."""

    NUMBER = "number", "序号"
    PLATFORM = "platform", "名称（平台名称）"
    ORGANIZATION = "organization", "名称（单位名称）"
    OPERATOR = "operator", "运营单位"
    UNCLEAR = "unclear", "名称（不知是平台还是单位）"
    CODE = "credit_code", "统一社会信用代码"
    FUNCTIONS = "functions", "服务功能"
    LOCATION = "location", "所在地"
    NOTE = "note", "补充说明"


class Unused(Enum):
    """Why a column is left out."""

    PERSON = "联系人、联系方式不收进名录"
    PLACE = "联系信息写在 registry/profiles/，不写在名单里"
    RECOMMENDED = "名录没有推荐单位这一项"
    TERM = "时间、批次写在文件里，不逐行写"
    OTHER_NUMBER = "不是统一社会信用代码"
    UNKNOWN = "名录没有这一项"


NAMES = (Field.PLATFORM, Field.ORGANIZATION, Field.OPERATOR, Field.UNCLEAR)
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>")
BETWEEN = re.compile(r"[\s、,/*:·.]+")
BODY = "(?:单位|机构|企业|公司|主体|法人|组织|院所)"
CALLED = "(?:名称|全称|名)?"
PLACES = (
    *(
        "省份?",
        "地级?市",
        "市",
        "区",
        "县",
        "州",
        "盟",
        "旗",
        "地区",
        "区域",
        "区县",
        "县区",
        "市县",
        "地市",
        "市州",
    ),
    *("县市区", "区县市", "盟市", "城市", "省市", "省区市", "市区", "属地", "地", "辖区", "行政区划?"),
)
# In the order in which they are tried.
MEANINGS: tuple[tuple[str, Field | Unused], ...] = (
    (r".*平台(?:名称|全称|名)", Field.PLATFORM),
    (
        r".*(?:联系人|负责人|代表人|法人代表|姓名|电话|手机|传真|邮箱|邮件|微信|QQ|身份证|联系方式|职务|职称).*",
        Unused.PERSON,
    ),
    (r"法人|经办人|联络员|.*[Ee]-?mail.*", Unused.PERSON),
    (r".*信用代码.*|.*信用编码.*", Field.CODE),
    (r".*(?:组织机构代码|注册号|登记号|税号|识别号|许可证).*", Unused.OTHER_NUMBER),
    (r".*(?:推荐|主管|初审|报送|归口).*", Unused.RECOMMENDED),
    (r".*(?:地址|网址|网站|邮编|邮政编码|住所|公众号).*", Unused.PLACE),
    (r".*(?:有效期|期限|时间|日期|年度|年份|批次|证书|文号|届).*", Unused.TERM),
    (r"序号?|编号|No|NO|no|号", Field.NUMBER),
    (
        rf"(?:示范|服务|公共服务)*(?:平台)?(?:运营|运行|建设|承建|承担|承办|依托|申报|申请|主办|主体|实施|管理|所属){BODY}{CALLED}",
        Field.OPERATOR,
    ),
    (r"(?:中小企业|小微企业|公共|服务|示范)*平台", Field.PLATFORM),
    (
        rf"(?:认定|服务|入选|入围|获批|被认定|拟认定|示范|平台|示范平台|法人|复核|撤销|通过)*{BODY}{CALLED}",
        Field.ORGANIZATION,
    ),
    (r"名称|全称|认定名称|项目名称", Field.UNCLEAR),
    (
        r"(?:主要|认定|申报|核心)?(?:中小企业|公共|服务|平台|示范)*(?:功能|类别|类型|领域|方向|类)(?:类别|类型)?",
        Field.FUNCTIONS,
    ),
    (rf"(?:所在|所属|隶属|注册)?(?:{'|'.join(PLACES)})", Field.LOCATION),
    (r"备注|说明|附注", Field.NOTE),
)
COMPILED = tuple((re.compile(pattern), meaning) for pattern, meaning in MEANINGS)


def meaning_of(head: str) -> Field | Unused:
    """What a head means; of 县（市、区） and the like also without what stands in brackets."""
    narrow = unicodedata.normalize("NFKC", head)
    bare = BETWEEN.sub("", BRACKETS.sub("", narrow))
    for text in (bare, BETWEEN.sub("", narrow)):
        for pattern, meaning in COMPILED:
            if pattern.fullmatch(text):
                return meaning
    return Unused.UNKNOWN
