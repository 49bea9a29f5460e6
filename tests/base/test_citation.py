# SPDX-License-Identifier: Apache-2.0
"""Which part of a document does a citation name?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.chinese_numerals import to_chinese
from generator.base.citation import Citation
from generator.base.misfit import Misfit

numerals = st.integers(1, 300)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("第六条", Citation(article=6)),
        ("第二十二条", Citation(article=22)),
        ("第六条（一）", Citation(article=6, item="一")),
        ("第六条（十二）", Citation(article=6, item="十二")),
        ("第七条第二款", Citation(article=7)),
        ("第七条（三）第二款", Citation(article=7, item="三")),
        ("附件1", Citation(companion="附件1")),
        ("起草说明", Citation(companion="起草说明")),
    ],
)
def test_a_citation_names_an_article_or_something_that_accompanies_the_text(
    text: str, cited: Citation
) -> None:
    assert Citation.parse(text) == cited


@given(numerals, st.none() | st.integers(1, 30), st.none() | st.integers(1, 9))
def test_every_article_item_and_paragraph_can_be_cited(
    article: int, item: int | None, paragraph: int | None
) -> None:
    text = f"第{to_chinese(article)}条"
    text += f"（{to_chinese(item)}）" if item else ""
    text += f"第{to_chinese(paragraph)}款" if paragraph else ""

    assert Citation.parse(text) == Citation(article=article, item=to_chinese(item) if item else None)


@pytest.mark.parametrize(
    "text",
    [
        "第六条(一)",
        "第6条",
        "第六條",
        "第六条（1）",
        "第六条（一",
        "第一零条",
        "第零条",
        "第六条、第七条",
        "第六条 （一）",
        "（一）",
        "",
        "  ",
    ],
)
def test_what_only_resembles_an_article_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(Misfit) as refused:
        Citation.parse(text)

    assert refused.value.message == f"“{text}”不是条款的写法"
    assert refused.value.repair == "写作“第六条”“第六条（一）”或“第七条第二款”，用中文数字和全角括号"
