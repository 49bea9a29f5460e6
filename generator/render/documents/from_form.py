# SPDX-License-Identifier: Apache-2.0
"""How does the description of an official form become a document? Part by part, with its own labels."""

from collections.abc import Iterator
from itertools import groupby

from generator.base.chinese_numerals import to_chinese
from generator.model import form as described
from generator.model.form import Field, FieldType, Form
from generator.render.documents.document import (
    Blank,
    Block,
    Cell,
    Cover,
    Document,
    Heading,
    Inline,
    Kind,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Sheet,
    Tick,
    Words,
)

KINDS: dict[FieldType, Kind] = {
    FieldType.TEXT: "text",
    FieldType.PARAGRAPH: "paragraph",
    FieldType.NUMBER: "number",
    FieldType.DATE: "date",
}
CHOICES = {FieldType.CHOICE, FieldType.CHOICES}
WIDTH, ON_COVERS = 44, 24  # characters from margin to margin, in a table and on a cover
IN_NUMBERS, LEAST = 5, 3  # characters
OURS = "原表没有列头，以下各列由本站拟定，可以增减。"
MARKS = {
    described.Mark.SIGNATURE: "签字：　　　　　　　　",
    described.Mark.SEAL: "（盖章）　　　　",
    described.Mark.DATE: "年　　月　　日",
}
NUMBER_HEAD = "序号"


def document_of(form: Form, subject: str, foot: str) -> Document:
    """The whole form."""
    blocks = [block for number, part in enumerate(form.parts, 1) for block in _blocks(part, number)]
    return Document(form.title, subject, foot, tuple(blocks))


def _blocks(part: described.Part, number: int) -> Iterator[Block]:  # noqa: C901  (one line for each kind)
    match part:
        case described.Cover():
            yield Cover(part.heading, tuple(_lines(part.fields, ON_COVERS)), part.foot)
        case described.Title():
            yield PageBreak()
            yield Heading(part.text, 1)
        case described.Break():
            yield PageBreak()
        case described.Words():
            yield Listing(tuple(_points(part)))
        case described.Grid():
            yield _grid(part, f"grid-{number}")
        case described.Table():
            for note in (part.note, OURS if part.columns_are_ours else None):
                if note:
                    yield Paragraph(Line((Words(note),), "note"))
            yield _table(part)
        case described.Box():
            yield _box(part)
        case described.Narrative():
            for nth, field in enumerate(part.fields, 1):
                yield Heading(f"（{to_chinese(nth)}）{field.label}")
                if field.hint:
                    yield Paragraph(Line((Words(f"（{field.hint}）"),), "note"))
                yield Paragraph(Line((_blank(field, 0),)))


def _points(part: described.Words) -> Iterator[tuple[str, int]]:
    """Each point with its number: 一、, below it （一）."""
    for nth, point in enumerate(part.points, 1):
        yield f"{to_chinese(nth)}、{point.text}", 0
        for below, text in enumerate(point.points, 1):
            yield f"（{to_chinese(below)}）{text}", 1


def _label(field: Field) -> str:
    """What a field asks for, without the colon that may stand after it on paper."""
    return field.label.rstrip("：:")


def _blank(field: Field, room: int) -> Blank:
    """The place to write in, with so many characters of room if it is for words."""
    room = IN_NUMBERS if field.type is FieldType.NUMBER else room
    return Blank(field.id, _label(field), KINDS[field.type], room, field.lines, unit=field.unit or "")


def _lines(fields: tuple[Field, ...], characters: int) -> Iterator[Line]:
    """The lines of a cell or cover, so many characters wide; what is written at length is below its label."""
    line: list[Inline] = []
    for field in fields:
        if line and not field.joined:
            yield Line(tuple(line))
            line = []
        elif line:
            line.append(Words("，"))
        if not field.beside:
            line.append(Words(field.label))
        if field.type is FieldType.PARAGRAPH and line:
            yield Line(tuple(line))
            line = []
        line += _to_fill(field, characters)
    yield Line(tuple(line))


def _to_fill(field: Field, characters: int) -> Iterator[Inline]:
    if field.type in CHOICES:
        for option in field.options:
            yield Tick(field.id, option, label=_label(field), alone=field.type is FieldType.CHOICE)
    else:
        beside = [field.unit, field.after, *([] if field.beside else [field.label])]
        yield _blank(field, max(LEAST, characters - 1 - sum(len(words or "") for words in beside)))
    for words in (field.unit, field.after):
        if words:
            yield Words(words)


def _head(text: str, span: int = 1, rows: int = 1) -> Cell:
    return Cell((Line((Words(text, strong=True),), "centred"),), span, rows, is_head=True)


def _grid(part: described.Grid, id_: str) -> Sheet:
    heads = ((_head(part.heading, part.columns),),) if part.heading else ()
    rows = tuple(tuple(_grid_cell(cell, part.columns) for cell in row) for row in part.rows)
    label = part.heading or _first_label(part)
    return Sheet(id_, label, (1,) * part.columns, heads + rows, joins=part.joins)


def _first_label(part: described.Grid) -> str:
    """What a grid without heading is called: its first words."""
    first = part.rows[0][0]
    return first.text or _label(first.fields[0])


def _grid_cell(cell: described.GridCell, columns: int) -> Cell:
    if cell.text:
        return Cell((Line((Words(cell.text),), "label"),), cell.span, cell.rows, is_head=True)
    room = sum(field.lines for field in cell.fields if not field.joined)
    characters = int(WIDTH * cell.span / columns)
    return Cell(tuple(_lines(cell.fields, characters)), cell.span, cell.rows, room=room)


def _widths(column: described.Column) -> tuple[int, ...]:
    """A column of its own for each option."""
    if column.type in CHOICES:
        return (max(2, round(column.width * 2 / len(column.options))),) * len(column.options)
    return (column.width * 2,)


def _table(part: described.Table) -> Sheet:
    widths = tuple(width for column in part.columns for width in _widths(column))
    if part.numbered:
        widths = (3, *widths)
    heads = _table_heads(part, len(widths))
    rows = tuple(tuple(_table_row(part, number)) for number in range(1, part.rows + 1))
    label = part.heading or "、".join(column.label for column in part.columns)
    return Sheet(part.id, label, widths, heads + rows, heads=len(heads), joins=part.joins)


def _table_heads(part: described.Table, width: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows at the head: a heading; labels; below that of a group or of a choice its parts."""
    deep = 2 if any(column.group or column.type in CHOICES for column in part.columns) else 1
    above = [_head(NUMBER_HEAD, rows=deep)] if part.numbered else []
    below: list[Cell] = []
    for group, members in groupby(part.columns, key=lambda column: column.group):
        columns = list(members)
        if group:
            above.append(_head(group, sum(len(_widths(column)) for column in columns)))
            below += [_head(_labelled(column), len(_widths(column))) for column in columns]
            continue
        for column in columns:
            chosen = column.type in CHOICES
            above.append(_head(_labelled(column), len(_widths(column)), 1 if chosen else deep))
            below += map(_head, column.options)
    heading = ((_head(part.heading, width),),) if part.heading else ()
    return (*heading, tuple(above), *((tuple(below),) if below else ()))


def _labelled(column: described.Column) -> str:
    return f"{column.label}（{column.unit}）" if column.unit else column.label


def _table_row(part: described.Table, number: int) -> Iterator[Cell]:
    if part.numbered:
        yield Cell((Line((Words(str(number)),), "centred"),))
    for column in part.columns:
        id_, label = f"{part.id}-{number}-{column.id}", f"第{number}行{column.label}"
        if column.type in CHOICES:
            for option in column.options:
                tick = Tick(id_, option, label=label, alone=column.type is FieldType.CHOICE, bare=True)
                yield Cell((Line((tick,), "centred"),))
        else:
            kind: Kind = "number" if column.type is FieldType.NUMBER else "text"  # a day has little room here
            yield Cell((Line((Blank(id_, label, kind, unit=column.unit or ""),)),))


def _box(part: described.Box) -> Sheet:
    lines = [*_lines((part.field,), WIDTH), *(Line((Words(MARKS[mark]),), "right") for mark in part.marks)]
    room = part.field.lines + 1 + len(part.marks)
    return Sheet(
        part.field.id, _label(part.field), (1,), ((Cell(tuple(lines), room=room),),), joins=part.joins
    )
