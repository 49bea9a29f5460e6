# SPDX-License-Identifier: Apache-2.0
"""How is the site named, where does it stand, and when does its data count as old?"""

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.base.misfit import Misfit
from generator.model.record import Record, Several, Text, Url, described, many

Days = Annotated[int, Field(ge=1, le=3650)]


def slashed(text: str) -> str:
    """The text itself if it ends with a slash, else Misfit."""
    if not text.endswith("/"):
        raise Misfit(f"“{text}”没有以 / 结尾", f"写作 {text}/")
    return text


class NavigationEntry(Record):
    """One entry of the header."""

    label: Text = described("名称")
    path: Annotated[Text, AfterValidator(slashed)] = described("站内路径，以 / 结尾")


class Freshness(Record):
    """For how long there may be nothing new before editors are told; readers are not."""

    notices_days: Days = described("一个辖区的公告多少天没有新的，提示编辑")
    designations_days: Days = described("一个辖区的认定文件多少天没有新的，提示编辑")
    rulesets_days: Days = described("办法距最近核对多少天，提示编辑")


class Settings(Record):
    """site_config/site.yaml."""

    name: Text = described("站点名称")
    short_name: Text = described("简称，用于窄屏")
    tagline: Text = described("一句话说明")
    site_url: Annotated[Url, AfterValidator(slashed)] | None = described(
        "发布后的网址，以 / 结尾；尚未确定写 null"
    )
    publisher: Text | None = described("主办单位；尚未确定写 null")
    feedback: Text = described("发现错误怎样反馈")
    data_license: Text = described("数据许可")
    expiring_within_days: Days = described("到期前多少天起显示将于…到期")
    stale_after_days: Days = described("数据生成超过多少天提示可能过时")
    review_after_days: Days = described("距最近核对超过多少天列为待复核")
    freshness: Freshness | None = described("多久没有新内容就提示编辑；不写不提示", None)
    navigation: Several[NavigationEntry] = many("页首导航", least=1)
