# SPDX-License-Identifier: Apache-2.0
"""Which identifiers are well formed, and which is the next free one?

Platform ids are `<jurisdiction>-<at least four digits>`; they are given once and never used again.
Credit codes follow GB 32100-2015.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

SLUG = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
SLUG_PATTERN = rf"^{SLUG}$"
VERSION_PATTERN = r"^[12][0-9]{3}(?:-[a-z0-9]+)*$"
PLATFORM_ID_PATTERN = r"^[a-z]+(?:-[a-z]+)*-[0-9]{4,9}$"
PLATFORM_ID = re.compile(r"([a-z]+(?:-[a-z]+)*)-([0-9]{4,9})")

CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_CODE = re.compile(r"[1-9ANY][1-59A-Z][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
CREDIT_CODE_MODULUS = 31
CREDIT_CODE_LENGTH = 18
LIKE_DIGITS = {"O": "0", "I": "1", "Z": "2", "S": "5"}  # letters that these codes do without


def credit_code_is_valid(code: str) -> bool:
    """Whether a unified social credit code has the form and the check character of GB 32100-2015.

    The first character is the registering authority: 1 to 9, and also A, N or Y.
    """
    return CREDIT_CODE.fullmatch(code) is not None and credit_code_check_character(code[:17]) == code[17]


def credit_code_check_character(first17: str) -> str:
    """The eighteenth character that belongs to the first seventeen (GB 32100-2015, 4.6)."""
    total = sum(
        CREDIT_CODE_ALPHABET.index(character) * pow(3, place, CREDIT_CODE_MODULUS)
        for place, character in enumerate(first17)
    )
    return CREDIT_CODE_ALPHABET[-total % CREDIT_CODE_MODULUS]


def credit_code_fault(code: str) -> str:
    """What is wrong with a code that is not valid, as the end of a sentence."""
    if re.fullmatch(r"[0-9.]+[Ee]\+?[0-9]+", code):
        return "被表格软件存成了数，后几位已经丢失"
    if len(code) != CREDIT_CODE_LENGTH:
        return f"有 {len(code)} 位，应为 {CREDIT_CODE_LENGTH} 位"
    strange = [(place, sign) for place, sign in enumerate(code, 1) if sign not in CREDIT_CODE_ALPHABET]
    if strange:
        place, sign = strange[0]
        digit = f"，多半是数字 {LIKE_DIGITS[sign]}" if sign in LIKE_DIGITS else ""
        return f"的第 {place} 位不能是 {sign}{digit}"
    if not CREDIT_CODE.fullmatch(code):
        return "的前八位不合规则"
    right = credit_code_check_character(code[:17])
    return f"多半抄错了一位：按前 17 位，末位应是 {right}，现在是 {code[17]}"


def is_placeholder(platform: str) -> bool:
    """Whether an id only stands until one is given: 辖区-0000, which every new platform of a draft has."""
    return int(platform.rsplit("-", 1)[1]) == 0


def free_platform_ids(jurisdiction: str, used: Iterable[str]) -> Iterator[str]:
    """The ids after the highest one ever used in this jurisdiction, in order; gaps are never filled."""
    numbers = [
        int(found[2]) for id_ in used if (found := PLATFORM_ID.fullmatch(id_)) and found[1] == jurisdiction
    ]
    return (f"{jurisdiction}-{number:04}" for number in count(max(numbers, default=0) + 1))


def next_platform_id(jurisdiction: str, used: Iterable[str]) -> str:
    """The first of them."""
    return next(free_platform_ids(jurisdiction, used))
