# SPDX-License-Identifier: Apache-2.0
"""Do the lists of notices stay short, and do links still lead to every one of them?"""

import gzip
import json
import posixpath
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from generator.render import home, notice_lists, review
from generator.render.page import Page
from generator.render.studio import Studio
from tests.builders import designation, notice, ruleset, tiny_site
from tests.render.workshop import HOME, Element, pages, read, workshop

FIRST = date(2023, 1, 1)
DAY = tiny_site().as_of


def calls(count: int, year: int = 2023, **fields: Any) -> dict[str, Any]:
    """So many notices of a year, of one day each, as many of one day as must be."""
    days = [FIRST.replace(year=year) + timedelta(days=number % 365) for number in range(count)]
    return {
        f"{year}/{day}-call-{number}": notice(issued_on=day, title=f"通知{number}", **fields)
        for number, day in enumerate(days)
    }


def linked(page: Page) -> Iterator[str]:
    """The addresses that a page leads to, in order."""
    for element in read(page.body).all("a"):
        yield posixpath.normpath(posixpath.join(page.address, element.attributes["href"])) + "/"


def written(page: Page) -> list[str]:
    """The notices that a page leads to, in order."""
    return [address for address in linked(page) if "/call-" in address]


def window(through: date, what: str = "报送") -> dict[str, Any]:
    return {"what": what, "through": through}


def shown_windows(page: Page) -> list[Element]:
    return [element for element in read(page.body).all("li") if "data-window" in element.attributes]


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_the_notices_of_a_year_are_spread_over_pages_of_a_fixed_length(
    count: int, sheets: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_lists, "ON_A_PAGE", 3)
    made = pages(workshop(notices=calls(count)))
    found = ["notices/2023/", *[f"notices/2023/{number}/" for number in range(2, sheets + 1)]]
    listed = [address for sheet in found for address in written(made[sheet])]

    assert [address for address in made if address.startswith("notices/2023/") and address in found] == found
    assert f"notices/2023/{sheets + 1}/" not in made
    assert listed == [f"notices/2023/call-{number}/" for number in reversed(range(count))]
    assert all(1 <= len(written(made[sheet])) <= 3 for sheet in found)
    for sheet in found:
        assert set(linked(made[sheet])) >= set(found) - {sheet}


def test_a_further_page_of_a_year_says_which_of_how_many_it_is() -> None:
    made = pages(workshop(notices=calls(201)))
    first, second = made["notices/2023/"], made["notices/2023/2/"]

    assert (first.title, second.title) == ("2023年的公告", "2023年的公告（第2页）")
    assert "共 201 件，第 2 页，共 2 页。" in read(second.body).text
    (pager,) = [e for e in read(second.body).all("nav") if e.attributes["aria-label"] == "分页"]
    assert pager.text == "12"
    assert '<span aria-current="page" class="num">2</span>' in second.body
    assert (len(written(first)), len(written(second))) == (200, 1)


def test_the_page_of_all_notices_has_the_latest_and_leads_to_every_year() -> None:
    made = pages(workshop(notices=calls(70) | calls(2, 2022) | calls(1, 2020)))
    page = made["notices/"]

    assert written(page) == [f"notices/2023/call-{number}/" for number in range(69, 9, -1)]
    assert [e.text for e in read(page.body).all("h2") if e.text.isdigit()] == ["2023"]
    assert [a for a in linked(page) if a.count("/") == 2 and "feeds" not in a] == [
        "notices/2023/",
        "notices/2022/",
        "notices/2020/",
    ]
    assert [e.text for e in read(page.body).all("nav")[-2:]] == [
        "2023年（70）2022年（2）2020年（1）",
        "样例（73）",
    ]


def test_where_there_is_but_one_year_all_its_notices_are_reached_too() -> None:
    made = pages(workshop(notices=calls(70)))

    assert "notices/2023/" in linked(made["notices/"])
    assert len(written(made["notices/2023/"])) == 70


def test_any_window_decides_when_the_page_of_all_notices_changes_because_its_list_is_of_all() -> None:
    later = calls(60, windows=[window(DAY + timedelta(days=30))])
    older = calls(1, 2022, windows=[window(DAY + timedelta(days=3))])
    made = pages(workshop(notices=later | older))

    assert made["notices/"].next_change == DAY + timedelta(days=4)
    assert made["notices/2022/"].next_change == DAY + timedelta(days=4)
    assert made["notices/2023/"].next_change == DAY + timedelta(days=31)


def test_every_notice_is_on_the_pages_of_its_jurisdiction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_lists, "ON_A_PAGE", 2)
    made = pages(workshop(notices=calls(2) | calls(1, 2021)))

    assert written(made["notices/in/yangli/"]) == [f"notices/2023/call-{number}/" for number in (1, 0)]
    assert written(made["notices/in/yangli/2/"]) == ["notices/2021/call-0/"]
    assert "notices/in/yangli/3/" not in made
    assert set(linked(made["notices/in/yangli/2/"])) >= {"notices/in/yangli/", "notices/"}
    assert "notices/in/yangli/" in linked(made["notices/"])


def index(room: Studio) -> dict[str, Any]:
    return {file.path: json.loads(file.content) for file in notice_lists.index_files(room)}


def test_the_index_counts_every_notice_and_has_it_in_the_file_of_its_year() -> None:
    ends = [{"what": "报送", "from": DAY, "through": DAY + timedelta(days=2)}]
    document = {"national/2022-06-01-list": designation(issued_on="2022-06")}
    made = index(workshop(notices=calls(3) | calls(1, 2022, windows=ends), designations=document))

    assert set(made) == {"notices/index.json", "notices/2023/index.json", "notices/2022/index.json"}
    assert made["notices/index.json"] == {
        "kinds": [["call", "申报通知"], ["designation", "认定公告"]],
        "places": [["national", "全国"], ["yangli", "样例省样例市"]],
        "years": [[2023, None], [2022, (DAY + timedelta(days=2)).isoformat()]],
        "counts": [
            [2023, "call", "yangli", 3],
            [2022, "designation", "national", 1],
            [2022, "call", "yangli", 1],
        ],
    }
    assert [row[0] for row in made["notices/2023/index.json"]] == [f"2023/call-{n}/" for n in (2, 1, 0)]
    days = [[DAY.isoformat(), (DAY + timedelta(days=2)).isoformat()]]
    assert made["notices/2022/index.json"] == [
        ["2022/national-list/", "2022-06", "designation", "national", "样例名单", "样工信〔2020〕9号", []],
        ["2022/call-0/", "2022-01-01", "call", "yangli", "通知0", "", days],
    ]


def test_without_notices_there_is_no_index_and_the_page_says_so() -> None:
    room = workshop()

    assert index(room) == {}
    assert "还没有收录公告" in read(pages(room)["notices/"].body).text


def test_two_thousand_notices_of_a_year_are_no_burden() -> None:
    made = {file.path: file.content for file in notice_lists.index_files(workshop(notices=calls(2_000)))}

    assert len(made["notices/index.json"]) < 500
    assert len(gzip.compress(made["notices/2023/index.json"])) < 40_000


def test_the_home_page_has_the_six_latest_of_all_shards() -> None:
    made = pages(
        workshop(
            notices=calls(8), designations={"yangli/2023-12-01-list": designation(issued_on="2023-12-01")}
        )
    )
    latest = [address for address in linked(made[""]) if address.startswith("notices/2023/")]

    assert latest == ["notices/2023/yangli-list/", *[f"notices/2023/call-{n}/" for n in range(7, 2, -1)]]


def test_the_home_page_has_every_window_that_has_not_ended_and_the_hundred_that_ended_last() -> None:
    ended = {
        f"2022/{day}-call-{number}": notice(
            issued_on="2022-01-01", title=f"往年通知{number}", windows=[window(day)]
        )
        for number in range(120)
        for day in [DAY - timedelta(days=number + 1)]
    }
    still_open = calls(130, windows=[window(DAY), window(DAY + timedelta(days=400))])
    shown = shown_windows(pages(workshop(notices=ended | still_open))[""])
    titles = [element.text for element in shown if "往年" in element.text]

    assert len(shown) - len(titles) == 260
    assert len(titles) == home.WINDOWS == 100
    assert not any(f"往年通知{number}\n" in title for title in titles for number in range(100, 120))


def test_the_home_page_has_all_windows_where_no_more_than_a_hundred_have_ended() -> None:
    ended = calls(100, windows=[window(DAY - timedelta(days=1))])

    assert len(shown_windows(pages(workshop(notices=ended))[""])) == 100


def test_the_records_that_were_longest_unchecked_are_reviewed_and_the_rest_is_counted() -> None:
    many = calls(review.MOST, checked_on=date(2023, 5, 2))
    oldest = {"yangli/2020": ruleset(checked_on=date(2023, 5, 1))}
    latest = {"yangli/2020-06-01-list": designation(checked_on=date(2023, 5, 3))}
    reading = read(pages(workshop(notices=many, rulesets=oldest, designations=latest))["review/"].body)
    marks = [e.attributes["data-checked"] for e in reading.all("span") if "data-checked" in e.attributes]

    assert marks == ["2023-05-01", *["2023-05-02"] * 499]
    assert "共 502 条记录，这里列出最久没有核对的 500 条。" in reading.text


def test_where_all_records_are_reviewed_nothing_is_said_of_others() -> None:
    reading = read(pages(workshop(notices=calls(review.MOST)))["review/"].body)

    assert "这里列出" not in reading.text
    assert review.MOST == 500


def test_the_home_page_counts_the_records_of_all_shards() -> None:
    room = workshop(notices=calls(2), designations={"yangli/2020-06-01-list": designation()})
    made = read(pages(room)[""].body)

    assert HOME.html.removeprefix("<p>").removesuffix("</p>") in made.text
    assert [" ".join(e.text.split()) for e in made.all("ul")[0:1]] == [
        "0个辖区有办法 0个办法版本 1份认定文件 1家平台"
    ]
