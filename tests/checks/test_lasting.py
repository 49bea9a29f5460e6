# SPDX-License-Identifier: Apache-2.0
"""Does every address that was published answer, and do redirects lead there by one step?"""

from dataclasses import replace
from datetime import date

from generator.base.finding import Finding
from generator.checks.lasting import (
    ledgers_only_grow,
    pages_before_a_change_answer,
    published_addresses_answer,
    redirects_lead_somewhere,
)
from generator.model.redirect import Redirect
from generator.model.site import Site
from tests.builders import designation, ruleset, site
from tests.checks.changes import FIRST, change, told

PAGES = {"about/": "content/about.md", "registry/yangli-0001/": None}


def moved(origin: str, to: str) -> Redirect:
    return Redirect.model_validate({"from": origin, "to": to, "since": date(2024, 1, 2), "reason": "虚构"})


def held(*redirects: Redirect, lock: tuple[str, ...] = ()) -> Site:
    return replace(site(), redirects=redirects, lock=lock)


def messages(findings: list[Finding]) -> list[str]:
    return [f"{found.location}: {found.message}" for found in findings]


def test_an_address_answers_by_its_page_or_by_a_redirect() -> None:
    held_to = held(moved("old/", "about/"), lock=("about/", "old/", "registry/yangli-0001/"))

    assert list(published_addresses_answer(held_to, PAGES)) == []


def test_an_address_that_does_not_answer_is_told_at_its_line_with_the_redirect_to_write() -> None:
    [found] = published_addresses_answer(held(lock=("about/", "gone/")), PAGES)

    assert messages([found]) == ["registry/addresses.lock:2:1: 发布过的网址 /gone/ 打不开了"]
    assert "{from: gone/, to: 新的网址/, since: 移走的日期, reason: 理由}" in found.repair


def test_of_very_many_addresses_the_first_are_told_one_by_one() -> None:
    lock = tuple(f"gone-{number:03}/" for number in range(500))
    found = list(published_addresses_answer(held(lock=lock), PAGES))

    assert len(found) == 21
    assert found[-1].message == "还有 480 个发布过的网址打不开了，从 /gone-020/ 起"


def test_a_redirect_leads_to_a_page_by_one_step() -> None:
    good = held(moved("a/", "about/"), moved("b/", "registry/"), moved("c/", "registry/yangli-0001/"))
    chained = held(moved("a/", "b/"), moved("b/", "about/"))
    ring = held(moved("a/", "b/"), moved("b/", "a/"))
    itself = held(moved("a/", "a/"))
    nowhere = held(moved("a/", "nowhere/"))

    assert list(redirects_lead_somewhere(good, PAGES)) == []
    assert [found.repair for found in redirects_lead_somewhere(chained, PAGES)] == [
        "直接写最后的网址：to: about/"
    ]
    assert [found.message for found in redirects_lead_somewhere(ring, PAGES)] == [
        "转来转去回到原处：/a/ → /b/ → /a/",
        "转来转去回到原处：/b/ → /a/ → /b/",
    ]
    assert [found.message for found in redirects_lead_somewhere(itself, PAGES)] == [
        "转到它自己，读者哪里也到不了"
    ]
    assert [found.message for found in redirects_lead_somewhere(nowhere, PAGES)] == ["站内没有网页 /nowhere/"]


def test_an_address_with_a_page_does_not_lead_away_and_none_leads_two_ways() -> None:
    living = held(moved("about/", "registry/"), moved("registry/", "about/"))
    twice = held(moved("a/", "about/"), moved("a/", "registry/"))

    assert len([f for f in redirects_lead_somewhere(living, PAGES) if "现在有网页" in f.message]) == 2
    assert [found.message for found in redirects_lead_somewhere(twice, PAGES)] == [
        "/a/ 前面已经写过（第 1 条）"
    ]


def test_pages_before_a_change_answer_after_it_though_nobody_wrote_the_lock() -> None:
    before = {"designations": {FIRST: designation()}, "rulesets": {"yangli/2020": ruleset()}}
    lost = change(before, {})
    file = "registry/rulesets/yangli/2020.yaml"

    assert told(pages_before_a_change_answer, change(before, before)) == []
    assert told(pages_before_a_change_answer, lost) == [
        (file, "发布过的网址 /guides/yangli/ 打不开了"),
        (file, "发布过的网址 /guides/yangli/2020/ 打不开了"),
        ("registry/redirects.yaml", "发布过的网址 /registry/yangli-0001/ 打不开了"),
        ("registry/redirects.yaml", "发布过的网址 /registry/yangli/ 打不开了"),
    ]


def test_a_page_may_move_and_what_could_not_be_read_is_not_said_to_be_gone() -> None:
    lost = change({"rulesets": {"yangli/2020": ruleset()}}, {})
    ways = (moved("guides/yangli/", "registry/"), moved("guides/yangli/2020/", "registry/"))
    redirected = replace(lost.after, base=replace(lost.after.base, redirects=ways))
    broken = replace(lost.after, base=replace(lost.after.base, unreadable=frozenset(["registry/x.yaml"])))

    assert told(pages_before_a_change_answer, replace(lost, after=redirected)) == []
    assert told(pages_before_a_change_answer, replace(lost, after=broken)) == []


def test_the_lock_and_the_redirects_only_grow() -> None:
    same = change({}, {})
    full = held(moved("old/", "about/"), moved("older/", "about/"), lock=("a/", "b/", "c/", "d/", "e/"))
    less = held(moved("old/", "registry/"), lock=("e/",))
    more = held(moved("new/", "about/"), *full.redirects, lock=(*full.lock, "f/"))
    grown = replace(same, before=replace(same.before, base=full), after=replace(same.after, base=more))
    shrunk = replace(same, before=replace(same.before, base=full), after=replace(same.after, base=less))

    assert told(ledgers_only_grow, grown) == []
    assert told(ledgers_only_grow, shrunk) == [
        ("registry/addresses.lock", "少了 4 个网址：/a/、/b/、/c/等"),
        ("registry/redirects.yaml", "少了 /older/ 移到哪里的一条，这个网址会打不开"),
    ]
