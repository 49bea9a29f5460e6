# SPDX-License-Identifier: Apache-2.0
"""Are thresholds laid side by side as the reader chose, on the day they chose, to be taken along?"""

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from generator.derive import versions
from generator.derive.register import Register
from tests.browser.moments import moment
from tests.browser.test_accessibility import seen as axe_finds
from tests.browser.test_keyboard import FOCUSED
from tests.browser.test_layout import small_targets, width_needed
from tests.browser.test_print import MEDIA_BOX, on_paper
from tests.browser.visitor import Visitor
from tests.contents.real import real_register

TODAY = moment("2026-11-22")
FIVE = ["临汾", "厦门", "聊城", "西藏", "云南"]
LEADERS = """async ([versions, days]) => {
  const { leading } = await import("/assets/scripts/versions.js");
  return days.map((day) => leading(versions, day)?.id ?? null);
}"""


def opened(page_at: Visitor, real: str, query: str = "", width: int = 1280) -> Page:
    page = page_at(f"{real}compare/{query}", at=TODAY, width=width)
    expect(page.get_by_role("group", name="比较哪些辖区")).to_be_visible()
    expect(count(page)).not_to_be_empty()
    return page


def count(page: Page) -> Locator:
    return page.locator("[data-compare-count]")


def place(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def table(page: Page) -> Locator:
    return page.get_by_role("table", name="各地条件、功能要求和期限对照")


def columns(page: Page) -> list[str]:
    heads = table(page).get_by_role("columnheader")
    return [head.inner_text().split("\n")[0].split("\u3000")[0] for head in heads.all()[1:]]


def row(page: Page, name: str) -> list[str]:
    cells = table(page).get_by_role("row", name=re.compile(f"^{name} ")).first.get_by_role("cell").all()
    return [" ".join(cell.inner_text().split()) for cell in cells]


def labels(page: Page) -> list[str]:
    return [head.inner_text() for head in table(page).locator("th[scope=row]").all()]


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_at_first_the_texts_recorded_in_full_stand_side_by_side(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real)

    assert columns(page) == FIVE
    assert row(page, "资产总额")[:2] == ["≥50万元 第六条（一）", "≥150万元 第六条（一）"]
    assert row(page, "公示天数")[0] == "未规定 第十二条"
    assert row(page, "集聚服务机构数")[0] == "无此要求"
    expect(table(page).get_by_role("columnheader").nth(2)).to_contain_text("已期满失效")
    expect(place(page, "全国")).to_be_disabled()
    expect(page.get_by_text("已选5个，先去掉一个才能再选")).to_be_visible()


def test_a_choice_goes_into_the_address_which_shows_the_same_to_others(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real)
    for name in ("聊城", "西藏", "云南"):
        place(page, name).uncheck()
    page.get_by_role("checkbox", name="只看不同的").check()
    expect(count(page)).to_contain_text("临汾、厦门：共59项，22项不同")
    address = page.url
    assert address.endswith("?choose=linfen,xiamen&differences=1")
    shown = labels(page)
    assert "用户满意度" not in shown

    page = page_at(address, at=TODAY)
    expect(count(page)).to_contain_text("临汾、厦门")
    assert columns(page) == ["临汾", "厦门"]
    assert labels(page) == shown
    expect(place(page, "临汾")).to_be_checked()
    expect(page.get_by_role("checkbox", name="只看不同的")).to_be_checked()


def test_the_way_back_goes_through_the_choices_that_were_made(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,xiamen")
    place(page, "云南").check()
    expect(count(page)).to_contain_text("临汾、厦门、云南")
    page.get_by_role("checkbox", name="只看不同的").check()
    expect(page).to_have_url(re.compile("differences=1"))

    page.go_back()
    expect(page.get_by_role("checkbox", name="只看不同的")).not_to_be_checked()
    expect(table(page).get_by_role("rowheader", name="用户满意度")).to_be_visible()
    page.go_back()
    expect(place(page, "云南")).not_to_be_checked()
    expect(count(page)).to_contain_text("临汾、厦门：")


def test_on_another_day_the_versions_that_led_then_are_compared(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=national,xiamen&on=2022-01-01")

    heads = table(page).get_by_role("columnheader")
    expect(heads.nth(1)).to_contain_text("全国　2017")
    expect(heads.nth(2)).to_contain_text("现行")
    assert row(page, "资产总额")[0] == "原文未见"
    expect(page.get_by_role("status").filter(has_text="这里显示的是2022年1月1日的状态")).to_be_visible()
    assert str(heads.nth(2).get_by_role("link").get_attribute("href")).endswith("?on=2022-01-01")

    page.get_by_label("按哪一天施行的版本").fill("2014-01-01")
    expect(heads.nth(1)).to_contain_text("全国　2012")
    assert re.search(r"choose=national,xiamen&on=2014-01-01$", page.url)


def test_a_version_that_governs_without_a_recorded_text_is_named(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,xiamen&on=2016-05-01")

    expect(table(page).get_by_role("columnheader").nth(1)).to_contain_text(
        "这一天施行的是2014年版，正文未录；这里列的是另一版"
    )


def test_what_an_address_asks_for_and_is_not_there_is_left_out(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,nowhere,linfen,xiamen,<b>")

    assert columns(page) == ["临汾", "厦门"]


def test_one_alone_is_shown_with_a_hint_and_none_with_a_word(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,xiamen")
    place(page, "厦门").uncheck()
    expect(count(page)).to_contain_text("再选一个辖区才能对比")
    assert columns(page) == ["临汾"]

    place(page, "临汾").uncheck()
    expect(count(page)).to_have_text("还没有选辖区")
    expect(table(page)).to_be_hidden()


def test_bars_show_the_scale_of_a_number_within_its_row(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,xiamen")

    bars = table(page).locator("tr", has=page.get_by_role("rowheader", name="资产总额")).locator("rect")
    assert [bar.get_attribute("width") for bar in bars.all()] == ["33.3", "100"]


def test_what_is_shown_can_be_taken_along_as_a_table(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,liaocheng&differences=1")
    expect(count(page)).to_contain_text("临汾、聊城")

    name, content = downloaded(page, "下载 CSV")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert name == "条件对比_2026-11-22_数据截至2026-11-22.csv"
    assert rows[0] == ["分组", "事项", "临汾　2018", "条款", "聊城　2021", "条款"]
    assert rows[4][:3] == ["版本", "状态", "推定现行"]
    [assets] = [line for line in rows if line[1] == "资产总额"]
    assert assets[2:5] == ["≥50万元", "第六条（一）", assets[4]]
    assert assets[4].startswith("≥200万元；事业单位、社团法人：≥100万元，并须")
    assert [line[1] for line in rows[5:]] == labels(page)

    name, content = downloaded(page, "下载 XLSX")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["条件对比", "说明"]
    sheet = [[str(cell or "") for cell in line] for line in book["条件对比"].iter_rows(values_only=True)]
    assert sheet == rows


@pytest.mark.parametrize("query", ["", "?choose=linfen,xiamen&differences=1&on=2022-01-01"])
def test_axe_finds_nothing_and_everything_fits(query: str, page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, query)

    assert axe_finds(page) == []
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert width_needed(page) <= width
    page.set_viewport_size({"width": 360, "height": 800})
    assert small_targets(page) == []


def test_a_phone_keeps_the_names_of_rows_in_sight(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, width=360)
    region = page.get_by_role("region", name="条件对比表")
    head = table(page).get_by_role("rowheader", name="资产总额")

    before = head.evaluate("e => e.getBoundingClientRect().left")
    region.evaluate("e => { e.scrollLeft = 300; }")

    assert head.evaluate("e => e.getBoundingClientRect().left") == before


def test_choosing_needs_no_mouse(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, "?choose=linfen,xiamen")

    place(page, "厦门").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["seen"]
    page.keyboard.press("Space")
    expect(place(page, "聊城")).to_be_checked()
    expect(count(page)).to_contain_text("临汾、厦门、聊城")
    expect(place(page, "聊城")).to_be_focused()


def test_on_paper_the_table_lies_across_a4_without_what_only_a_screen_can_use(
    page_at: Visitor, real: str
) -> None:
    page = opened(page_at, real)

    sizes = {
        (round(float(w)), round(float(h))) for w, h in MEDIA_BOX.findall(page.pdf(prefer_css_page_size=True))
    }
    assert sizes == {(842, 595)}
    on_paper(page)
    assert page.get_by_role("checkbox").count() == page.get_by_role("button").count() == 0
    expect(count(page)).to_contain_text("2026年11月22日")
    assert width_needed(page) <= 1280


def test_without_script_the_leading_versions_stand_there_with_their_days(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}compare/", script=False)

    assert columns(page) == ["全国", *FIVE]
    assert row(page, "资产总额")[:2] == ["原文未见", "≥50万元 第六条（一）"]
    expect(table(page).get_by_role("columnheader").nth(3)).to_contain_text(
        "2021年6月6日至2023年6月5日（推算）"
    )
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_where_the_data_does_not_come_the_plain_table_stays(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}about/", at=TODAY)
    page.route("**/api/v1/comparison.json", lambda route: route.fulfill(status=200, body="no data"))
    page.goto(f"{real}compare/")

    expect(count(page)).to_have_text("对比数据没有取到，下表是数据截至之日各地的版本")
    assert columns(page) == ["全国", *FIVE]


def many_places(page: Page, real: str) -> None:
    """Let the page be told of twenty jurisdictions more, each with the version of Linfen."""
    told = page.request.get(f"{real}api/v1/comparison.json").json()
    [linfen] = [version for version in told["versions"] if version["id"] == "linfen/2018"]
    told["versions"] += [
        linfen | {"id": f"place-{chr(97 + n)}/2018", "name": f"样例{n}区"} for n in range(20)
    ]
    said = page.request.get(f"{real}api/v1/comparison/linfen/2018.json").body()
    page.route("**/api/v1/comparison.json", lambda route: route.fulfill(json=told))
    page.route("**/api/v1/comparison/place-*/2018.json", lambda route: route.fulfill(body=said))


def test_among_many_jurisdictions_a_box_filters_and_keeps_what_is_chosen(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}about/", at=TODAY)
    many_places(page, real)
    page.goto(f"{real}compare/?choose=linfen,place-c")
    expect(count(page)).to_contain_text("临汾、样例2区")
    places = page.get_by_role("group", name="比较哪些辖区").get_by_role("checkbox")
    expect(places).to_have_count(26)

    page.get_by_role("searchbox", name="按名称筛选").fill("样例1")
    expect(places).to_have_count(13)  # 样例1区, 样例10区 to 样例19区, and the two that are chosen
    place(page, "样例13区").check()
    expect(count(page)).to_contain_text("临汾、样例2区、样例13区：")


def test_among_few_jurisdictions_there_is_no_box(page_at: Visitor, real: str) -> None:
    expect(opened(page_at, real).get_by_role("searchbox", name="按名称筛选")).to_be_hidden()


def leaders(register: Register, days: list[date]) -> dict[str, list[str | None]]:
    """The leading version of each jurisdiction day by day, as Python says it."""
    return {
        id_: [versions.leading(id_, register.site, register.standings, day) for day in days]
        for id_ in register.site.jurisdictions
        if register.leading(id_)
    }


def test_the_browser_and_the_generator_name_the_same_leading_versions(page_at: Visitor, real: str) -> None:
    register = real_register()
    days = [date(2011, 1, 1) + timedelta(days=17 * n) for n in range(400)]
    page = opened(page_at, real)
    told = page.evaluate("fetch('/api/v1/comparison.json').then(answer => answer.json())")["versions"]
    expected = leaders(register, days)

    for id_, names in expected.items():
        known = [
            version | {"made": version["made_on"]} for version in told if version["id"].startswith(f"{id_}/")
        ]
        assert page.evaluate(LEADERS, [known, [day.isoformat() for day in days]]) == names
    assert len({name for names in expected.values() for name in names}) > 7
