# SPDX-License-Identifier: Apache-2.0
"""The open data as JSON: the records as in the sources, plus what follows from them.

The same records give the same bytes: fields in the order of the model, lists in the order of their ids,
dates as ISO 8601, whole numbers as integers, two spaces of indentation, one final newline. The lists that
grow with the register have one record a line.
"""

from collections.abc import Iterator, Mapping, Sequence
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
from generator.render.ledgers import published_periods
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


def lists(studio: Studio) -> Iterator[OutputFile]:
    """Every list below /api/v1/, and the versions of the measures."""
    yield from _jurisdictions(studio)
    yield from _rulesets(studio)
    yield from _forms(studio.register)
    lines = studio.overview.lines
    yield _of_lines("platforms", lines.get("api-platforms", ""))
    yield _of_lines("notices", lines.get("api-notices", ""))
    of_rulesets = "".join(_change_lines({"ruleset": studio.register.standings}))
    # Lines begin with the day, the kind and the id, so they are in order once they are sorted.
    changed = sorted(f"{lines.get('api-changes', '')}{of_rulesets}".splitlines(keepends=True))
    yield _of_lines("changes", "".join(changed))


def _of_lines(name: str, text: str) -> OutputFile:
    """A list that has one record a line; the text is long, so it is copied as seldom as can be."""
    body = text.removesuffix("\n").replace("\n", ",\n").encode()
    return OutputFile(f"{API}{name}.json", b"".join((b"[\n", body, b"\n]\n")))


def shard_files(studio: Studio) -> Iterator[OutputFile]:
    """The full record of each platform and designation document."""
    for id_, full in published_platforms(studio):
        yield OutputFile(addresses.api_platform(id_), dumped(full, published.PublishedPlatform))
    yield from _designations(studio.register)


def _list(name: str, rows: Sequence[BaseModel]) -> OutputFile:
    """The file of a dataset that is a list."""
    shape = next(dataset.shape for dataset in DATASETS if dataset.name == name)
    return OutputFile(f"{API}{name}.json", dumped(tuple(rows), shape))


def _jurisdictions(studio: Studio) -> Iterator[OutputFile]:
    register = studio.register
    rows = []
    for id_, jurisdiction in register.site.jurisdictions.items():
        count = studio.overview.platforms.get(id_, 0)
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


def _rulesets(studio: Studio) -> Iterator[OutputFile]:
    register = studio.register
    citing: dict[str, dict[str, list[str]]] = {"designation": {}, "notice": {}}
    for item in sorted(studio.overview.items, key=lambda item: item.id):
        if item.ruleset:
            citing[item.source].setdefault(item.ruleset, []).append(item.id)
    summaries = []
    for id_, version in register.site.rulesets.items():
        designations, notices = (tuple(found.get(id_, ())) for found in citing.values())
        full = published_ruleset(register, id_, version, designations, notices)
        yield OutputFile(addresses.api_ruleset(id_), dumped(full, published.PublishedRuleset))
        shared = set(published.RulesetSummary.model_fields) & set(published.PublishedRuleset.model_fields)
        summaries.append(
            published.RulesetSummary.model_construct(
                **{name: getattr(full, name) for name in shared}, data=f"/{addresses.api_ruleset(id_)}"
            )
        )
    yield _list("rulesets", summaries)


def published_ruleset(
    register: Register, id_: str, version: Ruleset, designations: tuple[str, ...], notices: tuple[str, ...]
) -> published.PublishedRuleset:
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
        designations=designations,
        notices=notices,
        forms=register.forms_of.get(id_, ()),
        page=f"/{addresses.ruleset(id_)}",
    )
    return result


def published_platforms(studio: Studio) -> Iterator[tuple[str, published.PublishedPlatform]]:
    """Every platform of the register as it is published, by id."""
    register = studio.register
    taken_over = predecessors(register.platforms)
    for id_, platform in register.platforms.items():
        yield (
            id_,
            extended(
                platform,
                published.PublishedPlatform,
                predecessors=taken_over.get(id_, ()),
                profile=register.site.profiles.get(id_),
                next_change_on=_after(platform.standing, register),
                page=f"/{addresses.platform(id_)}",
            ),
        )


def platform_lines(studio: Studio) -> Iterator[str]:
    """Each platform as one line of platforms.json."""
    shared = set(published.PlatformSummary.model_fields) & set(published.PublishedPlatform.model_fields)
    for id_, full in published_platforms(studio):
        former = tuple([period.name for period in full.names if period.name != full.name])
        summary = published.PlatformSummary.model_construct(
            **{name: getattr(full, name) for name in shared},
            former_names=former,
            data=f"/{addresses.api_platform(id_)}",
        )
        yield _line(summary, published.PlatformSummary)


def _line(record: BaseModel, kind: Any) -> str:
    return f"{_adapter(kind).dump_json(record, by_alias=True).decode()}\n"


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
            periods=published_periods(document, register.site.rulesets.get(document.ruleset or "")),
            page=page,
        )
        yield OutputFile(addresses.api_designation(id_), dumped(full, published.PublishedDesignation))


def notice_lines(studio: Studio) -> Iterator[str]:
    """Each notice as one line of notices.json."""
    for id_, notice in studio.register.site.notices.items():
        page = f"/{addresses.notice(id_)}"
        law = studio.register.site.rulesets.get(notice.front.ruleset or "")
        periods = published_periods(notice.front, law)
        record = extended(notice.front, published.PublishedNotice, id=id_, periods=periods, page=page)
        yield _line(record, published.PublishedNotice)


def _forms(register: Register) -> Iterator[OutputFile]:
    rows = [extended(form, published.PublishedForm, id=id_) for id_, form in register.site.forms.items()]
    yield _list("forms", rows)


def change_lines(studio: Studio) -> Iterator[str]:
    """Each change of a platform's standing as one line of changes.json."""
    standings = {id_: platform.standing for id_, platform in studio.register.platforms.items()}
    return _change_lines({"platform": standings})


def _change_lines(standings: Mapping[changes.Subject, Mapping[str, Standing]]) -> Iterator[str]:
    return (_line(change, published.Change) for change in changes.changes(standings))
