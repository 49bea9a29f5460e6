# SPDX-License-Identifier: Apache-2.0
"""What did a published record state that it no longer states, or states otherwise?

A record is taken apart into fields. What it left open (null, no list, a less precise date) may be filled in;
what is in our own words may be said better; where it said that it is not recorded in full, a list may grow.
All else must still be stated.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.base.days import PartialDate
from generator.base.location import Keys

# What we say, reckon or note ourselves, in any record.
OURS = frozenset(("remarks", "checked_on", "source", "note", "digest", "heading", "seen_in", "term_basis"))
# What a member of a list is known by; of those that have none of these, the place in the list tells.
NAMES = ("platform", "id", "number", "function", "mark", "metric", "article")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was stated and no longer is."""

    keys: Keys  # where it stands now, or stood
    old: Any
    new: Any  # None where nothing is stated any more


@dataclass(frozen=True, slots=True)
class Law:
    """What may change in a kind of records."""

    ours: frozenset[str] = frozenset()  # further fields in our own words
    # Whether lists inside a part may grow, told of the part as it was; asked of the innermost part that says.
    may_grow: Callable[[BaseModel], bool | None] = field(default=lambda _: None)
    # What else may become of a field: its name, the part as it was, the part as it is.
    allowed: Callable[[str, BaseModel, BaseModel], bool] = field(default=lambda *_: False)
    renamed: Mapping[str, str] = field(default_factory=dict)  # ids of records that are called otherwise now


def differences(
    old: BaseModel, new: BaseModel, law: Law, keys: Keys = (), *, grows: bool = False
) -> Iterator[Difference]:
    """Everything that was stated in the old record and is not in the new one."""
    if type(old) is not type(new):
        yield Difference(keys, old, new)
        return
    said = law.may_grow(old)
    grows = grows if said is None else said
    for name, about in type(old).model_fields.items():
        if name in OURS or name in law.ours:
            continue
        was, now = getattr(old, name), getattr(new, name)
        if was == now or was is None or was == () or law.allowed(name, old, new):
            continue
        yield from _value(was, now, law, (*keys, about.alias or name), grows=grows)


def _value(was: Any, now: Any, law: Law, keys: Keys, *, grows: bool) -> Iterator[Difference]:
    """The same of one field that stated something and has changed."""
    if isinstance(was, tuple) and isinstance(now, tuple):
        yield from _members(was, now, law, keys, grows=grows)
    elif isinstance(was, BaseModel) and isinstance(now, BaseModel):
        yield from differences(was, now, law, keys, grows=grows)
    elif not (_is_closer(was, now) or (isinstance(was, str) and law.renamed.get(was, was) == now)):
        yield Difference(keys, was, now)


def _is_closer(was: Any, now: Any) -> bool:
    """Whether a date is the same, only known more precisely."""
    dates = isinstance(was, PartialDate) and isinstance(now, PartialDate)
    return dates and was.first <= now.first <= now.last <= was.last


def _members(
    was: Sequence[Any], now: Sequence[Any], law: Law, keys: Keys, *, grows: bool
) -> Iterator[Difference]:
    """The same of a list: its members may stand in another order."""
    before, after = _named(was, law.renamed), _named(now, {})
    for name, (at, member) in before.items():
        if name not in after:
            yield Difference((*keys, min(at, max(len(now) - 1, 0))) if now else keys, member, None)
            continue
        place, found = after[name]
        if isinstance(member, BaseModel) and found != member:
            yield from differences(member, found, law, (*keys, place), grows=grows)
    if not grows:
        for name, (at, member) in after.items():
            if name not in before:
                yield Difference((*keys, at), None, member)


def _named(members: Sequence[Any], renamed: Mapping[str, str]) -> dict[Any, tuple[int, Any]]:
    """The members of a list with their places, by what they are known by and how often that came before."""
    found: dict[Any, tuple[int, Any]] = {}
    for at, member in enumerate(members):
        name = renamed.get(member, member) if isinstance(member, str) else _name_of(member, at)
        turn = 0
        while (name, turn) in found:
            turn += 1
        found[name, turn] = at, member
    return found


def _name_of(member: Any, at: int) -> Any:
    for name in NAMES:
        if name in type(member).model_fields and (value := getattr(member, name)) is not None:
            return value
    return at
