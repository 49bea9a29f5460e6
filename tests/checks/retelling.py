# SPDX-License-Identifier: Apache-2.0
"""How are messages in the examples of the handbook written anew when checks say something else? In place."""

import ast
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "generator" / "checks" / "examples"
WIDE, WIDTH = "WF", 90
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def retold(code: str, wrong: str, message: str, repair: str) -> None:
    """Write what is said now into the example of a code that has this wrong text."""
    for file in FOLDER.glob("in_*.py"):
        text = file.read_text(encoding="utf-8")
        for call in ast.walk(ast.parse(text)):
            if not (isinstance(call, ast.Call) and ast.unparse(call.func) == "Example"):
                continue
            said = {word.arg: word.value for word in call.keywords}
            if ast.literal_eval(call.args[0]) == code and ast.literal_eval(said["wrong"]) == wrong:
                # From the end, so that what stands before keeps its place.
                text = _replaced(text, said["repair"], repair)
                file.write_text(_replaced(text, said["message"], message), encoding="utf-8")
                return
    raise LookupError(f"no example of {code} has {wrong!r}")


def _replaced(text: str, node: ast.expr, new: str) -> str:
    """The text with another literal in the place of a node; columns are counted in bytes."""
    lines = text.encode().splitlines(keepends=True)
    begin = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: (node.end_lineno or 0) - 1])) + (node.end_col_offset or 0)
    whole = b"".join(lines)
    return (whole[:begin] + _literal(new).encode() + whole[end:]).decode()


def _literal(text: str) -> str:
    """A literal, cut where it is too wide for a line."""
    pieces, width = [""], 0
    for sign in text:
        width += 2 if unicodedata.east_asian_width(sign) in WIDE else 1
        if width > WIDTH:
            pieces.append("")
            width = 0
        pieces[-1] += sign
    return "\n        ".join(f'"{piece.translate(ESCAPES)}"' for piece in pieces)
