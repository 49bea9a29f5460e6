# SPDX-License-Identifier: Apache-2.0
"""Is a slip told with the word that was meant, and nothing far from it?"""

from generator.base.nearest import nearest

KNOWN = ("yangli/2020", "yangli/2023", "total_assets")


def test_a_slip_is_near_to_what_was_meant() -> None:
    assert nearest("yangl/2023", KNOWN) == "yangli/2023"
    assert nearest("total_asset", iter(KNOWN)) == "total_assets"


def test_what_is_like_nothing_known_has_no_nearest() -> None:
    assert nearest("staff", KNOWN) is None
    assert nearest("yangli/2023", ()) is None


def test_half_a_chinese_word_is_enough_and_half_the_letters_are_not() -> None:
    assert nearest("样力", ["样例"]) == "样例"
    assert nearest("remark", ["reason"]) is None
