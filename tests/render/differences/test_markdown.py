# SPDX-License-Identifier: Apache-2.0
"""Can a reviewer read and sign the comment, however long the change and however hostile its names?"""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from generator.model.difference import DifferenceReport, Turn
from generator.model.site import Site
from generator.render.differences.markdown import MARK, MOST, literal, markdown
from generator.render.open_data import dumped
from generator.render.schemas import schema_files
from tests import builders
from tests.builders import TINY_DAY, act, designation, row, tiny_site
from tests.conftest import Golden
from tests.render.differences.telling import reported
from tests.render.workshop import tiny_workshop

HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- 注释",
    "[链接](https://evil.example)",
    "![图](x.png)",
    "**粗**_斜_~~删~~",
    "`代码`",
    "@someone 请合并",
    "见 #12 和 !34 和 GH-56",
    ":tada: :+1:",
    "https://evil.example/x 和 www.evil.example",
    "a|b|c",
    "&lt;b&gt; &amp;",
    "\\* 反斜线",
    "</details>",
    "- 一\n# 二\n> 三",
    "0123456789abcdef0123456789abcdef01234567",
]


class Texts(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a piece of text."""
        self.text += data


def rendered(text: str) -> Texts:
    """The Markdown as a forge renders it: with HTML, tables, bare addresses."""
    found = Texts()
    found.feed(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_means_nothing_but_itself(name: str) -> None:
    found = rendered(f"- **新增**　{literal(name)}：某事")

    assert found.tags == ["ul", "li", "strong"]
    assert found.text.replace("\u2060", "").strip() == f"新增　{' '.join(name.split())}：某事"


@pytest.mark.parametrize("word", ["@someone", "#12", "!34", "GH-56", ":tada:", "https://evil", "www.evil"])
def test_a_word_that_a_forge_would_follow_is_broken_where_it_is_text(word: str) -> None:
    assert word not in rendered(literal(f"某 {word} 某")).text


def test_plain_names_stay_as_they_are() -> None:
    name = "样例（虚构）平台-2号、“甲”《乙》〔2020〕9号 2026-05-20 至 85.5"

    assert literal(name) == name


def listing(count: int, name: str = "样例") -> Site:
    rows = [row(f"yangli-{n:04}", f"{name}{n}") for n in range(1, count + 1)]
    document = designation(act("designate", *rows))
    return builders.site(designations={"yangli/a": document}) if count else builders.site()


def test_a_long_list_is_folded_and_a_short_one_is_not() -> None:
    assert "<details>" not in markdown(reported(listing(0), listing(10))).split("### 称号")[1].split("###")[0]
    long = markdown(reported(listing(0), listing(11))).split("### 称号")[1].split("###")[0]
    assert "<summary>11 处，点开看</summary>" in long
    assert long.count("新获称号") == 11


def test_a_comment_is_never_too_long_and_says_what_was_cut() -> None:
    text = markdown(reported(listing(0), listing(3000, "<&>" * 20)))

    assert 20_000 < len(text) <= MOST
    assert "因篇幅没有列出，运行 `platform-registry diff --format json` 看全部" in text
    assert text.startswith(f"{MARK}\n\n## ")
    assert "新获称号 3000 家" in text
    assert text.count("<details>") == text.count("</details>")


def test_many_files_and_errors_with_long_names_are_cut_too() -> None:
    names = tuple(f"registry/{'<&>' * 60}{number}.yaml" for number in range(3000))
    text = markdown(reported(tiny_site(), tiny_site(), files=names, not_compared=names))

    assert len(text) <= MOST
    assert "- 另有 2990 处" in text
    assert "个文件\n\n</details>" in text


def test_where_nothing_differs_it_says_exactly_that() -> None:
    told = reported(tiny_site(), tiny_site(), files=("registry/a.yaml",))

    assert told.changes_conclusions is False
    assert told.summary == "不改变任何结论"
    text = markdown(told)
    assert "**不改变任何结论**" in text
    assert "registry/a.yaml" in text
    assert "###" not in text


def test_where_something_was_not_compared_it_does_not_say_so() -> None:
    told = reported(tiny_site(), tiny_site(), not_compared=("新版本的 a.yaml 读不出来",))

    assert told.changes_conclusions is None
    assert "不改变任何结论" not in markdown(told)
    assert "- 新版本的 a.yaml 读不出来" in markdown(told)


def test_an_address_that_is_gone_is_told_before_everything_else() -> None:
    text = markdown(reported(listing(1), listing(0)))
    told = "> **注意：有 3 个网址会打不开：**<code>/notices/2020/yangli-a/</code>、"

    assert told in text
    assert text.index(told) < text.index("###")
    assert "注意" not in markdown(reported(listing(0), listing(1)))


def test_addresses_are_links_where_the_site_has_one() -> None:
    settings = tiny_site().settings
    nowhere = settings.model_copy(update={"site_url": None})
    known, unknown = (
        markdown(reported(replace(listing(0), settings=of), replace(listing(1), settings=of)))
        for of in (settings, nowhere)
    )

    page = "<code>registry/yangli-0001/</code>"
    assert f"[{page}](https://registry.example/names/registry/yangli-0001/)" in known
    assert page in unknown
    assert "](" not in unknown


def test_no_number_of_a_person_is_repeated() -> None:
    number = "13800138000"
    names = (f"content/{number}.md", f"content/list{number}.png", f"content/list_{number}.md")
    told = reported(
        listing(0),
        listing(1, f"样例 {number} "),
        files=names,
        not_compared=names,
        pictures=[(name, Turn.ADDED) for name in names],
    )

    assert number not in markdown(told)
    assert number not in dumped(told, DifferenceReport).decode()
    assert "***" in dumped(told, DifferenceReport).decode()


def edited() -> Site:
    """The tiny site after a change of every kind that is usual."""
    tiny = tiny_site()
    version = tiny.rulesets["yangli/2023"]
    documents = {
        **tiny.designations,
        "yangli/2024-01-01-list": designation(
            act("designate", row("yangli-0005", "样例戊中心", location="样例市"), stated_count=1),
            act("revoke", row("yangli-0001", "样例甲服务中心"), reason="虚构的理由"),
            issued_on="2024-01-01",
            ruleset="yangli/2023",
            title="关于2024年名单的通知（虚构）",
            document_number="样工信〔2024〕1号",
        ),
    }
    (id_, call), *_ = tiny.notices.items()
    window = call.front.windows[0].model_copy(
        update={"through": call.front.windows[0].through.replace(day=15)}
    )
    notices = {id_: replace(call, front=call.front.model_copy(update={"windows": (window,)}))}
    rulesets = {**tiny.rulesets, "yangli/2023": _stricter(version)}
    prose = {**tiny.prose, "about.md": tiny.prose["about.md"] + "\n新的一句（虚构）。\n"}
    return replace(tiny, designations=documents, notices=notices, rulesets=rulesets, prose=prose)


def _stricter(version: Any) -> Any:
    """The version with every plain amount doubled."""
    criteria = tuple(
        node.model_copy(update={"at_least": node.at_least * 2}) if getattr(node, "at_least", None) else node
        for node in version.criteria
    )
    return version.model_copy(update={"criteria": criteria})


def test_golden_comment(golden: Golden) -> None:
    told = reported(tiny_site(), edited(), files=("registry/designations/yangli/2024-01-01-list.yaml",))

    golden("diff/comment.md", markdown(told).encode())


def test_the_report_reads_again_as_it_was_written() -> None:
    told = reported(tiny_site(), edited())
    written = dumped(told, DifferenceReport)

    again = DifferenceReport.model_validate_json(written)
    assert dumped(again, DifferenceReport) == written
    assert json.loads(written)["as_of"] == TINY_DAY.isoformat()
    assert dumped(reported(tiny_site(), edited()), DifferenceReport) == written


def test_the_report_fits_its_published_schema() -> None:
    files = {file.path: file.content for file in schema_files(tiny_workshop())}
    validator = Draft202012Validator(json.loads(files["schema/diff.json"]))
    written = json.loads(dumped(reported(tiny_site(), edited()), DifferenceReport))

    assert validator.is_valid(written)
    assert not validator.is_valid(written | {"summary": None})


def test_a_picture_that_differs_is_a_change_of_a_page() -> None:
    told = reported(tiny_site(), tiny_site(), pictures=[("content/a.png", Turn.CHANGED)])

    assert told.changes_conclusions is True
    assert "- **改变**　content/a.png" in markdown(told)
