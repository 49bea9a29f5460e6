# SPDX-License-Identifier: Apache-2.0
"""The page of each paper: what it is, which version it belongs to, its files, and its twin to fill in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.base import addresses
from generator.derive.papers import Listed, jurisdictions_with_papers, packs_of, papers_of
from generator.model.form import FormRole
from generator.model.jurisdiction import Jurisdiction
from generator.model.standing import Standing
from generator.render.documents.twin import twin_of
from generator.render.page import Page
from generator.render.papers.files import Download
from generator.render.papers.papers import Paper
from generator.render.studio import Studio

SCRIPTS = ("forms.js",)


@dataclass(frozen=True, slots=True)
class Made:
    """Everything that was made for one jurisdiction."""

    papers: Mapping[str, Paper]
    files: Mapping[str, list[Download]]  # by paper
    packs: Mapping[str, list[tuple[FormRole, Download]]]  # by version


def paper_pages(studio: Studio, jurisdiction: str, made: Made) -> Iterator[Page]:
    """The page of every paper of a jurisdiction, also of forms of which only the name is known."""
    register = studio.register
    for id_, _ in register.site.versions(jurisdiction):
        for listed in papers_of(register, id_):
            yield _page(studio, register.site.jurisdictions[jurisdiction], listed, made)


def _page(studio: Studio, jurisdiction: Jurisdiction, listed: Listed, made: Made) -> Page:
    register = studio.register
    paper = made.papers.get(listed.id)
    standing = register.standings[listed.ruleset]
    form = register.site.forms.get(listed.id)
    return studio.page(
        "form.html",
        addresses.form(listed.id),
        title=listed.title,
        description=f"{jurisdiction.name}：{listed.kind.label}，由{listed.role.label}填写",
        next_change=studio.soonest(standing),
        scripts=SCRIPTS,
        styles=("forms.css",),
        data=addresses.api_form(listed.id),
        jurisdiction=jurisdiction,
        listed=listed,
        form=form,
        version=register.site.rulesets[listed.ruleset],
        standing=standing,
        files=made.files.get(listed.id, []),
        packs=made.packs.get(listed.ruleset, []),
        twin=Markup(twin_of(paper.document)) if paper else None,  # noqa: S704  (escaped where it is made)
        replaced_by=[id_ for id_, other in register.site.forms.items() if other.replaces == listed.id],
        others=[other for other in papers_of(register, listed.ruleset) if other.id != listed.id],
    )


@dataclass(frozen=True, slots=True)
class VersionPapers:
    """A version in the list of all papers."""

    id: str
    title: str
    standing: Standing
    papers: tuple[Listed, ...]
    packs: tuple[FormRole, ...]


def list_page(studio: Studio) -> Iterator[Page]:
    """All papers by jurisdiction, those of the latest version first."""
    register = studio.register
    listed = [
        (
            register.site.jurisdictions[id_],
            [_of_version(studio, version) for version in _latest_first(studio, id_)],
        )
        for id_ in jurisdictions_with_papers(register)
    ]
    yield studio.page(
        "forms.html",
        addresses.FORMS,
        title="表格",
        description="各地申报用的表格：官方表格、申报材料清单、申报条件自评表和整套下载",
        next_change=studio.soonest(*(version.standing for _, versions in listed for version in versions)),
        listed=listed,
    )


def _latest_first(studio: Studio, jurisdiction: str) -> list[str]:
    register = studio.register
    versions = [id_ for id_, _ in reversed(register.site.versions(jurisdiction))]
    return [id_ for id_ in versions if papers_of(register, id_)]


def _of_version(studio: Studio, id_: str) -> VersionPapers:
    register = studio.register
    return VersionPapers(
        id=id_,
        title=register.site.rulesets[id_].title,
        standing=register.standings[id_],
        papers=papers_of(register, id_),
        packs=packs_of(register, id_),
    )
