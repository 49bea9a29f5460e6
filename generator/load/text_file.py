# SPDX-License-Identifier: Apache-2.0
"""Is this file clean text, and if not, where is the first thing that must not stand there?

Sources are UTF-8 without byte order mark, with LF line ends, at most 1 MB, and free of characters that
a reviewer cannot see.
"""

import re
import unicodedata

from generator.base.finding import Finding
from generator.base.location import Location

MAX_BYTES = 1_000_000

# Controls other than line feed; zero-width and bidirectional characters; non-characters and private use.
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ue000-\uf8ff]"
)
NAMES_OF_CONTROLS = {"\t": "制表符 TAB", "\x00": "空字符 NUL"}


def read_text(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a source file, or None and the reasons; hidden characters are all listed."""
    place = Location(file)
    if len(content) > MAX_BYTES:
        size = f"文件有 {len(content):,} 字节，超过 {MAX_BYTES:,} 字节"
        return None, [Finding(place, size, "拆成几个文件，每个不超过 1 MB", "file-size").placed(1, 1)]
    if content.startswith(b"\xef\xbb\xbf"):
        repair = "用“UTF-8”（不带 BOM）重新保存"
        return None, [Finding(place, "文件开头有字节顺序标记（BOM）", repair, "encoding").placed(1, 1)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(content[: error.start].decode("utf-8"))
        message = f"不是 UTF-8 编码：第 {error.start + 1} 个字节是 0x{content[error.start]:02X}"
        repair = "用编辑器以 UTF-8 编码重新保存（常见原因是存成了 GBK）"
        return None, [Finding(place, message, repair, "encoding").placed(line, column)]
    if "\r" in text:
        line, column = _line_and_column(text[: text.index("\r")])
        repair = "把行尾格式改为 LF 再保存（VS Code 右下角点 CRLF 选 LF）"
        return None, [Finding(place, "行尾是 Windows 格式（CRLF）", repair, "line-ends").placed(line, column)]
    hidden = [_hidden_character(text, found.start(), place) for found in HIDDEN.finditer(text)]
    return (None, hidden) if hidden else (text, [])


def _hidden_character(text: str, position: int, place: Location) -> Finding:
    """The finding for one character that cannot be seen, its code point named."""
    character = text[position]
    name = NAMES_OF_CONTROLS.get(character) or unicodedata.name(character, "不可见字符")
    line, column = _line_and_column(text[:position])
    repair = "缩进用空格，不用制表符" if character == "\t" else f"删去这一行第 {column} 个字符（它看不见）"
    return Finding(
        place, f"有看不见的字符 U+{ord(character):04X}（{name}）", repair, "hidden-characters"
    ).placed(line, column)


def _line_and_column(before: str) -> tuple[int, int]:
    """The 1-based line and column of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
