# SPDX-License-Identifier: Apache-2.0
"""What stands on each paper of a jurisdiction? Each becomes a document, before any file is made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.base import addresses
from generator.derive import thresholds
from generator.derive.asking import KINDS, comparisons
from generator.derive.papers import Listed, papers_of, title_given
from generator.model.form import Form, Table, Title
from generator.model.paper import PaperKind
from generator.render.documents.checklist import checklist
from generator.render.documents.document import Document
from generator.render.documents.from_form import document_of
from generator.render.documents.made_by_us import Edition
from generator.render.documents.self_assessment import FUNCTIONS, self_assessment
from generator.render.studio import Studio

TYPESET_HERE = "官方表格，本站据所见文本排版"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with what stands on it."""

    listed: Listed
    document: Document
    form: Form | None  # None for what this site makes
    facts: Mapping[str, str]  # which fact of the self-check a field is, by the id of the field
    day: date  # on which its version was last compared with the source: the day inside its files

    @property
    def workbooks(self) -> list[tuple[Table, str]]:
        """The tables that are also workbooks, each with its title."""
        found, title = [], self.listed.title
        for part in self.form.parts if self.form else ():
            if isinstance(part, Title):
                title = part.text
            elif isinstance(part, Table) and part.workbook:
                found.append((part, title))
        return found


def edition_of(studio: Studio, id_: str) -> Edition:
    """A version as papers name it."""
    site = studio.register.site
    return Edition(
        id=id_,
        record=thresholds.resolved(site.rulesets[id_]),
        name=title_given(studio.register, id_),
        root=site.settings.site_url or "/",
        wording=studio.wording,
    )


def papers(studio: Studio, jurisdiction: str) -> Iterator[Paper]:
    """The papers of all versions of a jurisdiction of which files are made."""
    register = studio.register
    for id_, version in register.site.versions(jurisdiction):
        edition = edition_of(studio, id_)
        for listed in papers_of(register, id_):
            if listed.has_files:
                document = _document(studio, edition, listed)
                form = register.site.forms.get(listed.id)
                yield Paper(listed, document, form, _facts(edition, listed, form), version.checked_on)


def _facts(edition: Edition, listed: Listed, form: Form | None) -> dict[str, str]:
    """In a table to assess oneself the id of a field that asks for a fact is the key of that fact."""
    if form:
        return {field.id: field.fact for _, field in form.fields if field.fact}
    if listed.kind is PaperKind.CHECKLIST:
        return {}
    asked = (fact for fact, _ in comparisons(edition.id, edition.record))
    return {key: key for key in (KINDS, FUNCTIONS, *asked)}


def _document(studio: Studio, edition: Edition, listed: Listed) -> Document:
    site, address = studio.register.site, addresses.form(listed.id)
    if listed.kind is PaperKind.CHECKLIST:
        return checklist(edition, site.forms, address)
    if listed.kind is PaperKind.SELF_ASSESSMENT:
        metrics = {metric.id: metric for metric in site.vocabularies.metrics}
        return self_assessment(edition, metrics, address)
    form = site.forms[listed.id]
    foot = f"{TYPESET_HERE}　{edition.id} {form.mark}　{edition.root}{address}"
    return document_of(form, f"{edition.named}{form.mark}", foot)
