# SPDX-License-Identifier: Apache-2.0
"""Does the page of the quarter have every deadline by month, and none that no source states?"""

import json
from datetime import date
from typing import Any

from generator.render import quarters
from generator.render.page import Page
from tests.builders import act, designation, notice, row, ruleset
from tests.render.workshop import Element, pages, read, workshop

LAW = "yangli/2020"
FORCE = {"starts": "stated-day", "from": date(2020, 2, 1), "through": date(2030, 1, 31), "article": None}
VALID = {"years": 3, "reapply": "in-last-year", "article": "第四条"}


def duty(id_: str, due: dict[str, Any] | None, **changes: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "owed_by": "县局",
        "to": ["市局"],
        "what": id_,
        "due": due,
        "article": "第四条",
    } | changes


def quarter(version: Any = None, **records: Any) -> Page:
    law = version or ruleset(in_force=FORCE, validity=VALID)
    return pages(workshop(rulesets={LAW: law}, **records))["guides/yangli/quarter/"]


def rows(page: Page, attribute: str) -> list[Element]:
    return [element for element in read(page.body).all("li") if attribute in element.attributes]


def test_duties_stand_under_each_of_their_months() -> None:
    yearly, quarterly = (
        {"every": "year", "month": 2, "day": "last"},
        {"every": "quarter", "month": 3, "day": 25},
    )
    page = quarter(ruleset(in_force=FORCE, duties=[duty("yearly", yearly), duty("quarterly", quarterly)]))
    found = rows(page, "data-quarter-due")

    assert [e.text for e in read(page.body).all("h3")] == ["2月", "3月", "6月", "9月", "12月"]
    assert [e.attributes["data-quarter-month"] for e in found] == ["2", "3", "6", "9", "12"]
    assert json.loads(found[0].attributes["data-quarter-due"]) == ["last", "2020-02-01", "2030-01-31"]
    assert json.loads(found[1].attributes["data-quarter-due"]) == [25, "2020-02-01", "2030-01-31"]
    assert "月底前" in found[0].text
    assert "25日前" in found[1].text
    assert "县局　报给市局" in found[0].text
    assert "《样例办法》第四条" in found[0].text


def test_a_duty_without_a_day_stands_apart_and_takes_part_in_no_quarter() -> None:
    page = quarter(ruleset(in_force=FORCE, duties=[duty("report", None, due_text="按时报送")]))

    assert rows(page, "data-quarter-due") == []
    assert [e.text for e in read(page.body).all("h3")] == ["没有写日子的"]
    assert "按时报送" in read(page.body).text


def test_without_any_duty_the_page_says_so() -> None:
    assert "没有写明日子的报送义务" in read(quarter().body).text


def test_windows_of_notices_of_the_place_are_told_and_of_no_other_place() -> None:
    window = {"what": "报送材料", "from": date(2024, 1, 5), "through": date(2024, 1, 31)}
    page = quarter(
        notices={
            "2023/2023-11-01-here": notice(windows=[window]),
            "2023/2023-11-01-there": notice(jurisdiction="national", windows=[window]),
        }
    )
    (found,) = rows(page, "data-quarter-window")

    assert json.loads(found.attributes["data-window"]) == ["2024-01-05", "2024-01-31"]
    assert page.next_change == date(2024, 1, 5)


def test_a_place_with_many_windows_has_those_of_its_latest_notices() -> None:
    many = {
        f"2023/2023-01-01-n{n}": notice(
            issued_on="2023-01-01", windows=[{"what": "报送", "through": date(2023, 2, 1)}]
        )
        for n in range(quarters.WINDOWS + 5)
    }

    assert len(rows(quarter(notices=many), "data-quarter-window")) == quarters.WINDOWS


def test_ends_of_terms_are_counted_with_their_document_the_latest_first() -> None:
    two = act("designate", row("yangli-0001"), row("yangli-0002", "样例乙"))
    later = act("designate", row("yangli-0003", "样例丙"))
    page = quarter(
        designations={
            "yangli/2020-06-01-list": designation(two, ruleset=LAW),
            "yangli/2021-06-01-list": designation(later, issued_on="2021-06-01", ruleset=LAW),
        }
    )
    found = rows(page, "data-quarter-on")

    assert [e.attributes["data-quarter-on"] for e in found] == ["2024-05-31", "2023-05-31"]
    assert ["1家" in found[0].text, "2家" in found[1].text] == [True, True]
    assert "notices/2021/yangli-list/" in page.body
    assert "有效期满当年可再次申报" in read(page.body).text


def test_only_places_with_a_guide_have_the_page() -> None:
    made = pages(workshop(notices={"2023/2023-11-01-a": notice()}))

    assert "guides/yangli/quarter/" not in made
