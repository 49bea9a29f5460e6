# SPDX-License-Identifier: Apache-2.0
"""Do words about a version and the numbers that it records say the same?

The docstring of each check is its entry in the editors' handbook, hence in Chinese.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pydantic import BaseModel

from generator.base.chinese_numerals import to_chinese
from generator.base.citation import Citation
from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.nearest import nearest
from generator.base.quotation import Quotation, quotations
from generator.base.spoken import Spoken, quantities
from generator.checks import places
from generator.derive.recorded import Recorded, quotable, recorded
from generator.derive.register import Register
from generator.model.ruleset import Ruleset
from generator.model.vocabulary import Unit

QUOTED = re.compile("“[^”]*”")  # words of the source, which may be at odds with themselves
OUR_WORDS = {"articles", "remarks", "presumption"}
OF_OTHERS = {"title", "other_titles", "source", "companions", "based_on", "supersedes"}
Units = Mapping[str, Unit]


def digests_state_recorded_quantities(register: Register) -> Iterator[Finding]:
    """摘要、小标题和编者注里写到的数量（如“五十万元”“八成”“七个工作日”），须是本版本记录的数。引号里的原文不算。"""
    units = {unit.id: unit for unit in register.site.vocabularies.units}
    for id_, version in register.site.rulesets.items():
        known = [*recorded(version), *_told_elsewhere(version, units)]
        for place, what, text, article in _our_words(version, places.ruleset(id_)):
            for spoken in quantities(QUOTED.sub("", text), units):
                if not _is_known(spoken, known, article, units):
                    yield _at_odds(place, what, spoken, _alike(spoken, known, article, units))


def _our_words(version: Ruleset, place: Location) -> Iterator[tuple[Location, str, str, int | None]]:
    """What we wrote about the articles: place, what it is, the text, and the article it is about."""
    for index, article in enumerate(version.articles):
        name, here = f"第{to_chinese(article.number)}条", place.at("articles", index)
        yield here.at("heading"), f"{name}的小标题", article.heading, article.number
        yield here.at("digest"), f"{name}的摘要", article.digest, article.number
    for index, remark in enumerate(version.remarks):
        # A remark on one article often speaks of what another one says.
        yield place.at("remarks", index, "text"), "编者注", remark.text, None


def _told_elsewhere(version: Ruleset, units: Units) -> Iterator[Recorded]:
    """Quantities in other texts of the record, such as a provision on money."""
    for name in type(version).model_fields:
        if name not in OUR_WORDS | OF_OTHERS:
            for text in _texts(getattr(version, name)):
                for spoken in quantities(text, units):
                    yield Recorded(spoken.amount, spoken.unit, None)


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name))
    elif isinstance(part, tuple):
        for member in part:
            yield from _texts(member)


def _is_known(spoken: Spoken, known: list[Recorded], article: int | None, units: Units) -> bool:
    """Among the numbers of its article if that has any of the kind, else among those of the version."""
    return any(_same(spoken, quantity, units) for quantity in _alike(spoken, known, article, units))


def _alike(spoken: Spoken, known: list[Recorded], article: int | None, units: Units) -> list[Recorded]:
    """What may be compared with a spoken quantity."""
    kind = _kind(spoken.unit, units)
    alike = [quantity for quantity in known if _kind(quantity.unit, units) == kind]
    own = [q for q in alike if article and q.article and Citation.parse(q.article).article == article]
    return own or alike


def _kind(unit: str, units: Units) -> str:
    return units[unit].dimension if unit in units else unit


def _same(spoken: Spoken, quantity: Recorded, units: Units) -> bool:
    one, other = (units[unit].factor if unit in units else 1 for unit in (spoken.unit, quantity.unit))
    return spoken.amount * one == quantity.amount * other


def _at_odds(place: Location, what: str, spoken: Spoken, alike: list[Recorded]) -> Finding:
    shown = dict.fromkeys(q.text + (f"（{q.article}）" if q.article else "") for q in alike)
    stated = f"这里记录的是{'、'.join(shown)}" if shown else "本版本没有记录这样的数量"
    repair = "与条文核对：改正这里的写法，或改正记录的数"
    return Finding(place, f"{what}写“{spoken.text}”，{stated}", repair)


def quotations_are_recorded(register: Register) -> Iterator[Finding]:
    """说明页和公告正文里引用的数，例如 {{ linfen/2018 total-assets }}，所指的版本和名称都有记录。"""
    site = register.site
    texts = [(Location(f"content/{path}"), text, 1) for path, text in site.prose.items()]
    texts += [(places.notice(id_), notice.body, notice.body_line) for id_, notice in site.notices.items()]
    for place, text, first_line in texts:
        for quotation in quotations(text):
            problem = _problem(quotation, register)
            if problem:
                before = text[: quotation.start]
                line, column = first_line + before.count("\n"), len(before) - before.rfind("\n")
                yield Finding(place, *problem).placed(line, column)


def _problem(quotation: Quotation, register: Register) -> tuple[str, str] | None:
    """What is wrong with a quotation, and the repair."""
    site = register.site
    if quotation.version is None:
        repair = "写作 {{ 辖区/版本 名称 }}，例如 {{ linfen/2018 total-assets }}"
        return f"“{quotation.text}”不是引用数字的写法", repair
    version = site.rulesets.get(quotation.version)
    if version is None:
        if places.ruleset(quotation.version).file in site.unreadable:
            return None
        likely = nearest(quotation.version, site.rulesets)
        repair = f"是否想写“{likely}”？" if likely else "核对辖区和版本"
        return f"没有“{quotation.version}”这个办法版本", repair
    known = quotable(version)
    if quotation.name in known:
        return None
    near = get_close_matches(quotation.name, list(known), n=3, cutoff=0.3) or list(known)[:3]
    shown = "、".join(f"{name}（{known[name]}）" for name in near)
    repair = f"可引用的有：{shown}" if shown else "这一版没有记录可以引用的数"
    return f"{quotation.version} 没有记录“{quotation.name}”这个数", repair
