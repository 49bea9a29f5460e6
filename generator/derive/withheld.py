# SPDX-License-Identifier: Apache-2.0
"""What is no longer shown on a day? A list that names persons is shown until its last day; a stub remains.

Everything that is rendered comes from the site as it is shown, so nothing of such a list is left in any page,
file or index. Checks look at the site as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.base.days import ONE_DAY
from generator.model.designation import Designation
from generator.model.notice import Notice
from generator.model.platform import Platform
from generator.model.site import Site, WrittenNotice

STUB = "公示名单含个人信息，展示期限已满，不再显示。"


def is_withheld(record: Notice | Designation, day: date) -> bool:
    """Whether the list of a record is no longer shown."""
    return record.display_until is not None and day > record.display_until


def withdrawn_on(record: Notice | Designation, day: date) -> date | None:
    """The first day on which a list will no longer be shown; None if that has passed or is not stated."""
    if record.display_until is None or day > record.display_until:
        return None
    return record.display_until + ONE_DAY


def shown_on(site: Site, day: date) -> Site:
    """The site without the lists that are no longer shown."""
    records: list[Notice | Designation] = [
        *(notice.front for notice in site.notices.values()),
        *site.designations.values(),
    ]
    if not any(is_withheld(record, day) for record in records):
        return site
    return replace(
        site,
        notices={id_: _notice(notice, day) for id_, notice in site.notices.items()},
        designations={id_: _document(document, day) for id_, document in site.designations.items()},
        withheld=_vanished(site, day),
    )


def _notice(notice: WrittenNotice, day: date) -> WrittenNotice:
    """A notice without anything in which a person may be named."""
    if not is_withheld(notice.front, day):
        return notice
    bare = {"summary": STUB, "attachments": (), "remarks": (), "reason": None}
    return WrittenNotice(notice.front.model_copy(update=bare), "", notice.body_line)


def _document(document: Designation, day: date) -> Designation:
    """A document without its lists, and without anything else in which a person may be named."""
    if not is_withheld(document, day):
        return document
    bare = {"platforms": (), "complete": False, "reason": None}
    acts = tuple(act.model_copy(update=bare) for act in document.acts)
    return document.model_copy(update={"acts": acts, "statements": (), "remarks": ()})


def shown_until(platform: Platform, designations: Mapping[str, Designation]) -> date | None:
    """The last day on which a platform is shown that only lists name which will be withheld; else None."""
    ends = [designations[mention.document].display_until for mention in platform.mentions]
    last = [end for end in ends if end]
    return max(last) if len(last) == len(ends) else None


def _vanished(site: Site, day: date) -> frozenset[str]:
    """The platforms that only lists name which are no longer shown."""
    shown: dict[bool, set[str]] = {True: set(), False: set()}
    for document in site.designations.values():
        shown[not is_withheld(document, day)].update(
            row.platform for act in document.acts for row in act.platforms
        )
    return frozenset(shown[False] - shown[True])
