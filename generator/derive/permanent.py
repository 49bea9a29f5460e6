# SPDX-License-Identifier: Apache-2.0
"""Which pages must answer for ever? One for each record; what stands beside a page goes with it.

Lists made of other pages (years, letters, quarters) follow from these and are not counted. Neither are
platforms that only lists name which are not shown for ever, nor attachments: these may have to be taken down.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.base import addresses
from generator.derive.addressed import prose_page
from generator.derive.papers import papers_of
from generator.derive.register import Register
from generator.derive.withheld import shown_until

# Pages that are there whatever the records are.
ALWAYS = frozenset(
    (
        addresses.REGISTRY,
        addresses.YEARS,
        addresses.LETTERS,
        addresses.BULK_CHECK,
        addresses.SELF_CHECK,
        addresses.FORMS,
        addresses.COMPARE,
        addresses.NOTICES,
        addresses.FINDINGS,
        "guides/",
        "data/",
        "review/",
    )
)


def lasting_platforms(register: Register) -> tuple[str, ...]:
    """The platforms of a shard whose pages stay."""
    documents = register.site.designations
    return tuple(id_ for id_, known in register.platforms.items() if shown_until(known, documents) is None)


def lasting_pages(
    base: Register, addressed: Iterable[Mapping[str, str]], platforms: Iterable[Iterable[str]]
) -> dict[str, str | None]:
    """Every page that must answer, with the file of its record; None for what many documents make.

    Of the shards these are told: the addresses of notices and documents, and the platforms that stay.
    """
    pages: dict[str, str | None] = dict(_of_base(base))
    for found in addressed:
        pages |= {address: file for address, file in found.items() if address.endswith("/")}
    for ids in platforms:
        pages |= {addresses.platform(id_): None for id_ in ids}
        pages |= {addresses.registry_of(place): None for place in {id_.rsplit("-", 1)[0] for id_ in ids}}
    return pages


def _of_base(base: Register) -> Iterator[tuple[str, str]]:
    """The pages of prose, versions and forms."""
    site = base.site
    for path in site.prose:
        if address := prose_page(path):  # the first page has none of its own
            yield address, f"content/{path}"
    for id_ in site.rulesets:
        file = f"registry/rulesets/{id_}.yaml"
        yield addresses.guide(id_.split("/", maxsplit=1)[0]), file
        yield addresses.ruleset(id_), file
        papers = papers_of(base, id_) if id_.split("/", maxsplit=1)[0] in site.jurisdictions else ()
        for paper in papers:  # of an unknown jurisdiction there are none; that is told elsewhere
            yield addresses.form(paper.id), file if paper.is_ours else f"registry/forms/{paper.id}.yaml"
