# SPDX-License-Identifier: Apache-2.0
"""How are exact numbers read from sources and shown to readers?

Numbers are `Decimal`, never floats: YAML's `0.1` is read by its shortest text, so nothing is rounded.
"""

from decimal import Decimal

from generator.base.misfit import Misfit, quoted

MAX_DIGITS = 15  # as many as every JSON reader keeps


def exact(value: object) -> Decimal:
    """The exact number typed by an editor; Misfit for truth values, texts and overlong numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Misfit(f"{quoted(value)}不是数", "只写数字，单位另写在 unit 里，例如 at_least: 150")
    number = Decimal(value) if isinstance(value, int) else Decimal(str(value))
    if not number.is_finite() or _digits(number) > MAX_DIGITS:
        raise Misfit(f"这个数不是有限的，或超过{MAX_DIGITS}位", "写成普通的整数或小数")
    return number


def _digits(number: Decimal) -> int:
    """How many digits the number has when it is written without an exponent."""
    _, digits, exponent = number.as_tuple()
    places = exponent if isinstance(exponent, int) else 0
    return max(len(digits) + places, 1) - min(places, 0)


def plain(number: Decimal) -> int | float:
    """The same number for JSON: whole numbers as integers, others by a float with the same decimal text."""
    return int(number) if number == number.to_integral_value() else float(number)


def shown(number: Decimal) -> str:
    """The number for readers: no exponent, no trailing zeros, thousands not separated."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
