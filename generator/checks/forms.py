# SPDX-License-Identifier: Apache-2.0
"""Can every form be made into files, and does what it refers to fit?"""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.nearest import nearest
from generator.base.printable import unprintable
from generator.checks import places
from generator.derive import thresholds
from generator.derive.asking import comparisons
from generator.derive.register import Register
from generator.model.form import FieldType

ON_PAPER = (
    "title",
    "document_number",
    "designation",
    "applicants",
    "criteria",
    "functions",
    "materials",
    "materials_note",
)
WORDS = {
    "functions": ("label",),
    "institution_kinds": ("label",),
    "metrics": ("label", "question"),
    "units": ("id",),
}


def forms_with_a_known_layout_have_parts(register: Register) -> Iterator[Finding]:
    """版式见到的表格（layout_known: true），要写出各部分。"""
    for id_, form in register.site.forms.items():
        if form.layout_known and not form.parts:
            yield Finding(
                places.form(id_).at("layout_known"),
                "写明版式已见，却没有写各部分",
                "补上 parts；没有见到版式的写 layout_known: false，并写 where_to_ask",
            )


def fields_of_a_form_have_ids_of_their_own(register: Register) -> Iterator[Finding]:
    """同一张表格里，各栏和各张逐行填写的表格，编号不重复；一张表格里的各列也是这样。"""
    for id_, form in register.site.forms.items():
        here = places.form(id_)
        fields = [(here.at(*keys, "id"), field.id) for keys, field in form.fields]
        tables = [(here.at(*keys, "id"), table.id) for keys, table in form.tables]
        yield from _repeated(fields + tables)
        for keys, table in form.tables:
            columns = enumerate(table.columns)
            yield from _repeated([(here.at(*keys, "columns", n, "id"), column.id) for n, column in columns])


def _repeated(ids: list[tuple[Location, str]]) -> Iterator[Finding]:
    counts = Counter(id_ for _, id_ in ids)
    for place, id_ in ids:
        if counts[id_] > 1:
            yield Finding(place, f"编号“{id_}”用了 {counts[id_]} 次", "只留一处，其余改用没有用过的编号")


def facts_of_a_form_are_asked_by_its_version(register: Register) -> Iterator[Finding]:
    """表格各栏的 fact，是所属版本的条件所问的事项，填的是数或日期，单位也相符。"""
    words = register.site.vocabularies
    metrics = {metric.id: metric for metric in words.metrics}
    units = {unit.id: unit.dimension for unit in words.units}
    for id_, form in register.site.forms.items():
        version = register.site.rulesets.get(form.ruleset)
        if version is None:
            continue  # told by the check of rulesets
        asked = {fact: node.metric for fact, node in comparisons(form.ruleset, thresholds.resolved(version))}
        for keys, field in form.fields:
            place = places.form(id_).at(*keys)
            if field.fact is None:
                continue
            if field.fact not in asked:
                near = nearest(field.fact, asked)
                hint = f"是否想写“{near}”？" if near else "核对编号；不相同的不写这一行"
                yield Finding(place.at("fact"), f"{form.ruleset} 的条件不问“{field.fact}”", hint)
            elif (metric := metrics.get(asked[field.fact])) is None:
                continue  # told by the check of words
            elif metric.counted_from_day != (field.type is FieldType.DATE):
                kind = "date" if metric.counted_from_day else "number"
                yield Finding(
                    place.at("fact"),
                    f"“{metric.label}”不能填在这样的栏里",
                    f"把 type 改为 {kind}，或删去 fact",
                )
            elif not metric.counted_from_day and units.get(field.unit or "") != metric.dimension:
                yield Finding(
                    place.at("fact"),
                    f"“{metric.label}”不能用单位“{field.unit or '（无）'}”",
                    "改用相符的单位，或删去 fact",
                )


def replaced_forms_are_recorded(register: Register) -> Iterator[Finding]:
    """被取代的表格（replaces）是同一辖区的另一张表格。"""
    forms = register.site.forms
    for id_, form in forms.items():
        place = places.form(id_).at("replaces")
        home = id_.split("/", maxsplit=1)[0]
        if form.replaces is None or places.form(form.replaces).file in register.site.unreadable:
            continue
        if form.replaces == id_:
            yield Finding(place, "表格不能取代自己", "写被它取代的另一张表格")
        elif form.replaces not in forms or form.replaces.split("/", maxsplit=1)[0] != home:
            known = [other for other in forms if other.startswith(f"{home}/") and other != id_]
            shown = "、".join(known) or "（没有）"
            yield Finding(
                place, f"本辖区没有“{form.replaces}”这张表格", f"可写的有：{shown}；没有的不写这一行"
            )


def everything_on_paper_can_be_printed(register: Register) -> Iterator[Finding]:
    """印在表格、清单和自评表上的每个字，所用的字体里都有。"""
    for id_, form in register.site.forms.items():
        yield from _unprintable(form, places.form(id_))
    for id_, version in register.site.rulesets.items():
        for name in ON_PAPER:
            yield from _unprintable(getattr(version, name), places.ruleset(id_).at(name))
    for name, fields in WORDS.items():
        for index, entry in enumerate(getattr(register.site.vocabularies, name)):
            for field in fields:
                yield from _unprintable(getattr(entry, field), places.vocabulary(name).at(index, field))


def _unprintable(part: object, place: Location) -> Iterator[Finding]:
    """A finding for each text within a record that has a character without a glyph."""
    if isinstance(part, str):
        if found := unprintable(part):
            codes = "、".join(f"{sign}（U+{ord(sign):04X}）" for sign in found)
            yield Finding(place, f"印不出这些字符：{codes}", "换成常用的字；确有此字的，请维护者补充字体")
    elif isinstance(part, tuple):
        for index, member in enumerate(part):
            yield from _unprintable(member, place.at(index))
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from _unprintable(getattr(part, name), place.at(field.alias or name))
