# SPDX-License-Identifier: Apache-2.0
"""Which files does the site consist of, with size and digest?"""

import json
from collections.abc import Mapping
from datetime import date

from generator.base.output_file import OutputFile
from generator.model.outcome import Stored

PATH = "manifest.json"


def manifest(
    files: Mapping[str, Stored], as_of: date, commit: str | None, *, is_preview: bool = False
) -> OutputFile:
    """manifest.json: every other file of the site, one a line; its schema is `published.Manifest`."""
    told = f'"as_of": "{as_of}",\n"commit": {json.dumps(commit)},\n"preview": {json.dumps(is_preview)}'
    quoted = json.JSONEncoder(ensure_ascii=False).encode  # made once: there are as many paths as files
    lines = [
        f'{quoted(path)}: {{"size": {files[path].size}, "sha256": "{files[path].sha256}"}}'
        for path in sorted(files)
    ]
    body = ",\n".join(lines)
    return OutputFile(PATH, f'{{\n{told},\n"files": {{\n{body}\n}}\n}}\n'.encode())
