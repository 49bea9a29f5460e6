# SPDX-License-Identifier: Apache-2.0
"""How does a document become PDF? As a source in typst's language, which generator/output/typesetter.py sets.

Every text stands in the source as the literal of a string, never as markup, so that nothing in it can mean
anything to typst.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.render.documents.coverage import require_printable
from generator.render.documents.document import (
    Blank,
    Block,
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
from generator.render.documents.paper import (
    BODY_SIZE,
    DATE,
    POINTS,
    Placed,
    day_for,
    leads,
    needed_height,
    placed,
    room_for,
    row_height,
    stays_whole,
    text_height,
    text_width,
)
from generator.render.documents.typst_look import LOOK

UNBROKEN = re.compile(
    r"[^ \u3000\u3400-\u9fff\U00020000-\U0003ffff]{20,}"
)  # typst finds no place to break it
SPACE = "　"  # between the parts of a foot
FEW = 12  # characters that stay on one line with their box
PARAGRAPHS = {
    "body": "body",
    "note": "note-line",
    "centred": "centred",
    "label": "label-line",
    "right": "right-hand",
}
IN_CELLS = {"note": "note", "centred": "asks", "label": "asks", "right": "right-hand"}


def typst_of(document: Document) -> str:
    """The source of the document; UnprintableError if a character has no glyph."""
    require_printable(document)
    title, subject = _literal(document.title), _literal(document.subject)
    return (
        f"{LOOK}"
        f"#set document(title: {title}, description: {subject}, date: none)\n"
        f"#show: paper.with(foot: {_foot(document)}, landscape: {_flag(document.landscape)})\n"
        + "".join(f"#{block}\n" for block in _blocks(document))
    )


def _foot(document: Document) -> str:
    """The parts of the foot."""
    return f"({''.join(f'{_literal(part)}, ' for part in document.foot.split(SPACE))})"


def _blocks(document: Document) -> Iterator[str]:
    """The blocks, one expression each. Headings go down by one level at most, or PDF/UA refuses them."""
    level = 0
    following = [*document.blocks[1:], None]
    for number, (block, next_one) in enumerate(zip(document.blocks, following, strict=True)):
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield f"head-{block.level}({level}, {_text(block.text)})"
        elif isinstance(block, Cover):
            level = 1
            yield from ["pagebreak(weak: true)"] * bool(number)
            yield _cover(block, text_width(document))
        elif isinstance(block, Paragraph):
            yield _paragraph(block.line, text_width(document))
        elif isinstance(block, Listing):
            yield from (f"point({depth}, {_text(text)})" for text, depth in block.points)
        elif isinstance(block, Sheet):
            yield _sheet(block, next_one, document)
        elif isinstance(block, PageBreak):
            yield "pagebreak(weak: true)"


def _paragraph(line: Line, width: float) -> str:
    """A line by itself. What is written at length stands below the words before it, on ruled lines."""
    characters = int(width * POINTS / BODY_SIZE)
    flowing = [part for part in line.content if not _is_tall(part)]
    tall = [part for part in line.content if isinstance(part, Blank) and _is_tall(part)]
    made = [f"{PARAGRAPHS[line.style]}({_inlines(Line(tuple(flowing)), characters)})"] if flowing else []
    for part in tall:
        made += [f"body({_text(part.value)})"] if part.value else []
        made.append(f"ruled({part.lines})")
    return f"{{ {'; '.join(made)} }}"


def _cover(cover: Cover, width: float) -> str:
    title = " + linebreak() + ".join(map(_text, cover.heading))
    lines = ", ".join(_cover_line(line) for line in cover.lines)
    return f"cover({title}, 1, {_text(cover.foot or '')}, cover-lines({lines}))"


def _cover_line(line: Line) -> str:
    """What is asked, and a line to write on; other lines flow."""
    if len(line.content) in {2, 3}:
        asked, blank, *rest = line.content
        if isinstance(asked, Words) and isinstance(blank, Blank):
            written = blank.value or (DATE if blank.kind == "date" else "　")
            after = " + ".join(_inline(part, line, 26) for part in rest) or '""'
            return f"..cover-line({_inline(asked, line, 0)}, {_text(written)}, {after})"
    return f"cover-flow({_inlines(line, 26)})"


def _sheet(sheet: Sheet, following: Block | None, document: Document) -> str:
    """A table; one that stands directly below another has no space before it."""
    above = "0pt" if sheet.joins else "3mm"
    below = "0pt" if isinstance(following, Sheet) and following.joins else "4mm"
    columns = "".join(f"{wide}, " for wide in sheet.widths)
    page = text_height(document)
    cells = placed(sheet, text_width(document))
    heads = cells[: sheet.heads]
    repeat = sum(map(needed_height, heads)) < page / 2  # a head without end would make pages without end
    rows = ",\n  ".join([*(_row(row, page) for row in heads), *_rows(cells[sheet.heads :], page)])
    whole = _flag(below != "0pt" and stays_whole(sheet, document))
    return f"sheet(({columns}), {sheet.heads}, {_flag(repeat)}, {whole}, {above}, {below},\n  {rows})"


def _rows(cells: Sequence[Sequence[Placed]], page: float) -> Iterator[str]:
    """The rows; heads within the table that follow one another are one, which typst demands."""
    for is_head, rows in groupby(cells, leads):
        made = [_row(row, page) for row in rows]
        yield from [f"leads({', '.join(made)})"] if is_head else made


def _row(row: Sequence[Placed], page: float) -> str:
    """A row as high as it has to be; the height is kept by the first cell that is in no other row."""
    height = row_height(row)
    whole = needed_height(row) < page * 0.8
    keeper = next((place for place in row if place.cell.rows == 1), None)
    cells = [
        _cell(place, whole=whole and place.cell.rows == 1, high=height if place is keeper else 0)
        for place in row
        if not place.continues
    ]
    return f"({''.join(f'{cell}, ' for cell in cells)})"


def _cell(place: Placed, *, whole: bool, high: float) -> str:
    cell = place.cell
    lines = "; ".join(_cell_line(line, place.characters) for line in cell.lines)
    return f"cell({cell.span}, {cell.rows}, {_flag(whole)}, {high}mm, {{ {lines} }})"


def _cell_line(line: Line, characters: int) -> str:
    """A line in a cell. A blank that is all of it has no line of its own: the cell is where one writes."""
    frame = IN_CELLS.get(line.style, "par")
    if len(line.content) == 1 and isinstance(only := line.content[0], Blank):
        if only.value:
            return f"{frame}({_text(only.value)})"
        if only.kind == "date":
            return f"{frame}({_text(day_for(characters))})"
        return f"room({only.lines})" if only.lines > 1 else "par([])"
    return f"{frame}({_inlines(line, characters)})"


def _inlines(line: Line, characters: int) -> str:
    """The parts of a line; boxes to tick stand apart from what comes before."""
    made = []
    for before, part in zip((None, *line.content), line.content, strict=False):
        made += ["h(1em, weak: true)"] * (isinstance(part, Tick) and before is not None)
        made.append(_inline(part, line, characters))
    return " + ".join(made) or '""'


def _inline(part: Inline, line: Line, characters: int) -> str:
    if isinstance(part, Words):
        return f"heavy({_text(part.text)})" if part.strong else _text(part.text)
    if isinstance(part, Tick):
        made = f"box-of({_flag(part.ticked)})" + ("" if part.bare else f" + {_text(part.option)}")
        return f"box({made})" if len(part.option) <= min(FEW, characters - 1) else made
    if part.value:
        return f"written({_text(part.value)})"
    return (
        _text(day_for(characters)) if part.kind == "date" else f"spaces({room_for(part, line, characters)})"
    )


def _is_tall(part: Inline) -> bool:
    return isinstance(part, Blank) and part.lines > 1


def _text(text: str) -> str:
    """A text as an expression; what has no place to break may break anywhere."""
    pieces, at = [], 0
    for found in UNBROKEN.finditer(text):
        pieces += [_literal(text[at : found.start()])] * (found.start() > at)
        pieces.append(f"long({_literal(found[0])})")
        at = found.end()
    pieces += [_literal(text[at:])] * (at < len(text) or not pieces)
    return pieces[0] if len(pieces) == 1 else f"({' + '.join(pieces)})"


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _flag(is_so: bool) -> str:
    return "true" if is_so else "false"
