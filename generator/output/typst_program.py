# SPDX-License-Identifier: Apache-2.0
"""The program that sets documents: sources come in and PDF goes out, one line of JSON each.

It is run by typesetter.py and imported by nobody.
"""

import base64
import json
import sys

import typst


def main(fonts: str) -> None:
    """Set every document that comes in; typst and its fonts are loaded once."""
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(font_paths=known, ignore_system_fonts=True)
    for line in sys.stdin:
        made, complaints = _set(compiler, json.loads(line))
        sys.stdout.write(f"{json.dumps([base64.b64encode(made).decode(), complaints])}\n")


def _set(compiler: typst.Compiler, source: str) -> tuple[bytes, list[str]]:
    """A PDF, and what there is to complain of."""
    try:
        made, warnings = compiler.compile_with_warnings(
            input=source.encode(), format="pdf", pdf_standards="ua-1", timestamp=0
        )
    except typst.TypstError as error:
        return b"", [error.message, *error.hints]
    return made if isinstance(made, bytes) else b"", [warning.message for warning in warnings]


if __name__ == "__main__":
    main(*sys.argv[1:])
