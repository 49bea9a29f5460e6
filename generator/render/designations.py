# SPDX-License-Identifier: Apache-2.0
"""A page for each designation document with its list, and the list as CSV and XLSX."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.derive.periods import spans_of, while_not_withdrawn
from generator.derive.withheld import STUB, is_withheld
from generator.model.chain import Chain
from generator.model.designation import Act, ActKind, DateBasis, Designation, ListedPlatform
from generator.model.notice import NoticeKind
from generator.render import heads
from generator.render.ledgers import ledgers_of
from generator.render.notices import AWAITED, document_in_words, kind_of, next_on_page
from generator.render.page import Page
from generator.render.sheets import Table, csv_of, xlsx_of
from generator.render.studio import Studio, standing_data

COLUMNS = (
    "序号", "决定", "平台编号", "名称", "运营单位", "统一社会信用代码", "服务功能", "类别", "所在地",
    "承接者", "备注", "页面",
)  # fmt: skip
DATES_OF_PUBLICATION = {DateBasis.ISSUED, DateBasis.PUBLISHED}


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a list as its page shows it."""

    id: str
    name: str
    note: str
    operator: str
    location: str
    standing: Markup


@dataclass(frozen=True, slots=True)
class ActView:
    """What a document decides, with the rows of its list."""

    act: Act
    title: str
    has_operators: bool
    rows: tuple[RowView, ...]


def designation_pages(studio: Studio) -> Iterator[Page]:
    """The page of every designation document."""
    for id_, document in studio.register.site.designations.items():
        yield _page(studio, id_, document)


def list_files(studio: Studio) -> Iterator[OutputFile]:
    """notices/<year>/<document>/list.csv and list.xlsx: the list as the document has it, all cells text."""
    for id_, document in studio.register.site.designations.items():
        if table := table_of(studio, document):
            year = document.issued_on.year
            yield OutputFile(addresses.list_file(id_, year, "csv"), csv_of(table))
            yield OutputFile(
                addresses.list_file(id_, year, "xlsx"), xlsx_of(table, document.checked_on, document.title)
            )


def table_of(studio: Studio, document: Designation) -> Table | None:
    """The list of a document; None where no row of it is recorded."""
    label = studio.wording.label
    rows = [
        (
            str(number),
            act_title(act),
            row.platform,
            row.name,
            row.operator or "",
            row.credit_code or "",
            "、".join(label("functions", id_) for id_ in row.functions),
            row.category or "",
            row.location or "",
            row.successor or "",
            row.note or "",
            f"/{addresses.platform(row.platform)}",
        )
        for act in document.acts
        for number, row in enumerate(act.platforms, 1)
    ]
    return Table("list", "名单", COLUMNS, tuple(rows)) if rows else None


def act_title(act: Act) -> str:
    """认定, or with the tier where it is not that of demonstration platforms."""
    return act.kind.label + ("" if act.tier.value == "demonstration" else f"：{act.tier.label}")


def _page(studio: Studio, id_: str, document: Designation) -> Page:
    register = studio.register
    year = document.issued_on.year
    address = addresses.designation(id_, year)
    jurisdiction = register.site.jurisdictions[id_.split("/", maxsplit=1)[0]]
    listed = {row.platform for act in document.acts for row in act.platforms}
    law = register.site.rulesets.get(document.ruleset or "")
    chain = studio.chains.get(id_, Chain())
    windows = while_not_withdrawn(spans_of(document, law), chain)
    days = (
        studio.soonest(*(register.platforms[id_].standing for id_ in sorted(listed))),
        next_on_page(studio, document, chain, windows),
    )
    page = studio.page(
        "designation.html",
        address,
        title=document.title,
        description=f"{document.issuer}：{document_in_words(document, register.site.as_of)}",
        next_change=min((day for day in days if day), default=None),
        data=addresses.api_designation(id_),
        document=document,
        chain=chain,
        **_nature(document, register.site.as_of),
        jurisdiction=jurisdiction,
        law=law,
        windows=windows,
        ledgers=ledgers_of(document, law),
        acts=[_view(studio, act) for act in document.acts],
        files=[(suffix.upper(), addresses.list_file(id_, year, suffix)) for suffix in ("xlsx", "csv")]
        if listed
        else (),
    )
    tags = heads.metas(
        heads.column(address, register.site.settings),
        title=document.title,
        published=document.issued_on if document.date_basis in DATES_OF_PUBLICATION else None,
        source=document.issuer,
        keywords=(jurisdiction.name, kind_of(document)),
    )
    return replace(page, head=tags)


def _nature(document: Designation, day: date) -> dict[str, Any]:
    """What the page of a document must say beside its lists."""
    kinds = {act.kind for act in document.acts}
    is_proposal = kinds == {ActKind.PROPOSE}
    return {
        "kind": kind_of(document),
        "withheld": STUB if is_withheld(document, day) else None,
        "is_proposal": is_proposal,
        "takes_back": ActKind.WITHDRAW in kinds,
        "awaited": AWAITED[NoticeKind.PUBLICITY] if is_proposal else None,
    }


def _view(studio: Studio, act: Act) -> ActView:
    rows = tuple([_row(studio, row) for row in act.platforms])
    return ActView(act, act_title(act), any(row.operator for row in rows), rows)


def _row(studio: Studio, row: ListedPlatform) -> RowView:
    standing = studio.register.platforms[row.platform].standing
    heir = studio.register.platforms.get(row.successor or "")
    notes = [f"由{heir.name}承接"] if heir else []
    return RowView(
        row.platform,
        row.name,
        "；".join([*notes, *([row.note] if row.note else [])]),
        row.operator or "",
        row.location or "未载",
        Markup(standing_data(standing)),  # noqa: S704  (days and words of our own)
    )
