# SPDX-License-Identifier: Apache-2.0
"""What stands in the plain table of thresholds, and in the files that its script fetches?"""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.derive.register import Register
from generator.render import compare
from generator.render.compare import comparison, comparison_files, days_of, stated
from generator.render.studio import Studio
from tests import builders
from tests.builders import ruleset
from tests.render.workshop import design, read, studio_of, tiny_workshop, workshop

ASSETS = {"id": "total-assets", "metric": "total_assets", "at_least": 1, "unit": "万元", "article": "第一条"}


@pytest.fixture(scope="module")
def room(real: Register) -> Studio:
    return studio_of(replace(real, site=replace(real.site, design=design())))


def rows_of(html: str) -> dict[str, list[str]]:
    """The cells of each row by its label; labels that return in other groups are left out."""
    rows: dict[str, list[str]] = {}
    for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", html, re.DOTALL):
        reading = read(row)
        cells = [" ".join(cell.text.split()) for cell in reading.all("td")]
        rows.setdefault(reading.all("th")[0].text, cells)
    return rows


def test_the_leading_versions_stand_side_by_side_each_number_with_its_article(room: Studio) -> None:
    [page] = compare.compare_pages(room)
    rows = rows_of(page.body)

    assert [column.text.split()[0] for column in read(page.body).all("th")[1:7]] == [
        "全国", "临汾", "厦门", "聊城", "西藏", "云南",
    ]  # fmt: skip
    assert rows["资产总额"][:3] == ["原文未见", "≥50万元 第六条（一）", "≥150万元 第六条（一）"]
    assert rows["集聚服务机构数"] == [
        "原文未见", "无此要求", "≥3家 第六条（三）", "≥3家 第七条（四）", "≥2家 第十二条（三）", "无此要求",
    ]  # fmt: skip
    assert rows["公示天数"][1] == "未规定 第十二条"
    assert rows["申报材料"][1:3] == ["7项 第十一条", "3项 第十条"]


def test_a_number_whose_article_was_not_seen_says_so() -> None:
    room = workshop(rulesets={"yangli/2020": ruleset(criteria=[ASSETS | {"article": None}])})
    [page] = compare.compare_pages(room)

    assert rows_of(page.body)["资产总额"] == ["≥1万元 条款未见"]


def test_materials_of_several_articles_name_them_all() -> None:
    materials = [
        {"number": n, "name": f"样例{n}", "article": article}
        for n, article in enumerate(["第三条（一）", "第三条（二）", "第五条", "附件1"], 1)
    ]
    room = workshop(rulesets={"yangli/2020": ruleset(materials=materials)})

    cell = stated(room, "yangli/2020").cells["materials"]
    assert (cell.text, cell.article) == ("4项", "第三条、第五条、附件1")


def test_exceptions_and_alternatives_can_be_read_in_the_cell(room: Studio) -> None:
    cells = stated(room, "liaocheng/2021-draft").cells

    first = cells["criteria/total_assets"].details[0]
    assert (first.text, first.article) == (
        "事业单位、社团法人：≥100万元，并须服务业绩突出、示范带动作用明显",
        "第七条第二款",
    )
    assert [detail.text for detail in cells["functions/financing/guarantee_amount"].details] == [
        "限融资担保机构",
        "或：年服务活动次数不少于5次且帮助企业融资总额不低于3亿元（限服务机构（非融资担保机构））",
    ]
    assert cells["functions/technology/shares_large_instruments"].details[0].text == (
        "限具备开放大型精密仪器设备的条件的"
    )


def test_a_function_that_a_version_does_not_have_is_told_apart_from_a_demand_it_does_not_make(
    room: Studio,
) -> None:
    rows = {row.key: row for row in comparison(room).rows}
    linfen = stated(room, "linfen/2018")

    assert compare.silence(linfen, rows["functions/legal/activities"]) == "未设此功能"
    assert compare.silence(linfen, rows["functions/information/smes_served"]) == "无此要求"
    assert compare.silence(stated(room, "national/2017"), rows["criteria/total_assets"]) == "原文未见"


def test_numbers_of_a_row_are_compared_in_one_unit() -> None:
    words = builders.tiny_site().vocabularies
    yuan = words.units[0].model_copy(update={"id": "元", "factor": 1})
    words = words.model_copy(update={"units": (*words.units, yuan)})
    rulesets = {
        "national/2020": ruleset(criteria=[ASSETS]),
        "yangli/2020": ruleset(criteria=[ASSETS | {"at_least": 5000, "unit": "元"}]),
    }
    room = workshop(rulesets=rulesets, vocabularies=words)
    [page] = compare.compare_pages(room)

    assert [stated(room, id_).cells["criteria/total_assets"].amount for id_ in rulesets] == [10_000, 5000]
    assert [bar.attributes["width"] for bar in read(page.body).all("rect")] == ["100.0", "50.0"]


def test_many_jurisdictions_share_several_pages_of_the_plain_table() -> None:
    tiny = builders.tiny_site().jurisdictions["yangli"]
    names = [f"place-{chr(97 + n)}" for n in range(13)]
    places = {name: tiny.model_copy(update={"id": name}) for name in names}
    room = workshop(jurisdictions=places, rulesets={f"{name}/2020": ruleset() for name in names})
    pages = list(compare.compare_pages(room))

    assert [page.address for page in pages] == ["compare/", "compare/2/"]
    assert [len(read(page.body).all("th")) for page in pages] == [13, 2]
    assert [page.scripts for page in pages] == [("compare.js",), ()]
    assert 'href="../../compare/"' in pages[1].body


def test_the_files_for_the_script_hold_every_version_with_a_text() -> None:
    files = {file.path: json.loads(file.content) for file in comparison_files(tiny_workshop())}

    assert set(files) == {
        "api/v1/comparison.json",
        "api/v1/comparison/yangli/2017.json",
        "api/v1/comparison/yangli/2020.json",
        "api/v1/comparison/yangli/2023.json",
    }
    assert files["api/v1/comparison/yangli/2020.json"]["cells"]["criteria/total_assets"] == {
        "text": "≥100万元",
        "article": "第一条（二）",
        "amount": 1_000_000,
        "details": [
            {"text": "事业单位：≥50万元", "article": "第一条（二）"},
            {"text": "可以放宽", "article": None},
        ],
    }
    versions = files["api/v1/comparison.json"]["versions"]
    assert [version["id"] for version in versions] == ["yangli/2017", "yangli/2020", "yangli/2023"]
    assert versions[0]["standing"] == [["2017-01-10", "in-force"], ["2020-01-10", "lapsed"]]


def test_four_hundred_jurisdictions_stay_light(room: Studio) -> None:
    """The list of all is fetched once; of each chosen version a file of its own."""
    found = {file.path: len(file.content) for file in comparison_files(room)}
    versions = len(comparison(room).versions)
    of_rows = sum(len(row.model_dump_json().encode()) for row in comparison(room).rows)

    a_version = (found.pop("api/v1/comparison.json") - of_rows) / versions
    assert 800 * a_version < 200_000  # two versions each, before compression
    assert max(found.values()) < 12_000


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, "2020年2月1日起施行，未规定终止日"),
        ({"in_force": None}, "2020年1月10日印发，施行条款未见"),
        ({"in_force": None, "issued_on": None}, "印发日期未见"),
        (
            {
                "in_force": {
                    "starts": "on-issue",
                    "from": date(2020, 1, 10),
                    "through": date(2023, 1, 9),
                    "article": None,
                }
            },
            "2020年1月10日至2023年1月9日（推算）",
        ),
        (
            {"stage": "consultation", "issued_on": None, "published_on": date(2021, 4, 22), "in_force": None},
            "2021年4月22日公布",
        ),
        ({"stage": "consultation", "issued_on": None, "in_force": None}, "公布日期未见"),
    ],
)
def test_the_days_of_a_version_are_told_without_a_verdict(changes: dict[str, Any], days: str) -> None:
    assert days_of(ruleset(**changes)) == days
