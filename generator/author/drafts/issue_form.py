# SPDX-License-Identifier: Apache-2.0
"""What was filled in where? The text that GitHub makes of an issue form, by the labels of its fields."""

import re
from collections.abc import Collection, Mapping

from generator.base.misfit import Misfit

HEADING = re.compile(r"### (.+?)[ \u3000]*")
EMPTY = {"_No response_", "None", "_没有填写_"}
# Signs without a picture that come along with what is pasted into a browser; nobody can see or mean them.
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def answers_in(text: str, known: Collection[str]) -> Mapping[str, str]:
    """What was filled in under each known heading; Misfit where none stands there or one stands twice.

    A line that only looks like a heading belongs to what was filled in above it.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []  # of what stands above the first heading, which is dropped
    for line in UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        heading = HEADING.fullmatch(line)
        if heading and heading[1] in known:
            if heading[1] in found:
                raise Misfit(f"“{heading[1]}”一栏出现了两次", "这一栏只填一次，填写的内容里不要有同名的标题")
            lines = found.setdefault(heading[1], [])
        else:
            lines.append(line)
    if not found:
        raise Misfit("这不是填好的表单：没有见到表单里的任何一栏", "用仓库里的表单重新填写一份")
    return {heading: _value("\n".join(lines).strip()) for heading, lines in found.items()}


def _value(text: str) -> str:
    return "" if text in EMPTY else text
