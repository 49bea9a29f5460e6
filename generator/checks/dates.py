# SPDX-License-Identifier: Apache-2.0
"""Are dates in order, and do file names and document numbers agree with them?"""

import unicodedata
from collections.abc import Iterator
from datetime import date

from generator.base.days import PartialDate
from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks import places
from generator.derive.register import Register

BRACKETS = str.maketrans("[【﹝(（{]】﹞)）}", "〔〔〔〔〔〔〕〕〕〕〕〕")
ODD = frozenset("[]［］【】﹝﹞()（）{} ０１２３４５６７８９")


def dates_are_in_order(register: Register) -> Iterator[Finding]:
    """施行日不早于印发日，末日不早于首日。"""
    for id_, version in register.site.rulesets.items():
        rule, place = version.in_force, places.ruleset(id_)
        if rule and rule.from_ and version.issued_on and rule.from_.last < version.issued_on.first:
            yield _out_of_order(
                place.at("in_force", "from"), "施行日", rule.from_, "印发日", version.issued_on
            )
        if rule and rule.from_ and rule.through and rule.through.last < rule.from_.first:
            yield _out_of_order(
                place.at("in_force", "through"), "施行末日", rule.through, "施行首日", rule.from_
            )
    for id_, designation in register.site.designations.items():
        for index, act in enumerate(designation.acts):
            if act.from_ and act.through and act.through.last < act.from_.first:
                place = places.designation(id_).at("acts", index, "through")
                yield _out_of_order(place, "有效期末日", act.through, "有效期首日", act.from_)


def _out_of_order(
    place: Location, later: str, later_day: PartialDate, earlier: str, earlier_day: PartialDate
) -> Finding:
    return Finding(
        place, f"{later} {later_day} 早于{earlier} {earlier_day}", f"核对两个日期；{later}不得早于{earlier}"
    )


def nothing_was_checked_in_the_future(register: Register) -> Iterator[Finding]:
    """核对日和取得来源的日期不晚于今天。"""
    today = register.site.as_of
    for place, day in _bookkeeping(register):
        if day > today:
            yield Finding(place, f"日期 {day} 晚于今天（{today}）", "改成实际核对的日期")


def _bookkeeping(register: Register) -> Iterator[tuple[Location, date]]:
    site = register.site
    for index, jurisdiction in enumerate(site.jurisdictions.values()):
        if jurisdiction.contact:
            place = places.vocabulary("jurisdictions").at(index, "contact", "checked_on")
            yield place, jurisdiction.contact.checked_on
    for id_, version in site.rulesets.items():
        yield places.ruleset(id_).at("checked_on"), version.checked_on
        yield places.ruleset(id_).at("source", "retrieved_on"), version.source.retrieved_on
    for id_, designation in site.designations.items():
        yield places.designation(id_).at("checked_on"), designation.checked_on
        yield places.designation(id_).at("source", "retrieved_on"), designation.source.retrieved_on
    for id_, profile in site.profiles.items():
        yield places.profile(id_).at("checked_on"), profile.checked_on
        yield places.profile(id_).at("source", "retrieved_on"), profile.source.retrieved_on
    for id_, notice in site.notices.items():
        yield places.notice(id_).at("checked_on"), notice.front.checked_on
        yield places.notice(id_).at("source", "retrieved_on"), notice.front.source.retrieved_on
        if notice.front.contact:
            yield places.notice(id_).at("contact", "checked_on"), notice.front.contact.checked_on


def file_names_carry_the_date(register: Register) -> Iterator[Finding]:
    """文件名开头的日期与 issued_on 相同，精度也相同；公告所在文件夹是它的年份。"""
    dated = [
        (places.designation(id_), id_, designation.issued_on)
        for id_, designation in register.site.designations.items()
    ] + [(places.notice(id_), id_, notice.front.issued_on) for id_, notice in register.site.notices.items()]
    for place, id_, issued_on in dated:
        folder, name = id_.split("/")
        stated = name.startswith(f"{issued_on}-") and not name[len(str(issued_on)) + 1 :][:2].isdigit()
        right_folder = not folder.isdigit() or folder == str(issued_on.year)
        if not (stated and right_folder):
            year = f"{issued_on.year}/" if folder.isdigit() else f"{folder}/"
            yield Finding(
                place.at("issued_on"),
                f"日期是 {issued_on}，文件名却是 {id_}",
                f"把文件改名为 {year}{issued_on}-短名，或改正 issued_on",
            )


def document_numbers_carry_the_year(register: Register) -> Iterator[Finding]:
    """文号〔〕里的年份通常就是印发的年份；不同时请核对（提示，不阻止发布）。"""
    numbered = [
        (places.ruleset(id_), version.document_number, version.issued_on)
        for id_, version in register.site.rulesets.items()
    ] + [
        (places.designation(id_), designation.document_number, designation.issued_on)
        for id_, designation in register.site.designations.items()
    ]
    for place, number, issued_on in numbered:
        year = unicodedata.normalize("NFKC", number or "")
        if number and issued_on and "〔" in number and f"〔{issued_on.year}〕" not in year:
            yield Finding(
                place.at("document_number"),
                f"文号“{number}”里的年份与日期 {issued_on} 不同",
                "核对文号和日期；确实不同的不必改",
                level=Level.NOTE,
            )


def document_numbers_use_their_brackets(register: Register) -> Iterator[Finding]:
    """文号里的年份用六角括号〔〕，不用方括号、圆括号或其他括号；数字用半角，中间不空格。"""
    numbered = [
        (places.ruleset(id_), version.document_number) for id_, version in register.site.rulesets.items()
    ]
    numbered += [
        (places.designation(id_), d.document_number) for id_, d in register.site.designations.items()
    ]
    numbered += [(places.notice(id_), n.front.document_number) for id_, n in register.site.notices.items()]
    for place, number in numbered:
        right = unicodedata.normalize("NFKC", number or "").translate(BRACKETS).replace(" ", "")
        if number and set(number) & ODD and right != number:
            yield Finding(place.at("document_number"), f"文号“{number}”的括号或数字不对", f"写作 {right}")
