# SPDX-License-Identifier: Apache-2.0
"""What do all papers made by this site have in common? They say who made them, and after which version."""

from dataclasses import dataclass

from generator.base import addresses
from generator.base.days import in_chinese
from generator.model.ruleset import Ruleset, TextCoverage
from generator.render.documents.document import Blank, Block, Cell, Heading, Line, Paragraph, Sheet, Words
from generator.render.words import NOT_STATED, TO_BE_CHECKED, Wording

NOT_OFFICIAL = "本站编制，非官方表格"
UNSEEN_NUMBER = "文号未见"
PARTIAL = "这一版的原文未见，只列出已知的内容；没有列出的不等于没有规定。"
FILLED = "unit-name", "filled-by", "filled-on"


@dataclass(frozen=True, slots=True)
class Edition:
    """A version as papers name it."""

    id: str
    record: Ruleset  # with an id and an article at every condition
    name: str  # of the title that is given, or of the jurisdiction
    root: str  # of the site's addresses: its URL, or / while that is not settled
    wording: Wording

    @property
    def named(self) -> str:
        """《…办法》（文号）."""
        return f"《{self.record.title}》（{self.record.document_number or UNSEEN_NUMBER}）"

    @property
    def address(self) -> str:
        """Its permanent page."""
        return f"{self.root}{addresses.ruleset(self.id)}"

    @property
    def silence(self) -> str:
        """What stands for something that the version does not state, as far as it is recorded."""
        return NOT_STATED if self.record.text is TextCoverage.FULL else TO_BE_CHECKED

    def foot(self, address: str) -> str:
        """What is printed at the foot of each page of a paper made here."""
        return f"{NOT_OFFICIAL}　版本 {self.id}　{self.root}{address}"


def opening(edition: Edition, title: str, purpose: str) -> list[Block]:
    """The head of a paper: for which title it is, what it follows, and that it is not official."""
    record = edition.record
    stage = "" if record.stage.value == "issued" else f"，{record.stage.label}"
    source = f"{NOT_OFFICIAL}。依据{edition.named}{stage}编制，"
    lines = [
        f"{source}版本 {edition.id}，核对于{in_chinese(record.checked_on)}。",
        f"办法的状态以所用之日为准，见 {edition.address}",
        purpose,
    ]
    if record.text is not TextCoverage.FULL:
        lines.append(PARTIAL)
    given = Paragraph(Line((Words(edition.name, strong=True),), "centred"))
    return [given, Heading(title, 1), *(Paragraph(Line((Words(text),), "note")) for text in lines)]


def filler(id_: str = "filler") -> Sheet:
    """Who fills the paper in, and when."""
    unit, person, day = FILLED
    asked = [("单位名称", Blank(unit, "单位名称")), ("填写人", Blank(person, "填写人"))]
    asked.append(("填写日期", Blank(day, "填写日期", "date")))
    row = [cell for label, blank in asked for cell in (label_cell(label), Cell((Line((blank,)),)))]
    return Sheet(id_, "填写单位", (3, 6, 3, 4, 3, 7), (tuple(row),))


def label_cell(text: str, span: int = 1) -> Cell:
    """A cell that says what is asked beside or below it."""
    return Cell((Line((Words(text, strong=True),), "label"),), span, is_head=True)


def said(text: str, span: int = 1) -> Cell:
    """A cell that is only read."""
    return Cell((Line((Words(text),)),), span)
