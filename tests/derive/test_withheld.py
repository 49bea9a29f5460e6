# SPDX-License-Identifier: Apache-2.0
"""Is nothing of a list that names persons shown after its last day, and everything until then?"""

from dataclasses import replace
from datetime import date, timedelta

from generator.derive.register import register
from generator.derive.withheld import STUB, is_withheld, shown_on, shown_until, withdrawn_on
from generator.model.site import Site
from tests.builders import act, designation, notice, row, site

LAST = date(2024, 2, 10)
AFTER = LAST + timedelta(days=1)
PROPOSED, LISTED, NOTICE = "yangli/2023-12-20-proposed", "yangli/2023-05-20-list", "2023/2023-12-20-yangli-a"
BOTH, ONLY = row(), row("yangli-0009", "甄虚构工作室", operator="甄虚构")


def known() -> Site:
    return site(
        designations={
            PROPOSED: designation(
                act("propose", ONLY, BOTH, reason="甄虚构推荐"),
                issued_on="2023-12-20",
                display_until=LAST,
                statements=["甄虚构"],
                remarks=["甄虚构"],
            ),
            LISTED: designation(act("designate", BOTH), issued_on="2023-05-20"),
        },
        notices={
            NOTICE: notice(
                "甄虚构",
                kind="publicity",
                summary="甄虚构",
                attachments=[{"title": "甄虚构"}],
                remarks=["甄虚构"],
                display_until=LAST,
            )
        },
    )


def test_until_the_last_day_the_site_is_as_it_is() -> None:
    assert shown_on(known(), LAST) == known()
    assert not is_withheld(known().designations[PROPOSED], LAST)


def test_afterwards_nobody_who_stands_in_the_list_alone_is_named_anywhere() -> None:
    shown = shown_on(known(), AFTER)

    assert "甄虚构" not in repr(shown.notices) + repr(shown.designations)
    assert shown.notices[NOTICE].front.summary == STUB
    assert set(register(shown).platforms) == {"yangli-0001"}
    assert shown.withheld == {"yangli-0009"}
    assert shown.designations[LISTED] == known().designations[LISTED]


def test_what_else_the_record_says_stays() -> None:
    before, after = known().designations[PROPOSED], shown_on(known(), AFTER).designations[PROPOSED]

    kept = ("title", "issuer", "issued_on", "document_number", "source", "display_until")
    assert all(getattr(before, name) == getattr(after, name) for name in kept)
    assert [(one.kind, one.stated_count) for one in after.acts] == [("propose", 2)]


def test_a_platform_is_shown_until_the_last_day_of_the_lists_that_alone_name_it() -> None:
    folded = register(known()).platforms
    documents = known().designations

    assert shown_until(folded["yangli-0009"], documents) == LAST
    assert shown_until(folded["yangli-0001"], documents) is None


def test_the_day_on_which_a_list_goes_is_told_until_it_is_gone() -> None:
    record = known().designations[PROPOSED]

    assert (withdrawn_on(record, LAST), withdrawn_on(record, AFTER)) == (AFTER, None)
    assert withdrawn_on(known().designations[LISTED], LAST) is None


def test_without_such_a_list_the_site_is_the_same() -> None:
    plain = replace(known(), designations={LISTED: designation()}, notices={})

    assert shown_on(plain, AFTER) is plain
