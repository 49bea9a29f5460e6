# SPDX-License-Identifier: Apache-2.0
"""How does prose quote a number of a version, so that it can never disagree with the record?

An editor writes `{{ linfen/2018 total-assets }}`. Markdown and the site engine leave it alone; it is
filled in before either sees the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = re.compile(r"\{\{.*?(?:\}\}|$)", re.MULTILINE)
QUOTATION = re.compile(r"\{\{ *(?P<version>[a-z]+(?:-[a-z]+)*/[a-z0-9-]+) +(?P<name>[a-z0-9-]+) *\}\}")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation as it stands in a text; without a version it is not written as it should be."""

    start: int
    text: str
    version: str | None = None
    name: str = ""


def quotations(text: str) -> Iterator[Quotation]:
    """Everything in a text that is meant as a quotation."""
    for opened in OPENING.finditer(text):
        found = QUOTATION.fullmatch(opened[0])
        if found:
            yield Quotation(opened.start(), opened[0], found["version"], found["name"])
        else:
            yield Quotation(opened.start(), opened[0])
