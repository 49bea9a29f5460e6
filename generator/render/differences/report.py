# SPDX-License-Identifier: Apache-2.0
"""What does a change do to what the public reads? All of it, with the sentence that a reviewer signs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.base.personal_data import masked
from generator.derive.comparison import Comparison
from generator.load.personal_data import masked_path
from generator.model.difference import DifferenceReport, Kept, Section, Told, ToldSection, Turn
from generator.render.differences.deadlines import deadline_lines
from generator.render.differences.measures import measure_lines, verdict_lines
from generator.render.differences.records import (
    address_lines,
    form_lines,
    notice_lines,
    page_lines,
    word_lines,
)
from generator.render.differences.setting import Setting
from generator.render.differences.titles import platform_lines, title_lines

NOTHING = "不改变任何结论"
SECTIONS: dict[Section, Callable[[Setting], Iterator[Told]]] = {
    Section.TITLES: title_lines,
    Section.PLATFORMS: platform_lines,
    Section.DEADLINES: deadline_lines,
    Section.VERDICTS: verdict_lines,
    Section.MEASURES: measure_lines,
    Section.NOTICES: notice_lines,
    Section.FORMS: form_lines,
    Section.PAGES: page_lines,
    Section.WORDS: word_lines,
    Section.ADDRESSES: address_lines,
}
# What is counted in which unit, in the order in which a reviewer weighs it.
UNITS = {
    Section.TITLES: "家",
    Section.PLATFORMS: "家",
    Section.VERDICTS: "个例子",
    Section.DEADLINES: "处",
    Section.MEASURES: "版",
    Section.NOTICES: "份",
    Section.FORMS: "张",
    Section.PAGES: "页",
    Section.WORDS: "项",
    Section.ADDRESSES: "个",
}
LOUD = (Turn.LOST, Turn.GONE)


@dataclass(frozen=True, slots=True)
class Frame:
    """Which revisions were compared, and what else is to be said of them."""

    base: str
    head: str | None
    as_of: date
    files: Sequence[str]
    not_compared: Sequence[str]
    untouched: int  # jurisdictions whose lists were not looked at, because nothing of them differs
    pictures: Sequence[tuple[str, Turn]] = ()  # files shown in prose that differ


def report(comparison: Comparison, frame: Frame) -> DifferenceReport:
    """All differences in words; no number of a person is ever repeated."""
    setting = Setting(comparison)
    further = {Section.PAGES: list(_pictures(frame))}
    sections = tuple(
        ToldSection.model_construct(id=id_, title=id_.label, differences=tuple(map(_clean, found)))
        for id_, lines in SECTIONS.items()
        if (found := (*lines(setting), *further.get(id_, ())))
    )
    site = comparison.new.site
    kept = Kept.model_construct(titles=comparison.kept, jurisdictions_untouched=frame.untouched)
    return DifferenceReport.model_construct(
        base=frame.base,
        head=frame.head,
        as_of=frame.as_of,
        site_url=site.settings.site_url,
        changes_conclusions=True if sections else None if frame.not_compared else False,
        summary=_summary(sections, kept, is_whole=not frame.not_compared),
        sections=sections,
        kept=kept,
        files=tuple(map(masked_path, frame.files)),
        not_compared=tuple(map(masked_path, frame.not_compared)),
    )


def _pictures(frame: Frame) -> Iterator[Told]:
    """Pictures are no records, but readers see them."""
    for path, turn in frame.pictures:
        file = masked_path(path)
        yield Told.model_construct(
            turn=turn, id=file, title=file, address=file.removeprefix("content/"), text="图片", details=()
        )


def _clean(told: Told) -> Told:
    return told.model_copy(
        update={
            "title": masked(told.title),
            "text": masked(told.text),
            "details": tuple(map(masked, told.details)),
        }
    )


def _summary(sections: Sequence[ToldSection], kept: Kept, *, is_whole: bool) -> str:
    """失去称号 1 家、新获称号 3 家；期限：改变 2 处；网址：不再有 1 个。其余 12 家的称号不变。"""
    parts = [_counted(section) for section in sections]
    if not parts:
        return NOTHING if is_whole else "能比较的部分没有差别，但有一部分没有比较，还不能断定结论都不变"
    others = "其余 " if any(section.id is Section.TITLES for section in sections) else ""
    stays = f"{others}{kept.titles} 家的称号和有效期不变。" if kept.titles else ""
    return f"{'；'.join(parts)}。{stays}"


def _counted(section: ToldSection) -> str:
    counts: dict[Turn, dict[str, int]] = {}
    for told in section.differences:
        counts.setdefault(told.turn, {})[told.id] = told.count
    unit = UNITS[section.id]
    ordered = sorted(counts, key=lambda turn: (turn not in LOUD, list(Turn).index(turn)))
    told_counts = "、".join(f"{turn.label} {sum(counts[turn].values())} {unit}" for turn in ordered)
    return told_counts if section.id is Section.TITLES else f"{section.title}：{told_counts}"
