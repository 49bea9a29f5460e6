# SPDX-License-Identifier: Apache-2.0
"""Do old conclusions and the differences make the new ones, and does no blind spot look like a loss?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from generator.derive.comparison import compared
from generator.derive.conclusions import Conclusions, Difference, Key, Kind, conclusions, difference
from generator.derive.register import register
from generator.derive.trials import trials
from generator.model.designation import Designation
from generator.model.site import Site
from generator.render.differences.report import SECTIONS
from generator.render.differences.setting import Setting
from tests import builders
from tests.builders import TINY_DAY, act, designation, row, tiny_site
from tests.contents.real import real_register
from tests.derive.chronicle import LAW, law
from tests.derive.histories import LAWS, histories

Documents = Mapping[str, Designation]


def site_of(documents: Documents) -> Site:
    return builders.site(rulesets=LAWS, designations=documents)


def applied(old: Conclusions, found: tuple[Difference, ...]) -> dict[Key, Any]:
    """The conclusions after the differences."""
    after = dict(old)
    for each in found:
        after.pop(each.key, None)
        if each.new is not None:
            after[each.key] = each.new
    return after


@given(histories(), histories())
def test_the_differences_applied_to_the_old_conclusions_give_the_new(
    one: Documents, other: Documents
) -> None:
    old, new = (conclusions(register(site_of(side))) for side in (one, other))

    assert applied(old, difference(old, new)) == new
    assert difference(new, new) == ()


@given(histories(), histories())
def test_every_difference_is_told(one: Documents, other: Documents) -> None:
    comparison = compared(site_of(one), site_of(other), TINY_DAY)
    told = [line for lines in SECTIONS.values() for line in lines(Setting(comparison))]

    platforms = {each.key.id for each in comparison.differences if each.key.kind is Kind.PLATFORM}
    assert platforms <= {line.id for line in told}
    assert bool(comparison.differences) == bool(told)


@given(histories())
def test_a_revision_does_not_differ_from_itself(documents: Documents) -> None:
    comparison = compared(site_of(documents), site_of(documents), TINY_DAY)

    assert comparison.differences == ()
    assert comparison.kept == sum(bool(platform.terms) for platform in comparison.new.platforms.values())


@pytest.mark.parametrize("day", [date(2016, 1, 1), date(2023, 6, 1), date(2030, 12, 31)])
def test_conclusions_do_not_depend_on_the_day(day: date) -> None:
    known = replace(tiny_site(), as_of=day)
    others = {key: value for key, value in conclusions(register(known)).items() if key.kind is not Kind.GUIDE}

    assert {key: conclusions(register(tiny_site())).get(key) for key in others} == others


def test_the_real_register_does_not_differ_from_itself_with_all_its_cases() -> None:
    site = real_register().site
    words = site.vocabularies.model_copy(update={"topics": ()})
    asked = trials(replace(site, vocabularies=words), site)  # other words: every case is put to every version

    known = conclusions(register(site), asked)
    assert len(asked) == sum(len(cases.cases) for cases in site.cases.values())
    assert len([key for key in known if key.kind is Kind.JUDGEMENT]) == len({trial.id for trial in asked})


def listed(*names: str, unreadable: tuple[str, ...] = (), **changes: Any) -> Site:
    documents = {f"yangli/{name}": designation(act("designate", row(f"yangli-000{n}", name)), ruleset=LAW)
        for n, name in enumerate(names, 1)}  # fmt: skip
    fields: dict[str, Any] = {"rulesets": {LAW: law()}, "designations": documents} | changes
    return builders.site(unreadable=frozenset(unreadable), **fields)


def kinds(old: Site, new: Site) -> set[Kind]:
    return {each.key.kind for each in compared(old, new, TINY_DAY).differences}


def test_a_document_that_cannot_be_read_takes_nobodys_title() -> None:
    whole, broken = listed("a", "b"), listed("a", unreadable=("registry/designations/yangli/b.yaml",))

    assert Kind.PLATFORM in kinds(whole, listed("a"))
    assert kinds(whole, broken) == kinds(broken, whole) == set()


def test_a_version_that_cannot_be_read_changes_no_title_that_rests_on_it() -> None:
    elsewhere = {"beiyuan/a": designation(act("designate", row("beiyuan-0001", "样例")), ruleset=LAW)}
    whole = builders.site(rulesets={LAW: law()}, designations=elsewhere)
    broken = builders.site(
        designations=elsewhere, unreadable=frozenset({"registry/rulesets/yangli/2020.yaml"})
    )

    assert {Kind.PLATFORM, Kind.RULESET} <= kinds(whole, builders.site(designations=elsewhere))
    assert kinds(whole, broken) == set()


def test_what_can_be_read_is_compared_beside_what_cannot() -> None:
    notices = {"2023/2023-11-01-yangli-call": builders.notice()}
    edited = {"2023/2023-11-01-yangli-call": builders.notice(summary="另一句")}
    unread = ("content/notices/2022/2022-01-01-call.md",)
    old = listed("a", notices={**notices, "2022/2022-01-01-call": builders.notice()})
    new = listed("a", "b", notices=edited, unreadable=unread)

    found = {each.key for each in compared(old, new, TINY_DAY).differences}
    assert Key(Kind.PLATFORM, "yangli-0002") in found
    assert Key(Kind.NOTICE, "2023/2023-11-01-yangli-call") in found
    assert Key(Kind.NOTICE, "2022/2022-01-01-call") not in found


def test_names_that_lead_nowhere_do_no_harm() -> None:
    broken = listed("a", designations={"nowhere/a": designation(ruleset="nowhere/2020")})
    forms = {"nowhere/form": builders.form(ruleset="nowhere/2020")}
    broken = replace(broken, forms=forms, rulesets={"nowhere/2020": law()})
    comparison = compared(listed("a"), broken, TINY_DAY)

    assert [line for lines in SECTIONS.values() for line in lines(Setting(comparison))]
