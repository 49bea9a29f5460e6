# SPDX-License-Identifier: Apache-2.0
"""Which files does the site consist of, with size and digest?"""

import hashlib
from collections.abc import Iterable
from datetime import date

from generator.base.output_file import OutputFile
from generator.model import published
from generator.render.open_data import dumped


def manifest(files: Iterable[OutputFile], as_of: date, commit: str | None) -> OutputFile:
    """manifest.json: every other file of the site."""
    entries = {
        file.path: published.ManifestEntry(
            size=len(file.content), sha256=hashlib.sha256(file.content).hexdigest()
        )
        for file in files
    }
    record = published.Manifest(as_of=as_of, commit=commit, files=entries)
    return OutputFile("manifest.json", dumped(record, published.Manifest))
