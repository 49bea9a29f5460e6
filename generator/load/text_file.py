# SPDX-License-Identifier: Apache-2.0
"""Is this file clean text, and if not, where is the first thing that must not stand there?

Sources are UTF-8, at most 1 MB, free of characters that a reviewer cannot see, and of what git leaves in a
file where two changes met. A byte order mark and the line ends of Windows do no harm: they are read as if
they were not there.
"""

import codecs
import re
from collections.abc import Iterator

from generator.base.finding import Finding
from generator.base.location import Location

MAX_BYTES = 1_000_000

# Controls other than line feed; zero-width, filling and bidirectional characters, variation selectors and
# tags; spaces that look like the usual one and are none; non-characters and private use.
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U0010ffff]"
)
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
BULLETS = "\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc"  # of the symbol fonts of Word
NAMES = {
    "\t": "制表符 TAB",
    "\x00": "空字符",
    "\x0b": "Word 的手动换行",
    "\r": "回车符",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u2028": "Word 的手动换行",
    "\ufeff": "字节顺序标记",
    "\ufffd": "替代符，原来的字已经丢失",
    **dict.fromkeys(SPACES, "不是普通的空格，多半从 Word 或网页粘贴来"),
    **dict.fromkeys(BULLETS, "Word 的项目符号"),
}
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SHOWN_LINES = 5
SHOWN_BEFORE = 6
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE_AS = "在编辑器里另存为，编码选 UTF-8（记事本：“文件”→“另存为”，下方的“编码”）"
CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7})(?: .*)?$")


def read_text(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a source file, or None and the reasons."""
    place = Location(file)
    if len(content) > MAX_BYTES:
        size = f"文件有 {len(content):,} 字节，超过 {MAX_BYTES:,} 字节"
        return None, [Finding(place, size, "拆成几个文件，每个不超过 1 MB", "file-size").placed(1, 1)]
    content = content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_other_encoding(content, content[: error.start].decode("utf-8"), place)]
    found = [*_conflict(text, place), *_hidden_characters(text, place)]
    return (None, found) if found else (text, [])


def _other_encoding(content: bytes, before: str, place: Location) -> Finding:
    """The finding for a file in another encoding, at the first character that is not UTF-8."""
    line, column = line_and_column(before)
    if content.startswith(UTF_16):
        return Finding(place, "文件存成了 UTF-16 编码", SAVE_AS, "encoding").placed(1, 1)
    if before.isascii() and _is_gbk(content):
        return Finding(place, "文件存成了 GBK 编码（即 ANSI）", SAVE_AS, "encoding").placed(line, column)
    repair = "照来源重写这几个字，再存成 UTF-8；多半是从 GBK 编码的文件里粘贴来的"
    return Finding(place, "从这里起有不是 UTF-8 编码的字", repair, "encoding").placed(line, column)


def _is_gbk(content: bytes) -> bool:
    """Whether the bytes make text in the encoding that Windows uses in China."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _conflict(text: str, place: Location) -> Iterator[Finding]:
    """The finding for what git leaves where two changes of the same lines met."""
    first = CONFLICT.search(text)
    if first:
        last = [found.start() for found in CONFLICT.finditer(text)][-1]
        line, end = line_and_column(text[: first.start()])[0], line_and_column(text[:last])[0]
        repair = f"在第 {line} 至 {end} 行里选定要留的内容，再删去 <<<<<<<、=======、>>>>>>> 开头的各行"
        message = "两处改动有冲突，还没有选定留哪一处"
        yield Finding(place, message, repair, "merge-conflict").placed(line, 1)


def _hidden_characters(text: str, place: Location) -> Iterator[Finding]:
    """For each character that cannot be seen or told apart a finding where it first stands."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for character in dict.fromkeys(HIDDEN.findall(line)):
            seen.setdefault(character, []).append((number, line.index(character) + 1))
    rows = text.split("\n") if seen else []
    for character, ((number, column), *others) in seen.items():
        shown = [str(row) for row, _ in [(number, column), *others][:SHOWN_LINES]]
        rest = f"，第 {'、'.join(shown)} 行{'等' if len(others) >= SHOWN_LINES else ''}都有" if others else ""
        repair = _hidden_repair(character, HIDDEN.sub("", rows[number - 1][: column - 1]))
        told = Finding(place, hidden_message(character) + rest, repair, "hidden-characters")
        yield told.placed(number, column)


def _hidden_repair(character: str, before: str) -> str:
    """What to do about a character, given what can be seen before it on its line."""
    if character == "\t":
        return "换成空格：缩进每级两个空格，文字中间一个空格"
    if character in SPACES:
        return "换成普通的半角空格，或删去"
    if character in BULLETS:
        return "换成半角短横加一个空格，写作“- ”"
    if character == "\ufffd":
        return "照来源重写这个字"
    value = before.rpartition(": ")[2] or before  # without the name of the field, if there is any of it
    where = f"“{value[-SHOWN_BEFORE:].strip()}”后面" if value.strip() else "行首"
    return f"光标放到{where}，按一次 Delete 键删去它；同一行别处还有的也删去"


def hidden_message(character: str) -> str:
    """What is said of a character that must not stand in a source."""
    name = NAMES.get(character, "文字方向控制符" if character in DIRECTIONS else "控制符或专用符")
    return f"有不能用的字符 U+{ord(character):04X}（{name}）"


def line_and_column(before: str) -> tuple[int, int]:
    """The 1-based line and column of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
