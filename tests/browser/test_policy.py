# SPDX-License-Identifier: Apache-2.0
"""Does the strict policy hold on every type of page, does nothing break it, and is no other host asked?"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor

POLICY = 'meta[http-equiv="Content-Security-Policy"]'
STRANGER = "https://stranger.example"


def looks(page: Page) -> None:
    """The page in light and dark and large letters, with everything done that a reader may do at once."""
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="大字版").click()
    page.get_by_role("button", name="深色").click()
    for button in page.locator("summary").all():
        button.click()
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="大字版").click()


def test_every_type_of_page_works_under_its_policy_and_asks_no_other_host(
    page_at: Visitor, real: str, real_types: dict[str, str], subtests: pytest.Subtests
) -> None:
    page = page_at(real)
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(response.url))
    for kind, address in real_types.items():
        with subtests.test(kind):
            page.goto(address)
            looks(page)

            policy = page.locator(POLICY).get_attribute("content")
            assert policy is not None
            assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
            assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")
            assert page_at.complaints == []
    assert {urlsplit(url).netloc for url in loaded} == {urlsplit(real).netloc}
    assert {urlsplit(url).path.rsplit(".", 1)[-1] for url in loaded} >= {"css", "js", "svg"}


def test_the_server_of_these_tests_sends_no_policy_of_its_own(page_at: Visitor, real: str) -> None:
    page = page_at(real)

    response = page.request.get(real)

    assert "content-security-policy" not in response.headers
    assert response.headers["content-type"] == "text/html"


def test_an_inline_script_that_gets_into_a_page_does_not_run(page_at: Visitor, real: str) -> None:
    page = page_at(real)

    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 1";
      document.body.append(script);
    }""")

    expect(page).to_have_title("中小企业公共服务示范平台名录")
    assert any("policy violated: script-src-elem" in complaint for complaint in page_at.complaints)
    page_at.complaints.clear()


@pytest.mark.parametrize(
    "attempt",
    [
        f"fetch('{STRANGER}').catch(() => null)",
        f"document.body.append(Object.assign(new Image(), {{src: '{STRANGER}'}}))",
        f"document.head.append(Object.assign(document.createElement('script'), {{src: '{STRANGER}'}}))",
        f"document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href={STRANGER}>')",
        f"document.body.append(Object.assign(document.createElement('iframe'), {{src: '{STRANGER}'}}))",
    ],
)
def test_nothing_on_a_page_reaches_another_host(attempt: str, page_at: Visitor, real: str) -> None:
    page = page_at(real)
    with page.expect_console_message(lambda message: "policy violated" in message.text):
        page.evaluate(f"void {attempt}")

    assert any(STRANGER in complaint and "policy violated" in complaint for complaint in page_at.complaints)
    page_at.complaints.clear()


def test_a_missing_address_shows_the_page_for_it_under_the_same_policy(page_at: Visitor, real: str) -> None:
    page = page_at(real)

    response = page.goto(f"{real}registry/no-such-0001/deeper/")

    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这个页面")
    page.get_by_role("link", name="回到首页").click()
    expect(page).to_have_url(real)
    assert all("404" in complaint for complaint in page_at.complaints)
    page_at.complaints.clear()
