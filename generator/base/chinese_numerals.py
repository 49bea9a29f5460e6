# SPDX-License-Identifier: Apache-2.0
"""How is a whole number written in Chinese, as articles are counted, and which number is a Chinese word?"""

import re

DIGITS = "零一二三四五六七八九"


def to_chinese(number: int) -> str:
    """22 → 二十二, 105 → 一百零五; only 0 to 999, which is more than any measure has articles."""
    if not 0 <= number <= 999:
        raise ValueError(f"{number} is not between 0 and 999")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    if ones or not text:
        text += DIGITS[ones]
    return text


def from_chinese(text: str) -> int | None:
    """一百五十 → 150, 两千 → 2000, 二十 → 20; None for what is no number from 0 to 9999."""
    text = text.replace("两", "二")
    thousands, has_thousands, rest = text.rpartition("千")
    if not has_thousands:
        return NUMBERS.get(f"一{rest}" if rest.startswith("百") else rest)  # 百家 is 一百家
    below = NUMBERS.get(re.sub("^零(?:一(?=十))?", "", rest)) if rest else 0  # 一千零一十二
    if rest and below is not None and (below < 100) != rest.startswith("零"):
        return None  # 两千五 is said for 2500, but not written
    if below is None or len(thousands) != 1 or thousands not in DIGITS[1:]:
        return None
    return 1000 * DIGITS.index(thousands) + below


NUMBERS = {to_chinese(number): number for number in range(1000)}
