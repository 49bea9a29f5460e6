# SPDX-License-Identifier: Apache-2.0
"""How are documents, and the terms that rest on them, told on the pages of platforms?

One document touches many platforms, so each is put into words once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.base import addresses
from generator.base.days import in_chinese
from generator.derive.register import Register
from generator.model.designation import Designation, Tier
from generator.model.platform import Platform, Term, TermBasis
from generator.render import words


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in words."""

    title: str
    number: str
    issuer: str
    address: str
    day: str
    law: str  # title of the version that governs it; empty where that is not known
    law_address: str
    label: str  # by which it is called where space is short
    unknown: str  # what its source does not say; empty where nothing is missing


@dataclass(frozen=True, slots=True)
class MentionLine:
    """What one document did to a platform."""

    document: DocumentView
    act: str
    note: str


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term with the documents that opened and ended it, and how its last day is known."""

    days: str
    end_reason: str
    granted_by: DocumentView | None
    granting_act: str
    ended_by: DocumentView | None
    why_ended: str
    basis: str  # what the version says of the last day, or how else it is known
    law: str  # title of the version where it says so, else empty
    law_address: str


@dataclass(frozen=True, slots=True)
class Archive:
    """Every document of a register in words."""

    register: Register
    documents: Mapping[str, DocumentView]

    @classmethod
    def of(cls, register: Register) -> "Archive":
        """The archive of one register."""
        documents = register.site.designations.items()
        return cls(register, {id_: _view(register, id_, document) for id_, document in documents})

    def mentions(self, platform: Platform) -> list[MentionLine]:
        """Every document that touched a platform, by date."""
        return [
            MentionLine(self.documents[mention.document], mention.act.label, mention.note or "")
            for mention in platform.mentions
        ]

    def terms(self, platform: Platform) -> list[TermLine]:
        """The terms of a platform, by date."""
        by_document = {mention.document: mention for mention in platform.mentions}
        lines = []
        for term in platform.terms:
            granted, ended = by_document.get(term.granted_by or ""), by_document.get(term.ended_by or "")
            law, basis = self._basis(term)
            lines.append(
                TermLine(
                    words.term(term),
                    term.end_reason.label if term.end_reason else "",
                    self.documents[granted.document] if granted else None,
                    granted.act.label if granted else "",
                    self.documents[ended.document] if ended else None,
                    (ended.reason or "") if ended else "",
                    basis,
                    law,
                    addresses.ruleset(term.ruleset) if law and term.ruleset else "",
                )
            )
        return lines

    def _basis(self, term: Term) -> tuple[str, str]:
        """How the last day of a term is known: the version that says it, if one does, and what it says."""
        site = self.register.site
        ruleset = site.rulesets.get(term.ruleset or "")
        validity = ruleset.validity if ruleset else None
        if term.basis is TermBasis.STATED:
            document = site.designations.get(term.granted_by or "")
            acts = document.acts if document else ()
            return "", next((act.term_basis for act in acts if act.term_basis), term.basis.label)
        if not (ruleset and validity):
            return "", term.basis.label
        article = validity.article or ""
        if term.basis in {TermBasis.EVE, TermBasis.POLICY}:
            how = validity.term_end_basis or term.basis.label
            return ruleset.title, f"{article}规定有效{validity.years}年；{how}"
        if term.basis is TermBasis.REVIEW:
            never = "没有写截止日；其后的复核结果本站没有收录"
            return ruleset.title, f"{article}规定每{validity.years}年复核一次，{never}"
        return "", term.basis.label

    def title_granted(self, term: Term) -> str:
        """What the title is called: by the version that governs it, else by the document."""
        ruleset = self.register.site.rulesets.get(term.ruleset or "")
        if ruleset and ruleset.designation and term.tier is Tier.DEMONSTRATION:
            return ruleset.designation.title
        return self.documents[term.granted_by].title if term.granted_by else term.tier.label


def _view(register: Register, id_: str, document: Designation) -> DocumentView:
    law = register.site.rulesets.get(document.ruleset or "")
    return DocumentView(
        title=document.title,
        number=document.document_number or "文号未见",
        issuer=document.issuer,
        address=addresses.designation(id_, document.issued_on.year),
        day=in_chinese(document.issued_on),
        law=law.title if law else "",
        law_address=addresses.ruleset(document.ruleset) if law and document.ruleset else "",
        label=document.document_number or f"{in_chinese(document.issued_on)}的文件",
        unknown=_unknown(document),
    )


def _unknown(document: Designation) -> str:
    """What the source of a document does not say of it."""
    missing = [] if document.document_number else ["文号"]
    missing += [] if document.ruleset else ["所依据的办法"]
    parts = [f"{'和'.join(missing)}未见"] if missing else []
    if not document.issued_on.exact:
        parts.append(f"日期只写到{'月份' if document.issued_on.month else '年份'}")
    return f"《{document.title}》：{'，'.join(parts)}" if parts else ""
