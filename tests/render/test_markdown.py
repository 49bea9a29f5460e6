# SPDX-License-Identifier: Apache-2.0
"""Does an editor's Markdown become harmless HTML that keeps what editors need?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.markdown import ATTRIBUTES, SCHEMES, TAGS, sanitized, to_html
from tests.render.workshop import read

PIECES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                "<script>",
                "</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt&colon;alert(1))",
                "![x](data:text/html,<script>alert(1)</script>)",
                "<svg><style>",
                "<iframe srcdoc='<script>'>",
                "<form action=https://foreign.example>",
                "<p style='x' onclick='y'>",
                "<!--",
                "-->",
                "`",
                "\n\n",
                "| a | b |\n|---|---|\n| 1 | 2 |\n",
            ]
        ),
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=https://foreign.example/x.js></SCRIPT>",
        "<style>body { display: none }</style>",
        "<iframe src=https://foreign.example></iframe>",
        "<object data=x></object><embed src=x>",
        "<form action=https://foreign.example><input name=q><button>x</button></form>",
        "<link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
        "<svg onload=alert(1)><script>1</script></svg>",
        "<base href=https://foreign.example>",
    ],
)
def test_what_runs_or_frames_or_sends_is_removed(hostile: str) -> None:
    assert read(sanitized(hostile)).elements == []
    assert {e.tag for e in read(to_html(f"前文\n\n{hostile}\n\n后文")).elements} <= {"p"}


def test_the_text_around_what_is_removed_stays() -> None:
    assert read(to_html("前文<script>alert(1)</script>后文")).text.strip() == "前文后文"


@pytest.mark.parametrize(
    "hostile",
    [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href=" javascript:alert(1)">x</a>',
    ],
)
def test_dangerous_addresses_are_removed_and_the_words_stay(hostile: str) -> None:
    reading = read(to_html(hostile))

    assert [e for e in reading.elements if "href" in e.attributes] == []
    assert reading.text.strip() == "x"


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org/", "mailto:a@example.org"])
def test_honest_addresses_stay(address: str) -> None:
    (link,) = read(to_html(f"[x]({address})")).all("a")

    assert link.attributes["href"] == address


@pytest.mark.parametrize("address", ["../registry/", "#y2023", "/registry/", "a.png"])
def test_addresses_inside_the_site_stay(address: str) -> None:
    (link,) = read(to_html(f"[x]({address})")).all("a")

    assert link.attributes["href"] == address


@pytest.mark.parametrize(
    "attribute", ["onclick", "onerror", "style", "data-standing", "srcdoc", "formaction"]
)
def test_handlers_styles_and_our_own_marks_are_removed(attribute: str) -> None:
    (paragraph,) = read(sanitized(f'<p {attribute}="x" class="y">文</p>')).elements

    assert paragraph.attributes == {"class": "y"}


def test_tables_stay() -> None:
    reading = read(to_html("| 项目 | 数 |\n|---|---|\n| 甲 | 1 |\n"))

    assert [e.tag for e in reading.elements] == [
        "table",
        "thead",
        "tr",
        "th",
        "th",
        "tbody",
        "tr",
        "td",
        "td",
    ]
    assert [e.text for e in reading.all("td")] == ["甲", "1"]


def test_lists_stay_and_keep_their_first_number() -> None:
    assert [e.text for e in read(to_html("- 甲\n- 乙\n")).all("li")] == ["甲", "乙"]
    assert read(to_html("3. 丙\n4. 丁\n")).all("ol")[0].attributes == {"start": "3"}


def test_emphasis_quotations_and_code_stay() -> None:
    tags = {e.tag for e in read(to_html("**甲** *乙*\n\n> 丙\n\n`<b>`\n")).elements}

    assert tags == {"p", "strong", "em", "blockquote", "code"}


def test_headings_that_begin_below_the_title_stay_as_they_are() -> None:
    assert [e.tag for e in read(to_html("## 一\n\n### 二\n")).elements] == ["h2", "h3"]


def test_headings_that_begin_at_the_level_of_the_title_are_lowered_together() -> None:
    assert [e.tag for e in read(to_html("# 一\n\n## 二\n\n##### 三\n\n###### 四\n")).elements] == [
        "h2",
        "h3",
        "h6",
        "h6",
    ]


def test_plain_text_that_looks_like_html_is_shown_as_it_is() -> None:
    assert read(to_html("1 < 2 & 3 > 2")).text.strip() == "1 < 2 & 3 > 2"


@settings(max_examples=150)
@given(PIECES)
def test_whatever_is_written_only_harmless_html_comes_out(text: str) -> None:
    for element in read(to_html(text)).elements:
        assert element.tag in TAGS
        assert set(element.attributes) <= ATTRIBUTES["*"] | ATTRIBUTES.get(element.tag, set()) | {"rel"}
        for name in ("href", "src"):
            scheme, colon, _ = element.attributes.get(name, "").partition(":")
            assert not colon or scheme.lower() in SCHEMES or any(c in scheme for c in "/?#")


@settings(max_examples=50)
@given(PIECES)
def test_what_was_sanitized_once_is_not_changed_again(text: str) -> None:
    once = sanitized(text)

    assert sanitized(once) == once
