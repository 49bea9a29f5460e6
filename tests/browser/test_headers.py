# SPDX-License-Identifier: Apache-2.0
"""Does the site work under all the headers that a web server sends?"""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visitor import Visitor
from tests.deploy.servers import nginx


def test_the_lookup_and_the_search_work_as_nginx_serves_them(
    page_at: Visitor, tiny_built: Path, tmp_path: Path
) -> None:
    with nginx(tiny_built.resolve(), tmp_path) as served:
        page = page_at(f"http://127.0.0.1:{served.port}/registry/?q=样例甲")
        expect(page.locator("main, .page").get_by_role("link", name="样例甲服务中心").first).to_be_visible()

        page.get_by_role("button", name="搜索").click()
        page.get_by_role("dialog").get_by_role("searchbox").fill("样例")
        expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()

        for address in ("", "self-check/", "forms/", "compare/"):
            page.goto(f"http://127.0.0.1:{served.port}/{address}", wait_until="networkidle")
