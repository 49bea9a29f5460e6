# SPDX-License-Identifier: Apache-2.0
"""What does each finding of `check` mean, and how is it repaired? The handbook for editors."""

from collections.abc import Iterator

from generator.base import addresses
from generator.base.finding import LEVEL_WORDS
from generator.model.handbook import Shown
from generator.render.page import Page
from generator.render.studio import Studio

# How characters are shown that nobody would see.
SIGNS = str.maketrans({"\t": "〔TAB〕", "\r": "〔CR〕", "\ufeff": "〔BOM〕", "\u200b": "〔零宽空格〕"})
HEADS = {
    Shown.LINES: ("错", "对"),
    Shown.NAME: ("文件名错", "文件名对"),
    Shown.WORDS: ("错", "对"),
    Shown.ROWS: ("名单错", "名单对"),
}


def handbook_page(studio: Studio) -> Iterator[Page]:
    """Every code by topic, at its own anchor."""
    guide = studio.prose.get(addresses.EDITING)
    yield studio.page(
        "handbook.html",
        addresses.FINDINGS,
        title="检查结果手册",
        description="编辑指南：检查给出的每一个代码是什么意思，写错的样子和改好的样子",
        above=[(guide.title, addresses.EDITING)] if guide else [],
        chapters=studio.handbook,
        shown=visible,
        heads=HEADS,
        levels=LEVEL_WORDS,
        is_text=lambda example: example.shown is Shown.LINES,
    )


def visible(text: str) -> str:
    """Lines as they are shown: what cannot be seen has a sign."""
    return text.rstrip("\n").translate(SIGNS)
