# SPDX-License-Identifier: Apache-2.0
"""Do the days on which versions are in force follow from their texts, without overlaps or hidden gaps?"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.base.days import ONE_DAY, PartialDate, anniversary, in_chinese
from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.derive import versions
from generator.derive.register import Register
from generator.model.ruleset import InForce, Ruleset, Stage, StartRule
from generator.model.standing import Standing


def in_force_follows_from_the_text(register: Register) -> Iterator[Finding]:
    """施行首日、末日须能由正文的规定推算：印发即施行、印发若干日后施行、有效若干年。"""
    for id_, version in register.site.rulesets.items():
        rule = version.in_force
        if rule is None:
            continue
        place = places.ruleset(id_).at("in_force")
        first, last = _reckoned(version, rule)
        if rule.starts is not StartRule.STATED_DAY and str(rule.from_) != str(first):
            yield _differs(place.at("from"), "施行首日", rule.from_, first)
        if str(rule.through) != str(last) and (rule.years or rule.starts is not StartRule.STATED_DAY):
            yield _differs(place.at("through"), "施行末日", rule.through, last)


def _reckoned(version: Ruleset, rule: InForce) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last day as the text's own terms give them; None where they give none."""
    first, issued = None, version.issued_on
    if rule.starts is StartRule.ON_ISSUE:
        first = issued
    elif rule.starts is StartRule.DAYS_AFTER_ISSUE and issued and issued.exact:
        first = PartialDate.parse(issued.exact + ONE_DAY * (rule.days_after_issue or 0))
    elif rule.starts is StartRule.STATED_DAY:
        first = rule.from_
    if first is None or first.exact is None or rule.years is None:
        return first, None
    return first, PartialDate.parse(anniversary(first.exact, rule.years) - ONE_DAY)


def _differs(place: Location, what: str, typed: PartialDate | None, reckoned: PartialDate | None) -> Finding:
    written = f"写作 {typed}" if typed else "没有写"
    if reckoned is None:
        return Finding(place, f"{what}{written}，但正文的规定推算不出", "删去这一行，或补上推算所依据的规定")
    repair = f"改为 {reckoned}" if typed else f"补上 {place.keys[-1]}: {reckoned}"
    return Finding(
        place,
        f"{what}{written}，按正文推算应是 {reckoned}（{in_chinese(reckoned)}）",
        f"{repair}，或核对印发日期、日数和年数",
    )


def versions_do_not_overlap(register: Register) -> Iterator[Finding]:
    """同一辖区的两个版本不得同时施行；后一版废止前一版的，写在 supersedes 里。"""
    for jurisdiction in register.site.jurisdictions:
        ids = [id_ for id_, _ in register.site.versions(jurisdiction)]
        for one, other in combinations(ids, 2):
            days = [_days_in_force(register.standings[id_]) for id_ in (one, other)]
            if any(max(a[0], b[0]) <= min(a[1], b[1]) for a in days[0] for b in days[1]):
                yield Finding(
                    places.ruleset(other).at("in_force"),
                    f"与 {one} 的施行期间重叠",
                    f"若废止了前者，在 supersedes 里写 ruleset: {one}；否则核对两个版本的起止日期",
                )


def _days_in_force(standing: Standing) -> list[tuple[date, date]]:
    """The spans of days on which a version governs, or is presumed to."""
    ends = [border.from_ - ONE_DAY for border in standing[1:]] + [date.max]
    return [
        (border.from_, end)
        for border, end in zip(standing, ends, strict=True)
        if border.state in versions.GOVERNING
    ]


def gaps_are_declared(register: Register) -> Iterator[Finding]:
    """版本期满的次日没有另一版本接续的，在 gap_after 里说明；有接续的不写。"""
    site = register.site
    for id_, version in site.rulesets.items():
        rule = version.in_force
        jurisdiction = id_.split("/")[0]
        if version.stage is not Stage.ISSUED or rule is None or rule.through is None:
            continue
        if site.has_unreadable(f"registry/rulesets/{jurisdiction}"):
            continue  # the version that follows may be there
        next_days = (rule.through.first + ONE_DAY, rule.through.last + ONE_DAY)
        begun = [versions.begins(v) for other, v in site.versions(jurisdiction) if other != id_]
        follows = any(span and rule.from_ and rule.from_.last < span[0] <= next_days[1] for span in begun)
        if follows == bool(version.gap_after):
            place = (
                places.ruleset(id_).at("gap_after")
                if version.gap_after
                else places.ruleset(id_).at("in_force")
            )
            if follows:
                yield Finding(place, "期满后有版本接续，却写了 gap_after", "删去 gap_after")
            else:
                yield Finding(
                    place,
                    f"{rule.through} 期满后没有版本接续，也没有说明",
                    "补上 gap_after，写明期满后的情况",
                )
