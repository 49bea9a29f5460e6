# SPDX-License-Identifier: Apache-2.0
"""Is a pasted column answered line by line, as of the chosen day, and is what is downloaded the same?"""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from playwright.sync_api import Locator, Page, expect

from generator.render.bulk_rows import COLUMNS
from tests.browser.moments import moment
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import tab_to
from tests.browser.test_layout import small_targets, width_needed
from tests.browser.visitor import Visitor
from tests.builders import TINY_DAY, tiny_site

TODAY = moment("2024-01-02")
PASTED = (
    "序号\t平台名称\t地区\r\n1\t样例甲服务中心\t东区\r\n"
    "2\t樣例乙服務中心\t西区\r\n3\t样例丙服务中心\t西区\r\n"
)
HOSTILE = "=cmd()|'/c calc'!A1\n<img src=x onerror=alert(1)>\n@SUM(1)\n-样例甲\n"


def opened(page_at: Visitor, tiny: str, query: str = "", width: int = 1280) -> Page:
    return page_at(f"{tiny}registry/check/{query}", at=TODAY, width=width)


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="一行一个")


def status(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="核对了")


def checked(page: Page, text: str) -> list[list[str]]:
    """The rows of the result of a text, each cell as it is seen."""
    field(page).fill(text)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(status(page)).to_be_visible()
    return seen(page)


def seen(page: Page) -> list[list[str]]:
    rows = page.get_by_role("region", name="核对结果表").locator("tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows]


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def table_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV below its head."""
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert tuple(head) == COLUMNS
    return rows


def sheets_of(content: bytes) -> dict[str, list[list[str]]]:
    """The sheets of a workbook, in which every cell is text."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}
    return {
        sheet.title: [
            [unescape(str(cell or "")) for cell in row] for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book
    }


def test_a_block_from_excel_is_answered_from_its_column_of_names(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)

    rows = checked(page, PASTED)

    assert [row[:2] for row in rows] == [
        ["样例甲服务中心", "有效"],
        ["樣例乙服務中心", "已期满"],
        ["样例丙服务中心", "已撤销"],
    ]
    assert "按曾用名“样例乙服务中心”" in rows[1][2]
    assert [row[3] for row in rows] == [
        "2023年6月1日至2026年6月1日",
        "2020年6月1日至2023年5月31日",
        "2020年6月1日至2021年3月14日",
    ]
    assert "样工信〔2021〕3号" in rows[2][4]
    notes = page.get_by_role("list", name="对粘贴内容的说明")
    expect(notes).to_contain_text("有 3 列，取了第 2 列")
    expect(notes).to_contain_text("略去了表头：平台名称")
    expect(status(page)).to_have_text("核对了 3 行：有效 1，已期满 1，已撤销 1")
    assert "样例" not in page.evaluate("decodeURIComponent(location.href)")


def test_the_ways_to_write_a_name_are_the_same_and_lines_that_repeat_are_kept(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny)

    rows = checked(
        page, "樣例甲服務中心\n\n ｙａｎｇｌｉ－０００１ \n样例甲（服务）中心\n样例甲有限公司\n样例甲有限公司"
    )

    assert len(rows) == 5
    assert all("样例甲服务中心" in row[2] for row in rows)
    assert "按平台编号" in rows[1][2]
    assert "按运营单位“样例甲有限公司”" in rows[3][2]
    expect(page.get_by_role("list", name="对粘贴内容的说明")).to_contain_text("有 1 行与前面的重复")


def test_what_only_contains_a_text_is_never_taken_for_a_match(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)

    (row,) = checked(page, "服务中心")

    assert row[1] == "没有找到"
    assert row[2].startswith("名称相近的，不是核对结果")
    assert row[2].count("yangli-") == 3
    assert row[3:] == ["", ""]


def test_the_chosen_day_decides_and_stands_in_the_address(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, "?on=2020-06-01")
    expect(page.get_by_label("核对哪一天")).to_have_value("2020-06-01")
    assert {row[1] for row in checked(page, PASTED)} == {"有效"}

    page.get_by_label("核对哪一天").fill("2023-05-31")
    words = [row[1] for row in checked(page, PASTED)]
    assert words == ["有效", "将于2023年5月31日到期", "已撤销"]
    expect(page).to_have_url(re.compile(r"check/\?on=2023-05-31$"))
    expect(page.get_by_role("status").filter(has_text="这里显示的是")).to_be_hidden()

    page.get_by_label("核对哪一天").fill("2020-05-31")
    rows = checked(page, PASTED)
    assert [row[1] for row in rows] == ["尚无记录"] * 3
    assert [row[3:] for row in rows] == [["", ""]] * 3
    link = page.get_by_role("region", name="核对结果表").get_by_role("link", name="样例甲服务中心")
    assert str(link.get_attribute("href")).endswith("registry/yangli-0001/?on=2020-05-31")


def test_what_is_downloaded_is_what_is_shown(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, "?on=2021-03-15")
    shown = checked(page, PASTED + "4\t服务中心\t\n")

    csv_name, csv_bytes = downloaded(page, "下载 CSV")
    xlsx_name, xlsx_bytes = downloaded(page, "XLSX")
    sheets = sheets_of(xlsx_bytes)

    assert csv_name == f"批量核对_2021-03-15_数据截至{TINY_DAY}.csv"
    assert xlsx_name == f"批量核对_2021-03-15_数据截至{TINY_DAY}.xlsx"
    assert list(sheets) == ["核对结果", "说明"]
    assert sheets["核对结果"] == [list(COLUMNS), *table_of(csv_bytes)]
    for row, cells in zip(shown, table_of(csv_bytes), strict=True):
        assert row[:2] == cells[:2]
        assert row[3] == cells[5]
        assert all(text in row[2] for text in cells[2:5])
        assert all(text in row[4] for text in (*cells[6].split("；"), *cells[7].split("；")))
    facts = dict(sheets["说明"])
    assert facts["核对日期"] == "2021-03-15"
    assert facts["数据截至"] == TINY_DAY.isoformat()
    assert facts["网址"] == tiny
    assert facts["网站"] == tiny_site().settings.name


def test_hostile_texts_are_shown_and_written_as_text(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    lines = HOSTILE.splitlines()

    rows = checked(page, HOSTILE + "a\x07b_x0041_\n")

    assert [row[0] for row in rows] == [*lines, "ab_x0041_"]
    expect(page.locator("#content img")).to_have_count(0)
    cells = [row[0] for row in table_of(downloaded(page, "下载 CSV")[1])]
    assert cells == [f"'{lines[0]}", lines[1], f"'{lines[2]}", f"'{lines[3]}", "ab_x0041_"]
    _, *sheet = sheets_of(downloaded(page, "XLSX")[1])["核对结果"]
    assert [row[0] for row in sheet] == [*lines, "ab_x0041_"]


def test_a_workbook_opens_where_the_browser_cannot_compress(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    page.evaluate("delete window.CompressionStream")
    checked(page, PASTED)

    _, first, *_ = sheets_of(downloaded(page, "XLSX")[1])["核对结果"]

    assert first[:2] == ["样例甲服务中心", "有效"]


def test_everything_is_done_with_the_keyboard(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/", at=TODAY)
    tab_to(page, page.get_by_role("link", name="批量核对"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("批量核对")

    tab_to(page, field(page))
    page.keyboard.type("样例甲服务中心")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(status(page)).to_have_text("核对了 1 行：有效 1")
    tab_to(page, page.get_by_role("button", name="下载 CSV"))
    with page.expect_download():
        page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("region", name="核对结果表"))
    tab_to(page, page.get_by_role("link", name="样例甲服务中心"))


@pytest.mark.parametrize("letters", ["normal", "large"])
def test_axe_finds_nothing_and_everything_fits_a_phone(letters: str, page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, width=320)
    if letters == "large":
        page.get_by_role("button", name="大字版").click()
    checked(page, f"{PASTED}9\t服务中心\t\n10\t{'长' * 60}\t\n11\t{'Long' * 30}\t\n")

    assert width_needed(page) <= 320
    assert small_targets(page) == []
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert violations(page) == []


def test_an_empty_list_is_told_and_records_that_do_not_arrive_are_told(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="还没有粘贴名称或代码")).to_be_visible()
    expect(field(page)).to_be_focused()

    page.context.route("**/api/v1/platforms/yangli-0001.json", lambda route: route.fulfill(status=503))
    assert [row[1] for row in checked(page, PASTED)] == ["没有取到", "已期满", "已撤销"]
    page.context.unroute("**/api/v1/platforms/yangli-0001.json")
    assert [row[1] for row in checked(page, PASTED)] == ["有效", "已期满", "已撤销"]
    page_at.complaints.clear()


def test_too_many_lines_are_cut_and_told_without_holding_up_the_page(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny)
    page.evaluate("""() => {
      window.longest = 0;
      const note = ({ duration }) => { longest = Math.max(longest, duration); };
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "longtask" });
    }""")

    field(page).fill("\n".join(f"样例{number}号中心" for number in range(2001)))
    page.get_by_role("button", name="核对", exact=True).click()

    expect(status(page)).to_have_text("核对了 2,000 行：没有找到 2,000", timeout=30_000)
    expect(page.get_by_role("list", name="对粘贴内容的说明")).to_contain_text("后面的 1 行没有核对")
    assert page.evaluate("longest") < 300  # the machine of a test is busy with others


def test_without_script_the_page_says_what_to_do_instead(page_at: Visitor, tiny: str) -> None:
    page = page_at(f"{tiny}registry/check/", script=False)

    said = str(page.locator("noscript").text_content())
    assert "platform-registry lookup" in said
    expect(page.locator("form[data-bulk]")).to_be_hidden()
