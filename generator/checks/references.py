# SPDX-License-Identifier: Apache-2.0
"""Does every reference lead to a record, and does the record know of it?

A file that is there but could not be read is not blamed on those that refer to it: it has findings of
its own.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.nearest import nearest
from generator.checks import places
from generator.checks.conditions import placed
from generator.derive.register import Register
from generator.model.criterion import Threshold
from generator.model.ruleset import Ruleset
from generator.model.site import Site


def jurisdictions_are_known(register: Register) -> Iterator[Finding]:
    """文件夹名、parent 和公告里的辖区，都是 jurisdictions.yaml 里有的编号。"""
    site = register.site
    known = site.jurisdictions
    for place, id_ in _jurisdictions_named(site):
        if id_ not in known:
            yield _unknown(place, "辖区", id_, known, "或先在 jurisdictions.yaml 里加上这个辖区")


def _jurisdictions_named(site: Site) -> Iterator[tuple[Location, str]]:
    for index, jurisdiction in enumerate(site.jurisdictions.values()):
        if jurisdiction.parent:
            yield places.vocabulary("jurisdictions").at(index, "parent"), jurisdiction.parent
    for id_ in site.rulesets:
        yield places.ruleset(id_), id_.split("/")[0]
    for id_ in site.designations:
        yield places.designation(id_), id_.split("/")[0]
    for id_ in site.forms:
        yield places.form(id_), id_.split("/")[0]
    for id_, notice in site.notices.items():
        yield places.notice(id_).at("jurisdiction"), notice.front.jurisdiction


def words_are_in_the_vocabularies(register: Register) -> Iterator[Finding]:
    """事项、单位、服务功能、机构类型、步骤类型和主题，都是 vocabularies 里有的。"""
    words = register.site.vocabularies
    known = {name: [entry.id for entry in getattr(words, name)] for name in type(words).model_fields}
    for id_, version in register.site.rulesets.items():
        for place, vocabulary, word in _words(version, places.ruleset(id_)):
            if word not in known[vocabulary]:
                file = places.vocabulary(vocabulary).file
                yield _unknown(place, "词", word, known[vocabulary], f"或先在 {file} 里加上")
    for place, function in _functions_named(register.site):
        if function not in known["functions"]:
            yield _unknown(place, "服务功能", function, known["functions"])


def _functions_named(site: Site) -> Iterator[tuple[Location, str]]:
    """The functions of listed platforms and of services in profiles."""
    for id_, designation in site.designations.items():
        for a, act in enumerate(designation.acts):
            for r, row in enumerate(act.platforms):
                for f, function in enumerate(row.functions):
                    yield places.designation(id_).at("acts", a, "platforms", r, "functions", f), function
    for id_, profile in site.profiles.items():
        for s, service in enumerate(profile.services):
            for f, function in enumerate(service.functions):
                yield places.profile(id_).at("services", s, "functions", f), function


def _words(version: Ruleset, place: Location) -> Iterator[tuple[Location, str, str]]:
    """Every word of a closed list that a version uses: place, list, word."""
    for here, _, node in placed(version, place):
        for index, kind in enumerate(node.applies_to):
            yield here.at("applies_to", index), "institution_kinds", kind
        if isinstance(node, Threshold):
            yield here.at("metric"), "metrics", node.metric
            if node.unit:
                yield here.at("unit"), "units", node.unit
    for index, item in enumerate(version.functions.items if version.functions else ()):
        yield place.at("functions", "items", index, "function"), "functions", item.function
    for index, kind in enumerate(version.applicants.kinds if version.applicants else ()):
        yield place.at("applicants", "kinds", index), "institution_kinds", kind
    for index, step in enumerate(version.procedure):
        yield place.at("procedure", index, "kind"), "step_kinds", step.kind
    for index, provision in enumerate(version.provisions):
        yield place.at("provisions", index, "topic"), "topics", provision.topic
    if version.sampling:
        yield place.at("sampling", "unit"), "units", version.sampling.unit


def units_fit_their_metric(register: Register) -> Iterator[Finding]:
    """数量条件的单位与事项的量纲相符，是否类事项用 equals。"""
    words = register.site.vocabularies
    metrics = {metric.id: metric for metric in words.metrics}
    units = {unit.id: unit for unit in words.units}
    for id_, version in register.site.rulesets.items():
        for place, _, node in placed(version, places.ruleset(id_)):
            if (
                not isinstance(node, Threshold)
                or node.metric not in metrics
                or node.unit not in {*units, None}
            ):
                continue  # told by the check of words
            metric, unit = metrics[node.metric], units[node.unit] if node.unit else None
            if metric.dimension != (unit.dimension if unit else None):
                fitting = "、".join(u.id for u in words.units if u.dimension == metric.dimension)
                repair = f"单位改用：{fitting}" if fitting else "这是是否类事项，写 equals: true，不写单位"
                message = f"“{metric.label}”不能用单位“{unit.id if unit else '（无）'}”"
                yield Finding(place.at("unit" if unit else "equals"), message, repair)


def rulesets_referred_to_exist(register: Register) -> Iterator[Finding]:
    """提到的办法版本都有条目，写作 辖区/版本。"""
    site = register.site
    for place, id_ in _rulesets_named(site):
        if id_ not in site.rulesets and places.ruleset(id_).file not in site.unreadable:
            yield _unknown(place, "办法版本", id_, site.rulesets, "没有条目的，这一行不写")


def _rulesets_named(site: Site) -> Iterator[tuple[Location, str]]:
    for id_, version in site.rulesets.items():
        place = places.ruleset(id_)
        for field in ("supersedes", "based_on"):
            for index, named in enumerate(getattr(version, field)):
                if named.ruleset:
                    yield place.at(field, index, "ruleset"), named.ruleset
        if version.presumption and version.presumption.by:
            yield place.at("presumption", "by"), version.presumption.by
    cited = [(places.designation(id_), document.ruleset) for id_, document in site.designations.items()]
    cited += [(places.notice(id_), notice.front.ruleset) for id_, notice in site.notices.items()]
    cited += [(places.form(id_), form.ruleset) for id_, form in site.forms.items()]
    yield from ((place.at("ruleset"), id_) for place, id_ in cited if id_)


def forms_and_versions_know_each_other(register: Register) -> Iterator[Finding]:
    """版本提到的表格都有条目；每张表格也在所属版本的 companions 里，编号相同。"""
    site = register.site
    for place, id_ in _forms_named(site):
        if id_ not in site.forms and places.form(id_).file not in site.unreadable:
            yield _unknown(place, "表格", id_, site.forms, "或先在 registry/forms/ 里加上")
    for id_, form in site.forms.items():
        version = site.rulesets.get(form.ruleset)
        marks = {companion.form: companion.mark for companion in version.companions} if version else {}
        if version and marks.get(id_) != form.mark:
            stated = f"写作“{marks[id_]}”" if id_ in marks else "没有提到它"
            yield Finding(
                places.form(id_).at("mark"),
                f"{form.ruleset} 的 companions 里{stated}，这里写“{form.mark}”",
                f"在 registry/rulesets/{form.ruleset}.yaml 的 companions 里写明 form: {id_}，编号一致",
            )


def _forms_named(site: Site) -> Iterator[tuple[Location, str]]:
    for id_, version in site.rulesets.items():
        for field in ("materials", "companions"):
            for index, part in enumerate(getattr(version, field)):
                if part.form:
                    yield places.ruleset(id_).at(field, index, "form"), part.form
    for id_, notice in site.notices.items():
        for index, named in enumerate(notice.front.forms):
            yield places.notice(id_).at("forms", index), named


def corrections_and_withdrawals_name_a_document(register: Register) -> Iterator[Finding]:
    """更正和撤回所针对的文件已经收录，并且不晚于本文件。"""
    site = register.site
    for id_, designation in site.designations.items():
        for index, act in enumerate(designation.acts):
            place = places.designation(id_).at("acts", index, "undoes")
            target = site.designations.get(act.undoes or "")
            if not act.undoes or places.designation(act.undoes).file in site.unreadable:
                continue
            if target is None:
                yield _unknown(place, "文件", act.undoes, site.designations)
            elif target.issued_on.first > designation.issued_on.last:
                yield Finding(place, f"{act.undoes} 晚于本文件", "核对两份文件的日期")


def successors_are_recorded(register: Register) -> Iterator[Finding]:
    """承接者的编号（successor）是本站收录的另一个平台。"""
    all_readable = not register.site.has_unreadable("registry/designations")
    for id_, designation in register.site.designations.items():
        for a, act in enumerate(designation.acts):
            for r, row in enumerate(act.platforms):
                place = places.designation(id_).at("acts", a, "platforms", r, "successor")
                if row.successor == row.platform:
                    yield Finding(place, f"{row.platform} 不能由自己承接", "写承接它的另一个平台的编号")
                elif row.successor and row.successor not in register.platforms and all_readable:
                    yield _unknown(place, "平台", row.successor, register.platforms)


def profiles_belong_to_a_platform(register: Register) -> Iterator[Finding]:
    """联系方式文件（profiles）的文件名，是名单里有的平台编号。"""
    for id_ in register.site.profiles:
        jurisdiction = id_.rsplit("-", 1)[0]
        readable = not register.site.has_unreadable(f"registry/designations/{jurisdiction}")
        if id_ not in register.platforms and readable:
            known = register.platforms_in.get(jurisdiction, ())
            yield _unknown(places.profile(id_), "平台", id_, known, "或先收录认定它的文件")


def identifiers_are_unique(register: Register) -> Iterator[Finding]:
    """同一份词表里，编号不重复。"""
    words = register.site.vocabularies
    for name in type(words).model_fields:
        counts = Counter(entry.id for entry in getattr(words, name))
        for index, entry in enumerate(getattr(words, name)):
            if counts[entry.id] > 1:
                yield Finding(
                    places.vocabulary(name).at(index, "id"),
                    f"编号“{entry.id}”用了 {counts[entry.id]} 次",
                    "只留一处，其余改用没有用过的编号",
                )


def _unknown(place: Location, what: str, id_: str, known: Collection[str], otherwise: str = "") -> Finding:
    """The finding for a reference that leads nowhere, with the nearest known id."""
    near = nearest(id_, known)
    hint = f"是否想写“{near}”？" if near else "核对编号" + ("，" if otherwise else "")
    return Finding(place, f"没有“{id_}”这个{what}", f"{hint}{otherwise}")
