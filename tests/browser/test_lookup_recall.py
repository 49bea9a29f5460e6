# SPDX-License-Identifier: Apache-2.0
"""Does the lookup find every platform that bears a text, and no other? Compared with a plain scan."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.render.lookup import branches
from generator.render.lookup.entry import LookupEntry
from generator.render.lookup.folding import folding
from tests.browser.engine import LAST_BY_CHARACTERS, engine_of
from tests.render.lookup.registers import JURISDICTIONS, any_name, entry, fictitious, plain_scan, written

QUERIES = 600
FOLDED = """() => {
  const changed = [];
  for (let point = 0; point < 0x110000; point += 1) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const folded = engine.folding.fold(String.fromCodePoint(point));
    if (folded !== String.fromCodePoint(point)) changed.push([point, folded]);
  }
  return changed;
}"""


def queries(entries: list[LookupEntry], chance: random.Random) -> list[str]:
    """Pieces of what is recorded, of every length, and pieces of nothing."""
    texts: list[str] = []
    while len(texts) < QUERIES:
        one = chance.choice(entries)
        field = chance.choice((one.name, *one.former, one.operator or one.name, one.id))
        start = chance.randrange(len(field))
        texts.append(field[start : start + chance.choice((1, 2, 2, 3, 4, 6, 30))])
        if one.credit_code:
            size = chance.randrange(1, 19)
            texts += [one.credit_code[:size], one.credit_code[-size:].lower()]
        texts.append("".join(chance.choice(chance.choice(entries).name) for _ in range(2)))
    return texts


def register(kind: str, chance: random.Random) -> list[LookupEntry]:
    if kind == "fictitious":
        return fictitious(400, seed=chance.randrange(100))
    places = list(JURISDICTIONS)
    return [
        entry(
            f"{places[number % len(places)]}-{number * 3 + 1:04}",
            any_name(chance),
            former=tuple(any_name(chance) for _ in range(chance.choice((0, 0, 1, 4)))),
            operator=any_name(chance) if chance.random() < 0.5 else None,
        )
        for number in range(300)
    ]


@pytest.mark.parametrize("heavy", [3, 40, 1500])
@pytest.mark.parametrize("kind", ["fictitious", "any"])
def test_every_text_finds_what_a_plain_scan_finds_and_nothing_else(
    kind: str, heavy: int, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "HEAVY", heavy)
    chance = random.Random(f"{kind} {heavy}")
    entries = register(kind, chance)
    texts = [text for text in queries(entries, chance) if folded(text)]

    with engine_of(browser, tmp_path, written(entries)) as engine:
        found = engine.ranks(texts)

    wrong = {
        text: differing
        for text, ranks in zip(texts, found, strict=True)
        if (
            differing := {id_ for id_, rank in ranks.items() if rank <= LAST_BY_CHARACTERS}
            ^ plain_scan(entries, text)
        )
    }
    assert wrong == {}


def folded(text: str) -> str:
    return text.translate(folding())


def test_the_browser_folds_every_character_as_the_generator_does(browser: Browser, tmp_path: Path) -> None:
    with engine_of(browser, tmp_path, written([])) as engine:
        changed = dict(engine.page.evaluate(FOLDED))

    assert changed == folding()
