# SPDX-License-Identifier: Apache-2.0
"""How do tests ask the lookup's engine itself, without the page around it? Many searches in one go."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from generator.base.output_file import OutputFile
from generator.load.design import read_design
from tests.browser.server import served
from tests.conftest import HERE, REPOSITORY

START = """async () => {
  const { Engine } = await import("/assets/scripts/lookup/engine.js");
  window.engine = await Engine.load(new URL("/lookup/", location.href).href);
}"""
RANKS = """async (texts) => {
  const found = [];
  for (const text of texts) {
    const { ranks } = await engine.ranked(engine.folding.fold(text));
    const pairs = [];
    ranks.forEach((rank, ordinal) => { if (rank) pairs.push([engine.platforms.id(ordinal), rank]); });
    found.push(pairs);
  }
  return found;
}"""
ANSWER = "(search) => engine.answer(search, 0, 1000)"
LAST_BY_CHARACTERS = 5  # higher ranks are found by reading or through a document


class Engine:
    """The engine of one lookup, in a page of its own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(START)

    def ranks(self, texts: list[str]) -> list[dict[str, int]]:
        """For each text the rank of every platform that it finds."""
        return [dict(pairs) for pairs in self.page.evaluate(RANKS, texts)]

    def answer(self, text: str, day: str = "2024-01-02", **choices: str) -> dict[str, Any]:
        """What the page would be told, with all rows up to a thousand."""
        search = {"text": text, "choices": choices, "day": day, "documents": 3}
        answer: dict[str, Any] = self.page.evaluate(ANSWER, search)
        return answer

    def names(self, text: str, **choices: str) -> list[str]:
        """The names that a text finds, in order."""
        return [row["name"] for row in self.answer(text, **choices)["rows"]]


@contextmanager
def engine_of(browser: Browser, folder: Path, lookup: Iterable[OutputFile]) -> Iterator[Engine]:
    """The engine of a lookup that is written into a folder."""
    design = read_design(REPOSITORY).items()
    scripts = [
        OutputFile(f"assets/{path}", content) for path, content in design if path.startswith("scripts/")
    ]
    words = "assets/scripts/words.js"
    scripts.append(OutputFile(words, (HERE / "golden" / "tiny" / words).read_bytes()))
    blank = (OutputFile(name, b"<!doctype html><title>.</title>") for name in ("index.html", "404.html"))
    for file in (*scripts, *blank, *lookup):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    with served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield Engine(page)
        page.close()
