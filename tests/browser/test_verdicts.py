# SPDX-License-Identifier: Apache-2.0
"""Do the generator and the browser say the same word of a title and take the same term, day by day?"""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page
from pydantic import TypeAdapter

from generator.base.days import ONE_DAY
from generator.derive.register import Register
from generator.derive.register import register as make_register
from generator.derive.verdicts import term_on, verdict
from generator.load.asked import CODE_HEADS, HEADS, NAME_HEADS, asked
from generator.load.tree import load
from generator.model.platform import Platform, Term
from generator.render import words
from generator.render.studio import standing_rows
from tests.browser.visitor import Visitor
from tests.builders import TINY, TINY_DAY
from tests.conftest import REAL_DAY, REPOSITORY

TERMS = TypeAdapter(tuple[Term, ...])
SAID = """async (cases) => {
  const at = (path) => new URL(`assets/scripts/${path}`, document.baseURI).href;
  const { verdict } = await import(at("verdict.js"));
  const { termOn, termWords } = await import(at("bulk_check/terms.js"));
  return cases.map(([standing, terms, day]) => {
    const { state, word } = verdict(standing, day);
    const term = termOn(terms, day);
    return [state, word, term ? termWords(term) : null];
  });
}"""
READ = """async ([texts, words]) => {
  const { asked } = await import(new URL("assets/scripts/bulk_check/lines.js", document.baseURI).href);
  return texts.map((text) => {
    const { lines, heads, column, columns } = asked(text, words);
    return [lines, heads, column, columns];
  });
}"""
PASTED = [
    "",
    "平台名称\n样例甲\r\n样例乙\r\r样例丙",
    "序号\t名称\t统一社会信用代码\n1\t样例甲\t91350100M000100Y43\n",
    "1\t福建省厦门市\t样例甲服务中心\n2\t福建省厦门市\t样例乙公司\n",
    "1\tyangli-0001\n2\tyangli-0002",
    '"样例\n甲""乙"""\t丙\n"不成对\t丁\n样"例"\n',
    "統一社會信用代碼\n 平 台 名 称 \n\u3000样例\u00a0 甲\u3000\n\ufeffb\x07c\x1b[31m",
    "\t\t\n\t样例\n=1+1\t\n",
    '"',
    "a\t",
]


def near(platform: Platform) -> Iterator[date]:
    """Every border of a platform and of its terms, the limits of about to end, and a day on each side."""
    days = {border.from_ for border in platform.standing}
    days |= {border.through.last for border in platform.standing if border.through}
    days |= {term.from_.first for term in platform.terms if term.from_}
    days |= {term.through.last for term in platform.terms if term.through}
    days |= {day - ONE_DAY * 90 for day in days} | {date(2012, 2, 29), REAL_DAY}
    return (day + ONE_DAY * step for day in sorted(days) for step in (-1, 0, 1))


def said_here(register: Register, platform: Platform, day: date) -> list[str | None]:
    found = verdict(platform.standing, day, register.site.settings.expiring_within_days)
    term = term_on(platform.terms, day)
    return [found.state, found.word, words.term(term) if term else None]


def agree(page: Page, register: Register) -> int:
    """Compare on all days near borders; how many were compared."""
    pairs = [(platform, day) for platform in register.platforms.values() for day in near(platform)]
    cases = [
        [
            standing_rows(platform.standing),
            TERMS.dump_python(platform.terms, mode="json", by_alias=True),
            day.isoformat(),
        ]
        for platform, day in pairs
    ]
    assert page.evaluate(SAID, cases) == [said_here(register, platform, day) for platform, day in pairs]
    return len(pairs)


def test_they_agree_at_every_border_of_the_tiny_register(page_at: Visitor, tiny: str) -> None:
    site, _ = load(TINY, TINY_DAY)
    assert site is not None

    assert agree(page_at(f"{tiny}404.html"), make_register(site)) > 30


def test_they_agree_at_every_border_of_the_real_register(page_at: Visitor, real: str) -> None:
    site, _ = load(REPOSITORY, REAL_DAY)
    assert site is not None

    assert agree(page_at(real), make_register(site)) > 200


@pytest.mark.parametrize("text", PASTED)
def test_they_read_the_same_lines_from_a_text(text: str, page_at: Visitor, real: str) -> None:
    page = page_at(real)

    found = asked(text)

    heads = {"heads": HEADS, "columnHeads": [*NAME_HEADS, *CODE_HEADS]}
    assert page.evaluate(READ, [[text], heads]) == [
        [list(found.lines), list(found.heads), found.column, found.columns]
    ]
