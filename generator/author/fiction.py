# SPDX-License-Identifier: Apache-2.0
"""What would a register of any size look like? A wholly fictitious one, as authorities would publish it.

Ten years of annual lists in fictitious places: designations, renewals, revocations, renamings, calls. The
same number of platforms gives the same bytes. Every title carries 虚构.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.author.fictitious_words import BRAND_CHARACTERS, FIELDS, ORGANIZATIONS, PLACE_CHARACTERS
from generator.base.identifiers import credit_code_check_character
from generator.base.output_file import OutputFile

FIRST_YEAR, LAST_YEAR = 2016, 2025
PER_JURISDICTION = 250
NOTICES_PER_JURISDICTION = 50
TODAY = date(2026, 1, 5)

FUNCTIONS = ("information", "technology", "entrepreneurship", "training", "financing", "consulting")
CATEGORIES = ("综合类", "专业类")
CITED = "unit: 万元, article: 第一条"


@dataclass(slots=True)
class _Holder:
    """A fictitious platform while its history is made up."""

    id: str
    name: str
    code: str
    operator: str
    functions: tuple[str, ...]
    category: str
    place: str
    since: int  # year of the latest designation or renewal
    alive: bool = True


@dataclass(slots=True)
class _Place:
    """A fictitious jurisdiction."""

    id: str
    name: str
    level: str
    parent: str | None
    holders: list[_Holder] = field(default_factory=list)


def first_place(platforms: int, seed: int = 1) -> tuple[str, str]:
    """The id and the name of the first jurisdiction of such a register."""
    place = _places(_how_many_places(platforms), random.Random(seed))[0]  # noqa: S311
    return place.id, place.name


def fictitious_register(platforms: int, seed: int = 1) -> Iterator[OutputFile]:
    """Every source file below registry/ and content/notices/ of a register with so many platforms."""
    chance = random.Random(seed)  # noqa: S311  (nothing here is secret)
    places = _places(_how_many_places(platforms), chance)
    yield _jurisdictions(places)
    taken: set[str] = set()
    for number, place in enumerate(places):
        share = platforms // len(places) + (number < platforms % len(places))
        yield from _rulesets(place)
        yield from _history(place, share, taken, chance)
        yield from _notices(place, round(NOTICES_PER_JURISDICTION * share / PER_JURISDICTION))


def _how_many_places(platforms: int) -> int:
    return max(1, round(platforms / PER_JURISDICTION))


def _places(count: int, chance: random.Random) -> list[_Place]:
    """A country, about one province for twelve places, and cities, all with names that exist nowhere."""
    names: list[str] = []
    while len(names) < count:
        name = "".join(chance.sample(PLACE_CHARACTERS, 2))
        if name not in names:
            names.append(name)
    places = []
    province: str | None = None
    for number, name in enumerate(names):
        id_ = f"fictitious-{_letters(number)}"
        if number % 13 == 0:
            places.append(_Place(id_, f"虚构{name}省", "province", None))
            province = id_
        else:
            places.append(_Place(id_, f"虚构{name}市", "city", province))
    return places


def _letters(number: int) -> str:
    """0 → aa, 1 → ab, … : ids of jurisdictions have no digits."""
    return chr(97 + number // 26) + chr(97 + number % 26)


def _jurisdictions(places: list[_Place]) -> OutputFile:
    lines = ["# 虚构的辖区，只供演示和测量。"]
    for place in places:
        parent = f", parent: {place.parent}" if place.parent else ""
        named = f"name: {place.name}, short_name: {place.name[2:4]}, level: {place.level}{parent}"
        lines.append(f"- {{id: {place.id}, {named}, coverage: {{complete: true, note: 虚构的名单。}}}}")
    return _file("registry/vocabularies/jurisdictions.yaml", lines)


def _file(path: str, lines: list[str]) -> OutputFile:
    return OutputFile(path, ("\n".join(lines) + "\n").encode())


def _source(place: _Place) -> list[str]:
    read = f"url: 'https://{place.id}.example/list', retrieved_on: {TODAY}"
    return [
        f"source: {{kind: official, publisher: {place.name}工业和信息化局, {read}}}",
        f"checked_on: {TODAY}",
    ]


def _rulesets(place: _Place) -> Iterator[OutputFile]:
    """Two versions: one of 2015, replaced by one of 2021."""
    for year, supersedes in ((2015, None), (2021, 2015)):
        lines = [
            f"title: {place.name}中小企业公共服务示范平台认定管理办法（虚构，{year}年）",
            f"document_number: 虚工信〔{year}〕1号",
            f"issuer: {place.name}工业和信息化局",
            "stage: issued",
            "text: full",
            f"issued_on: {year}-01-10",
            f"in_force: {{starts: stated-day, from: {year}-02-01, article: 第三条}}",
        ]
        if supersedes:
            lines.append(f"supersedes: [{{ruleset: {place.id}/{supersedes}, article: 第三条}}]")
        lines += [
            "validity: {years: 3, reapply: in-last-year, article: 第二条}",
            f"publicity: {{working_days: 7, channels: [{place.name}工业和信息化局网站], article: 第二条}}",
            "criteria:",
            f"  - {{id: total-assets, metric: total_assets, at_least: {100 if supersedes else 50}, {CITED}}}",
            "articles:",
            "  - {number: 1, heading: 条件, digest: 虚构的条件。}",
            "  - {number: 2, heading: 有效期和公示, digest: 虚构的三年和七个工作日。}",
            "  - {number: 3, heading: 施行, digest: 虚构的施行日期。}",
            *_source(place),
        ]
        yield _file(f"registry/rulesets/{place.id}/{year}.yaml", lines)
        yield _file(f"registry/cases/{place.id}/{year}.yaml", _cases(100 if supersedes else 50, year))


def _cases(assets: int, year: int) -> list[str]:
    """The one condition met, missed by one, and not known."""
    return [
        "name: 样例机构（虚构）",
        f"day: {year}-06-01",
        "organization:",
        f"  figures: {{total_assets: {assets}万元}}",
        "cases:",
        "  - {name: 恰好达到, verdict: met}",
        "  - name: 差1万元",
        f"    changes: {{figures: {{total_assets: {assets - 1}万元}}}}",
        "    verdict: not-met",
        "    expects: [{condition: total-assets, state: not-met, gap: 还差1万元}]",
        "  - {name: 不知道, forgets: [total_assets], verdict: unknown}",
    ]


def _history(place: _Place, share: int, taken: set[str], chance: random.Random) -> Iterator[OutputFile]:
    """One list a year, and in most years a document of revocations and renamings."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    for year in years:
        new = share // len(years) + (year - FIRST_YEAR < share % len(years))
        fresh = [_holder(place, number, year, taken, chance) for number in range(new)]
        due = [h for h in place.holders if h.alive and h.since == year - 3]
        renewed = [holder for holder in due if chance.random() < 0.7]
        for holder in renewed:
            holder.since = year
        place.holders += fresh
        yield from _annual_list(place, year, fresh, renewed)
        yield from _changes(place, year, taken, chance)


def _holder(place: _Place, nth: int, year: int, taken: set[str], chance: random.Random) -> _Holder:
    """The nth new fictitious platform of a year, with a name and a code that nobody bears."""
    while True:
        brand = "".join(chance.sample(BRAND_CHARACTERS, 2))
        where = chance.choice(("", place.name[2:4], place.name[2:]))
        name = f"{where}{brand}{chance.choice(FIELDS)}{chance.choice(ORGANIZATIONS)}"
        if name not in taken:
            taken.add(name)
            break
    first = "91" + f"{chance.randrange(990000, 999999)}" + f"{chance.randrange(10**9):09}"
    functions = tuple(sorted(chance.sample(FUNCTIONS, chance.choice((1, 1, 2, 3)))))
    return _Holder(
        id=f"{place.id}-{len(place.holders) + nth + 1:04}",
        name=name,
        code=first + credit_code_check_character(first),
        operator=f"{brand}{chance.choice(('集团', '控股', '实业'))}有限公司" if chance.random() < 0.3 else "",
        functions=functions,
        category=chance.choice(CATEGORIES),
        place=f"{place.name}{chance.choice('东西南北中')}区",
        since=year,
    )


def _row(holder: _Holder, *, full: bool) -> str:
    parts = [f"platform: {holder.id}", f"name: {holder.name}"]
    if full:
        if holder.operator:
            parts.append(f"operator: {holder.operator}")
        parts += [
            f"credit_code: '{holder.code}'",
            f"functions: [{', '.join(holder.functions)}]",
            f"category: {holder.category}",
            f"location: {holder.place}",
        ]
    return f"      - {{{', '.join(parts)}}}"


def _document(place: _Place, title: str, number: int, day: date, acts: list[str]) -> list[str]:
    version = 2015 if day < date(2021, 2, 1) else 2021
    return [
        f"title: {title}（虚构）",
        f"document_number: 虚工信〔{day.year}〕{number}号",
        f"issuer: {place.name}工业和信息化局",
        f"issued_on: {day}",
        f"ruleset: {place.id}/{version}",
        "acts:",
        *acts,
        *_source(place),
    ]


def _act(kind: str, rows: list[str]) -> list[str]:
    if not rows:
        return []
    return [
        f"  - kind: {kind}",
        f"    stated_count: {len(rows)}",
        "    complete: true",
        "    platforms:",
        *rows,
    ]


def _annual_list(
    place: _Place, year: int, fresh: list[_Holder], renewed: list[_Holder]
) -> Iterator[OutputFile]:
    acts = _act("designate", [_row(holder, full=True) for holder in fresh])
    acts += _act("renew", [_row(holder, full=False) for holder in renewed])
    if acts:
        title = f"关于公布{year}年度{place.name}中小企业公共服务示范平台名单的通知"
        lines = _document(place, title, 20, date(year, 6, 1), acts)
        yield _file(f"registry/designations/{place.id}/{year}-06-01-list-of-{year}.yaml", lines)


def _changes(place: _Place, year: int, taken: set[str], chance: random.Random) -> Iterator[OutputFile]:
    """Some titles revoked, some names changed, in most years."""
    running = [h for h in place.holders if h.alive and h.since > year - 3]
    if not running or chance.random() < 0.2:
        return
    revoked = chance.sample(running, min(len(running), chance.choice((0, 1, 1, 2))))
    for holder in revoked:
        holder.alive = False
    renamed = [h for h in chance.sample(running, min(len(running), chance.choice((0, 1, 2)))) if h.alive]
    for holder in renamed:
        name = f"{holder.name[:-4]}综合{holder.name[-4:]}"
        if name not in taken:
            taken.add(name)
            holder.name = name
    rows = [_row(holder, full=False) for holder in renamed if "综合" in holder.name]
    acts = _act("revoke", [_row(holder, full=False) for holder in revoked]) + _act("rename", rows)
    if acts:
        lines = _document(place, f"关于{year}年度示范平台变更和撤销的通知", 40, date(year, 11, 20), acts)
        yield _file(f"registry/designations/{place.id}/{year}-11-20-changes-of-{year}.yaml", lines)


def _notices(place: _Place, count: int) -> Iterator[OutputFile]:
    """Calls for applications, several a year."""
    for number in range(count):
        year = FIRST_YEAR + number % (LAST_YEAR - FIRST_YEAR + 1)
        month = 1 + number // (LAST_YEAR - FIRST_YEAR + 1)
        lines = [
            "---",
            "kind: call",
            f"title: 关于组织申报{year}年度示范平台的通知（虚构，第{month}次）",
            f"jurisdiction: {place.id}",
            f"document_number: 虚工信〔{year}〕{50 + month}号",
            f"issuer: {place.name}工业和信息化局",
            f"issued_on: {year}-{month:02}-15",
            "summary: 虚构的申报通知。",
            f"windows: [{{what: 报送材料, from: {year}-{month:02}-15, through: {year}-{month + 1:02}-20}}]",
            *_source(place),
            "---",
            "",
            "虚构的申报通知，只供演示和测量。",
            "",
            "- 报送申请报告；",
            "- 报送证明材料。",
        ]
        yield _file(f"content/notices/{year}/{year}-{month:02}-15-{place.id}-call-{month}.md", lines)
