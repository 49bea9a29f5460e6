# SPDX-License-Identifier: Apache-2.0
"""Does the self-check ask what matters, judge as answers are given, and argue with articles and figures?"""

import pytest
from playwright.sync_api import expect

from tests.browser.moments import moment
from tests.browser.self_check import (
    ASSETS,
    LEGAL,
    MET,
    STAFF,
    TRAINEES,
    answers_in,
    card,
    choose,
    figure,
    opened,
    say,
    settled,
    verdict,
)
from tests.browser.visitor import Visitor

VERDICT = ".result__verdict"


def test_from_the_home_page_to_a_verdict_with_reasons(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, at=moment("2022-06-01"))
    page.get_by_role("link", name="先自测").click()

    choose(page)
    assert verdict(page) == "尚不能判断"
    page.get_by_role("checkbox", name="培训服务").check()
    figure(page, ASSETS).fill("99")
    say(page, LEGAL, "是")
    figure(page, TRAINEES).fill("３００")

    assert verdict(page) == "尚不能判断"  # a public institution needs less
    page.get_by_role("checkbox", name="服务机构").check()
    assert verdict(page) == "推算不符合"
    expect(card(page).locator(".improve")).to_have_text("资产总额不低于100万元：还差1万元 第一条（二）")
    figure(page, ASSETS).fill("100")
    assert verdict(page) == "推算符合"
    expect(card(page).locator(VERDICT)).to_contain_text("所列条件都达到")


def test_a_reason_tells_the_condition_its_article_the_figure_the_gap_and_for_whom_an_exception_is(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, MET | {"total_assets": "49.5万元", "kinds": "service-organization"})
    failed = card(page).locator("details[data-bucket='not-met']")

    expect(failed.locator("summary")).to_contain_text("1 项")
    condition = failed.locator(".reason").first
    expect(condition).to_contain_text("下列条件满足其一")
    expect(condition.locator(".cite").first).to_have_text("第一条（二）")
    usual, exception = condition.locator(".reason").all()
    expect(usual).to_contain_text("资产总额不低于100万元")
    expect(usual).to_contain_text("您填：49.5万元")
    expect(usual).to_contain_text("还差50.5万元")
    expect(exception).to_contain_text("限事业单位")
    expect(exception).to_contain_text("可以放宽")
    expect(exception.locator(".mark--sign")).to_have_attribute("data-state", "not-applicable")


def test_an_exception_is_met_by_those_it_is_for(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET | {"total_assets": "50万元", "kinds": "public-institution"})
    assert verdict(page) == "推算符合"

    page.get_by_role("checkbox", name="都不是").check()
    assert verdict(page) == "推算不符合"
    expect(page.get_by_role("checkbox", name="事业单位")).not_to_be_checked()
    page.get_by_role("checkbox", name="事业单位").check()
    assert verdict(page) == "推算符合"


def test_what_can_no_longer_change_the_verdict_is_folded_away_and_can_still_be_answered(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, {"j": "yangli"})
    expect(figure(page, ASSETS)).to_be_visible()

    say(page, LEGAL, "否")

    assert verdict(page) == "推算不符合"
    expect(page.get_by_role("group", name=LEGAL)).to_be_visible()
    expect(figure(page, ASSETS)).to_be_hidden()
    page.get_by_role("button", name="不影响结论的问题").click()
    figure(page, ASSETS).fill("1")
    settled(page)
    expect(card(page).locator(".improve")).to_contain_text("还差99万元")
    say(page, LEGAL, "不清楚")
    settled(page)
    assert "legal_person" not in answers_in(page)


def test_the_conditions_of_functions_are_asked_for_once_it_is_known_which_are_applied_for(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, {"j": "yangli"})
    expect(figure(page, TRAINEES)).to_be_hidden()
    expect(page.get_by_text("在第3步选定功能以后再问")).to_be_visible()

    page.get_by_role("checkbox", name="培训服务").check()

    expect(figure(page, TRAINEES)).to_be_visible()
    expect(page.get_by_role("checkbox", name="信息服务")).to_be_hidden()  # no chosen version knows it


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("一百", "请用阿拉伯数字，例如 150万元"),
        ("-5", "不能是负数"),
        ("100家", "可以写万元"),
        ("1" * 16, "最多15位"),
        ("<img src=x onerror=alert(1)>", "请用阿拉伯数字"),
        ("1e5", "请用阿拉伯数字"),
        ("5亿斤", "单位写成了读不懂的样子"),
    ],
)
def test_a_wrong_entry_is_told_beside_it_and_is_not_taken(
    typed: str, problem: str, page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, {"j": "yangli", "total_assets": "120万元"})

    figure(page, ASSETS).fill(typed)
    settled(page)

    expect(figure(page, ASSETS)).to_have_attribute("aria-invalid", "true")
    described = str(figure(page, ASSETS).get_attribute("aria-describedby")).split()[-1]
    expect(page.locator(f"#{described}")).to_contain_text(problem)
    assert "total_assets" not in answers_in(page)
    figure(page, ASSETS).fill("5")
    expect(figure(page, ASSETS)).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("１２０", "120万元"),
        ("1,200.50", "1200.50万元"),
        (" 120 万元 ", "120万元"),
        ("0120", "120万元"),
        ("", None),
    ],
)
def test_a_figure_is_understood_as_people_write_it(
    typed: str, taken: str | None, page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, {"j": "yangli"})

    figure(page, ASSETS).fill(typed)
    settled(page)

    assert answers_in(page).get("total_assets") == taken


def test_numbers_of_people_are_whole(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, {"j": "yangli"}, at=moment("2023-06-01"))

    figure(page, STAFF).fill("4.5")

    expect(page.get_by_text("没有采用：应是整数")).to_be_visible()


@pytest.mark.parametrize(
    ("day", "version", "caution"),
    [
        ("2016-12-31", "样工信〔2017〕5号", "没有文件说明这一版在这一天已经施行"),
        ("2020-01-09", "样工信〔2017〕5号", None),
        ("2020-02-08", "2020年", "还没有施行"),
        ("2020-02-09", "样工信〔2020〕1号", None),
        ("2023-02-08", "样工信〔2020〕1号", None),
        ("2023-02-09", "样工信〔2023〕2号", "原文未见，只收录了已知的条件"),
    ],
)
def test_the_version_that_governs_the_day_is_judged_by_and_its_standing_is_told(
    day: str, version: str, caution: str | None, page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, {"j": "yangli"}, at=moment(day))
    found = card(page)

    expect(found.locator(".result__version")).to_contain_text(version.removesuffix("年"))
    cautions = found.locator(".result__caution")
    if caution:
        expect(cautions.first).to_contain_text(caution)
    else:
        expect(cautions).to_have_count(0)


def test_another_day_is_chosen_on_the_page_and_the_version_follows(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)
    assert verdict(page) == "推算符合"

    page.get_by_label("按哪一天的规定").fill("2023-02-09")
    expect(figure(page, STAFF)).to_be_visible()

    assert verdict(page) == "尚不能判断"
    figure(page, STAFF).fill("5")
    assert verdict(page) == "尚不能判断"  # conditions may be missing
    expect(card(page).locator(VERDICT)).to_contain_text("条件没有录全")
    assert answers_in(page)["on"] == "2023-02-09"
    page.reload()
    expect(figure(page, STAFF)).to_have_value("5")


def test_the_day_that_the_reader_chose_on_another_page_holds_here(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}self-check/?on=2023-02-09#j=yangli", at=moment("2022-06-01"))

    expect(page.get_by_label("按哪一天的规定")).to_have_value("2023-02-09")
    expect(card(page).locator(".result__version")).to_contain_text("样工信〔2023〕2号")


def test_results_stand_side_by_side_the_best_first(page_at: Visitor, real: str) -> None:
    page = opened(
        page_at, real, {"j": "liaocheng,linfen,xiamen", "total_assets": "120万元"}, at=moment("2026-11-22")
    )
    settled(page)

    states = [node.get_attribute("data-verdict") for node in page.get_by_role("article").all()]
    places = [node.get_attribute("data-place") for node in page.get_by_role("article").all()]

    assert places[2] == "xiamen"
    assert states == ["unknown", "unknown", "not-met"]
    tops = {box["y"] for node in page.get_by_role("article").all() if (box := node.bounding_box())}
    assert len(tops) == 1


def test_drafts_and_lapsed_versions_say_so_loudly(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, {"j": "liaocheng,linfen,xiamen"}, at=moment("2026-11-22"))

    expect(card(page, "山东省聊城市").locator(".result__caution")).to_contain_text("征求意见稿")
    expect(card(page, "福建省厦门市").locator(".result__caution")).to_contain_text("已经失效，不能据以申报")
    expect(card(page, "山西省临汾市").locator(".result__caution")).to_have_count(0)
    expect(page.locator("[data-self-standings]")).to_contain_text("办法：已期满失效")


def test_a_governing_version_whose_conditions_are_not_recorded_is_named(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, {"j": "linfen"}, at=moment("2015-06-01"))
    caution = card(page, "山西省临汾市").locator(".result__caution").first

    expect(caution).to_contain_text("2015年6月1日推定施行的是")
    expect(caution).to_contain_text("它的条件本站没有收录")
    expect(caution.get_by_role("link")).to_have_attribute("href", "../guides/linfen/2014/")


def test_where_versions_count_differently_it_is_said_which_asks_so(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, {"j": "linfen,xiamen"}, at=moment("2026-11-22"))
    asked = page.locator(".question", has_text="按厦门的口径")

    expect(asked.first).to_be_visible()
    assert "临汾" not in asked.first.inner_text()


def test_full_years_are_reckoned_from_the_day_of_the_beginning(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, {"j": "linfen"}, at=moment("2026-11-22"))
    begun = figure(page, "自哪一天起运营？")

    begun.fill("2025-11-23")
    settled(page)
    expect(card(page, "山西省临汾市").locator(".improve")).to_contain_text("到2026年11月23日满1年")
    begun.fill("2025-11-22")
    settled(page)
    expect(card(page, "山西省临汾市").locator(".improve")).to_have_count(0)


def test_what_comes_next_is_told_windows_duties_contact_and_forms(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET, at=moment("2023-12-15"))
    following = card(page).locator(".next")

    expect(following).to_contain_text("2023年12月1日至2024年1月31日")
    expect(following.locator(".mark")).to_have_text("还有47天")
    expect(following.get_by_role("link", name="关于组织申报的通知")).to_have_attribute(
        "href", "../notices/2023/yangli-call/"
    )
    expect(following).to_contain_text("0990-5550100")
    page.get_by_label("按哪一天的规定").fill("2022-06-01")
    expect(following).to_contain_text("每年2月底前")
    expect(following.get_by_role("link", name="自评表")).to_have_attribute(
        "href", "../forms/yangli/2020-self-assessment/?on=2022-06-01"
    )


def test_a_window_that_has_closed_is_told_no_more(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, {"j": "yangli"}, at=moment("2024-02-01"))

    expect(card(page).locator(".next")).to_contain_text("没有收录正在进行或将要开始的申报")


def test_typing_keeps_its_place_while_results_follow_and_the_summary_is_announced(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, {"j": "yangli", "legal_person": "1"})
    field = figure(page, ASSETS)
    field.focus()

    page.keyboard.type("150")
    settled(page)
    expect(field).to_be_focused()
    page.keyboard.type(".5")
    settled(page)

    expect(field).to_have_value("150.5")
    assert answers_in(page)["total_assets"] == "150.5万元"
    expect(page.locator("[data-self-live]")).to_contain_text("样例：尚不能判断，还有")


def test_nothing_is_sent_but_requests_for_records_of_this_site(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, at=moment("2022-06-01"))
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.goto(f"{tiny}self-check/")
    choose(page)
    figure(page, ASSETS).fill("123456")
    settled(page)

    assert {method for method, _ in asked} == {"GET"}
    assert not any("123456" in url or "#" in url for _, url in asked)
    data = [url.removeprefix(tiny) for _, url in asked if url.endswith(".json")]
    papers = [path for path in data if path.startswith("api/v1/forms/yangli/")]
    assert papers[0] == "api/v1/forms/yangli/2020-self-assessment.json"
    assert [path for path in data if path not in papers] == [
        "api/v1/vocabularies.json",
        "self-check/places/yangli.json",
        "api/v1/rulesets/yangli/2020.json",
    ]


def test_a_place_that_cannot_be_fetched_is_told_and_can_be_chosen_again(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    page.route("**/places/yangli.json", lambda route: route.fulfill(status=503))
    page.get_by_role("checkbox", name="样例", exact=True).check()
    expect(page.get_by_text("有 1 个地方的办法没有取到")).to_be_visible()

    page.unroute("**/places/yangli.json")
    page.get_by_role("checkbox", name="样例", exact=True).uncheck()
    choose(page)

    expect(page.get_by_text("有 1 个地方的办法没有取到")).to_be_hidden()
    page_at.complaints.clear()  # of the answer 503


def test_without_script_the_page_explains_and_leads_on(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}self-check/", script=False)

    assert "没有运行脚本，不能在这里推算" in str(page.locator("noscript").text_content())
    expect(page.get_by_role("link", name="样例省样例市申报指南")).to_be_visible()
    expect(page.get_by_role("link", name="自评表").first).to_be_visible()
    expect(page.get_by_role("heading", name="在哪里申报")).to_be_hidden()


def test_where_the_vocabulary_cannot_be_fetched_the_page_says_so_and_leads_on(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(tiny, at=moment("2022-06-01"))
    page.route("**/vocabularies.json", lambda route: route.fulfill(status=503))
    page.goto(f"{tiny}self-check/")

    expect(page.get_by_text("自测所需的文件没有取到")).to_be_visible()
    expect(page.get_by_role("link", name="样例省样例市申报指南")).to_be_visible()
    expect(page.get_by_role("heading", name="在哪里申报")).to_be_hidden()
    page_at.complaints.clear()  # of the answer 503
