# SPDX-License-Identifier: Apache-2.0
"""How can a platform be reached, and what does it offer? It has no legal force: no title rests on it."""

from typing import Annotated

from pydantic import StringConstraints

from generator.model.jurisdiction import TELEPHONE_PATTERN
from generator.model.record import Day, OfficeAddress, Record, Several, Slug, Text, Url, described, many
from generator.model.source import Source


class OfferedService(Record):
    """One service as a small firm would ask for it."""

    text: Text = described("服务内容，用平实的话写，例如 免费的劳动合同审查")
    functions: Several[Slug] = many("属于哪些服务功能，须是 functions.yaml 里有的", least=1)


class Profile(Record):
    """How to reach one platform and what it offers, as its source said on the day of the check."""

    website: Url | None = described("网站", None)
    telephone: Annotated[str, StringConstraints(pattern=TELEPHONE_PATTERN)] | None = described(
        "办公电话，带区号，加引号；不写手机号，不写个人", None
    )
    address: OfficeAddress | None = described("办公地址", None)
    hours: Text | None = described("办公时间，例如 工作日 9:00 至 17:00", None)
    services: Several[OfferedService] = many("提供哪些服务")
    source: Source = described("来源")
    checked_on: Day = described("最近与来源核对之日")
