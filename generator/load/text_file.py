# SPDX-License-Identifier: Apache-2.0
"""Is this file clean text, and if not, where is the first thing that must not stand there?

Sources are UTF-8 without byte order mark, with LF line ends, at most 1 MB, and free of characters that
a reviewer cannot see.
"""

import re
from collections.abc import Iterator

from generator.base.finding import Finding
from generator.base.location import Location

MAX_BYTES = 1_000_000

# Controls other than line feed; zero-width, filling and bidirectional characters, variation selectors and
# tags; non-characters and private use.
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U0010ffff]"
)
NAMES = {
    "\t": "制表符 TAB",
    "\x00": "空字符",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\ufeff": "字节顺序标记",
    "\ufffd": "替代符，原来的字已经丢失",
}
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def read_text(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a source file, or None and the reasons."""
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
        line, column = line_and_column(content[: error.start].decode("utf-8"))
        message = f"不是 UTF-8 编码：第 {error.start + 1} 个字节是 0x{content[error.start]:02X}"
        repair = "用编辑器以 UTF-8 编码重新保存（常见原因是存成了 GBK）"
        return None, [Finding(place, message, repair, "encoding").placed(line, column)]
    if "\r" in text:
        line, column = line_and_column(text[: text.index("\r")])
        repair = "把行尾格式改为 LF 再保存（VS Code 右下角点 CRLF 选 LF）"
        return None, [Finding(place, "行尾是 Windows 格式（CRLF）", repair, "line-ends").placed(line, column)]
    hidden = list(_hidden_characters(text, place))
    return (None, hidden) if hidden else (text, [])


def _hidden_characters(text: str, place: Location) -> Iterator[Finding]:
    """For each line a finding for the first of each character that cannot be seen."""
    for number, line in enumerate(text.split("\n"), 1):
        seen: set[str] = set()
        for found in HIDDEN.finditer(line):
            character = found[0]
            if character in seen:
                continue
            seen.add(character)
            message = hidden_message(character)
            column = found.start() + 1
            repair = f"删去这一行第 {column} 个字符；这一行别处还有的也删去"
            if character == "\t":
                repair = "换成空格；缩进每级两个空格，不用制表符"
            yield Finding(place, message, repair, "hidden-characters").placed(number, column)


def hidden_message(character: str) -> str:
    """What is said of a character that must not stand in a source."""
    name = NAMES.get(character, "文字方向控制符" if character in DIRECTIONS else "控制符或专用符")
    return f"有不能用的字符 U+{ord(character):04X}（{name}）"


def line_and_column(before: str) -> tuple[int, int]:
    """The 1-based line and column of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
