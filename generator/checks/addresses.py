# SPDX-License-Identifier: Apache-2.0
"""Does every record have an address of its own?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.base import addresses
from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.derive.register import Register
from generator.model.site import Site

REPAIR = "改用另一个短名（文件名中日期以后的部分）"
TAKEN = (addresses.YEARS, addresses.LETTERS, addresses.BULK_CHECK)


def addresses_are_unique(register: Register) -> Iterator[Finding]:
    """两份公告或认定文件的网址不得相同；同一年内换一个短名。辖区的编号不得占用名单和批量核对的网址。"""
    holders: dict[str, list[str]] = defaultdict(list)
    for address, file in _claims(register.site):
        holders[address].append(file)
    for index, id_ in enumerate(register.site.jurisdictions):
        if (address := addresses.registry_of(id_)) in TAKEN:
            place = places.vocabulary("jurisdictions").at(index, "id")
            yield Finding(place, f"网址 /{address} 已由按年份、按字母的名单或批量核对占用", "换一个编号")
        if id_ == addresses.FEED_OF_ALL:
            place = places.vocabulary("jurisdictions").at(index, "id")
            yield Finding(place, f"网址 /{addresses.feed(id_)}.atom 已由全部公告的订阅占用", "换一个编号")
    for address, files in holders.items():
        for file in files[1:]:
            yield Finding(Location(file), f"网址 /{address} 已由 {files[0]} 占用", REPAIR)


def taken_twice(parts: Iterable[Mapping[str, str]]) -> Iterator[Finding]:
    """The same between parts of the site, of which each tells its addresses with their files."""
    holders: dict[str, str] = {}
    for part in parts:
        for address, file in part.items():
            holder = holders.setdefault(address, file)
            if holder != file:
                first, second = sorted((holder, file))
                message = f"网址 /{address} 已由 {first} 占用"
                yield Finding(Location(second), message, REPAIR).placed(1, 1)


def addresses_of(site: Site) -> dict[str, str]:
    """The addresses of notices and designation documents, with the file of each."""
    return dict(_claims(site))


def _claims(site: Site) -> Iterator[tuple[str, str]]:
    for id_, designation in site.designations.items():
        file = places.designation(id_).file
        yield addresses.designation(id_, designation.issued_on.year), file
        yield addresses.api_designation(id_), file
    for id_ in site.notices:
        yield addresses.notice(id_), places.notice(id_).file
