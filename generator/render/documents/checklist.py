# SPDX-License-Identifier: Apache-2.0
"""Which materials does a version ask for? A list to tick off, in the order of the version, with articles."""

from collections.abc import Mapping

from generator.model.form import Form
from generator.model.paper import PaperKind
from generator.model.procedure import Material
from generator.render.documents.document import (
    Blank,
    Block,
    Cell,
    Document,
    Line,
    Paragraph,
    Sheet,
    Tick,
    Words,
)
from generator.render.documents.made_by_us import Edition, filler, label_cell, opening, said

DONE = "已备"
HEADS = ("序号", "材料", "要求", "份数", "条款", DONE, "备注")


def checklist(edition: Edition, forms: Mapping[str, Form], address: str) -> Document:
    """The checklist of a version; `forms` are those that its materials name."""
    title = f"{edition.name}{PaperKind.CHECKLIST.label}"
    rows = [tuple(map(label_cell, HEADS))]
    rows += [_row(edition, material, forms) for material in edition.record.materials]
    sheet = Sheet("materials", "申报材料", (3, 10, 9, 4, 6, 3, 6), tuple(rows), heads=1)
    blocks: list[Block] = opening(
        edition, PaperKind.CHECKLIST.label, "逐项备齐后在“已备”栏打勾；复印件、盖章等以当年申报通知为准。"
    )
    blocks += [filler(), sheet]
    if edition.record.materials_note:
        blocks.append(Paragraph(Line((Words(f"总的要求：{edition.record.materials_note}。"),))))
    return Document(title, edition.named, edition.foot(address), tuple(blocks))


def _row(edition: Edition, material: Material, forms: Mapping[str, Form]) -> tuple[Cell, ...]:
    id_ = f"material-{material.number}"
    name = [Line((Words(material.name),))]
    if material.form:
        name.append(Line((Words(_form(forms[material.form])),), "note"))
    copies = f"{material.copies}份" if material.copies else edition.silence
    return (
        Cell((Line((Words(str(material.number)),), "centred"),)),
        Cell(tuple(name)),
        said(material.detail or edition.silence),
        Cell((Line((Words(copies),), "centred"),)),
        Cell((Line((Words(material.article),), "note"),)),
        Cell((Line((Tick(id_, DONE, label=material.name, bare=True),), "centred"),)),
        Cell((Line((Blank(f"{id_}-note", f"{material.name}的备注"),)),)),
    )


def _form(form: Form) -> str:
    known = "" if form.layout_known else f"（版式未见，向{form.where_to_ask}索取）"
    return f"表格：{form.title}{known}"
