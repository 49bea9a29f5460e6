# SPDX-License-Identifier: Apache-2.0
"""What does a search cost a reader, and does it find everything? Measured in a browser, on the built site.

Bytes are those of each file as gzip sends it, level 6. The time is from the key to the results on the page
with the files at hand, on a processor slowed four times; the longest task of the page is told beside it,
and what the engine takes where no worker runs it.
"""

import gzip
import random
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from generator.render.lookup.entry import LookupEntry
from generator.render.lookup.folding import fold

FIRST_SEARCHES, FURTHER_SEARCHES, TIMED_SEARCHES, RECALLED = 12, 60, 12, 200
SLOWER = 4
OURS = ("/assets/scripts/", "/lookup/")
READY = "text => document.querySelector('[data-lookup]').dataset.answered === text"
LONG_TASKS = """
  window.tasks = [];
  const note = (list) => window.tasks.push(...list.getEntries().map((task) => task.duration));
  new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
"""
TYPE = """(text) => new Promise((resolve) => {
  const form = document.querySelector("[data-lookup]");
  const began = performance.now();
  new MutationObserver((_, observer) => {
    if (form.dataset.answered !== text) return;
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - began));
  }).observe(form, { attributes: true });
  form.elements.q.value = text;
  form.elements.q.dispatchEvent(new Event("input", { bubbles: true }));
})"""
ALONE = """async ([folder, scripts, texts]) => {
  const { Engine } = await import(scripts);
  window.engine = await Engine.load(folder);
  for (const text of texts) await engine.answer({ text, choices: {}, day: "2024-01-02" }, 0, 20);
}"""
AGAIN = """async (texts) => {
  const times = [];
  for (const text of texts) {
    engine.remembered.clear();
    const began = performance.now();
    await engine.answer({ text, choices: {}, day: "2024-01-02" }, 0, 20);
    times.push(performance.now() - began);
  }
  return times;
}"""
RECALL = """async ([folder, scripts, texts]) => {
  const { Engine } = await import(scripts);
  const engine = await Engine.load(folder);
  const found = [];
  for (const text of texts) {
    const { ranks } = await engine.ranked(engine.folding.fold(text));
    const ordinals = Array.from(ranks.keys()).filter((i) => ranks[i] && ranks[i] < 6);
    found.push(ordinals.map((i) => engine.platforms.id(i)));
  }
  return found;
}"""


def measure(site: Path, entries: Sequence[LookupEntry]) -> dict[str, Any]:
    """first_bytes and next_bytes_max (the most of a sample), result_ms_p95, longest_task_ms, recall."""
    chance = random.Random(1)
    searches = [_search(entries, chance) for _ in range(FURTHER_SEARCHES)]
    with _served(site) as address, sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        first = [max(_bytes(browser, address, site, [text])) for text in searches[:FIRST_SEARCHES]]
        further = _bytes(browser, address, site, searches)[1:]
        times, longest = _times(browser, address, searches[:TIMED_SEARCHES])
        alone = _alone(browser, address, searches[:TIMED_SEARCHES])
        recall = _recall(browser, address, entries, chance)
        browser.close()
    return {
        "first_bytes": max(first),
        "first_bytes_median": sorted(first)[len(first) // 2],
        "next_bytes_max": max(further),
        "next_bytes_median": sorted(further)[len(further) // 2],
        "result_ms_p95": _p95(times),
        "engine_ms_p95": _p95(alone),
        "longest_task_ms": longest,
        "recall": recall,
    }


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _search(entries: Sequence[LookupEntry], chance: random.Random) -> str:
    """A piece of a name, mostly short; some whole names and some codes."""
    one = chance.choice(entries)
    size = chance.choice((1, 2, 2, 2, 3, 4, 6, 40))
    if one.credit_code and chance.random() < 0.1:
        return one.credit_code[: chance.randrange(4, 19)]
    start = 0 if size == 40 else chance.randrange(max(1, len(one.name) - size))
    return one.name[start : start + size]


@contextmanager
def _served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def _bytes(browser: Browser, address: str, site: Path, searches: Sequence[str]) -> list[int]:
    """What each search fetches of our own files, one after another on one page."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="zh-CN")
    page = context.new_page()
    fetched: list[str] = []
    context.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(f"{address}registry/")
    costs = []
    seen: set[str] = set()
    for text in searches:
        page.locator("#q").fill(text)
        page.wait_for_function(READY, arg=text)
        page.wait_for_load_state("networkidle")
        new = {path for path in fetched if path.startswith(OURS)} - seen
        seen |= new
        costs.append(sum(len(gzip.compress((site / path.lstrip("/")).read_bytes(), 6)) for path in new))
    context.close()
    return costs


def _times(browser: Browser, address: str, searches: Sequence[str]) -> tuple[list[float], float]:
    """How long results take once their files are there, and the longest task of the page meanwhile."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(LONG_TASKS)
    page.goto(f"{address}registry/")
    for text in searches:
        page.evaluate(TYPE, text)
    _forget(page, len(searches))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate("() => { window.tasks.length = 0; }")
    times = [page.evaluate(TYPE, text) for text in searches for _ in range(2)]
    longest = max(page.evaluate("() => window.tasks"), default=0)
    context.close()
    return times, longest


def _alone(browser: Browser, address: str, searches: Sequence[str]) -> list[float]:
    """How long the engine takes on the page's own thread: the browser slows that one, but not a worker."""
    page = browser.new_page()
    page.goto(f"{address}registry/")
    start = [f"{address}lookup/", f"{address}assets/scripts/lookup/engine.js"]
    page.evaluate(ALONE, [*start, searches])
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times: list[float] = page.evaluate(AGAIN, searches)
    page.close()
    return times


def _forget(page: Page, count: int) -> None:
    """Other searches, so that none of those that are timed is still remembered."""
    for number in range(count + 12):
        page.evaluate(TYPE, f"{number:03}")


def _recall(browser: Browser, address: str, entries: Sequence[LookupEntry], chance: random.Random) -> float:
    """The share of what a plain scan finds that the lookup finds too; 0 if it finds anything else."""
    texts = [_search(entries, chance) for _ in range(RECALLED)]
    fields = [
        (one.id, *map(fold, (one.name, *one.former, one.operator or "", one.id)), fold(one.credit_code or ""))
        for one in entries
    ]
    page = browser.new_page()
    page.goto(f"{address}registry/")
    modules = f"{address}assets/scripts/lookup/engine.js"
    found = page.evaluate(RECALL, [f"{address}lookup/", modules, texts])
    page.close()
    hits = total = 0
    for text, ids in zip(texts, found, strict=True):
        wanted = fold(text)
        expected = {
            id_
            for id_, *parts, code in fields
            if any(wanted in part for part in parts) or code.startswith(wanted) or code.endswith(wanted)
        }
        if set(ids) - expected:
            return 0.0
        total += len(expected)
        hits += len(expected & set(ids))
    return hits / total
