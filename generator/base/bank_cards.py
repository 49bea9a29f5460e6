# SPDX-License-Identifier: Apache-2.0
"""Is a number that of a bank card? By its issuer, its length and its check digit (ISO/IEC 7812-1).

The issuers are those whose cards are in use in China: UnionPay and the older cards of Chinese banks, Visa,
Mastercard, JCB. American Express begins as the registration numbers of two provinces do, so its
numbers count only where they are called a card's or stand in groups.
"""

import re

ISSUED = re.compile(
    r"62[0-9]{14,17}"  # UnionPay
    r"|(?:9558[0-9]|9559[0-9]|6013[0-9]|4563[0-9]|4367[0-9]|6228[0-9]|1036[0-9])[0-9]{14}"  # large banks
    r"|(?:601428|405512|622260)[0-9]{11}|60[0-9]{14}(?:[0-9]{3})?|690755[0-9]{9}(?:[0-9]{3})?"
    r"|4[0-9]{15}"  # Visa
    r"|(?:5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"  # Mastercard
    r"|35(?:2[89]|[3-8][0-9])[0-9]{12}"  # JCB
)
ISSUED_IF_CALLED_ONE = re.compile(r"3[47][0-9]{13}")


def is_card_number(digits: str, *, is_called_one: bool) -> bool:
    """Whether digits are a card's; `is_called_one` says that something else speaks for it too."""
    issued = ISSUED.fullmatch(digits) or (is_called_one and ISSUED_IF_CALLED_ONE.fullmatch(digits))
    return bool(issued) and len(set(digits)) > 2 and passes_luhn(digits)


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
