# SPDX-License-Identifier: Apache-2.0
"""Do lists agree with what documents state of them, with the law they cite, and with what came before?"""

from collections import defaultdict
from collections.abc import Iterator

from generator.base.days import PartialDate
from generator.base.finding import Finding
from generator.base.identifiers import free_platform_ids, is_placeholder, next_platform_id
from generator.base.location import Location
from generator.checks import places
from generator.derive import terms
from generator.derive.register import Register
from generator.model.designation import Act, ActKind, Designation
from generator.model.procedure import TermEnd, Validity
from generator.model.site import Site

GRANTING = (ActKind.DESIGNATE, ActKind.RENEW)
LISTING = (*GRANTING, ActKind.PROPOSE, ActKind.REVOKE)


def counts_agree_with_rows(register: Register) -> Iterator[Finding]:
    """complete: true 时，名单的行数等于文件所称的家数；complete: false 时，行数更少。"""
    for place, _, act in _acts(register.site):
        rows, stated = len(act.platforms), act.stated_count
        if act.kind not in LISTING:
            continue
        if act.complete and rows != stated:
            claim = f"文件称 {stated} 家" if stated else "没有写明文件所称的家数"
            yield Finding(
                place.at("stated_count"),
                f"写明录全，{claim}，名单却有 {rows} 行",
                f"核对名单；家数是 {rows} 的，stated_count 写 {rows}；没有录全的，complete 写 false",
            )
        elif not act.complete and stated is not None and rows >= stated:
            yield Finding(
                place.at("complete"),
                f"写明没有录全，名单 {rows} 行却不少于文件所称的 {stated} 家",
                "已经录全的，complete 写 true；否则核对 stated_count 和名单",
            )


def acts_fit_what_came_before(register: Register) -> Iterator[Finding]:
    """认定、复核、撤销、更名、更正、撤回，须与平台此前的状态相符；编号不得给另一个平台重复使用。"""
    site = register.site
    readable = _readable_histories(site)
    confused = {platform for _, platform, _, _ in _holders_of_the_same(register)}  # that is told already
    for conflict in register.conflicts:
        act = site.designations[conflict.document].acts[int(conflict.keys[1])]
        named = {act.platforms[int(row)].platform for row in conflict.keys[3:4]}
        if (
            conflict.document.split("/")[0] in readable
            and (act.undoes or "") in {*site.designations, ""}
            and named.isdisjoint(confused)
        ):
            place = places.designation(conflict.document).at(*conflict.keys)
            yield Finding(place, conflict.message, conflict.repair)


def _readable_histories(site: Site) -> set[str]:
    """The jurisdictions whose documents tell their history: all are read, no number stands in two rows."""
    folders = {id_.split("/")[0] for id_ in site.designations}
    twice = {id_.split("/")[0] for _, id_, act in _acts(site) if any(_rows_again(act))}
    unread = {folder for folder in folders if site.has_unreadable(f"registry/designations/{folder}")}
    return set() if site.has_stray else folders - twice - unread


def _rows_again(act: Act) -> Iterator[tuple[int, int]]:
    """Rows whose platform stands in an earlier row of the same act already, with that row."""
    ids = [row.platform for row in act.platforms]
    firsts: dict[str, int] = {}
    for index, id_ in enumerate(ids):
        if firsts.setdefault(id_, index) != index and not is_placeholder(id_):
            yield index, firsts[id_]


def platforms_are_listed_once_in_an_act(register: Register) -> Iterator[Finding]:
    """同一份名单里，同一平台编号只出现一次。"""
    for place, id_, act in _acts(register.site):
        for index, first in _rows_again(act):
            row = act.platforms[index]
            free = next_platform_id(id_.split("/")[0], register.platforms)
            yield Finding(
                place.at("platforms", index, "platform"),
                f"编号 {row.platform} 在这份名单里已经写过（第 {first + 1} 家）",
                f"写重了的，删去这一行；“{row.name}”是另一个平台的，用它自己的编号，新平台写 {free}",
            )


def platform_ids_are_given(register: Register) -> Iterator[Finding]:
    """新平台的编号先写 辖区-0000，这里按顺序给出可用的编号；编号以本辖区开头。"""
    free: dict[str, Iterator[str]] = {}
    readable = _readable_histories(register.site)
    for id_, designation in register.site.designations.items():
        jurisdiction = id_.split("/")[0]
        if jurisdiction not in free:
            free[jurisdiction] = free_platform_ids(jurisdiction, register.platforms)
        for a, act in enumerate(designation.acts):
            for r, row in enumerate(act.platforms):
                place = places.designation(id_).at("acts", a, "platforms", r, "platform")
                if row.platform.rsplit("-", 1)[0] != jurisdiction:
                    yield Finding(
                        place,
                        f"编号 {row.platform} 不属于本辖区（{jurisdiction}）",
                        f"写作 {jurisdiction}-四位以上数字",
                    )
                elif is_placeholder(row.platform) and jurisdiction in readable:
                    given = next(free[jurisdiction])
                    yield Finding(place, f"“{row.name}”还没有编号", f"改为 platform: {given}")


def names_and_codes_belong_to_one_platform(register: Register) -> Iterator[Finding]:
    """同一辖区内，同一名称（含曾用名）或同一信用代码只属于一个平台编号。"""
    for place, _, value, other in _holders_of_the_same(register):
        yield Finding(
            place,
            f"“{value}”已经是 {other} 的",
            f"同一个平台用已有的编号 {other}；确是两个平台的，核对名称和代码",
        )


def _holders_of_the_same(register: Register) -> Iterator[tuple[Location, str, str, str]]:
    """Places of names and codes that an earlier platform has, with the platform, the value and that one."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for platform in register.platforms.values():
        for name in platform.names:
            holders[platform.jurisdiction, name.name].add(platform.id)
        if platform.credit_code:
            holders[platform.jurisdiction, platform.credit_code].add(platform.id)
    for place, id_, act in _acts(register.site):
        jurisdiction = id_.split("/")[0]
        for index, row in enumerate(act.platforms):
            for field, value in (("name", row.name), ("credit_code", row.credit_code)):
                others = sorted(holders.get((jurisdiction, value or ""), set()) - {row.platform})
                if others and int(row.platform.rsplit("-", 1)[1]) > int(others[0].rsplit("-", 1)[1]):
                    yield place.at("platforms", index, field), row.platform, value or "", others[0]


def typed_terms_agree_with_the_law(register: Register) -> Iterator[Finding]:
    """文件写明的有效期首末日，须与所依据版本的有效期相符；不符的写明 term_basis，并由文件载明。"""
    for place, id_, act in _acts(register.site):
        designation = register.site.designations[id_]
        if act.kind not in GRANTING or not (act.from_ or act.through):
            continue
        if act.term_basis is None:
            yield Finding(
                place.at("through" if act.through else "from"),
                "写了有效期的日期，却没有写见于何处",
                "补上 term_basis，例如 term_basis: 通知正文第二段；文件没有写的，删去 from 和 through",
            )
        validity = _validity(register.site, designation)
        expected = _expected(designation, act, validity)
        if act.through and expected and str(expected) != str(act.through):
            yield Finding(
                place.at("through"),
                f"末日写作 {act.through}，按 {designation.ruleset} 推算是 {expected}",
                f"改为 {expected}；文件确实另有规定的，在 source.note 里写明，并把办法的 term_end 核对一遍",
            )


def _validity(site: Site, designation: Designation) -> Validity | None:
    ruleset = site.rulesets.get(designation.ruleset or "")
    return ruleset.validity if ruleset else None


def _expected(designation: Designation, act: Act, validity: Validity | None) -> PartialDate | None:
    """The last day that the law gives, where it gives one."""
    if validity is None or validity.kind == "review" or act.kind is ActKind.RENEW:
        return None
    first = act.from_
    if first is None and validity.term_end is TermEnd.CALENDAR_YEARS:
        first = PartialDate(designation.issued_on.year + 1, 1, 1)
    start = (first or designation.issued_on).exact
    return PartialDate.parse(terms.last_day(start, validity)) if start else None


def _acts(site: Site) -> Iterator[tuple[Location, str, Act]]:
    """Every act with its place and document."""
    for id_, designation in site.designations.items():
        for index, act in enumerate(designation.acts):
            yield places.designation(id_).at("acts", index), id_, act
