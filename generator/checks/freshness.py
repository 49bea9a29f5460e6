# SPDX-License-Identifier: Apache-2.0
"""Which columns have had nothing new for longer than the settings allow? Told to editors, never to readers.

A column is the notices of a jurisdiction, or its designation documents; one that never had anything is none.
What is new in a column only shows when all parts of the site are seen together, so each tells its newest.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks import places
from generator.derive.register import Register
from generator.model.site import Site

SETTINGS = Location("site_config/site.yaml")
NOTICES, DESIGNATIONS = "notices", "designations"
COLUMNS = ((NOTICES, "notices_days", "公告"), (DESIGNATIONS, "designations_days", "认定文件"))


def versions_were_checked_lately(register: Register) -> Iterator[Finding]:
    """办法与来源的核对没有超过设置的天数；超过的只提示。"""
    site = register.site
    if site.settings.freshness is None:
        return
    for id_, version in site.rulesets.items():
        age = (site.as_of - version.checked_on).days
        if age > site.settings.freshness.rulesets_days:
            yield Finding(
                places.ruleset(id_).at("checked_on"),
                f"距最近核对已有 {age} 天，超过设置的 {site.settings.freshness.rulesets_days} 天",
                "与来源再核对一次，改写 checked_on",
                level=Level.NOTE,
            )


def newest_of(site: Site) -> dict[str, date]:
    """The day of the newest of each column in a part of the site."""
    found: dict[str, date] = {}
    told = [(f"{NOTICES}/{n.front.jurisdiction}", n.front.issued_on.last) for n in site.notices.values()]
    told += [
        (f"{DESIGNATIONS}/{id_.split('/')[0]}", document.issued_on.last)
        for id_, document in site.designations.items()
    ]
    for column, day in told:
        found[column] = max(day, found.get(column, day))
    return found


def columns_are_kept_up(base: Site, parts: Iterable[Mapping[str, date]]) -> Iterator[Finding]:
    """各辖区的公告和认定文件，没有新内容的时间不超过设置的天数；超过的只提示。"""
    limits = base.settings.freshness
    if limits is None:
        return
    newest: dict[str, date] = {}
    for part in parts:
        for column, day in part.items():
            newest[column] = max(day, newest.get(column, day))
    for column, field, label in COLUMNS:
        days = getattr(limits, field)
        stale = [
            f"{place.short_name}（最近 {newest[key]}）"
            for id_, place in base.jurisdictions.items()
            if (key := f"{column}/{id_}") in newest and (base.as_of - newest[key]).days > days
        ]
        if stale:
            yield Finding(
                SETTINGS.at("freshness", field),
                f"{len(stale)}个辖区的{label}超过 {days} 天没有新内容：{'、'.join(stale)}",
                "到这些机关的网站看看有没有新的；确实没有的不必改",
                level=Level.NOTE,
            )
