# SPDX-License-Identifier: Apache-2.0
"""Do links alone lead to every platform by year and by letter, on pages that stay small?"""

import posixpath
import re
from typing import Any

import pytest

from generator.render import registry_lists
from generator.render.page import Page
from generator.render.studio import Studio
from tests.builders import act, designation, row
from tests.render.workshop import pages, read, tiny_workshop, workshop

LIST, RENAMING = "yangli/2020-06-01-list", "yangli/2021-06-01-names"


def named(*names: str) -> Studio:
    """A register of platforms with these names."""
    rows = [row(f"yangli-{number:04}", name) for number, name in enumerate(names, 1)]
    return workshop(designations={LIST: designation(act("designate", *rows))})


def goals(page: Page) -> set[str]:
    """The addresses that the links of a page lead to."""
    links = [e.attributes["href"] for e in read(page.body).all("a")]
    return {posixpath.normpath(posixpath.join(page.address, link)) + "/" for link in links}


def entries(page: Page) -> list[str]:
    """The lines of a list of names."""
    return [e.text for e in read(page.body).all("li") if e.text.endswith(("样例", "样例　现名样例新名"))]


def reached(made: dict[str, Page], start: str, below: str) -> set[str]:
    """Every platform that links reach from a page, through pages of one folder and of documents."""
    waiting, seen = [start], set[str]()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        if here == start or here.startswith((below, "notices/")):
            waiting += [goal for goal in goals(made[here]) if goal in made and goal != "registry/"]
    return {address for address in seen if re.fullmatch(r"registry/yangli-\d+/", address)}


@pytest.mark.parametrize("below", ["registry/years/", "registry/letters/", "registry/yangli/"])
def test_every_platform_is_reached_by_year_by_letter_and_by_jurisdiction(below: str) -> None:
    made = pages(tiny_workshop())

    assert below == "registry/yangli/" or below in made
    assert reached(made, below, below) == {f"registry/yangli-000{n}/" for n in (1, 2, 3)}


def test_the_registry_leads_to_each_year_and_each_letter_that_there_is() -> None:
    links = goals(pages(named("样例甲", "北京样例", "IT样例", "365样例"))["registry/"])

    assert {goal for goal in links if goal.startswith("registry/letters/")} == {
        f"registry/letters/{letter}/" for letter in ("b", "i", "y", "other")
    }
    assert {goal for goal in links if goal.startswith("registry/years/")} == {"registry/years/2020/"}


def test_a_year_has_a_line_for_each_document_under_its_jurisdiction_and_none_for_platforms() -> None:
    page = pages(tiny_workshop())["registry/years/2021/"]
    reading = read(page.body)

    assert [e.text for e in reading.all("h2")] == ["样例省样例市"]
    assert "关于样例乙更名和撤销样例丙的通知（虚构）" in reading.text
    assert "更名1家（全部收录）；撤销1家（全部收录）" in reading.text
    assert not any(goal.startswith("registry/yangli-") for goal in goals(page))


def test_a_page_of_a_year_does_not_grow_with_the_lists() -> None:
    few, many = (
        len(pages(named(*[f"样例{n}" for n in range(count)]))["registry/years/2020/"].body)
        for count in (1, 90)
    )

    assert many - few < 10


def test_names_stand_in_the_order_of_their_readings() -> None:
    page = pages(named("样例丙", "样例甲", "样例乙"))["registry/letters/y/"]
    names = [e.text for e in read(page.body).all("a") if e.text.startswith("样例")]

    assert names == ["样例丙", "样例甲", "样例乙"]  # bing, jia, yi


def test_a_line_feed_in_a_name_is_shown_as_a_space() -> None:
    page = pages(named("样例\n甲", "样例乙"))["registry/letters/y/"]

    assert [e.text for e in read(page.body).all("a") if e.text.startswith("样例")] == ["样例 甲", "样例乙"]


def test_a_former_name_is_found_and_leads_to_the_present_one() -> None:
    documents: dict[str, Any] = {
        LIST: designation(act("designate", row(name="北京样例"))),
        RENAMING: designation(act("rename", row(name="样例新名")), issued_on="2021-06-01"),
    }
    made = pages(workshop(designations=documents))

    assert "北京样例样例　现名样例新名" in [e.text for e in read(made["registry/letters/b/"].body).all("li")]
    assert "registry/yangli-0001/" in goals(made["registry/letters/b/"]) & goals(made["registry/letters/y/"])


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (3, 1), (4, 2), (7, 3)])
def test_names_are_spread_over_pages_of_a_fixed_length(
    count: int, sheets: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry_lists, "NAMES_ON_A_PAGE", 3)
    made = pages(named(*[f"样例{n}" for n in range(count)]))
    found = {a: p for a, p in made.items() if a.startswith("registry/letters/y/")}

    assert sorted(found) == sorted(
        ["registry/letters/y/", *[f"registry/letters/y/{n}/" for n in range(2, sheets + 1)]]
    )
    assert all(0 < len(read(page.body).all("ul")[0].text.split("样例")) - 1 <= 6 for page in found.values())
    assert set.union(*map(goals, found.values())) >= {f"registry/yangli-{n:04}/" for n in range(1, count + 1)}
    assert all(goals(page) >= set(found) - {address} for address, page in found.items())


def test_at_most_five_hundred_names_stand_on_a_page() -> None:
    assert registry_lists.NAMES_ON_A_PAGE == 500
