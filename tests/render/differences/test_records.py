# SPDX-License-Identifier: Apache-2.0
"""Is it told which notices, documents, forms, pages, words and addresses come, change, move or go?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.accepted import Accepted
from generator.model.difference import Section
from generator.model.redirect import Redirect
from generator.model.site import Attached, Site
from tests import builders
from tests.builders import TINY_DAY, act, designation, row, tiny_site
from tests.derive.chronicle import LAW, law
from tests.render.differences.telling import lines

CALL = "2023/2023-11-01-yangli-call"
REDIRECT = Redirect.model_validate(
    {
        "from": "notices/2023/yangli-call/",
        "to": "notices/2023/yangli-new-call/",
        "since": date(2024, 1, 2),
        "reason": "虚构",
    }
)


def noticed(body: str = "正文。", name: str = CALL, files: tuple[str, ...] = (), **changes: Any) -> Site:
    attached = {name: {file: Attached(3, "0" * 64) for file in files}} if files else {}
    return builders.site(notices={name: builders.notice(body, **changes)}, attached=attached)


def notices(old: Site, new: Site) -> list[str]:
    return lines(old, new, Section.NOTICES)


def addresses(old: Site, new: Site) -> list[str]:
    return lines(old, new, Section.ADDRESSES)


def test_a_notice_that_comes_or_goes_is_told_with_its_address() -> None:
    assert notices(builders.site(), noticed()) == ["新增 《样例通知》 申报通知"]
    assert addresses(builders.site(), noticed()) == ["新增 /notices/2023/yangli-call/ 公告的页面"]
    assert notices(noticed(), builders.site()) == ["不再有 《样例通知》 申报通知"]
    assert addresses(noticed(), builders.site()) == ["不再有 /notices/2023/yangli-call/ 公告的页面"]


def test_a_notice_that_was_edited_is_told_field_by_field() -> None:
    found = notices(noticed("第一行。\n\n第二行。"), noticed("第一行。\n\n第三行。", issuer="样例新局"))

    assert found == [
        (
            "改变 《样例通知》  发文机关：“样例市工业和信息化局” → “样例新局” "
            "正文：增 1 行，删 1 行；第一处：文字改动 1 处，“第二行。” → “第三行。”"
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "报甲某某处，3月15日截止。",
            "报***处，3月15日截止。",
            "正文：增 1 行，删 1 行；第一处：文字改动 1 处，现为 “报***处，3月15日截”",
        ),
        (
            "联系甲某某，3月15日截止。",
            "联系，3月1日截止。",
            "正文：增 1 行，删 1 行；第一处：文字改动 2 处，例如现为 “联系，3月1日截止。”",
        ),
        (
            "联系甲某某，3月15日截止。",
            "联系***，4月20日截止。",
            "正文：增 1 行，删 1 行；第一处：文字改动 3 处，例如现为 “联系***，4月20日截止”",
        ),
        ("一。\n\n甲某某。", "一。", "正文：增 0 行，删 2 行"),
    ],
)
def test_what_was_taken_out_or_masked_is_not_told_again(old: str, new: str, told: str) -> None:
    assert notices(noticed(old), noticed(new)) == [f"改变 《样例通知》  {told}"]


def test_of_a_contact_it_is_told_how_it_is_now() -> None:
    contact = {"office": "甲某某", "telephone": "0990-1234567", "seen_in": "本通知", "checked_on": TINY_DAY}
    one, other = noticed(contact=contact), noticed(contact=contact | {"office": "样例科", "telephone": None})

    assert notices(one, other) == [
        "改变 《样例通知》  联系方式：科室或部门：现为 “样例科” 联系方式：办公电话：现为 （无）"
    ]


def test_comparing_with_the_source_again_is_no_change() -> None:
    source = builders.SOURCE | {"retrieved_on": date(2024, 3, 3)}
    contact = {"office": "样例科", "seen_in": "本通知", "checked_on": date(2024, 1, 2)}
    again = noticed(
        checked_on=date(2024, 3, 3), source=source, contact=contact | {"checked_on": date(2024, 3, 3)}
    )

    assert notices(noticed(contact=contact), again) == []
    assert len(notices(noticed(contact=contact), noticed(contact=contact | {"office": "另一科"}))) == 1


def test_a_notice_in_another_file_has_moved_and_is_neither_lost_nor_new() -> None:
    other = "2023/2023-11-01-yangli-new-call"

    moved = noticed(name=other)
    assert notices(noticed(), moved) == []
    assert addresses(noticed(), moved) == [
        (
            "不再有 /notices/2023/yangli-call/ 移到 notices/2023/yangli-new-call/"
            "，但旧网址没有转到那里：写进 registry/redirects.yaml"
        )
    ]
    assert addresses(noticed(), replace(moved, redirects=(REDIRECT,))) == [
        "移到新网址 /notices/2023/yangli-call/ 转到 notices/2023/yangli-new-call/"
    ]
    assert addresses(moved, replace(moved, redirects=(REDIRECT,))) == [
        "新增 /notices/2023/yangli-call/ 新设转向 notices/2023/yangli-new-call/"
    ]
    assert addresses(replace(moved, redirects=(REDIRECT,)), moved) == [
        "不再有 /notices/2023/yangli-call/ 不再转到 notices/2023/yangli-new-call/"
    ]
    assert notices(noticed(), noticed("另一正文。", name=other)) == [
        "不再有 《样例通知》 申报通知",
        "新增 《样例通知》 申报通知",
    ]


def test_a_document_in_another_file_changes_nobodys_title() -> None:
    def listed(name: str) -> Site:
        return builders.site(rulesets={LAW: law()}, designations={name: designation(ruleset=LAW)})

    old, new = listed("yangli/2020-06-01-list"), listed("yangli/2020-06-01-first-list")

    assert lines(old, new, Section.TITLES) == lines(old, new, Section.DEADLINES) == notices(old, new) == []
    (lost,) = addresses(old, new)
    assert lost.startswith("不再有 /notices/2020/yangli-list/ 移到 notices/2020/yangli-first-list/，但")


def test_files_beside_a_notice_are_told() -> None:
    assert notices(noticed(), noticed(files=("list.pdf",))) == ["新增 附件 list.pdf 《样例通知》的附件"]
    assert notices(noticed(files=("list.pdf",)), noticed()) == ["不再有 附件 list.pdf 《样例通知》的附件"]
    assert addresses(noticed(files=("list.pdf",)), noticed()) == [
        "不再有 /notices/2023/yangli-call/list.pdf 公告的附件"
    ]


def test_a_document_that_was_altered_is_told_with_the_number_of_rows() -> None:
    def listed(*rows: dict[str, Any], **changes: Any) -> Site:
        of_act = {"stated_count": 3, "complete": False}
        document = designation(act("designate", *rows, **of_act), **changes)
        return builders.site(designations={"yangli/a": document})

    old = listed(row(), row("yangli-0002", "样例乙"))
    new = listed(row(location="样例市"), row("yangli-0003", "样例丙"), statements=["虚构的一句"])
    assert notices(old, new) == [
        (
            "改变 《样例名单》（样工信〔2020〕9号）  文件另外载明的事项：增 “虚构的一句” "
            "名单增 1 家、删 1 家、改 1 家"
        )
    ]
    assert notices(builders.site(), old) == ["新增 《样例名单》（样工信〔2020〕9号） 认定3家（收录2家）"]


def test_of_a_list_that_is_shown_for_a_while_no_words_are_repeated() -> None:
    def shown(reason: str) -> Site:
        proposal = act("propose") | {"reason": reason}
        fields = {"display_until": date(2024, 6, 30), "remarks": [reason], "issued_on": date(2023, 12, 1)}
        return builders.site(designations={"yangli/a": designation(proposal, **fields)})

    (found,) = notices(shown("张三申请"), shown("李四申请"))
    assert "编者注：有改动" in found
    assert "拟认定公示的理由：有改动" in found
    assert "张三" not in found
    assert "李四" not in found


def test_forms_and_the_papers_that_follow_from_the_measures_are_told() -> None:
    def site(amount: int, **changes: Any) -> Site:
        criterion = {
            "metric": "total_assets",
            "at_least": amount,
            "unit": "万元",
            "article": "第一条",
            "id": "a",
        }
        return builders.site(
            rulesets={LAW: builders.ruleset(criteria=[criterion])},
            forms={"yangli/application": builders.form(**changes)},
        )

    found = lines(site(1), site(2, title="样例新表"), Section.FORMS)
    assert found[0] == "改变 样例新表  表格名称：“样例申请表” → “样例新表”"
    assert len(found) == 2
    assert found[1].endswith("自评表 本站编制，随办法的条件或材料改变")
    assert lines(site(1), site(1), Section.FORMS) == []
    assert lines(builders.site(), site(1), Section.FORMS)[0] == "新增 样例申请表"


def test_guides_and_prose_are_told() -> None:
    def site(amount: int, text: str) -> Site:
        criterion = {
            "metric": "total_assets",
            "at_least": amount,
            "unit": "万元",
            "article": "第一条",
            "id": "a",
        }
        rulesets = {LAW: builders.ruleset(criteria=[criterion])}
        return builders.site(rulesets=rulesets, prose={"about.md": f"# 关于本站\n\n{text}"})

    place = builders.site().jurisdictions["yangli"].name
    assert lines(site(1, "甲。"), site(2, "乙。"), Section.PAGES) == [
        f"改变 {place}：指南 随办法、表格或辖区的记录改变",
        "改变 关于本站 增 1 行，删 1 行；第一处：文字改动 1 处，“甲。” → “乙。”",
    ]
    assert lines(site(1, "甲。"), site(1, "甲。"), Section.PAGES) == []
    assert lines(builders.site(), site(1, "甲。"), Section.PAGES) == [
        f"新增 {place}：指南 依据《样例办法》",
        "新增 关于本站",
    ]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("样例新办法", "《样例办法》 → 《样例新办法》"),
        ("样例办法", "《样例办法》（yangli/2020） → 《样例办法》（yangli/2023）"),
    ],
)
def test_versions_that_have_one_title_are_told_apart(title: str, told: str) -> None:
    old = {LAW: builders.ruleset()}
    newer = builders.ruleset(
        title=title,
        issued_on=date(2023, 6, 1),
        in_force={"starts": "on-issue", "from": date(2023, 6, 1), "article": None},
        supersedes=[{"ruleset": LAW, "article": "第九条"}],
    )

    found = lines(
        builders.site(rulesets=old), builders.site(rulesets=old | {"yangli/2023": newer}), Section.PAGES
    )
    assert [line.partition("指南 ")[2] for line in found] == [f"所依据的办法：{told}"]


def test_prose_that_quotes_a_number_changes_with_it() -> None:
    def site(amount: int) -> Site:
        criterion = {"metric": "total_assets", "at_least": amount, "unit": "万元", "article": "第一条"}
        criterion["id"] = "total-assets"
        rulesets = {LAW: builders.ruleset(criteria=[criterion])}
        return builders.site(
            rulesets=rulesets, prose={"about.md": "# 关于\n\n须有 {{ yangli/2020 total-assets }}。"}
        )

    found = lines(site(100), site(150), Section.PAGES)

    assert len(found) == 2
    assert found[1].startswith("改变 关于 增 1 行，删 1 行")


def test_words_places_settings_and_cases_are_told() -> None:
    tiny = tiny_site()
    settings = tiny.settings.model_copy(
        update={"expiring_within_days": tiny.settings.expiring_within_days + 1}
    )
    place = tiny.jurisdictions["yangli"].model_copy(update={"short_name": "另一简称"})
    metric = tiny.vocabularies.metrics[0].model_copy(update={"label": "另一名称"})
    words = tiny.vocabularies.model_copy(update={"metrics": (metric, *tiny.vocabularies.metrics[1:])})
    changed = builders.site(
        settings=settings, jurisdictions={**tiny.jurisdictions, "yangli": place}, vocabularies=words
    )

    found = lines(builders.site(), changed, Section.WORDS)
    assert [line.split(" ")[0] for line in found] == ["改变"] * 3
    assert any("另一简称" in line for line in found)
    assert any("读者看到的名称" in line for line in found)
    cases = builders.site(cases=tiny.cases)
    assert all("检验的例子" in line for line in lines(builders.site(), cases, Section.WORDS))


def test_an_exception_from_a_check_is_told_with_its_reason() -> None:
    one = Accepted.model_validate(
        {
            "check": "dates-are-in-order",
            "file": "registry/rulesets/yangli/2020.yaml",
            "reason": "虚构的理由",
            "by": "样例局",
            "accepted_on": date(2024, 1, 2),
            "expires_on": date(2024, 12, 31),
        }
    )
    place = "检查的例外（registry/rulesets/yangli/2020.yaml）"

    assert lines(builders.site(), builders.site(accepted=(one,)), Section.WORDS) == [
        f"新增 {place} dates-are-in-order，样例局接受到 2024-12-31：虚构的理由"
    ]
