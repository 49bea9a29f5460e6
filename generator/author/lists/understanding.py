# SPDX-License-Identifier: Apache-2.0
"""What does a whole list say, over all its sheets, and how many does it say that it holds?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.author.lists.entries import Entry, Reading, read, stated_counts
from generator.author.lists.layout import CODE, Layout, head_of, layout_of, place_of
from generator.base.finding import Finding
from generator.base.location import Location
from generator.derive.claims import claims_in
from generator.load.lists.sheet import Sheet
from generator.model.designation import ActKind, NamedBy


@dataclass(frozen=True, slots=True)
class Count:
    """How many a list says that it holds, where it says so, and what somebody should look at."""

    stated: int | None
    words: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A list as it is understood: nothing of it is taken while there are findings."""

    readings: tuple[Reading, ...]
    skipped: tuple[tuple[Sheet, str], ...]  # sheets that are none of the list, and why
    findings: tuple[Finding, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All rows that are taken, in the order of the list."""
        return tuple(entry for reading in self.readings for entry in reading.entries)

    @property
    def named_by(self) -> NamedBy:
        """What the list names."""
        return self.readings[0].layout.named_by


def understood(file: str, sheets: Sequence[Sheet], words: Mapping[str, str]) -> Understood:
    """The list in a file; `words` are the labels of the functions."""
    shown = [sheet for sheet in sheets if sheet.rows and not sheet.is_hidden]
    with_head = [sheet for sheet in shown if head_of(sheet)]
    layouts = [layout_of(file, sheet) for sheet in with_head or shown[:1]]
    sound = [layout for layout in layouts if isinstance(layout, Layout)]
    findings = [finding for layout in layouts if not isinstance(layout, Layout) for finding in layout]
    readings = tuple(read(layout, file, words) for layout in sound)
    findings += [finding for reading in readings for finding in reading.findings]
    findings += _unlike(file, sound)
    if not shown:
        findings.append(
            Finding(Location(file), "没有可收的工作表：都是空的或隐藏的", "取消隐藏后重新导入", CODE)
        )
    elif not findings and not any(reading.entries for reading in readings):
        findings.append(Finding(Location(file), "表头下面没有一行名单", "核对是不是这个文件", CODE))
    return Understood(readings, tuple(_skipped(sheets, with_head)), tuple(findings))


def _skipped(sheets: Iterable[Sheet], taken: Sequence[Sheet]) -> Iterator[tuple[Sheet, str]]:
    for sheet in sheets:
        if sheet.is_hidden and sheet.rows:
            yield sheet, "隐藏的工作表，没有收；要收的，取消隐藏后重新导入"
        elif sheet.rows and sheet not in taken:
            yield sheet, "没有认出表头，没有收；是名单的，加上表头后重新导入"


def _unlike(file: str, layouts: Sequence[Layout]) -> Iterator[Finding]:
    """A document says once whether it names platforms or organizations."""
    for layout in layouts[1:]:
        if layout.named_by is not layouts[0].named_by:
            yield Finding(
                place_of(file, layout.sheet, layout.first_head),
                f"这张工作表列的是{layout.named_by.label}，“{layouts[0].sheet.name}”列的是{layouts[0].named_by.label}",
                "把两张工作表的表头改得一致，或分两份文件导入",
                CODE,
            )


def counted(file: str, known: Understood, kind: ActKind) -> Count | Finding:
    """What a list says of its number, against the rows that were taken; a finding where these are more."""
    readings, total = known.readings, len(known.entries)
    doubts = tuple(_gaps(readings))
    said = [(reading, number) for reading in readings for number in _said(reading, kind)]
    numbers = [number for _, number in said]
    own = all(number == len(reading.entries) for reading, number in said)
    if said and (own or total in {*numbers, sum(numbers)}):  # else they may count groups, or single sheets
        words = "、".join(dict.fromkeys(map(str, numbers)))
        return Count(total, f"名单写着 {words} 家，相符", doubts)
    if said and max(numbers) < total:
        repair = "核对名单：多出的行删去，或改正名单上写的家数"
        return Finding(Location(file), f"名单写着 {max(numbers)} 家，却有 {total} 行", repair, CODE)
    if said:
        stated = max(numbers)
        doubt = f"名单写着 {stated} 家，只读到 {total} 行：缺的行补上再导入；就这样收，记作“没有录全”"
        return Count(stated, f"名单写着 {stated} 家", (*doubts, doubt))
    if not doubts and all(_is_numbered(reading) for reading in readings):
        return Count(total, f"序号编到 {total}，相符", doubts)
    return Count(None, "名单没有写家数", doubts)


def _said(reading: Reading, kind: ActKind) -> Iterator[int]:
    """The numbers in the texts around a list that are said of such a decision, or of everything."""
    meant = {None, kind, ActKind.DESIGNATE if kind is ActKind.RENEW else kind}
    for text in reading.texts:
        yield from (claim.number for claim in claims_in(text) if claim.kind in meant)
    yield from stated_counts(reading.texts)


def _numbers(reading: Reading) -> list[tuple[int, int]]:
    """The rows with their numbers, where these are numbers."""
    bare = ((row, text.rstrip(".、 ")) for row, text in reading.numbers)
    return [(row, int(text)) for row, text in bare if text.isdecimal() and len(text) < 7]


def _is_numbered(reading: Reading) -> bool:
    return len(_numbers(reading)) == len(reading.entries)


def _gaps(readings: Sequence[Reading]) -> Iterator[str]:
    """Where the numbers of a list do not follow one another; they may begin anew with each group."""
    before = 0
    for reading in readings:
        for row, number in _numbers(reading):
            if number not in {before + 1, 1}:
                yield f"{reading.place(row).part}：序号从 {before} 跳到 {number}，中间的是不是漏了？"
            before = number
