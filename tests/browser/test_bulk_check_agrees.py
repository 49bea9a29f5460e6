# SPDX-License-Identifier: Apache-2.0
"""Does the page for checking many at once say what the command says, line by line?"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.derive.register import Register
from generator.derive.register import register as make_register
from generator.load.tree import load
from generator.render.bulk_rows import BulkCheck
from tests.browser.moments import moment
from tests.browser.server import served
from tests.browser.test_bulk_check import HOSTILE, PASTED, checked, downloaded, table_of
from tests.browser.visitor import Visitor
from tests.builders import TINY, tiny_site
from tests.commands.process import DAY, run
from tests.conftest import REAL_DAY, REPOSITORY


def cells_in_browser(browser: Browser, folder: Path, text: str, day: str) -> list[list[str]]:
    with served(folder) as address:
        visitor = Visitor(browser)
        page = visitor(f"{address}registry/check/?on={day}", at=moment(REAL_DAY.isoformat()))
        checked(page, text)
        rows = table_of(downloaded(page, "下载 CSV")[1])
        visitor.close()
    return [[cell.replace(address, "/") for cell in row] for row in rows]


def everything(register: Register) -> list[str]:
    """Every text by which a platform is named, and parts of them."""
    texts: list[str] = []
    for platform in register.platforms.values():
        full = [platform.id, platform.name, *(period.name for period in platform.names)]
        full += [text for text in (platform.operator, platform.credit_code) if text]
        texts += [*full, platform.name[2:-1], platform.id[:-2]]
    return [*dict.fromkeys(texts), "中心", "公", "x", "0", "-"]


@pytest.mark.parametrize("day", ["2016-01-01", "2019-06-30", "2026-11-22"])
def test_the_real_register_is_answered_as_the_command_does(
    day: str, browser: Browser, real_built: Path
) -> None:
    site, _ = load(REPOSITORY, REAL_DAY)
    assert site is not None
    register = make_register(site)
    texts = everything(register)
    check = BulkCheck(register, moment(day).date())

    expected = [list(row.cells("/")) for row in check.rows(texts)]

    assert len(expected) > 100
    assert cells_in_browser(browser, real_built, "\n".join(texts), day) == [
        [f"'{cell}" if cell.startswith("-") else cell for cell in row] for row in expected
    ]


@pytest.mark.parametrize("day", ["2020-05-31", "2021-04-01", "2023-05-31", "2026-06-02"])
def test_the_command_prints_the_rows_that_the_page_shows(
    day: str, browser: Browser, tiny_built: Path, tmp_path: Path
) -> None:
    text = f"{PASTED}4\t样例甲有限公司\t\n5\tyangli-0002\t\n6\t服务中心\t\n{HOSTILE}"
    file = tmp_path / "list.txt"
    file.write_text(text, encoding="utf-8")

    done = run("lookup", file, "--on", day, "--format", "csv", "--root", TINY, *DAY)

    rows = table_of(done.stdout.encode())
    site_url = str(tiny_site().settings.site_url)
    assert cells_in_browser(browser, tiny_built, text, day) == [
        [cell.replace(site_url, "/") for cell in row] for row in rows
    ]
