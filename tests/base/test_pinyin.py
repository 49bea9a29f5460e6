# SPDX-License-Identifier: Apache-2.0
"""Is a name found under the letter with which a reader says it?"""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.pinyin import INITIALS, OTHER, in_order, initial_of, syllable


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("北京云基地企业管理有限公司", "b"),
        ("厦门火炬高新区", "x"),
        ("重庆市中小企业服务中心", "c"),
        ("重点实验室", "z"),
        ("阿里", "a"),
        ("鄂尔多斯", "e"),
        ("女性创业中心", "n"),
        ("IT服务中心", "i"),
        ("ＩＴ服务中心", "i"),
        ("“双创”基地", "s"),
        ("（虚构）中心", "x"),
        ("365创业园", OTHER),
        ("——", OTHER),
        ("", OTHER),
    ],
)
def test_a_name_is_found_under_the_first_letter_of_its_reading(name: str, letter: str) -> None:
    assert initial_of(name) == letter


@pytest.mark.parametrize(
    ("character", "said"), [("中", "zhong"), ("绿", "lu"), ("A", "a"), ("1", "1"), ("é", "e")]
)
def test_a_reading_has_no_tones(character: str, said: str) -> None:
    assert syllable(character) == said


def test_names_stand_in_the_order_of_their_readings_then_of_their_characters() -> None:
    assert sorted(["中心", "安徽", "中国", "北京", "忠心"], key=in_order) == [
        "安徽",
        "北京",
        "中国",
        "中心",
        "忠心",
    ]


@given(st.text())
def test_every_name_has_a_letter(name: str) -> None:
    assert initial_of(name) in INITIALS


def test_the_dictionary_is_loaded_only_when_a_name_is_read() -> None:
    program = "import sys, generator.base.pinyin; sys.exit('pypinyin' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
