# SPDX-License-Identifier: Apache-2.0
"""The registry: the lookup, the list of each jurisdiction, and a permanent page for each platform."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base import addresses
from generator.model.designation import Designation
from generator.model.platform import Mention, Platform, Term, TermBasis
from generator.render.page import Page
from generator.render.studio import Studio
from generator.render.timeline import timeline


@dataclass(frozen=True, slots=True)
class MentionView:
    """One document's act upon a platform, with the document."""

    mention: Mention
    document: Designation
    address: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A term with the documents that opened and ended it, and how its end was reckoned."""

    term: Term
    granted_by: MentionView | None
    ended_by: MentionView | None
    basis: str


def registry_pages(studio: Studio) -> Iterator[Page]:
    """The lookup page, the lists, and every platform."""
    register = studio.register
    listed = [
        (jurisdiction, register.platforms_of(id_))
        for id_, jurisdiction in register.site.jurisdictions.items()
        if register.platforms_of(id_)
    ]
    yield studio.page(
        "registry.html",
        "registry/",
        title="查询示范平台",
        description="按名称、曾用名、运营单位或统一社会信用代码查询示范平台",
        scripts=("lookup.js",),
        next_change=studio.soonest(*(platform.standing for platform in register.platforms.values())),
        listed=listed,
        total=len(register.platforms),
    )
    for jurisdiction, platforms in listed:
        yield studio.page(
            "list.html",
            addresses.registry_of(jurisdiction.id),
            title=f"{jurisdiction.name}平台名单",
            description=f"本站收录的{jurisdiction.name}平台 {len(platforms)} 家",
            next_change=studio.soonest(*(platform.standing for platform in platforms)),
            jurisdiction=jurisdiction,
            platforms=platforms,
            documents=[
                (id_, document)
                for id_, document in register.site.designations.items()
                if id_.split("/")[0] == jurisdiction.id
            ],
        )
    for platform in register.platforms.values():
        yield _platform_page(studio, platform)


def _platform_page(studio: Studio, platform: Platform) -> Page:
    register = studio.register
    mentions = [_mention(studio, mention) for mention in platform.mentions]
    jurisdiction = register.site.jurisdictions[platform.jurisdiction]
    return studio.page(
        "platform.html",
        addresses.platform(platform.id),
        title=platform.name,
        description=f"{platform.name}（{jurisdiction.name}）的认定记录：有效期间和所依据的文件",
        next_change=studio.soonest(platform.standing),
        data=addresses.api_platform(platform.id),
        platform=platform,
        jurisdiction=jurisdiction,
        terms=[_term(studio, term, mentions) for term in platform.terms],
        mentions=mentions,
        drawing=timeline(platform.terms),
        former=[period for period in platform.names if period.name != platform.name],
    )


def _mention(studio: Studio, mention: Mention) -> MentionView:
    document = studio.register.site.designations[mention.document]
    return MentionView(mention, document, addresses.designation(mention.document, document.issued_on.year))


def _term(studio: Studio, term: Term, mentions: list[MentionView]) -> TermView:
    by_document = {view.mention.document: view for view in mentions}
    return TermView(
        term,
        by_document.get(term.granted_by or ""),
        by_document.get(term.ended_by or ""),
        _basis(studio, term),
    )


def _basis(studio: Studio, term: Term) -> str:
    """How the last day of a term is known, in words."""
    ruleset = studio.register.site.rulesets.get(term.ruleset or "")
    validity = ruleset.validity if ruleset else None
    cited = f"《{ruleset.title}》{validity.article or ''}" if ruleset and validity else ""
    if term.basis is TermBasis.STATED:
        document = studio.register.site.designations.get(term.granted_by or "")
        stated = next((act.term_basis for act in document.acts if act.term_basis), None) if document else None
        return stated or term.basis.label
    if term.basis in {TermBasis.EVE, TermBasis.POLICY} and validity:
        how = validity.term_end_basis or term.basis.label
        return f"{cited}规定有效{validity.years}年；{how}"
    if term.basis is TermBasis.REVIEW and validity:
        return f"{cited}规定每{validity.years}年复核一次，没有写截止日；其后的复核结果本站没有收录"
    return term.basis.label
