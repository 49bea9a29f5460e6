# SPDX-License-Identifier: Apache-2.0
"""Is the list of printable characters that of the fonts, and does it leave out what does not show?"""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.base.printable import PRINTABLE, SIGNS, unprintable
from generator.output.typesetter import FONTS

NOT_SHOWN = {"Cf", "Mn", "Mc"}  # a hyphen that shows at the end of a line only, marks that join others


def characters_of(font: Path) -> set[str]:
    return {chr(code) for code in TTFont(font).getBestCmap()}


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.otf")), ids=lambda path: path.stem)
def test_the_list_is_what_a_font_has_but_for_what_does_not_show(font: Path) -> None:
    shown = {sign for sign in characters_of(font) if unicodedata.category(sign) not in NOT_SHOWN}

    assert shown == PRINTABLE


def test_each_sign_is_listed_once_in_the_order_of_the_codes() -> None:
    assert list(SIGNS) == sorted(set(SIGNS))


@pytest.mark.parametrize(
    "text", ["样例有限公司", "𠮷䶮", "150万元（含）", "□■√①㈠", "A b　c", '\\"#$&<>{}[]|']
)
def test_what_stands_in_forms_is_printable(text: str) -> None:
    assert unprintable(text) == ""


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\t",
        "\n",
        "\x1f",
        "\x7f",
        "\x85",
        "\u00ad",
        "\u200b",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufffe",
        "☑",
        "😀",
        "ﷺ",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_what_does_not_show_or_has_no_glyph_is_not(sign: str) -> None:
    assert unprintable(f"前{sign}后{sign}") == sign


def test_each_is_named_once_in_order_of_appearance() -> None:
    assert unprintable("😀样\u202e例😀") == "😀\u202e"
