# SPDX-License-Identifier: Apache-2.0
"""Does the engine give a shell and the prose, and does it refuse what is wrong in words for editors?"""

import re
from pathlib import Path

import pytest

from generator.load.tree import load
from generator.output.engine import EngineFailed, EngineResult, run_engine
from tests.builders import TINY_DAY
from tests.commands.process import HAN
from tests.load.attaching import picture


def engine(root: Path) -> EngineResult:
    """What the engine makes of a project."""
    site, findings = load(root, TINY_DAY)
    assert findings == []
    assert site is not None
    return run_engine(root, site, {})


def write(root: Path, path: str, text: str, head: str = "title: 样例页面\ndescription: 虚构") -> None:
    """A page of an editor."""
    target = root / "content" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")


def refused(root: Path) -> str:
    """What the engine says when it refuses."""
    with pytest.raises(EngineFailed) as caught:
        engine(root)
    assert re.search(HAN, str(caught.value))
    return str(caught.value)


def test_the_shell_has_its_slots_and_what_the_settings_say(tiny_root: Path) -> None:
    shell = engine(tiny_root).shell

    assert (shell.site_name, shell.site_url) == ("样例名录（虚构）", "https://registry.example/names/")
    for slot in ("@csp@", "@title@", "<!--slot:head-->", "<!--slot:styles-->", "<!--prose ", "<!--/prose-->"):
        assert shell.html.count(slot) == 1, slot
    assert "样例名录（虚构）" in shell.html
    assert '<a href="../registry/">查询</a>' in shell.html


def test_every_page_of_prose_comes_by_its_address_with_title_and_description(tiny_root: Path) -> None:
    write(tiny_root, "help/index.md", "一")
    write(tiny_root, "help/deep/page.md", "二")

    prose = engine(tiny_root).prose

    assert set(prose) == {"", "about/", "accessibility/", "help/", "help/deep/page/"}
    assert (prose["about/"].title, prose["about/"].description) == ("关于", "虚构的样例")
    assert prose["help/deep/page/"].html.strip() == "<p>二</p>"


def test_a_description_may_be_left_out(tiny_root: Path) -> None:
    write(tiny_root, "plain.md", "一", "title: 样例页面")

    assert engine(tiny_root).prose["plain/"].description == ""


def test_links_between_pages_become_links_between_addresses(tiny_root: Path) -> None:
    write(tiny_root, "a/b.md", "[首页](../index.md)、[关于](../about.md#_1)、[查询](../../registry/)")
    write(tiny_root, "about.md", "# 关于 { #_1 }")

    html = engine(tiny_root).prose["a/b/"].html

    assert re.findall('href="([^"]*)"', html) == ["../../", "../../about/#_1", "../../registry/"]


def test_only_style_sheets_that_the_shell_refers_to_are_kept_of_the_theme(tiny_root: Path) -> None:
    result = engine(tiny_root)

    paths = [file.path for file in result.files]
    assert paths == re.findall(r'="\.\./(assets/stylesheets/[^"]+)"', result.shell.html)
    assert len(paths) == 1
    assert len(result.files[0].content) > 10_000


@pytest.mark.parametrize(
    ("path", "kind"), [("picture.png", "PNG"), ("help/a.jpg", "JPEG"), ("assets/b.webp", "WEBP")]
)
def test_pictures_are_carried_to_the_place_where_they_stand(tiny_root: Path, path: str, kind: str) -> None:
    content = picture(kind)
    (tiny_root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (tiny_root / "content" / path).write_bytes(content)

    assert {file.path: file.content for file in engine(tiny_root).files}.get(path) == content


def test_pictures_beside_notices_are_left_to_these(tiny_root: Path) -> None:
    beside = tiny_root / "content/notices/2023/2023-11-01-yangli-call"
    beside.mkdir()
    (beside / "list.png").write_bytes(picture("PNG"))

    assert [file.path for file in engine(tiny_root).files if file.path.endswith(".png")] == []


def test_a_page_shows_a_picture_that_stands_beside_it(tiny_root: Path) -> None:
    write(tiny_root, "help/page.md", "![图](picture.png)")
    (tiny_root / "content" / "help" / "picture.png").write_bytes(picture("PNG"))

    assert 'src="../picture.png"' in engine(tiny_root).prose["help/page/"].html


def test_scripts_of_an_editor_are_taken_out(tiny_root: Path) -> None:
    write(
        tiny_root,
        "page.md",
        '前<script>alert("x")</script>后\n\n<p onclick="alert(1)">点</p>\n\n[链](javascript:alert%281%29)\n\n'
        '<iframe src="https://foreign.example/"></iframe>\n\n<style>p { color: red }</style>',
    )

    html = engine(tiny_root).prose["page/"].html

    assert "点" in html
    assert not re.search(r"script|alert|onclick|iframe|foreign|style|red", html)


def test_the_marks_of_the_shell_in_a_page_are_only_text(tiny_root: Path) -> None:
    write(tiny_root, "page.md", "一 `<!--/prose-->` @title@ {{ config.site_name }} `<!--prose {}-->` 二")

    html = engine(tiny_root).prose["page/"].html

    assert html.strip().startswith("<p>一 ")
    assert html.strip().endswith(" 二</p>")
    assert "{{ config.site_name }}" in html


@pytest.mark.parametrize(
    ("link", "what"),
    [
        ("[甲](missing.md)", "链接“missing.md”所指的页面或图片不存在"),
        ("[甲](notices/2023/2023-11-01-yangli-call.md)", "所指的页面或图片不存在"),
        ("![甲](missing.png)", "链接“missing.png”所指的页面或图片不存在"),
        ("[甲](index.md#missing)", "链接“index.md#missing”所指的标题不存在"),
        ("[甲](#missing)", "链接“#missing”所指的标题不存在"),
    ],
)
def test_a_broken_link_is_told_with_its_file_and_the_repair(tiny_root: Path, link: str, what: str) -> None:
    write(tiny_root, "page.md", link)

    said, repair = refused(tiny_root).splitlines()

    assert said.startswith("content/page.md：链接“")
    assert said.endswith(what)
    assert repair == "    修法：改正这个链接，或补上它所指的内容"


def test_all_broken_links_are_told_at_once(tiny_root: Path) -> None:
    write(tiny_root, "one.md", "[甲](a.md) [乙](b.md)")
    write(tiny_root, "two.md", "[丙](c.md)")

    said = refused(tiny_root)

    assert re.findall(r"content/(\w+)\.md：链接“(\w)\.md”", said) == [
        ("one", "a"),
        ("one", "b"),
        ("two", "c"),
    ]


def test_a_project_without_a_home_page_is_refused(tiny_root: Path) -> None:
    (tiny_root / "content" / "index.md").unlink()

    assert refused(tiny_root) == "content/index.md：没有这个文件，首页缺少文字\n    修法：从版本库恢复它"


def test_two_pages_with_one_address_are_refused(tiny_root: Path) -> None:
    write(tiny_root, "about/index.md", "又一页")

    assert refused(tiny_root) == (
        "content/about.md 和 content/about/index.md：两个页面的网址都是 /about/\n"
        "    修法：把其中一个改名或并入另一个"
    )


def test_a_page_that_the_engine_leaves_out_is_refused(tiny_root: Path) -> None:
    write(tiny_root, "templates/page.md", "一")

    assert refused(tiny_root) == (
        "content/templates/page.md：没有生成这个页面\n    修法：换一个文件夹名或文件名"
    )


def test_quoted_values_in_the_head_are_text(tiny_root: Path) -> None:
    write(tiny_root, "page.md", "一", 'title: "2024-01-02"\ndescription: "甲: 乙"')

    page = engine(tiny_root).prose["page/"]

    assert (page.title, page.description) == ("2024-01-02", "甲: 乙")


@pytest.mark.parametrize("name", ["mkdocs.yml", "site_config/templates/engine/main.html"])
def test_a_lost_file_of_the_engine_is_told_with_the_repair(tiny_root: Path, name: str) -> None:
    (tiny_root / name).unlink()

    assert refused(tiny_root).endswith("\n    修法：从版本库恢复 mkdocs.yml 和 site_config/，再试")


def test_the_sources_are_not_touched(tiny_root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tiny_root.rglob("*")}

    engine(tiny_root)

    assert {path: path.stat().st_mtime_ns for path in tiny_root.rglob("*")} == before
