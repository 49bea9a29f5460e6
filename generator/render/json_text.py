# SPDX-License-Identifier: Apache-2.0
"""How is JSON written that no model describes? Short for scripts, or indented for people."""

import json


def compact(value: object) -> str:
    """Without white space, for what a page carries or fetches."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def readable(value: object) -> str:
    """Indented, with a line feed at the end."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
