# SPDX-License-Identifier: Apache-2.0
"""Can everything be printed that forms and checklists take from the records?

The docstring of each check is its entry in the editors' handbook, hence in Chinese.
"""

from collections.abc import Iterator

from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.printable import unprintable
from generator.checks import places
from generator.derive.register import Register


def texts_can_be_printed(register: Register) -> Iterator[Finding]:
    """办法、表格和词表里的字，印表格的字体里都有。"""
    site = register.site
    for id_, version in site.rulesets.items():
        yield from _unprintable(version.model_dump(by_alias=True), places.ruleset(id_))
    for id_, form in site.forms.items():
        yield from _unprintable(form.model_dump(by_alias=True), places.form(id_))
    for name, entries in site.vocabularies.model_dump(by_alias=True).items():
        yield from _unprintable(entries, places.vocabulary(name))
    jurisdictions = [each.model_dump(by_alias=True) for each in site.jurisdictions.values()]
    yield from _unprintable(jurisdictions, places.vocabulary("jurisdictions"))


def _unprintable(value: object, place: Location) -> Iterator[Finding]:
    """The texts in a value that have a character without a glyph."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _unprintable(inner, place.at(key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _unprintable(inner, place.at(index))
    elif isinstance(value, str) and (found := unprintable(value)):
        signs = "、".join(f"“{sign}”（U+{ord(sign):04X}）" for sign in found)
        yield Finding(place, f"印表格的字体里没有{signs}", "换一种写法，例如把“㎡”写成“平方米”")
