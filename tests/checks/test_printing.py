# SPDX-License-Identifier: Apache-2.0
"""Is a character that the printed forms cannot show found where it stands?"""

import pytest

from generator.checks.printing import texts_can_be_printed
from tests import builders
from tests.builders import form, ruleset
from tests.checks.findings import told

PART = {"kind": "words", "points": [{"text": "一"}, {"text": "二", "points": ["面积㎡"]}]}
REPAIR = "换一种写法，例如把“㎡”写成“平方米”"


@pytest.mark.parametrize("title", ["样例申请表", "𠮷䶮", "（一）①□ A-1 %"])
def test_what_the_fonts_have_passes(title: str) -> None:
    records = {"forms": {"yangli/a": form(title=title)}, "rulesets": {"yangli/2020": ruleset(title=title)}}

    assert told(texts_can_be_printed, builders.register(**records)) == []


def test_a_text_deep_in_a_form_is_found() -> None:
    changed = form(layout_known=True, where_to_ask=None, parts=[PART])

    assert told(texts_can_be_printed, builders.register(forms={"yangli/a": changed})) == [
        (
            "registry/forms/yangli/a.yaml parts 0 points 1 points 0",
            "印表格的字体里没有“㎡”（U+33A1）",
            REPAIR,
        )
    ]


def test_each_character_is_named_once() -> None:
    changed = ruleset(title="😀样例㎡😀")

    assert told(texts_can_be_printed, builders.register(rulesets={"yangli/2020": changed})) == [
        (
            "registry/rulesets/yangli/2020.yaml title",
            "印表格的字体里没有“😀”（U+1F600）、“㎡”（U+33A1）",
            REPAIR,
        )
    ]
