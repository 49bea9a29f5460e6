# SPDX-License-Identifier: Apache-2.0
"""Does the checklist show every material in order, with article and form, and say what is not stated?"""

from typing import Any

from generator.derive.thresholds import resolved
from generator.model.vocabulary import Vocabularies
from generator.render.documents.checklist import checklist
from generator.render.documents.document import Document, Sheet, field_ids, texts
from generator.render.documents.made_by_us import Edition
from generator.render.words import Wording
from tests.builders import form, ruleset, tiny_site
from tests.render.documents.test_from_form import rows

MATERIALS = [
    {"number": 1, "name": "样例申请表", "form": "yangli/x", "article": "第一条"},
    {"number": 2, "name": "样例证书", "detail": "复印件", "copies": 2, "article": "第二条"},
]


def edition(words: Vocabularies | None = None, **changes: Any) -> Edition:
    wording = Wording.of(words or tiny_site().vocabularies)
    record = resolved(ruleset(**({"text": "full"} | changes)))
    return Edition("yangli/2020", record, "样例市示范平台", "https://r.example/", wording)


def made(**changes: Any) -> Document:
    return checklist(
        edition(materials=MATERIALS, **changes), {"yangli/x": form()}, "forms/yangli/2020-checklist/"
    )


def materials(document: Document) -> list[list[str]]:
    [sheet] = [block for block in document.blocks if isinstance(block, Sheet) and block.id == "materials"]
    return rows(sheet)


def test_materials_are_listed_in_order_with_form_copies_and_article() -> None:
    unseen = "样例申请表｜表格：样例申请表（版式未见，向样例市工业和信息化局索取）"

    assert materials(made())[1:] == [
        ["1", unseen, "未规定", "未规定", "第一条", "<已备>", "[material-1-note]"],
        ["2", "样例证书", "复印件", "2份", "第二条", "<已备>", "[material-2-note]"],
    ]


def test_where_the_text_was_not_seen_silence_is_not_called_unstated() -> None:
    partial = made(text="partial")

    assert materials(partial)[1][2:4] == ["待核", "待核"]
    assert any("原文未见" in text for text in texts(partial))


def test_it_says_that_it_is_not_official_and_where_its_version_stands_for_ever() -> None:
    told = "".join(texts(made()))

    assert "本站编制，非官方表格。依据《样例办法》（样工信〔2020〕1号）编制" in told
    assert "https://r.example/guides/yangli/2020/" in told
    assert (
        made().foot
        == "本站编制，非官方表格　版本 yangli/2020　https://r.example/forms/yangli/2020-checklist/"
    )


def test_a_draft_is_called_a_draft() -> None:
    draft = made(stage="consultation", published_on="2020-01-01", issued_on=None, in_force=None)

    assert any("征求意见稿编制" in text for text in texts(draft))


def test_a_demand_on_the_whole_is_told_below() -> None:
    assert "总的要求：按序装订。" in list(texts(made(materials_note="按序装订")))


def test_each_material_has_a_box_and_a_note() -> None:
    assert field_ids(made())[3:] == ["material-1", "material-1-note", "material-2", "material-2-note"]
