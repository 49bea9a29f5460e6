# SPDX-License-Identifier: Apache-2.0
"""Does every kind of notice state what it needs, or say that it was not seen?"""

from datetime import date
from typing import Any

import pytest

from generator.checks.notices import (
    acts_have_an_effect,
    counts_in_documents_agree_with_their_lists,
    notices_state_what_their_kind_needs,
    proposals_and_corrections_state_what_they_need,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import act, designation, notice, row
from tests.checks.findings import places_told, told

ID = "2023/2023-11-01-a"
FILE = f"content/notices/{ID}.md"
CONTACT = {"office": "样例科", "seen_in": "样例", "checked_on": date(2024, 1, 2)}
UNSEEN: dict[str, dict[str, Any]] = {
    "call": {"windows": []},
    "consultation": {"windows": [], "contact": None},
    "publicity": {"publicity": None, "contact": None, "announces": None},
    "designation": {"announces": None},
    "revocation": {"announces": None, "reason": None},
    "correction": {"corrects": "2023/2023-10-01-b", "reason": None},
    "other": {},
}
LACKING = [(kind, field) for kind, fields in UNSEEN.items() for field in fields]


def with_notice(**changes: Any) -> Register:
    return builders.register(notices={ID: notice(**changes)})


def with_documents(**documents: Any) -> Register:
    return builders.register(designations={f"yangli/{name}": one for name, one in documents.items()})


@pytest.mark.parametrize("kind", UNSEEN)
def test_what_no_source_states_may_be_said_to_be_unseen(kind: str) -> None:
    known = with_notice(kind=kind, **UNSEEN[kind])

    assert told(notices_state_what_their_kind_needs, known) == []


@pytest.mark.parametrize(("kind", "field"), LACKING)
def test_what_is_left_out_is_told_with_how_it_is_written(kind: str, field: str) -> None:
    others = {name: value for name, value in UNSEEN[kind].items() if name != field}

    [(place, _, repair)] = told(notices_state_what_their_kind_needs, with_notice(kind=kind, **others))

    assert place == f"{FILE} kind"
    assert f"补上 {field}" in repair


def test_a_withdrawal_needs_no_other_target() -> None:
    known = with_notice(kind="correction", withdraws="2023/2023-10-01-b", reason="样例")

    assert told(notices_state_what_their_kind_needs, known) == []


def test_a_period_that_is_written_as_a_window_is_told_elsewhere() -> None:
    windows = [{"what": "公示", "from": date(2023, 9, 28), "through": date(2023, 10, 10)}]
    known = with_notice(kind="publicity", windows=windows, contact=CONTACT, announces=None)

    assert told(notices_state_what_their_kind_needs, known) == []


@pytest.mark.parametrize("given", [{"publicity": None}, {"contact": CONTACT}, {}])
def test_a_proposal_states_its_period_and_its_channel(given: dict[str, Any]) -> None:
    lacking = {"publicity", "contact"} - set(given)
    known = with_documents(list=designation(act("propose"), **given))

    found = told(proposals_and_corrections_state_what_they_need, known)

    assert len(found) == len(lacking)
    assert all(place == "registry/designations/yangli/list.yaml acts 0 kind" for place, _, _ in found)


def test_a_proposal_that_states_both_passes_and_others_need_neither() -> None:
    known = with_documents(
        one=designation(act("propose"), publicity=None, contact=None), two=designation(act("designate"))
    )

    assert told(proposals_and_corrections_state_what_they_need, known) == []


@pytest.mark.parametrize("kind", ["correct", "withdraw"])
def test_a_correction_or_withdrawal_gives_its_reason_or_says_that_it_was_not_seen(kind: str) -> None:
    silent = with_documents(list=designation(act(kind, undoes="yangli/a")))
    unseen = with_documents(list=designation(act(kind, undoes="yangli/a", reason=None)))

    assert places_told(proposals_and_corrections_state_what_they_need, silent) == [
        "registry/designations/yangli/list.yaml acts 0 kind"
    ]
    assert told(proposals_and_corrections_state_what_they_need, unseen) == []


def corrected(*rows: dict[str, Any]) -> Register:
    change = designation(act("correct", *rows, undoes="yangli/first"), issued_on="2021-06-01")
    return with_documents(first=designation(), second=change)


def test_a_correction_that_changes_something_has_an_effect() -> None:
    assert told(acts_have_an_effect, corrected(row(location="样例市东区"))) == []


@pytest.mark.parametrize("changes", [{}, {"location": None}])
def test_a_correction_that_changes_nothing_is_told(changes: dict[str, Any]) -> None:
    assert places_told(acts_have_an_effect, corrected(row(**changes))) == [
        "registry/designations/yangli/second.yaml acts 0 platforms 0 platform"
    ]


@pytest.mark.parametrize(("kind", "wrong"), [("designate", 0), ("propose", 0), ("correct", 1)])
def test_what_only_corrects_cannot_be_taken_back(kind: str, wrong: int) -> None:
    undoes = {"undoes": "yangli/zero"} if kind == "correct" else {}
    known = with_documents(
        first=designation(act(kind, **undoes)),
        second=designation(act("withdraw", undoes="yangli/first"), issued_on="2021-06-01"),
    )

    assert len(told(acts_have_an_effect, known)) == wrong


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": "关于认定2家的通知"}, "title"),
        ({"statements": ["无关。", "这次认定2家。"]}, "statements 1"),
        ({"acts": [act("revoke", reason="撤销3家")]}, "acts 0 reason"),
    ],
)
def test_a_count_in_the_words_of_a_document_that_its_list_contradicts_is_told(
    changes: dict[str, Any], place: str
) -> None:
    known = with_documents(list=designation(**changes))

    assert places_told(counts_in_documents_agree_with_their_lists, known) == [
        f"registry/designations/yangli/list.yaml {place}"
    ]


def test_counts_that_agree_pass() -> None:
    known = with_documents(list=designation(title="关于认定1家的通知", statements=["每区认定不超过4家。"]))

    assert told(counts_in_documents_agree_with_their_lists, known) == []
