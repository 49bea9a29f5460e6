# SPDX-License-Identifier: Apache-2.0
"""Does a notice show its publicity period day by day, on its page and in the data?"""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.base import addresses
from generator.render.ledgers import Ledger, ledgers_of
from generator.render.notices import next_border
from generator.render.page import Page
from generator.render.studio import Studio
from tests.builders import act, designation, notice, row, ruleset
from tests.render.workshop import files, pages, read, workshop

LAW: dict[str, Any] = {"working_days": 5, "channels": ["网站"], "article": "第三条"}
WINDOW = {"what": "反馈意见", "from": date(2021, 4, 22), "through": date(2021, 5, 22)}
ID, LIST = "2023/2023-09-28-a", "yangli/2021-10-09-proposed"


def with_notice(law: dict[str, Any] | None = None, day: str = "2023-09-28", **stated: Any) -> Studio:
    period = {"from": date.fromisoformat(day)} | stated
    return workshop(
        rulesets={"yangli/2020": ruleset(publicity=LAW | (law or {}))},
        notices={ID: notice(kind="publicity", ruleset="yangli/2020", publicity=period)},
    )


def ledger(law: dict[str, Any] | None = None, day: str = "2023-09-28", **stated: Any) -> Ledger:
    period = {"from": date.fromisoformat(day)} | stated
    [found] = ledgers_of(
        notice(kind="publicity", publicity=period).front, ruleset(publicity=LAW | (law or {}))
    )
    return found


def cells(found: Ledger) -> list[str]:
    """The calendar in words, a text for each week."""
    return [
        " ".join(f"{cell.on.day}{cell.why}{'*' * cell.make_up}" if cell else "-" for cell in week)
        for week in found.weeks
    ]


def test_the_calendar_has_weeks_from_monday_to_sunday() -> None:
    assert cells(ledger()) == [
        "- - - 28第1日 29中秋节 30国庆节 1国庆节",
        "2国庆节 3国庆节 4国庆节 5国庆节 6国庆节 7第2日* 8第3日*",
        "9第4日 10第5日 - - - - -",
    ]


def test_a_month_is_said_where_it_or_the_period_begins() -> None:
    assert [cell.month for week in ledger().weeks for cell in week if cell and cell.month] == ["9月", "10月"]


@pytest.mark.parametrize(
    ("law", "day", "week"),
    [
        ({"first_day": "not-counted"}, "2024-06-13", "- - - 13不计 14第1日 15周末 16周末"),
        ({"working_days": None, "calendar_days": 4}, "2024-06-13", "- - - 13第1日 14第2日 15第3日 16第4日"),
        ({}, "2027-01-25", "25待定 26待定 27待定 28待定 29待定 30待定 31待定"),
        ({"working_days": 1}, "2015-09-03", "- - - 3放假 4放假 5周末 6第1日*"),
    ],
)
def test_a_day_says_why_it_counts_or_not(law: dict[str, Any], day: str, week: str) -> None:
    assert cells(ledger(law, day))[0] == week


def test_after_a_day_in_doubt_no_day_has_a_number() -> None:
    assert cells(ledger(day="2026-12-17", through=date(2026, 12, 21))) == [
        "- - - 17第1日 18第2日 19周末 20待定",
        "21待定 - - - - - -",
    ]


def test_what_was_ordered_is_told_by_notice() -> None:
    [order] = ledger().orders
    # Qingming as first announced, and Labour Day as changed.
    older, newer = ledger(day="2019-04-01", working_days=25).orders

    assert order.notice
    assert order.notice.number == "国办发明电〔2022〕16号"
    assert order.lines == (
        ("9月29日至10月6日", "中秋节、国庆节放假"),
        ("10月7日至10月8日", "国庆节调休上班"),
    )
    assert older.lines == (("4月5日至4月7日", "清明节放假"),)  # the notice lets the weekend run on
    assert newer.lines == (("5月1日至5月4日", "劳动节放假"), ("4月28日、5月5日", "劳动节调休上班"))


@pytest.mark.parametrize(
    ("law", "text"),
    [
        ({}, "首日、末日都计入。办法和公告没有写明，按已见公示的通行做法。"),
        ({"first_day": "not-counted"}, "登出次日起算；数满之日即为末日（没有写明，按通行做法）。"),
        ({"last_day": "when-full"}, "首日计入（没有写明，按通行做法）；数满之日即为末日。"),
        ({"first_day": "counted", "last_day": "when-full"}, "登出当日计入；数满之日即为末日。"),
    ],
)
def test_a_rule_that_nobody_states_is_named_as_the_practice(law: dict[str, Any], text: str) -> None:
    assert ledger(law).method == text


def test_the_totals_are_told() -> None:
    assert ledger().total == "13个自然日，其中计入5个工作日"
    assert ledger({"working_days": None, "calendar_days": 4}).total == "4个自然日"
    assert ledger(day="2027-01-25").total == ""
    assert ledger(day="2027-01-25", through=date(2027, 2, 1)).total == "8个自然日"


@pytest.mark.parametrize(
    ("day", "years"), [("2026-12-17", (2027,)), ("2027-01-25", (2027,)), ("2023-09-28", ())]
)
def test_the_years_still_to_be_announced_are_named(day: str, years: tuple[int, ...]) -> None:
    assert ledger(day=day).unsettled == years


@pytest.mark.parametrize(("days", "folded"), [(5, False), (6, False), (8, True)])
def test_a_long_period_is_folded(days: int, folded: bool) -> None:
    assert ledger({"working_days": days}).folded is folded


def test_the_script_knows_the_days_that_count_unless_some_are_in_doubt() -> None:
    assert ledger().counted_days == ["2023-09-28", "2023-10-07", "2023-10-08", "2023-10-09", "2023-10-10"]
    assert ledger(day="2027-01-25").counted_days is None


# Pages


def windows(page: Page) -> list[str]:
    found = [element.attributes for element in read(page.body).elements]
    return [attributes["data-window"] for attributes in found if "data-window" in attributes]


def test_the_page_of_a_notice_shows_its_period() -> None:
    made = pages(with_notice())[addresses.notice(ID)]
    page = read(made.body)

    assert windows(made) == ['["2023-09-28","2023-10-10"]']
    assert "2023年9月28日至2023年10月10日" in page.text
    assert "5个工作日 第三条" in page.text
    assert "国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）" in page.text
    assert "暂估" not in page.text


def test_a_range_is_called_provisional_and_no_day_is_called_the_end() -> None:
    made = pages(with_notice(day="2027-01-25"))[addresses.notice(ID)]
    page = read(made.body)

    assert windows(made) == ['["2027-01-25","2027-01-29","2027-02-09"]']
    assert "2027年1月25日起，不早于2027年1月29日、不晚于2027年2月9日止（暂估）" in page.text
    assert "2027年的放假安排尚未收录，收录后才能确定" in page.text


@pytest.mark.parametrize("address", ["", "notices/", "notices/2023/", "notices/2023/a/"])
def test_wherever_a_range_is_shown_the_script_gets_both_bounds(address: str) -> None:
    assert windows(pages(with_notice(day="2027-01-25"))[address]) == [
        '["2027-01-25","2027-01-29","2027-02-09"]'
    ]


@pytest.mark.parametrize(
    ("as_of", "border"),
    [
        ("2027-01-29", "2027-01-30"),
        ("2027-01-30", "2027-02-10"),
        ("2027-02-09", "2027-02-10"),
        ("2027-02-10", "None"),
    ],
)
def test_a_range_changes_what_is_said_after_each_of_its_bounds(as_of: str, border: str) -> None:
    room = with_notice(day="2027-01-25")
    site = replace(room.register.site, as_of=date.fromisoformat(as_of))
    later = replace(room, register=replace(room.register, site=site))

    assert str(next_border(later, room.overview.items[0].windows)) == border


def test_the_page_of_a_consultation_has_its_days_folded() -> None:
    room = workshop(notices={ID: notice(kind="consultation", windows=[WINDOW])})
    page = read(pages(room)[addresses.notice(ID)].body)

    assert "31个自然日，其中21个工作日" in page.text
    assert page.all("details")


def test_the_page_of_a_proposed_list_shows_its_period_and_changes_with_it() -> None:
    document = designation(
        act("propose", row()), publicity={"from": date(2024, 1, 2), "working_days": 5}, issued_on="2024-01-02"
    )
    made = pages(workshop(designations={LIST: document}))[addresses.designation(LIST, 2024)]

    assert "2024年1月2日至2024年1月8日" in read(made.body).text
    assert str(made.next_change) == "2024-01-09"


def test_a_notice_without_a_period_has_no_ledger() -> None:
    page = read(pages(workshop(notices={ID: notice()}))[addresses.notice(ID)].body)

    assert "逐日" not in page.text


# Data


def test_the_data_of_a_notice_has_its_days() -> None:
    [record] = json.loads(files(with_notice())["api/v1/notices.json"].content)
    [period] = record["periods"]
    days = period.pop("days")

    assert record["publicity"] == {"from": "2023-09-28"}
    assert period == {
        "what": "公示",
        "from": "2023-09-28",
        "through": "2023-10-10",
        "not_before": None,
        "not_after": None,
        "unit": "working-days",
        "length": 5,
        "counted": 5,
        "first_day": None,
        "last_day": None,
    }
    assert [day["number"] for day in days if day["counted"]] == [1, 2, 3, 4, 5]
    assert days[9] == {
        "on": "2023-10-07",
        "kind": "make-up-workday",
        "counted": True,
        "number": 2,
        "festival": "国庆节",
        "ordered_by": "国办发明电〔2022〕16号",
    }


def test_the_data_of_a_period_in_doubt_has_bounds_and_no_end() -> None:
    [record] = json.loads(files(with_notice(day="2027-01-25"))["api/v1/notices.json"].content)
    [period] = record["periods"]

    assert [period[name] for name in ("through", "not_before", "not_after", "counted")] == [
        None,
        "2027-01-29",
        "2027-02-09",
        None,
    ]


def test_the_data_of_a_proposed_list_has_its_days() -> None:
    document = designation(act("propose"), publicity={"from": date(2021, 10, 9), "working_days": 15})
    made = files(workshop(designations={LIST: document}))
    [period] = json.loads(made[addresses.api_designation(LIST)].content)["periods"]

    assert (period["through"], len(period["days"])) == ("2021-10-28", 20)
