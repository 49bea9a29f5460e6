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
from generator.base.shortened import shortened
from generator.checks import places
from generator.checks.compared import Change
from generator.derive.stated import Difference, Law, differences
from generator.model.designation import Act, Designation, ListedPlatform
from generator.model.ruleset import Ruleset, Stage, TextCoverage

LONGEST = 60
COVERAGE = list(reversed(TextCoverage))  # from nothing to everything
OUR_SLIP = "确是录入有误的，与原文核对后改正，并在 registry/accepted.yaml 登记理由和期限"
ANOTHER_DOCUMENT = f"机关更正了的，另写一份 kind: correct 的文件，全文作废的写 kind: withdraw；{OUR_SLIP}"
ANOTHER_VERSION = f"办法修订了的，另建一个版本；{OUR_SLIP}"
TAKEN_DOWN = "要遮去个人信息的，遮去后在 registry/accepted.yaml 登记"
# Fields of a document that say who is meant: what they said may be what is to be taken down.
WHO = frozenset(("name", "operator", "contact"))
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
            yield from _told(place, differences(old, after[now], law), ANOTHER_DOCUMENT, WHO)
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


def _told(
    place: Location, found: Iterator[Difference], otherwise: str, unrepeated: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Each difference where it stands, with what was there and how to put it back."""
    for one in found:
        where, repair = place.at(*one.keys), _repair(one, unrepeated)
        yield Finding(where, f"已经发布，不能改：{_change(one, unrepeated)}", f"{repair}；{otherwise}")


def _change(one: Difference, unrepeated: frozenset[str]) -> str:
    """What became of a field; of one that says who is meant not what it was."""
    name = _field(one.keys)
    if one.old is None:
        return f"{name} 里添了{_shown(one.new, unrepeated)}"
    if unrepeated & set(one.keys):
        now = "不见了" if one.new is None else f"改成了{_shown(one.new, unrepeated)}"
        return f"{name} 原来写的{now}（原来的也许要撤下，这里不重复）"
    was = f"{name} 原来{'的' if one.new is None else '是'}{_shown(one.old, unrepeated)}"
    return f"{was}不见了" if one.new is None else f"{was}，现在却是{_shown(one.new, unrepeated)}"


def _repair(one: Difference, unrepeated: frozenset[str]) -> str:
    if one.old is None:
        return "删去添上的"
    if unrepeated & set(one.keys):
        return f"从版本库恢复原来的内容；{TAKEN_DOWN}"
    if isinstance(one.old, ListedPlatform):
        return f"从版本库恢复这一行；{TAKEN_DOWN}"
    return f"恢复原来的内容：{_typed(one.old, unrepeated)}"


def _field(keys: Keys) -> str:
    """The name of the field that a place is in."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _shown(value: Any, unrepeated: frozenset[str]) -> str:
    """A value in a sentence."""
    return f"“{_typed(value, unrepeated)}”" if value is not None else quoted(None)


def _typed(value: Any, unrepeated: frozenset[str]) -> str:
    """A value as an editor types it, cut short where it is long."""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, dict):
        fields = (
            f"{name}: {_typed(inner, unrepeated)}" for name, inner in value.items() if name not in unrepeated
        )
        text = f"{{{', '.join(fields)}}}"
    elif isinstance(value, list | tuple):
        text = f"[{', '.join(_typed(inner, unrepeated) for inner in value)}]"
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
    return shortened(text, LONGEST)
