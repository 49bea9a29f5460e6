# SPDX-License-Identifier: Apache-2.0
"""Does everything that a version says cite an article that the version has?

The docstring of each check is its entry in the editors' handbook, hence in Chinese.
"""

from collections.abc import Iterator
from itertools import chain

from pydantic import BaseModel

from generator.base.chinese_numerals import to_chinese
from generator.base.citation import Citation
from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.derive.register import Register
from generator.model.ruleset import Ruleset, TextCoverage

CITING = ("article", "services_article", "reapply_article")


def articles_are_numbered_without_gaps(register: Register) -> Iterator[Finding]:
    """全文已录的版本，逐条摘要从第一条起连续编号，不缺不重。"""
    for id_, version in register.site.rulesets.items():
        expected = 1
        for index, article in enumerate(version.articles):
            if version.text is TextCoverage.FULL and article.number != expected:
                yield Finding(
                    places.ruleset(id_).at("articles", index, "number"),
                    f"这里应是第{to_chinese(expected)}条，却写着第{to_chinese(article.number)}条",
                    "补上缺的条款，或改正编号",
                )
                break
            expected = article.number + 1
        if version.text is TextCoverage.FULL and not version.articles:
            yield Finding(
                places.ruleset(id_).at("text"),
                "写明全文已录，却没有逐条摘要",
                "补上 articles，或把 text 改为 partial",
            )


def citations_are_in_the_version(register: Register) -> Iterator[Finding]:
    """办法和表格所引的条款、分项和附件，须是该版本的 articles 和 companions 里有的。"""
    for id_, version in register.site.rulesets.items():
        known = {article.number: article.items for article in version.articles}
        marks = {companion.mark for companion in version.companions}
        forms = [(register.site.forms[form], places.form(form)) for form in register.forms_of.get(id_, ())]
        cited_in = chain.from_iterable(_citations(*part) for part in [(version, places.ruleset(id_)), *forms])
        for place, text in cited_in:
            cited = Citation.parse(text)
            if cited.companion is not None and cited.companion not in marks:
                shown = "、".join(sorted(marks)) or "（没有）"
                yield Finding(
                    place,
                    f"“{text}”既不是条款，也不在 companions 里",
                    f"可引的附件有：{shown}；或先补进 companions",
                )
            elif cited.article is not None and cited.article not in known:
                yield Finding(place, f"本版本没有{text}", "核对条号，或在 articles 里补上这一条")
            elif cited.article is not None and cited.item and cited.item not in known[cited.article]:
                article = f"第{to_chinese(cited.article)}条"
                shown = "、".join(known[cited.article]) or "（没有分项）"
                yield Finding(
                    place,
                    f"{article}没有第（{cited.item}）项",
                    f"{article}的分项有：{shown}；核对序号，或在 articles 的 items 里补上",
                )


def provisions_cite_an_article(register: Register) -> Iterator[Finding]:
    """全文已录的版本，每个条件、期限、义务和规定都要写明条款，不得写 null。"""
    for id_, version in register.site.rulesets.items():
        if version.text is not TextCoverage.FULL:
            continue
        for place in _uncited(version, places.ruleset(id_)):
            yield Finding(place, "没有写明所依据的条款", "补上 article，例如 article: 第六条（一）")


def criteria_have_unique_ids(register: Register) -> Iterator[Finding]:
    """每个基本条件都有编号，同一版本内编号不重复；义务、撤销情形也是这样。"""
    for id_, version in register.site.rulesets.items():
        for name in ("criteria", "duties", "revocation", "categories"):
            seen: set[str] = set()
            for index, part in enumerate(getattr(version, name)):
                place = places.ruleset(id_).at(name, index)
                if part.id is None:
                    yield Finding(place, "基本条件没有编号", "补上 id，例如 id: total-assets")
                elif part.id in seen:
                    yield Finding(place.at("id"), f"编号“{part.id}”已经用过", "换一个本版本内没有用过的编号")
                seen.add(part.id or "")


def _citations(part: object, place: Location) -> Iterator[tuple[Location, str]]:
    """Every citation in a record, with its place."""
    for field, value in _children(part):
        if field in CITING and isinstance(value, str):
            yield place.at(field), value
        else:
            yield from _citations(value, place.at(field))


def _uncited(version: Ruleset, place: Location) -> Iterator[Location]:
    """The parts that must cite an article and have none; inner conditions have that of the outer one."""
    for field, part in _children(version):
        if field in {"remarks", "companions", "articles", "source", "presumption", "based_on"}:
            continue
        for index, member in enumerate(part) if isinstance(part, tuple) else [(None, part)]:
            if isinstance(member, BaseModel) and getattr(member, "article", "") is None:
                yield place.at(field) if index is None else place.at(field, index)


def _children(part: object) -> Iterator[tuple[str | int, object]]:
    """Fields of a record, by the names that editors type, or members of a list."""
    if isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield field.alias or name, getattr(part, name)
    elif isinstance(part, tuple):
        yield from enumerate(part)
