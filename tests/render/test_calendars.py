# SPDX-License-Identifier: Apache-2.0
"""Do calendars hold what the pages say, in files that any calendar program reads?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from generator.base.days import ONE_DAY
from generator.render.calendars import NAME, Mould
from generator.render.studio import Studio
from tests.builders import act, designation, notice, row, ruleset, tiny_site
from tests.render import workshop as shop
from tests.render.rfc5545 import problems, unfolded

LAW = "yangli/2020"
FORCE = {"starts": "stated-day", "from": date(2020, 2, 1), "through": date(2030, 1, 31), "article": None}
DUTY = {
    "id": "annual-report",
    "owed_by": "示范平台",
    "by_holder": True,
    "to": ["样例局"],
    "what": "上年总结；计划, 样例\\文件",
    "due": {"every": "year", "month": 2, "day": "last"},
    "article": "第四条",
}
QUARTERLY = DUTY | {"id": "county", "by_holder": False, "due": {"every": "quarter", "month": 3, "day": 25}}
WINDOW = {"what": "报送材料", "who": "县局", "from": date(2024, 1, 5), "through": date(2024, 1, 31)}
VALID = {"years": 3, "reapply": "in-last-year", "article": "第四条"}
AT = "https://registry.example/names/"


def room(**changes: Any) -> Studio:
    records: dict[str, Any] = {
        "rulesets": {LAW: ruleset(in_force=FORCE, duties=[DUTY, QUARTERLY], validity=VALID)},
        "designations": {"yangli/2022-06-01-list": designation(issued_on="2022-06-01", ruleset=LAW)},
        "notices": {"2023/2023-11-01-call": notice(windows=[WINDOW])},
    }
    return shop.workshop(**(records | changes))


def calendars(studio: Studio) -> dict[str, bytes]:
    return {path: file.content for path, file in shop.files(studio).items() if path.endswith(".ics")}


def events(content: bytes) -> dict[str, Any]:
    calendar = Calendar.from_ical(content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_there_is_one_calendar_for_the_jurisdiction_and_one_for_the_platform() -> None:
    assert set(calendars(room())) == {"calendar/yangli.ics", "registry/yangli-0001/calendar.ics"}


@pytest.mark.parametrize("site_url", [AT, None])
def test_every_file_keeps_the_rules_of_the_standard_and_comes_back_as_it_was(site_url: str | None) -> None:
    settings = tiny_site().settings.model_copy(update={"site_url": site_url})
    for path, content in calendars(room(settings=settings)).items():
        assert problems(content) == [], path
        assert Calendar.from_ical(content).to_ical() == content, path
        assert (b"URL:" in content) is bool(site_url)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b"\r\n", b"\n", "no end"),
        (b"SUMMARY:", "SUMMARY:样例样例样例样例样例样例样例样例样例样例样例样例样例样例".encode(), "octets"),
        (b"UID:", b"UID", "no property"),
        (b"END:VALARM\r\n", b"", "closed"),
        (b"DTSTAMP:", b"X-STAMP:", "lacks DTSTAMP"),
        (b"DTSTART;VALUE=DATE:", b"DTSTART:", "no whole day"),
        (b"\\,", b",", "not escaped"),
        ("总".encode(), "总".encode()[:2], "within a character"),
    ],
)
def test_the_rules_of_the_standard_find_what_breaks_them(old: bytes, new: bytes, problem: str) -> None:
    content = calendars(room())["calendar/yangli.ics"]
    assert old in content

    assert any(problem in found for found in problems(content.replace(old, new)))


def test_the_calendar_of_a_jurisdiction_has_its_duties_and_the_last_days_of_windows() -> None:
    found = events(calendars(room())["calendar/yangli.ics"])
    yearly, quarterly = (
        found["yangli.2020.annual-report@platform-registry"],
        found["yangli.2020.county@platform-registry"],
    )
    window = found["notice.2023.2023-11-01-call.1@platform-registry"]

    assert len(found) == 3
    assert yearly.start == date(2020, 2, 29)
    assert yearly["rrule"] == {
        "FREQ": ["YEARLY"],
        "BYMONTH": [2],
        "BYMONTHDAY": [-1],
        "UNTIL": [date(2030, 1, 31)],
    }
    assert yearly["summary"] == "报送截止：上年总结；计划, 样例\\文件（示范平台）"
    assert yearly["description"].split("\n") == [
        "报给：样例局",
        "依据：《样例办法》第四条",
        "以认定机关公布的文件为准。",
    ]
    assert yearly["url"] == f"{AT}guides/yangli/quarter/"
    assert quarterly["rrule"]["BYMONTH"] == [3, 6, 9, 12]
    assert window.start == date(2024, 1, 31)
    assert "rrule" not in window
    assert window["summary"] == "截止：报送材料（县局）"
    assert window["url"] == f"{AT}notices/2023/call/"
    assert "自2024年1月5日起" in window["description"]


def test_a_version_without_a_known_end_gives_a_rule_without_one_and_says_so() -> None:
    version = ruleset(duties=[DUTY])
    (event,) = events(calendars(room(rulesets={LAW: version}, notices={}))["calendar/yangli.ics"]).values()

    assert "UNTIL" not in event["rrule"]
    assert "办法没有写终止日" in event["description"]


def test_the_rule_of_an_event_says_the_days_that_the_duty_has() -> None:
    for event in events(calendars(room())["calendar/yangli.ics"]).values():
        if rule := event.get("rrule"):
            counted = [
                day
                for offset in range(366 * 12)
                for day in [date(2020, 1, 1) + timedelta(days=offset)]
                if event.start <= day <= rule["UNTIL"][0]
                and day.month in rule["BYMONTH"]
                and (
                    day.day in rule["BYMONTHDAY"] or (rule["BYMONTHDAY"] == [-1] and (day + ONE_DAY).day == 1)
                )
            ]
            assert counted[0] == event.start
            assert len(counted) in {10, 40}  # ten Februaries; 40 quarters from March 2020 to December 2029


def test_the_calendar_of_a_platform_has_the_end_of_its_term_and_what_its_holder_owes() -> None:
    content = calendars(room())["registry/yangli-0001/calendar.ics"]
    found = {uid.split("@")[0].rsplit(".", 1)[1]: event for uid, event in events(content).items()}

    assert {name: event.start for name, event in found.items()} == {
        "end": date(2025, 5, 31),
        "reapply": date(2025, 1, 1),
        "annual-report": date(2023, 2, 28),
    }
    assert found["annual-report"]["rrule"]["UNTIL"] == [date(2025, 5, 31)]
    assert found["end"]["summary"] == "称号有效期末日（样例甲服务中心）"
    assert found["end"]["url"] == f"{AT}registry/yangli-0001/"
    assert Calendar.from_ical(content)["x-wr-calname"] == "样例甲服务中心：示范平台期限"


def test_every_event_has_an_alarm_at_nine_in_the_morning_some_days_before() -> None:
    before = {"end": 90, "reapply": 7, "annual-report": 14, "county": 14, "1": 7}
    for content in calendars(room()).values():
        for uid, event in events(content).items():
            (alarm,) = event.walk("VALARM")
            days = before[uid.split("@")[0].rsplit(".", 1)[1]]
            assert alarm["trigger"].dt == timedelta(hours=9) - timedelta(days=days)
            assert alarm["description"] == event["summary"]


def test_a_deadline_that_is_a_range_gives_no_event_and_a_platform_without_any_no_calendar() -> None:
    imprecise = {"yangli/2022-06-list": designation(issued_on="2022-06", ruleset=LAW)}
    publicity = notice(kind="publicity", publicity={"from": date(2199, 1, 1), "working_days": 5})
    version = {LAW: ruleset(validity={"years": 3, "article": None})}
    studio = room(rulesets=version, designations=imprecise, notices={"2023/2023-11-01-a": publicity})

    assert calendars(studio) == {}


def test_names_with_signs_of_the_format_are_written_literally() -> None:
    name = "样例，甲;乙,丙\\丁" * 9
    document = designation(act("designate", row(name=name)), issued_on="2022-06-01", ruleset=LAW)
    content = calendars(room(designations={"yangli/2022-06-01-list": document}))[
        "registry/yangli-0001/calendar.ics"
    ]

    assert problems(content) == []
    assert {str(e["summary"]).partition("（")[2] for e in events(content).values()} == {f"{name}）"}


def test_platforms_that_share_a_mould_have_the_calendar_that_they_would_have_alone() -> None:
    rows = [row("yangli-0001", "样例甲"), row("yangli-0002", "样例乙服务有限公司")]
    both = designation(act("designate", *rows), issued_on="2022-06-01", ruleset=LAW)
    alone = designation(act("designate", rows[1]), issued_on="2022-06-01", ruleset=LAW)
    path = "registry/yangli-0002/calendar.ics"

    shared, own = (calendars(room(designations={"yangli/2022-06-01-list": d}))[path] for d in (both, alone))
    assert shared == own


def test_nothing_in_a_calendar_comes_from_the_clock_or_the_day() -> None:
    later = room(as_of=date(2024, 11, 30))

    assert calendars(room()) == calendars(later)
    stamps = {
        value
        for content in calendars(room()).values()
        for name, _, value in unfolded(content)
        if name == "DTSTAMP"
    }
    assert stamps == {"20240102T000000Z"}


def test_ids_do_not_depend_on_the_address_of_the_site() -> None:
    elsewhere = tiny_site().settings.model_copy(update={"site_url": "https://other.example/"})
    ours, theirs = calendars(room()), calendars(room(settings=elsewhere))

    assert all(set(events(ours[path])) == set(events(theirs[path])) for path in ours)


def test_old_windows_are_left_to_the_lists_but_for_a_few() -> None:
    def call(year: int, month: int) -> Any:
        last = date(year, month, 20)
        return notice(issued_on=f"{year}-{month:02}-01", windows=[{"what": "报送", "through": last}])

    old = {f"2020/2020-{month:02}-01-a": call(2020, month) for month in range(1, 10)}
    new = {f"2023/2023-{month:02}-01-a": call(2023, month) for month in range(1, 4)}
    shown = [
        e.start
        for e in events(calendars(room(rulesets={}, notices=old | new))["calendar/yangli.ics"]).values()
    ]

    assert [day.year for day in shown] == [2020, 2020, 2023, 2023, 2023]
    many = {f"2023/2023-{month:02}-01-a": call(2023, month) for month in range(1, 10)}
    shown = [
        e.start
        for e in events(calendars(room(rulesets={}, notices=old | many))["calendar/yangli.ics"]).values()
    ]
    assert {day.year for day in shown} == {2023}
    assert len(shown) == 9


def test_a_jurisdiction_without_guide_has_its_notices_as_the_page_of_its_calendar() -> None:
    content = calendars(room(rulesets={}, designations={}))["calendar/yangli.ics"]

    assert Calendar.from_ical(content)["url"] == f"{AT}notices/in/yangli/"


def test_pages_lead_to_calendars_exactly_where_there_are_any() -> None:
    made = shop.pages(room())
    bare = shop.pages(room(rulesets={LAW: ruleset()}, notices={}))

    for address in ("guides/yangli/", "guides/yangli/quarter/", "notices/in/yangli/"):
        assert "calendar/yangli.ics" in made[address].body
        assert "calendar/yangli.ics" not in bare.get(address, made["about/"]).body
    assert 'href="calendar.ics"' in made["registry/yangli-0001/"].body
    assert 'href="calendar.ics"' not in bare["registry/yangli-0001/"].body


def test_a_mould_folds_what_is_filled_in_as_the_library_would_whatever_its_length() -> None:
    def named(name: str) -> Calendar:
        calendar = Calendar()
        calendar.add("x-wr-calname", f"{name}的期限")
        return calendar

    for name in [letter * length for letter in ("a", "样") for length in range(1, 80)]:
        assert Mould.of(named(NAME)).filled(name, "yangli-0001") == named(name).to_ical()


def test_the_same_records_give_the_same_bytes() -> None:
    studio = room()

    assert calendars(studio) == calendars(replace(studio)) == calendars(room())
