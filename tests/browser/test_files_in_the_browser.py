# SPDX-License-Identifier: Apache-2.0
"""Do ZIP, DOCX and calendars come right, and hostile texts come out literally or not at all?"""

import base64
import io
import zipfile
from collections.abc import Mapping
from typing import Any

import docx
import icalendar
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from playwright.sync_api import Error, Page

from tests.browser.visitor import Visitor

BYTES = """
const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const textOf = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
};
const module = (name) => import(new URL(`../assets/scripts/${name}`, location.href).href);
"""
ZIP = f"""async (members) => {{ {BYTES}
  const {{ zip }} = await module("zip.js");
  return textOf(new Blob(await zip(members)));
}}"""
UNZIP = f"""async (zipped) => {{ {BYTES}
  const {{ unzip }} = await module("zip.js");
  return (await unzip(bytesOf(zipped))).map(([path, bytes]) => [path, Array.from(bytes)]);
}}"""
FILL = f"""async ([document, texts, ticks]) => {{ {BYTES}
  const {{ filledIn }} = await module("docx.js");
  const values = [new Map(Object.entries(texts)), new Map(Object.entries(ticks))];
  const {{ blob, filled }} = await filledIn(bytesOf(document), ...values);
  return [await textOf(blob), filled];
}}"""
CALENDAR = f"""async ([result, day]) => {{ {BYTES}
  const {{ calendar }} = await module("self_check/calendar.js");
  return calendar(result, day, "https://example.org/", "2024-01-02");
}}"""
HOSTILE = [
    "<w:t>&amp;</w:t><script>alert(1)</script>",
    "]]><!--",
    "=cmd|' /C calc'!A1",
    "\u202e反写的字\u202c",
    "𠮷䶮㐂",
    "甲" * 5000,
    "  前后有空格  ",
    "第一行\n第二行",
]


@pytest.fixture
def room(page_at: Visitor, tiny: str) -> Page:
    """A page of the site, from which its scripts can be tried."""
    return page_at(f"{tiny}self-check/")


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def form() -> bytes:
    """A document with places to write in: in a line, in a cell of its own, and a box to tick."""
    document = docx.Document()
    document.add_paragraph("样例表")
    line = document.add_paragraph("资产：")
    run = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:u w:val="single"/></w:rPr><w:t>　　</w:t></w:r>'
    line._p.append(control("assets", run, "<w:showingPlcHdr/>"))
    line.add_run("万元")
    box = "<w:r><w:t>□</w:t></w:r>"
    checkbox = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
    line._p.append(control("legal=是", box, checkbox))
    line._p.append(control("legal=否", box, checkbox))
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell._tc.append(control("name", "<w:p><w:r><w:t>旧</w:t></w:r><w:r><w:t>的</w:t></w:r></w:p>"))
    document.sections[0].header.paragraphs[0]._p.append(control("name", run))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def control(tag: str, content: str, more: str = "") -> object:
    namespaces = f'{nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    head = f'<w:sdtPr><w:tag w:val="{tag}"/>{more}</w:sdtPr>'
    return parse_xml(f"<w:sdt {namespaces}>{head}<w:sdtContent>{content}</w:sdtContent></w:sdt>")


def filled(
    room: Page, content: bytes, texts: Mapping[str, str], ticks: Mapping[str, bool] | None = None
) -> tuple[bytes, int]:
    """The document with its places filled in, and how many were."""
    result, count = room.evaluate(FILL, [encoded(content), texts, ticks or {}])
    return base64.b64decode(result), count


def shown(content: bytes, tag: str) -> list[str]:
    """What each control with a tag shows; a line break as a line feed."""
    document = docx.Document(io.BytesIO(content))
    parts = [document.element.body, document.sections[0].header._element]
    found = []
    for sdt in (node for part in parts for node in part.iter("{*}sdt")):
        if next(iter(sdt.iter("{*}tag"))).values()[0] == tag:
            pieces = list(sdt.iter("{*}t", "{*}br"))
            found.append("".join("\n" if node.tag.endswith("br") else node.text or "" for node in pieces))
    return found


def test_a_zip_is_read_by_others_and_others_are_read(room: Page) -> None:
    members = [["说明.txt", "甲乙丙" * 500], ["a/b.txt", ""], ["𠮷.xml", "<a/>"]]

    made = zipfile.ZipFile(io.BytesIO(base64.b64decode(room.evaluate(ZIP, members))))

    assert made.testzip() is None
    assert [[name, made.read(name).decode()] for name in made.namelist()] == members
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
        other = io.BytesIO()
        with zipfile.ZipFile(other, "w", method) as archive:
            archive.comment = b"a comment after the end"
            for name, text in members:
                archive.writestr(name, text)
        found = room.evaluate(UNZIP, encoded(other.getvalue()))
        assert [[name, bytes(content).decode()] for name, content in found] == members


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda content: content[:-22], "not a ZIP"),
        (lambda content: content.replace(b"hello", b"jello", 1), "a member is damaged"),
        (
            lambda content: content.replace(b"PK\x01\x02", b"PK\x09\x09"),
            "the directory of the ZIP is damaged",
        ),
    ],
)
def test_a_damaged_zip_is_refused(damage: object, told: str, room: Page) -> None:
    good = io.BytesIO()
    with zipfile.ZipFile(good, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", "hello hello")
    assert callable(damage)

    with pytest.raises(Error, match=told):
        room.evaluate(UNZIP, encoded(damage(good.getvalue())))


def test_every_place_with_an_id_is_filled_and_the_others_stay_as_they_were(room: Page) -> None:
    content = form()

    result, count = filled(room, content, {"name": "样例中心", "assets": "149.5"}, {"legal=是": True})

    assert count == 4  # the name stands in a cell and in the header
    assert shown(result, "name") == ["样例中心", "样例中心"]
    assert shown(result, "assets") == ["149.5"]
    assert (shown(result, "legal=是"), shown(result, "legal=否")) == (["☑"], ["□"])
    body = docx.Document(io.BytesIO(result)).element.xml
    assert 'w14:checked w14:val="1"' in body
    assert body.count('w14:checked w14:val="0"') == 1
    assert "showingPlcHdr" not in body
    assert "PlaceholderText" not in body
    assert '<w:u w:val="single"/>' in body
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (content, result))
    assert before.namelist() == after.namelist()
    untouched = [name for name in before.namelist() if name not in {"word/document.xml", "word/header1.xml"}]
    assert {name: before.read(name) for name in untouched} == {name: after.read(name) for name in untouched}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_comes_out_literally(text: str, room: Page) -> None:
    result, _ = filled(room, form(), {"name": text})

    assert shown(result, "name") == [text, text]
    assert docx.Document(io.BytesIO(result)).element.xml.count("<w:sdt>") == 4


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\x7f", "\ufffe", "\ud800"])
def test_control_characters_and_halves_of_characters_are_refused(character: str, room: Page) -> None:
    code = ord(character)
    attempt = """async (code) => {
      const { writable } = await import(new URL("../assets/scripts/docx.js", location.href).href);
      return writable(`甲${String.fromCharCode(code)}乙`);
    }"""

    with pytest.raises(Error, match="control characters cannot be written"):
        room.evaluate(attempt, code)
    assert room.evaluate(attempt, ord("丙")) == "甲丙乙"


def events(text: str) -> list[Any]:
    """The events of a calendar, as another program reads them."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def result_with(what: str, duties: list[dict[str, object]] | None = None) -> dict[str, object]:
    window = {
        "what": what,
        "who": None,
        "announced": "2024-01-01",
        "from": None,
        "through": "2024-02-29",
        "title": "样例通知",
        "page": "notices/2024/yangli-call/",
    }
    return {
        "place": {"short_name": "样例", "windows": [window]},
        "version": {"id": "yangli/2020", "title": "样例办法", "page": "guides/yangli/2020/"},
        "ruleset": {"duties": duties or []},
    }


@pytest.mark.parametrize(
    "what", ["报送", "逗号,分号;反斜杠\\", "第一行\r\nBEGIN:VEVENT", "\u202e反写", "甲𠮷" * 200, "铃\x07声"]
)
def test_a_calendar_follows_the_standard_whatever_is_due(what: str, room: Page) -> None:
    text: str = room.evaluate(CALENDAR, [result_with(what), "2024-01-15"])

    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    (event,) = events(text)
    expected = what.replace("\r\n", "\n").replace("\x07", "")
    assert str(event["SUMMARY"]) == f"截止：{expected}（样例）"
    assert str(event["DTEND"].dt) == "2024-03-01"


@pytest.mark.parametrize(
    ("due", "first", "rule"),
    [
        ({"every": "year", "month": 2, "day": "last"}, "2024-02-29", "BYMONTH=2;BYMONTHDAY=-1"),
        ({"every": "year", "month": 1, "day": 10}, "2025-01-10", "BYMONTH=1;BYMONTHDAY=10"),
        ({"every": "year", "month": 1, "day": 15}, "2024-01-15", "BYMONTH=1;BYMONTHDAY=15"),
        ({"every": "quarter", "month": 3, "day": 25}, "2024-03-25", "BYMONTH=3,6,9,12;BYMONTHDAY=25"),
    ],
)
def test_a_duty_comes_round_on_its_days(due: dict[str, object], first: str, rule: str, room: Page) -> None:
    own: dict[str, object] = {
        "id": "report",
        "owed_by": "示范平台",
        "to": ["样例局"],
        "what": "总结",
        "due": due,
        "article": "第四条",
    }
    others = own | {"id": "other", "owed_by": "示范平台主管部门"}
    undated = own | {"id": "undated", "due": None}

    text: str = room.evaluate(CALENDAR, [result_with("报送", [own, others, undated]), "2024-01-15"])

    _, duty = events(text)
    assert str(duty["DTSTART"].dt) == first
    assert f"RRULE:FREQ=YEARLY;{rule}\r\n" in text
    assert str(duty["UID"]) == "sme-platform-registry.duty.yangli.2020.report"
