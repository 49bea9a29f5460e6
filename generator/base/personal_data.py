# SPDX-License-Identifier: Apache-2.0
"""Where in a text does the number of a person stand: mobile telephone, identity card or bank card?

The register names organizations and offices, never people. Mobile numbers are found with or without +86, in
any usual grouping; identity numbers of 18 digits by province, date of birth and check character
(GB 11643-1999), however they are split; the old ones of 15 by province and date; bank cards by issuer,
length and check digit (ISO/IEC 7812-1). Digits of any script and numerals in Chinese count as digits.
Numbers that are called something else are no person's, nor are those in web addresses, but for identity
numbers, whose check character is proof enough.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from generator.base.bank_cards import is_card_number
from generator.base.identifiers import credit_code_is_valid


class Kind(StrEnum):
    """What is known of a person."""

    MOBILE = "mobile"
    IDENTITY = "identity"
    BANK_CARD = "bank-card"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Trace:
    """Which kind of personal data stands from `start` to before `end`; never the data itself."""

    kind: Kind
    start: int
    end: int


# Dashes, dots, spaces and letters that stand for others, one for one, so that places stay.
WIDE = "Ｘｘ＋－—―‐‑‒–−．·•\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
NARROW = "Xx+--------...".ljust(len(WIDE))
TO_NARROW = str.maketrans(WIDE, NARROW)
IN_CHINESE = str.maketrans("〇零○一二三四五六七八九幺", "0001234567891")

PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
# Letters that may touch a number, as in tel13800138000 and V13800138000 (a name in WeChat).
LABEL = "(?i:tel|phone|mobile|mob|cell|wechat|wx|vx|qq|sfz|id|no|[tpmv])?"
BEGIN = r"(?<![0-9A-Za-z])(?<![0-9A-Za-z]_)"
END = r"(?![0-9A-Za-z]|_[0-9A-Za-z])"


def _whole(number: str) -> re.Pattern[str]:
    """A pattern for a number that is not a piece of a longer word or number; it is tried at every place."""
    return re.compile(rf"{BEGIN}{LABEL}(?=(?P<number>{number}){END})")


S = "(?: - |  |[ .-])"
G = "(?: - |  |[ -])"  # the same without the dot, which also stands in coordinates
MOBILE = _whole(
    r"(?:(?:\+|00)86[ -]?|86[ -]?|0)?"
    rf"(?:1[3-9][0-9](?:(?P<a>{S}?)[0-9]{{4}}(?P=a)|{G}[0-9]{{4}}{G})[0-9]{{4}}"
    rf"|1[3-9][0-9](?P<b>{G})(?:[0-9]{{8}}|[0-9]{{3}}(?P=b)[0-9]{{5}})"
    rf"|1[3-9][0-9]{{2}}(?P<c>{G})(?:[0-9]{{3}}(?P=c)[0-9]{{4}}|[0-9]{{4}}(?P=c)[0-9]{{3}})"
    rf"|1[3-9][0-9]{{5}}(?P<d>{G})[0-9]{{4}}"
    r"|1(?P<e>[ .-])[3-9](?:(?P=e)[0-9]){9})"
)
# Lines may break inside a number; of a mobile number only where it is called one: figures stand in columns.
SPLIT_MOBILE = re.compile(
    r"(?i:手机|电话|联系|微信|致电|mobile|phone|tel)[^0-9\n]{0,12}\n?[^0-9\n]{0,4}"
    r"(?=(?P<number>1(?:[ -]?|[ -]?\n *)[3-9](?:(?:[ -]?|[ -]?\n *)[0-9]){9})(?![0-9A-Za-z]))"
)
JOINT = r"(?: - |  |[ .-]|-?\n *)?"
IDENTITY = _whole(rf"[1-8](?:{JOINT}[0-9]){{16}}{JOINT}[0-9Xx]")
OLD_IDENTITY = _whole(rf"{PROVINCE}[0-9]{{4}}(?P<s>{S}?)[2-9][0-9]{{5}}(?P=s)[0-9]{{3}}")
GROUP = r"(?: - |  |[ -]|\n *)"
BANK_CARDS = (
    _whole(
        rf"[2-69][0-9]{{14,18}}|[2-69][0-9]{{3}}(?P<g>{GROUP})[0-9]{{4}}(?P=g)[0-9]{{4}}(?P=g)[0-9]{{3,4}}"
        rf"(?:(?P=g)[0-9]{{1,3}})?(?!{GROUP}[0-9]{{4}}[^0-9])"
        rf"|[2-69][0-9]{{5}}{GROUP}[0-9]{{10,13}}|3[47][0-9]{{2}}(?P<h>{GROUP})[0-9]{{6}}(?P=h)[0-9]{{5}}"
    ),
    _whole(r"62[0-9]{2,15}\n *[0-9]{1,15}"),
)
PROVINCE_FIRST = re.compile(PROVINCE)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"

ADDRESS = re.compile(r"https?://[^\s\"'<>()（）“”，。；、]+")
NAMES_A_PERSON = re.compile(r"(?i:phone|mobile|tel|shouji|sfz|idcard|id_?no)=$")
CALLED_A_CREDIT_CODE = re.compile(r"(?:credit_code|信用代码)[^0-9A-Za-z]{0,9}$")
CALLED_A_RECORD = re.compile(
    r"(?:注册号|登记号|识别号|税号|订单号|流水号|备案号|许可证号|证书编号|项目代码|机构代码)[^0-9A-Za-z]{0,9}$"
)
CALLED_AN_ACCOUNT = re.compile(r"(?<!微信)(?<!支付宝)(?:[账帐]号|账户)[^0-9A-Za-z]{0,9}$")
CALLED_A_CARD = re.compile(r"(?i:卡号?|card)[^0-9A-Za-z]{0,9}$")
COUNTED = re.compile(r"\.[0-9]| ?(?:[万亿元吨%]|人次|字节|bytes)")
EARLIER_GROUP = {
    "": re.compile(r"[0-9]\.$"),
    ".": re.compile(r"[0-9]\.$"),
    " ": re.compile("[0-9]{3} $"),
    "-": re.compile("[0-9]{3}-$"),
}
EARLIER_FIGURE = re.compile(r"[0-9][ .-]$")
FURTHER_GROUP = re.compile(r"[ -][0-9]{4}(?![0-9])")
FURTHER_FIGURE = re.compile(r"[ .-][0-9](?![0-9])")

# Where a number may be: digits with what may separate them; and how much around them is looked at.
RUN = re.compile(rf"\d[-\d\s.{re.escape(WIDE[3:])}]{{10,}}")
CHINESE_RUN = re.compile("[〇零○一二三四五六七八九幺]{11,19}")
WIDE_DIGIT = re.compile(r"(?![0-9])\d")
NO_DIGIT = re.compile(r"\D+")
FEWEST = 11  # the digits of a mobile number, the shortest of all
BEFORE, AFTER = 30, 10

Span = tuple[int, int]
Search = Callable[[str], Iterator[Span]]


def personal_numbers(text: str) -> list[Trace]:
    """Every number of a person in a text, in order."""
    addresses = [found.span() for found in ADDRESS.finditer(text)]
    traces: list[Trace] = []
    for run in RUN.finditer(text):
        if len(NO_DIGIT.sub("", run[0])) < FEWEST:
            continue
        begin = max(run.start() - BEFORE, 0)
        piece = _narrow(text[begin : run.end() + AFTER])
        first = run.start() - 1 - begin
        for kind, start, end in _numbers(piece):
            place = begin + start
            in_address = any(one <= place < last for one, last in addresses)
            outside = kind is not Kind.IDENTITY and in_address and not NAMES_A_PERSON.search(piece[:start])
            if start >= first and not outside:
                traces.append(Trace(kind, place, begin + end))
    for run in CHINESE_RUN.finditer(text):
        figures = run[0].translate(IN_CHINESE)
        traces += [Trace(kind, run.start() + a, run.start() + b) for kind, a, b in _numbers(figures)]
    return sorted(set(traces), key=lambda trace: trace.start)


def masked(text: str) -> str:
    """The text with an asterisk for every character of such a number."""
    for trace in personal_numbers(text):
        text = f"{text[: trace.start]}{'*' * (trace.end - trace.start)}{text[trace.end :]}"
    return text


def _narrow(text: str) -> str:
    """The same with ASCII digits, dashes and spaces, one character for one."""
    if text.isascii():
        return text.replace("\t", " ")
    return WIDE_DIGIT.sub(_digit, text.translate(TO_NARROW))


def _digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))


def _numbers(piece: str) -> Iterator[tuple[Kind, int, int]]:
    """Numbers in a narrow text; of two that overlap the first kind of the list."""
    taken: list[Span] = []
    for kind, search in SEARCHES:
        for start, end in search(piece):
            if not any(start < last and one < end for one, last in taken):
                taken.append((start, end))
                yield kind, start, end


def _mobiles(text: str) -> Iterator[Span]:
    """Mobile numbers; not amounts, decimals, or groups out of a longer number."""
    last = -1
    for found in MOBILE.finditer(text):
        start, end = found.span("number")
        if start < last or COUNTED.match(text, end):
            continue
        if found["e"]:
            whole = not EARLIER_FIGURE.search(text[:start]) and not FURTHER_FIGURE.match(text, end)
        else:
            joint = next(filter(None, found.group("a", "b", "c", "d")), "")
            mark = joint.strip() or joint[:1]
            whole = start - 1 == last or not EARLIER_GROUP[mark].search(text[:start])
            whole = whole and not (joint and FURTHER_GROUP.match(text, end))
        if whole and not _named(CALLED_A_RECORD, text, start) and not _named(CALLED_AN_ACCOUNT, text, start):
            last = end
            yield start, end
    for found in SPLIT_MOBILE.finditer(text):
        if "\n" in found["number"]:
            yield found.span("number")


def _identities(text: str) -> Iterator[Span]:
    """Identity numbers of 18 digits: a real day of birth and the right check character."""
    for found in IDENTITY.finditer(text):
        number, span = re.sub(r"[ .\n-]", "", found["number"]).upper(), found.span("number")
        if PROVINCE_FIRST.match(number) and _is_day(number[6:14]) and number[6:8] in {"19", "20"}:
            credit_code = credit_code_is_valid(number) and _named(CALLED_A_CREDIT_CODE, text, span[0])
            if check_character(number) == number[17] and not credit_code:
                yield span


def _old_identities(text: str) -> Iterator[Span]:
    """Identity numbers of 15 digits, given until 1999: no check character, so what they are called counts."""
    for found in OLD_IDENTITY.finditer(text):
        start, end = found.span("number")
        digits = re.sub("[ .-]", "", found["number"])
        other = _named(CALLED_A_RECORD, text, start) or _named(CALLED_AN_ACCOUNT, text, start)
        if _is_day("19" + digits[6:12]) and not other:
            yield start, end


def _bank_cards(text: str) -> Iterator[Span]:
    """Numbers of bank cards, in one piece or in groups."""
    for found in chain.from_iterable(pattern.finditer(text) for pattern in BANK_CARDS):
        start, end = found.span("number")
        digits = re.sub(r"[ \n-]", "", found["number"])
        called = _named(CALLED_A_CARD, text, start)
        other = (
            credit_code_is_valid(digits) or _named(CALLED_A_RECORD, text, start) or COUNTED.match(text, end)
        )
        if not other and is_card_number(digits, is_called_one=called or digits != found["number"]):
            yield start, end


def _named(pattern: re.Pattern[str], text: str, start: int) -> bool:
    """Whether what stands before a number gives it such a name."""
    return pattern.search(text[:start]) is not None


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


SEARCHES: tuple[tuple[Kind, Search], ...] = (
    (Kind.IDENTITY, _identities),
    (Kind.IDENTITY, _old_identities),
    (Kind.BANK_CARD, _bank_cards),
    (Kind.MOBILE, _mobiles),
)
