# SPDX-License-Identifier: Apache-2.0
"""Does a change leave what was published as it is? Documents and issued versions are only added to.

What is allowed is told in `derive/stated.py` and by the laws here; drafts for comment are no versions yet.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.base.finding import Finding
from generator.base.location import Keys, Location
from generator.base.misfit import quoted
from generator.checks import places
from generator.checks.compared import Change
from generator.derive.stated import Difference, Law, differences
from generator.model.designation import Act, Designation
from generator.model.ruleset import Ruleset, Stage, TextCoverage

LONGEST = 60
COVERAGE = list(reversed(TextCoverage))  # from nothing to everything
OUR_SLIP = "确是录入有误的，与原文核对后改正，并在 registry/accepted.yaml 登记理由和期限"
ANOTHER_DOCUMENT = f"机关更正了的，另写一份 kind: correct 的文件，全文作废的写 kind: withdraw；{OUR_SLIP}"
ANOTHER_VERSION = f"办法修订了的，另建一个版本；{OUR_SLIP}"
RESTORE = "从版本库恢复这个文件"


def published_documents_stay(change: Change) -> Iterator[Finding]:
    """已经发布的认定文件只增补、不改动、不删除：原来写明的仍要写明；更正、撤回另写一份文件。"""
    before, after = change.before.lists.site.designations, change.after.lists.site.designations
    law = Law(
        ours=frozenset(("begins_mid_history", "statements")),
        may_grow=lambda part: not part.complete if isinstance(part, Act) else None,
        allowed=_of_document,
        renamed=change.renamed,
    )
    for id_, old in before.items():
        now = change.renamed.get(id_, id_)
        place = places.designation(now)
        if place.file not in change.touched or change.after.has_unreadable(place.file):
            continue
        if now not in after:
            yield _removed(place, f"已经发布的认定文件《{old.title}》不见了", ANOTHER_DOCUMENT)
        else:
            yield from _told(place, differences(old, after[now], law), ANOTHER_DOCUMENT)
            if len(after[now].statements) < len(old.statements):
                message = "statements 比原来少，原来写明的事项不能删去"
                yield Finding(place.at("statements"), message, f"补上删去的；{ANOTHER_DOCUMENT}")


def _of_document(name: str, old: BaseModel, new: BaseModel) -> bool:
    """What may become of a field of a document beside being filled in."""
    if isinstance(old, Act):
        return name == "complete" and not old.complete
    if not (isinstance(old, Designation) and isinstance(new, Designation)):
        return False
    if name in {"title", "title_is_ours"}:
        return old.title_is_ours
    if name == "date_basis":  # it goes with a date that is known better
        return old.issued_on != new.issued_on
    return bool(
        name == "display_until"
        and old.display_until
        and new.display_until
        and new.display_until < old.display_until
    )


def issued_versions_stay(change: Change) -> Iterator[Finding]:
    """已印发的办法版本只增补、不改动、不删除：原来写明的仍要写明；修订另建一个版本。"""
    after = change.after.base.rulesets
    law = Law(
        ours=frozenset(("action", "presumption", "gap_after", "doubt", "at_work_by", "at_work_evidence")),
        may_grow=lambda part: part.text is not TextCoverage.FULL if isinstance(part, Ruleset) else None,
        allowed=_of_version,
    )
    for id_, old in change.before.base.rulesets.items():
        place = places.ruleset(id_)
        touched = place.file in change.touched and not change.after.has_unreadable(place.file)
        if old.stage is not Stage.ISSUED or not touched:
            continue
        if id_ not in after:
            yield _removed(place, f"已印发的办法《{old.title}》不见了", ANOTHER_VERSION)
        else:
            yield from _told(place, differences(old, after[id_], law), ANOTHER_VERSION)


def _of_version(name: str, old: BaseModel, new: BaseModel) -> bool:
    """What may become of a field of a version beside being filled in."""
    if not (isinstance(old, Ruleset) and isinstance(new, Ruleset)):
        return name == "text"  # of provisions and the like, in our own words
    if name == "text":
        return COVERAGE.index(new.text) > COVERAGE.index(old.text)
    if name in {"supersedes", "based_on"}:  # what was told by its title may be recorded by now
        was, now = getattr(old, name), getattr(new, name)
        ids = {one.ruleset for one in was if one.ruleset}
        return len(was) == len(now) and ids < {one.ruleset for one in now}
    return False


def _removed(place: Location, message: str, otherwise: str) -> Finding:
    return Finding(place, message, f"{RESTORE}；{otherwise}").placed(1, 1)


def _told(place: Location, found: Iterator[Difference], otherwise: str) -> Iterator[Finding]:
    """Each difference where it stands, with what was there and how to put it back."""
    for one in found:
        name, where = _field(one.keys), place.at(*one.keys)
        if one.old is None:
            message = f"已经发布，不能改：{name} 里添了{_shown(one.new)}"
            yield Finding(where, message, f"删去添上的；{otherwise}")
        elif one.new is None:
            message = f"已经发布，不能改：{name} 原来的{_shown(one.old)}不见了"
            yield Finding(where, message, f"恢复原来的内容：{_typed(one.old)}；{otherwise}")
        else:
            message = f"已经发布，不能改：{name} 原来是{_shown(one.old)}，现在却是{_shown(one.new)}"
            yield Finding(where, message, f"恢复原来的内容：{_typed(one.old)}；{otherwise}")


def _field(keys: Keys) -> str:
    """The name of the field that a place is in."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _shown(value: Any) -> str:
    """A value in a sentence."""
    return f"“{_typed(value)}”" if value is not None else quoted(None)


def _typed(value: Any) -> str:
    """A value as an editor types it, cut short where it is long."""
    if isinstance(value, BaseModel):
        fields = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        text = "{" + ", ".join(f"{name}: {_typed(inner)}" for name, inner in fields.items()) + "}"
    elif isinstance(value, list | tuple):
        text = f"[{', '.join(map(_typed, value))}]"
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
