# SPDX-License-Identifier: Apache-2.0
"""What must the lookup know of a platform and of a document? Plain values, wherever they come from."""

from dataclasses import dataclass

Borders = tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class LookupEntry:
    """A platform that can be found."""

    id: str
    name: str
    former: tuple[str, ...]
    operator: str | None
    credit_code: str | None
    functions: tuple[str, ...]
    category: str | None
    location: str | None
    standing: Borders  # from which day, which state, its last day or None
    years: tuple[int, ...]  # of designation or renewal


@dataclass(frozen=True, slots=True)
class LookupDocument:
    """A designation document that can be found by its number."""

    number: str | None
    title: str
    address: str
    on: str
    platforms: tuple[str, ...]
