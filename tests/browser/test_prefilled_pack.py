# SPDX-License-Identifier: Apache-2.0
"""Does an applicant leave with papers that hold what was answered, and that other programs can read?"""

import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import icalendar
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.moments import moment
from tests.browser.self_check import LEGAL, MET, TRAINEES, card, choose, figure, opened, say, settled
from tests.browser.visitor import Visitor

BUTTON = "下载预填的材料（ZIP）"
LINFEN = {
    "j": "linfen",
    "kinds": "sme-service-institution",
    "functions": "training",
    "total_assets": "1.495亿元",
    "legal_person": "1",
    "operating_years": "2024-03-01",
    "service_staff": "3人",
    "training.trainees": "700人次",
}


def downloaded(page: Page) -> tuple[str, zipfile.ZipFile]:
    """The pack of the first result, with every member intact."""
    with page.expect_download() as download:
        page.get_by_role("button", name=BUTTON).first.click()
    pack = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert pack.testzip() is None
    return download.value.suggested_filename, pack


def member(pack: zipfile.ZipFile, name: str) -> bytes:
    """The one member whose name has this in it."""
    (found,) = [path for path in pack.namelist() if name in path]
    return pack.read(found)


def text_of(content: bytes) -> str:
    """Every paragraph of a document and of its tables, one a line, as python-docx reads it."""
    document = docx.Document(io.BytesIO(content))
    texts = [
        "".join(node.text or "" for node in paragraph.iter("{*}t"))
        for paragraph in document.element.body.iter("{*}p")
    ]
    return "\n".join(texts)


def row_of(content: bytes, label: str) -> str:
    """The first row of a table in which a label stands."""
    document = docx.Document(io.BytesIO(content))
    rows = document.element.body.iter("{*}tr")
    found = ["".join(node.text or "" for node in row.iter("{*}t")) for row in rows]
    return next(text for text in found if label in text)


def test_from_the_home_page_through_the_self_check_to_a_pack_with_the_typed_figures(
    page_at: Visitor, real: str
) -> None:
    page = page_at(real, at=moment("2026-11-22"))
    page.get_by_role("link", name="先自测").click()
    choose(page, "临汾")
    page.get_by_role("checkbox", name="中小企业服务机构").check()
    page.get_by_role("checkbox", name="培训服务").check()
    figure(page, "上年末资产总额是多少？").fill("149.5")
    say(page, LEGAL, "是")
    figure(page, "从事为中小企业服务的人员有多少？").fill("3")
    figure(page, TRAINEES).fill("７００")
    settled(page)

    name, pack = downloaded(page)

    assert name == "预填材料_临汾_2018_2026-11-22.zip"
    assert [path.split("-")[0] for path in pack.namelist()] == ["0", "1", "2", "3"]
    table = member(pack, "自评表")
    assert "149.5万元" in row_of(table, "资产总额不低于50万元")
    assert "☑达到" in row_of(table, "资产总额不低于50万元")
    assert "☑未达到" in row_of(table, "从事服务的人员数不少于5人")
    assert "700人次" in row_of(table, "年培训人次不少于500人次")
    assert "☑申报此项" in row_of(table, "培训服务")
    assert "□申报此项" in row_of(table, "融资服务")
    assert "☑中小企业服务机构" in text_of(table)
    assert "☑不符合" in text_of(table)
    assert "从事服务的人员数不少于5人：还差2人（第六条（五））" in text_of(table)
    assert "□达到　□未达到" in row_of(table, "财务收支状况良好")  # not answered, not ticked
    assert "149.5万元" in text_of(member(pack, "申请报告"))
    assert "推算不符合，1 项未达到" in member(pack, "说明").decode("utf-8-sig")


def test_a_figure_is_written_in_the_unit_of_the_form_and_a_day_in_chinese(
    page_at: Visitor, real: str
) -> None:
    page = opened(page_at, real, LINFEN, at=moment("2026-11-22"))

    _, pack = downloaded(page)

    table = member(pack, "自评表")
    assert "14950万元" in row_of(table, "资产总额不低于50万元")
    assert "2024年3月1日" in row_of(table, "运营年限不低于1年")


def test_libreoffice_opens_the_filled_documents_and_shows_figures_and_ticks(
    page_at: Visitor, real: str, tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    assert office, "soffice is missing: make test installs it"
    _, pack = downloaded(opened(page_at, real, LINFEN, at=moment("2026-11-22")))
    pack.extractall(tmp_path)
    documents = sorted(map(str, tmp_path.glob("*.docx")))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *documents],
        check=True,
        capture_output=True,
        timeout=180,
    )

    assert len(documents) == 3
    (table,) = tmp_path.glob("*自评表.pdf")
    text = "".join(page.extract_text() for page in PdfReader(table).pages).replace(" ", "")
    assert "14950万元" in text
    assert "☑达到" in text
    assert "700人次" in text


def test_without_answers_a_pack_has_every_box_empty(page_at: Visitor, real: str) -> None:
    page = opened(page_at, real, {"j": "linfen"}, at=moment("2026-11-22"))

    _, pack = downloaded(page)

    text = text_of(member(pack, "自评表"))
    assert text.count("☑") == 1  # the verdict: it cannot be told yet
    assert "☑尚不能判断" in text


def test_what_is_answered_after_the_result_was_laid_out_is_in_the_pack_too(
    page_at: Visitor, tiny: str
) -> None:
    page = opened(page_at, tiny, MET)

    figure(page, "上年末资产总额是多少？").fill("101")
    settled(page)
    figure(page, "上年末资产总额是多少？").fill("102")
    settled(page)

    assert "102万元" in text_of(member(downloaded(page)[1], "自评表"))


def events(content: bytes) -> dict[str, Any]:
    """The events of a calendar by their summary."""
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def test_the_calendar_has_the_open_windows_with_alarms(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET, at=moment("2023-12-15"))

    content = member(downloaded(page)[1], "期限")

    (event,) = events(content).values()
    assert event["SUMMARY"] == "截止：报送申报材料（样例）"
    assert event["DTSTART"].dt == date(2024, 1, 31)
    assert event["UID"] == "sme-platform-registry.window.notices.2023.yangli-call.0"
    assert [alarm["ACTION"] for alarm in event.walk("VALARM")] == ["DISPLAY", "DISPLAY"]
    assert event["URL"] == f"{tiny}notices/2023/yangli-call/"
    assert member(downloaded(page)[1], "期限") == content


def test_the_calendar_has_what_a_platform_owes_each_year(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)

    (duty,) = events(member(downloaded(page)[1], "期限")).values()

    assert duty["DTSTART"].dt == date(2023, 2, 28)
    assert duty["RRULE"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert str(duty["SUMMARY"]).startswith("认定之后：")


def test_a_pack_without_deadlines_has_no_calendar(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET, at=moment("2024-02-01"))

    assert not any("期限" in path for path in downloaded(page)[1].namelist())


def test_a_pack_that_cannot_be_made_is_told(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)
    page.route("**/*.docx", lambda route: route.fulfill(status=503))

    page.get_by_role("button", name=BUTTON).click()

    expect(page.get_by_text("没有生成：有文件没有取到")).to_be_visible()
    page.unroute("**/*.docx")
    assert downloaded(page)[1].namelist()
    page_at.complaints.clear()  # of the answer 503


def test_the_blank_pack_of_the_version_is_offered_beside_it(page_at: Visitor, tiny: str) -> None:
    page = opened(page_at, tiny, MET)

    expect(card(page).get_by_role("link", name="空白的材料（ZIP）")).to_have_attribute(
        "href", "../forms/yangli/2020-applicant.zip"
    )


@pytest.mark.parametrize("key", ["yangli/2020:total_assets", "total_assets@2", "information.total_assets"])
def test_an_answer_to_another_question_is_not_written_into_the_form(
    key: str, page_at: Visitor, tiny: str
) -> None:
    answers = {name: value for name, value in MET.items() if name != "total_assets"}
    page = opened(page_at, tiny, answers | {key: "777万元"})

    assert "777" not in text_of(member(downloaded(page)[1], "自评表"))
