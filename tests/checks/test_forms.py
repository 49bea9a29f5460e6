# SPDX-License-Identifier: Apache-2.0
"""Is every form told that cannot be made into files, or that refers to something that does not fit?"""

from typing import Any

import pytest

from generator.checks.forms import (
    everything_on_paper_can_be_printed,
    facts_of_a_form_are_asked_by_its_version,
    fields_of_a_form_have_ids_of_their_own,
    forms_with_a_known_layout_have_parts,
    replaced_forms_are_recorded,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import form, ruleset
from tests.checks.findings import places_told, told

FORM = "registry/forms/yangli/x.yaml"
ASSETS = {"id": "total-assets", "metric": "total_assets", "at_least": 50, "unit": "万元", "article": None}


def field(id_: str = "assets", **changes: Any) -> dict[str, Any]:
    return {"id": id_, "label": "样例栏", "type": "number", "unit": "万元"} | changes


def cover(*fields: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "cover", "heading": ["样例表"], "fields": list(fields)}


def table(id_: str, *columns: str) -> dict[str, Any]:
    return {"kind": "table", "id": id_, "rows": 1, "columns": [{"id": c, "label": "样例列"} for c in columns]}


def with_form(*parts: dict[str, Any], others: Any = None, **changes: Any) -> Register:
    """A register with one form of a version that asks for total assets."""
    known = {"layout_known": True, "parts": list(parts)}
    return builders.register(
        forms={"yangli/x": form(**(known | changes)), **(others or {})},
        rulesets={"yangli/2020": ruleset(criteria=[ASSETS])},
    )


def test_a_known_layout_without_parts_is_told() -> None:
    assert told(forms_with_a_known_layout_have_parts, with_form()) == [
        (
            f"{FORM} layout_known",
            "写明版式已见，却没有写各部分",
            "补上 parts；没有见到版式的写 layout_known: false，并写 where_to_ask",
        )
    ]
    assert told(forms_with_a_known_layout_have_parts, with_form(cover())) == []
    assert told(forms_with_a_known_layout_have_parts, with_form(layout_known=False)) == []


def test_fields_and_tables_that_share_an_id_are_told_at_each_place() -> None:
    grid = {"kind": "grid", "columns": 1, "rows": [[{"fields": [field("a")]}]]}

    found = told(fields_of_a_form_have_ids_of_their_own, with_form(cover(field("a")), grid, table("a", "n")))

    assert found == [
        (f"{FORM} {keys}", "编号“a”用了 3 次", "只留一处，其余改用没有用过的编号")
        for keys in ("parts 0 fields 0 id", "parts 1 rows 0 0 fields 0 id", "parts 2 id")
    ]


def test_columns_that_share_an_id_are_told() -> None:
    found = places_told(fields_of_a_form_have_ids_of_their_own, with_form(table("t", "n", "n")))

    assert found == [f"{FORM} parts 0 columns 0 id", f"{FORM} parts 0 columns 1 id"]


def test_columns_of_different_tables_may_share_an_id() -> None:
    known = with_form(cover(field("a")), table("t", "n"), table("u", "n", "a"))

    assert told(fields_of_a_form_have_ids_of_their_own, known) == []


def test_a_fact_that_the_version_asks_for_is_right() -> None:
    assert told(facts_of_a_form_are_asked_by_its_version, with_form(cover(field(fact="total_assets")))) == []


def test_a_fact_that_the_version_does_not_ask_for_is_told_with_the_nearest() -> None:
    known = with_form(cover(field(fact="total_asset")))

    assert told(facts_of_a_form_are_asked_by_its_version, known) == [
        (f"{FORM} parts 0 fields 0 fact", "yangli/2020 的条件不问“total_asset”", "是否想写“total_assets”？")
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"unit": "人"}, "“资产总额”不能用单位“人”"),
        ({"unit": None}, "“资产总额”不能用单位“（无）”"),
        ({"type": "date", "unit": None}, "“资产总额”不能填在这样的栏里"),
    ],
)
def test_a_fact_in_a_field_that_does_not_fit_it_is_told(changes: dict[str, Any], message: str) -> None:
    known = with_form(cover(field(fact="total_assets") | changes))

    assert [found[1] for found in told(facts_of_a_form_are_asked_by_its_version, known)] == [message]


def test_a_form_that_replaces_what_is_not_recorded_is_told() -> None:
    assert told(replaced_forms_are_recorded, with_form(cover(), replaces="yangli/y")) == [
        (f"{FORM} replaces", "本辖区没有“yangli/y”这张表格", "可写的有：（没有）；没有的不写这一行")
    ]


def test_a_form_of_another_place_or_itself_is_not_what_a_form_replaces() -> None:
    others = {"other/y": form(ruleset="other/2020")}

    elsewhere = told(replaced_forms_are_recorded, with_form(cover(), replaces="other/y", others=others))
    itself = told(replaced_forms_are_recorded, with_form(cover(), replaces="yangli/x"))

    assert [message for _, message, _ in elsewhere + itself] == [
        "本辖区没有“other/y”这张表格",
        "表格不能取代自己",
    ]


def test_a_form_may_replace_another_of_its_place() -> None:
    known = with_form(cover(), replaces="yangli/y", others={"yangli/y": form()})

    assert told(replaced_forms_are_recorded, known) == []


def test_what_cannot_be_printed_is_told_where_it_stands() -> None:
    known = with_form(cover(field(label="样例\U00030000栏")))

    assert told(everything_on_paper_can_be_printed, known) == [
        (
            f"{FORM} parts 0 fields 0 label",
            "印不出这些字符：\U00030000（U+30000）",
            "换成常用的字；确有此字的，请维护者补充字体",
        )
    ]


def test_what_stands_on_checklists_and_self_assessments_is_looked_at_too() -> None:
    material = {"number": 1, "name": "样例\U00030000", "article": "第一条"}
    version = ruleset(materials=[material], title="样例\U00030000办法")

    found = places_told(
        everything_on_paper_can_be_printed, builders.register(rulesets={"yangli/2020": version})
    )

    assert found == [
        "registry/rulesets/yangli/2020.yaml title",
        "registry/rulesets/yangli/2020.yaml materials 0 name",
    ]


def test_rare_characters_of_names_can_be_printed() -> None:
    assert told(everything_on_paper_can_be_printed, with_form(cover(field(label="𠮷䶮栏")))) == []
