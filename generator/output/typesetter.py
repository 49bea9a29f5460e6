# SPDX-License-Identifier: Apache-2.0
"""How does a document become PDF? Typst sets it, in a process of its own, with the fonts of this folder only.

A process of its own, because typst hangs in a process that was forked after typst was used. It is handed many
documents at once, because starting it and reading the fonts takes longer than setting a document. The files
are PDF/UA-1: for that, typst refuses a text without glyphs and a heading out of order. A warning is an error
here, because typst only warns of a font that it does not find.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent
FONTS, PROGRAM = FOLDER / "fonts", FOLDER / "typst_program.py"
REPAIR = "修法：运行 make setup 重新安装，再试"


class TypesettingFailed(Exception):
    """A document was not set; the message says which and what typst said of it."""


def typeset(sources: Sequence[str]) -> list[bytes]:
    """The PDF of each source, in order."""
    if not sources:
        return []
    lines = "".join(f"{json.dumps(source)}\n" for source in sources)
    command = [sys.executable, "-P", str(PROGRAM), str(FONTS)]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    answers = done.stdout.splitlines()
    if done.returncode or len(answers) != len(sources):
        said = done.stderr.strip().rpartition("\n")[2] or "排版程序没有回答"
        raise TypesettingFailed(f"PDF 没有做成：{said}\n    {REPAIR}")
    return [_pdf(number, answer) for number, answer in enumerate(answers, 1)]


def _pdf(number: int, answer: str) -> bytes:
    made, complaints = json.loads(answer)
    if complaints:
        raise TypesettingFailed(f"第{number}份文件没有排成 PDF：{'；'.join(complaints)}")
    return base64.b64decode(made)
