# SPDX-License-Identifier: Apache-2.0
"""What does the lookup search? The platforms and documents of all shards, as plain values, a line each."""

import json
from collections.abc import Iterator
from typing import Any

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.model.designation import ActKind, Designation
from generator.model.overview import Overview
from generator.model.platform import Platform
from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.files import lookup_files
from generator.render.studio import Studio, standing_rows

PLATFORMS, DOCUMENTS = "lookup-platforms", "lookup-documents"
GIVING = {ActKind.DESIGNATE, ActKind.RENEW}


def lookup_index(studio: Studio) -> Iterator[OutputFile]:
    """lookup/: everything that the scripts of the lookup fetch."""
    site = studio.register.site
    return lookup_files(
        entries_of(studio.overview),
        _documents_of(studio.overview),
        {id_: (jurisdiction.name, jurisdiction.parent) for id_, jurisdiction in site.jurisdictions.items()},
        {function.id: function.label for function in site.vocabularies.functions},
    )


def entries_of(overview: Overview) -> Iterator[LookupEntry]:
    """Every platform as the lookup knows it."""
    for line in overview.lines.get(PLATFORMS, "").splitlines():
        id_, name, former, operator, code, functions, category, location, standing, years = json.loads(line)
        yield LookupEntry(
            id=id_,
            name=name,
            former=tuple(former),
            operator=operator,
            credit_code=code,
            functions=tuple(functions),
            category=category,
            location=location,
            standing=tuple([(day, state, through) for day, state, through in standing]),
            years=tuple(years),
        )


def _documents_of(overview: Overview) -> Iterator[LookupDocument]:
    for line in overview.lines.get(DOCUMENTS, "").splitlines():
        number, title, address, on, platforms = json.loads(line)
        yield LookupDocument(number=number, title=title, address=address, on=on, platforms=tuple(platforms))


def platform_row(studio: Studio, platform: Platform) -> list[Any]:
    """What a platform is found by, in the order of the fields of the lookup's entries.

    What its profile says it offers counts as a function: a firm that looks for training wants to find it.
    """
    profile = studio.register.site.profiles.get(platform.id)
    offered = (
        {function for service in profile.services for function in service.functions} if profile else set()
    )
    return [
        platform.id,
        platform.name,
        list(dict.fromkeys([period.name for period in platform.names if period.name != platform.name])),
        platform.operator,
        platform.credit_code,
        [*platform.functions, *sorted(offered.difference(platform.functions))],
        platform.category,
        platform.location,
        standing_rows(platform.standing),
        sorted({mention.on.year for mention in platform.mentions if mention.act in GIVING}),
    ]


def document_row(id_: str, document: Designation) -> list[Any]:
    """What a document is found by, in the order of the fields of the lookup's documents."""
    listed = [row.platform for act in document.acts for row in act.platforms]
    address = addresses.designation(id_, document.issued_on.year)
    return [document.document_number, document.title, address, str(document.issued_on), listed]
