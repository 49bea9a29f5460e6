# SPDX-License-Identifier: Apache-2.0
"""Which papers and packs go with a version, in which order?"""

from typing import Any

from generator.derive.papers import jurisdictions_with_papers, packed, packs_of, papers_of, title_given
from generator.derive.register import Register
from generator.model.form import FormRole
from tests import builders
from tests.builders import form, ruleset

VERSION = "yangli/2020"
LEGAL = {"id": "legal-person", "metric": "legal_person", "equals": True, "article": None}
MATERIAL = {"number": 1, "name": "样例材料", "article": "第一条"}
STEP = {"kind": "recommend", "actor": "样例", "action": "推荐", "article": "第一条"}
KNOWN = {"layout_known": True, "parts": [{"kind": "cover", "heading": ["样例"]}]}


def register(forms: dict[str, Any] | None = None, **changes: Any) -> Register:
    return builders.register(rulesets={VERSION: ruleset(**changes)}, forms=forms or {})


def test_a_version_of_which_nothing_is_recorded_has_no_papers() -> None:
    known = register()

    assert papers_of(known, VERSION) == ()
    assert packs_of(known, VERSION) == ()
    assert jurisdictions_with_papers(known) == []


def test_ours_come_first_and_official_ones_by_who_fills_them_in() -> None:
    forms = {
        "yangli/a": form(role="authority"),
        "yangli/b": form(role="recommender"),
        "yangli/c": form(role="applicant"),
    }

    found = papers_of(register(forms, criteria=[LEGAL], materials=[MATERIAL]), VERSION)

    ours = [f"{VERSION}-self-assessment", f"{VERSION}-checklist"]
    assert [paper.id for paper in found] == [*ours, "yangli/c", "yangli/b", "yangli/a"]
    assert [paper.is_ours for paper in found] == [True, True, False, False, False]


def test_a_paper_of_ours_follows_only_from_what_is_recorded() -> None:
    assert [p.id for p in papers_of(register(materials=[MATERIAL]), VERSION)] == [f"{VERSION}-checklist"]
    assert [p.id for p in papers_of(register(criteria=[LEGAL]), VERSION)] == [f"{VERSION}-self-assessment"]


def test_ours_are_named_after_the_title_that_is_given() -> None:
    rule = {"title": "样例市示范平台", "article": None}

    assert title_given(register(designation=rule), VERSION) == "样例市示范平台"
    assert title_given(register(), VERSION) == "样例省样例市"


def test_whoever_recommends_has_a_pack_where_the_version_knows_of_recommending() -> None:
    assert packs_of(register(criteria=[LEGAL]), VERSION) == (FormRole.APPLICANT,)
    assert FormRole.RECOMMENDER in packs_of(register(criteria=[LEGAL], procedure=[STEP]), VERSION)
    assert FormRole.RECOMMENDER in packs_of(
        register({"yangli/b": form(role="recommender", **KNOWN)}), VERSION
    )


def test_without_a_file_there_is_no_pack() -> None:
    assert packs_of(register({"yangli/c": form()}), VERSION) == ()


def test_a_pack_holds_ours_and_those_of_its_role() -> None:
    forms = {"yangli/b": form(role="recommender", **KNOWN), "yangli/c": form(**KNOWN)}
    known = register(forms, criteria=[LEGAL])

    ours = f"{VERSION}-self-assessment"
    assert [paper.id for paper in packed(known, VERSION, FormRole.APPLICANT)] == [ours, "yangli/c"]
    assert [paper.id for paper in packed(known, VERSION, FormRole.RECOMMENDER)] == [ours, "yangli/b"]


def test_the_jurisdictions_are_those_with_any_paper() -> None:
    assert jurisdictions_with_papers(register({"yangli/c": form()})) == ["yangli"]
