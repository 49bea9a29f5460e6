# SPDX-License-Identifier: Apache-2.0
"""How is an ascending list of numbers written in few bytes? As differences of seven bits a byte."""

from collections.abc import Sequence
from itertools import chain
from operator import sub

ONE_BYTE = 128


def _varint(number: int) -> bytes:
    parts = bytearray()
    while number >= ONE_BYTE:
        parts.append(number & 127 | 128)
        number >>= 7
    parts.append(number)
    return bytes(parts)


SHORT = [_varint(number) for number in range(1 << 14)]


def differences(numbers: Sequence[int]) -> bytes:
    """The differences of ascending numbers, the first one from nought."""
    steps = list(map(sub, numbers, chain((0,), numbers)))
    highest = max(steps, default=0)
    if highest < ONE_BYTE:
        return bytes(steps)
    if highest < len(SHORT):
        return b"".join([SHORT[step] for step in steps])
    return b"".join(map(_varint, steps))
