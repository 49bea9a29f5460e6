# SPDX-License-Identifier: Apache-2.0
"""How do tests make records? By valid, plainly fictitious defaults; a test states only what matters to it.

Field values are written as YAML yields them: lists, dicts, dates, numbers.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.derive.register import Register
from generator.derive.register import register as make_register
from generator.load.tree import load
from generator.model.designation import Designation
from generator.model.form import Form
from generator.model.notice import Notice
from generator.model.profile import Profile
from generator.model.ruleset import Ruleset
from generator.model.site import Site, WrittenNotice

TINY = Path(__file__).parent / "sites" / "tiny"
TINY_DAY = date(2024, 1, 2)
SOURCE = {
    "kind": "official",
    "publisher": "样例市工业和信息化局",
    "url": "https://example.org/source",
    "retrieved_on": date(2024, 1, 2),
}


@cache
def tiny_site() -> Site:
    """The tiny site, which has no findings."""
    site, findings = load(TINY, TINY_DAY)
    assert site is not None
    assert findings == []
    return site


def ruleset(**changes: Any) -> Ruleset:
    """An issued version whose text is not recorded, unless stated otherwise."""
    fields = {
        "title": "样例办法",
        "document_number": "样工信〔2020〕1号",
        "issuer": "样例市工业和信息化局",
        "stage": "issued",
        "text": "partial",
        "issued_on": date(2020, 1, 10),
        "in_force": {"starts": "stated-day", "from": date(2020, 2, 1), "article": None},
        "source": SOURCE,
        "checked_on": date(2024, 1, 2),
    }
    return Ruleset.model_validate(fields | changes)


def row(platform: str = "yangli-0001", name: str = "样例甲服务中心", **changes: Any) -> dict[str, Any]:
    """One row of a list."""
    return {"platform": platform, "name": name} | changes


def act(kind: str = "designate", *rows: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An act that is recorded in full, with one row unless rows are given."""
    platforms = list(rows) or [row()]
    fields = {"kind": kind, "stated_count": len(platforms), "complete": True, "platforms": platforms}
    return fields | changes


def designation(*acts: dict[str, Any], **changes: Any) -> Designation:
    """A document of 2020-06-01 with one designation unless acts are given."""
    fields = {
        "title": "样例名单",
        "document_number": "样工信〔2020〕9号",
        "issuer": "样例市工业和信息化局",
        "issued_on": date(2020, 6, 1),
        "ruleset": None,
        "acts": list(acts) or [act()],
        "source": SOURCE,
        "checked_on": date(2024, 1, 2),
    }
    return Designation.model_validate(fields | changes)


def notice(body: str = "正文。", **changes: Any) -> WrittenNotice:
    """A call of 2023-11-01."""
    fields = {
        "kind": "call",
        "title": "样例通知",
        "jurisdiction": "yangli",
        "document_number": None,
        "issuer": "样例市工业和信息化局",
        "issued_on": date(2023, 11, 1),
        "summary": "样例摘要",
        "source": SOURCE,
        "checked_on": date(2024, 1, 2),
    }
    return WrittenNotice(Notice.model_validate(fields | changes), body, body_line=12)


def form(**changes: Any) -> Form:
    """An application form whose layout is not known."""
    fields = {
        "title": "样例申请表",
        "issuer": "样例市工业和信息化局",
        "ruleset": "yangli/2020",
        "mark": "附件1",
        "role": "applicant",
        "layout_known": False,
        "where_to_ask": "样例市工业和信息化局",
    }
    return Form.model_validate(fields | changes)


def profile(**changes: Any) -> Profile:
    """How a platform is reached, with one service."""
    fields = {
        "website": "https://example.org/jia",
        "services": [{"text": "样例培训", "functions": ["training"]}],
        "source": SOURCE,
        "checked_on": date(2024, 1, 2),
    }
    return Profile.model_validate(fields | changes)


def site(
    *,
    rulesets: Mapping[str, Ruleset] | None = None,
    designations: Mapping[str, Designation] | None = None,
    notices: Mapping[str, WrittenNotice] | None = None,
    forms: Mapping[str, Form] | None = None,
    **changes: Any,
) -> Site:
    """A site with the words and jurisdictions of the tiny one, and only the records given."""
    tiny = tiny_site()
    fields: dict[str, Any] = {
        "as_of": tiny.as_of,
        "settings": tiny.settings,
        "vocabularies": tiny.vocabularies,
        "jurisdictions": tiny.jurisdictions,
        "rulesets": rulesets or {},
        "designations": designations or {},
        "notices": notices or {},
        "forms": forms or {},
        "prose": {},
        "design": {},
    }
    return Site(**(fields | changes))


def register(**records: Any) -> Register:
    """The register of a site made from these records."""
    return make_register(site(**records))
