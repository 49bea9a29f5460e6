# SPDX-License-Identifier: Apache-2.0
"""Is the text of a page what a reader would read, with the places that links can lead to?"""

import pytest

from generator.output.page_text import page_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一⏎二"),
        ("<ul><li>一</li><li>二</li></ul><table><tr><th>三<td>四</table>", "一⏎二⏎三⏎四"),
        ("<p>中小<strong>企业</strong>公共<br>服务</p>", "中小企业公共⏎服务"),
        ("<dl><div><dt>文号</dt><dd>样〔2020〕1号</dd></div></dl>", "文号⏎样〔2020〕1号"),
        ("<p>一 &amp; 二&nbsp;&#x3000;三</p>", "一␣&␣二␣三"),
        ("<p> 一 <b> 二</b> </p>\n  <p>三 </p>", "一␣二⏎三"),
        ("<p>中小企业\n  公共服务，\n示范</p>", "中小企业公共服务，示范"),
        ("<p>GB/T\n2260</p>", "GB/T␣2260"),
        ("<p>２０２１年ＡＢｃ（一）</p>", "2021年ABc（一）"),
        ("<p>符号␣和⏎不留</p>", "符号␣和␣不留"),
        ("", ""),
    ],
)
def test_text_is_read_block_by_block(html: str, text: str) -> None:
    assert page_text(html).text == text


@pytest.mark.parametrize(
    "html",
    [
        "<nav><ol><li>首页</li></ol></nav>",
        "<nav>甲<nav>乙</nav>丙</nav>",
        "<script>甲</script><style>乙</style><svg><title>丙</title></svg>",
        '<ul class="plain rows"><li><a href="x">另一页的标题</a><ul><li>乙</li></ul></li></ul>',
        '<table class="table table--list"><tr><td id="x">样例甲</td></tr>\n<tr><td>样例乙</td></tr></table>',
    ],
)
def test_ways_through_the_site_and_lists_of_other_pages_are_left_out(html: str) -> None:
    assert page_text(f"<p>前</p>{html}<p>后</p>").text == "前⏎后"


def test_a_table_that_is_no_list_is_read() -> None:
    assert page_text('<table class="table"><tr><td>甲</td></tr></table><p>后</p>').text == "甲⏎后"


def test_parts_are_known_by_the_place_where_they_begin() -> None:
    found = page_text('<h1>题</h1><p>一</p><h2 id="two">二</h2><p>𠮷<a id="three">三</a></p>')

    assert found.text == "题⏎一⏎二⏎𠮷三"
    assert found.anchors == ((4, "two"), (8, "three"))  # 𠮷 counts twice in scripts


def test_a_part_that_is_left_out_is_no_place_to_lead_to() -> None:
    assert page_text('<nav id="way"><a id="x">首页</a></nav><p>一</p>').anchors == ()
