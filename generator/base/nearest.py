# SPDX-License-Identifier: Apache-2.0
"""Which of the known words was probably meant by one that is not among them?"""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like it; None where none is like enough.

    Of a Chinese word half may be wrong, since most have two characters; in letters it would be chance.
    """
    likeness = 0.6 if word.isascii() else 0.5
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), None)
