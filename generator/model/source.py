# SPDX-License-Identifier: Apache-2.0
"""What does a record rest on? The document or page it was compared with."""

from typing import Annotated

from pydantic import StringConstraints, model_validator

from generator.base.misfit import Misfit
from generator.model.record import Day, Labelled, Record, Text, Url, described

SHA256_PATTERN = "^[0-9a-f]{64}$"


class SourceKind(Labelled):
    """How near a source is to the authority's own words."""

    DOCUMENT = "document", "文件全文"
    OFFICIAL = "official", "官方网页"
    PRESS = "press", "媒体或机构网页"
    REPRINT = "reprint", "转载（不公开链接）"


class Source(Record):
    """Where the facts of a record were read."""

    kind: SourceKind = described("来源的性质")
    publisher: Text = described("发布来源的机构或媒体")
    url: Url | None = described("可供读者打开的网址；只有转载、不宜公开的，不写", None)
    file: Text | None = described("所依据文件的文件名", None)
    sha256: Annotated[str, StringConstraints(pattern=SHA256_PATTERN)] | None = described(
        "该文件的 SHA-256，供核对", None
    )
    retrieved_on: Day = described("取得来源的日期")
    note: Text | None = described("关于来源的说明", None)

    @model_validator(mode="after")
    def _can_be_traced(self) -> "Source":
        if self.kind is not SourceKind.REPRINT and not (self.url or self.file):
            raise Misfit(
                "来源既没有网址，也没有文件名", "补上 url 或 file；确实只有转载的，kind 写 reprint", "kind"
            )
        return self
