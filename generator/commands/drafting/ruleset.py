# SPDX-License-Identifier: Apache-2.0
"""What is asked for a version of the measures?"""

from datetime import date
from typing import Any

from generator.author.drafts import parsing
from generator.author.drafts.known import Draft, free_name
from generator.author.drafts.ruleset import draft
from generator.base.days import PartialDate
from generator.base.identifiers import VERSION_PATTERN
from generator.commands.drafting import questions as q
from generator.commands.drafting import shared
from generator.commands.drafting.answers import Answers
from generator.derive.register import Register
from generator.derive.versions import begins
from generator.model.ruleset import Stage, StartRule, TextCoverage
from generator.model.site import Site

SINCE = "公布日期，即公开征求意见之日？例如 2023-11-01"


def ruleset(answers: Answers, register: Register, today: date) -> Draft:
    """The draft of a version."""
    site = register.site
    jurisdiction = answers.get(q.JURISDICTION, parsing.jurisdiction(site))
    stage = answers.one_of(q.STAGE, Stage)
    fields = shared.heading(answers, site, jurisdiction)
    fields |= {"stage": stage.value, "text": TextCoverage.NOT_RECORDED.value}
    on = shared.issued_on(answers, today, asked=SINCE if stage is Stage.CONSULTATION else "")
    if stage is Stage.CONSULTATION:
        fields |= {"issued_on": None, "published_on": on, "in_force": None}
    else:
        fields |= {
            "issued_on": on,
            "in_force": _in_force(answers),
            **_supersedes(answers, site, jurisdiction),
        }
    fields["source"] = shared.source(answers, fields["issuer"], today)
    fields["checked_on"] = today
    return draft(f"{jurisdiction}/{_version(answers, site, jurisdiction, on, stage)}", fields)


def _in_force(answers: Answers) -> dict[str, Any]:
    """The day that the text states, if it was seen."""
    first = answers.get(q.STARTS_ON, parsing.optional(parsing.day))
    if first is None:
        return {"starts": StartRule.NOT_SEEN.value, "article": None}
    return {"starts": StartRule.STATED_DAY.value, "from": PartialDate.parse(first), "article": None}


def _supersedes(answers: Answers, site: Site, jurisdiction: str) -> dict[str, Any]:
    """The earlier version that this one repeals, if its text says so."""
    earlier = [
        (id_, f"{id_} {version.title}") for id_, version in site.versions(jurisdiction) if begins(version)
    ]
    repealed = answers.choose(q.SUPERSEDES, earlier[::-1], may_be_none=True) if earlier else None
    return {"supersedes": [{"ruleset": repealed, "article": None}]} if repealed else {}


def _version(answers: Answers, site: Site, jurisdiction: str, on: PartialDate, stage: Stage) -> str:
    """The name of the version: the year, and for a draft a word; with a number where it is taken."""
    stated = answers.said(q.VERSION, parsing.matching(VERSION_PATTERN, "写年份，例如 2023 或 2023-draft"))
    word = stated or (f"{on.year}-draft" if stage is Stage.CONSULTATION else str(on.year))
    return free_name(word, {id_.split("/")[1] for id_, _ in site.versions(jurisdiction)})
