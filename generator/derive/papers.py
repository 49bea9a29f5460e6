# SPDX-License-Identifier: Apache-2.0
"""Which papers go with a version of the measures, in the order in which they are needed, and which packs?

For every version whose conditions or materials are recorded this site makes a table to assess oneself and a
checklist. Official forms are listed whether or not their layout is known; only known ones are in a pack.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.register import Register
from generator.model.form import FormId, FormRole
from generator.model.paper import PaperKind
from generator.model.ruleset import Ruleset

RECOMMENDING = "recommend"  # the kind of step


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of a version."""

    id: FormId
    kind: PaperKind
    title: str
    role: FormRole
    ruleset: str
    has_files: bool = True  # False for a form of which only the name is known

    @property
    def is_ours(self) -> bool:
        """Whether this site made it."""
        return self.kind is not PaperKind.OFFICIAL


def papers_of(register: Register, id_: str) -> tuple[Listed, ...]:
    """The papers of a version: first ours, then official ones, the applicant's before those of others."""
    site = register.site
    name = title_given(register, id_)
    forms = [(form_id, site.forms[form_id]) for form_id in register.forms_of.get(id_, ())]
    official = [
        Listed(form_id, PaperKind.OFFICIAL, form.title, form.role, id_, form.layout_known)
        for form_id, form in sorted(forms, key=lambda pair: (list(FormRole).index(pair[1].role), pair[0]))
    ]
    return (*_made(id_, site.rulesets[id_], name), *official)


def title_given(register: Register, id_: str) -> str:
    """The title that a version gives, or where that is not recorded the name of the jurisdiction."""
    version = register.site.rulesets[id_]
    if version.designation:
        return version.designation.title
    return register.site.jurisdictions[id_.split("/", maxsplit=1)[0]].name


def made_id(ruleset: str, kind: PaperKind) -> FormId:
    """The id of a paper that this site makes for a version."""
    return f"{ruleset}-{kind.value}"


def _made(id_: str, version: Ruleset, name: str) -> Iterator[Listed]:
    kinds = []
    if version.criteria or version.functions:
        kinds.append(PaperKind.SELF_ASSESSMENT)
    if version.materials:
        kinds.append(PaperKind.CHECKLIST)
    for kind in kinds:
        yield Listed(made_id(id_, kind), kind, f"{name}{kind.label}", FormRole.APPLICANT, id_)


def packed(register: Register, id_: str, role: FormRole) -> tuple[Listed, ...]:
    """The papers that a role needs of a version; whoever recommends looks at conditions and materials too."""
    return tuple(paper for paper in papers_of(register, id_) if paper.role is role or paper.is_ours)


def packs_of(register: Register, id_: str) -> tuple[FormRole, ...]:
    """The roles that there is a pack for: those that have something to fill in, and files for it."""
    roles = [FormRole.APPLICANT]
    papers = papers_of(register, id_)
    steps = register.site.rulesets[id_].procedure
    if any(paper.role is FormRole.RECOMMENDER for paper in papers) or any(
        s.kind == RECOMMENDING for s in steps
    ):
        roles.append(FormRole.RECOMMENDER)
    return tuple(role for role in roles if any(paper.has_files for paper in packed(register, id_, role)))


def jurisdictions_with_papers(register: Register) -> list[str]:
    """The jurisdictions that have papers of any version."""
    return [
        id_
        for id_ in register.site.jurisdictions
        if any(papers_of(register, version) for version, _ in register.site.versions(id_))
    ]
