# SPDX-License-Identifier: Apache-2.0
"""Which files does the site consist of, with size and digest?"""

import json
from collections.abc import Mapping
from datetime import date

from generator.base.output_file import OutputFile
from generator.model.outcome import Stored


def manifest(files: Mapping[str, Stored], as_of: date, commit: str | None) -> OutputFile:
    """manifest.json: every other file of the site, one a line; its schema is `published.Manifest`."""
    head = f'{{\n"as_of": "{as_of}",\n"commit": {json.dumps(commit)},\n"files": {{\n'
    lines = [
        f'{json.dumps(path, ensure_ascii=False)}: {{"size": {stored.size}, "sha256": "{stored.sha256}"}}'
        for path, stored in sorted(files.items())
    ]
    body = ",\n".join(lines)
    return OutputFile("manifest.json", f"{head}{body}\n}}\n}}\n".encode())
