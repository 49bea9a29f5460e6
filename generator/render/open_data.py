# SPDX-License-Identifier: Apache-2.0
"""The open data as JSON: the records as in the sources, plus what follows from them.

The same records give the same bytes: fields in the order of the model, lists in the order of their ids,
dates as ISO 8601, whole numbers as integers, two spaces of indentation, one final newline.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.derive import changes, thresholds
from generator.derive.register import Register
from generator.derive.successions import predecessors
from generator.model import published
from generator.model.ruleset import Ruleset
from generator.model.standing import Standing, next_change
from generator.render.studio import Studio

API = "api/v1/"
SCHEMAS = "schema/"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One list or one kind of record below /api/v1/, with the model that states its shape."""

    name: str  # of the schema
    path: str  # below api/v1/; <id> stands for many files
    title: str
    shape: Any


DATASETS = (
    Dataset("index", "index.json", "目录", published.Index),
    Dataset("jurisdictions", "jurisdictions.json", "辖区", tuple[published.PublishedJurisdiction, ...]),
    Dataset("rulesets", "rulesets.json", "办法版本一览", tuple[published.RulesetSummary, ...]),
    Dataset("ruleset", "rulesets/<id>.json", "办法版本全文记录", published.PublishedRuleset),
    Dataset("platforms", "platforms.json", "平台一览", tuple[published.PlatformSummary, ...]),
    Dataset("platform", "platforms/<id>.json", "平台完整记录", published.PublishedPlatform),
    Dataset("designation", "designations/<id>.json", "认定文件", published.PublishedDesignation),
    Dataset("notices", "notices.json", "公告", tuple[published.PublishedNotice, ...]),
    Dataset("forms", "forms.json", "表格", tuple[published.PublishedForm, ...]),
    Dataset("changes", "changes.json", "状态变化", tuple[published.Change, ...]),
)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dumped(value: Any, kind: Any) -> bytes:
    """The JSON of a value of the open data."""
    return _adapter(kind).dump_json(value, indent=2, by_alias=True) + b"\n"


def extended(record: BaseModel, model: type[BaseModel], **derived: Any) -> Any:
    """A published model: every field of the record, and what is derived."""
    fields = {name: getattr(record, name) for name in type(record).model_fields}
    return model.model_construct(_fields_set=None, **fields, **derived)


def api_files(studio: Studio) -> Iterator[OutputFile]:
    """Every file below /api/v1/ but the index."""
    for make in (_jurisdictions, _rulesets, _platforms, _designations, _notices, _forms, _changes):
        yield from make(studio.register)


def _list(name: str, rows: Sequence[BaseModel]) -> OutputFile:
    """The file of a dataset that is a list."""
    shape = next(dataset.shape for dataset in DATASETS if dataset.name == name)
    return OutputFile(f"{API}{name}.json", dumped(tuple(rows), shape))


def _jurisdictions(register: Register) -> Iterator[OutputFile]:
    rows = []
    for id_, jurisdiction in register.site.jurisdictions.items():
        count = len(register.platforms_of(id_))
        rows.append(
            extended(
                jurisdiction,
                published.PublishedJurisdiction,
                rulesets=tuple(version for version, _ in register.site.versions(id_)),
                platform_count=count,
                page=f"/{addresses.guide(id_)}" if register.leading(id_) else None,
                registry_page=f"/{addresses.registry_of(id_)}" if count else None,
            )
        )
    yield _list("jurisdictions", rows)


def _rulesets(register: Register) -> Iterator[OutputFile]:
    summaries = []
    for id_, version in register.site.rulesets.items():
        full = published_ruleset(register, id_, version)
        yield OutputFile(addresses.api_ruleset(id_), dumped(full, published.PublishedRuleset))
        shared = set(published.RulesetSummary.model_fields) & set(published.PublishedRuleset.model_fields)
        summaries.append(
            published.RulesetSummary.model_construct(
                **{name: getattr(full, name) for name in shared}, data=f"/{addresses.api_ruleset(id_)}"
            )
        )
    yield _list("rulesets", summaries)


def published_ruleset(register: Register, id_: str, version: Ruleset) -> published.PublishedRuleset:
    """One version as it is published."""
    full = thresholds.resolved(version)
    standing = register.standings[id_]
    entries = [
        published.ThresholdEntry.model_construct(
            **{name: getattr(row.threshold, name) for name in type(row.threshold).model_fields}
            | {"applies_to": row.applies_to},
            function=row.function,
            alternative=row.alternative,
        )
        for row in thresholds.rows(full)
    ]
    result: published.PublishedRuleset = extended(
        full,
        published.PublishedRuleset,
        id=id_,
        jurisdiction=id_.split("/", maxsplit=1)[0],
        version=id_.split("/")[1],
        thresholds=tuple(entries),
        standing=standing,
        next_change_on=_after(standing, register),
        designations=register.designations_under.get(id_, ()),
        notices=register.notices_citing.get(id_, ()),
        forms=register.forms_of.get(id_, ()),
        page=f"/{addresses.ruleset(id_)}",
    )
    return result


def _platforms(register: Register) -> Iterator[OutputFile]:
    summaries = []
    shared = set(published.PlatformSummary.model_fields) & set(published.PublishedPlatform.model_fields)
    taken_over = predecessors(register.platforms)
    for id_, platform in register.platforms.items():
        full = extended(
            platform,
            published.PublishedPlatform,
            predecessors=taken_over.get(id_, ()),
            profile=register.site.profiles.get(id_),
            next_change_on=_after(platform.standing, register),
            page=f"/{addresses.platform(id_)}",
        )
        yield OutputFile(addresses.api_platform(id_), dumped(full, published.PublishedPlatform))
        former = tuple([period.name for period in platform.names if period.name != platform.name])
        summaries.append(
            published.PlatformSummary.model_construct(
                **{name: getattr(full, name) for name in shared},
                former_names=former,
                data=f"/{addresses.api_platform(id_)}",
            )
        )
    yield _list("platforms", summaries)


def _after(standing: Standing, register: Register) -> date | None:
    return next_change(standing, register.site.as_of)


def _designations(register: Register) -> Iterator[OutputFile]:
    for id_, document in register.site.designations.items():
        page = f"/{addresses.designation(id_, document.issued_on.year)}"
        full = extended(
            document,
            published.PublishedDesignation,
            id=id_,
            jurisdiction=id_.split("/")[0],
            page=page,
        )
        yield OutputFile(addresses.api_designation(id_), dumped(full, published.PublishedDesignation))


def _notices(register: Register) -> Iterator[OutputFile]:
    rows = [
        extended(
            notice.front,
            published.PublishedNotice,
            id=id_,
            page=f"/{addresses.notice(id_)}",
        )
        for id_, notice in register.site.notices.items()
    ]
    yield _list("notices", rows)


def _forms(register: Register) -> Iterator[OutputFile]:
    rows = [extended(form, published.PublishedForm, id=id_) for id_, form in register.site.forms.items()]
    yield _list("forms", rows)


def _changes(register: Register) -> Iterator[OutputFile]:
    standings = {id_: platform.standing for id_, platform in register.platforms.items()}
    found = changes.changes({"platform": standings, "ruleset": register.standings})
    yield _list("changes", found)
