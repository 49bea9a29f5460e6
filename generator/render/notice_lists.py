# SPDX-License-Identifier: Apache-2.0
"""How is every notice found? A list that is narrowed in the browser, and lists by year and by jurisdiction.

The page of all notices has the latest; what the browser narrows them by is fetched year by year, so that
twenty thousand notices are no burden. Without a script the lists by year and by jurisdiction have them all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.model.notice import Span
from generator.model.overview import Item
from generator.render.json_text import compact
from generator.render.notices import KINDS, next_border
from generator.render.page import Page
from generator.render.studio import Studio, window_days
from generator.render.subscriptions import Offers, Subscription, of_all

LATEST, ON_A_PAGE = 60, 200
DESCRIPTION = "申报通知、征求意见、公示、认定与撤销文件"


def by_year(items: Iterable[Item]) -> dict[int, list[Item]]:
    """The items of each year, the latest first."""
    years: dict[int, list[Item]] = {}
    for item in items:
        years.setdefault(item.on.year, []).append(item)
    return years


def by_jurisdiction(studio: Studio) -> dict[str, list[Item]]:
    """The items of each jurisdiction that has any, in the order of the jurisdictions."""
    found: dict[str, list[Item]] = {id_: [] for id_ in studio.register.site.jurisdictions}
    for item in studio.overview.items:
        found[item.jurisdiction].append(item)
    return {id_: items for id_, items in found.items() if items}


def notices_page(studio: Studio) -> Iterator[Page]:
    """The latest notices and documents, and the ways to all others."""
    jurisdictions, items = studio.register.site.jurisdictions, studio.overview.items
    yield studio.page(
        "notices.html",
        addresses.NOTICES,
        title="公告",
        description=DESCRIPTION,
        scripts=("notices.js",),
        years=by_year(items[:LATEST]),
        counts={year: len(of_year) for year, of_year in by_year(items).items()},
        places=[(jurisdictions[id_], len(found)) for id_, found in by_jurisdiction(studio).items()],
        subscriptions=of_all(),
        next_change=next_border(studio, _windows(items)),
    )


def year_pages(studio: Studio) -> Iterator[Page]:
    """The notices and documents of each year, on as many pages as they need."""
    for year, items in by_year(studio.overview.items).items():
        sheets = [addresses.notices_of_year(year, number) for number in _numbers(items)]
        yield from _archive(studio, f"{year}年的公告", f"{year}年", items, sheets)


def jurisdiction_pages(studio: Studio) -> Iterator[Page]:
    """The notices and documents of each jurisdiction, on as many pages as they need."""
    offers = Offers.of(studio)
    for id_, items in by_jurisdiction(studio).items():
        place = studio.register.site.jurisdictions[id_]
        sheets = [addresses.notices_in(id_, number) for number in _numbers(items)]
        for page in _archive(studio, f"{place.name}的公告", place.name, items, sheets, offers.at(place)):
            yield replace(page, head=offers.head(page.address, place))


def _numbers(items: Sequence[Item]) -> range:
    return range(1, -(-len(items) // ON_A_PAGE) + 1)


def _archive(
    studio: Studio,
    heading: str,
    step: str,
    items: Sequence[Item],
    sheets: Sequence[str],
    subscriptions: Sequence[Subscription] = (),
) -> Iterator[Page]:
    """One list on its pages."""
    for number, address in enumerate(sheets, 1):
        sheet = items[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        yield studio.page(
            "notices_archive.html",
            address,
            title=heading + (f"（第{number}页）" if number > 1 else ""),
            description=f"{heading}：{DESCRIPTION}",
            heading=heading,
            step=step,
            items=sheet,
            number=number,
            sheets=sheets,
            total=len(items),
            subscriptions=subscriptions if number == 1 else (),
            next_change=next_border(studio, _windows(sheet)),
        )


def _windows(items: Iterable[Item]) -> list[Span]:
    return [window for item in items for window in item.windows]


def index_files(studio: Studio) -> Iterator[OutputFile]:
    """What the browser narrows the list by: counts of everything, and a file for each year."""
    site, items = studio.register.site, studio.overview.items
    years = by_year(items)
    counted = Counter((item.on.year, item.kind_id, item.jurisdiction) for item in items)
    kinds = {item.kind_id for item in items}
    head = {
        "kinds": [[id_, label] for id_, label in KINDS.items() if id_ in kinds],
        "places": [[id_, site.jurisdictions[id_].name] for id_ in by_jurisdiction(studio)],
        # The last day on which a window of the year's notices may be open; null where there is none.
        "years": [[year, _last(of_year)] for year, of_year in years.items()],
        "counts": [[*key, count] for key, count in sorted(counted.items(), reverse=True)],
    }
    if items:
        yield OutputFile(addresses.NOTICE_INDEX, compact(head).encode())
    for year, of_year in years.items():
        rows = ",\n".join(compact(_row(item)) for item in of_year)
        yield OutputFile(addresses.notice_index_of(year), f"[\n{rows}\n]\n".encode())


def _last(items: Iterable[Item]) -> str | None:
    last = max((window.last for window in _windows(items)), default=None)
    return last.isoformat() if last else None


def _row(item: Item) -> list[Any]:
    """A notice in the order that site_config/scripts/notices/rows.js reads."""
    path = item.address.removeprefix(addresses.NOTICES)
    days = [window_days(window) for window in item.windows]
    return [path, str(item.on), item.kind_id, item.jurisdiction, item.title, item.number or "", days]
