# SPDX-License-Identifier: Apache-2.0
"""Do the answers stay in the address, can they be shared, and is a hostile address harmless?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.self_check import (
    ASSETS,
    IN_FORCE,
    LEGAL,
    MET,
    answers_in,
    card,
    choose,
    figure,
    hash_of,
    opened,
    say,
    settled,
    verdict,
)
from tests.browser.visitor import Visitor

NOTE = "网址里有读不懂的内容，没有采用"
READ = """async ([hash, words]) => {
  const address = new URL("../assets/scripts/self_check/answers.js", location.href);
  const { read, written } = await import(address.href);
  const { state } = read(hash, { places: ["yangli", "lin"], most: 2, words });
  return [state, written(state)];
}"""
WORDS = {
    "metrics": [
        {"id": "total_assets", "kind": "quantity", "dimension": "money"},
        {"id": "legal_person", "kind": "yes-no"},
        {"id": "growing_service", "kind": "yes-no"},
        {"id": "operating_years", "kind": "quantity", "dimension": "years", "counted_from_day": True},
        {"id": "trainees", "kind": "quantity", "dimension": "attendances"},
    ],
    "units": [
        {"id": "万元", "dimension": "money", "factor": 10000},
        {"id": "人次", "dimension": "attendances", "factor": 1},
    ],
    "functions": [{"id": "training", "label": "培训"}],
    "institution_kinds": [{"id": "public-institution", "label": "事业单位"}],
}


def read(page: Page, fragment: str) -> tuple[dict[str, object], str]:
    """The state that an address holds, and the address that the state is written to."""
    state, written = page.evaluate(READ, [fragment, WORDS])
    return state, written


def test_every_kind_of_answer_comes_back_from_its_address(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    fragment = (
        "#j=lin,yangli&on=2026-11-25&kinds=public-institution&functions=training"
        "&total_assets=1.50%E4%B8%87%E5%85%83&training.trainees=300%E4%BA%BA%E6%AC%A1"
        "&growing_service@2=0&yangli/2020:legal_person=1&operating_years=2024-03-01"
    )

    state, written = read(page, fragment)

    assert state == {
        "places": ["lin", "yangli"],
        "day": "2026-11-25",
        "kinds": ["public-institution"],
        "functions": ["training"],
        "figures": {"total_assets": "1.50万元", "training.trainees": "300人次"},
        "answers": {"growing_service@2": False, "yangli/2020:legal_person": True},
        "days": {"operating_years": "2024-03-01"},
    }
    assert read(page, written)[0] == state
    assert written.startswith("#j=lin,yangli&on=2026-11-25&kinds=public-institution&functions=training&")


def test_none_of_the_kinds_is_another_answer_than_no_answer(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)

    assert read(page, "#kinds=none")[0]["kinds"] == []
    assert read(page, "#kinds=none")[1] == "#kinds=none"
    assert read(page, "#kinds=")[0]["kinds"] is None
    assert read(page, "#")[1] == ""


@pytest.mark.parametrize(
    "fragment",
    [
        "#total_assets=1",
        "#total_assets=-1万元",
        "#total_assets=1万元&total_assets=2万元",
        "#total_assets=%E0%A4%A",
        "#total_assets=1亩",
        "#legal_person=yes",
        "#legal_person=2024-01-01",
        "#operating_years=2024-02-30",
        "#on=tomorrow",
        "#j=yangli,nowhere",
        "#j=../../secret",
        "#kinds=public-institution,unheard-of",
        "#kinds=none,public-institution",
        "#functions=sorcery",
        "#sorcery.trainees=3人次",
        "#constructor=1",
        "#__proto__=1",
        "#no_such_metric=1",
        "#<script>alert(1)</script>=1",
        "#total_assets=<img src=x onerror=alert(1)>",
        "#" + "a=b&" * 10_000,
    ],
)
def test_what_cannot_be_understood_is_ignored_with_a_note(fragment: str, page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}self-check/{fragment}", at=IN_FORCE)

    expect(page.get_by_text(NOTE)).to_be_visible()
    expect(page.get_by_role("heading", name="在哪里申报")).to_be_visible()
    assert page.evaluate("({}).polluted === undefined")
    assert page.locator("img[src=x]").count() == 0


def test_a_good_address_has_no_note_and_good_answers_beside_bad_ones_are_kept(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, MET)
    expect(page.get_by_text(NOTE)).to_be_hidden()

    page.goto("about:blank")
    page.goto(f"{tiny}self-check/{hash_of(MET | {'service_staff': 'viele'})}")
    expect(page.get_by_text(NOTE)).to_be_visible()
    assert verdict(page) == "推算符合"


def test_reload_and_the_way_back_keep_the_answers(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    choose(page)
    figure(page, ASSETS).fill("150")
    say(page, LEGAL, "是")
    page.get_by_role("checkbox", name="事业单位").check()
    settled(page)
    before = answers_in(page)
    steps: int = page.evaluate("history.length")

    page.reload()
    expect(figure(page, ASSETS)).to_have_value("150")
    expect(page.get_by_role("group", name=LEGAL).get_by_role("radio", name="是")).to_be_checked()
    assert answers_in(page) == before
    page.get_by_role("link", name="首页").click()
    page.go_back()
    expect(figure(page, ASSETS)).to_have_value("150")
    assert answers_in(page) == before
    assert page.evaluate("history.length") <= steps + 1  # typing made no steps


def test_another_set_of_answers_can_be_opened_over_the_first(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)
    assert verdict(page) == "推算符合"

    page.evaluate("hash => { location.hash = hash; }", hash_of(MET | {"total_assets": "1万元"}))

    expect(figure(page, ASSETS)).to_have_value("1")
    assert verdict(page) == "推算不符合"


def test_a_link_inside_the_page_does_not_lose_the_answers(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the navigation
    settled(page)

    expect(figure(page, ASSETS)).to_have_value("100")
    assert answers_in(page)["total_assets"] == "100万元"


def test_a_link_is_shared_with_a_warning_that_it_holds_the_answers(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="复制链接").click()

    expect(page.get_by_text("收到链接的人都能看到")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")


def test_where_a_browser_does_not_copy_the_reader_is_told_what_to_do(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")

    page.get_by_role("button", name="复制链接").click()

    expect(page.get_by_text("请从地址栏复制")).to_be_visible()


def test_all_answers_are_cleared_and_can_be_taken_back(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)
    expect(card(page)).to_be_visible()

    page.get_by_role("button", name="清空").click()
    expect(card(page)).to_have_count(0)
    assert answers_in(page) == {}
    expect(page.get_by_role("checkbox", name="样例", exact=True)).not_to_be_checked()

    page.get_by_role("button", name="恢复").click()
    expect(card(page)).to_be_visible()
    expect(figure(page, ASSETS)).to_have_value("100")
    assert answers_in(page) == MET
