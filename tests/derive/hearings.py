# SPDX-License-Identifier: Apache-2.0
"""How do tests ask a version about an organization? With a few words of their own, on a day of 2026."""

from datetime import date
from functools import cache
from typing import Any

from generator.derive.eligibility import judge
from generator.derive.worked import conditions
from generator.model.facts import Facts
from generator.model.judgement import JudgedCondition, Judgement
from generator.model.ruleset import Ruleset
from generator.model.vocabulary import Vocabularies
from tests import builders

DAY = date(2026, 11, 25)
QUANTITIES = {
    "assets": "money",
    "staff": "people",
    "share": "share",
    "age": "years",
    "firms": "organizations",
}
YES_NO = ("person", "prize", "lab", "opens_lab", "eligible_kind")
UNITS = {
    "元": ("money", 1),
    "万元": ("money", 10000),
    "亿元": ("money", 100000000),
    "人": ("people", 1),
    "%": ("share", 1),
    "年": ("years", 1),
    "家": ("organizations", 1),
}
KINDS = {"company": "公司", "public": "事业单位", "institute": "科研院所"}


@cache
def words() -> Vocabularies:
    """The closed lists that these tests speak with."""
    asked = {"question": "怎样？", "subject": "institution"}
    metrics = [
        {"id": id_, "label": id_, "kind": "quantity", "dimension": dimension} | asked
        for id_, dimension in QUANTITIES.items()
    ]
    metrics[3]["counted_from_day"] = True  # type: ignore[assignment]
    metrics += [{"id": id_, "label": id_, "kind": "yes-no"} | asked for id_ in YES_NO]
    return Vocabularies.model_validate(
        {
            "metrics": metrics,
            "units": [{"id": id_, "dimension": d, "factor": f} for id_, (d, f) in UNITS.items()],
            "functions": [{"id": id_, "label": id_} for id_ in ("training", "legal", "financing")],
            "institution_kinds": [{"id": id_, "label": label} for id_, label in KINDS.items()],
        }
    )


def assets(**changes: Any) -> dict[str, Any]:
    """At least 150 times 10,000 yuan."""
    return {"metric": "assets", "at_least": 150, "unit": "万元"} | changes


def yes(metric: str = "person", **changes: Any) -> dict[str, Any]:
    """Something that must be so."""
    return {"metric": metric, "equals": True} | changes


def version(*criteria: dict[str, Any], **changes: Any) -> Ruleset:
    """A version that is recorded in full and demands these."""
    numbered = [{"id": f"c{number}", "article": "第一条"} | node for number, node in enumerate(criteria)]
    return builders.ruleset(**{"text": "full", "criteria": numbered} | changes)


def with_functions(required: str, **functions: list[dict[str, Any]]) -> Ruleset:
    """A version that demands nothing but functions."""
    items = [
        {"function": name, "article": "第二条", "requires": requires} for name, requires in functions.items()
    ]
    return version(yes(), functions={"required": required, "article": "第二条", "items": items})


def judged(asked: Ruleset, day: date = DAY, **facts: Any) -> Judgement:
    """What it says of an organization of which this is known."""
    return judge("yangli/2020", asked, Facts.model_validate(facts), words(), day)


def verdict(asked: Ruleset, **facts: Any) -> str:
    """Its word on the whole."""
    return judged(asked, **facts).verdict.value


def nodes(judgement: Judgement) -> dict[str, JudgedCondition]:
    """The conditions of a trace by their ids."""
    return {node.id: node for node in conditions(judgement)}


def one(criterion: dict[str, Any], day: date = DAY, **facts: Any) -> JudgedCondition:
    """What is said to a version with a single condition."""
    (node,) = judged(version(criterion), day, **facts).criteria
    return node


def said(criterion: dict[str, Any], day: date = DAY, **facts: Any) -> tuple[str, str | None, str | None]:
    """The state, what was given, and the gap."""
    node = one(criterion, day, **facts)
    return node.state.value, node.given, node.gap
