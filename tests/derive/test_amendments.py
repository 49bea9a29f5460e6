# SPDX-License-Identifier: Apache-2.0
"""What changed between two versions, in which direction, and is the list complete?"""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.amendments import Amendment, Comparison, compared, previous
from generator.derive.statements import Statement, Subject, statements, units_of
from generator.derive.thresholds import resolved
from generator.model.change import ChangeKind
from generator.model.ruleset import Ruleset
from tests import builders
from tests.contents.real import RECORDED_IN_FULL, real_register, version

UNITS = {"万元": Decimal(10_000), "亿元": Decimal(100_000_000), "人": Decimal(1), "人次": Decimal(1)}
MIRRORED = {
    ChangeKind.STRICTER: ChangeKind.LOOSER,
    ChangeKind.LOOSER: ChangeKind.STRICTER,
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
}
Said = dict[Subject, tuple[tuple[object, ...], tuple[str, ...]]]


def full(**changes: Any) -> Ruleset:
    """A version whose text is recorded in full."""
    return builders.ruleset(text="full", **changes)


def assets(amount: int, **changes: Any) -> dict[str, Any]:
    """At least so many times 10,000 yuan."""
    fields = {"metric": "total_assets", "at_least": amount, "unit": "万元", "article": "第六条"}
    return {"id": "total-assets"} | fields | changes


def relaxed(amount: int, less: int) -> dict[str, Any]:
    """Assets of so much, or less for public institutions."""
    inner = [{"metric": "total_assets", "at_least": n, "unit": "万元"} for n in (amount, less)]
    inner[1]["applies_to"] = ["public-institution"]
    return {"id": "total-assets", "article": "第六条", "any": inner}


def kinds(old: Ruleset, new: Ruleset) -> dict[str, str]:
    return {str(change.subject): change.kind.value for change in compared(old, new, UNITS).changes}


def said(ruleset: Ruleset) -> Said:
    """What a version says, as far as it is compared."""
    return {
        subject: (statement.value, statement.words)
        for subject, statement in statements(
            resolved(ruleset), units_of(real_register().site.vocabularies)
        ).items()
    }


def applied(before: Said, comparison: Comparison) -> Said:
    """What was said before, with the changes made to it."""
    after = dict(before)
    for change in comparison.changes:
        after.pop(change.subject, None)
        if change.new:
            after[change.subject] = (change.new.value, change.new.words)
    return after


# Directions


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (assets(50), assets(80), "stricter"),
        (assets(80), assets(50), "looser"),
        (assets(10_000), assets(1, unit="亿元"), None),
        (assets(50), assets(50, article="第七条"), None),
        (assets(50), assets(50, note="说明"), "reworded"),
        (relaxed(100, 50), assets(100), "stricter"),
        (assets(100), relaxed(100, 50), "looser"),
        (relaxed(100, 50), relaxed(200, 80), "stricter"),
        (relaxed(100, 50), relaxed(200, 30), "changed"),
        (assets(50), assets(50, applies_to=["public-institution"]), "changed"),
    ],
)
def test_a_threshold_goes_up_or_down_or_is_another_one(
    old: dict[str, Any], new: dict[str, Any], kind: str | None
) -> None:
    assert kinds(full(criteria=[old]), full(criteria=[new])).get("criteria/total_assets") == kind


def test_a_lower_ceiling_is_stricter() -> None:
    def ceiling(amount: int) -> Ruleset:
        return full(
            criteria=[
                {"id": "a", "metric": "service_staff", "at_most": amount, "unit": "人", "article": "第一条"}
            ]
        )

    assert kinds(ceiling(5), ceiling(3)) == {"criteria/service_staff": "stricter"}


VALIDITY: dict[str, Any] = {"years": 3, "article": "第四条"}
GROUND: dict[str, Any] = {"id": "fraud", "ground": "样例", "effect": "撤销", "article": "第五条"}
WHO: dict[str, Any] = {"kinds": ["public-institution"], "article": "第二条"}
MORE = {"kinds": ["public-institution", "service-organization"]}
SHOWN: dict[str, Any] = {"working_days": 5, "channels": ["样例网站"], "article": "第三条"}
LAST = {"every": "year", "month": 2, "day": "last"}
DUTY: dict[str, Any] = {
    "id": "report",
    "owed_by": "平台",
    "to": ["样例局"],
    "what": "总结",
    "article": "第六条",
    "due": LAST,
}
PAPER = {"number": 1, "name": "申请表", "article": "第七条"}
CLASS = {"id": "all", "name": "综合类", "meaning": "多", "article": "第一条"}
BEGIN = {"starts": "on-issue", "article": "第八条"}
TITLE = {"title": "样例", "article": "第一条"}


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        ("validity", VALIDITY, VALIDITY | {"years": 5}, ("validity/years", "looser")),
        ("validity", VALIDITY, VALIDITY | {"kind": "review"}, ("validity/years", "changed")),
        ("validity", VALIDITY, VALIDITY | {"reapply": "after-end"}, ("validity/reapply", "added")),
        ("publicity", SHOWN, SHOWN | {"working_days": 7}, ("publicity/working-days", "changed")),
        ("publicity", SHOWN, SHOWN | {"working_days": None}, ("publicity/working-days", "removed")),
        ("publicity", SHOWN, SHOWN | {"channels": ["另一网站"]}, ("publicity/channels", "reworded")),
        ("revocation", [GROUND], [GROUND | {"ban_years": 3}], ("revocation/fraud", "stricter")),
        ("revocation", [GROUND | {"ban_years": 3}], [GROUND], ("revocation/fraud", "looser")),
        ("revocation", [], [GROUND], ("revocation/fraud", "added")),
        ("duties", [DUTY], [DUTY | {"what": "计划"}], ("duties/report", "reworded")),
        ("duties", [DUTY], [DUTY | {"due": None, "due_text": "每季度"}], ("duties/report", "changed")),
        ("applicants", WHO, WHO | MORE, ("applicants/kinds", "looser")),
        ("applicants", WHO | MORE, WHO, ("applicants/kinds", "stricter")),
        ("applicants", WHO, WHO | {"detail": "不限于所列"}, ("applicants/kinds", "reworded")),
        ("materials", [], [PAPER], ("materials/申请表", "added")),
        ("categories", [CLASS], [], ("categories/all", "removed")),
        ("in_force", BEGIN, BEGIN | {"years": 5}, ("in-force/years", "added")),
        ("designation", TITLE | {"cycle": "annual"}, TITLE, ("designation/cycle", "removed")),
    ],
)
def test_every_part_is_compared(field: str, old: Any, new: Any, expected: tuple[str, str]) -> None:
    assert list(kinds(full(**{field: old}), full(**{field: new})).items()) == [expected]


def function(name: str, amount: int) -> dict[str, Any]:
    trainees = {"metric": "trainees", "at_least": amount, "unit": "人次"}
    return {"function": name, "article": "第七条", "requires": [trainees]}


def functions(*items: dict[str, Any], required: str = "at-least-one") -> Ruleset:
    return full(functions={"required": required, "article": "第七条", "items": list(items)})


def test_functions_and_what_they_demand_are_compared_one_by_one() -> None:
    old = functions(function("training", 200), function("information", 10))
    new = functions(function("training", 300), required="those-applied-for")

    assert kinds(old, new) == {
        "functions/required": "changed",
        "functions/information": "removed",
        "functions/information/trainees": "removed",
        "functions/training/trainees": "stricter",
    }


# What was not seen


def test_what_is_not_recorded_of_a_partial_text_is_no_change() -> None:
    partial = builders.ruleset(text="partial", validity=VALIDITY)
    found = compared(full(criteria=[assets(50)], validity=VALIDITY | {"years": 5}), partial, UNITS)

    assert [str(change.subject) for change in found.changes] == ["validity/years"]
    assert "criteria/total_assets" in map(str, found.unseen)
    assert found.compared == 1


def test_what_a_partial_text_says_and_a_full_one_does_not_is_new() -> None:
    partial = builders.ruleset(text="partial", criteria=[assets(50)])

    assert kinds(full(), partial) == {"criteria/total_assets": "added"}


def test_a_text_that_is_not_recorded_is_compared_with_nothing() -> None:
    found = compared(builders.ruleset(text="not-recorded"), full(criteria=[assets(50)]), UNITS)

    assert (found.changes, found.compared) == ((), 0)


# Properties, over made-up versions and over the real ones

NODES = st.one_of(
    st.builds(assets, st.integers(1, 3)),
    st.builds(relaxed, st.integers(1, 3), st.integers(1, 3)),
    st.builds(lambda n: assets(n, note="说明"), st.integers(1, 2)),
)
VERSIONS = st.builds(
    lambda nodes, years, days, trainees, grounds: full(
        criteria=nodes,
        validity={"years": years, "article": "第四条"} if years else None,
        publicity=SHOWN | {"working_days": days},
        functions={
            "required": "at-least-one", "article": "第七条",
            "items": [function(*item) for item in trainees.items()],
        } if trainees else None,
        revocation=grounds,
    ),
    st.lists(NODES, max_size=1),
    st.sampled_from([None, 2, 3]),
    st.sampled_from([None, 5, 7]),
    st.dictionaries(st.sampled_from(["training", "information"]), st.integers(1, 3)),
    st.sampled_from([[], [GROUND], [GROUND | {"ban_years": 2}]]),
)  # fmt: skip


def mirrored(change: Amendment) -> Amendment:
    """The same change seen from the newer version."""
    return replace(change, kind=MIRRORED.get(change.kind, change.kind), old=change.new, new=change.old)


def hold_the_laws(old: Ruleset, new: Ruleset) -> None:
    """The changes made to the old give the new; a version has no change from itself; swapping mirrors."""
    found, back = compared(old, new, UNITS), compared(new, old, UNITS)

    assert applied(said(old), found) == said(new)
    assert compared(old, old, UNITS).changes == ()
    assert back.changes == tuple(mirrored(change) for change in found.changes)


@given(VERSIONS, VERSIONS)
def test_the_list_is_complete_empty_for_itself_and_mirrored(old: Ruleset, new: Ruleset) -> None:
    hold_the_laws(old, new)


@pytest.mark.parametrize(("one", "other"), list(permutations(RECORDED_IN_FULL, 2)))
def test_the_same_holds_between_any_two_real_texts(one: str, other: str) -> None:
    units = units_of(real_register().site.vocabularies)
    old, new = version(one), version(other)
    found = compared(old, new, units)
    before, after = (
        {s: (x.value, x.words) for s, x in statements(resolved(v), units).items()} for v in (old, new)
    )

    assert applied(before, found) == after
    assert compared(new, old, units).changes == tuple(mirrored(change) for change in found.changes)
    assert len(found.changes) > 10


def test_a_list_with_a_change_left_out_does_not_give_the_new_version() -> None:
    old, new = full(criteria=[assets(50)]), full(criteria=[assets(80)], validity=VALIDITY)
    found = compared(old, new, UNITS)
    for change in found.changes:
        rest = tuple(other for other in found.changes if other is not change)
        assert applied(said(old), Comparison(rest, (), 0)) != said(new)


def test_both_sides_name_their_own_articles() -> None:
    [change] = compared(
        full(criteria=[assets(50)]), full(criteria=[assets(80, article="第九条")]), UNITS
    ).changes

    assert isinstance(change, Amendment)
    assert isinstance(change.old, Statement)
    assert (change.old.article, change.new and change.new.article) == ("第六条", "第九条")


# Which version is the one before


def test_the_version_before_is_the_last_issued_one_before_it() -> None:
    draft = builders.ruleset(
        stage="consultation", issued_on=None, published_on=builders.TINY_DAY, in_force=None
    )
    versions = {
        "yangli/2015": full(),
        "yangli/2019-draft": draft,
        "yangli/2020": full(),
        "yangli/2021-draft": draft,
    }
    site = builders.site(rulesets=versions)

    assert {id_: previous(site, id_) for id_ in versions} == {
        "yangli/2015": None,
        "yangli/2019-draft": "yangli/2015",
        "yangli/2020": "yangli/2015",
        "yangli/2021-draft": "yangli/2020",
    }


def test_subjects_are_in_an_order_of_their_own() -> None:
    found = compared(
        version("linfen/2018"), version("xiamen/2021"), units_of(real_register().site.vocabularies)
    )
    ranks = [change.subject.rank for change in found.changes]

    assert all(one < other for one, other in pairwise(ranks))
