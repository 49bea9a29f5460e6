# SPDX-License-Identifier: Apache-2.0
"""How do tests ask the evaluator of the browser? With the published JSON, many times in one go."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from generator.base.output_file import OutputFile
from generator.derive.register import Register
from generator.load.design import read_design
from generator.model.facts import Facts
from generator.render import eligibility_data, open_data
from tests.browser.server import served
from tests.conftest import REPOSITORY
from tests.render.workshop import studio_of

START = """async () => {
  const { judge } = await import("/assets/scripts/eligibility/judge.js");
  const { openFacts } = await import("/assets/scripts/eligibility/openings.js");
  const read = async (path) => (await fetch(`/api/v1/${path}.json`)).json();
  const words = await read("vocabularies");
  Object.assign(window, { judge, openFacts, read, words });
}"""
TRACES = """async ([id, day, each]) => {
  const ruleset = await read(`rulesets/${id}`);
  return each.map((facts) => JSON.stringify(judge(ruleset, facts, words, day)));
}"""
OPEN_FACTS = """async ([id, day, each]) => {
  const ruleset = await read(`rulesets/${id}`);
  return each.map((facts) => openFacts(ruleset, facts, words, day));
}"""
SUITE = """async (id) => {
  const ruleset = await read(`rulesets/${id}`);
  const suite = await read(`cases/${id}`);
  return suite.cases.map(({ name, facts, verdict, trace }) => {
    const found = judge(ruleset, facts, words, suite.day);
    return [name, verdict, found.verdict, JSON.stringify(trace), JSON.stringify(found)];
  });
}"""


class Judge:
    """The evaluator of the browser, in a page of its own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(START)

    def traces(self, id_: str, day: date, each: Sequence[Facts]) -> list[str]:
        """What a version says of each organization, as JSON."""
        traces: list[str] = self.page.evaluate(TRACES, [id_, day.isoformat(), plain(each)])
        return traces

    def open_facts(self, id_: str, day: date, each: Sequence[Facts]) -> list[list[str]]:
        """Which facts can still change its verdict."""
        keys: list[list[str]] = self.page.evaluate(OPEN_FACTS, [id_, day.isoformat(), plain(each)])
        return keys

    def suite(self, id_: str) -> list[list[str]]:
        """For each published case: its name, the verdicts expected and found, and both traces."""
        told: list[list[str]] = self.page.evaluate(SUITE, id_)
        return told


def plain(each: Sequence[Facts]) -> list[Any]:
    """Facts as the browser has them."""
    return [facts.model_dump(mode="json") for facts in each]


@contextmanager
def judge_of(browser: Browser, folder: Path, register: Register) -> Iterator[Judge]:
    """The evaluator with the open data of a register, written into a folder."""
    room = studio_of(register)
    files = [
        *open_data.lists(room),
        *eligibility_data.vocabularies_file(room),
        *eligibility_data.case_files(room),
    ]
    design = read_design(REPOSITORY).items()
    files += [OutputFile(f"assets/{path}", text) for path, text in design if path.startswith("scripts/")]
    files += [OutputFile(name, b"<!doctype html><title>.</title>") for name in ("index.html", "404.html")]
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    with served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield Judge(page)
        page.close()
