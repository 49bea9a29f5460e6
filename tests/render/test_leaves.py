# SPDX-License-Identifier: Apache-2.0
"""Does each notice and document tell what others need to follow it, and no more?"""

from datetime import date
from typing import Any

import pytest

from generator.model.chain import Leaf
from generator.render.leaves import SHORT, leaves_of
from tests.builders import act, designation, notice, register, row

FIRST, SECOND, THIRD = (f"yangli/202{n}-06-01-list" for n in range(3))


def leaves(**records: Any) -> dict[str, Leaf]:
    return {leaf.id: leaf for leaf in leaves_of(register(**records))}


def test_a_document_names_those_that_decided_about_the_same_platforms_just_before() -> None:
    found = leaves(
        designations={
            FIRST: designation(act("designate", row(), row("yangli-0002", "样例乙服务中心"))),
            SECOND: designation(act("renew", row()), issued_on="2021-06-01"),
            THIRD: designation(
                act("revoke", row(), row("yangli-0002", "样例乙服务中心")), issued_on="2022-06-01"
            ),
        }
    )

    assert {id_: leaf.acts_on for id_, leaf in found.items()} == {
        FIRST: (),
        SECOND: (FIRST,),
        THIRD: (FIRST, SECOND),
    }


def test_a_document_tells_what_it_undoes_and_why() -> None:
    undoing = designation(act("withdraw", undoes=FIRST, reason="样例"), issued_on="2021-06-01")

    [told] = leaves(designations={FIRST: designation(), SECOND: undoing})[SECOND].undoes

    assert (told.target, told.withdraws, told.reason, told.keys) == (
        FIRST,
        True,
        "样例",
        ("acts", 0, "undoes"),
    )


@pytest.mark.parametrize(("field", "kind"), [("corrects", "更正"), ("withdraws", "撤回")])
def test_a_notice_that_undoes_another_is_called_so(field: str, kind: str) -> None:
    record = notice(kind="correction", reason=None, **{field: FIRST})

    leaf = leaves(notices={"2023/2023-11-01-a": record})["2023/2023-11-01-a"]

    assert (leaf.kind, leaf.undoes[0].withdraws, leaf.undoes[0].keys) == (
        kind,
        field == "withdraws",
        (field,),
    )


@pytest.mark.parametrize(("count", "told"), [(1, 1), (SHORT, SHORT), (SHORT + 1, 0)])
def test_only_short_lists_are_told_row_by_row(count: int, told: int) -> None:
    rows = [row(f"yangli-{n:04}", f"样例{n}号") for n in range(1, count + 1)]

    assert len(leaves(designations={FIRST: designation(act("designate", *rows))})[FIRST].rows) == told


def test_a_list_that_is_not_shown_for_ever_is_not_told_to_others() -> None:
    shown = designation(act("propose"), display_until=date(2024, 2, 10))

    leaf = leaves(designations={FIRST: shown})[FIRST]

    assert (leaf.rows, leaf.summary) == ((), "拟认定公示1家")
