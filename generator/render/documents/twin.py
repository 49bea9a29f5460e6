# SPDX-License-Identifier: Apache-2.0
"""How does a document look in the browser? As its twin: the same sheet, to be read, filled in and printed.

Every field bears the id that it has in the DOCX as its name. The look is site_config/brand/forms.css; nothing
stands inline, and without script all of it works.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from generator.render.documents.coverage import require_printable
from generator.render.documents.document import (
    Blank,
    Block,
    Cell,
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

NOTHING = Markup()
# A date is written as on paper: a picker of dates speaks the browser's language and prints its own words.
KINDS = {"number": Markup(' inputmode="decimal"'), "date": Markup(' placeholder="年　　月　　日"')}
WIDEST = 40  # characters
SHARES = 40  # of a table's width; forms.css has a class for each number of them


def twin_of(document: Document) -> str:
    """The document as a fragment of HTML; UnprintableError if a character has no glyph."""
    require_printable(document)
    frame = Markup(
        '<section class="paper{}" aria-label="{}" lang="zh-CN">\n'
        '{}<p class="paper__foot">{}</p>\n</section>\n'
    )
    wide = " paper--wide" if document.landscape else ""
    return str(frame.format(wide, document.title, _joined(map(_block, document.blocks)), document.foot))


def _joined(pieces: Iterable[Markup]) -> Markup:
    return NOTHING.join(pieces)


def _block(block: Block) -> Markup:
    if isinstance(block, Heading):
        level = block.level + 1  # the page has a heading above all of these
        return Markup('<h{} class="paper__h{}">{}</h{}>\n').format(level, block.level, block.text, level)
    if isinstance(block, Paragraph):
        return _line(block.line)
    if isinstance(block, Listing):
        return Markup('<ol class="paper__points">\n{}</ol>\n').format(_joined(map(_point, block.points)))
    if isinstance(block, Sheet):
        return _sheet(block)
    if isinstance(block, Cover):
        return _cover(block)
    assert isinstance(block, PageBreak)  # noqa: S101  (there is no other block)
    return Markup('<hr class="paper__break">\n')


def _point(point: tuple[str, int]) -> Markup:
    text, depth = point
    return Markup("<li{}>{}</li>\n").format(Markup(' class="paper__inner"') if depth else "", text)


def _line(line: Line) -> Markup:
    style = "" if line.style == "body" else Markup(' class="paper__{}"').format(line.style)
    return Markup("<p{}>{}</p>\n").format(style, _inlines(line.content))


def _cover(cover: Cover) -> Markup:
    heading = Markup("<br>").join(cover.heading)
    foot = Markup('<p class="paper__maker">{}</p>\n').format(cover.foot) if cover.foot else ""
    return Markup(
        '<div class="paper__cover">\n<h2 class="paper__h1">{}</h2>\n'
        '<div class="paper__asked">\n{}</div>\n{}</div>\n'
    ).format(heading, _joined(map(_line, cover.lines)), foot)


def _sheet(sheet: Sheet) -> Markup:
    """A table, in a frame of its own that can be moved sideways where the screen is narrow."""
    share = SHARES / sum(sheet.widths)
    columns = _joined(
        Markup('<col class="w{}">').format(max(1, round(wide * share))) for wide in sheet.widths
    )
    head = _rows(sheet.rows[: sheet.heads], is_head=True)
    body = _rows(sheet.rows[sheet.heads :], is_head=False)
    return Markup(
        '<div class="paper__sheet{}" role="group" aria-label="{}" tabindex="0">\n<table aria-label="{}">\n'
        "<colgroup>{}</colgroup>\n{}<tbody>\n{}</tbody>\n</table>\n</div>\n"
    ).format(
        " paper__sheet--joins" if sheet.joins else "",
        sheet.label,
        sheet.label,
        columns,
        Markup("<thead>\n{}</thead>\n").format(head) if head else "",
        body,
    )


def _rows(rows: Sequence[Sequence[Cell]], *, is_head: bool) -> Markup:
    return _joined(
        Markup("<tr{}>{}</tr>\n").format(
            Markup(' class="paper__leads"') if any(cell.leads for cell in row) else NOTHING,
            _joined(_cell(cell, is_head=is_head) for cell in row),
        )
        for row in rows
    )


def _cell(cell: Cell, *, is_head: bool) -> Markup:
    """A cell; a head is one of a column in the rows of heads, else one of its row."""
    spans = Markup(' colspan="{}"').format(cell.span) if cell.span > 1 else NOTHING
    spans += Markup(' rowspan="{}"').format(cell.rows) if cell.rows > 1 else NOTHING
    if is_head or cell.is_head:
        side, several = ("col", cell.span > 1) if is_head else ("row", cell.rows > 1)
        spans += Markup(' scope="{}{}"').format(side, "group" if several else "")
    name = "th" if is_head or cell.is_head else "td"
    return Markup("<{}{}>{}</{}>").format(name, spans, _joined(map(_line, cell.lines)), name)


def _inlines(parts: Sequence[Inline]) -> Markup:
    """The parts of a line. A unit stays on one line with the figure that it is of."""
    is_alone = len(parts) == 1
    made: list[Markup] = []
    for before, part in zip((None, *parts), parts, strict=False):
        unit = before.unit if isinstance(before, Blank) else ""
        if unit and isinstance(part, Words) and part.text.startswith(unit) and not part.strong:
            frame = Markup('<span class="paper__figure">{}{}</span>{}')
            made[-1] = frame.format(made[-1], unit, part.text.removeprefix(unit))
        else:
            made.append(_inline(part, is_alone=is_alone))
    return _joined(made)


def _inline(part: Inline, *, is_alone: bool) -> Markup:
    if isinstance(part, Words):
        return Markup("<strong>{}</strong>").format(part.text) if part.strong else escape(part.text)
    return _tick(part) if isinstance(part, Tick) else _blank(part, is_alone=is_alone)


def _tick(tick: Tick) -> Markup:
    name = Markup(' aria-label="{}：{}"').format(tick.label, tick.option) if tick.label else ""
    return Markup(
        '<label class="tick"><input type="{}" name="{}" value="{}"{}{} autocomplete="off">{}</label>'
    ).format(
        "radio" if tick.alone else "checkbox",
        tick.id,
        tick.option,
        name,
        Markup(" checked") if tick.ticked else "",
        "" if tick.bare else tick.option,
    )


def _blank(blank: Blank, *, is_alone: bool) -> Markup:
    """A blank; one that is all of its line is as wide as that."""
    if blank.lines > 1 or blank.kind == "paragraph":
        return Markup(
            '<textarea class="blank" name="{}" aria-label="{}" rows="{}" placeholder=" "'
            ' autocomplete="off">\n{}</textarea>'
        ).format(blank.id, blank.label, blank.lines, blank.value)
    return Markup(
        '<input class="blank{}" type="text"{} name="{}" aria-label="{}" value="{}" size="{}"'
        ' autocomplete="off">'
    ).format(
        " blank--all" if is_alone else "",
        KINDS.get(blank.kind, ""),
        blank.id,
        blank.label,
        blank.value,
        min(blank.characters, WIDEST) * 2,
    )
