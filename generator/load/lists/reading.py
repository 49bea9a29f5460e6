# SPDX-License-Identifier: Apache-2.0
"""Is this file a list that can be read, and what are its sheets?

What a file is called and what is in it must agree; whatever else people keep lists in is refused with the way
to a workbook.
"""

from pathlib import Path

from generator.load.asked import WORKBOOKS
from generator.load.attached.piece import Refused
from generator.load.lists.comma import ANEW, sheet_of
from generator.load.lists.sheet import Sheet
from generator.load.lists.workbook import sheets_of

MAX_BYTES = 20_000_000
ARCHIVE, OLD_FORMAT = WORKBOOKS
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD = "旧版的 .xls 读不了"
WITH_MACROS = (".xlsm", ".xltm", ".xlsb")


def sheets_in(file: str, content: bytes) -> tuple[Sheet, ...]:
    """What a list of this name holds, by sheet; Refused where it cannot be read."""
    suffix = Path(file).suffix.lower()
    _check_kind(content, suffix)
    sheets = (sheet_of(content),) if suffix == ".csv" else sheets_of(content)
    if not any(sheet.rows for sheet in sheets):
        raise Refused("文件是空的", "核对是不是这个文件；名单在图片里的，先录成表格")
    return sheets


def _check_kind(content: bytes, suffix: str) -> None:
    if not content:
        raise Refused("文件是空的（0 字节）", "重新下载或另存，再导入")
    if len(content) > MAX_BYTES:
        raise Refused(f"文件超过 {MAX_BYTES // 1_000_000} MB", "只留下名单，删去图片后另存")
    if content.startswith(OLD_FORMAT):
        if ENCRYPTED in content:
            raise Refused("文件加了密码", "用 Excel 打开，在“文件→信息→保护工作簿”里去掉密码，保存后再导入")
        raise Refused(OLD if suffix == ".xls" else f"内容是旧版格式，与后缀不符；{OLD}", ANEW)
    if suffix == ".xls":
        raise Refused(f"{OLD}，里面的内容也可能是网页", ANEW)
    if suffix in WITH_MACROS:
        raise Refused("带宏的工作簿不收", ANEW)
    if suffix not in {".xlsx", ".csv"}:
        raise Refused("只收 .xlsx 和 .csv 的名单", f"{ANEW}；名单在 Word 或 PDF 里的，复制到工作簿里")
    if (suffix == ".xlsx") != content.startswith(ARCHIVE):
        what = (
            "后缀是 .xlsx，内容却不是工作簿" if suffix == ".xlsx" else "后缀是 .csv，内容却是工作簿或压缩包"
        )
        raise Refused(what, f"不要只改后缀；{ANEW}")
