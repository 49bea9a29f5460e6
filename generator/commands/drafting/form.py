# SPDX-License-Identifier: Apache-2.0
"""What is asked for a form that the measures name?"""

from datetime import date
from typing import Any

from generator.author.drafts import parsing
from generator.author.drafts.form import WORDS, draft
from generator.author.drafts.known import Draft, free_name
from generator.base.misfit import Misfit
from generator.commands.drafting import questions as q
from generator.commands.drafting import shared
from generator.commands.drafting.answers import Answers
from generator.derive.register import Register
from generator.model.form import FormRole


def form(answers: Answers, register: Register, today: date) -> Draft:
    """The draft of a form."""
    site = register.site
    if not site.rulesets:
        raise Misfit("还没有收录任何办法", "先运行 platform-registry new ruleset，收录表格所属的办法")
    known = [(id_, f"{id_} {version.title}") for id_, version in site.rulesets.items()]
    ruleset = str(answers.choose(q.RULESET, known, asked="这张表属于哪一版办法？"))
    version = site.rulesets[ruleset]
    jurisdiction = ruleset.split("/", maxsplit=1)[0]
    fields: dict[str, Any] = {"ruleset": ruleset, "layout_known": False}
    fields["title"] = answers.get(q.TITLE, parsing.words, asked="表格的名称？照办法写")
    fields["issuer"] = answers.get(q.ISSUER, parsing.words, version.issuer, asked="制表机关？")
    fields["mark"] = answers.get(q.MARK, parsing.words)
    role = answers.one_of(q.ROLE, FormRole)
    fields["role"] = role.value
    fields["where_to_ask"] = answers.get(q.WHERE_TO_ASK, parsing.words, fields["issuer"])
    taken = {id_.split("/")[1] for id_ in site.forms if id_.startswith(f"{jurisdiction}/")}
    return draft(site, f"{jurisdiction}/{free_name(shared.slug(answers, WORDS[role]), taken)}", fields)
