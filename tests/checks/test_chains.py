# SPDX-License-Identifier: Apache-2.0
"""Do notices and documents of different parts of the site fit each other?"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.base.finding import Finding, Level
from generator.checks.chains import (
    Library,
    announcements_fit_what_is_decided,
    announcements_have_an_effect,
    counts_in_notices_agree_with_the_list,
    linked_records_are_there,
)
from generator.derive.register import register
from generator.model.chain import Leaves
from generator.model.designation import Designation
from generator.render.leaves import leaves_of
from tests.builders import act, designation, notice, site

NOTICE, LIST = "2021/2021-06-01-a", "yangli/2021-06-01-list"


def library(
    documents: dict[str, Designation] | None = None, unreadable: str | None = None, **front: Any
) -> Library:
    """Two shards: the documents, and one notice of 2021-06-01."""
    lists = site(designations=documents or {})
    notices = site(notices={NOTICE: notice(**({"issued_on": "2021-06-01"} | front))})
    return Library.of(
        Leaves(
            key="",
            leaves=leaves_of(register(shard)),
            unreadable=frozenset([unreadable] if unreadable else []),
        )
        for shard in (lists, notices)
    )


def announcing(kind: str, *acts: dict[str, Any], **front: Any) -> Library:
    """A notice that announces a document with these acts."""
    document = designation(*acts, issued_on="2021-06-01", begins_mid_history=True)
    return library({LIST: document}, kind=kind, announces=LIST, **front)


def places(check: Callable[[Library], Iterator[Finding]], known: Library) -> list[str]:
    return [
        " ".join([found.location.file, *map(str, found.location.keys)]).removeprefix(
            f"content/notices/{NOTICE}.md "
        )
        for found in check(known)
    ]


ONE = {LIST: designation(issued_on="2021-06-01")}


@pytest.mark.parametrize(
    "front",
    [
        {"follows": [LIST]},
        {"followed_by": [LIST]},
        {"announces": LIST},
        {"kind": "correction", "corrects": LIST},
        {"kind": "correction", "withdraws": LIST},
    ],
)
def test_what_a_notice_names_is_looked_for_in_every_part_of_the_site(front: dict[str, Any]) -> None:
    field = next(name for name in front if name != "kind")
    place = f"{field} 0" if isinstance(front[field], list) else field

    assert places(linked_records_are_there, library(ONE, **front)) == []
    assert places(linked_records_are_there, library(**front)) == [place]
    unread = library(unreadable=f"registry/designations/{LIST}.yaml", **front)
    assert places(linked_records_are_there, unread) == [], "it is told for itself"


def test_the_nearest_name_is_proposed() -> None:
    [found] = linked_records_are_there(library(ONE, follows=[f"{LIST}s"]))

    assert found.repair == f"是否想写“{LIST}”？"


@pytest.mark.parametrize(
    ("field", "day", "wrong"),
    [
        ("follows", "2021-05-31", False),
        ("follows", "2021", False),
        ("follows", "2021-06-02", True),
        ("followed_by", "2021-05-31", True),
        ("followed_by", "2021-06", False),
        ("followed_by", "2021-06-02", False),
    ],
)
def test_what_is_followed_is_earlier_and_what_follows_is_later(field: str, day: str, wrong: bool) -> None:
    front: dict[str, Any] = {field: [LIST]}
    known = library({LIST: designation(issued_on=day)}, **front)

    assert bool(places(linked_records_are_there, known)) is wrong


@pytest.mark.parametrize(
    ("kind", "acts"),
    [
        ("publicity", ["propose"]),
        ("designation", ["designate"]),
        ("designation", ["renew", "revoke"]),
        ("revocation", ["revoke"]),
        ("correction", ["rename"]),
        ("other", ["propose"]),
    ],
)
def test_a_notice_of_the_right_kind_announces_what_changes(kind: str, acts: list[str]) -> None:
    assert places(announcements_fit_what_is_decided, announcing(kind, *map(act, acts))) == []


@pytest.mark.parametrize(
    ("kind", "acts", "findings"),
    [
        ("publicity", ["designate"], 2),
        ("publicity", ["propose", "designate"], 1),
        ("designation", ["revoke"], 1),
        ("designation", ["propose"], 1),
        ("revocation", ["designate"], 1),
        ("correction", ["rename", "revoke"], 1),
        ("other", ["revoke"], 1),
        ("call", ["designate"], 1),
    ],
)
def test_no_standing_changes_under_a_notice_of_another_kind_and_none_is_without_effect(
    kind: str, acts: list[str], findings: int
) -> None:
    found = places(announcements_fit_what_is_decided, announcing(kind, *map(act, acts)))

    assert found == ["announces"] * findings


def test_a_notice_that_announces_nothing_recorded_is_pointed_out() -> None:
    [found] = announcements_have_an_effect(library(kind="designation", announces=None))

    assert found.level is Level.NOTE
    assert list(announcements_have_an_effect(announcing("designation", act("designate")))) == []
    assert list(announcements_have_an_effect(library(kind="call"))) == []


def test_a_count_in_the_front_matter_is_an_error_and_one_in_the_body_a_note() -> None:
    known = announcing("designation", act("designate"), summary="认定2家", body="认定3家。")

    found = list(counts_in_notices_agree_with_the_list(known))

    assert [(f.level, f.location.keys, f.location.line) for f in found] == [
        (Level.ERROR, ("summary",), 0),
        (Level.NOTE, (), 12),
    ]


def test_counts_that_agree_with_the_list_or_have_none_pass() -> None:
    agreeing = announcing("designation", act("designate"), summary="认定1家")

    assert places(counts_in_notices_agree_with_the_list, agreeing) == []
    assert places(counts_in_notices_agree_with_the_list, library(summary="认定9家")) == []
