# SPDX-License-Identifier: Apache-2.0
"""Does the handbook of findings show every entry at its own anchor, and what nobody could see?"""

from dataclasses import replace

from generator.base import addresses
from generator.base.finding import Level
from generator.checks.chapters import chapters
from generator.checks.handbook import meanings
from generator.model.handbook import Chapter, Entry, Example, Shown
from generator.output.site_search import record_lines
from generator.render.handbook import handbook_page, visible
from generator.render.page import Page
from generator.render.studio import Prose
from tests.render.workshop import tiny_workshop


def page_of(*known: Chapter, prose: dict[str, Prose] | None = None) -> Page:
    """The page of a handbook with these chapters."""
    [page] = handbook_page(replace(tiny_workshop(), handbook=known, prose=prose or {}))
    return page


def entry(**changes: object) -> Chapter:
    """A chapter with one example."""
    fields = {
        "code": "x",
        "file": "a.yaml",
        "wrong": "a：1",
        "message": "错了",
        "repair": "改",
        "right": "a: 1",
    }
    example = Example(**(fields | changes))  # type: ignore[arg-type]
    return Chapter("some", "若干", (Entry("some-code", "应当这样。", (example,)),))


def test_every_code_has_an_anchor_of_its_own_name() -> None:
    body = page_of(*chapters()).body

    assert [code for code in meanings() if f'<h3 id="{code}">' not in body] == []


def test_an_example_shows_what_is_wrong_what_is_said_and_what_is_right() -> None:
    shown = page_of(entry()).body.partition('<div class="example">')[2]

    assert shown.index("a：1") < shown.index("错误：错了") < shown.index("修法：改") < shown.index("a: 1")
    assert "a.yaml" in shown


def test_a_note_is_called_one() -> None:
    assert "提示：错了" in page_of(entry(level=Level.NOTE)).body


def test_a_name_of_a_file_is_told_to_be_one() -> None:
    assert "文件名错" in page_of(entry(shown=Shown.NAME)).body
    assert "文件名错" not in page_of(entry()).body


def test_markup_in_an_example_is_text() -> None:
    assert "&lt;b&gt;" in page_of(entry(wrong="<b>")).body


def test_what_nobody_could_see_has_a_sign() -> None:
    assert visible("\ta\u200b\r\n") == "〔TAB〕a〔零宽空格〕〔CR〕"
    assert visible("  a: 1\n") == "  a: 1"


def test_the_way_up_leads_through_the_guide_where_there_is_one() -> None:
    guide = {addresses.EDITING: Prose("编辑指南", "", "<h1>编辑指南</h1>")}

    assert '<a href="../../editing/">编辑指南</a>' in page_of(prose=guide).body
    assert "编辑指南" not in page_of().body


def test_the_search_of_the_site_finds_a_code() -> None:
    lines = record_lines([page_of(entry())], {})

    assert "some-code" in lines
    assert "editing/findings/" in lines
