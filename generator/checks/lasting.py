# SPDX-License-Identifier: Apache-2.0
"""Does every address that was ever published still answer, by its page or by leading to another?"""

from collections.abc import Iterable, Iterator, Mapping

from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks.compared import Change
from generator.derive.permanent import ALWAYS
from generator.model.redirect import Redirect
from generator.model.site import Site

LOCK = Location("registry/addresses.lock")
REDIRECTS = Location("registry/redirects.yaml")
RESTORE = f"恢复原来的文件和文件名；确实移走的，在 {REDIRECTS.file} 里各加一条："
MOST = 20  # so many are told one by one
Pages = Mapping[str, str | None]  # every page that must answer, with the file of its record


def published_addresses_answer(site: Site, pages: Pages) -> Iterator[Finding]:
    """发布过的网址（登记在 addresses.lock）都有网页，或在 registry/redirects.yaml 里写明移到哪里。"""
    gone = set(site.lock) - pages.keys() - {moved.from_ for moved in site.redirects}
    if gone:
        lines = {address: line for line, address in enumerate(site.lock, 1) if address in gone}
        yield from _unanswered((address, LOCK.placed(line, 1)) for address, line in lines.items())


def _unanswered(found: Iterable[tuple[str, Location]]) -> Iterator[Finding]:
    """A finding for each of the first addresses that lead nowhere, and one for all others."""
    gone = list(found)
    for address, place in gone[:MOST]:
        repair = f"{RESTORE}{{from: {address}, to: 新的网址/, since: 移走的日期, reason: 理由}}"
        yield Finding(place, f"发布过的网址 /{address} 打不开了", repair)
    if rest := gone[MOST:]:
        address, place = rest[0]
        message = f"还有 {len(rest)} 个发布过的网址打不开了，从 /{address} 起"
        yield Finding(place, message, f"{RESTORE}写法同上")


def redirects_lead_somewhere(site: Site, pages: Pages) -> Iterator[Finding]:
    """移走的网址各写一次，原来的网址上已没有网页，现在的网址是站内有的网页，不再转到别处。"""
    origins: dict[str, int] = {}
    for index, moved in enumerate(site.redirects):
        place = REDIRECTS.at(index)
        first = origins.setdefault(moved.from_, index)
        if first != index:
            yield Finding(place.at("from"), f"/{moved.from_} 前面已经写过（第 {first + 1} 条）", "只留一条")
        elif moved.from_ in pages or moved.from_ in ALWAYS:
            yield Finding(
                place.at("from"),
                f"/{moved.from_} 上现在有网页，不能又转到别处",
                "删去这一条；网页确实要移走的，先移走它的文件",
            )
    ends = {moved.from_: moved.to for moved in reversed(site.redirects)}  # of two the first counts
    for index, moved in enumerate(site.redirects):
        if moved.to in ends:
            yield _passed_on(REDIRECTS.at(index, "to"), moved, ends)
        elif moved.to not in pages and moved.to not in ALWAYS:
            yield Finding(
                REDIRECTS.at(index, "to"),
                f"站内没有网页 /{moved.to}",
                "核对网址；原来的网页没有可以代替的，写相近的一页，例如所在辖区的名单",
            )


def _passed_on(place: Location, moved: Redirect, ends: Mapping[str, str]) -> Finding:
    """The finding for an address that leads to one that has moved itself."""
    if moved.to == moved.from_:
        return Finding(place, "转到它自己，读者哪里也到不了", "改成站内有的网页")
    seen = [moved.from_, moved.to]
    while (address := ends.get(seen[-1])) is not None and address not in seen:
        seen.append(address)
    if address is not None:
        ring = " → ".join(f"/{step}" for step in [*seen, address])
        return Finding(place, f"转来转去回到原处：{ring}", "改成站内有的网页")
    return Finding(place, f"/{moved.to} 自己也已移走，读者要转几次", f"直接写最后的网址：to: {seen[-1]}")


def pages_before_a_change_answer(change: Change) -> Iterator[Finding]:
    """改动以前有网页的网址，改动以后仍有网页，或在 registry/redirects.yaml 里写明移到哪里。"""
    after = change.after
    if not after.is_whole:
        return
    known = after.pages.keys() | {moved.from_ for moved in after.base.redirects} | set(after.base.lock)
    lost = {address: file for address, file in change.before.pages.items() if address not in known}
    yield from _unanswered(
        (address, Location(file or REDIRECTS.file).placed(1, 1)) for address, file in lost.items()
    )


def ledgers_only_grow(change: Change) -> Iterator[Finding]:
    """网址登记册（registry/addresses.lock）只增不减；移走的网址（registry/redirects.yaml）一直保留。"""
    before, after = change.before.base, change.after.base
    lost = sorted(set(before.lock) - set(after.lock))
    if lost and LOCK.file not in after.unreadable:
        named = "、".join(f"/{address}" for address in lost[:3])
        message = f"少了 {len(lost)} 个网址：{named}{'等' if len(lost) > 3 else ''}"
        yield Finding(LOCK.placed(1, 1), message, "从版本库恢复这个文件；它由命令写出，只增不减，不用手改")
    kept = {moved.from_ for moved in after.redirects} | change.after.pages.keys()
    if REDIRECTS.file not in after.unreadable:
        for moved in before.redirects:
            if moved.from_ not in kept:
                message = f"少了 /{moved.from_} 移到哪里的一条，这个网址会打不开"
                yield Finding(REDIRECTS.placed(1, 1), message, "恢复这一条；可以改它的 to，不能删")
