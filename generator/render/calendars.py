# SPDX-License-Identifier: Apache-2.0
"""Which deadlines do calendars show? One file a jurisdiction and one a platform, for any calendar program.

Only deadlines with a day are events. Nothing of a file depends on the clock: what RFC 5545 calls the stamp is
the day on which the source was last compared. The calendar of a platform is laid out once for all platforms
that the same documents touched alike; its name and id are filled in, as laying out an event costs half a
millisecond. A calendar is there whatever the day, so that nobody's subscription ends with a term.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText
from icalendar.parser import Contentline

from generator.base import addresses
from generator.base.days import in_chinese
from generator.base.output_file import OutputFile
from generator.derive import deadlines
from generator.derive.deadlines import Deadline, DeadlineKind, Recurrence
from generator.derive.register import Register
from generator.model.overview import Item
from generator.model.platform import Platform, Term
from generator.model.site import Site
from generator.render.studio import Studio

PRODUCT = "-//platform-registry//platform-registry//ZH"
DOMAIN = "platform-registry"  # of the ids of events, which must not change with the site's address
NAME, ID = "\ue000", "\ue001"  # stand for the name and the id of a platform until they are filled in
OCTETS = 75  # of a line at most, by RFC 5545, 3.1; the library keeps below
FEWEST = 5  # windows of a jurisdiction that are shown however old they are
ALARM = {  # so many days before, at nine in the morning
    DeadlineKind.DUTY: 14,
    DeadlineKind.WINDOW: 7,
    DeadlineKind.TERM_END: 90,
    DeadlineKind.REVIEW: 90,
    DeadlineKind.REAPPLY: 7,
}
CATEGORY = {
    DeadlineKind.DUTY: "报送",
    DeadlineKind.WINDOW: "申报、公示和征求意见",
    DeadlineKind.TERM_END: "有效期",
    DeadlineKind.REVIEW: "有效期",
    DeadlineKind.REAPPLY: "再次申报",
}
BEFORE = {DeadlineKind.DUTY: "报送截止：", DeadlineKind.WINDOW: "截止："}
NINE = timedelta(hours=9)
CAVEAT = "以认定机关公布的文件为准。"


def day_of(deadline: Deadline) -> date | None:
    """The day of the event; None where a deadline has no day that is sure."""
    if deadline.recurrence:
        return deadline.recurrence.first_day
    return deadline.opens if deadline.kind is DeadlineKind.REAPPLY else deadline.on


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline, what it rests on, and the page that its event leads to."""

    deadline: Deadline
    about: str  # the version with its article, or the title of a notice
    target: str


@dataclass(frozen=True, slots=True)
class Mould:
    """A calendar in which the name and the id of a platform are still to be filled in."""

    lines: tuple[bytes | str, ...]

    @classmethod
    def of(cls, calendar: Calendar) -> "Mould":
        """Lines that are the same for all are folded once."""
        lines = [line for line in calendar.content_lines() if line]
        return cls(tuple(line if NAME in line or ID in line else _folded(line) for line in lines))

    def filled(self, name: str, id_: str) -> bytes:
        """The calendar of one platform."""
        written = vText(name).to_ical().decode()
        parts = [
            line if isinstance(line, bytes) else _folded(line.replace(NAME, written).replace(ID, id_))
            for line in self.lines
        ]
        return b"\r\n".join([*parts, b""])


def _folded(line: str) -> bytes:
    """The line as the library folds it, which leaves those of fewer than 75 octets as they are."""
    octets = line.encode()
    return octets if len(octets) < OCTETS else Contentline(line).to_ical()  # type: ignore[no-untyped-call]


def calendar_of(site_url: str | None, name: str, page: str, entries: Iterable[Entry]) -> Calendar:
    """A calendar of all entries that have a day."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    if site_url:
        calendar.add("url", f"{site_url}{page}")
    for entry in entries:
        if day := day_of(entry.deadline):
            calendar.add_component(_event(site_url, entry, day))
    return calendar


def _event(site_url: str | None, entry: Entry, day: date) -> Event:
    deadline = entry.deadline
    summary = _summary(deadline)
    event = Event()
    event.add("uid", f"{deadline.key.replace('/', '.')}@{DOMAIN}")
    stamp = deadline.checked_on
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("summary", summary)
    event.add("description", "\n".join(_details(entry)))
    event.add("categories", [CATEGORY[deadline.kind]])
    event.add("transp", "TRANSPARENT")
    if deadline.is_cancelled:
        event.add("status", "CANCELLED")
    if site_url:
        event.add("url", f"{site_url}{entry.target}")
    if deadline.recurrence:
        event.add("rrule", _rule(deadline.recurrence))
    if not deadline.is_cancelled:
        event.add_component(_alarm(deadline, summary))
    return event


def _alarm(deadline: Deadline, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", NINE - timedelta(days=ALARM[deadline.kind]))
    return alarm


def _summary(deadline: Deadline) -> str:
    who = f"（{deadline.who}）" if deadline.who else ""
    off = "（已撤回）" if deadline.is_cancelled else ""
    return f"{off}{BEFORE.get(deadline.kind, '')}{deadline.what}{who}"


def _details(entry: Entry) -> Iterator[str]:
    deadline = entry.deadline
    if deadline.to:
        yield f"报给：{'、'.join(deadline.to)}"
    if deadline.kind is DeadlineKind.WINDOW and deadline.opens:
        yield f"自{in_chinese(deadline.opens)}起"
    if deadline.kind is DeadlineKind.REAPPLY:
        yield "受理的起止日期见当年的申报通知"
    if entry.about:
        yield f"依据：{entry.about}"
    if deadline.recurrence and deadline.recurrence.last is None:
        yield "办法没有写终止日；有新办法的，以新办法为准"
    yield CAVEAT


def _rule(recurrence: Recurrence) -> dict[str, object]:
    """How the day comes round; the last time is stated only where an end is known."""
    day = -1 if recurrence.due.day == "last" else recurrence.due.day
    rule: dict[str, object] = {"freq": "yearly", "bymonth": list(recurrence.months), "bymonthday": day}
    return rule | ({"until": recurrence.last} if recurrence.last else {})


def jurisdiction_calendars(studio: Studio) -> Iterator[OutputFile]:
    """calendar/<jurisdiction>.ics: duties while a version governs, and the windows of notices.

    Windows of before last year are left out, unless there are few of them; the lists of notices have them.
    """
    site = studio.register.site
    oldest = date(site.as_of.year - 1, 1, 1)
    items: dict[str, list[Item]] = defaultdict(list)
    for item in studio.overview.items:
        items[item.jurisdiction].append(item)
    for id_ in calendared(studio):
        duties = [deadline for deadline in duties_in(studio, id_) if deadline.recurrence]
        windows = [
            Entry(deadline, f"《{item.title}》", item.address)
            for item in items[id_]
            for deadline in deadlines.of_item(item)
            if deadline.on
        ]
        windows.sort(key=lambda entry: (entry.deadline.on or oldest, entry.deadline.key))
        old = sum(1 for entry in windows if entry.deadline.on and entry.deadline.on < oldest)
        kept = windows[min(old, max(0, len(windows) - FEWEST)) :]
        name = f"{site.jurisdictions[id_].name}示范平台期限"
        has_guide = studio.register.leading(id_) is not None
        page = addresses.quarter(id_) if has_guide else addresses.notices_in(id_)
        told = [Entry(duty, about(site, duty), page) for duty in duties]
        calendar = calendar_of(site.settings.site_url, name, page, [*told, *kept])
        yield OutputFile(addresses.calendar(id_), calendar.to_ical())


def about(site: Site, deadline: Deadline) -> str:
    """The version that a deadline rests on, with its article; empty where no version is known."""
    version = site.rulesets.get(deadline.source.removeprefix("guides/").removesuffix("/"))
    return f"《{version.title}》{deadline.article or '（条款未见）'}" if version else ""


def duties_in(studio: Studio, jurisdiction: str) -> list[Deadline]:
    """The duties of all versions of a jurisdiction, while these govern."""
    return [
        deadline
        for id_, version in studio.register.site.versions(jurisdiction)
        for deadline in deadlines.of_version(id_, version, studio.register.standings[id_])
    ]


def calendared(studio: Studio) -> list[str]:
    """The jurisdictions that have a calendar: those in which something has, or had, a day."""
    dated = {
        item.jurisdiction
        for item in studio.overview.items
        if any(window.at_latest is None for window in item.windows)
    }
    return [
        id_
        for id_ in studio.register.site.jurisdictions
        if id_ in dated or any(deadline.recurrence for deadline in duties_in(studio, id_))
    ]


def platform_calendars(studio: Studio) -> Iterator[OutputFile]:
    """registry/<platform>/calendar.ics for each platform that has a deadline with a day."""
    moulds: dict[tuple[str, Term | None], Mould | None] = {}
    for platform in studio.register.platforms.values():
        key = platform.jurisdiction, deadlines.leading_term(platform)
        if key not in moulds:
            moulds[key] = _mould(studio, platform)
        if mould := moulds[key]:
            yield OutputFile(
                addresses.platform_calendar(platform.id), mould.filled(platform.name, platform.id)
            )


def platform_deadlines(register: Register, platform: Platform) -> list[Deadline]:
    """The deadlines of a platform that have a day."""
    found = deadlines.of_platform(platform, register.site.rulesets, register.standings)
    return [deadline for deadline in found if day_of(deadline)]


def _mould(studio: Studio, platform: Platform) -> Mould | None:
    """The calendar of all platforms with the same leading term; None where nothing has a day."""
    site = studio.register.site
    found = platform_deadlines(studio.register, platform)
    page = addresses.platform(ID)
    entries = [
        Entry(replace(deadline, who=NAME, key=f"{ID}/{deadline.key}"), about(site, deadline), page)
        for deadline in found
    ]
    if not entries:
        return None
    return Mould.of(calendar_of(site.settings.site_url, f"{NAME}：示范平台期限", page, entries))
