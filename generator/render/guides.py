# SPDX-License-Identifier: Apache-2.0
"""The guides: one for each jurisdiction with recorded measures, and a permanent page for each version."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.base import addresses
from generator.base.chinese_numerals import to_chinese
from generator.derive import thresholds
from generator.derive.papers import Listed, packs_of, papers_of
from generator.model.form import FormRole
from generator.model.jurisdiction import Jurisdiction
from generator.model.overview import Item
from generator.model.ruleset import Ruleset, TextCoverage
from generator.model.standing import Standing
from generator.render.amendments import revision
from generator.render.json_text import compact
from generator.render.page import Page
from generator.render.studio import Studio, standing_rows
from generator.render.subscriptions import Offers
from generator.render.words import ConditionView, Figure

LATEST = 40  # so many notices and documents are told on a guide; all are in the lists of years


@dataclass(frozen=True, slots=True)
class FunctionView:
    """A function with its conditions in words."""

    rule: Any
    label: str
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version as its pages show it."""

    id: str
    record: Ruleset
    standing: Standing
    figures: tuple[Figure, ...]
    conditions: tuple[ConditionView, ...]  # the basic conditions that are not figures
    functions: tuple[FunctionView, ...]
    papers: tuple[Listed, ...]
    packs: tuple[FormRole, ...]

    @property
    def version(self) -> str:
        """2021, 2025-draft."""
        return self.id.split("/")[1]

    @property
    def year(self) -> str:
        """2021, 2025; that it is a draft is told by its title and its standing."""
        return self.version[:4]

    @property
    def is_recorded(self) -> bool:
        """Whether anything of the text is recorded."""
        return self.record.text is not TextCoverage.NOT_RECORDED

    @property
    def chapters(self) -> list[tuple[str | None, list[tuple[str, Any]]]]:
        """The articles by chapter, each with its number in Chinese."""
        return [
            (chapter, [(f"第{to_chinese(article.number)}条", article) for article in articles])
            for chapter, articles in groupby(self.record.articles, key=lambda article: article.chapter)
        ]


def view(studio: Studio, id_: str) -> VersionView:
    """Everything that the pages of a version show."""
    record = thresholds.resolved(studio.register.site.rulesets[id_])
    wording = studio.wording
    figures = [(criterion, wording.figure(criterion)) for criterion in record.criteria]
    return VersionView(
        id=id_,
        record=record,
        standing=studio.register.standings[id_],
        figures=tuple(figure for _, figure in figures if figure),
        conditions=tuple(wording.view(criterion) for criterion, figure in figures if not figure),
        functions=tuple(
            FunctionView(
                rule,
                wording.label("functions", rule.function),
                tuple(wording.view(condition) for condition in rule.requires),
            )
            for rule in (record.functions.items if record.functions else ())
        ),
        papers=papers_of(studio.register, id_),
        packs=packs_of(studio.register, id_),
    )


def with_rulesets(studio: Studio) -> list[tuple[Jurisdiction, VersionView, list[VersionView]]]:
    """The jurisdictions that have measures: leading version, and all versions the latest first.

    Where nothing is recorded of any, the latest stands for them, so that every version has its page.
    """
    site = studio.register.site
    found = []
    for id_, jurisdiction in site.jurisdictions.items():
        own = site.versions(id_)
        leading = studio.register.leading(id_) or (own[-1][0] if own else None)
        if leading:
            versions = [view(studio, version) for version, _ in reversed(own)]
            found.append((jurisdiction, view(studio, leading), versions))
    return found


def guide_pages(studio: Studio) -> Iterator[Page]:
    """The list of guides, each guide, and each version."""
    listed = with_rulesets(studio)
    everything = [version.standing for _, _, versions in listed for version in versions]
    yield studio.page(
        "guides.html",
        "guides/",
        title="各地指南",
        description="各辖区的认定办法、条件、材料、程序和期限",
        next_change=studio.soonest(*everything),
        listed=listed,
    )
    by_jurisdiction = _grouped((item.jurisdiction, item) for item in studio.overview.items)
    by_ruleset = _grouped((item.ruleset, item) for item in studio.overview.items)
    offers = Offers.of(studio)
    for jurisdiction, leading, versions in listed:
        revisions = {version.id: revision(studio, version.id) for version in versions}
        told = {"governing": _governing(versions), "revisions": revisions}
        address = addresses.guide(jurisdiction.id)
        page = studio.page(
            "guide.html",
            address,
            title=f"{jurisdiction.name}申报指南",
            description=f"{leading.record.title}：谁可以申报、条件、材料、程序、有效期和报送义务",
            next_change=studio.soonest(*(version.standing for version in versions)),
            data=addresses.api_ruleset(leading.id),
            scripts=("governing.js",),
            styles=("compare.css",),
            **told,
            jurisdiction=jurisdiction,
            version=leading,
            versions=versions,
            items=by_jurisdiction.get(jurisdiction.id, [])[:LATEST],
            platforms=studio.overview.platforms.get(jurisdiction.id, 0),
            subscriptions=offers.at(jurisdiction),
        )
        yield replace(page, head=offers.head(address, jurisdiction))
        for version in versions:
            items = by_ruleset.get(version.id, [])
            yield _version_page(studio, version, versions, items, told | {"jurisdiction": jurisdiction})


def _governing(versions: Iterable[VersionView]) -> str:
    """For the script: all versions of a jurisdiction with what decides on which days each governs."""
    told = []
    for view_ in versions:
        record = view_.record
        made_on = record.issued_on or record.published_on
        carry = record.carry_over
        told.append(
            {
                "id": view_.id,
                "title": record.title,
                "number": record.document_number,
                "stage": record.stage.value,
                "text": record.text.value,
                "made": made_on.first.isoformat() if made_on else None,
                "standing": standing_rows(view_.standing),
                "gap": record.gap_after,
                "carry": {"text": carry.text, "article": carry.article} if carry else None,
            }
        )
    return compact(told)


def _grouped(items: Iterable[tuple[str | None, Item]]) -> dict[str | None, list[Item]]:
    groups: dict[str | None, list[Item]] = {}
    for key, item in items:
        groups.setdefault(key, []).append(item)
    return groups


def _version_page(
    studio: Studio,
    version: VersionView,
    versions: list[VersionView],
    items: list[Item],
    told: Mapping[str, Any],
) -> Page:
    """The permanent page of a version; `told` is what all pages of its jurisdiction share."""
    return studio.page(
        "version.html",
        addresses.ruleset(version.id),
        title=version.record.title,
        description=f"{told['jurisdiction'].name}{version.version}版：{version.record.text.label}",
        next_change=studio.soonest(*(other.standing for other in versions)),
        scripts=("governing.js",),
        styles=("compare.css",),
        data=addresses.api_ruleset(version.id),
        version=version,
        versions=versions,
        items=items[:LATEST],
        **told,
    )
