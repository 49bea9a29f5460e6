# SPDX-License-Identifier: Apache-2.0
"""Where in a text does the number of a person stand: of a mobile telephone or of an identity card?

The register names organizations and offices, never people. Mobile numbers are found with or without +86,
spaces or hyphens; identity numbers of 18 digits by province, date of birth and check character
(GB 11643-1999), the old ones of 15 by province and date. Full-width digits count as digits. A number
that is called something else, or stands in a web address, is not a person's.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.base.identifiers import credit_code_is_valid


class NumberKind(StrEnum):
    """What a number of a person is the number of."""

    MOBILE = "mobile"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """Which kind of number stands from `start` to before `end`; never the number itself."""

    kind: NumberKind
    start: int
    end: int


# Full-width characters and the dashes and spaces that stand for others, one for one, so that places stay.
WIDE = "０１２３４５６７８９Ｘｘ＋－．　\u00a0\u2010\u2011\u2012\u2013\u2014\u2212"
NARROW = "0123456789Xx+-.  ------"
TO_NARROW = str.maketrans(WIDE, NARROW)

PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
# Letters that may touch a number, as in tel13800138000.
LABEL = "(?i:tel|phone|mobile|mob|cell|wechat|wx|vx|sfz|id|no|[tpm])?"


def _whole(number: str) -> re.Pattern[str]:
    """A pattern for a number that is not a piece of a longer word or number."""
    return re.compile(rf"(?<![0-9A-Za-z_]){LABEL}(?P<number>{number})(?![0-9A-Za-z_])")


MOBILE = _whole(
    r"(?:(?:\+|00)86[ -]?|86[ -]?|0)?"
    r"(?:1[3-9][0-9](?P<a>[ .-]?)[0-9]{4}(?P=a)[0-9]{4}"
    r"|1[3-9][0-9](?P<b>[ -])(?:[0-9]{8}|[0-9]{3}(?P=b)[0-9]{5})"
    r"|1[3-9][0-9]{2}(?P<c>[ -])(?:[0-9]{3}(?P=c)[0-9]{4}|[0-9]{4}(?P=c)[0-9]{3})"
    r"|1[3-9][0-9]{5}(?P<d>[ -])[0-9]{4})"
)
IDENTITY = _whole(rf"{PROVINCE}[0-9]{{4}}(?P<s>[ -]?)(?:19|20)[0-9]{{6}}(?P=s)[0-9]{{3}}[0-9Xx]")
OLD_IDENTITY = _whole(rf"{PROVINCE}[0-9]{{4}}[2-9][0-9]{{8}}")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"

ADDRESS = re.compile(r"https?://[^\s\"'<>()（）“”，。；、]+")
NAMES_A_PERSON = re.compile(r"(?i:phone|mobile|tel|shouji|sfz|idcard|id_?no)=$")
CALLED_A_CREDIT_CODE = re.compile(r"(?:credit_code|信用代码)[^0-9A-Za-z]{0,9}$")
CALLED_SOMETHING_ELSE = re.compile(
    r"(?:注册号|登记号|识别号|税号|[账帐]号|订单号|流水号|备案号)[^0-9A-Za-z]{0,9}$"
)
COUNTED = re.compile(r"\.[0-9]| ?(?:[万亿元吨%]|人次|字节|bytes)")
EARLIER_GROUP = {
    "": re.compile(r"[0-9]\.$"),
    ".": re.compile(r"[0-9]\.$"),
    " ": re.compile("[0-9]{3} $"),
    "-": re.compile("[0-9]{3}-$"),
}
FURTHER_GROUP = re.compile(r"[ -][0-9]{4}(?![0-9])")

# Where a number may be: digits with what may separate them; and how much around them is looked at.
RUN = re.compile(r"[0-9０-９][-0-9０-９ .－．　\u00a0\u2010-\u2014\u2212]{10,}")
BEFORE, AFTER = 30, 10

Span = tuple[int, int]


def personal_numbers(text: str) -> list[PersonalNumber]:
    """Every number of a person in a text, in order."""
    addresses = [found.span() for found in ADDRESS.finditer(text)]
    numbers = []
    for run in RUN.finditer(text):
        begin = max(run.start() - BEFORE, 0)
        piece = text[begin : run.end() + AFTER].translate(TO_NARROW)
        for kind, search in SEARCHES:
            for start, end in search(piece):
                place = begin + start
                in_address = any(first <= place < last for first, last in addresses)
                if place >= run.start() - 1 and (not in_address or NAMES_A_PERSON.search(piece[:start])):
                    numbers.append(PersonalNumber(kind, place, begin + end))
    return sorted(numbers, key=lambda number: number.start)


def _mobiles(text: str) -> Iterator[Span]:
    """Mobile numbers; not amounts, decimals, or groups out of a longer number."""
    last = -1
    for found in MOBILE.finditer(text):
        start, end = found.span("number")
        separator = next(filter(None, found.group("a", "b", "c", "d")), "")
        goes_on = start - 1 != last and EARLIER_GROUP[separator].search(text[:start])
        ends = not (separator and FURTHER_GROUP.match(text, end)) and not COUNTED.match(text, end)
        if ends and not goes_on and not _named(CALLED_SOMETHING_ELSE, text, (start, end)):
            last = end
            yield start, end


def _identities(text: str) -> Iterator[Span]:
    """Identity numbers of 18 digits: a real day of birth and the right check character."""
    for found in IDENTITY.finditer(text):
        number, span = re.sub("[ -]", "", found["number"]).upper(), found.span("number")
        credit_code = credit_code_is_valid(number) and _named(CALLED_A_CREDIT_CODE, text, span)
        if _is_day(number[6:14]) and check_character(number) == number[17] and not credit_code:
            yield span


def _old_identities(text: str) -> Iterator[Span]:
    """Identity numbers of 15 digits, given until 1999: no check character, so what they are called counts."""
    for found in OLD_IDENTITY.finditer(text):
        span = found.span("number")
        if _is_day("19" + found["number"][6:12]) and not _named(CALLED_SOMETHING_ELSE, text, span):
            yield span


def _named(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    """Whether what stands before a number gives it such a name."""
    return pattern.search(text[: span[0]]) is not None


def _is_day(digits: str) -> bool:
    """Whether eight digits are a day of the calendar."""
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def check_character(number: str) -> str:
    """The eighteenth character that belongs to the first seventeen digits (GB 11643-1999)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False))
    return CHECK_CHARACTERS[total % 11]


SEARCHES: tuple[tuple[NumberKind, Callable[[str], Iterator[Span]]], ...] = (
    (NumberKind.MOBILE, _mobiles),
    (NumberKind.IDENTITY, _identities),
    (NumberKind.IDENTITY, _old_identities),
)
