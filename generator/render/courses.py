# SPDX-License-Identifier: Apache-2.0
"""How did the title of a platform run? All that follows from the documents that touched it, as pages say it.

A list touches many platforms alike, so a course is made once for all platforms that share it.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from generator.model.designation import Tier
from generator.model.platform import Platform, Term, TermBasis
from generator.render.archive import Archive
from generator.render.calendars import platform_deadlines
from generator.render.studio import Studio, standing_data
from generator.render.timeline import drawn, spans


@dataclass(frozen=True, slots=True)
class Course:
    """What the pages of all platforms with the same history have in common."""

    told: Markup  # the verdict, the time line and the terms
    documents: Markup
    issuers: str
    certifications: tuple[dict[str, Any], ...]  # for machines
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Courses:
    """The courses of the platforms of one jurisdiction."""

    studio: Studio
    archive: Archive
    known: dict[Hashable, Course] = field(default_factory=dict)

    def of(self, platform: Platform) -> Course:
        """The course of one platform."""
        key = _key(platform)
        if key not in self.known:
            self.known[key] = self._made(platform)
        return self.known[key]

    def _made(self, platform: Platform) -> Course:
        terms, mentions = self.archive.terms(platform), self.archive.mentions(platform)
        found = spans(platform.terms)
        told = self._filled(
            "platform_course.html",
            jurisdiction=self.studio.register.site.jurisdictions[platform.jurisdiction],
            is_demonstration=platform.tier is Tier.DEMONSTRATION,
            standing=Markup(standing_data(platform.standing)),  # noqa: S704  (days and words of our own)
            drawing=self._filled("timeline.html", drawing=drawn(found)) if found else "",
            last=terms[-1] if terms else None,
            terms=terms,
            has_calendar=bool(platform_deadlines(self.studio.register, platform)),
        )
        return Course(
            told,
            self._filled("platform_documents.html", mentions=mentions),
            "、".join(dict.fromkeys(line.document.issuer for line in mentions)),
            tuple(self._certification(term) for term in platform.terms if term.granted_by),
            tuple(
                dict.fromkeys(
                    [
                        *_unknown(platform),
                        *(line.document.unknown for line in mentions if line.document.unknown),
                    ]
                )
            ),
        )

    def _filled(self, template: str, **context: Any) -> Markup:
        made = self.studio.environment.get_template(template).render(context)
        return Markup(made.strip())  # noqa: S704  (made by a template that escapes)

    def _certification(self, term: Term) -> dict[str, Any]:
        """A term as schema.org has it: by whom, from which day, to which day; never whether it holds."""
        document = self.studio.register.site.designations[term.granted_by or ""]
        facts = {
            "@type": "Certification",
            "name": self.archive.title_granted(term),
            "certificationIdentification": document.document_number,
            "issuedBy": {"@type": "GovernmentOrganization", "name": document.issuer},
            "validFrom": str(term.from_) if term.from_ else None,
            "expires": str(term.through) if term.through else None,
        }
        return {name: value for name, value in facts.items() if value}


def _key(platform: Platform) -> Hashable:
    """Everything that the course of a platform is made of."""
    terms = [
        (
            t.granted_by,
            t.ended_by,
            t.from_,
            t.through,
            t.through_between,
            t.basis,
            t.end_reason,
            t.tier,
            t.ruleset,
            t.review_due,
        )
        for t in platform.terms
    ]
    mentions = [(m.document, m.act, m.note, m.reason) for m in platform.mentions]
    return platform.tier, tuple(terms), tuple(mentions)


def _unknown(platform: Platform) -> list[str]:
    """What the documents leave open of the terms."""
    found = []
    for term in platform.terms:
        if term.from_ is None or term.granted_by is None:
            found.append("此前的认定文件没有收录，称号自哪天起不清楚")
        if term.basis is TermBasis.UNKNOWN and not term.through:
            found.append("有效期未见记载，称号到哪天为止不清楚")
        if term.through_between:
            found.append("有效期的末日只能推算到一个区间")
        if term.basis is TermBasis.REVIEW:
            found.append("期满以后的复核结果没有收录")
    return found
