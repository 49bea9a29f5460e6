# SPDX-License-Identifier: Apache-2.0
"""Is what need not be asked right, and left open where it is not certain?"""

from datetime import date

import pytest

from generator.author.drafts import known
from generator.author.drafts.origins import field_at
from generator.base.days import PartialDate
from generator.model.designation import ActKind
from generator.model.period import PublicityPeriod
from tests.builders import TINY_DAY, designation, notice, site, tiny_site


def test_the_authority_is_the_one_seen_last_if_any() -> None:
    assert known.issuer_of(tiny_site(), "yangli") == "样例市工业和信息化局"
    assert known.issuer_of(tiny_site(), "national") is None


def test_names_and_addresses_that_are_taken_get_a_number() -> None:
    documents = {"yangli/2023-05-01-call": designation(issued_on="2023-05-01")}
    made = site(notices={"2023/2023-11-01-yangli-call": notice()}, designations=documents)

    on = PartialDate(2023, 12, 1)
    assert known.free_notice(made, on, "yangli-call") == "2023/2023-12-01-yangli-call-2"
    assert known.free_notice(made, on, "yangli-other") == "2023/2023-12-01-yangli-other"
    assert known.free_document(made, "yangli", on, "call") == "yangli/2023-12-01-call-2"
    assert known.free_document(made, "yangli", PartialDate(2022), "call") == "yangli/2022-call"
    assert known.free_name("a", {"a", "a-2"}) == "a-3"


def test_documents_are_offered_by_what_they_decide_newest_first() -> None:
    found = known.documents_with(tiny_site(), "yangli", [ActKind.DESIGNATE, ActKind.RENEW])

    assert [id_ for id_, _ in found] == ["yangli/2023-05-20-renewal", "yangli/2020-06-01-first-list"]
    assert found[1][1].endswith("（2020-06-01）")


@pytest.mark.parametrize(
    ("url", "file", "kind"),
    [
        ("https://gxj.example.gov.cn/1", None, "official"),
        ("https://gov.cn/1", None, "official"),
        ("https://example.org/gov.cn", None, "press"),
        (None, "a.pdf", "document"),
        (None, None, "reprint"),
    ],
)
def test_the_kind_of_a_source_follows_from_where_it_was_found(
    url: str | None, file: str | None, kind: str
) -> None:
    found = known.source_of(url, file, "样例局", TINY_DAY)

    assert found["kind"] == kind
    assert (found.get("url"), found.get("file")) == (url, file)


def test_the_end_of_a_period_is_told_as_it_is_reckoned() -> None:
    def told(ruleset: str | None, **stated: object) -> str | None:
        period = PublicityPeriod.model_validate({"from": date(2023, 9, 28), **stated})
        return known.publicity_told(tiny_site(), ruleset, period)

    assert told("yangli/2020") == (
        "公示期：2023年9月28日至2023年10月10日。末日由系统按yangli/2020 第三条的5个工作日推算，首日计入。"
    )
    assert told(None, through=date(2023, 10, 9)) == "公示期：2023年9月28日至2023年10月9日。末日照公告所写。"
    assert told(None) is None
    far = PublicityPeriod.model_validate({"from": date(2190, 9, 28), "working_days": 5})
    assert "不早于" in (known.publicity_told(tiny_site(), None, far) or "")


def test_a_line_of_a_draft_is_known_by_its_field() -> None:
    text = "---\n# x\nkind: call\nsource:\n  url: x\n---\n\n正文\n"

    assert [field_at(text, line) for line in (1, 2, 3, 5, 8)] == [None, None, "kind", "source", "body"]
