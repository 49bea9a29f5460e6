# SPDX-License-Identifier: Apache-2.0
"""How do the blocks of a document become the XML of a DOCX? Every place to write in is a content control.

The tag of a control is the id of its field; a box to tick has `<id>=<option>`. A script fills them in by tag.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import count

from generator.render.documents.document import (
    Blank,
    Cover,
    Document,
    Heading,
    Inline,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Sheet,
    Tick,
    Words,
)
from generator.render.documents.docx_styles import CELL_MARGINS, HEI, TIGHT, fonts, twips
from generator.render.documents.paper import (
    BODY_SIZE,
    LINE,
    POINTS,
    Placed,
    day_for,
    leads,
    placed,
    room_for,
    row_height,
    stays_whole,
    text_height,
    text_width,
)

LONGEST_ALIAS = 64
STYLES = {
    "body": "BodyIndented",
    "note": "Note",
    "centred": "Normal",
    "label": "LabelLine",
    "right": "Normal",
}
ALIGNED = {"centred": "center", "right": "right"}
ALIGNED_IN_CELLS = {**ALIGNED, "label": "center"}
SPACE = "　"
COVER_LINE = 14  # mm
BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
BORDERS = "".join(f"<w:{side} {BORDER}/>" for side in ("left", "bottom", "right", "insideH", "insideV"))


def body_of(document: Document) -> str:
    """The XML of all blocks."""
    return "".join(_Body(document).blocks())


@dataclass
class _Body:
    """What the XML of a block depends on besides the block itself."""

    document: Document
    numbers: Iterator[int] = field(default_factory=lambda: count(1))  # of the controls
    breaks: bool = False  # what follows begins on a new page
    is_empty: bool = True

    def blocks(self) -> Iterator[str]:
        after_sheet = False
        for block in self.document.blocks:
            if isinstance(block, PageBreak):
                self.breaks = not self.is_empty
                continue
            if isinstance(block, Cover):
                self.breaks = not self.is_empty
                yield from self._cover(block)
                self.breaks = True
            elif isinstance(block, Sheet):
                if after_sheet or self.breaks:
                    yield self._between(1 if block.joins else 12)
                yield self._sheet(block)
            else:
                yield from self._text(block)
            after_sheet = isinstance(block, Sheet)
            self.is_empty = False
        if after_sheet:
            yield self._between(1)  # Word wants a paragraph at the end

    def _text(self, block: Heading | Listing | Paragraph) -> Iterator[str]:
        if isinstance(block, Heading):
            yield self._paragraph(f"Heading{block.level}", _run(block.text))
        elif isinstance(block, Listing):
            for text, depth in block.points:
                indent = f'<w:ind w:leftChars="{200 * depth}" w:left="{480 * depth}"/>' * bool(depth)
                yield self._paragraph("BodyIndented", _run(text), indent)
        else:
            yield self._line(block.line)

    def _paragraph(self, style: str, content: str, properties: str = "", *, keeps: bool = False) -> str:
        begins = "<w:keepNext/>" * keeps + "<w:pageBreakBefore/>" * self.breaks
        self.breaks = False
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{begins}{properties}</w:pPr>{content}</w:p>'

    def _between(self, points: float) -> str:
        """A paragraph that only keeps tables apart: two that touch are one to Word."""
        line = f'<w:spacing w:line="{round(points * 20)}" w:lineRule="exact"/>'
        return self._paragraph("Between", "", line)

    def _line(self, line: Line) -> str:
        characters = int(text_width(self.document) * POINTS / BODY_SIZE)
        style = STYLES[line.style]
        tall = any(isinstance(part, Blank) and part.lines > 1 for part in line.content)
        properties = '<w:ind w:firstLineChars="0" w:firstLine="0"/>' * tall
        return self._paragraph(
            style, self._inlines(line, characters), properties + _aligned(ALIGNED.get(line.style))
        )

    def _cover(self, cover: Cover) -> Iterator[str]:
        """A page by itself: the space above and below is reckoned, because LibreOffice knows no other way."""
        height = text_height(self.document)
        lines = COVER_LINE * len(cover.lines)
        titles = 15 * len(cover.heading)
        rest = max(30, height - titles - lines - 30)
        for number, text in enumerate(cover.heading):
            before = twips(rest * 0.38) if not number else 0
            after = twips(rest * 0.3) if number == len(cover.heading) - 1 else 0
            yield self._paragraph(
                "CoverTitle", _run(text), f'<w:spacing w:before="{before}" w:after="{after}"/>'
            )
        if cover.lines:
            yield self._cover_lines(cover.lines)
        space = f'<w:spacing w:before="{twips(rest * 0.3)}"/>'
        yield self._paragraph("CoverLine", _run(cover.foot or ""), space + _aligned("center"))

    def _cover_lines(self, lines: Sequence[Line]) -> str:
        """What is asked and a line to write on, in two columns without borders."""
        longest = max(
            (len(part.text) for line in lines for part in line.content[:1] if isinstance(part, Words)),
            default=4,
        )
        asked = min(75, 5.2 * longest + 4)
        answer = 125 - asked
        rows = "".join(self._cover_row(line, asked, answer) for line in lines)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(125)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{twips(asked)}"/>'
            f'<w:gridCol w:w="{twips(answer)}"/></w:tblGrid>{rows}</w:tbl>'
        )

    def _cover_row(self, line: Line, asked: float, answer: float) -> str:
        first, rest = line.content[:1], line.content[1:]
        ruled = f"<w:tcBorders><w:bottom {BORDER}/></w:tcBorders>"
        bottom = '<w:vAlign w:val="bottom"/>'
        only = rest[0] if len(rest) == 1 else None
        alone = self._alone(only, 24) if isinstance(only, Blank) else None
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{border}{bottom}</w:tcPr>'
            f"{self._paragraph('CoverLine', content)}</w:tc>"
            for width, border, content in (
                (asked, "", self._inlines(Line(first), 24)),
                (answer, ruled * bool(alone), alone or self._inlines(Line(rest), 24)),
            )
        )
        return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(COVER_LINE)}"/></w:trPr>{cells}</w:tr>'

    def _sheet(self, sheet: Sheet) -> str:
        width = text_width(self.document)
        unit = width / sum(sheet.widths)
        grid = "".join(f'<w:gridCol w:w="{twips(wide * unit)}"/>' for wide in sheet.widths)
        last = len(sheet.rows) - 1 if stays_whole(sheet, self.document) else 0
        rows = "".join(
            self._row(row, is_head=number < sheet.heads, keeps=number < last or leads(row))
            for number, row in enumerate(placed(sheet, width))
        )
        label = escape(sheet.label)
        top = f"<w:top {BORDER}/>" * (not sheet.joins)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(width)}" w:type="dxa"/>'
            f'<w:tblBorders>{top}{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{CELL_MARGINS}</w:tblCellMar>"
            f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{label}"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, row: Sequence[Placed], *, is_head: bool, keeps: bool) -> str:
        """A row, which may be kept on one page with the next."""
        height = twips(row_height(list(row)))
        cells = "".join(self._cell(place, keeps=keeps) for place in row)
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
            f"{'<w:tblHeader/>' * is_head}</w:trPr>{cells}</w:tr>"
        )

    def _cell(self, place: Placed, *, keeps: bool) -> str:
        cell = place.cell
        spans = f'<w:gridSpan w:val="{cell.span}"/>' * (cell.span > 1)
        merge = ""
        if cell.rows > 1:
            merge = "<w:vMerge/>" if place.continues else '<w:vMerge w:val="restart"/>'
        lines = [] if place.continues else [self._cell_line(line, place, keeps=keeps) for line in cell.lines]
        content = "".join(lines) or self._paragraph("Cell", "", keeps=keeps)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(place.width)}" w:type="dxa"/>{spans}{merge}'
            f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        )

    def _cell_line(self, line: Line, place: Placed, *, keeps: bool) -> str:
        properties = _aligned(ALIGNED_IN_CELLS.get(line.style))
        style = "CellNote" if line.style == "note" else "Cell"
        if len(line.content) == 1 and isinstance(only := line.content[0], Blank):
            if only.lines > 1:  # one begins to write at the top of the room
                below = twips(LINE * (only.lines - 1))
                properties = TIGHT.replace('w:after="0"', f'w:after="{below}"') + properties
            return self._paragraph(style, self._alone(only, place.characters), properties, keeps=keeps)
        return self._paragraph(style, self._inlines(line, place.characters), properties, keeps=keeps)

    def _inlines(self, line: Line, characters: int) -> str:
        """The parts of a line; boxes to tick stand apart from what comes before."""
        made = ""
        for before, part in zip((None, *line.content), line.content, strict=False):
            made += _run(SPACE) * (isinstance(part, Tick) and isinstance(before, Tick | Blank))
            made += self._inline(part, line, characters)
        return made

    def _inline(self, part: Inline, line: Line, characters: int) -> str:
        if isinstance(part, Words):
            return _run(part.text, f"{fonts(HEI, HEI)}" if part.strong else "")
        if isinstance(part, Tick):
            return self._box(part) + _run("" if part.bare else part.option)
        room = day_for(characters) if part.kind == "date" else SPACE * room_for(part, line, characters)
        if part.lines > 1:  # spaces alone do not flow into a next line
            room = "\n".join([SPACE * (characters - 1)] * part.lines)
        look = "" if part.kind == "date" and not part.value else '<w:u w:val="single"/>'
        return self._control(part, room, look)

    def _alone(self, blank: Blank, characters: int) -> str:
        """A blank that has its cell to itself, without a line of its own."""
        return self._control(blank, day_for(characters) if blank.kind == "date" else SPACE * 2, "")

    def _control(self, blank: Blank, room: str, look: str) -> str:
        placeholder = "" if blank.value else "<w:showingPlcHdr/>"
        return (
            f"<w:sdt><w:sdtPr><w:rPr>{look}</w:rPr>{self._named(blank.label, blank.id)}{placeholder}"
            f"</w:sdtPr><w:sdtContent>{_run(blank.value or room, look)}</w:sdtContent></w:sdt>"
        )

    def _box(self, tick: Tick) -> str:
        sign = "☑" if tick.ticked else "□"
        label = f"{tick.label}：{tick.option}" if tick.label else tick.option
        return (
            f"<w:sdt><w:sdtPr>{self._named(label, f'{tick.id}={tick.option}')}"
            f'<w14:checkbox><w14:checked w14:val="{int(tick.ticked)}"/>'
            '<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
            '<w14:uncheckedState w14:val="25A1" w14:font="宋体"/></w14:checkbox>'
            f"</w:sdtPr><w:sdtContent>{_run(sign)}</w:sdtContent></w:sdt>"
        )

    def _named(self, label: str, tag: str) -> str:
        alias = label if len(label) <= LONGEST_ALIAS else f"{label[: LONGEST_ALIAS - 1]}…"
        names = f'<w:alias w:val="{escape(alias)}"/><w:tag w:val="{escape(tag)}"/>'
        return f'{names}<w:id w:val="{next(self.numbers)}"/>'


def _run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    lines = [f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in text.split("\n")]
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>" if text else ""


def _aligned(side: str | None) -> str:
    return f'<w:jc w:val="{side}"/>' if side else ""
