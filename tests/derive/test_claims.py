# SPDX-License-Identifier: Apache-2.0
"""Is a number in a text taken for the count of a list where it is one, and only there?"""

import pytest

from generator.derive.claims import claims_in, claims_of, decided_by, disagreeing
from generator.model.designation import ActKind
from tests.builders import act, designation, notice, row

COUNTS: dict[str, list[tuple[ActKind | None, int]]] = {
    "认定188家": [(ActKind.DESIGNATE, 188)],
    "拟认定36家平台，公示如下": [(ActKind.PROPOSE, 36)],
    "98家通过复核，7家被撤销": [(ActKind.RENEW, 98), (ActKind.REVOKE, 7)],
    "复核通过九十八家、撤销七家": [(ActKind.RENEW, 98), (ActKind.REVOKE, 7)],
    "认定样例市中小企业公共服务示范平台 3 家": [(ActKind.DESIGNATE, 3)],
    "共115家": [(None, 115)],
    "认定两家": [(ActKind.DESIGNATE, 2)],
}
OTHERS = [
    "每区认定不超过4家",
    "各省推荐认定的，至多2家",
    "此前已认定5家",
    "2019年认定的3家",
    "认定满三年的企业，服务中小企业50家",
    "省级9家",
    "认定名单（3家）",
    "最近一批省级认定中有5家，数量居全省第5，其中认定3家",
    "",
]


@pytest.mark.parametrize("text", COUNTS)
def test_what_a_text_says_of_the_decision_is_taken(text: str) -> None:
    assert sorted((c.number, c.kind) for c in claims_in(text)) == sorted(
        (number, kind) for kind, number in COUNTS[text]
    )


@pytest.mark.parametrize("text", OTHERS)
def test_limits_earlier_decisions_and_other_numbers_are_passed_over(text: str) -> None:
    claims = [claim for claim in claims_in(text) if claim.words.startswith(("认定", "共"))]

    assert list(disagreeing(claims, decided_by(designation(act("designate"))))) == []


def test_a_notice_is_read_in_title_summary_and_body_with_the_lines_of_its_file() -> None:
    told = claims_of(notice("没有数。\n这次认定4家。", title="认定2家的公告", summary="认定3家"))

    assert [(c.number, c.field, c.line, c.column) for c in told] == [
        (2, "title", 0, 1),
        (3, "summary", 0, 1),
        (4, None, 13, 3),
    ]


TWO = [row(), row("yangli-0002", "样例乙服务中心")]


@pytest.mark.parametrize("text", ["认定3家", "认定2家", "认定1家", "共3家", "撤销9家"])
def test_a_list_bears_out_its_counts_their_sum_and_says_nothing_of_others(text: str) -> None:
    document = designation(act("designate", *TWO), act("designate", row("yangli-0003", "样例丙服务中心")))

    assert list(disagreeing(claims_in(text), decided_by(document))) == []


@pytest.mark.parametrize(("text", "right"), [("认定4家", 2), ("共3家", 2), ("复核通过1家", 2)])
def test_another_number_is_told_with_the_right_one(text: str, right: int) -> None:
    [(claim, stated)] = disagreeing(claims_in(text), decided_by(designation(act("renew", *TWO))))

    assert (claim.words, stated) == (text, right)


def test_a_document_that_does_not_say_how_many_contradicts_nobody() -> None:
    document = designation(act("designate", *TWO, stated_count=None, complete=False))

    assert list(disagreeing(claims_in("认定4家"), decided_by(document))) == []
