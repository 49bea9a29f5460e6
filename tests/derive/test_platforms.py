# SPDX-License-Identifier: Apache-2.0
"""What do all documents together say of each platform, and in what order?"""

from generator.derive.platforms import fold
from tests import builders
from tests.builders import tiny_site
from tests.derive.chronicle import SUBJECT, life, on, spans, states, told


def test_platforms_come_in_the_order_of_their_ids() -> None:
    rows = [builders.row(id_, f"样例{id_}") for id_ in ("yangli-0003", "yangli-0001", "yangli-0002")]
    platforms, _ = told(on("2020-06-01", "designate", *rows))

    assert list(platforms) == ["yangli-0001", "yangli-0002", "yangli-0003"]


def test_the_jurisdiction_of_a_platform_is_told_by_its_id() -> None:
    platforms, _ = told(on("2020-06-01", "designate", builders.row("two-words-0001")))

    assert platforms["two-words-0001"].jurisdiction == "two-words"


def test_later_facts_replace_earlier_ones_and_silence_keeps_them() -> None:
    first = builders.row(location="样例市东区", operator="样例甲有限公司", functions=["training"])
    later = builders.row(location="样例市西区")
    platform = life(on("2020-06-01", "designate", first), on("2023-05-20", "renew", later))

    assert platform.location == "样例市西区"
    assert platform.operator == "样例甲有限公司"
    assert platform.functions == ("training",)


def test_a_platform_has_the_tier_and_the_kind_of_name_of_its_latest_list() -> None:
    platform = life(on("2020-06-01", tier="ordinary"), on("2023-05-20", "renew", named_by="platform"))

    assert (platform.tier, platform.named_by) == ("demonstration", "platform")


def test_every_document_is_mentioned_with_its_reason_and_note() -> None:
    row = builders.row(note="虚构的附注")
    platform = life(on("2020-06-01"), on("2021-03-15", "revoke", row, reason="虚构的原因"))

    assert [(m.document, str(m.on), m.act, m.reason, m.note) for m in platform.mentions] == [
        ("yangli/a", "2020-06-01", "designate", None, None),
        ("yangli/b", "2021-03-15", "revoke", "虚构的原因", "虚构的附注"),
    ]


def test_only_the_first_proposal_marks_the_standing() -> None:
    platform = life(on("2020-03-01", "propose"), on("2021-03-01", "propose"))

    assert states(platform.standing) == ["2020-03-01 proposed"]


def test_a_proposal_dated_by_the_year_is_only_said_from_the_last_day_of_that_year() -> None:
    assert states(life(on("2020", "propose")).standing) == ["2020-12-31 proposed"]


def test_rows_whose_id_is_yet_to_be_given_are_no_platform_and_no_contradiction() -> None:
    rows = (builders.row("yangli-0000", "样例丁"), builders.row("yangli-0000", "样例戊"))

    assert told(on("2020-06-01", "designate", *rows)) == ({}, ())


def test_a_title_whose_only_term_never_began_still_has_a_standing() -> None:
    platform = life(on("2020-06-01", **{"from": "2021-01-01"}), on("2020-07-01", "revoke"))

    assert states(platform.standing) == ["2021-01-01 revoked"]


def test_a_term_that_never_began_does_not_hide_how_the_running_one_ended() -> None:
    platform = life(
        on("2020-06-01"),
        on("2023-03-01", "renew"),
        on("2023-04-01", "withdraw", undoes="yangli/b"),
        on("2023-04-15", "revoke"),
    )

    assert states(platform.standing) == ["2020-06-01 valid", "2023-04-15 revoked"]


def test_the_tiny_site_tells_three_lives() -> None:
    platforms, conflicts = fold(tiny_site())

    assert conflicts == ()
    assert {id_: spans(platform) for id_, platform in platforms.items()} == {
        SUBJECT: ["2020-06-01/2023-05-31 eve", "2023-06-01/2026-06-01 policy"],
        "yangli-0002": ["2020-06-01/2023-05-31 eve"],
        "yangli-0003": ["2020-06-01/2021-03-14 act"],
    }
