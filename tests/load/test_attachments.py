# SPDX-License-Identifier: Apache-2.0
"""Is personal data found wherever it stands in an attachment, and is no attachment able to do harm?"""

import hashlib
import random
from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from generator.base.finding import Finding
from generator.load.attachments import HIDDEN, MAX_BYTES, REFUSED, read_attachment
from generator.load.personal_data import CODE
from tests.load import attaching
from tests.load.attaching import (
    CLEAN,
    FORMATS,
    PLANTED,
    document,
    page,
    printed,
    unzipped,
    with_part,
    workbook,
    zipped,
)

MOBILE, IDENTITY, CARD = "13800138000", "11010519491231002X", "6222021234567890128"
VALUES = {MOBILE: "手机号码", IDENTITY: "居民身份证号码", CARD: "银行卡号"}


def findings(content: bytes, suffix: str) -> list[Finding]:
    attached, found = read_attachment(content, f"content/notices/2023/样/list.{suffix}")
    assert (attached is None) == bool(found)
    return found


def refusal(content: bytes, suffix: str) -> str:
    """What is said of a file that is refused as a whole."""
    (found,) = findings(content, suffix)
    assert (found.check, found.location.line) == (REFUSED, 1)
    assert found.repair
    return found.message


@pytest.mark.parametrize("suffix", CLEAN)
def test_a_file_without_personal_data_is_taken_with_size_and_checksum(suffix: str) -> None:
    content = CLEAN[suffix]()

    attached, found = read_attachment(content, f"list.{suffix}")

    assert found == []
    assert attached is not None
    assert attached.size == len(content)
    assert len(attached.sha256) == 64


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(("suffix", "place"), PLANTED)
def test_a_number_is_found_wherever_it_stands_and_never_repeated(suffix: str, place: str, value: str) -> None:
    found = findings(FORMATS[suffix][place](value), suffix)

    told = [(f.location.part, f.message) for f in found if f.check == CODE]
    assert (place.rstrip(), f"这里有{VALUES[value]}") in told
    assert value[4:-1] not in repr(found)
    assert value[:6] not in repr(found)


@pytest.mark.parametrize(
    "spelling",
    [
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "138\u200b0013\u200b8000",
    ],
)
@pytest.mark.parametrize("make", [document, workbook, attaching.in_comment])
def test_a_number_is_found_in_every_spelling(make: Callable[[str], bytes], spelling: str) -> None:
    suffix = "xlsx" if make is workbook else "docx"

    assert "这里有手机号码" in {f.message for f in findings(make(spelling), suffix)}


@pytest.mark.parametrize("number", [13800138000, 13800138000.0])
def test_a_number_that_is_typed_as_a_figure_is_found(number: float) -> None:
    assert [f.location.part for f in findings(workbook(number), "xlsx")] == ["工作表“名单” A1"]


def test_a_figure_with_an_exponent_is_written_out() -> None:
    content = with_part(
        workbook(7), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>7</v>", b"<v>1.3800138E+10</v>")
    )

    assert [f.message for f in findings(content, "xlsx")] == ["这里有手机号码"]


def test_a_home_is_found_in_a_cell() -> None:
    found = findings(workbook("样例市云禾小区3栋2单元501室", "D9"), "xlsx")

    assert [(f.location.part, f.message) for f in found] == [("工作表“名单” D9", "这里有像家庭住址的文字")]


def test_a_page_that_typst_made_is_read() -> None:
    found = findings(attaching.typeset(f"= 样例\n\n联系 {MOBILE}"), "pdf")

    assert [(f.location.part, f.message) for f in found] == [("第 1 页", "这里有手机号码")]


@pytest.mark.parametrize(
    ("content", "suffix", "what"),
    [
        (document(author="王样例"), "docx", "姓名"),
        (document(last_modified_by="li.yangli"), "docx", "姓名"),
        (workbook(creator="王样例"), "xlsx", "姓名"),
        (printed(page(author="王样例")), "pdf", "姓名"),
        (attaching.with_exif(0x013B, "Wang Yangli"), "jpg", "姓名"),
        (attaching.with_exif(0xA430, "Wang Yangli", 0x8769), "jpg", "姓名"),
        (attaching.with_exif(0xA431, "0012345", 0x8769), "jpg", "相机的序列号"),
        (attaching.with_position(), "jpg", "拍摄地点（GPS）"),
        (attaching.in_comment("样例"), "docx", "批注"),
        (attaching.deleted("样例"), "docx", "修订痕迹"),
        (attaching.in_cell_comment("样例"), "xlsx", "批注"),
        (attaching.in_hidden_sheet("样例"), "xlsx", "隐藏的工作表"),
        (attaching.in_annotation("sample"), "pdf", "批注"),
    ],
)
def test_what_readers_do_not_see_but_tells_of_people_is_refused(
    content: bytes, suffix: str, what: str
) -> None:
    found = findings(content, suffix)

    assert {f.check for f in found} == {HIDDEN}
    assert any(what in f.message for f in found)
    assert "angli" not in repr(found)
    assert "王样例" not in repr(found)


@pytest.mark.parametrize(
    "author",
    [
        "",
        "样例市工业和信息化局",
        "样例服务有限公司",
        "Administrator",
        "微软用户",
        "Microsoft Office User",
        "lenovo",
    ],
)
def test_institutions_and_programs_may_be_authors(author: str) -> None:
    assert findings(document(author=author), "docx") == []
    assert findings(printed(page(author=author)), "pdf") == []


def encrypted_pdf() -> bytes:
    made = page()
    made.encrypt("样例")
    return printed(made)


def with_javascript() -> bytes:
    made = page()
    action = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert(1)"),
    }
    made._root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    return printed(made)


def with_a_file_inside() -> bytes:
    made = page()
    made.add_attachment("list.txt", b"sample")
    return printed(made)


def many_pages() -> bytes:
    made = PdfWriter()
    for _ in range(501):
        made.add_blank_page(10, 10)
    return printed(made)


def bomb() -> bytes:
    return zipped({**unzipped(document()), "word/theme.xml": b"<a>" + b" " * 61_000_000 + b"</a>"})


def locked() -> bytes:
    """A document whose parts say that they have a password."""
    content = bytearray(document())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def twice() -> bytes:
    content = zipped({"word/document.xml": b"<a/>", "word/documenu.xml": b"<b/>"})
    return content.replace(b"documenu", b"document")


def entity(name: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    kind = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    text = f'<?xml version="1.0" encoding="{encoding}"?>{kind}<a>&b;</a>'
    return lambda: zipped({**unzipped(document()), name: text.encode(encoding)})


REFUSALS: list[tuple[Callable[[], bytes], str, str]] = [
    (lambda: b"", "docx", "损坏"),
    (lambda: b"", "pdf", "损坏"),
    (lambda: b"", "png", "损坏"),
    (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "docx", "旧格式"),
    (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "xlsx", "旧格式"),
    (lambda: document()[:-40], "docx", "损坏"),
    (workbook, "docx", "不是 Word"),
    (document, "xlsx", "不是 Excel"),
    (document, "pdf", "损坏"),
    (lambda: attaching.picture("PNG"), "jpg", "不符"),
    (lambda: attaching.picture()[:200], "jpg", "损坏"),
    (lambda: zipped({**unzipped(document()), "word/vbaProject.bin": b""}), "docx", "宏"),
    (
        lambda: with_part(workbook(), "[Content_Types].xml", lambda x: x.replace(b"main+", b"macroEnabled+")),
        "xlsx",
        "宏",
    ),
    (lambda: zipped({**unzipped(document()), "word/embeddings/list.bin": b"x"}), "docx", "嵌有"),
    (lambda: zipped({**unzipped(workbook()), "xl/embeddings/list.xlsx": b"x"}), "xlsx", "嵌有"),
    (bomb, "docx", "大得不合常理"),
    (lambda: zipped({f"{number}.xml": b"" for number in range(2001)}), "docx", "大得不合常理"),
    (locked, "docx", "密码"),
    (twice, "docx", "同名"),
    (entity("word/settings.xml"), "docx", "DOCTYPE"),
    (entity("docProps/custom.xml", "utf-16"), "docx", "DOCTYPE"),
    (lambda: zipped({**unzipped(workbook()), "xl/more.xml": b"<a><b></a>"}), "xlsx", "XML"),
    (encrypted_pdf, "pdf", "密码"),
    (with_javascript, "pdf", "脚本"),
    (with_a_file_inside, "pdf", "嵌有"),
    (many_pages, "pdf", "500 页"),
    (lambda: b"%PDF-1.7\nnothing", "pdf", "读不出来"),
    (lambda: bytes(MAX_BYTES + 1), "pdf", "超过"),
]


@pytest.mark.parametrize(("make", "suffix", "what"), REFUSALS)
def test_a_file_that_is_broken_locked_or_may_do_harm_is_refused_in_words(
    make: Callable[[], bytes], suffix: str, what: str
) -> None:
    assert what in refusal(make(), suffix)


@pytest.mark.parametrize("suffix", CLEAN)
def test_whatever_is_broken_in_a_file_there_is_a_finding_and_no_traceback(suffix: str) -> None:
    chance = random.Random(20231101)
    whole = CLEAN[suffix]()
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        del content[chance.randrange(len(content) // 2, len(content)) :]

        found = findings(bytes(content), suffix)

        assert all(f.check in {REFUSED, HIDDEN} and f.repair for f in found)


def test_a_file_that_was_read_through_before_is_not_read_again() -> None:
    content = document(MOBILE)
    known = hashlib.sha256(content).hexdigest()

    attached, found = read_attachment(content, "list.docx", known)

    assert (attached and attached.sha256, found) == (known, [])
    assert read_attachment(content, "list.docx", "0" * 64)[0] is None
