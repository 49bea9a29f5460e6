# SPDX-License-Identifier: Apache-2.0
"""How do tests tell the history of a platform? One dated act after another, in documents a, b, c…"""

from collections.abc import Iterable
from string import ascii_lowercase
from typing import Any

from generator.derive.platforms import Conflict, fold
from generator.model.designation import Designation
from generator.model.platform import Platform, Term
from generator.model.procedure import Validity
from generator.model.ruleset import Ruleset
from generator.model.standing import Standing
from tests import builders

SUBJECT = "yangli-0001"
LAW = "yangli/2020"


def validity(years: int = 3, **changes: Any) -> Validity:
    """Three years, without a word on how their end is counted."""
    if "term_end" in changes:
        changes["term_end_basis"] = "虚构"
    return Validity.model_validate({"years": years, "article": None} | changes)


def law(**changes: Any) -> Ruleset:
    """A version that lays down a validity."""
    return builders.ruleset(validity=validity(**changes))


def on(day: str, kind: str = "designate", *rows: dict[str, Any], **changes: Any) -> Designation:
    """A document of one act upon the subject, under the law unless stated otherwise."""
    of_document = {
        name: changes.pop(name) for name in ("ruleset", "begins_mid_history", "issuer") if name in changes
    }
    act = builders.act(kind, *rows, **changes)
    return builders.designation(act, **{"issued_on": day, "ruleset": LAW} | of_document)


def withdrawing(document: str, day: str, *rows: dict[str, Any]) -> Designation:
    """A document that withdraws another: for all whom that one lists, unless rows are given."""
    act = builders.act("withdraw", *rows, undoes=f"yangli/{document}") | {"platforms": list(rows)}
    return builders.designation(act, issued_on=day, ruleset=LAW)


def told(
    *documents: Designation, under: Ruleset | None = None
) -> tuple[dict[str, Platform], tuple[Conflict, ...]]:
    """All platforms and conflicts of a history; the documents are yangli/a, yangli/b…"""
    named = {
        f"yangli/{letter}": document for letter, document in zip(ascii_lowercase, documents, strict=False)
    }
    return fold(builders.site(rulesets={LAW: under or law()}, designations=named))


def life(*documents: Designation, under: Ruleset | None = None) -> Platform:
    """The subject after a history in which everything fits."""
    platforms, conflicts = told(*documents, under=under)
    assert conflicts == ()
    return platforms[SUBJECT]


def complaint(*documents: Designation, under: Ruleset | None = None) -> tuple[str, str]:
    """The only conflict of a history, in words: message and repair."""
    [conflict] = told(*documents, under=under)[1]
    return conflict.message, conflict.repair


def span(term: Term) -> str:
    """First and last day of a term, and how the last is known: 2020-06-01/2023-05-31 eve."""
    between = term.through_between
    end = f"{between.no_earlier_than}..{between.no_later_than}" if between else term.through
    return f"{term.from_}/{end} {term.basis.value}"


def spans(platform: Platform) -> list[str]:
    """All terms of a platform, in short."""
    return [span(term) for term in platform.terms]


def states(standing: Iterable[Any] | Standing) -> list[str]:
    """The borders of a standing, in short: 2020-06-01 valid."""
    return [f"{border.from_} {border.state.value}" for border in standing]
