# SPDX-License-Identifier: Apache-2.0
"""Does every id still mean what it meant before a change, and is none given a second time?"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from generator.base import addresses
from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.checks.compared import Change
from generator.model.designation import ActKind
from generator.model.form import Form
from generator.model.jurisdiction import Jurisdiction
from generator.model.platform import Platform
from generator.model.site import WrittenNotice

T = TypeVar("T")
ANOTHER_ID = "恢复原来的内容；新的另用一个没有用过的编号（文件名）"


def identifiers_keep_their_meaning(change: Change) -> Iterator[Finding]:
    """编号永不重复使用：原有的编号（平台、辖区、表格、公告）仍指原来的那一个，停用的编号也不给别的平台。"""
    before, after = change.before, change.after
    old, new = before.lists, after.lists
    rows = _rows(change)
    elsewhere = _retyped(change) | _corrected(change)
    known = {id_: platform for id_, platform in old.platforms.items() if id_ not in elsewhere}
    yield from _other_than(
        known, new.platforms, _of_platform, lambda known: known.name, lambda id_: rows[id_]
    )
    yield from _used_before(change, rows)
    numbers = {id_: index for index, id_ in enumerate(after.base.jurisdictions)}
    yield from _other_than(
        before.base.jurisdictions,
        after.base.jurisdictions,
        _of_jurisdiction,
        lambda place: place.name,
        lambda id_: places.vocabulary("jurisdictions").at(numbers[id_], "name"),
    )
    yield from _other_than(
        before.base.forms, after.base.forms, _of_form, lambda form: form.title, places.form
    )
    yield from _other_than(
        old.site.notices, new.site.notices, _of_notice, lambda known: known.front.title, places.notice
    )


def _other_than(
    old: Mapping[str, T],
    new: Mapping[str, T],
    marks: Callable[[T], set[str | None]],
    name: Callable[[T], str],
    place: Callable[[str], Location],
) -> Iterator[Finding]:
    """A finding for each id under which nothing is left by which its record was known."""
    for id_, record in old.items():
        if id_ in new and new[id_] != record and not (marks(record) & marks(new[id_]) - {None}):
            message = f"{id_} 原来是“{name(record)}”，现在却是“{name(new[id_])}”"
            yield Finding(place(id_), message, ANOTHER_ID)


def _of_platform(platform: Platform) -> set[str | None]:
    return {platform.credit_code, *(known.name for known in platform.names)}


def _of_jurisdiction(place: Jurisdiction) -> set[str | None]:
    return {place.name, place.short_name, place.code}


def _of_form(form: Form) -> set[str | None]:
    return {f"{form.ruleset} {form.title}", f"{form.ruleset} {form.mark}"}


def _of_notice(notice: WrittenNotice) -> set[str | None]:
    front = notice.front
    return {front.title, front.document_number, front.source.url}


def _retyped(change: Change) -> set[str]:
    """The platforms to which a document that was there gives another name now: that is told of it."""
    old, new = change.before.lists.site.designations, change.after.lists.site.designations
    named = {
        (change.renamed.get(id_, id_), row.platform, row.name)
        for id_, document in old.items()
        for act in document.acts
        for row in act.platforms
    }
    there = {change.renamed.get(id_, id_) for id_ in old}
    return {
        row.platform
        for id_ in there & new.keys()
        for act in new[id_].acts
        for row in act.platforms
        if (id_, row.platform, row.name) not in named
    }


def _corrected(change: Change) -> set[str]:
    """The platforms that a new document corrects: so a name that was wrong becomes another one."""
    there = {change.renamed.get(id_, id_) for id_ in change.before.lists.site.designations}
    return {
        row.platform
        for id_, document in change.after.lists.site.designations.items()
        for act in document.acts
        for row in act.platforms
        if id_ not in there and act.kind is ActKind.CORRECT
    }


def _used_before(change: Change, rows: Mapping[str, Location]) -> Iterator[Finding]:
    """A finding for each platform that is new but has an address which was published before."""
    known = {*change.before.base.lock, *(moved.from_ for moved in change.before.base.redirects)}
    for id_, place in rows.items():
        if id_ not in change.before.lists.platforms and addresses.platform(id_) in known:
            message = f"编号 {id_} 以前用过，不能再给“{change.after.lists.platforms[id_].name}”"
            yield Finding(place, message, "换一个没有用过的编号；是同一个平台的，恢复它原来的文件")


def _rows(change: Change) -> dict[str, Location]:
    """Where each platform is named first, in the files that the change touches if it is in any."""
    found: dict[str, Location] = {}
    documents = change.after.lists.site.designations
    touched = [id_ for id_ in documents if places.designation(id_).file in change.touched]
    for id_ in [*touched, *documents]:
        for a, act in enumerate(documents[id_].acts):
            for r, row in enumerate(act.platforms):
                place = places.designation(id_).at("acts", a, "platforms", r, "platform")
                if row.platform in change.after.lists.platforms:
                    found.setdefault(row.platform, place)
    return found
