# SPDX-License-Identifier: Apache-2.0
"""What is in the pack of a version for somebody? All papers in order, and a sheet that lists them.

Files are stored in the ZIP as they are: they are compressed already, and another version of the compressing
library would give other bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.base import addresses
from generator.base.days import in_chinese
from generator.base.output_file import OutputFile
from generator.derive.papers import Listed, packed, packs_of
from generator.model.form import FormRole
from generator.render.documents.document import Block, Cell, Document, Heading, Line, Paragraph, Sheet, Words
from generator.render.documents.docx import docx_of
from generator.render.documents.made_by_us import Edition, label_cell, said
from generator.render.papers.files import Download
from generator.render.papers.papers import edition_of
from generator.render.studio import Studio

CONTENTS = "00-目录.docx"
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
UNIX, READABLE = 3, 0o100644 << 16
HEADS = ("文件", "用途", "大小", "SHA-256 校验值")


@dataclass(frozen=True, slots=True)
class Packed:
    """A file under the name that it has in the pack."""

    name: str
    download: Download


def pack_files(
    studio: Studio, id_: str, made: Mapping[str, list[Download]]
) -> Iterator[tuple[FormRole, Download]]:
    """The packs of a version; `made` are the files of its papers, by the id of the paper."""
    register = studio.register
    edition, day = edition_of(studio, id_), register.site.rulesets[id_].checked_on
    for role in packs_of(register, id_):
        listed = packed(register, id_, role)
        content = list(_named(listed, made))
        sheet = contents_sheet(
            edition, role, content, [paper for paper in listed if not paper.has_files], studio
        )
        entries = [
            (CONTENTS, docx_of(sheet, day)),
            *((part.name, part.download.file.content) for part in content),
        ]
        file = OutputFile(addresses.form_pack(id_, role.value), zipped(entries, day))
        yield role, Download(file, f"{role.label}用的全套表格", "解压后使用")


def _named(listed: Iterable[Listed], made: Mapping[str, list[Download]]) -> Iterator[Packed]:
    """Each file with its number and a name in Chinese: 01-….docx, its workbooks 01-1-….xlsx."""
    number = 0
    for paper in listed:
        tables = 0
        number += paper.has_files
        for download in made.get(paper.id, []):
            mark = f"{number:02}"
            if download.format == "xlsx":
                tables += 1
                mark = f"{mark}-{tables}"
            yield Packed(f"{mark}-{NOT_IN_NAMES.sub('-', download.title)}.{download.format}", download)


def zipped(entries: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """A ZIP of files by name; the same files and day give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as pack:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = UNIX, READABLE
            pack.writestr(entry, content)
    return held.getvalue()


def contents_sheet(
    edition: Edition, role: FormRole, content: list[Packed], missing: list[Listed], studio: Studio
) -> Document:
    """The list of what is in a pack, and of what is not because nobody has seen it."""
    title = f"{edition.name}{role.label}表格包目录"
    blocks: list[Block] = [Heading(title, 1)]
    blocks += [Paragraph(Line((Words(text),))) for text in _version_told(edition)]
    blocks += [Heading("包内文件"), _files(content)]
    if missing:
        blocks += [Heading("包内没有的表格"), _missing(missing, studio)]
    address = addresses.form_pack(edition.id, role.value)
    return Document(title, edition.named, edition.foot(address), tuple(blocks), landscape=True)


def _version_told(edition: Edition) -> Iterator[str]:
    """The version, its own dates, and where its standing can be seen; nothing that changes with the day."""
    record = edition.record
    yield f"依据：{edition.named}，{record.stage.label}；版本 {edition.id}。"
    dates = []
    if record.issued_on:
        dates.append(f"印发：{in_chinese(record.issued_on)}")
    if record.published_on:
        dates.append(f"公布：{in_chinese(record.published_on)}")
    if record.in_force and record.in_force.from_:
        dates.append(f"施行首日：{in_chinese(record.in_force.from_)}")
    if record.in_force and record.in_force.through:
        dates.append(f"施行末日：{in_chinese(record.in_force.through)}（推算）")
    yield "；".join([*dates, f"本站最近核对：{in_chinese(record.checked_on)}"]) + "。"
    yield f"办法的状态以所用之日为准，见 {edition.address}"


def _files(content: list[Packed]) -> Sheet:
    rows = [tuple(map(label_cell, HEADS))]
    for part in content:
        purpose, size = part.download.what, part.download.size
        digest = Cell((Line((Words(part.download.sha256),), "note"),))
        rows.append((said(part.name), said(purpose), Cell((Line((Words(size),), "centred"),)), digest))
    return Sheet("files", "包内文件", (8, 8, 3, 10), tuple(rows), heads=1)


def _missing(missing: list[Listed], studio: Studio) -> Sheet:
    rows = [tuple(map(label_cell, ("表格", "由谁填写", "原因", "向哪里索取")))]
    for paper in missing:
        asked = studio.register.site.forms[paper.id].where_to_ask or ""
        rows.append((said(paper.title), said(paper.role.label), said("官方版式未见，不编造"), said(asked)))
    return Sheet("missing", "包内没有的表格", (10, 3, 6, 10), tuple(rows), heads=1)
