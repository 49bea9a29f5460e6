# SPDX-License-Identifier: Apache-2.0
"""Do words about a version and the numbers that it records say the same, and is it told where they do not?"""

import re
from typing import Any

import pytest

from generator.base.chinese_numerals import to_chinese
from generator.checks.quantities import digests_state_recorded_quantities, quotations_are_recorded
from generator.derive.register import Register
from generator.derive.register import register as make_register
from generator.model.ruleset import Ruleset
from tests import builders
from tests.builders import notice, ruleset, tiny_site
from tests.checks.findings import places_told, told
from tests.contents.real import RECORDED_IN_FULL, real_register, version

FILE = "registry/rulesets/yangli/2020.yaml"
REPAIR = "与条文核对：改正这里的写法，或改正记录的数"
RULES: dict[str, Any] = {
    "text": "full",
    "criteria": [
        {"id": "total-assets", "metric": "total_assets", "at_least": 50, "unit": "万元", "article": "第一条"},
        {"id": "service-staff", "metric": "service_staff", "at_least": 5, "unit": "人", "article": "第二条"},
    ],
    "validity": {"years": 3, "article": "第二条"},
    "publicity": {"working_days": 7, "channels": ["样例网站"], "article": "第二条"},
    "provisions": [{"topic": "principle", "text": "奖励二十万元", "article": "第三条"}],
}


def articles(*digests: str) -> list[dict[str, Any]]:
    return [{"number": n, "heading": "样例", "digest": digest} for n, digest in enumerate(digests, 1)]


def found(**changes: Any) -> list[tuple[str, str, str]]:
    version_ = ruleset(**(RULES | changes))
    return told(digests_state_recorded_quantities, builders.register(rulesets={"yangli/2020": version_}))


@pytest.mark.parametrize(
    "digest",
    [
        "须有五十万元资产。",
        "须有50万元",
        "500000元在词表里没有，不算",
        "管三年，公示七个工作日，五名人员",
        "奖励二十万元",
        "没有数量",
    ],
)
def test_recorded_quantities_may_be_spoken_of_in_any_article(digest: str) -> None:
    assert found(articles=articles("样例", "样例", digest)) == []


def test_another_quantity_is_told_with_the_article_and_the_recorded_number() -> None:
    assert found(articles=articles("须有六十万元资产。")) == [
        (f"{FILE} articles 0 digest", "第一条的摘要写“六十万元”，这里记录的是50万元（第一条）", REPAIR)
    ]


def test_where_nothing_of_the_kind_is_recorded_that_is_told() -> None:
    assert found(articles=articles("样例", "服务三十家企业"), publicity=None) == [
        (f"{FILE} articles 1 digest", "第二条的摘要写“三十家”，本版本没有记录这样的数量", REPAIR)
    ]


def test_an_article_that_records_a_number_is_held_to_its_own() -> None:
    rules = {"in_force": {"starts": "on-issue", "years": 5, "from": builders.TINY_DAY, "article": "第一条"}}

    assert found(**rules, articles=articles("有效五年", "管三年", "五年、三年")) == []
    [(place, message, _)] = found(**rules, articles=articles("有效三年", "管三年"))
    assert (place, message) == (
        f"{FILE} articles 0 digest",
        "第一条的摘要写“三年”，这里记录的是5年（第一条）",
    )


def test_headings_and_remarks_are_looked_at_too_but_not_what_is_quoted() -> None:
    heads = [{"number": 1, "heading": "两年有效", "digest": "样例"}]
    remarks = [
        {"text": "公示九个工作日"},
        {"text": "原文写“九个工作日”"},
        {"text": "只公示七个工作日", "article": "第一条"},
    ]

    assert [message for _, message, _ in found(articles=heads, remarks=remarks)] == [
        "第一条的小标题写“两年”，这里记录的是3年（第二条）",
        "编者注写“九个工作日”，这里记录的是7个工作日（第二条）",
    ]


def test_the_real_registry_is_without_findings() -> None:
    assert list(digests_state_recorded_quantities(real_register())) == []


NUMERAL = re.compile("([一二两三四五六七八九十百]+)(万元|家|名|年运营)")


def altered(record: Ruleset) -> list[Ruleset]:
    """The version with one number of its digest on basic conditions changed, for each of them."""
    index = next(i for i, article in enumerate(record.articles) if article.heading == "基本条件")
    article = record.articles[index]
    versions = []
    for number in NUMERAL.finditer(article.digest):
        digest = f"{article.digest[: number.start(1)]}{to_chinese(777)}{article.digest[number.end(1) :]}"
        changed = article.model_copy(update={"digest": digest})
        others = (*record.articles[:index], changed, *record.articles[index + 1 :])
        versions.append(record.model_copy(update={"articles": others}))
    return versions


@pytest.mark.parametrize("id_", RECORDED_IN_FULL)
def test_a_changed_number_in_a_real_digest_is_found(id_: str) -> None:
    site = real_register().site
    changed = altered(version(id_))

    assert len(changed) >= 3
    for record in changed:
        findings = list(digests_state_recorded_quantities(builders_register(site, id_, record)))
        assert [("七百七十七" in finding.message) for finding in findings] == [True]


def builders_register(site: Any, id_: str, record: Ruleset) -> Register:
    return builders.register(
        rulesets={id_: record}, vocabularies=site.vocabularies, jurisdictions=site.jurisdictions
    )


# Quotations


def quoted(text: str, **records: Any) -> list[tuple[str, str, str]]:
    """What is found in a notice with this body, as line:column, message and repair."""
    known = {"yangli/2020": ruleset(**RULES)}
    register = builders.register(rulesets=known, notices={"2023/2023-11-01-call": notice(text)}, **records)
    return [
        (f"{f.location.line}:{f.location.column}", f.message, f.repair)
        for f in quotations_are_recorded(register)
    ]


@pytest.mark.parametrize("name", ["total-assets", "validity", "publicity"])
def test_a_quotation_of_a_recorded_number_is_well(name: str) -> None:
    assert quoted(f"样例 {{{{ yangli/2020 {name} }}}}。") == []


@pytest.mark.parametrize(
    ("text", "place", "message", "repair"),
    [
        (
            "一\n\n二 {{ yangli/2020 total-asset }}",
            "14:3",
            "yangli/2020 没有记录“total-asset”这个数",
            "可引用的有：total-assets（50万元）",
        ),
        (
            "{{ yangli/2002 validity }}",
            "12:1",
            "没有“yangli/2002”这个办法版本",
            "是否想写“yangli/2020”？",
        ),
        (
            "{{ 总资产 }}",
            "12:1",
            "“{{ 总资产 }}”不是引用数字的写法",
            "写作 {{ 辖区/版本 名称 }}，例如 {{ linfen/2018 total-assets }}",
        ),
    ],
)
def test_a_quotation_of_nothing_is_told_where_it_stands(
    text: str, place: str, message: str, repair: str
) -> None:
    [(where, what, how)] = quoted(text)

    assert (where, what) == (place, message)
    assert how.startswith(repair)


def test_a_finding_names_the_file_of_the_notice() -> None:
    register = builders.register(notices={"2023/2023-11-01-call": notice("{{ 总资产 }}")})

    assert places_told(quotations_are_recorded, register) == ["content/notices/2023/2023-11-01-call.md"]


def test_prose_is_looked_at_from_its_first_line() -> None:
    prose = {"about.md": "---\ntitle: 关于\n---\n\n见 {{ yangli/2020 nothing }}"}

    [(where, _, _)] = quoted("正文。", prose=prose)
    assert where == "5:3"


def test_a_version_that_could_not_be_read_is_not_blamed_on_prose() -> None:
    unreadable = frozenset({"registry/rulesets/yangli/2021.yaml"})

    assert quoted("{{ yangli/2021 validity }}", unreadable=unreadable) == []


def test_the_tiny_site_is_without_findings() -> None:
    known = make_register(tiny_site())

    assert [*digests_state_recorded_quantities(known), *quotations_are_recorded(known)] == []
