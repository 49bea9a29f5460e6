# SPDX-License-Identifier: Apache-2.0
"""How is a whole number from 0 to 999 written in Chinese, as articles are counted?"""

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


NUMBERS = {to_chinese(number): number for number in range(1000)}
