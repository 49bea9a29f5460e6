# SPDX-License-Identifier: Apache-2.0
"""From which answer comes a line of a draft? Errors that only show in the draft are told by it."""

import re

from generator.load.markdown_file import FENCE

FIELD = re.compile(r"([a-z_]+):")


def field_at(text: str, line: int) -> str | None:
    """The field of the record that a line belongs to, or `body`; None above the first."""
    lines = text.split("\n")[:line]
    if lines[0] == FENCE and FENCE in lines[1:]:
        return "body"
    found = [known[1] for each in lines if (known := FIELD.match(each))]
    return found[-1] if found else None
