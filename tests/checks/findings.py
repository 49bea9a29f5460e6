# SPDX-License-Identifier: Apache-2.0
"""How do tests of checks read findings? As place, message and repair."""

from collections.abc import Callable, Iterator

from generator.base.finding import Finding
from generator.derive.register import Register

Check = Callable[[Register], Iterator[Finding]]
Told = tuple[str, str, str]


def told(check: Check, register: Register) -> list[Told]:
    """Everything that a check finds: `file keys`, what is wrong, and the repair."""
    return [
        (" ".join([found.location.file, *map(str, found.location.keys)]), found.message, found.repair)
        for found in check(register)
    ]


def places_told(check: Check, register: Register) -> list[str]:
    """Where a check finds something."""
    return [place for place, _, _ in told(check, register)]
