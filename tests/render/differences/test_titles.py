# SPDX-License-Identifier: Apache-2.0
"""Is it told who gains, keeps, loses or changes a title, and what else differs of a platform?"""

from datetime import date
from typing import Any

import pytest

from generator.model.designation import Designation
from generator.model.difference import Section
from generator.model.site import Site
from tests import builders
from tests.builders import act, designation, row
from tests.derive.chronicle import LAW, law
from tests.render.differences.telling import entries, lines, reported

FIRST = designation(ruleset=LAW)
DOCUMENT = "《样例名单》（样工信〔2020〕9号）"


def listing(laws: dict[str, Any] | None = None, **documents: Designation) -> Site:
    return builders.site(
        rulesets={LAW: law()} if laws is None else laws,
        designations={f"yangli/{name}": document for name, document in documents.items()},
    )


def later(*acts: dict[str, Any], on: str, title: str = "样例文件") -> Designation:
    return designation(*acts, issued_on=on, ruleset=LAW, title=title, document_number=None)


def titles(old: Site, new: Site) -> list[str]:
    return lines(old, new, Section.TITLES)


def test_who_gains_a_title_is_told_with_its_days_and_its_document() -> None:
    assert titles(listing(), listing(a=FIRST)) == [
        f"新获称号 样例甲服务中心 2020-06-01 至 2023-05-31，依据{DOCUMENT}"
    ]
    (told,) = entries(listing(), listing(a=FIRST), Section.TITLES)
    assert (told.id, told.address) == ("yangli-0001", "registry/yangli-0001/")


def test_who_keeps_a_title_is_counted_and_not_listed() -> None:
    second = later(act("designate", row("yangli-0002", "样例乙")), on="2021-01-01")
    found = reported(listing(a=FIRST), listing(a=FIRST, b=second))

    assert found.kept.titles == 1
    assert [told.id for told in found.sections[0].differences] == ["yangli-0002"]
    assert found.summary.endswith("其余 1 家的称号和有效期不变。")


def test_a_renewal_continues_a_title_and_tells_no_change_of_the_term_that_it_ends() -> None:
    renewal = later(act("renew"), on="2023-05-01")

    assert titles(listing(a=FIRST), listing(a=FIRST, b=renewal)) == [
        "继续认定 样例甲服务中心 2023-06-01 至 2026-05-31，依据《样例文件》"
    ]


def test_a_revocation_loses_a_title() -> None:
    revoked = listing(a=FIRST, b=later(act("revoke"), on="2021-03-15"))
    told = "自 2021-03-15 起撤销，原有效期 2020-06-01 至 2023-05-31，依据《样例文件》"

    assert titles(listing(a=FIRST), revoked) == [f"失去称号 样例甲服务中心 {told}"]
    back = titles(revoked, listing(a=FIRST))
    assert len(back) == 1
    assert back[0].startswith("有效期改变 样例甲服务中心 2020-06-01 至 2021-03-14 → 2020-06-01 至 2023-05-31")
    assert back[0].endswith("不再记为撤销")


def test_a_withdrawal_loses_a_title() -> None:
    taken = later(act("withdraw", undoes="yangli/a"), on="2020-09-01")

    assert titles(listing(a=FIRST), listing(a=FIRST, b=taken)) == [
        "失去称号 样例甲服务中心 自 2020-09-01 起撤回，原有效期 2020-06-01 至 2023-05-31，依据《样例文件》"
    ]


def test_a_revoked_platform_that_is_recorded_for_the_first_time_is_no_gain() -> None:
    found = titles(listing(), listing(a=FIRST, b=later(act("revoke"), on="2021-03-15")))

    assert found == [
        "失去称号 样例甲服务中心 2020-06-01 至 2021-03-14，自 2021-03-15 起撤销，依据《样例文件》"
    ]


def test_a_term_with_other_days_is_told_with_both() -> None:
    longer = listing({LAW: law(years=4)}, a=FIRST)

    assert titles(listing(a=FIRST), longer) == [
        "有效期改变 样例甲服务中心 2020-06-01 至 2023-05-31 → 2020-06-01 至 2024-05-31"
    ]


def test_a_term_of_the_same_days_that_is_known_in_another_way_is_told() -> None:
    stated = listing(a=designation(act(through="2023-05-31"), ruleset=LAW))

    assert titles(listing(a=FIRST), stated) == [
        "有效期改变 样例甲服务中心 末日怎样得知：办法未写截止日算法，按对应日前一日推算 → 文件写明"
    ]


def test_a_platform_without_a_record_any_more_is_gone() -> None:
    assert titles(listing(a=FIRST), listing()) == [
        "不再有 yangli-0001 平台的记录没有了，原有效期 2020-06-01 至 2023-05-31"
    ]


def test_a_proposal_is_no_title() -> None:
    proposal = later(act("propose"), on="2020-05-01")

    assert titles(listing(), listing(a=proposal)) == [
        "列入公示 样例甲服务中心 自 2020-05-01 起公示，依据《样例文件》"
    ]
    assert titles(listing(a=proposal), listing(a=proposal, b=FIRST)) == [
        f"新获称号 样例甲服务中心 2020-06-01 至 2023-05-31，依据{DOCUMENT}"
    ]
    moved = titles(listing(a=proposal), listing(a=later(act("propose"), on="2020-05-02")))
    assert len(moved) == 1
    assert moved[0].startswith("改变 样例甲服务中心 状态：自 2020-05-01 起仅见公示")


def test_a_list_that_is_shown_for_a_while_is_told_without_names() -> None:
    def shown(name: str, **facts: Any) -> Site:
        fields = {"display_until": date(2024, 6, 30), "issued_on": date(2023, 12, 1)}
        return listing(a=designation(act("propose", row(name=name, **facts)), **fields))

    gained = reported(listing(), shown("张三的平台")).model_dump_json()
    renamed = reported(shown("张三的平台"), shown("李四的平台", location="某处")).model_dump_json()

    assert "列入公示" in gained
    assert "名单所载的资料有改动" in renamed
    for text in (gained, renamed):
        assert "不列名称" in text
        assert not any(name in text for name in ("张三", "李四", "某处"))


def test_a_list_that_is_no_longer_shown_changes_nothing() -> None:
    hidden = designation(act("propose"), display_until=date(2023, 12, 31), issued_on=date(2023, 12, 1))

    assert titles(listing(), listing(a=hidden)) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"operator": "样例公司"}, "运营单位：（无） → “样例公司”"),
        ({"category": "综合类"}, "类别：（无） → “综合类”"),
        ({"location": "样例市"}, "所在地：（无） → “样例市”"),
        ({"functions": ["training"]}, "服务功能：（无） → “培训服务”"),
        ({"credit_code": "91110000600037341L"}, "统一社会信用代码：（无） → “91110000600037341L”"),
    ],
)
def test_other_facts_of_a_platform_are_told_apart(changes: dict[str, Any], told: str) -> None:
    old, new = listing(a=FIRST), listing(a=designation(act("designate", row(**changes)), ruleset=LAW))

    assert lines(old, new, Section.PLATFORMS) == [f"改变 样例甲服务中心 {told}"]
    assert titles(old, new) == []
    assert lines(old, old, Section.PLATFORMS) == []


def test_a_new_name_is_told_with_the_old_one() -> None:
    renamed = listing(a=FIRST, b=later(act("rename", row(name="样例新名")), on="2021-01-01"))

    assert lines(listing(a=FIRST), renamed, Section.PLATFORMS) == [
        "改变 样例新名 名称：“样例甲服务中心” → “样例新名”"
    ]


def test_a_name_that_no_list_states_any_more_is_not_told_again() -> None:
    """It may have been taken down; this report is kept for ever."""
    named = listing(a=designation(act("designate", row(name="甲某某工作室", operator="甲某某")), ruleset=LAW))
    masked = listing(a=designation(act("designate", row(name="***工作室")), ruleset=LAW))
    gone = "（原来的不在记录里了，这里不重复）"

    assert lines(named, masked, Section.PLATFORMS) == [
        f"改变 ***工作室 名称：{gone} → “***工作室”；运营单位：{gone} → （无）"
    ]
    for new in (masked, listing()):
        assert "甲某某" not in reported(named, new).model_dump_json()


def test_a_profile_is_told_field_by_field() -> None:
    def site(**profiles: Any) -> Site:
        return builders.site(designations={"yangli/a": FIRST}, profiles=profiles)

    one, other = (
        builders.profile(),
        builders.profile(hours="工作日 9:00 至 17:00", checked_on=date(2024, 2, 2)),
    )
    name = {"yangli-0001": one}

    assert lines(site(), site(**name), Section.PLATFORMS) == ["新增 样例甲服务中心 联系方式和服务内容"]
    assert lines(site(**name), site(), Section.PLATFORMS) == ["不再有 样例甲服务中心 联系方式和服务内容"]
    assert lines(site(**name), site(**{"yangli-0001": other}), Section.PLATFORMS) == [
        "改变 样例甲服务中心 联系方式和服务内容 办公时间：（无） → “工作日 9:00 至 17:00”"
    ]
