# SPDX-License-Identifier: Apache-2.0
"""What is taken out of an attachment: pieces of text with their places, and what nobody meant to publish."""

import re
from dataclasses import dataclass

# Figures in one piece, as texts hold them in ASCII or in UTF-16 of either order.
FIGURES = re.compile(
    rb"(?<![0-9A-Za-z.])(?:[0-9]{11,19}[Xx]?|(?:[0-9]\0){11,19}(?:[Xx]\0)?)(?![0-9A-Za-z.])"
    rb"|(?<!\0[0-9A-Za-z.])(?:\0[0-9]){11,19}(?:\0[Xx])?(?!\0[0-9A-Za-z.])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, and where in the file it stands; whether the field that holds it names a person."""

    place: str
    text: str
    names_a_person: bool = False


@dataclass(frozen=True, slots=True)
class Remnant:
    """Something that readers do not see and that may tell of people: comments, changes, a position."""

    place: str
    what: str
    repair: str


class Refused(Exception):
    """The file cannot be published as it is; both halves are sentences for editors, without its words."""

    def __init__(self, message: str, repair: str) -> None:
        super().__init__(message)
        self.message = message
        self.repair = repair


Taken = Piece | Remnant


def figures_in(content: bytes) -> str:
    """The long figures that stand in bytes whose format is not read, each by itself."""
    return "；".join(found.replace(b"\0", b"").decode() for found in FIGURES.findall(content))
