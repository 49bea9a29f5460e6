# SPDX-License-Identifier: Apache-2.0
"""One permanent page for each platform, and its badge: all that is recorded of it, and what is not known.

There are as many of these pages as platforms, so whatever several of them share is made once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.base import addresses
from generator.base.days import ONE_DAY, in_chinese
from generator.base.output_file import OutputFile
from generator.derive.successions import Predecessors, heirs, predecessors
from generator.derive.withheld import STUB, shown_until
from generator.model.designation import NamedBy
from generator.model.platform import Platform, Term
from generator.model.standing import next_change
from generator.render import heads, words
from generator.render.archive import Archive
from generator.render.courses import Course, Courses
from generator.render.page import Page
from generator.render.studio import Studio

NO_TITLE = "没有认定记录"
SAME_AS_NAME = "与名称相同"
BADGE_TEXT_WIDTH = 306
BADGE_NAME_SIZES = (8.5, 15)


def platform_pages(studio: Studio) -> Iterator[Page]:
    """The page of every platform."""
    register = studio.register
    archive, taken_over = Archive.of(register), predecessors(register.platforms)
    for jurisdiction in register.platforms_in:
        desk = _Desk(studio, Courses(studio, archive), taken_over)
        for platform in register.platforms_of(jurisdiction):
            yield expiring(desk.page(platform), shown_until(platform, register.site.designations))
    for id_ in sorted(register.site.withheld):
        yield _stub(studio, id_)


def expiring(page: Page, last: date | None) -> Page:
    """A page that the browser no longer shows after a day; as it is where there is no such day."""
    if last is None:
        return page
    body = f'<div data-display-until="{last}">{page.body}</div>'
    change = min(day for day in (page.next_change, last + ONE_DAY) if day)
    return replace(page, body=body, next_change=change)


def _stub(studio: Studio, id_: str) -> Page:
    """What is left of a platform that only lists named which are no longer shown."""
    return studio.page(
        "withheld.html",
        addresses.platform(id_),
        title=f"{id_}：不再显示",
        description=STUB,
        stub=STUB,
    )


def badge_files(studio: Studio) -> Iterator[OutputFile]:
    """registry/<platform>/badge.svg for other sites: days and documents, never whether a title holds."""
    template = studio.environment.get_template("badge.svg")
    site = studio.register.site
    for platform in studio.register.platforms.values():
        jurisdiction = site.jurisdictions[platform.jurisdiction].name
        last = platform.terms[-1] if platform.terms else None
        smallest, largest = BADGE_NAME_SIZES
        size = max(smallest, min(largest, BADGE_TEXT_WIDTH // len(platform.name)))
        svg = template.render(
            id=platform.id,
            name=platform.name,
            size=size,
            width=BADGE_TEXT_WIDTH if len(platform.name) * size > BADGE_TEXT_WIDTH else None,
            giver=jurisdiction,
            tier=platform.tier.label,
            days=_badge_days(last) if last else NO_TITLE,
            site=site.settings.name,
            checked=in_chinese(max(site.designations[m.document].checked_on for m in platform.mentions)),
        )
        yield OutputFile(addresses.badge(platform.id), svg.encode())


def _badge_days(term: Term) -> str:
    ended = f"（{term.end_reason.label}）" if term.end_reason else ""
    return f"有效期间 {words.term(term)}{ended}"


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the pages of one jurisdiction's platforms are made with."""

    studio: Studio
    courses: Courses
    taken_over: Predecessors

    def page(self, platform: Platform) -> Page:
        """The page of one platform."""
        site = self.studio.register.site
        address, data = addresses.platform(platform.id), addresses.api_platform(platform.id)
        jurisdiction = site.jurisdictions[platform.jurisdiction]
        course = self.courses.of(platform)
        functions = [self.studio.wording.label("functions", id_) for id_ in platform.functions]
        body = self.studio.environment.get_template("platform.html").render(
            platform=platform,
            tier=platform.tier.label,
            named_by=platform.named_by.label,
            jurisdiction=jurisdiction.id,
            giver=jurisdiction.name,
            here=f"{site.settings.site_url}{address}" if site.settings.site_url else "",
            data=data,
            course=course,
            names=self._names(platform),
            operator=_operator(platform),
            functions="、".join(functions),
            heirs=self._named(heirs(platform.id, self.studio.register.platforms)),
            taken_over=self._named(self.taken_over.get(platform.id, ())),
            unknown=[*_missing(platform), *course.unknown],
            profile=self._profile(platform.id),
        )
        return Page(
            address,
            platform.name,
            f"{platform.name}（{jurisdiction.name}）的认定记录：有效期间和所依据的文件",
            body,
            next_change(platform.standing, site.as_of),
            ("platform.js",),
            data,
            self._head(platform, course, functions),
        )

    def _names(self, platform: Platform) -> list[tuple[str, str, str, str]]:
        """Every name with its days and its document, where there was more than one."""
        if len(platform.names) < 2:
            return []
        found = []
        for period in platform.names:
            document = self.courses.archive.documents[period.document]
            until = f"至{in_chinese(period.through)}" if period.through else "起"
            found.append(
                (period.name, f"{in_chinese(period.from_)}{until}", document.label, document.address)
            )
        return found

    def _named(self, ids: tuple[str, ...]) -> list[tuple[str, str]]:
        """Other platforms by id and name."""
        known = self.studio.register.platforms
        return [(id_, known[id_].name if id_ in known else id_) for id_ in ids]

    def _profile(self, id_: str) -> dict[str, Any] | None:
        profile = self.studio.register.site.profiles.get(id_)
        if profile is None:
            return None
        label = self.studio.wording.label
        services = [
            (service.text, "、".join(label("functions", function) for function in service.functions))
            for service in profile.services
        ]
        return {"record": profile, "services": services, "checked_on": in_chinese(profile.checked_on)}

    def _head(self, platform: Platform, course: Course, functions: list[str]) -> str:
        """The tags of governments, and the platform as an organization with its certifications."""
        site = self.studio.register.site
        former = list(dict.fromkeys([p.name for p in platform.names if p.name != platform.name]))
        profile = site.profiles.get(platform.id)
        tags = heads.metas(
            heads.column(addresses.REGISTRY, site.settings),
            title=platform.name,
            source=course.issuers,
            keywords=(platform.name, *former, *functions),
        )
        facts = {
            "@type": "Organization",
            "name": platform.name,
            "alternateName": former,
            "identifier": [platform.id, platform.credit_code] if platform.credit_code else platform.id,
            "location": platform.location,
            "url": profile.website if profile else None,
            "telephone": profile.telephone if profile else None,
            "address": profile.address if profile else None,
            "hasCertification": course.certifications,
        }
        return f"{tags}\n{heads.structured(facts)}"


def _operator(platform: Platform) -> str:
    """Who runs a platform; empty where no list says it."""
    return platform.operator or (SAME_AS_NAME if platform.named_by is NamedBy.ORGANIZATION else "")


def _missing(platform: Platform) -> list[str]:
    """What no list says of a platform, in one sentence."""
    row = {
        "运营单位": _operator(platform),
        "统一社会信用代码": platform.credit_code,
        "服务功能": platform.functions,
        "所在地": platform.location,
    }
    missing = [label for label, value in row.items() if not value]
    return [f"名单没有写明{'、'.join(missing)}"] if missing else []
