# SPDX-License-Identifier: Apache-2.0
"""What does the lookup search today? The platforms and documents of the register, as plain values."""

from collections.abc import Iterator

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.model.designation import ActKind
from generator.model.platform import Platform
from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.files import lookup_files
from generator.render.studio import Studio

GIVING = {ActKind.DESIGNATE, ActKind.RENEW}


def lookup_index(studio: Studio) -> Iterator[OutputFile]:
    """lookup/: everything that the scripts of the lookup fetch."""
    site = studio.register.site
    return lookup_files(
        map(entry_of, studio.register.platforms.values()),
        _documents(studio),
        {id_: (jurisdiction.name, jurisdiction.parent) for id_, jurisdiction in site.jurisdictions.items()},
        {function.id: function.label for function in site.vocabularies.functions},
    )


def entry_of(platform: Platform) -> LookupEntry:
    """A platform as the lookup knows it."""
    former = dict.fromkeys(period.name for period in platform.names if period.name != platform.name)
    borders = (
        (b.from_.isoformat(), b.state.value, str(b.through) if b.through else None) for b in platform.standing
    )
    years = sorted({mention.on.year for mention in platform.mentions if mention.act in GIVING})
    return LookupEntry(
        id=platform.id,
        name=platform.name,
        former=tuple(former),
        operator=platform.operator,
        credit_code=platform.credit_code,
        functions=platform.functions,
        category=platform.category,
        location=platform.location,
        standing=tuple(borders),
        years=tuple(years),
    )


def _documents(studio: Studio) -> Iterator[LookupDocument]:
    for id_, document in studio.register.site.designations.items():
        yield LookupDocument(
            number=document.document_number,
            title=document.title,
            address=addresses.designation(id_, document.issued_on.year),
            on=str(document.issued_on),
            platforms=tuple(row.platform for act in document.acts for row in act.platforms),
        )
