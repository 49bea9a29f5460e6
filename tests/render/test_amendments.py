# SPDX-License-Identifier: Apache-2.0
"""How are the differences of two versions told: in a line, in a table, on the guide, and in the open data?"""

import json
from typing import Any

import pytest

from generator.render.amendments import amendment_files, revision
from tests.builders import ruleset
from tests.render.workshop import pages, read, tiny_workshop, workshop

OLD: dict[str, Any] = {"text": "full"}


def assets(amount: int, **changes: Any) -> dict[str, Any]:
    node = {"metric": "total_assets", "at_least": amount, "unit": "万元", "article": "第六条"}
    return {"id": "total-assets"} | node | changes


def lines(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """What is told of the second of two versions."""
    rulesets = {"yangli/2020": ruleset(**(OLD | old)), "yangli/2023": ruleset(**(OLD | new))}
    found = revision(workshop(rulesets=rulesets), "yangli/2023")
    assert found
    return [change.line for change in found.told.changes]


RELAXED = {
    "id": "total-assets",
    "article": "第六条",
    "any": [assets(30, id=None), assets(20, id=None, applies_to=["public-institution"])],
}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ({"criteria": [assets(30)]}, {"criteria": [assets(80)]}, "资产总额　30 → 80万元（第六条）"),
        ({}, {"criteria": [assets(80)]}, "新增：资产总额　≥80万元（第六条）"),
        ({"criteria": [assets(30)]}, {}, "取消：资产总额（原为“≥30万元”，第六条）"),
        (
            {"criteria": [assets(30)]},
            {"criteria": [RELAXED]},
            "资产总额　≥30万元，限定、例外或可替代的情形有变（第六条）",
        ),
        ({"criteria": [assets(30)]}, {"criteria": [assets(30, note="说明")]}, "资产总额：表述调整（第六条）"),
        (
            {"validity": {"years": 2, "article": "第四条"}},
            {"validity": {"years": 3, "article": "第四条"}},
            "称号有效期　2年 → 3年（第四条）",
        ),
        (
            {"validity": {"years": 3, "article": "第四条"}},
            {"validity": {"years": 3, "reapply": "after-end", "article": "第四条"}},
            "新增：再次申报　期满后须重新申报（第四条）",
        ),
        (
            {"publicity": {"working_days": 5, "channels": ["样例网站"], "article": "第三条"}},
            {"publicity": {"working_days": None, "channels": ["样例网站"], "article": "第三条"}},
            "取消：公示天数（原为“5个工作日”，第三条）",
        ),
    ],
)
def test_a_change_is_told_in_one_line(old: dict[str, Any], new: dict[str, Any], line: str) -> None:
    assert lines(old, new) == [line]


def test_every_change_of_the_tiny_site_is_told() -> None:
    found = revision(tiny_workshop(), "yangli/2020")
    assert found

    assert [change.line for change in found.told.changes] == [
        "取消：从事服务的人员数（原为“≥3人”，第一条）",
        "资产总额　80 → 100万元，限定、例外或可替代的情形有变（第一条（二））",
        "培训服务：年培训人次　200 → 300人次（第二条）",
        "新增：材料：申请表　须提交（第三条）",
        "取消：材料：营业执照（原为“须提交”，第二条）",
        "新增：认定频次　每年一次（第三条）",
        "新增：公示天数　5个工作日（第三条）",
        "新增：抽样测评　不少于10家（附件1）",
        "新增：再次申报　有效期满当年可再次申报（第四条）",
        "称号有效期　2年 → 3年（第四条）",
        "新增：报送：上年总结　每年2月底前，示范平台报样例市工业和信息化局（第四条）",
        "失去称号：违法违规　几年内不得再申报未规定 → 3年内不得再申报（第四条）",
    ]


def test_the_page_of_a_version_shows_lines_and_old_and_new_with_both_articles() -> None:
    reading = read(pages(tiny_workshop())["guides/yangli/2020/"].body)
    rows = [" ".join(row.text.split()) for row in reading.all("tr")]

    assert "培训服务：年培训人次 ↑" not in reading.text
    assert "培训服务：年培训人次收紧≥200人次 第一条≥300人次 第二条" in rows
    assert "作了比较的17项中，有12项变化。条款序号的移动不算变化。" in reading.text


def test_the_guide_tells_the_changes_in_the_history_of_versions() -> None:
    text = read(pages(tiny_workshop())["guides/yangli/"].body).text

    assert "培训服务：年培训人次　200 → 300人次（第二条）" in text
    assert "另一版原文未见，不能比较" in text  # of the version of 2023, which was seen in part


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"text": "not-recorded"}, {}, "前一版的正文未录，不能比较。"),
        ({"text": "partial"}, {"text": "partial"}, "没有两版都见到的内容，不能比较。"),
        ({"text": "full"}, {"text": "full"}, "项没有变化。"),
    ],
)
def test_what_cannot_be_compared_is_said(old: dict[str, Any], new: dict[str, Any], told: str) -> None:
    rulesets = {"yangli/2020": ruleset(**(OLD | old)), "yangli/2023": ruleset(**(OLD | new))}

    assert told in read(pages(workshop(rulesets=rulesets))["guides/yangli/2023/"].body).text


def test_the_first_version_has_no_differences() -> None:
    assert revision(tiny_workshop(), "yangli/2017") is None
    assert "与前一版的差别" not in pages(tiny_workshop())["guides/yangli/2017/"].body


def test_the_open_data_has_a_file_for_each_version_but_the_first() -> None:
    files = {file.path: json.loads(file.content) for file in amendment_files(tiny_workshop())}

    assert set(files) == {"api/v1/amendments/yangli/2020.json", "api/v1/amendments/yangli/2023.json"}
    found = files["api/v1/amendments/yangli/2020.json"]
    assert (found["id"], found["previous"], found["compared"], found["unseen"]) == (
        "yangli/2020",
        "yangli/2017",
        17,
        [],
    )
    [change] = [change for change in found["changes"] if change["subject"] == "functions/training/trainees"]
    assert change["kind"] == "stricter"
    assert (change["old"]["amount"], change["new"]["amount"]) == (200, 300)
