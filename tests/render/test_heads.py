# SPDX-License-Identifier: Apache-2.0
"""Does the head of a page carry the tags of government sites, and structured data that no text can leave?"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.days import PartialDate
from generator.render.heads import column, metas, structured
from tests.builders import tiny_site
from tests.render.workshop import pages, read, tiny_workshop

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)


def tags(html: str) -> dict[str, str]:
    return {e.attributes["name"]: e.attributes["content"] for e in read(html).all("meta")}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("registry/", "查询"),
        ("registry/yangli-0001/", "查询"),
        ("notices/2020/x/", "公告"),
        ("review/", "样例名录（虚构）"),
    ],
)
def test_the_column_of_a_page_is_called_as_the_navigation_calls_it(address: str, name: str) -> None:
    assert column(address, tiny_site().settings) == name


def test_a_tag_without_a_fact_is_left_out() -> None:
    assert tags(metas("查询")) == {"ColumnName": "查询", "ColumnType": "查询"}


@pytest.mark.parametrize(
    ("day", "said"), [("2020-06-01", "2020-06-01"), ("2020-06", None), (2020, None), (None, None)]
)
def test_only_a_day_that_is_known_is_a_day_of_publication(day: str | int | None, said: str | None) -> None:
    published = PartialDate.parse(day) if day else None

    assert tags(metas("公告", title="样例", published=published)).get("PubDate") == said


def test_a_keyword_is_named_once() -> None:
    assert tags(metas("查询", keywords=("甲", "乙", "甲")))["Keywords"] == "甲,乙"


@given(TEXTS)
def test_a_tag_says_exactly_the_text(text: str) -> None:
    assert tags(metas(text, title=text, source=text)) == {
        "ColumnName": text,
        "ColumnType": text,
        "ArticleTitle": text,
        "ContentSource": text,
    }


@given(TEXTS | st.just("</script><!--"))
def test_structured_data_says_exactly_the_text_and_ends_where_it_should(text: str) -> None:
    (block,) = read(structured({"name": text})).all("script")

    assert json.loads(block.text) == {"@context": "https://schema.org", "name": text}


def test_structured_data_leaves_out_what_is_not_known() -> None:
    (block,) = read(structured({"name": "甲", "url": None, "alternateName": []})).all("script")

    assert set(json.loads(block.text)) == {"@context", "name"}


def test_a_designation_document_carries_its_title_day_issuer_and_kind() -> None:
    assert tags(pages(tiny_workshop())["notices/2020/yangli-first-list/"].head) == {
        "ColumnName": "公告",
        "ColumnType": "公告",
        "ArticleTitle": "关于公布首批示范平台名单的通知（虚构）",
        "PubDate": "2020-06-01",
        "ContentSource": "样例市工业和信息化局",
        "Keywords": "样例省样例市,认定公告",
    }


def test_a_notice_carries_its_title_day_and_issuer() -> None:
    assert tags(pages(tiny_workshop())["notices/2023/yangli-call/"].head)["PubDate"] == "2023-11-01"
