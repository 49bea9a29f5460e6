# SPDX-License-Identifier: Apache-2.0
"""Does a written record read as the same record, whatever its texts are, and in the style of the registry?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.author.yaml_text import front_matter, lines_of, plain, written
from generator.load.text_file import HIDDEN
from generator.load.yaml_file import read_data
from generator.model.notice import Notice
from generator.model.source import Source
from tests.author.files import read, read_text, record_files
from tests.builders import act, designation, notice, row

LIST = "registry/designations/yangli/2020-06-01-list.yaml"
NOTICE = "content/notices/2023/2023-11-01-yangli-call.md"
AWKWARD = r"""
#是注释吗
-
[甲
甲]
{甲}
甲:
'甲'
"甲"
甲"乙
*甲
&甲
!甲
%甲
@甲
`甲
|
>
?
~
<<
=
---
...
a\b
𠮷田
null
是
yes
No
on
true
1
01
1.5
1e3
1_000
0x1F
0o7
-1
+1
６６６
.inf
.5
2020-06-01
2020-06
12:30:45
https://example.org/a?b=1#c
{{甲}}
是 #注释
甲: 乙
- 甲
2020-06-01 12:30:45
甲, 乙
{{ yangli/2020 staff }}
""".strip().splitlines()
texts = st.one_of(
    st.sampled_from([*AWKWARD, "甲\n乙"]),
    st.text(min_size=1, max_size=12).filter(lambda text: text == text.strip() and not HIDDEN.search(text)),
    st.text("-:#,[]{}&*!|>'\"%@`0123456789.eE甲 ~", min_size=1, max_size=8).filter(
        lambda text: text == text.strip()
    ),
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-999, 9999), st.dates(date(1900, 1, 1)), texts),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(texts.filter(lambda t: "\n" not in t), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("name", "file"), record_files(), ids=lambda part: part if isinstance(part, str) else ""
)
def test_every_file_of_the_registry_can_be_written_again_and_says_the_same(name: str, file: Path) -> None:
    record, body = read(file)
    assert record is not None

    text = front_matter(record, body) if isinstance(record, Notice) else written(record)

    again, body_again = read_text(name, text)
    assert (again, body_again) == (record, body)
    assert plain(again) == plain(record)  # what was said to be absent is still said to be


@settings(max_examples=60)
@given(st.lists(texts, min_size=3, max_size=3))
def test_no_text_is_read_as_anything_else(words: list[str]) -> None:
    title, name, remark = words
    record = designation(act("designate", row(name=name)), title=title, remarks=[remark])

    assert read_text(LIST, written(record)) == (record, "")


@settings(max_examples=60)
@given(st.dictionaries(texts.filter(lambda text: "\n" not in text), values, min_size=1, max_size=3))
def test_no_value_is_read_as_another_one(value: dict[str, Any]) -> None:
    assert read_data("\n".join(lines_of(value))) == value


def test_a_list_has_one_row_a_line_and_says_nothing_of_defaults() -> None:
    rows = [row(), row("yangli-0002", "样例乙, 中心", functions=["training"])]

    assert written(designation(act("designate", *rows), document_number=None)) == (
        "title: 样例名单\n"
        "document_number: null\n"
        "issuer: 样例市工业和信息化局\n"
        "issued_on: 2020-06-01\n"
        "ruleset: null\n"
        "acts:\n"
        "  - kind: designate\n"
        "    stated_count: 2\n"
        "    complete: true\n"
        "    platforms:\n"
        "      - {platform: yangli-0001, name: 样例甲服务中心}\n"
        '      - {platform: yangli-0002, name: "样例乙, 中心", functions: [training]}\n'
        "source:\n"
        "  kind: official\n"
        "  publisher: 样例市工业和信息化局\n"
        "  url: https://example.org/source\n"
        "  retrieved_on: 2024-01-02\n"
        "checked_on: 2024-01-02\n"
    )


def test_comments_stand_above_their_fields_and_where_absent_fields_would_stand() -> None:
    source = Source(kind="reprint", publisher="样例网", retrieved_on=date(2024, 1, 2))  # type: ignore[arg-type]

    text = written(source, {"publisher": "谁发布的\n照网页写", "url": "没有网址就不写"})

    lines = [
        "kind: reprint",
        "# 谁发布的",
        "# 照网页写",
        "publisher: 样例网",
        "# 没有网址就不写",
        "retrieved_on: 2024-01-02",
    ]
    assert text.splitlines() == lines


def test_a_notice_stands_between_its_fences_with_its_body_below() -> None:
    made = notice(announces=None)

    text = front_matter(made.front, "\n    第一段。\n\n---\n\n第二段。\n")

    assert text.startswith("---\nkind: call\n")
    assert "\nannounces: null\n" in text
    assert text.endswith("checked_on: 2024-01-02\n---\n\n    第一段。\n\n---\n\n第二段。\n")
    assert read_text(NOTICE, text) == (made.front, "    第一段。\n\n---\n\n第二段。")
