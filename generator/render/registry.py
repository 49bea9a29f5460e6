# SPDX-License-Identifier: Apache-2.0
"""The registry: the lookup, and the list of each jurisdiction."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.base import addresses
from generator.model.designation import Designation, Tier
from generator.model.jurisdiction import Jurisdiction
from generator.model.platform import Platform
from generator.render import heads, registry_lists, subscriptions, words
from generator.render.page import Page
from generator.render.studio import Studio, standing_data

NO_TERM = "没有认定记录"


@dataclass(frozen=True, slots=True)
class PlatformLine:
    """One platform in the list of its jurisdiction."""

    id: str
    name: str
    tier: str  # where it is not that of demonstration platforms
    location: str
    days: str
    standing: Markup


def lookup_page(studio: Studio) -> Iterator[Page]:
    """The page on which platforms are looked up, with the ways to all of them that need no script."""
    register = studio.register
    counted = [
        (place, studio.overview.platforms.get(id_, 0)) for id_, place in register.site.jurisdictions.items()
    ]
    page = studio.page(
        "registry.html",
        addresses.REGISTRY,
        title="查询示范平台",
        description="按名称、曾用名、运营单位或统一社会信用代码查询示范平台",
        scripts=("lookup.js",),
        next_change=min(studio.overview.next_changes.values(), default=None),
        listed=[(place, count) for place, count in counted if count],
        years=registry_lists.years(studio.overview),
        letters=registry_lists.letters(studio.overview),
    )
    yield _with_column(studio, page)


def list_pages(studio: Studio) -> Iterator[Page]:
    """The list of each jurisdiction that has platforms."""
    register = studio.register
    documents: dict[str, list[tuple[str, Designation]]] = defaultdict(list)
    for id_, document in register.site.designations.items():
        documents[id_.split("/", maxsplit=1)[0]].append((id_, document))
    for id_, jurisdiction in register.site.jurisdictions.items():
        if platforms := register.platforms_of(id_):
            yield _list_page(studio, jurisdiction, platforms, documents[id_])


def _list_page(
    studio: Studio,
    jurisdiction: Jurisdiction,
    platforms: list[Platform],
    documents: list[tuple[str, Designation]],
) -> Page:
    page = studio.page(
        "list.html",
        addresses.registry_of(jurisdiction.id),
        title=f"{jurisdiction.name}平台名单",
        description=f"本站收录的{jurisdiction.name}平台 {len(platforms)} 家",
        next_change=studio.soonest(*(platform.standing for platform in platforms)),
        jurisdiction=jurisdiction,
        lines=[_line(platform) for platform in platforms],
        documents=documents,
        subscriptions=subscriptions.of_list(jurisdiction),
    )
    page = _with_column(studio, page)
    return replace(page, head=f"{page.head}\n{subscriptions.feed_link(page.address, jurisdiction)}")


def _line(platform: Platform) -> PlatformLine:
    return PlatformLine(
        platform.id,
        platform.name,
        "" if platform.tier is Tier.DEMONSTRATION else platform.tier.label,
        platform.location or "未载",
        words.term(platform.terms[-1]) if platform.terms else NO_TERM,
        Markup(standing_data(platform.standing)),  # noqa: S704  (days and words of our own)
    )


def _with_column(studio: Studio, page: Page) -> Page:
    return replace(page, head=heads.metas(heads.column(page.address, studio.register.site.settings)))
