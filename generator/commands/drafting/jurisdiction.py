# SPDX-License-Identifier: Apache-2.0
"""What is asked for a jurisdiction?"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.author.drafts import parsing
from generator.author.drafts.jurisdiction import draft, usual_id
from generator.author.drafts.known import Draft
from generator.base.misfit import Misfit
from generator.commands.drafting import questions as q
from generator.commands.drafting.answers import Answers
from generator.derive.register import Register
from generator.model.jurisdiction import Jurisdiction, JurisdictionLevel
from generator.model.site import Site

ID = re.compile("[a-z]+(?:-[a-z]+)*")


def jurisdiction(answers: Answers, register: Register, today: date) -> Draft:
    """The entry of a jurisdiction."""
    site = register.site
    fields: dict[str, Any] = {"name": answers.get(q.NAME, _free(site, "name"))}
    fields["short_name"] = answers.get(q.SHORT_NAME, _free(site, "short_name"))
    levels = [(level.value, level.label) for level in JurisdictionLevel]
    fields["level"] = answers.choose(q.LEVEL, levels)
    if fields["level"] != JurisdictionLevel.NATIONAL:
        fields["parent"] = answers.get(q.PARENT, parsing.jurisdiction(site))
    fields |= _optional(answers, today)
    usual = usual_id(fields["short_name"])
    default = usual if ID.fullmatch(usual) and usual not in site.jurisdictions else None
    fields["id"] = answers.get(q.ID, _id(site), default)
    return draft(fields)


def _optional(answers: Answers, today: date) -> dict[str, Any]:
    """Code and authority, where they are known."""
    found: dict[str, Any] = {}
    if code := answers.get(q.CODE, parsing.optional(parsing.fitting(Jurisdiction, "code"))):
        found["code"] = code
    if authority := answers.get(q.AUTHORITY, parsing.optional(parsing.words)):
        found["authorities"] = [
            {"name": authority, "attested": [answers.get(q.ATTESTED, parsing.partial_date)]}
        ]
    return found


def _free(site: Site, name: str) -> Callable[[str], str]:
    """A parser for a name that no jurisdiction has."""

    def parse(answer: str) -> str:
        holder = next((id_ for id_, one in site.jurisdictions.items() if getattr(one, name) == answer), None)
        if holder:
            raise Misfit(f"“{answer}”已经是辖区 {holder} 的名称", "同一个辖区不用再加；不同的，名称写全")
        return parsing.words(answer)

    return parse


def _id(site: Site) -> Callable[[str], str]:
    """A parser for an id that no jurisdiction has, and with which ids of platforms may begin."""

    def parse(answer: str) -> str:
        if not ID.fullmatch(answer):
            raise Misfit(f"“{answer}”不能作编号", "只用小写字母和连字符，例如 linfen")
        if answer in site.jurisdictions:
            raise Misfit(f"编号“{answer}”已经用过", "换一个没有用过的，例如加上省名：shanxi-linfen")
        return answer

    return parse
