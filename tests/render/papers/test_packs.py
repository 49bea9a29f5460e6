# SPDX-License-Identifier: Apache-2.0
"""Does a pack hold everything in order, with a sheet that lists exactly its files?"""

import hashlib
import io
import re
import zipfile
from datetime import date

import docx

from generator.render.papers.packs import CONTENTS, zipped
from tests.render.papers.press import printed, tiny
from tests.render.workshop import tiny_workshop

APPLICANT, RECOMMENDER = (f"forms/yangli/2020-{role}.zip" for role in ("applicant", "recommender"))
DIGEST = re.compile("[0-9a-f]{64}")


def pack(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(tiny().downloads[path].file.content)) as held:
        assert held.testzip() is None
        return {entry.filename: held.read(entry) for entry in held.infolist()}


def contents(path: str) -> list[list[list[str]]]:
    """The tables of the sheet of contents, cell by cell."""
    sheet = docx.Document(io.BytesIO(pack(path)[CONTENTS]))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in sheet.tables]


def test_files_are_in_the_order_in_which_they_are_needed_with_chinese_names() -> None:
    ours = [
        f"{number}-样例市中小企业公共服务示范平台{kind}.{suffix}"
        for number, kind in (("01", "申报条件自评表"), ("02", "申报材料清单"))
        for suffix in ("docx", "pdf")
    ]

    assert list(pack(APPLICANT)) == [CONTENTS, *ours]
    assert list(pack(RECOMMENDER)) == [
        CONTENTS,
        *ours,
        "03-样例市申请报告.docx",
        "03-样例市申请报告.pdf",
        "03-1-申请表.xlsx",
    ]


def test_names_are_marked_as_utf_8() -> None:
    with zipfile.ZipFile(io.BytesIO(tiny().downloads[APPLICANT].file.content)) as held:
        assert all(entry.flag_bits & 0x800 for entry in held.infolist())


def test_the_sheet_lists_exactly_the_other_files_with_their_digests() -> None:
    for path in (APPLICANT, RECOMMENDER):
        files = {name: content for name, content in pack(path).items() if name != CONTENTS}
        [head, *listed] = contents(path)[0]

        assert head == ["文件", "用途", "大小", "SHA-256 校验值"]
        assert {row[0]: row[3] for row in listed} == {
            name: hashlib.sha256(content).hexdigest() for name, content in files.items()
        }


def test_what_is_missing_because_nobody_saw_it_is_said() -> None:
    assert contents(APPLICANT)[1][1:] == [
        ["样例市申请表", "申报单位", "官方版式未见，不编造", "样例市工业和信息化局"]
    ]
    assert len(contents(RECOMMENDER)) == 1


def test_the_sheet_tells_version_dates_and_permanent_address_and_no_verdict() -> None:
    sheet = docx.Document(io.BytesIO(pack(APPLICANT)[CONTENTS]))
    told = "\n".join(paragraph.text for paragraph in sheet.paragraphs)

    assert "版本 yangli/2020" in told
    assert "施行首日：2020年2月9日；施行末日：2023年2月8日（推算）；本站最近核对：2024年1月2日" in told
    assert "/guides/yangli/2020/" in told
    assert not any(word in told for word in ("现行", "失效", "有效"))


def test_the_same_records_give_the_same_bytes() -> None:
    again = printed(tiny_workshop())

    assert {path: d.sha256 for path, d in again.downloads.items()} == {
        path: d.sha256 for path, d in tiny().downloads.items()
    }


def test_files_in_a_pack_are_those_that_can_be_had_alone() -> None:
    alone = {download.file.content for path, download in tiny().downloads.items() if not path.endswith("zip")}

    assert {content for name, content in pack(RECOMMENDER).items() if name != CONTENTS} < alone


def test_a_zip_is_dated_by_its_day_and_not_compressed_again() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped([("样例.txt", b"a" * 99)], date(2024, 1, 2)))) as held:
        [entry] = held.infolist()

    assert entry.date_time == (2024, 1, 2, 0, 0, 0)
    assert entry.compress_size == entry.file_size == 99
