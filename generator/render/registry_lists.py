# SPDX-License-Identifier: Apache-2.0
"""How is every platform reached without a script? By the years of documents and the letters of names.

No list grows with the register: a year has a line for each document, whose page has the list, and the names
of a letter are spread over pages.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.base import addresses, pinyin
from generator.base.days import in_chinese
from generator.model.overview import Overview
from generator.model.platform import Platform
from generator.render import heads
from generator.render.page import Page
from generator.render.studio import Studio

NAMES_ON_A_PAGE = 500
NAMES = "names"  # the lines of an overview from which the lists of letters are made
LABELS = {letter: letter.upper() for letter in pinyin.INITIALS} | {pinyin.OTHER: "其他"}


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of a year."""

    address: str
    day: str
    title: str
    number: str
    what: str


@dataclass(frozen=True, slots=True)
class NameLine:
    """One name, present or former, of a platform."""

    name: str
    id: str
    giver: str
    present: str  # the present name where this is a former one, else empty


def years(overview: Overview) -> list[tuple[str, str]]:
    """The label and the address of each year that has documents, the latest first."""
    found = {item.on.year for item in overview.items if item.source == "designation"}
    return [(f"{year}年", addresses.documents_of(year)) for year in sorted(found, reverse=True)]


def letters(overview: Overview) -> list[tuple[str, str]]:
    """The label and the address of each letter with which a name begins."""
    found = {line.partition("\t")[0] for line in overview.lines.get(NAMES, "").splitlines()}
    return [(LABELS[letter], addresses.letter(letter)) for letter in pinyin.INITIALS if letter in found]


def name_lines(platform: Platform) -> Iterator[str]:
    """A line for each name of a platform: letter, its place in the order, id, name, present name."""
    for written in dict.fromkeys([platform.name, *[period.name for period in platform.names]]):
        name = written.replace("\n", " ")  # a line feed can stand in a name, and is shown as a space
        present = "" if written == platform.name else platform.name.replace("\n", " ")
        fields = (pinyin.initial_of(name), *pinyin.in_order(name), platform.id, name, present)
        yield "\t".join(fields) + "\n"


def year_pages(studio: Studio) -> Iterator[Page]:
    """registry/years/ and a page for each year: its documents by jurisdiction."""
    register = studio.register
    yield _index(studio, addresses.YEARS, "按年份看名单", years(studio.overview))
    by_year: dict[int, dict[str, list[DocumentLine]]] = defaultdict(lambda: defaultdict(list))
    for item in sorted(studio.overview.items, key=lambda item: item.id):
        if item.source == "designation":
            line = DocumentLine(
                item.address, in_chinese(item.on), item.title, item.number or "", item.summary
            )
            by_year[item.on.year][item.jurisdiction].append(line)
    for year, groups in sorted(by_year.items()):
        count = sum(map(len, groups.values()))
        page = studio.page(
            "registry_year.html",
            addresses.documents_of(year),
            title=f"{year}年的名单文件",
            description=f"{year}年认定、复核、撤销等文件 {count} 份，各有名单",
            years_address=addresses.YEARS,
            groups=[
                (place.name, groups[id_])
                for id_, place in register.site.jurisdictions.items()
                if id_ in groups
            ],
            count=count,
        )
        yield _with_column(studio, page)


def letter_pages(studio: Studio) -> Iterator[Page]:
    """registry/letters/ and for each letter as many pages as its names need."""
    yield _index(studio, addresses.LETTERS, "按拼音首字母看名单", letters(studio.overview))
    by_letter: dict[str, list[NameLine]] = defaultdict(list)
    for line in sorted(studio.overview.lines.get(NAMES, "").splitlines()):
        letter, _, _, id_, name, present = line.split("\t")
        giver = studio.register.site.jurisdictions[id_.rsplit("-", 1)[0]].short_name
        by_letter[letter].append(NameLine(name, id_, giver, present))
    for letter in pinyin.INITIALS:
        lines = by_letter[letter]
        count = -(-len(lines) // NAMES_ON_A_PAGE)
        for number in range(1, count + 1):
            page = studio.page(
                "registry_letter.html",
                addresses.letter(letter, number),
                title=f"名称以{LABELS[letter]}开头的平台" + (f"（第{number}页）" if count > 1 else ""),
                description=f"现用名称和曾用名称按拼音以{LABELS[letter]}开头的平台，共 {len(lines)} 个名称",
                letters_address=addresses.LETTERS,
                lines=lines[(number - 1) * NAMES_ON_A_PAGE : number * NAMES_ON_A_PAGE],
                total=len(lines),
                number=number,
                others=[(n, addresses.letter(letter, n)) for n in range(1, count + 1)] if count > 1 else [],
            )
            yield _with_column(studio, page)


def _index(studio: Studio, address: str, title: str, entries: list[tuple[str, str]]) -> Page:
    """The page that leads to all years, or to all letters."""
    page = studio.page("registry_index.html", address, title=title, description=title, entries=entries)
    return _with_column(studio, page)


def _with_column(studio: Studio, page: Page) -> Page:
    return replace(page, head=heads.metas(heads.column(page.address, studio.register.site.settings)))
