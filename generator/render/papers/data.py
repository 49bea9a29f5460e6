# SPDX-License-Identifier: Apache-2.0
"""The fields and files of each paper as JSON, so that a program can fill them in and verify them."""

from collections.abc import Iterator
from typing import Literal, cast

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.derive.papers import Listed
from generator.model.published import PaperField, PaperFile, PublishedPaper
from generator.render.documents.document import Blank, Tick, inlines
from generator.render.open_data import dumped
from generator.render.papers.files import Download
from generator.render.papers.papers import Paper


def paper_data(listed: Listed, paper: Paper | None, files: list[Download]) -> OutputFile:
    """api/v1/forms/<jurisdiction>/<form>.json."""
    record = PublishedPaper.model_construct(
        id=listed.id,
        kind=listed.kind,
        title=listed.title,
        role=listed.role,
        ruleset=listed.ruleset,
        made_by_us=listed.is_ours,
        layout_known=listed.has_files,
        replaces=paper.form.replaces if paper and paper.form else None,
        fields=tuple(fields_of(paper)) if paper else (),
        files=tuple(_file(download) for download in files),
        page=f"/{addresses.form(listed.id)}",
    )
    return OutputFile(addresses.api_form(listed.id), dumped(record, PublishedPaper))


def _file(download: Download) -> PaperFile:
    return PaperFile.model_construct(
        path=f"/{download.file.path}",
        format=cast("Literal['docx', 'pdf', 'xlsx']", download.format),
        title=download.what,
        size=len(download.file.content),
        sha256=download.sha256,
    )


def fields_of(paper: Paper) -> Iterator[PaperField]:
    """Every place to write in, in reading order, each once."""
    found: dict[str, list[Blank | Tick]] = {}
    for part in inlines(paper.document):
        if isinstance(part, Blank | Tick):
            found.setdefault(part.id, []).append(part)
    for id_, parts in found.items():
        first = parts[0]
        yield PaperField.model_construct(
            id=id_,
            label=first.label,
            type="choice" if isinstance(first, Tick) else first.kind,
            unit=None if isinstance(first, Tick) else first.unit or None,
            options=tuple(dict.fromkeys(part.option for part in parts if isinstance(part, Tick))),
            several=isinstance(first, Tick) and not first.alone,
            fact=paper.facts.get(id_),
        )
