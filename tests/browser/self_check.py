# SPDX-License-Identifier: Apache-2.0
"""How do tests fill in the self-check and read what it says?"""

from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.moments import moment
from tests.browser.visitor import Visitor

IN_FORCE = moment("2022-06-01")  # the version of 2020 of the tiny site, recorded in full
ASSETS = "上年末资产总额是多少？"
LEGAL = "是否具有独立法人资格？"
TRAINEES = "一年培训多少人次？"
STAFF = "从事为中小企业服务的人员有多少？"
MET = {"j": "yangli", "total_assets": "100万元", "legal_person": "1", "training.trainees": "300人次"}


def hash_of(answers: dict[str, str]) -> str:
    """The part of an address that holds these answers."""
    return "#" + "&".join(f"{key}={value}" for key, value in answers.items())


def opened(
    page_at: Visitor,
    site: str,
    answers: dict[str, str] | None = None,
    *,
    at: datetime = IN_FORCE,
    width: int = 1280,
) -> Page:
    """The page once it is ready to be filled in."""
    page = page_at(f"{site}self-check/{hash_of(answers) if answers else ''}", at=at, width=width)
    expect(page.locator("[data-self]:not([inert])")).to_be_visible()
    return page


def choose(page: Page, place: str = "样例") -> None:
    """Tick a place."""
    page.get_by_role("checkbox", name=place, exact=True).check()
    expect(page.locator("[data-self-standings]")).to_contain_text(place)


def figure(page: Page, question: str) -> Locator:
    """The field of a question for a number or a day."""
    return page.get_by_label(question, exact=True)


def say(page: Page, question: str, answer: str) -> None:
    """Answer with 是, 否 or 不清楚."""
    page.get_by_role("group", name=question).get_by_role("radio", name=answer).check()


def card(page: Page, place: str = "样例省样例市") -> Locator:
    """The result of a place."""
    return page.get_by_role("article", name=place)


def verdict(page: Page, place: str = "样例省样例市") -> str:
    """The verdict on a place, once what was typed is settled."""
    settled(page)
    return card(page, place).locator(".result__verdict .mark").inner_text()


def settled(page: Page) -> None:
    """Wait until what was typed has been judged."""
    page.wait_for_timeout(400)


def answers_in(page: Page) -> dict[str, str]:
    """The answers that the address holds."""
    address: str = page.evaluate("location.href")
    return {key: unquote(values[0]) for key, values in parse_qs(urlsplit(address).fragment).items()}
