# SPDX-License-Identifier: Apache-2.0
"""What do the pages of the whole site need to know of a shard? Its items, counts, and a line a platform.

Lines are JSON: what `api/v1/platforms.json`, `changes.json` and `notices.json` consist of, rows of tables,
and what the lookup finds platforms and documents by.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.base import addresses
from generator.derive.deadlines import TERM_ENDS, term_ends
from generator.derive.periods import spans_of, while_not_withdrawn
from generator.model.chain import Chain
from generator.model.designation import Designation
from generator.model.notice import Notice, Span
from generator.model.overview import Item, Overview
from generator.model.site import WrittenNotice
from generator.model.standing import next_change
from generator.render import notices, open_data, registry_lists, tables
from generator.render.lookup import index
from generator.render.studio import Studio

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def overview_of(studio: Studio) -> Overview:
    """The overview of everything in a register."""
    register = studio.register
    site = register.site
    found = [_of_notice(studio, id_, notice) for id_, notice in site.notices.items()]
    found += [_of_designation(studio, id_, document) for id_, document in site.designations.items()]
    next_changes: dict[str, date] = {}
    for platform in register.platforms.values():
        if day := next_change(platform.standing, site.as_of):
            next_changes[platform.jurisdiction] = min(day, next_changes.get(platform.jurisdiction, day))
    platforms = register.platforms.values()
    return Overview.model_construct(
        items=tuple(found),
        platforms={jurisdiction: len(ids) for jurisdiction, ids in register.platforms_in.items()},
        next_changes=next_changes,
        lines={
            "api-platforms": "".join(open_data.platform_lines(studio)),
            "api-notices": "".join(open_data.notice_lines(studio)),
            "api-changes": "".join(open_data.change_lines(studio)),
            "table-platforms": _rows(tables.platform_row(studio, platform) for platform in platforms),
            "table-terms": _rows(row for platform in platforms for row in tables.term_rows(platform)),
            registry_lists.NAMES: "".join(
                line for platform in platforms for line in registry_lists.name_lines(platform)
            ),
            index.PLATFORMS: _rows(index.platform_row(studio, platform) for platform in platforms),
            TERM_ENDS: _rows(term_ends(platforms)),
            index.DOCUMENTS: _rows(index.document_row(*entry) for entry in site.designations.items()),
        },
    )


def _rows(rows: Iterable[Any]) -> str:
    """Each row as one line of JSON."""
    return "".join([f"{ENCODER.encode(row)}\n" for row in rows])


def _windows(studio: Studio, id_: str, record: Notice | Designation) -> tuple[Span, ...]:
    law = studio.register.site.rulesets.get(record.ruleset or "")
    return while_not_withdrawn(spans_of(record, law), studio.chains.get(id_, Chain()))


def _of_notice(studio: Studio, id_: str, notice: WrittenNotice) -> Item:
    front = notice.front
    return Item.model_construct(
        id=id_,
        file=f"content/notices/{id_}.md",
        source="notice",
        address=addresses.notice(id_),
        kind=front.kind.label,
        kind_id=front.kind.value,
        notice_kind=front.kind,
        on=front.issued_on,
        title=front.title,
        summary=front.summary,
        number=front.document_number,
        jurisdiction=front.jurisdiction,
        issuer=front.issuer,
        ruleset=front.ruleset,
        windows=_windows(studio, id_, front),
        retrieved_on=front.source.retrieved_on,
        checked_on=front.checked_on,
        source_kind=front.source.kind.label,
    )


def _of_designation(studio: Studio, id_: str, document: Designation) -> Item:
    return Item.model_construct(
        id=id_,
        file=f"registry/designations/{id_}.yaml",
        source="designation",
        address=addresses.designation(id_, document.issued_on.year),
        kind=notices.kind_of(document),
        kind_id=notices.kind_id_of(document),
        notice_kind=None,
        on=document.issued_on,
        title=document.title,
        summary=notices.document_in_words(document, studio.register.site.as_of),
        number=document.document_number,
        jurisdiction=id_.split("/", maxsplit=1)[0],
        issuer=document.issuer,
        ruleset=document.ruleset,
        windows=_windows(studio, id_, document),
        retrieved_on=document.source.retrieved_on,
        checked_on=document.checked_on,
        source_kind=document.source.kind.label,
    )
