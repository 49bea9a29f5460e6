# SPDX-License-Identifier: Apache-2.0
"""In which order do decisions take effect, which rows do they have, and how do corrections change them?"""

from collections.abc import Mapping

from generator.derive.deeds import deeds, in_order
from generator.model.designation import Designation
from tests import builders
from tests.derive.chronicle import SUBJECT, complaint, life, on, spans, told, withdrawing


def order_of(documents: Mapping[str, Designation]) -> list[str]:
    """The ids of documents in the order in which they take effect."""
    return [id_ for id_, _ in in_order(builders.site(designations=documents))]


def correction(document: str, day: str, row: dict[str, object]) -> Designation:
    """A document that corrects one row of another."""
    return on(day, "correct", row, undoes=f"yangli/{document}")


# Order


def test_documents_take_effect_by_date() -> None:
    documents = {"a/x": on("2021-01-01"), "a/y": on("2020-01-01"), "b/x": on("2020-06-01")}

    assert order_of(documents) == ["a/y", "b/x", "a/x"]


def test_of_two_overlapping_dates_the_one_that_may_be_earlier_comes_first() -> None:
    documents = {"a/day": on("2020-06-15"), "a/month": on("2020-06"), "a/year": on("2020")}

    assert order_of(documents) == ["a/year", "a/month", "a/day"]


def test_a_day_comes_before_the_month_that_begins_with_it() -> None:
    assert order_of({"a/month": on("2020-06"), "a/day": on("2020-06-01")}) == ["a/day", "a/month"]


def test_documents_of_the_same_date_keep_the_order_of_their_ids() -> None:
    assert order_of({"a/y": on("2020-06-01"), "a/x": on("2020-06-01")}) == ["a/x", "a/y"]


def test_acts_of_one_document_take_effect_in_the_order_in_which_they_stand() -> None:
    document = builders.designation(
        builders.act("revoke"), builders.act("designate"), issued_on="2022-01-01", ruleset="yangli/2020"
    )

    assert spans(life(on("2020-06-01"), document)) == [
        "2020-06-01/2021-12-31 act",
        "2022-01-01/2024-12-31 eve",
    ]


# Rows


def test_every_row_knows_where_it_stands() -> None:
    other = builders.row("yangli-0002", "样例乙服务中心")
    document = builders.designation(
        builders.act("designate"), builders.act("propose", builders.row("yangli-0003", "样例丙"), other)
    )
    site = builders.site(designations={"yangli/a": document})

    assert [deed.keys for deed in deeds(site)] == [
        ("acts", 0, "platforms", 0),
        ("acts", 1, "platforms", 0),
        ("acts", 1, "platforms", 1),
    ]


def test_the_law_is_that_of_the_version_which_the_document_names() -> None:
    site = builders.site(
        rulesets={"yangli/2020": builders.ruleset(validity={"years": 3, "article": None})},
        designations={"yangli/a": on("2020-06-01"), "yangli/b": on("2020-06-02", ruleset="yangli/1999")},
    )

    assert [deed.validity and deed.validity.years for deed in deeds(site)] == [3, None]


def test_two_documents_that_withdraw_each_other_concern_nobody() -> None:
    platforms, conflicts = told(withdrawing("b", "2020-01-01"), withdrawing("a", "2020-02-01"))

    assert (platforms, conflicts) == ({}, ())


def test_a_withdrawal_of_a_document_that_is_not_recorded_concerns_nobody() -> None:
    assert told(withdrawing("z", "2020-01-01")) == ({}, ())


# Corrections


def test_a_correction_replaces_the_fields_that_it_states_and_keeps_the_others() -> None:
    wrong = builders.row(name="样例申服务中心", location="样例市东区", category="甲类")
    right = builders.row(name="样例甲服务中心", location="样例市西区")
    platform = life(on("2020-06-01", "designate", wrong), correction("a", "2020-07-01", right))

    assert (platform.name, platform.location, platform.category) == ("样例甲服务中心", "样例市西区", "甲类")


def test_a_correction_holds_from_the_corrected_document_on_and_leaves_no_former_name() -> None:
    wrong = builders.row(name="样例申服务中心")
    platform = life(on("2020-06-01", "designate", wrong), correction("a", "2020-07-01", builders.row()))

    assert [(name.name, str(name.from_)) for name in platform.names] == [("样例甲服务中心", "2020-06-01")]


def test_a_correction_is_mentioned_and_changes_no_term() -> None:
    platform = life(on("2020-06-01"), correction("a", "2020-07-01", builders.row(category="甲类")))

    assert [mention.act for mention in platform.mentions] == ["designate", "correct"]
    assert spans(platform) == spans(life(on("2020-06-01")))


def test_of_two_corrections_the_later_one_holds_field_by_field() -> None:
    platform = life(
        on("2020-06-01"),
        correction("a", "2020-07-01", builders.row(location="样例市东区", category="甲类")),
        correction("a", "2020-08-01", builders.row(location="样例市西区")),
    )

    assert (platform.location, platform.category) == ("样例市西区", "甲类")


def test_a_correction_reaches_only_the_document_that_it_names() -> None:
    platform = life(
        on("2020-06-01", "designate", builders.row(location="样例市东区")),
        on("2023-05-20", "renew", builders.row(location="样例市南区")),
        correction("a", "2023-06-01", builders.row(location="样例市西区")),
    )

    assert platform.location == "样例市南区"


def test_a_platform_that_the_corrected_document_does_not_list_cannot_be_corrected() -> None:
    stranger = builders.row("yangli-0002", "样例乙服务中心")

    assert complaint(on("2020-06-01"), correction("a", "2020-07-01", stranger)) == (
        "yangli/a 里没有 yangli-0002，无可更正",
        "核对 undoes 和平台编号",
    )


def test_a_correction_of_a_document_that_is_not_recorded_is_told() -> None:
    assert complaint(on("2020-06-01"), correction("z", "2020-07-01", builders.row()))[0] == (
        f"yangli/z 里没有 {SUBJECT}，无可更正"
    )
