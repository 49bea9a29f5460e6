# SPDX-License-Identifier: Apache-2.0
"""Are notices and designation documents listed in order, named by their kind, and shown whole?"""

from datetime import date
from typing import Any

import pytest

from generator.model.notice import NoticeKind
from generator.model.overview import Item
from generator.render.notices import act_in_words, kind_of, next_border
from tests.builders import act, designation, notice, row
from tests.render.workshop import pages, read, workshop

WINDOW = {"what": "报送", "from": date(2024, 2, 1), "through": date(2024, 3, 1)}


def undoing(kind: str) -> dict[str, Any]:
    return act(kind, undoes="yangli/2020-06-01-list")


def items(**records: Any) -> tuple[Item, ...]:
    """The items of a whole site made of these records."""
    return workshop(**records).overview.items


def test_the_latest_comes_first_and_of_one_day_the_order_is_fixed() -> None:
    found = items(
        notices={
            "2023/2023-a": notice(issued_on=date(2023, 5, 1)),
            "2023/2023-b": notice(issued_on=date(2023, 5, 1)),
        },
        designations={"yangli/2023-c": designation(issued_on=date(2023, 5, 2))},
    )

    assert [item.address for item in found] == [
        "notices/2023/yangli-c/",
        "notices/2023/b/",
        "notices/2023/a/",
    ]


def test_a_date_known_only_to_the_year_stands_where_it_may_be_at_the_latest() -> None:
    found = items(
        notices={
            "2023/2023-year": notice(issued_on="2023"),
            "2023/2023-day": notice(issued_on=date(2023, 12, 30)),
            "2023/2023-month": notice(issued_on="2023-12"),
        }
    )

    assert [item.address.split("/")[2] for item in found] == ["month", "year", "day"]


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_a_written_notice_has_the_kind_it_states(kind: NoticeKind) -> None:
    (item,) = items(notices={"2023/2023-11-01-a": notice(kind=kind.value)})

    assert item.kind == kind.label


@pytest.mark.parametrize(
    ("acts", "kind"),
    [
        ([act("propose")], "公示"),
        ([act("designate")], "认定公告"),
        ([act("designate"), act("revoke", row("yangli-0002"))], "认定公告"),
        ([act("revoke")], "撤销公告"),
        ([act("revoke"), act("revoke", row("yangli-0002"))], "撤销公告"),
        ([act("rename"), act("revoke", row("yangli-0002"))], "撤销公告"),
        ([act("propose"), act("rename", row("yangli-0002"))], "公示"),
        ([act("rename"), act("designate", row("yangli-0002"))], "认定公告"),
        ([act("rename")], "更正"),
        ([undoing("correct"), undoing("withdraw")], "更正"),
        ([act("renew")], "复核与撤销"),
        ([act("renew"), act("revoke", row("yangli-0002"))], "复核与撤销"),
    ],
)
def test_a_document_is_a_notice_of_the_kind_of_its_acts(acts: list[dict[str, Any]], kind: str) -> None:
    assert kind_of(designation(*acts)) == kind


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "认定1家（全部收录）"),
        ({"stated_count": 188, "complete": False}, "认定188家（收录1家）"),
        ({"stated_count": None, "complete": False}, "认定家数未见（收录1家）"),
        ({"tier": "ordinary"}, "认定普通平台1家（全部收录）"),
        ({"platforms": [], "stated_count": 5, "complete": False}, "认定5家（收录0家）"),
    ],
)
def test_an_act_says_how_many_it_states_and_how_many_are_recorded(changes: dict[str, Any], text: str) -> None:
    assert act_in_words(designation(act(**changes)).acts[0]) == text


def test_a_document_is_summed_up_by_its_acts() -> None:
    document = designation(act("renew"), act("revoke", row("yangli-0002")))
    (item,) = items(designations={"yangli/2020-06-01-list": document})

    assert item.summary == "复核通过（继续认定）1家（全部收录）；撤销1家（全部收录）"


@pytest.mark.parametrize(
    ("as_of", "border"),
    [
        (date(2024, 1, 31), date(2024, 2, 1)),
        (date(2024, 2, 1), date(2024, 3, 2)),
        (date(2024, 2, 29), date(2024, 3, 2)),
        (date(2024, 3, 1), date(2024, 3, 2)),
        (date(2024, 3, 2), None),
    ],
)
def test_the_next_change_is_the_first_day_of_a_window_or_the_day_after_its_last(
    as_of: date, border: date | None
) -> None:
    room = workshop(notices={"2023/2023-11-01-a": notice(windows=[WINDOW])}, as_of=as_of)

    assert next_border(room, room.overview.items[0].windows) == border


@pytest.mark.parametrize(
    "address", ["", "notices/", "notices/2023/", "notices/in/yangli/", "notices/2023/a/"]
)
def test_every_page_that_shows_a_window_knows_when_it_changes(address: str) -> None:
    made = pages(workshop(notices={"2023/2023-11-01-a": notice(windows=[WINDOW])}))

    assert made[address].next_change == date(2024, 2, 1)


def test_a_window_without_a_first_day_changes_only_after_its_last() -> None:
    window = {"what": "报送", "through": date(2024, 3, 1)}
    made = pages(workshop(notices={"2023/2023-11-01-a": notice(windows=[window])}))

    assert made["notices/2023/a/"].next_change == date(2024, 3, 2)


def test_every_notice_and_document_is_on_the_list_under_its_year() -> None:
    made = pages(
        workshop(
            notices={"2023/2023-11-01-a": notice(title="甲通知")},
            designations={"yangli/2020-06-01-list": designation(title="乙名单")},
        )
    )
    reading = read(made["notices/"].body)

    assert [e.text for e in reading.all("h2") if e.text.isdigit()] == ["2023", "2020"]
    assert {"甲通知", "乙名单"} <= {e.text for e in reading.all("a")}


def test_the_list_of_a_year_has_its_notices_and_documents_and_no_others() -> None:
    made = pages(
        workshop(
            notices={
                "2023/2023-11-01-a": notice(title="甲通知"),
                "2022/2022-11-01-a": notice(title="丙通知", issued_on="2022-11-01"),
            },
            designations={"yangli/2023-12-01-list": designation(title="乙名单", issued_on="2023-12-01")},
        )
    )
    reading = read(made["notices/2023/"].body)

    assert [e.text for e in reading.all("a")] == ["首页", "公告", "乙名单", "甲通知"]
    assert "共 2 件。" in reading.text


def test_a_list_without_notices_says_so() -> None:
    assert "还没有收录公告" in pages(workshop())["notices/"].body


def test_what_a_notice_does_not_state_is_said_to_be_unseen() -> None:
    made = pages(workshop(notices={"2023/2023-11-01-a": notice(document_number=None)}))

    assert "没有或未见" in made["notices/2023/a/"].body


def test_a_title_that_we_gave_is_marked_as_ours() -> None:
    ours = pages(workshop(notices={"2023/2023-11-01-a": notice(title_is_ours=True)}))
    theirs = pages(workshop(notices={"2023/2023-11-01-a": notice(title_is_ours=False)}))

    assert "本站拟题" in ours["notices/2023/a/"].body
    assert "本站拟题" not in theirs["notices/2023/a/"].body


def test_an_incomplete_list_says_so_and_a_complete_one_too() -> None:
    incomplete = designation(act(stated_count=188, complete=False))
    complete = designation(act(stated_count=1, complete=True))
    made = [
        pages(workshop(designations={"yangli/2020-06-01-list": document}))["notices/2020/yangli-list/"].body
        for document in (incomplete, complete)
    ]

    assert "没有录全" in made[0]
    assert "，已录全" in made[1]
