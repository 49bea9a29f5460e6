# SPDX-License-Identifier: Apache-2.0
"""The page of the open data, and the index that machines begin with."""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.base.output_file import OutputFile
from generator.derive.papers import papers_of
from generator.model import published
from generator.render.open_data import API, DATASETS, SCHEMAS, dumped
from generator.render.page import Page
from generator.render.studio import Studio
from generator.render.tables import sizes


def data_page(studio: Studio) -> Iterator[Page]:
    """What can be downloaded, in which format, with which schema."""
    yield studio.page(
        "data.html",
        "data/",
        title="开放数据",
        description="办法、平台、认定文件和公告的全部记录：JSON、CSV、XLSX 和 JSON Schema",
        data=f"{API}index.json",
        datasets=DATASETS,
        tables=sizes(studio),
        api=API,
        schemas=SCHEMAS,
        commit=studio.commit,
    )


def index_file(studio: Studio) -> Iterator[OutputFile]:
    """api/v1/index.json."""
    settings = studio.register.site.settings
    index = published.Index.model_construct(
        name=settings.name,
        as_of=studio.register.site.as_of,
        commit=studio.commit,
        license=settings.data_license,
        time_zone="Asia/Shanghai",
        files=tuple(_files(studio)),
    )
    yield OutputFile(f"{API}index.json", dumped(index, published.Index))


def _files(studio: Studio) -> Iterator[published.DataFile]:
    counts = _counts(studio)
    for dataset in DATASETS:
        if dataset.name != "index":
            yield published.DataFile(
                path=f"/{API}{dataset.path}",
                title=dataset.title,
                format="json",
                schema_path=f"/{SCHEMAS}{dataset.name}.json",
                records=counts.get(dataset.name),
            )
    for name, title, rows in sizes(studio):
        for suffix in ("csv", "xlsx"):
            yield published.DataFile.model_validate(
                {
                    "path": f"/data/{name}.{suffix}",
                    "title": title,
                    "format": suffix,
                    "schema_path": None,
                    "records": rows,
                }
            )


def _counts(studio: Studio) -> Mapping[str, int]:
    """How many records each dataset holds."""
    site, overview = studio.register.site, studio.overview
    platforms = sum(overview.platforms.values())
    sources = Counter(item.source for item in overview.items)
    return {
        "jurisdictions": len(site.jurisdictions),
        "rulesets": len(site.rulesets),
        "ruleset": len(site.rulesets),
        "cases": len(site.cases),
        "platforms": platforms,
        "platform": platforms,
        "designation": sources["designation"],
        "notices": sources["notice"],
        "forms": len(site.forms),
        "paper": sum(len(papers_of(studio.register, id_)) for id_ in site.rulesets),
    }
