# SPDX-License-Identifier: Apache-2.0
"""Does every publicity period end, and not before the day that the measures and the notice itself demand?"""

from collections.abc import Iterator
from datetime import date

from generator.base.days import PartialDate
from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks import places
from generator.derive import periods
from generator.derive.periods import Period, Rule
from generator.derive.register import Register
from generator.model.designation import Designation
from generator.model.notice import Notice, NoticeKind
from generator.model.period import DayUnit, PublicityPeriod
from generator.model.procedure import Publicity
from generator.model.site import Site


def publicity_periods_have_an_end(register: Register) -> Iterator[Finding]:
    """公示期要有末日：办法规定了天数，或公告写明天数或末日。"""
    for place, stated, law, _ in _stated(register):
        if periods.publicity_period(stated, law).span is None:
            yield Finding(
                place.at("from"),
                "不知道公示到哪一天为止：没有写末日，也没有可以推算的天数",
                "照公告补上 through（末日）或 working_days（工作日数）；依据的办法写明天数的，写上 ruleset",
            )


def publicity_periods_last_as_long_as_demanded(register: Register) -> Iterator[Finding]:
    """公示末日不早于办法和公告要求的那一天；更晚的，或者没有写依据哪一版办法的，只提示，请核对。"""
    for place, stated, law, version in _stated(register):
        reckoned = periods.publicity_period(stated, law)
        asked = periods.rule_for(stated, law)
        demanded = periods.rule_of(law)
        by_law = periods.last_days(stated.from_, demanded)
        field = "through" if stated.through else "working_days" if stated.working_days else "calendar_days"
        last = stated.through or reckoned.latest
        if last and by_law and last < by_law[0]:
            yield _too_early(place.at(field), last, by_law, f"{version} {demanded.article}", demanded)
        elif stated.through and reckoned.earliest and stated.through < reckoned.earliest:
            ends = (reckoned.earliest, reckoned.latest or reckoned.earliest)
            yield _too_early(place.at(field), stated.through, ends, "公告写明", asked)
        elif stated.through and reckoned.latest and stated.through > reckoned.latest:
            yield _later(place.at(field), stated.through, reckoned)
    yield from _earlier_than_the_law_of_the_day(register)


def publicity_periods_are_stated_as_such(register: Register) -> Iterator[Finding]:
    """公示期写在 publicity 里，才能与办法核对、逐日推算；写在 windows 里的请改写（提示，不阻止发布）。"""
    for id_, notice in register.site.notices.items():
        front = notice.front
        if front.kind is not NoticeKind.PUBLICITY or front.publicity:
            continue
        for index, window in enumerate(front.windows):
            if window.from_:
                yield Finding(
                    places.notice(id_).at("windows", index, "from"),
                    "公示的起止日期写在 windows 里，没有与办法核对",
                    f"是公示期的，改写作 publicity: {{from: {window.from_}, through: {window.through}}}",
                    level=Level.NOTE,
                )


def _earlier_than_the_law_of_the_day(register: Register) -> Iterator[Finding]:
    """What names no version may rest on another than the one in force that day: so only a note."""
    for jurisdiction, place, record in _records(register.site):
        stated = record.publicity
        if stated is None or record.ruleset:
            continue
        version = register.governing(jurisdiction, PartialDate.parse(stated.from_))
        demanded = periods.rule_of(register.site.rulesets[version].publicity if version else None)
        last = stated.through or periods.publicity_period(stated, None).latest
        by_law = periods.last_days(stated.from_, demanded)
        if last and by_law and last < by_law[0]:
            yield Finding(
                place.at("publicity", "from"),
                f"公示到 {last} 为止，没有写办法；首日有效的 {version} {demanded.article}"
                f"要求{_length(demanded)}，末日是{_in_words(by_law)}",
                f"依据这一版的，写上 ruleset: {version}，并核对末日；不依据它的不必改",
                level=Level.NOTE,
            )


def _too_early(place: Location, last: date, ends: tuple[date, date], source: str, rule: Rule) -> Finding:
    right = _in_words(ends)
    return Finding(
        place,
        f"公示末日 {last} 太早：{source}要求{_length(rule)}，末日是{right}",
        f"核对首日和天数；没有错的，末日改为{right}，或删去 through，由系统推算",
    )


def _later(place: Location, last: date, reckoned: Period) -> Finding:
    right = _in_words((reckoned.earliest or last, reckoned.latest or last))
    return Finding(
        place,
        f"公示末日 {last} 比要求的晚：按{_length(reckoned.rule)}推算，末日是{right}",
        "核对公告；公告确实写到这一天的不必改",
        level=Level.NOTE,
    )


def _length(rule: Rule) -> str:
    return f"{rule.days}个{'工作日' if rule.unit is DayUnit.WORKING else '自然日'}"


def _in_words(ends: tuple[date, date]) -> str:
    if ends[0] == ends[1]:
        return f" {ends[0]}"
    return f"不早于 {ends[0]}、不晚于 {ends[1]} 的一天（放假安排尚未公布）"


def _stated(
    register: Register,
) -> Iterator[tuple[Location, PublicityPeriod, Publicity | None, str | None]]:
    """Every publicity period, with what its version says; none whose version could not be read."""
    for _, place, record in _records(register.site):
        version = register.site.rulesets.get(record.ruleset or "")
        if record.publicity and (version or not record.ruleset):
            law = version.publicity if version else None
            yield place.at("publicity"), record.publicity, law, record.ruleset


def _records(site: Site) -> Iterator[tuple[str, Location, Notice | Designation]]:
    """The jurisdiction and the file of everything that may state such a period."""
    for id_, notice in site.notices.items():
        yield notice.front.jurisdiction, places.notice(id_), notice.front
    for id_, document in site.designations.items():
        yield id_.split("/")[0], places.designation(id_), document
