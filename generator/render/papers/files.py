# SPDX-License-Identifier: Apache-2.0
"""Which files are made of a paper? A DOCX and a PDF, and a workbook for each list that is one."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.render.documents.docx import docx_of
from generator.render.documents.workbook import workbook_of
from generator.render.papers.papers import Paper

FORMATS = {"docx": "Word 文档", "pdf": "PDF", "xlsx": "Excel 表格", "zip": "ZIP 压缩包"}
KILO = 1024
LISTED_IN_THE_FORM = "与表格中的同名清单相同；行数不够的，可用本表另附。"
COLUMNS_ARE_OURS = "原表没有列头，各列由本站拟定，可以增减。"


@dataclass(frozen=True, slots=True)
class Download:
    """A file with what is said of it."""

    file: OutputFile
    title: str  # of the paper
    use: str  # what one does with it

    @property
    def format(self) -> str:
        """docx, pdf, xlsx or zip."""
        return self.file.path.rsplit(".", 1)[1]

    @property
    def what(self) -> str:
        """What it is for, where it stands among files of other papers."""
        return f"{self.title}，{self.use}"

    @property
    def label(self) -> str:
        """What it is, where the paper is known."""
        name = FORMATS[self.format]
        return f"{name}，{self.use}" if self.format in {"docx", "pdf"} else f"{self.title}（{name}）"

    @property
    def size(self) -> str:
        """How large it is, for readers."""
        return f"{len(self.file.content) / KILO:.1f} KB"

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.file.content).hexdigest()


def files_of(paper: Paper, pdf: bytes) -> Iterator[Download]:
    """All files of a paper, once its PDF is set."""
    id_, title = paper.listed.id, paper.listed.title
    docx = OutputFile(addresses.form_file(id_, "docx"), docx_of(paper.document, paper.day))
    yield Download(docx, title, "在电脑上填写")
    yield Download(OutputFile(addresses.form_file(id_, "pdf"), pdf), title, "打印后手写")
    for table, heading in paper.workbooks:
        notes = [COLUMNS_ARE_OURS, LISTED_IN_THE_FORM] if table.columns_are_ours else [LISTED_IN_THE_FORM]
        content = workbook_of(table, heading, notes, paper.day)
        yield Download(OutputFile(addresses.form_table(id_, table.id), content), heading, "逐行填写")
