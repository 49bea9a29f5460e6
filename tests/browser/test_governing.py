# SPDX-License-Identifier: Apache-2.0
"""Does a guide say loudly when another version governs, and which one an application fell under?"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.moments import ELSEWHERE, moment
from tests.browser.test_accessibility import seen as axe_finds
from tests.browser.test_print import on_paper
from tests.browser.visitor import Visitor

TODAY = moment("2026-11-22")
NONE = "没有施行中的办法"


def warning(page: Page) -> Locator:
    return page.locator("[data-governing]")


def answer(page: Page, day: str) -> Locator:
    page.get_by_label("某一天递交的申请，适用哪一版").fill(day)
    page.get_by_role("button", name="查看").click()
    return page.locator("[data-application-answer]")


# At the top of a page


def test_a_guide_of_the_governing_version_says_nothing(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/linfen/", at=TODAY)

    expect(page.get_by_role("region", name="办法的状态")).to_contain_text("推定现行")
    expect(warning(page)).to_be_hidden()


def test_a_guide_opened_for_a_day_of_another_version_says_so_and_leads_there(
    page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}guides/linfen/?on=2016-05-01", at=TODAY)

    expect(warning(page)).to_contain_text(
        "2016年5月1日施行的是《临汾市中小企业公共服务示范平台认定管理办法》"
    )
    expect(warning(page)).to_contain_text("正文未录")
    expect(warning(page)).to_contain_text("本指南按《临汾市中小企业公共服务示范平台认定管理暂行办法》")
    warning(page).get_by_role("link").first.click()
    expect(page).to_have_url(f"{real}guides/linfen/2014/?on=2016-05-01")
    expect(warning(page)).to_be_hidden()


def test_a_day_on_which_none_governs_is_told_with_the_gap(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/xiamen/?on=2024-01-01", at=TODAY)

    expect(warning(page)).to_contain_text(f"2024年1月1日{NONE}。2023年6月上旬期满后，未见续期")
    expect(warning(page)).to_contain_text("这一版已期满失效")
    expect(page.locator("[data-gap]")).to_be_hidden()  # it is said once


def test_a_day_in_doubt_is_told_to_be_so(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/xiamen/?on=2021-06-06", at=TODAY)

    expect(warning(page)).to_contain_text("2021年6月6日施行的是哪一版，待核")


@pytest.mark.parametrize(
    ("address", "day", "words"),
    [
        ("guides/linfen/2014/", "2026-11-22", ["这一版已被废止", "今天施行的是《临汾市", "推定现行"]),
        ("guides/national/2017/", "2026-11-22", ["这一版推定已被取代", "示范平台（基地）创建管理办法》"]),
        ("guides/xiamen/2021/", "2026-11-22", ["这一版已期满失效", f"今天{NONE}"]),
        ("guides/xiamen/2021/", "2021-05-20", ["这一版已经印发，尚未施行", f"今天{NONE}"]),
        ("guides/liaocheng/2021-draft/", "2021-05-01", ["正在征求意见，不能作为申报的依据", f"今天{NONE}"]),
        ("guides/xiamen/2025-draft/", "2026-11-22", ["没有见到通过和印发", "最近的一版是《厦门市"]),
        ("guides/yunnan/2022/", "2020-01-01", ["今天还没有这一版的记录", "今天施行的是《云南省"]),
    ],
)  # fmt: skip
def test_a_version_that_does_not_govern_says_what_it_is_and_what_leads(
    address: str, day: str, words: list[str], page_at: Visitor, real: str
) -> None:
    page = page_at(real + address, at=moment(day))

    for text in words:
        expect(warning(page)).to_contain_text(text)


@pytest.mark.parametrize(("zone", "time"), ELSEWHERE)
def test_the_day_is_that_of_shanghai(zone: str, time: str, page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/yunnan/2013/", zone=zone, at=moment("2022-05-25", time))
    expect(page.get_by_role("region", name="办法的状态")).to_contain_text("推定现行")
    expect(warning(page)).to_be_hidden()

    page.clock.set_fixed_time(moment("2022-05-26", time))
    page.reload()
    expect(warning(page)).to_contain_text("这一版已被废止")


def test_without_script_only_the_days_stand_there(page_at: Visitor, real: str) -> None:
    page = page_at(f"{real}guides/xiamen/", script=False)

    expect(warning(page)).to_be_hidden()
    expect(page.get_by_role("button", name="查看")).to_be_hidden()
    expect(page.get_by_role("region", name="办法的状态")).to_contain_text("至2023年6月5日止")
    expect(page.get_by_text("2023年6月上旬期满后")).to_be_visible()


def test_the_warning_is_printed_and_the_tool_is_not(page_at: Visitor, real: str) -> None:
    page = on_paper(page_at(f"{real}guides/xiamen/", at=TODAY))

    expect(warning(page)).to_be_visible()
    assert page.get_by_role("button").count() == 0


# Which version governed an application


def test_an_application_falls_under_the_version_of_its_day_and_the_transition_is_cited(
    page_at: Visitor, real: str
) -> None:
    page = page_at(f"{real}guides/linfen/", at=TODAY)

    told = answer(page, "2016-05-01")

    expect(told).to_contain_text(
        "2016年5月1日递交的申请，适用当天施行的《临汾市中小企业公共服务示范平台认定管理办法》"
    )
    expect(told).to_contain_text("此前已认定的示范平台，有效期改按本办法执行（第二十一条）")
    expect(told).to_contain_text("以递交之日，还是以受理、评审之日为准")
    assert str(told.get_by_role("link").first.get_attribute("href")).endswith(
        "guides/linfen/2014/?on=2016-05-01"
    )


@pytest.mark.parametrize(
    ("address", "day", "words"),
    [
        ("yunnan", "2020-01-01", ["适用当天施行的《云南省", "过渡办法未规定"]),
        ("yunnan", "2023-01-01", ["适用当天施行的《云南省", "其后没有见到新的办法"]),
        ("national", "2020-01-01", ["《国家中小企业公共服务示范平台认定管理办法》", "过渡条款未见"]),
        ("xiamen", "2024-01-01", [f"2024年1月1日{NONE}", "未见续期"]),
        ("linfen", "2018-06-01", ["2018年6月1日施行的是哪一版，待核"]),
    ],
)  # fmt: skip
def test_what_is_known_of_an_application_is_told(
    address: str, day: str, words: list[str], page_at: Visitor, real: str
) -> None:
    told = answer(page_at(f"{real}guides/{address}/", at=TODAY), day)

    for text in words:
        expect(told).to_contain_text(text)


def test_the_tool_begins_with_the_chosen_day_and_works_by_keyboard(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}guides/yangli/?on=2020-01-20", at=moment("2024-01-02"))
    expect(warning(page)).to_contain_text(f"2020年1月20日{NONE}。期满后约一个月没有施行中的办法（虚构）。")
    field = page.get_by_label("某一天递交的申请，适用哪一版")
    expect(field).to_have_value("2020-01-20")

    field.focus()
    page.keyboard.press("Enter")

    expect(page.locator("[data-application-answer]")).to_contain_text(f"2020年1月20日{NONE}")


@pytest.mark.parametrize(
    "address", ["guides/xiamen/?on=2024-01-01", "guides/xiamen/2025-draft/", "guides/national/2017/"]
)
def test_axe_finds_nothing_where_a_warning_stands(address: str, page_at: Visitor, real: str) -> None:
    page = page_at(real + address, at=TODAY)
    expect(warning(page)).to_be_visible()
    if page.get_by_role("button", name="查看").count():
        expect(answer(page, "2022-01-01")).not_to_be_empty()

    assert axe_finds(page) == []
