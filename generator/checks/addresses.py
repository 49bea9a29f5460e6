# SPDX-License-Identifier: Apache-2.0
"""Does every record have an address of its own?"""

from collections import defaultdict
from collections.abc import Iterator

from generator.base import addresses
from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.derive.register import Register

TAKEN = (addresses.YEARS, addresses.LETTERS)


def addresses_are_unique(register: Register) -> Iterator[Finding]:
    """两份公告或认定文件的网址不得相同；同一年内换一个短名。辖区的编号不得占用名单的网址。"""
    holders: dict[str, list[Location]] = defaultdict(list)
    for id_, designation in register.site.designations.items():
        place = places.designation(id_)
        holders[addresses.designation(id_, designation.issued_on.year)].append(place)
        holders[addresses.api_designation(id_)].append(place)
    for id_ in register.site.notices:
        holders[addresses.notice(id_)].append(places.notice(id_))
    for index, id_ in enumerate(register.site.jurisdictions):
        if (address := addresses.registry_of(id_)) in TAKEN:
            place = places.vocabulary("jurisdictions").at(index, "id")
            yield Finding(place, f"网址 /{address} 已由按年份、按字母的名单占用", "换一个编号")
    for address, found in holders.items():
        for place in found[1:]:
            yield Finding(
                place,
                f"网址 /{address} 已由 {found[0].file} 占用",
                "改用另一个短名（文件名中日期以后的部分）",
            )
