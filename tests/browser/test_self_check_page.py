# SPDX-License-Identifier: Apache-2.0
"""Can everybody use the self-check: on a phone, by keyboard, by ear, on paper, with hundreds of places?"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from tests.browser.moments import moment
from tests.browser.self_check import (
    ASSETS,
    IN_FORCE,
    LEGAL,
    MET,
    TRAINEES,
    answers_in,
    card,
    choose,
    figure,
    opened,
    settled,
    verdict,
)
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import stops
from tests.browser.test_layout import small_targets, width_needed
from tests.browser.visitor import Visitor

REAL = {"j": "linfen,xiamen,liaocheng", "total_assets": "60万元", "functions": "training,financing"}
MANY = 400


def test_axe_finds_nothing_on_a_filled_page_in_either_scheme_and_width(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, REAL, at=moment("2026-11-22"))
    page.get_by_role("button", name="不影响结论的问题").click()
    figure(page, "从事为中小企业服务的人员有多少？").fill("很多")

    for scheme, width in (("light", 1280), ("dark", 360)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []


@pytest.mark.parametrize("letters", ["normal", "large"])
def test_the_page_fits_every_width_with_targets_that_a_finger_hits(
    letters: str, page_at: Visitor, real: str
) -> None:
    page = opened(page_at, real, REAL, at=moment("2026-11-22"))
    if letters == "large":
        page.get_by_role("button", name="大字版").click()

    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert width_needed(page) <= width
    page.set_viewport_size({"width": 360, "height": 800})
    assert small_targets(page) == []
    boxes = [label.bounding_box() for label in page.locator(".tick, .segment").all() if label.is_visible()]
    assert len(boxes) > 20
    assert min(min(box["height"], box["width"]) for box in boxes if box) >= 24


def test_on_a_phone_the_verdicts_stay_in_sight_while_one_answers(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, {"j": "yangli", "functions": "training"}, width=360)

    figure(page, TRAINEES).scroll_into_view_if_needed()

    expect(page.locator("[data-self-standings]").get_by_text("样例")).to_be_in_viewport()


def test_everything_is_done_with_the_keyboard_alone(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    page.get_by_role("link", name="申报自测").or_(page.locator(".trail a").last).focus()

    tab_until(page, page.get_by_role("checkbox", name="样例", exact=True))
    page.keyboard.press("Space")
    expect(figure(page, ASSETS)).to_be_visible()
    tab_until(page, page.get_by_role("checkbox", name="培训服务"))
    page.keyboard.press("Space")
    tab_until(page, figure(page, ASSETS))
    page.keyboard.type("100")
    page.keyboard.press("Enter")
    tab_until(page, page.get_by_role("group", name=LEGAL).get_by_role("radio", name="不清楚"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("group", name=LEGAL).get_by_role("radio", name="是")).to_be_checked()
    tab_until(page, figure(page, TRAINEES))
    page.keyboard.type("300")
    settled(page)

    assert verdict(page) == "推算符合"
    tab_until(page, page.get_by_role("button", name="样例 推算符合"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="样例省样例市")).to_be_focused()
    tab_until(page, page.get_by_role("button", name="下载预填的材料"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".zip")


def tab_until(page: Page, goal: object) -> None:
    """Press Tab until the goal has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("e => e === document.activeElement"):  # type: ignore[attr-defined]
            return
    expect(goal).to_be_focused()  # type: ignore[call-overload]


def test_wherever_the_keyboard_stops_it_is_seen(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)

    found = stops(page)

    assert [stop for stop in found if not stop["seen"]] == []
    assert {"下载预填的材料（ZIP）", "复制链接", "打印自测记录", "清空"} <= {stop["name"] for stop in found}


def test_the_frame_of_a_box_or_a_choice_is_seen_around_its_words(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, {"j": "yangli"})
    page.keyboard.press("Tab")
    outline = "e => getComputedStyle(e.closest('label')).outlineStyle"

    for box in (
        page.get_by_role("checkbox", name="样例", exact=True),
        page.get_by_role("group", name=LEGAL).get_by_role("radio", name="不清楚"),
    ):
        assert box.evaluate(outline) == "none"
        box.focus()
        page.keyboard.press("Shift")
        assert box.evaluate(outline) == "solid"


def printed(page: Page, tmp_path: Path) -> list[str]:
    """The text of each printed page."""
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    reader = PdfReader(path)
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages} == {(595, 842)}
    return [re.sub(r"\s", "", unicodedata.normalize("NFKC", p.extract_text())) for p in reader.pages]


def test_a_self_assessment_is_printed_with_day_version_answers_and_every_reason(
    page_at: Visitor, tiny: str, tmp_path: Path
) -> None:
    page = opened(page_at, tiny, MET | {"total_assets": "49万元", "kinds": "public-institution"})
    settled(page)

    text = "".join(printed(page, tmp_path))

    for said in (
        "自测记录",
        "2022年6月1日",
        "样工信〔2020〕1号",
        "机构类型事业单位",
        "资产总额49万元",
        "具有独立法人资格是",
        "培训服务:年培训人次300人次",
        "推算不符合",
        "还差1万元",
        "第一条(二)",
        "年培训人次不少于300人次",  # folded on the screen
        "由认定机关审查决定",
    ):
        assert said in text
    assert "在哪里申报" not in text
    assert "复制链接" not in text
    assert "下载预填" not in text


def test_the_record_is_printed_only(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)

    expect(page.get_by_role("heading", name="自测记录")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="自测记录")).to_be_visible()


def crowd() -> Iterator[tuple[str, str]]:
    """Many fictitious places, each with its id; ids have no digits."""
    for number in range(MANY):
        yield f"yangli-{chr(97 + number // 26)}{chr(97 + number % 26)}", f"样例{number}市"


def crowded(page: Page, site: str) -> None:
    """Serve the page as if the tiny site had so many places, all with the measures of the one it has."""
    original = page.request.get(f"{site}self-check/").text()
    place = page.request.get(f"{site}self-check/places/yangli.json").json()
    label = re.search(
        r'<label class="tick" data-name="[^"]*"><input type="checkbox" name="j".*?</label>', original
    )
    assert label
    box = '<input type="checkbox" name="j" value="{0}">'
    line = f'<label class="tick" data-name="{{1}} {{0}}">{box}<span>{{1}}</span></label>'
    body = original.replace(label[0], "".join(line.format(*pair) for pair in crowd()))
    named = dict(crowd())

    def answer(route: Route) -> None:
        id_ = Path(route.request.url).stem
        changed = place | {"id": id_, "name": named[id_], "short_name": named[id_]}
        route.fulfill(body=json.dumps(changed), content_type="application/json")

    page.route(
        re.compile(r"self-check/(#.*)?$"), lambda route: route.fulfill(body=body, content_type="text/html")
    )
    page.route("**/self-check/places/*.json", answer)


def test_among_hundreds_of_places_one_is_found_by_its_name_and_results_come_at_once(
    page_at: Visitor, tiny: str
) -> None:
    page = page_at(tiny, at=IN_FORCE)
    crowded(page, tiny)
    page.goto(f"{tiny}self-check/")
    boxes = page.locator("input[name=j]")
    expect(boxes).to_have_count(MANY)
    find = page.get_by_role("searchbox", name="按名称找")

    find.fill("样例37")
    expect(page.locator("[data-self-places] label:visible")).to_have_count(11)  # 37 and 370 to 379
    page.get_by_role("checkbox", name="样例377市").check()
    find.fill("yangli-aa")
    page.get_by_role("checkbox", name="样例0市").check()
    expect(page.get_by_role("checkbox", name="样例377市")).to_be_visible()  # what is ticked stays in sight

    expect(card(page, "样例377市")).to_be_visible()
    figure(page, ASSETS).fill("150")
    settled(page)
    assert answers_in(page)["j"] == "yangli-aa,yangli-on"
    assert page.locator("[data-self-places]").evaluate("e => e.clientHeight") <= 600


def test_no_more_places_are_compared_than_can_be_read(page_at: Visitor, tiny: str) -> None:
    page = page_at(tiny, at=IN_FORCE)
    crowded(page, tiny)
    ids = [id_ for id_, _ in crowd()]

    page.goto(f"{tiny}self-check/#j={','.join(ids[:13])}")

    expect(page.get_by_text("网址里有读不懂的内容")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(12)
    expect(page.get_by_role("checkbox", name="样例300市")).to_be_disabled()
    page.get_by_role("checkbox", name="样例0市").uncheck()
    expect(page.get_by_role("checkbox", name="样例300市")).to_be_enabled()


def test_with_few_places_no_field_to_find_one_is_shown(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)

    expect(page.get_by_role("searchbox", name="按名称找")).to_be_hidden()
    choose(page)
