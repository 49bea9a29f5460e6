# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas: of every file of the open data, and of every kind of source file for editors.

They are made from the models, which are the only place that states a field.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from generator.base.output_file import OutputFile
from generator.model import published
from generator.model.accepted import Accepted
from generator.model.designation import Designation
from generator.model.difference import DifferenceReport
from generator.model.facts import Cases
from generator.model.form import Form
from generator.model.jurisdiction import Jurisdiction
from generator.model.notice import Notice
from generator.model.profile import Profile
from generator.model.redirect import Redirect
from generator.model.ruleset import Ruleset
from generator.model.settings import Settings
from generator.model.vocabulary import Function, InstitutionKind, Metric, StepKind, Topic, Unit
from generator.render.json_text import readable
from generator.render.open_data import DATASETS, SCHEMAS
from generator.render.studio import Studio

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SOURCES: Mapping[str, tuple[str, Any]] = {
    "settings": ("站点设置 site_config/site.yaml", Settings),
    "jurisdictions": ("辖区 registry/vocabularies/jurisdictions.yaml", tuple[Jurisdiction, ...]),
    "functions": ("服务功能 registry/vocabularies/functions.yaml", tuple[Function, ...]),
    "metrics": ("事项 registry/vocabularies/metrics.yaml", tuple[Metric, ...]),
    "units": ("单位 registry/vocabularies/units.yaml", tuple[Unit, ...]),
    "institution-kinds": (
        "机构类型 registry/vocabularies/institution-kinds.yaml",
        tuple[InstitutionKind, ...],
    ),
    "topics": ("主题 registry/vocabularies/topics.yaml", tuple[Topic, ...]),
    "step-kinds": ("步骤类型 registry/vocabularies/step-kinds.yaml", tuple[StepKind, ...]),
    "ruleset": ("办法版本 registry/rulesets/辖区/版本.yaml", Ruleset),
    "designation": ("认定文件 registry/designations/辖区/日期-短名.yaml", Designation),
    "form": ("表格 registry/forms/辖区/表格.yaml", Form),
    "cases": ("例子 registry/cases/辖区/版本.yaml", Cases),
    "profile": ("联系方式和服务内容 registry/profiles/辖区/平台编号.yaml", Profile),
    "accepted": ("已接受的例外 registry/accepted.yaml", tuple[Accepted, ...]),
    "redirects": ("移走的网址 registry/redirects.yaml", tuple[Redirect, ...]),
    "notice": ("公告的字段部分 content/notices/年份/日期-短名.md", Notice),
}


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes from names: the descriptions say it in Chinese."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_files(studio: Studio) -> Iterator[OutputFile]:
    """schema/<name>.json for the open data and what `diff` tells, schema/source/<kind>.json for editors."""
    yield from source_schemas()
    for dataset in DATASETS:
        title = f"{dataset.title} /api/v1/{dataset.path}"
        yield _file(dataset.name, title, dataset.shape, "serialization")
    yield _file("manifest", "站点文件清单 /manifest.json", published.Manifest, "serialization")
    told = "两个版本的差别 platform-registry diff --format json"
    yield _file("diff", told, DifferenceReport, "serialization")


def source_schemas() -> Iterator[OutputFile]:
    """The schemas with which an editor completes and explains source files."""
    for name, (title, kind) in SOURCES.items():
        yield _file(f"source/{name}", title, kind, "validation")


def _file(name: str, title: str, kind: Any, mode: Any) -> OutputFile:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    schema = adapter.json_schema(by_alias=True, mode=mode, schema_generator=_Untitled)
    path = f"{SCHEMAS}{name}.json"
    schema = {"$schema": DIALECT, "$id": f"/{path}", "title": title, **_without_class_words(schema)}
    return OutputFile(path, readable(schema).encode())


def _without_class_words(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without what classes say of themselves to programmers: their names and docstrings."""
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("title", None)
        if "properties" in part:
            part.pop("description", None)
    return schema
