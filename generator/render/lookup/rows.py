# SPDX-License-Identifier: Apache-2.0
"""What does a result show? Platforms and documents in small files of neighbours, fetched only to be shown."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.output_file import OutputFile
from generator.render.json_text import compact
from generator.render.lookup.entry import LookupDocument, LookupEntry

TOGETHER = 32  # rows of one file
FOLDER = "lookup"


def row_files(entries: Sequence[LookupEntry]) -> Iterator[OutputFile]:
    """lookup/rows/<n>.json: name, former names, operator, credit code and place of neighbouring platforms."""
    rows = [[e.name, e.former, e.operator, e.credit_code, e.location] for e in entries]
    for number, first in enumerate(range(0, len(rows), TOGETHER)):
        together = compact(rows[first : first + TOGETHER])
        yield OutputFile(f"{FOLDER}/rows/{number}.json", together.encode())


def document_files(documents: Sequence[LookupDocument], ordinals: Mapping[str, int]) -> Iterator[OutputFile]:
    """lookup/documents/<n>.json: number, title, address, date and platforms of neighbouring documents."""
    rows = [
        [
            d.number,
            d.title,
            d.address,
            d.on,
            sorted({ordinals[id_] for id_ in d.platforms if id_ in ordinals}),
        ]
        for d in documents
    ]
    for number, first in enumerate(range(0, len(rows), TOGETHER)):
        yield OutputFile(
            f"{FOLDER}/documents/{number}.json", compact(rows[first : first + TOGETHER]).encode()
        )
