# SPDX-License-Identifier: Apache-2.0
"""Which lines of a page were pasted from a word processor and will not look on the site as they did there?"""

import re
from collections.abc import Iterator

from generator.base.finding import Finding
from generator.base.location import Location

CODE = "pasted-text"
FENCED = re.compile(r"(?ms)^(```|~~~).*?^\1[`~]*$")
FROM_WORD = re.compile(r"(?i)</?o:p>|</?w:|<!--\[if|class=[\"']?Mso|style=[\"'][^\"']*mso-|</?font\b")
ITEM = re.compile(r"(?P<mark>[0-9]{1,2}[、．]|[·•●▪■◆○])[ 　]*(?P<rest>.*)")


def pasted(text: str, file: str, lines_before: int = 0) -> Iterator[Finding]:
    """A finding for HTML out of Word, and one for each list whose items would run together."""
    plain = FENCED.sub(lambda found: "\n" * found[0].count("\n"), text)
    lines = plain.split("\n")
    place = Location(file)
    if found := FROM_WORD.search(plain):
        line = plain.count("\n", 0, found.start()) + 1
        column = found.start() - plain.rfind("\n", 0, found.start())
        message = f"这里有从 Word 带来的网页代码 {found[0]}"
        repair = "删去这一段，从 Word 里重新复制，用“只保留文本”的方式粘贴（Ctrl+Shift+V）"
        yield Finding(place, message, repair, CODE).placed(line + lines_before, column)
    items = [ITEM.match(line) for line in lines]
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        if item and following and not (number and items[number - 1]):
            mark = f"{item['mark'][:-1]}." if item["mark"][0].isdigit() else "-"
            message = f"这几行以“{item['mark']}”这样的符号开头，在网页上会连成一段"
            repair = f"前面空一行，每行改成：{mark} {item['rest']}"
            yield Finding(place, message, repair, CODE).placed(number + 1 + lines_before, 1)
