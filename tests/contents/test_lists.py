# SPDX-License-Identifier: Apache-2.0
"""Is everything that was found of official lists recorded, and no date more precise than it was found?

The register grows: these documents and platforms must be in it, others may be.
"""

from datetime import date

import pytest

from generator.model.designation import Act
from generator.model.standing import border_on
from tests.contents.real import real_register

FIRST, SECOND = "national/2011-11-28-first-batch", "national/2012-12-second-batch"
REVIEW = "national/2017-07-05-third-batch-review"
OF_2017, OF_2020 = "national/2017-list-of-2017", "national/2020-list-of-2020"
JILIN, HAINAN = "jilin/2015-01-19-list", "hainan/2020-08-designation"
SICHUAN, QINGDAO = "sichuan/2020-list-of-2020", "qingdao/2021-publicity"

# Document: date as precise as it was found, which date it is, number, law

DOCUMENTS = {
    FIRST: ("2011-11-28", "awarded", None, None),
    SECOND: ("2012-12", "issued", "工信部企业〔2012〕566号", "national/2012"),
    REVIEW: ("2017-07-05", "published", "工信部企业〔2017〕139号", "national/2012"),
    OF_2017: ("2017", "document-number", "工信部企业〔2017〕304号", "national/2017"),
    OF_2020: ("2020", "document-number", "工信部企业函〔2020〕326号", "national/2017"),
    JILIN: ("2015-01-19", "issued", None, None),
    HAINAN: ("2020-08", "issued", None, None),
    SICHUAN: ("2020", "list-year", None, None),
    QINGDAO: ("2021", "list-year", None, None),
}

# Document: who issued it, and whether its own title was found

MINISTRY = "工业和信息化部"
ISSUED_BY = {
    FIRST: (MINISTRY, False),
    SECOND: (MINISTRY, True),
    REVIEW: (MINISTRY, True),
    OF_2017: (MINISTRY, True),
    OF_2020: (MINISTRY, True),
    JILIN: ("吉林省工业和信息化厅", True),
    HAINAN: ("海南省工业和信息化厅", False),
    SICHUAN: ("四川省经济和信息化厅", False),
    QINGDAO: ("青岛市民营经济发展局", False),
}

# Document and act: what it does, how many it states, how many of them are recorded, for which title

ACTS = {
    (FIRST, 0): ("designate", 99, 3, "demonstration"),
    (SECOND, 0): ("designate", 208, 4, "demonstration"),
    (REVIEW, 0): ("renew", 98, 3, "demonstration"),
    (REVIEW, 1): ("revoke", 7, 7, "demonstration"),
    (OF_2017, 0): ("designate", 188, 4, "demonstration"),
    (OF_2020, 0): ("designate", 214, 3, "demonstration"),
    (JILIN, 0): ("designate", 55, 1, "demonstration"),
    (JILIN, 1): ("designate", 60, 1, "ordinary"),
    (HAINAN, 0): ("designate", 6, 0, "demonstration"),
    (SICHUAN, 0): ("designate", 31, 5, "demonstration"),
    (QINGDAO, 0): ("propose", None, 4, "demonstration"),
}

# Days that a source states for the titles of a list

STATED_TERMS = {
    OF_2017: (None, "2020-12-31"),
    OF_2020: ("2021-01-01", "2023-12-31"),
    HAINAN: ("2020-08-08", "2023-08-08"),
}

LISTED = {
    (FIRST, 0): """
        北京市中小企业服务中心|北京市
        山西省中小企业监测鉴定中心|山西省
        哈尔滨市动力科技创业中心|黑龙江省哈尔滨市
        """,
    (SECOND, 0): """
        山西省青年创业指导服务中心|山西省
        辽宁北方实验室有限公司|辽宁省
        黑龙江省中小企业服务中心|黑龙江省
        常州市中小企业发展促进中心|江苏省常州市
        """,
    (REVIEW, 0): """
        北京中关村国际孵化器有限公司|北京市
        天津滨海技能开发有限责任公司|天津市
        河北省自动化研究所|河北省
        """,
    (REVIEW, 1): """
        邢台中天软件技术有限公司|河北省邢台市
        科技世界网络科技（大连）有限公司|辽宁省大连市
        中国中原圣起有限公司|
        河南省中小企业发展服务中心|河南省
        武汉市中小企业职业教育指导中心|湖北省武汉市
        湖北弘锦高新产业创业园有限公司|湖北省
        深圳市华测检测技术股份有限公司|广东省深圳市
        """,
    (OF_2017, 0): """
        上海浦东软件园汇智软件发展有限公司|上海市
        北京云基地企业管理有限公司|北京市
        联合信用管理有限公司|
        河北清华发展研究院|河北省
        """,
    (OF_2020, 0): """
        畅捷通信息技术股份有限公司|北京市
        天纺标检测认证股份有限公司|天津市
        河北天皓知识产权服务有限公司|河北省
        """,
    (JILIN, 0): "长春市中小企业服务中心|吉林省",
    (JILIN, 1): "公主岭市中小企业服务中心|吉林省",
    (SICHUAN, 0): """
        绵阳科技城中科创新育成中心|四川省绵阳市
        致远方略企业管理服务平台|四川省绵阳市
        西部企业产业人才服务平台|四川省绵阳市
        四川大型科学仪器共享平台|四川省绵阳市
        绵阳市游仙众创企业服务平台|四川省绵阳市
        """,
    (QINGDAO, 0): """
        青岛市中小微企业外贸供应链服务平台|山东省青岛市崂山区
        赛飞特安全与环保服务平台|山东省青岛市崂山区
        青岛市集成电路产业共性技术公共服务平台|山东省青岛市崂山区
        海尔HOPE开放式创新服务平台|山东省青岛市崂山区
        """,
}
OPERATORS = [
    "山东新华锦国际商务集团有限公司",
    "赛飞特工程技术集团有限公司",
    "中科芯云微电子科技有限公司",
    "青岛海尔智能技术研发有限公司",
]


def act(document: str, index: int) -> Act:
    return real_register().site.designations[document].acts[index]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_dated_and_numbered_as_it_was_found(document: str) -> None:
    found = real_register().site.designations[document]

    assert (str(found.issued_on), found.date_basis, found.document_number, found.ruleset) == DOCUMENTS[
        document
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_from_whom_its_source_names_and_bears_its_own_title_if_found(document: str) -> None:
    found = real_register().site.designations[document]

    assert (found.issuer, not found.title_is_ours) == ISSUED_BY[document]


@pytest.mark.parametrize(("document", "index"), ACTS)
def test_an_act_states_and_records_as_many_as_were_found(document: str, index: int) -> None:
    found = act(document, index)

    assert (found.kind, found.stated_count, len(found.platforms), found.tier) == ACTS[document, index]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_a_list_of_all_whom_it_states_is_called_complete(document: str) -> None:
    acts = real_register().site.designations[document].acts

    assert [found.complete for found in acts] == [
        found.stated_count == len(found.platforms) for found in acts
    ]


@pytest.mark.parametrize(("document", "index"), LISTED)
def test_everybody_who_was_found_on_a_list_is_recorded_with_no_more_than_was_found(
    document: str, index: int
) -> None:
    expected = [line.strip().split("|") for line in LISTED[document, index].strip().splitlines()]

    assert [[row.name, row.location or ""] for row in act(document, index).platforms] == expected


@pytest.mark.parametrize("document", DOCUMENTS)
def test_days_of_a_title_are_typed_only_where_a_source_states_them(document: str) -> None:
    [found, *others] = real_register().site.designations[document].acts
    typed = tuple(day and str(day) for day in (found.from_, found.through))

    assert typed == STATED_TERMS.get(document, (None, None))
    assert [(other.from_, other.through) for other in others] == [(None, None)] * len(others)


def test_platforms_that_were_listed_by_the_name_of_the_platform_are_told_from_those_who_run_them() -> None:
    assert [row.operator for row in act(QINGDAO, 0).platforms] == OPERATORS
    assert {act(QINGDAO, 0).named_by, act(SICHUAN, 0).named_by} == {"platform"}


def test_the_review_of_the_third_batch_begins_in_the_middle_of_its_history() -> None:
    designations = real_register().site.designations

    assert [id_ for id_ in DOCUMENTS if designations[id_].begins_mid_history] == [REVIEW]


# What is said of the titles, on their borders

SAID = [
    ("畅捷通信息技术股份有限公司", "2021-01-01", "valid"),
    ("畅捷通信息技术股份有限公司", "2023-12-31", "valid"),
    ("畅捷通信息技术股份有限公司", "2024-01-01", "ended"),
    ("上海浦东软件园汇智软件发展有限公司", "2018-01-01", "valid"),
    ("上海浦东软件园汇智软件发展有限公司", "2021-01-01", "ended"),
    ("山西省青年创业指导服务中心", "2012-12-30", "uncertain"),
    ("山西省青年创业指导服务中心", "2012-12-31", "valid"),
    ("山西省青年创业指导服务中心", "2015-12-01", "uncertain"),
    ("河北省自动化研究所", "2017-07-05", "valid"),
    ("河北省自动化研究所", "2020-07-05", "uncertain"),
    ("深圳市华测检测技术股份有限公司", "2017-07-05", "revoked"),
    ("北京市中小企业服务中心", "2011-11-28", "uncertain"),
    ("长春市中小企业服务中心", "2026-11-22", "uncertain"),
    ("海尔HOPE开放式创新服务平台", "2026-11-22", "proposed"),
]


@pytest.mark.parametrize(("name", "day", "state"), SAID)
def test_what_is_said_of_a_title_on_the_borders(name: str, day: str, state: str) -> None:
    [platform] = [found for found in real_register().platforms.values() if found.name == name]

    border = border_on(platform.standing, date.fromisoformat(day))
    assert border is not None
    assert border.state == state


def test_nobody_is_said_to_hold_a_title_before_the_first_document_that_lists_them() -> None:
    platforms = real_register().platforms.values()
    began = [(p.standing[0].from_, min(m.on.first for m in p.mentions)) for p in platforms if p.standing]

    assert all(first >= document for first, document in began)
