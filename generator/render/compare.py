# SPDX-License-Identifier: Apache-2.0
"""Thresholds side by side: the page, and for its script one small file a version beside one list of all.

Without script the page is a plain table of the versions that lead on the day of the data, so many
jurisdictions to a page that each stays light. With script the reader's day and choice decide.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.base import addresses
from generator.base.chinese_numerals import to_chinese
from generator.base.citation import Citation
from generator.base.days import in_chinese
from generator.base.output_file import OutputFile
from generator.derive import thresholds
from generator.derive.statements import Subject, statements
from generator.model.published_measures import (
    ComparedCell,
    ComparedRow,
    ComparedVersion,
    PublishedComparison,
    PublishedStatements,
)
from generator.model.ruleset import Ruleset, Stage, TextCoverage
from generator.model.vocabulary import MetricKind
from generator.render.open_data import compact
from generator.render.page import Page
from generator.render.studio import Studio
from generator.render.told import LABELS, Teller
from generator.render.words import NOT_STATED, interval

TITLE = "各地条件对比"
ON_A_PAGE = 12  # so many jurisdictions stand side by side without script
FEWEST, MOST = 2, 5  # so many are chosen
UNSEEN, NO_FUNCTION, NOT_DEMANDED = "原文未见", "未设此功能", "无此要求"
NUMBERS, TERMS, ALL_FUNCTIONS, YES_NO = "基本条件：数量", "期限、程序和材料", "功能要求", "基本条件：是或否"
MATERIALS = "materials"
TERM_KEYS = (
    "validity/years",
    "validity/reapply",
    "designation/cycle",
    "publicity/working-days",
    "in-force/years",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A version as the plain table shows it."""

    version: ComparedVersion
    said: PublishedStatements

    def words(self, row: ComparedRow) -> str:
        """What is said where the version says nothing: not seen, no such function, or not demanded."""
        return silence(self.said, row)


def silence(said: PublishedStatements, row: ComparedRow) -> str:
    """Not seen, no such function, or not demanded."""
    if said.text is not TextCoverage.FULL:
        return UNSEEN
    return NO_FUNCTION if row.function and row.function not in said.functions else NOT_DEMANDED


def compare_pages(studio: Studio) -> Iterator[Page]:
    """The page with its script, and further pages of the plain table."""
    found = comparison(studio)
    known = {version.id: version for version in found.versions}
    leading = [studio.register.leading(id_) for id_ in studio.register.site.jurisdictions]
    columns = [Column(known[id_], stated(studio, id_)) for id_ in leading if id_]
    sheets = [columns[at : at + ON_A_PAGE] for at in range(0, len(columns), ON_A_PAGE)] or [[]]
    for number, sheet in enumerate(sheets, 1):
        yield studio.page(
            "compare.html",
            addresses.compared(number),
            title=TITLE + (f"（第{number}页）" if number > 1 else ""),
            description="各地认定办法的条件、功能要求和期限并排对照，每个数字注明条款",
            scripts=("compare.js",) if number == 1 else (),
            styles=("compare.css",),
            data="api/v1/comparison.json",
            next_change=studio.soonest(*studio.register.standings.values()),
            columns=sheet,
            groups=_groups(found.rows, sheet),
            number=number,
            sheets=[addresses.compared(other + 1) for other in range(len(sheets))],
            words=_words(studio),
            most=MOST,
        )


def _groups(
    rows: tuple[ComparedRow, ...], columns: list[Column]
) -> list[tuple[str, list[tuple[ComparedRow, list[float]]]]]:
    """The rows that any of the columns says something of, by group, each with the lengths of its bars."""
    groups: dict[str, list[tuple[ComparedRow, list[float]]]] = {}
    for row in rows:
        cells = [column.said.cells.get(row.key) for column in columns]
        if any(cells):
            groups.setdefault(row.group, []).append((row, _bars(cells)))
    return list(groups.items())


def _bars(cells: list[ComparedCell | None]) -> list[float]:
    """How long the bar of each cell is, in hundredths of the longest; 0 where there is no number."""
    amounts = [cell.amount if cell and cell.amount else 0 for cell in cells]
    longest = max(amounts, default=0)
    return [round(float(100 * amount / longest), 1) if longest else 0.0 for amount in amounts]


def _words(studio: Studio) -> str:
    """What the script says, and where it finds things."""
    return json.dumps(
        {
            "unseen": UNSEEN,
            "notStated": NOT_STATED,
            "noFunction": NO_FUNCTION,
            "notDemanded": NOT_DEMANDED,
            "fewest": FEWEST,
            "most": MOST,
            "site": studio.register.site.settings.name,
        },
        ensure_ascii=False,
    )


def comparison_files(studio: Studio) -> Iterator[OutputFile]:
    """api/v1/comparison.json, and what each version says in a file of its own."""
    yield OutputFile("api/v1/comparison.json", compact(comparison(studio), PublishedComparison))
    for id_, version in studio.register.site.rulesets.items():
        if version.text is not TextCoverage.NOT_RECORDED:
            said = stated(studio, id_)
            yield OutputFile(addresses.api_statements(id_), compact(said, PublishedStatements))


def comparison(studio: Studio) -> PublishedComparison:
    """The subjects of all versions, and all versions with what decides which one leads."""
    site = studio.register.site
    versions = [
        ComparedVersion(
            id=id_,
            name=jurisdiction.short_name,
            stage=version.stage,
            text=version.text,
            made_on=_made_on(version),
            standing=tuple((border.from_, border.state) for border in studio.register.standings[id_]),
        )
        for place, jurisdiction in site.jurisdictions.items()
        for id_, version in site.versions(place)
    ]
    return PublishedComparison(rows=tuple(_rows(studio)), versions=tuple(versions))


def _made_on(version: Ruleset) -> date | None:
    made_on = version.issued_on or version.published_on
    return made_on.first if made_on else None


def days_of(version: Ruleset) -> str:
    """From when until when, as far as it is known; never a verdict."""
    rule = version.in_force
    if version.stage is Stage.CONSULTATION:
        return f"{in_chinese(version.published_on)}公布" if version.published_on else "公布日期未见"
    if rule and rule.from_ and rule.through:
        return f"{interval(rule.from_, rule.through)}（推算）"
    if rule and rule.from_:
        return f"{in_chinese(rule.from_)}起施行，未规定终止日"
    return f"{in_chinese(version.issued_on)}印发，施行条款未见" if version.issued_on else "印发日期未见"


def stated(studio: Studio, id_: str) -> PublishedStatements:
    """Everything comparable that a version says, in words."""
    site = studio.register.site
    version = thresholds.resolved(site.rulesets[id_])
    teller = Teller.of(studio.wording, site.vocabularies)
    said = statements(version, teller.units)
    cells = {str(subject): teller.cell(subject, statement) for subject, statement in said.items()}
    kept = {key: cells[key] for key in (*TERM_KEYS, "functions/required") if key in cells}
    kept |= {key: cell for key, cell in cells.items() if key.startswith("criteria/") or key.count("/") == 2}
    if version.materials:
        kept[MATERIALS] = ComparedCell.model_construct(
            text=f"{len(version.materials)}项", article=_articles(version), amount=None, details=()
        )
    functions = version.functions.items if version.functions else ()
    return PublishedStatements.model_construct(
        id=id_,
        title=version.title,
        document_number=version.document_number,
        days=days_of(version),
        text=version.text,
        functions=tuple(item.function for item in functions),
        cells=kept,
    )


def _articles(version: Ruleset) -> str:
    """The articles that the materials stand in, without their items."""
    cited = (Citation.parse(material.article) for material in version.materials)
    return "、".join(
        dict.fromkeys(f"第{to_chinese(c.article)}条" if c.article else c.companion or "" for c in cited)
    )


def _rows(studio: Studio) -> Iterator[ComparedRow]:
    """Every subject that any version states, in the order of the vocabularies."""
    site, wording = studio.register.site, studio.wording
    units = Teller.of(wording, site.vocabularies).units
    versions = map(thresholds.resolved, site.rulesets.values())
    known = {subject for version in versions for subject in statements(version, units)}
    metrics = site.vocabularies.metrics
    numbers = [metric.id for metric in metrics if metric.kind is MetricKind.QUANTITY]
    others = [metric.id for metric in metrics if metric.kind is MetricKind.YES_NO]
    labels = wording.labels["metrics"]

    def criteria(ids: list[str], group: str) -> Iterator[ComparedRow]:
        for id_ in ids:
            if Subject("criteria", id_) in known:
                yield ComparedRow(key=f"criteria/{id_}", label=labels[id_], group=group, function=None)

    yield from criteria(numbers, NUMBERS)
    for key in TERM_KEYS:
        yield ComparedRow(key=key, label=LABELS[key], group=TERMS, function=None)
    yield ComparedRow(key=MATERIALS, label="申报材料", group=TERMS, function=None)
    required = "functions/required"
    yield ComparedRow(key=required, label=LABELS[required], group=ALL_FUNCTIONS, function=None)
    for function in site.vocabularies.functions:
        for id_ in (*numbers, *others):
            subject = Subject("functions", id_, function.id)
            if subject in known:
                group = f"{ALL_FUNCTIONS}：{function.label}"
                yield ComparedRow(key=str(subject), label=labels[id_], group=group, function=function.id)
    yield from criteria(others, YES_NO)
