# SPDX-License-Identifier: Apache-2.0
"""Which addresses were ever published? One a line, as `platform-registry lock` writes them.

There may be a hundred thousand lines, so the text is looked at as a whole; lines are only told apart where
something is wrong.
"""

import re

from generator.base.addresses import PAGE
from generator.base.finding import Finding
from generator.base.location import Location
from generator.load.personal_data import CODE as PERSONAL

CODE = "lock"
ALPHABET = b"abcdefghijklmnopqrstuvwxyz0123456789-/\n"
# What no list of addresses has, each with a line end before the first and after the last.
NEVER = (b"\n\n", b"\n/", b"\n-", b"//", b"/-", b"-/", b"--", b"-\n")
ZEROS = bytes.maketrans(b"123456789", b"000000000")
LONG = 10  # no id or date has as many digits in a row, but numbers of persons have
RESTORE = "从版本库恢复这个文件；要补登网址，运行 platform-registry lock"


def read_lock(content: bytes, file: str) -> tuple[tuple[str, ...] | None, list[Finding]]:
    """The addresses in the order of the file, or None and the reason."""
    if b"0" * LONG in content.translate(ZEROS):
        line = _first(rf"[^\n]*[0-9]{{{LONG}}}[^\n]*", content)
        told = Finding(Location(file), "这里像是个人的号码", "删去这一行", PERSONAL)
        return None, [told.placed(line, 1)]
    if content and not _is_sound(content):
        line = _first(rf"(?!{PAGE.pattern}$)[^\n]*", content)
        return None, [Finding(Location(file), "这一行不是网址", RESTORE, CODE).placed(line, 1)]
    return tuple(content.decode().splitlines()), []


def _is_sound(content: bytes) -> bool:
    """Whether every line is an address, the last one ended like the others."""
    framed = b"\n" + content
    return (
        not content.translate(None, ALPHABET)
        and content.endswith(b"\n")
        and content.count(b"/\n") == content.count(b"\n")
        and not any(mark in framed for mark in NEVER)
    )


def _first(pattern: str, content: bytes) -> int:
    """The number of the first line that is so; of the last where only its end is missing."""
    lines = content.decode("utf-8", "replace").split("\n")
    found = (number for number, line in enumerate(lines, 1) if re.fullmatch(pattern, line))
    return next(found, len(lines))
