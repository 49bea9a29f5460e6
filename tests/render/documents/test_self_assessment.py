# SPDX-License-Identifier: Apache-2.0
"""Does the table to assess oneself show every condition with article, alternatives and blanks?"""

from typing import Any

from generator.model.vocabulary import Metric
from generator.render.documents.document import Document, Sheet, field_ids, texts
from generator.render.documents.self_assessment import self_assessment
from tests.builders import tiny_site
from tests.render.documents.test_checklist import edition
from tests.render.documents.test_from_form import rows

LEGAL = {"id": "legal-person", "metric": "legal_person", "equals": True, "article": "第一条"}
ASSETS = {"metric": "total_assets", "at_least": 100, "unit": "万元"}
EASIER = {"metric": "total_assets", "at_least": 50, "unit": "万元", "applies_to": ["public-institution"]}
EITHER = {"id": "assets", "article": "第二条", "any": [ASSETS, EASIER]}
TRAINING = {
    "function": "training",
    "article": "第三条",
    "requires": [
        {"metric": "trainees", "at_least": 300, "unit": "人次", "note": "样例说明"},
    ],
}


AGE = Metric.model_validate(
    {
        "id": "age",
        "label": "样例年限",
        "kind": "quantity",
        "dimension": "years",
        "question": "自哪天起？",
        "subject": "institution",
        "counted_from_day": True,
    }
)


def made(**changes: Any) -> Document:
    tiny = tiny_site().vocabularies
    words = tiny.model_copy(update={"metrics": (*tiny.metrics, AGE)})
    metrics = {metric.id: metric for metric in words.metrics}
    return self_assessment(edition(words, **changes), metrics, "forms/yangli/2020-self-assessment/")


def table(document: Document, id_: str) -> list[list[str]]:
    [sheet] = [block for block in document.blocks if isinstance(block, Sheet) and block.id == id_]
    return rows(sheet)


def test_a_condition_without_figure_has_boxes_and_room_for_a_note() -> None:
    [row] = table(made(criteria=[LEGAL]), "criteria")[1:]

    assert row == ["1", "具有独立法人资格", "第一条", "[legal-person-note]", "<达到><未达到>"]


def test_alternatives_are_rows_below_and_a_figure_is_asked_for_once() -> None:
    found = table(made(criteria=[EITHER]), "criteria")[1:]

    assert [row[:4] for row in found] == [
        ["1", "下列条件满足其一", "第二条", ""],
        ["1.1", "资产总额不低于100万元", "第二条", "[total_assets]万元"],
        ["1.2", "资产总额不低于50万元（限事业单位）", "第二条", "见上"],
    ]
    assert found[2][4] == "<达到><未达到><不适用>"
    assert found[0][4] == found[1][4] == "<达到><未达到>"


def test_a_figure_of_a_function_bears_the_key_of_its_fact() -> None:
    functions = {"required": "at-least-one", "article": "第三条", "items": [TRAINING]}
    found = table(made(functions=functions), "functions")[1:]

    assert found[0] == ["至少一项功能达到要求（第三条）"]
    assert found[1][0].endswith("（第三条）")
    assert found[1][1].endswith("申报此项")
    assert found[2][1:4] == ["年培训人次不少于300人次｜样例说明", "第三条", "[training.trainees]人次"]


def test_years_are_asked_for_as_a_day() -> None:
    years = {"id": "years", "metric": "age", "at_least": 1, "unit": "年", "article": "第一条"}

    [row] = table(made(criteria=[years]), "criteria")[1:]

    assert row[3] == "自哪天起？｜[age]"


def test_the_kinds_that_may_apply_are_boxes() -> None:
    applicants = {"kinds": ["public-institution"], "article": "第一条", "detail": "样例补充"}

    [[head, kinds, article]] = table(made(applicants=applicants, criteria=[LEGAL]), "kinds")

    assert (head, article) == ("机构类型", "第一条")
    assert kinds.startswith("<")
    assert kinds.endswith("｜样例补充")


def test_it_ends_with_a_conclusion_that_may_stay_open() -> None:
    assert table(made(criteria=[LEGAL]), "conclusion")[0] == ["总的结果", "<符合><不符合><尚不能判断>"]


def test_no_id_stands_for_two_things() -> None:
    ids = field_ids(made(criteria=[LEGAL, EITHER]))

    assert ids[3:] == [
        "legal-person-note",
        "legal-person",
        "assets",
        "total_assets",
        "assets-total-assets",
        "assets-total-assets-2",
        "verdict",
        "to-improve",
    ]


def test_it_says_that_it_decides_nothing() -> None:
    assert any("不是认定结论" in text for text in texts(made(criteria=[LEGAL])))
